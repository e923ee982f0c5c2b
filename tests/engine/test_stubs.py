"""Stubs: what students get, made from the reference modules."""

import ast
import importlib.util
import inspect
import os
import stat
from pathlib import Path

import matplotlib.pyplot as plt
import pytest

from graders.engine.stubs import stale, stub, write_stubs

ROOT = Path(__file__).parents[2]
REFERENCE = ROOT / "reference"
ASSIGNMENTS = ROOT / "assignments"
LESSONS = sorted(path.name for path in REFERENCE.glob("lesson*.py"))

SOURCE = '''"""A lesson."""

A = 2


def f(x):
    """Return twice x."""
    ### BEGIN SOLUTION
    y = x

    return A * y
    ### END SOLUTION
'''

STUB = '''"""A lesson."""

A = 2


def f(x):
    """Return twice x."""
    raise NotImplementedError
'''


@pytest.fixture
def reference(tmp_path):
    """A reference folder with two lessons, and a helper that is none."""
    folder = tmp_path / "reference"
    folder.mkdir()
    for name in ("lesson01_one.py", "lesson02_two.py", "helpers.py"):
        (folder / name).write_text(SOURCE, "utf-8")
    return folder


def load(path):
    """Return the module in a file, under a name that nothing imports."""
    spec = importlib.util.spec_from_file_location(f"stub_of_{path.stem}", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def functions(module):
    """Return the functions that a module itself defines."""
    return [
        value
        for value in vars(module).values()
        if inspect.isfunction(value) and value.__module__ == module.__name__
    ]


def test_a_solution_becomes_one_line():
    """A region is replaced by one line, and all else stays."""
    assert stub(SOURCE) == STUB


def test_the_indentation_is_that_of_the_marker():
    """A solution deep inside keeps its depth."""
    source = (
        "class A:\n    def f(self):\n        ### BEGIN SOLUTION\n        return 1\n        ### END SOLUTION\n"
    )
    assert stub(source) == "class A:\n    def f(self):\n        raise NotImplementedError\n"


def test_two_solutions_in_a_function():
    """Each region is replaced by itself, what stands between them stays."""
    source = "### BEGIN SOLUTION\n1\n### END SOLUTION\nx = 2\n### BEGIN SOLUTION\n3\n### END SOLUTION\n"
    assert stub(source) == "raise NotImplementedError\nx = 2\nraise NotImplementedError\n"


def test_a_source_without_solutions_is_itself():
    """Nothing is changed where there is nothing to take out, and a stub of a stub is the stub."""
    assert stub(STUB) == STUB
    assert stub("") == ""


def test_newlines_are_plain():
    """A source with other ends of line makes the same stub."""
    assert stub(SOURCE.replace("\n", "\r\n")) == STUB


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("x\n### BEGIN SOLUTION\n", 2),
        ("x\n\n### END SOLUTION\n", 3),
        ("### BEGIN SOLUTION\n1\n### BEGIN SOLUTION\n### END SOLUTION\n", 3),
        ("### BEGIN SOLUTION\n### END SOLUTION\n### END SOLUTION\n", 3),
        ("x = 1  ### BEGIN SOLUTION\n### END SOLUTION\n", 1),
        ("## begin solution\n", 1),
        ("###BEGIN  SOLUTION\n", 1),
        ("### BEGIN SOLUTION\n1\n### END SOLUTION.\n", 3),
    ],
)
def test_bad_markers_are_refused(source, line):
    """Unbalanced, nested and misspelt markers are refused with the line they stand on."""
    with pytest.raises(ValueError, match=rf"^line {line}: "):
        stub(source)


def test_stubs_are_written(reference, tmp_path):
    """There is a stub a lesson, in a folder that is made for it, and nothing beside them."""
    target = tmp_path / "new" / "folder"
    written = write_stubs(reference, target)
    assert written == [target / "lesson01_one.py", target / "lesson02_two.py"]
    assert sorted(target.iterdir()) == written
    assert all(path.read_bytes() == STUB.encode() for path in written)


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX")
def test_stubs_have_the_usual_mode(reference, tmp_path):
    """A stub is as readable as any file that this user creates."""
    plain = tmp_path / "plain"
    plain.touch()
    written = write_stubs(reference, tmp_path / "target")
    assert stat.S_IMODE(written[0].stat().st_mode) == stat.S_IMODE(plain.stat().st_mode)


