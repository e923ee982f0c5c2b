"""Gradescope's archive, in a bare folder tree like theirs."""

import base64
import contextlib
import json
import os
import subprocess
import sys
import zipfile
from importlib import metadata

import pytest

from graders.engine import course as courses
from graders.engine import draw, intake, sandbox, suites
from graders.engine.child import SandboxError
from graders.engine.platforms import gradescope

HALF = "tests/submissions/half_right/submission"


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """What the harness makes: the archive unpacked, and its programs; installing is left to the machine's own."""
    folder = tmp_path_factory.mktemp("autograder")
    command = [
        sys.executable,
        "-m",
        "graders.engine",
        "gradescope",
        "--out",
        str(folder / "a.zip"),
        "--visibility",
        "after_due_date",
    ]
    subprocess.run([*command, "--key", "secret"], check=True, capture_output=True)
    with zipfile.ZipFile(folder / "a.zip") as archive:
        archive.extractall(folder / "source")
    for name in ("submission", "results", "venv/bin"):
        (folder / name).mkdir(parents=True)
    for script in ("setup.sh", "run_autograder"):
        (folder / "source" / script).chmod(0o755)
    python = folder / "venv/bin/python"
    # an interpreter with the libraries, and without this project's own installation
    python.write_text(f'#!/bin/sh\nexec {sys.executable} "$@"\n')
    python.chmod(0o755)
    return folder


def run(home, source, status=0):
    """Grade a submission as the harness does."""
    for path in source.iterdir() if source else []:
        (home / "submission" / path.name).write_bytes(path.read_bytes())
    environment = {"PATH": os.environ["PATH"], "HOME": str(home), "AUTOGRADER": str(home)}
    found = subprocess.run(
        [home / "source/run_autograder"],
        cwd=home,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.returncode == status, found.stderr
    return json.loads((home / "results/results.json").read_text("utf-8"))


def test_a_submission(home, root):
    """Points as everywhere, the visibility that was asked for, pictures in the output, and our own modules alone."""
    (home / "submission/graders.py").write_text("raise SystemExit('mine')")
    (home / "submission/conftest.py").write_text("raise SystemExit('mine')")
    results = run(home, root / HALF)
    assert results["score"] == 46
    assert sum(test["max_score"] for test in results["tests"]) == 100
    assert {test["visibility"] for test in results["tests"]} == {"after_due_date"}
    [arrow] = [test for test in results["tests"] if test["number"] == "3.2"]
    assert arrow["output_format"] == "html"
    assert arrow["output"].startswith("<pre>you called   gradient(")
    picture = base64.b64decode(arrow["output"].partition("base64,")[2].partition('"')[0])
    assert picture.startswith(b'<svg xmlns="http://www.w3.org/2000/svg"')
    assert b"var(--" not in picture
    assert results["output"] == ""


def test_each_lesson_is_kept(root, tmp_path, monkeypatch):
    """Where it ends in the middle, what was judged stands, and the page says so."""
    written = []

    def stop(path, found):
        written.append(found)
        if len(written) == 4:
            raise KeyboardInterrupt

    monkeypatch.setattr(gradescope.gradescope, "write", stop)
    with pytest.raises(KeyboardInterrupt):
        gradescope.grade(root / HALF, tmp_path / "results.json")
    assert [len(each["tests"]) for each in written] == [0, 5, 10, 14]
    assert all("did not come to its end" in each["output"] for each in written)


@pytest.fixture
def harness(tmp_path, monkeypatch, worker, course):
    """Grade an empty submission in this process, beside settings; returns its results and the submission."""

    def run(settings):
        for name in ("submission", "graders"):
            (tmp_path / name).mkdir()
        if settings is not None:
            (tmp_path / gradescope.SETTINGS).write_text(settings)
        monkeypatch.setattr(gradescope, "GRADERS", tmp_path / "graders")
        monkeypatch.setattr(sys, "argv", ["", str(tmp_path / "submission"), str(tmp_path / "results.json")])
        monkeypatch.setenv(suites.KEY, "")
        try:
            gradescope.main()
        finally:
            results = json.loads((tmp_path / "results.json").read_text("utf-8"))
        return results, intake.read(tmp_path / "submission", course)

    monkeypatch.setattr(sandbox, "start", lambda *_: contextlib.nullcontext(worker))
    return run


@pytest.mark.parametrize(
    ("settings", "visibility", "key"),
    [(None, "visible", ""), ("hidden\nsecret\n", "hidden", "secret"), ("after_published\n\n", "after_published", "")],
)  # fmt: skip
def test_settings(harness, course, settings, visibility, key):
    """Who sees the items when, and which points are drawn, is as the archive's settings say; all lessons are there."""
    results, submission = harness(settings)
    assert {test["visibility"] for test in results["tests"]} == {visibility}
    assert {test["extra_data"]["lesson"] for test in results["tests"]} == {
        lesson.module for lesson in course.lessons
    }
    seed = draw.seed_of(courses.digest(), submission.digest, key=key.encode())
    assert results["extra_data"]["seed"] == seed
    assert results["output"] == ""


def test_where_the_grader_fails(harness, monkeypatch, tmp_path):
    """The student reads that it is not their fault, and the instructor what it was, there and in the log."""

    def start(*_):
        raise SandboxError("no worker")

    monkeypatch.setattr(sandbox, "start", start)
    with pytest.raises(SystemExit, match=r"^calcgrade: no worker$"):
        harness(None)
    results = json.loads((tmp_path / "results.json").read_text("utf-8"))
    assert (
        results["output"] == "The grader failed here; this is not your fault. For the instructor: no worker"
    )
    assert results["tests"] == []


def test_requirements():
    """All that grading imports is pinned at what is installed here, and no place to fetch it from is named."""
    found = dict(each.split("==") for each in gradescope.requirements())
    assert found["numpy"] == metadata.version("numpy")
    assert {"mpmath", "pluggy", "markupsafe"} <= set(found)
    assert not {"typer", "nbgrader", "hypothesis"} & set(found)
    assert all("/" not in name + version for name, version in found.items())


def test_archive(home, tmp_path):
    """The same whenever it is made; scripts at its root, with Unix line ends and bits to run them."""
    again = tmp_path / "again.zip"
    gradescope.archive(again, visibility="after_due_date", key="secret")
    assert again.read_bytes() == (home / "a.zip").read_bytes()
    with zipfile.ZipFile(again) as archive:
        for name in ("setup.sh", "run_autograder"):
            assert archive.getinfo(name).external_attr >> 16 == 0o755
            assert archive.read(name).startswith(b"#!/usr/bin/env bash\n")
            assert b"\r" not in archive.read(name)
    for script in ("setup.sh", "run_autograder"):
        subprocess.run(["bash", "-n", home / "source" / script], check=True)
