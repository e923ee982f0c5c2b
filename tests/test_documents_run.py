"""What the documents tell to type, typed: their commands, their examples, and the lesson that is added step by step.

Commands run in a copy of the project, among files of the names that the pages use.
"""

import doctest
import functools
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import typer

from graders.engine.cli import app

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")])
HALF = "tests/submissions/half_right/submission"
FAILS = {"calcgrade verify": 1}  # the code on the page is nobody's
# Blocks that are run by another test, or that need what a test must not: a keyboard, a registry
ELSEWHERE = {
    "python3 -m venv": ".ci/readme",
    "calcgrade watch assignments": "tests/engine/test_watch.py",
    "pip install 'calcgrade[nbgrader]'": "tests/notebooks/test_nbgrader.py",
    "calcgrade nbgrader": "tests/notebooks/test_nbgrader.py",
    "nbgrader": "tests/notebooks/test_nbgrader.py",
    "calcgrade stubs assignments --overwrite": "tests/test_documents_run.py",  # with the lesson that is added
    "calcgrade kit": "tests/kit/test_kit.py",
    "calcgrade check": "tests/test_documents_run.py",  # of that lesson, which is a small one
    ".ci/run": ".ci/run",
}


def blocks(text, language):
    """Return the code blocks of a language."""
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


def copied(folder):
    """Copy what of the project its commands need."""
    for name in ("graders", "reference", "assignments", "config", "pyproject.toml"):
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, folder / name)


def type_in(folder, command):
    """Type a command in a copy of the project; returns what it ended with."""
    programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": programs, "PYTHONPATH": str(folder), "SUBMISSION": "DIR"}
    environment.pop("CALCGRADE_KEY", None)
    return subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
    )


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """A copy of the project, with a class, a submission and what else the pages speak of."""
    folder = tmp_path_factory.mktemp("project")
    copied(folder)
    shutil.copytree(ROOT / "reference", folder / "DIR")
    for student, source in {"Ada Lovelace": "reference", "Blaise Pascal": HALF}.items():
        for place in (
            f"submissions/{student}",
            f"CLASS_DIR/{student}",
            f"download/{student}_7_assignsubmission_file_",
        ):
            (folder / place).mkdir(parents=True)
            shutil.copy(ROOT / source / "lesson03_gradient.py", folder / place)
    (folder / "worksheet.csv").write_text(
        "Identifier,Full name,Grade\nParticipant 7,Ada Lovelace,\n", "utf-8"
    )
    return folder


@pytest.fixture(scope="module")
def typed(project):
    """Type a command there; returns what it ended with. The same one is typed once."""
    return functools.cache(functools.partial(type_in, project))


@pytest.mark.unmeasured
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands(page, typed):
    """Every command in a block of its own ends as it should."""
    for block in blocks(page.read_text("utf-8"), "sh"):
        if block.startswith(tuple(ELSEWHERE)):
            assert all((ROOT / place).exists() for place in ELSEWHERE.values())
            continue
        for command in block.splitlines():
            ended = typed(command)
            expected = next((status for start, status in FAILS.items() if command.startswith(start)), 0)
            assert ended.returncode == expected, command + ended.stdout + ended.stderr


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_in_a_line(page):
    """Every command in a sentence is one, with options that there are."""
    for command in re.findall(
        r"`((?:calcgrade [a-z-]|python \S+\.py|\.ci/)[^`\n]*)`", page.read_text("utf-8")
    ):
        program, *words = shlex.split(command.replace("|", " "))
        if program == "calcgrade":
            assert {word for word in words if word.startswith("--")} <= options(words), command
        elif program == "python":
            script = (ROOT / words[0]).read_text("utf-8")
            assert all(f'"{word}"' in script for word in words[1:] if word.islower()), command
        else:
            assert (ROOT / program).exists(), command


def options(words):
    """Return the options of the command that the words begin with."""
    command = start = typer.main.get_command(app)
    for word in words:
        if word not in getattr(command, "commands", {}):
            break
        command = command.commands[word]
    assert command is not start or words[0].startswith("--"), words
    return {"--help"}.union(*(each.opts + each.secondary_opts for each in command.params))


@pytest.mark.parametrize(
    "page", [page for page in PAGES if "```pycon" in page.read_text("utf-8")], ids=lambda page: page.name
)
def test_examples(page):
    """What an example prints is what Python prints."""
    source = "\n".join(blocks(page.read_text("utf-8"), "pycon"))
    example = doctest.DocTestParser().get_doctest(source, {}, page.name, str(page), 0)
    assert len(example.examples) > 3
    assert doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(example).failed == 0


def test_added_lesson(tmp_path):
    """The eighth lesson of the page, added by its blocks and commands alone."""
    copied(tmp_path)
    page = (ROOT / "docs/for_instructors.md").read_text("utf-8")
    section = page.partition("\n## Add a lesson\n")[2].partition("\n## ")[0]
    for block in blocks(section, "python"):
        name, _, source = block.partition("\n")
        (tmp_path / name.removeprefix("# ")).write_text(source, "utf-8")
    [entry] = blocks(section, "yaml")
    config = tmp_path / "config/course.yaml"
    before, limits, after = config.read_text("utf-8").partition("\nlimits:")
    config.write_text(before + entry.partition("\n")[2] + limits + after, "utf-8")
    ended = [type_in(tmp_path, command) for command in "".join(blocks(section, "sh")).splitlines()]
    said = [each.stdout + each.stderr for each in ended]
    assert [each.returncode for each in ended] == [0, 0, 1, 0], said
    assert said[0] == "8 stubs in assignments\n"
    assert re.search(r"total +4 of 4", said[1])
    assert "step is not written yet" in said[2]
    assert re.search(r"lesson08\.step \|\s+3 ", said[3]), said[3]