def test_work_is_never_overwritten(reference, tmp_path):
    """A file that exists stops it all, with its name and the remedy, before anything is written."""
    target = tmp_path / "target"
    target.mkdir()
    work = target / "lesson02_two.py"
    work.write_text("mine", "utf-8")
    with pytest.raises(FileExistsError, match=r"lesson02_two\.py exists .* overwritten"):
        write_stubs(reference, target)
    assert list(target.iterdir()) == [work]
    assert work.read_text("utf-8") == "mine"


def test_overwriting_when_told(reference, tmp_path):
    """Told so, it replaces what is there."""
    (tmp_path / "lesson02_two.py").write_text("mine", "utf-8")
    write_stubs(reference, tmp_path, overwrite=True)
    assert (tmp_path / "lesson02_two.py").read_text("utf-8") == STUB


def test_a_bad_reference_writes_nothing(reference, tmp_path):
    """A marker that is wrong in one lesson is found, with its file, before any stub is written."""
    (reference / "lesson02_two.py").write_text("### BEGIN SOLUTION\n", "utf-8")
    with pytest.raises(ValueError, match=r"lesson02_two\.py, line 1: "):
        write_stubs(reference, tmp_path / "target")
    assert not (tmp_path / "target").exists()


def test_a_write_that_fails_leaves_what_was_there(reference, tmp_path, monkeypatch):
    """A stub is written whole or not at all, and no temporary file stays behind."""
    (tmp_path / "lesson01_one.py").write_text("before", "utf-8")

    def fail(source, target):
        raise OSError("no space")

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(OSError, match="no space"):
        write_stubs(reference, tmp_path, overwrite=True)
    assert (tmp_path / "lesson01_one.py").read_text("utf-8") == "before"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["lesson01_one.py", "reference"]


def test_no_lessons(tmp_path):
    """A folder without lessons is most likely the wrong one."""
    with pytest.raises(FileNotFoundError, match=r"no lesson\*\.py"):
        write_stubs(tmp_path, tmp_path / "target")


def test_stale_names(reference, tmp_path):
    """Missing, changed and foreign files are named; other ends of line and other files are none."""
    target = tmp_path / "target"
    assert stale(reference, target) == ["lesson01_one.py", "lesson02_two.py"]
    first, second = write_stubs(reference, target)
    (target / "README.md").touch()
    first.write_bytes(first.read_bytes().replace(b"\n", b"\r\n"))
    assert stale(reference, target) == []
    first.write_text(STUB + "\n", "utf-8")
    second.unlink()
    (target / "lesson03_three.py").touch()
    assert stale(reference, target) == ["lesson01_one.py", "lesson02_two.py", "lesson03_three.py"]


def test_the_assignments_are_up_to_date():
    """What is committed is what the reference makes (if not: `calcgrade stubs assignments`)."""
    assert stale(REFERENCE, ASSIGNMENTS) == []


@pytest.mark.parametrize("name", LESSONS)
def test_every_function_is_to_be_written(name):
    """A stub can be imported, and each of its functions has a docstring and raises NotImplementedError."""
    module = load(ASSIGNMENTS / name)
    assert module.__doc__
    assert functions(module)
    for function in functions(module):
        assert function.__doc__, function.__name__
        arguments = [None] * len(inspect.signature(function).parameters)
        with pytest.raises(NotImplementedError):
            function(*arguments)
    assert not plt.get_fignums()


@pytest.mark.parametrize("name", LESSONS)
def test_no_solution_leaks(name):
    """No marker and no statement of a solution is left in a stub, and nothing but solutions is gone."""
    solved = ast.parse((REFERENCE / name).read_text("utf-8"))
    given = (ASSIGNMENTS / name).read_text("utf-8")
    assert "SOLUTION" not in given
    for before, after in zip(solved.body, ast.parse(given).body, strict=True):
        if isinstance(before, ast.FunctionDef):
            assert ast.dump(before.args) == ast.dump(after.args)
            assert ast.get_docstring(before) == ast.get_docstring(after)
            assert [ast.unparse(statement) for statement in after.body[1:]] == ["raise NotImplementedError"]
        else:
            assert ast.dump(before) == ast.dump(after)
