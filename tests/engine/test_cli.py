"""The command line."""

import dataclasses
import inspect
import re

import pytest
from typer.testing import CliRunner

from graders.engine import course as courses
from graders.engine import isolation, sandbox, watch
from graders.engine.child import SandboxError
from graders.engine.cli import app
from graders.engine.reports import doctor, explanation
from graders.engine.worker import wire


@pytest.fixture
def run():
    """Run the command with arguments."""
    return lambda *arguments: CliRunner().invoke(app, [str(argument) for argument in arguments])


def test_stubs(run, tmp_path):
    """`calcgrade stubs DIR` writes the seven stubs that are committed."""
    result = run("stubs", tmp_path / "new")
    assert result.exit_code == 0
    assert result.output == f"7 stubs in {tmp_path / 'new'}\n"
    for path in courses.ASSIGNMENTS.glob("*.py"):
        assert (tmp_path / "new" / path.name).read_bytes() == path.read_bytes()


def test_stubs_never_overwrite(run, tmp_path):
    """A student's work is not overwritten, unless told so."""
    (tmp_path / "lesson01_differentiation.py").write_text("mine")
    result = run("stubs", tmp_path)
    assert result.exit_code == 2
    assert "lesson01_differentiation.py" in result.output
    assert len(list(tmp_path.iterdir())) == 1
    assert run("stubs", tmp_path, "--overwrite").exit_code == 0


def test_version(run):
    """`calcgrade --version` names the version."""
    assert run("--version").output.startswith("calcgrade 0.1.0")


def test_help(run):
    """Help names the commands and how to grade."""
    result = run("--help")
    assert "stubs" in result.output
    assert "pytest graders --submission DIR" in result.output


def test_doctor(run):
    """`calcgrade doctor` lists every layer, and its status says whether strict can be had."""
    result = run("doctor")
    for layer in isolation.ALL:
        assert f"  {layer} " in result.output
    assert (result.exit_code == 0) == ("strict isolation can be had" in result.output)


@pytest.mark.parametrize(
    ("label", "absent", "failed", "sentence"),
    [
        ("strict (session)", [], {}, "strict isolation can be had"),
        ("partial (session)", [], {"seccomp": "Invalid argument"}, "failed"),
        ("basic (session)", ["landlock", "seccomp"], {}, "grade strangers' code in a Linux container"),
    ],
)
def test_doctor_says_what_to_do(label, absent, failed, sentence):
    """What is missing comes with a remedy."""
    held = [layer for layer in isolation.ALL if layer not in absent and layer not in failed]
    text = doctor.table(label, wire.Confined(held, absent, failed))
    assert sentence in text
    assert text.count("→") == len(absent) + len(failed)


def test_unknown_option(run):
    """A wrong use exits with status 2."""
    assert run("stubs", "--no-such-option").exit_code == 2


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (["kit", "{here}"], "{here} is not empty"),
        (
            ["gradescope", "--visibility", "never"],
            "--visibility never: visible or after_due_date or after_pub",
        ),
        (["gradescope", "--out", "{here}"], "[Errno"),
        (["github", "{here}/none.json"], "[Errno 2] No such file"),
        (["github", "{here}/results.json"], "Input data was truncated"),
        (["watch", "{here}/none"], "{here}/none does not exist: give the folder"),
    ],
)
def test_what_is_refused(run, tmp_path, command, said):
    """What a command cannot do is told in a sentence, and its status is 2."""
    (tmp_path / "results.json").write_text("{")
    result = run(*(word.format(here=tmp_path) for word in command))
    assert result.exit_code == 2
    assert result.output.startswith(f"calcgrade: {said.format(here=tmp_path)}")
    assert [path.name for path in tmp_path.iterdir()] == ["results.json"]


def test_doctor_without_a_worker(run, monkeypatch):
    """Where no worker can be started at all, the reason is told, and the status is 2."""

    def start(*_):
        raise SandboxError("the worker did not start")

    monkeypatch.setattr(sandbox, "start", start)
    result = run("doctor")
    assert (result.exit_code, result.output) == (2, "calcgrade: the worker did not start\n")


@pytest.mark.parametrize(
    ("there", "given", "watched"),
    [
        (["assignments"], [], "assignments"),
        (["assignments", "lesson01_differentiation.py"], [], "."),
        ([], [], "."),
        (["assignments", "mine"], ["mine"], "mine"),
    ],
)
def test_which_folder_is_watched(run, tmp_path, monkeypatch, there, given, watched):
    """The one that is given, else the one that a student is in, else the assignments in that one."""
    for name in there:
        (tmp_path / name).mkdir()
    seen = []
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(watch, "run", lambda place, *_: seen.append(str(place)))
    assert run("watch", *given).exit_code == 0
    assert seen == [watched]


# --- explain -------------------------------------------------------------------------------------


def test_explain_every_item(course, reference_source):
    """Each has its task, points and rubric line, and no line of its solution."""
    for lesson, item in explanation.find(course, "lesson03") + explanation.find(
        course, "lesson05.model_settings"
    ):
        said = explanation.text(lesson, item)
        assert said.startswith(f"{lesson.module[:8]}.{item.name}: {item.points:g} points\n\n")
        assert item.title in " ".join(said.split())
        source = reference_source(lesson.module)
        solution = re.findall(
            rf"def {item.name}\(.*?### BEGIN SOLUTION\n(.*?)### END SOLUTION", source, re.DOTALL
        )
        assert len(solution) == 1
        lines = [line.strip() for line in solution[0].splitlines() if len(line.strip()) > 12]
        assert not [line for line in lines if line in said and line not in inspect.getdoc(item.test)]


def test_explain_what_is_none(course):
    """What is spelt nearly right is named."""
    with pytest.raises(
        courses.CourseError,
        match=r"^lesson03.gradiant: there is no such item; did you mean lesson03.gradient",
    ):
        explanation.find(course, "lesson03.gradiant")
    assert CliRunner().invoke(app, ["explain", "lesson99"]).exit_code == 2
    assert CliRunner().invoke(app, ["explain", "lesson07"]).stdout.count("Checked is:") == 4


def test_explain_the_least(course):
    """An item without a hint and without known mistakes has no heading for them."""
    [(lesson, item)] = explanation.find(course, "lesson03.gradient")
    bare = explanation.text(lesson, dataclasses.replace(item, hint="", sources=()))
    assert bare.endswith(f"Checked is:\n  {item.title}")
    assert explanation.text(lesson, item).startswith(f"{bare}\n\nA hint:\n")
