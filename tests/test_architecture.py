"""The architecture where no import contract can say it."""

import ast
import re

import pytest

from graders.engine import course as courses

ENGINE = courses.GRADERS / "engine"
TRUSTED = sorted(path for path in ENGINE.rglob("*.py") if "worker" not in path.relative_to(ENGINE).parts)
# What the trusted side uses of the worker's folder: what may cross, how, and its own words
SHARED = {"wire", "frames", "channel", "formula", "expressions"}
REHEARSAL = SHARED | {
    "arguments",
    "encode",
    "figures",
    "watch",
}  # a student of our own functions, in this process; and arguments that were recorded here


def imported(path):
    """Return the names that a module imports, dotted."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


@pytest.mark.parametrize("path", TRUSTED, ids=lambda path: str(path.relative_to(ENGINE)))
def test_trusted_side_imports_little_of_the_worker(path):
    """Nothing that reads a student's source can be reached from the trusted side."""
    prefix = "graders.engine.worker."
    names = {
        name.removeprefix(prefix).partition(".")[0] for name in imported(path) if name.startswith(prefix)
    }
    assert names <= (REHEARSAL if path.name in ("rehearsal.py", "replay.py") else SHARED)


@pytest.mark.parametrize("path", TRUSTED, ids=lambda path: str(path.relative_to(ENGINE)))
def test_trusted_side_has_no_dangerous_door(path):
    """No pickle, no eval or exec, no sympify on the trusted side; ast reads the reference alone."""
    source = path.read_text("utf-8")
    calls = {
        node.func.id
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert not calls & {"eval", "exec", "compile", "sympify", "__import__"}
    names = set(imported(path))
    assert not names & {"pickle", "marshal", "shelve", "runpy"}
    assert "ast" not in names or path.name in ("references.py", "mutants.py", "source.py", "explanation.py")


@pytest.mark.parametrize("path", sorted((ENGINE / "worker").glob("*.py")), ids=lambda path: path.name)
def test_worker_imports_nothing_of_the_grader(path):
    """The worker's modules stand alone: they are sent as text."""
    assert not [name for name in imported(path) if name.startswith("graders")]


@pytest.mark.parametrize("path", sorted(courses.GRADERS.rglob("*.py")), ids=lambda path: path.name)
def test_every_exception_has_its_reason(path):
    """Where a rule of the linter or of types is set aside, the same line says why."""
    for line in path.read_text("utf-8").splitlines():
        for rule in ("noqa: ", "type: ignore[", "pragma: no cover"):
            if f"# {rule}" in line:
                assert re.search(rf"# {re.escape(rule)}[\w, \]-]*? ?(- |# |\()\w", line), line
