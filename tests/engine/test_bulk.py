"""A class at a time: everyone graded once, nothing lost, nothing graded twice."""

import csv
import json
import os
import shutil
import signal
import subprocess
import sys
import time

import pytest

from graders.engine import bulk, classroom, intake
from graders.engine import course as courses
from graders.engine.classroom import Graded, Handed
from graders.engine.reports import gradebook

HALF = "tests/submissions/half_right/submission"


@pytest.fixture
def class_dir(tmp_path, root):
    """A class of a right, a half-right and an empty submission, and an archive."""
    folder = tmp_path / "class"
    shutil.copytree(courses.REFERENCE, folder / "ann")
    shutil.copytree(root / HALF, folder / "bob")
    (folder / "carl").mkdir()
    shutil.make_archive(folder / "dora", "zip", root / HALF)
    return folder


def graded(class_dir, out):
    """Grade a class, and return what came of it by student."""
    handed, _ = classroom.handed_in(class_dir, out)
    return {each.student: each for each in bulk.grade(handed, out, level="auto", jobs=2)}


def without_times(out):
    """Return all results but for the times they took."""
    found = {path.parent.name: json.loads(path.read_text("utf-8")) for path in out.glob("*/results.json")}
    for results in found.values():
        del results["extra_data"]["timings"]
    return found


def test_class(class_dir, tmp_path):
    """Each has results; a second run grades nothing, and a third what is new, changed or spoilt."""
    out = tmp_path / "out"
    first = graded(class_dir, out)
    assert {name: (each.state, each.results["score"]) for name, each in first.items()} == {
        "ann": ("graded", 100), "bob": ("graded", 46), "carl": ("graded", 0), "dora": ("graded", 46),
    }  # fmt: skip
    before = without_times(out)
    assert {each.state for each in graded(class_dir, out).values()} == {"unchanged"}
    (class_dir / "bob/lesson01_differentiation.py").write_text("x = 1")
    (out / "ann/results.json").write_text('{"half": ')
    shutil.copytree(class_dir / "ann", class_dir / "emma")
    states = {name: each.state for name, each in graded(class_dir, out).items()}
    assert states == {
        "ann": "graded",
        "bob": "graded",
        "carl": "unchanged",
        "dora": "unchanged",
        "emma": "graded",
    }
    after = without_times(out)
    assert after["ann"] == before["ann"] == after["emma"]
    assert after["bob"] != before["bob"]


@pytest.mark.skipif(os.name == "nt", reason="no such signal")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGKILL])
def test_stopped_and_resumed(class_dir, tmp_path, number):
    """Stopped in the middle, in either way, and run again: the end is that of a run that went through."""
    for at in range(6):
        shutil.copytree(class_dir / "bob", class_dir / f"more{at}")
        (class_dir / f"more{at}/helpers.py").write_text(f"number = {at}")
    out, whole = tmp_path / "out", tmp_path / "whole"
    command = [sys.executable, "-m", "graders.engine", "grade", str(class_dir), "--jobs", "1", "--out"]
    process = subprocess.Popen([*command, str(out)], stderr=subprocess.PIPE, text=True)
    while not list(out.glob("*/results.json")):
        time.sleep(0.05)
    process.send_signal(number)
    _, said = process.communicate(timeout=60)
    some = without_times(out)
    assert 0 < len(some) < 10
    if number == signal.SIGINT:
        assert process.returncode == 130
        assert said.rstrip().endswith("run the same command again to go on")
    again = subprocess.run([*command, str(out)], capture_output=True, text=True, check=True)
    assert f"{10 - len(some)} graded, {len(some)} unchanged" in again.stdout
    subprocess.run([*command, str(whole), "--quiet"], check=True)
    assert without_times(out) == without_times(whole)
    assert (out / "gradebook.csv").read_bytes() == (whole / "gradebook.csv").read_bytes()


def test_a_broken_process_costs_nobody_anything(class_dir, tmp_path, monkeypatch):
    """Where a process of the pool ends, what it had in hand is tried again; the one who does it is named."""
    monkeypatch.setattr(bulk, "_graded", dying)
    found = graded(class_dir, tmp_path / "out")
    assert {name: each.state for name, each in found.items()} == {
        "ann": "graded", "bob": "failed", "carl": "graded", "dora": "graded",
    }  # fmt: skip
    assert found["bob"].failed == "the grader's process ended while it was graded"


def dying(handed, out, level):
    """Grade in the pool's process, but for one student, who ends it."""
    if handed.student == "bob":
        time.sleep(0.3)
        os._exit(1)
    return {"score": 1, "tests": []}


def test_who_handed_in(tmp_path):
    """Folders and archives are submissions; the rest is noted, the results' own folder passed over."""
    for name in ("ann", "bob", "out", ".git"):
        (tmp_path / name).mkdir()
    for name in ("bob.zip", "carl.zip", "notes.txt"):
        (tmp_path / name).write_text("")
    (tmp_path / "link").symlink_to(tmp_path / "ann")
    handed, notes = classroom.handed_in(tmp_path, tmp_path / "out")
    assert handed == [
        Handed("ann", tmp_path / "ann"), Handed("bob", tmp_path / "bob"), Handed("carl", tmp_path / "carl.zip")
    ]  # fmt: skip
    assert len(notes) == 3
    with pytest.raises(intake.SubmissionError, match="holds no submission"):
        classroom.handed_in(tmp_path / "ann", tmp_path / "out")
    with pytest.raises(intake.SubmissionError, match="is not a folder"):
        classroom.handed_in(tmp_path / "notes.txt", tmp_path / "out")


def test_gradebook(tmp_path, course):
    """No name is taken for a formula, those without a score have none, and spreadsheets see UTF-8."""
    test = {
        "score": 3.5,
        "extra_data": {"lesson": "lesson02_integration", "item": "f", "outcome": "error", "note": ""},
    }
    found = [
        Graded("=1+1", "graded", {"score": 3.5, "tests": [test]}),
        Graded("Åsa, B.", "failed", {}, "no"),
    ]
    gradebook.write(tmp_path / "gradebook.csv", gradebook.rows(course, found))
    assert (tmp_path / "gradebook.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    with open(tmp_path / "gradebook.csv", encoding="utf-8-sig", newline="") as file:
        head, first, second = csv.reader(file)
    assert head == ["student", *(lesson.module for lesson in course.lessons), "total", "status"]
    assert first == ["'=1+1", "0", "3.5", "0", "0", "0", "0", "0", "3.5", "1 items not judged"]
    assert second == ["Åsa, B.", *[""] * 8, "not graded: no"]
