"""A class at a time: everyone graded once, nothing lost, nothing graded twice."""

import contextlib
import csv
import errno
import functools
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from concurrent.futures import Executor, Future, ThreadPoolExecutor

import pytest

from graders.engine import assess, bulk, classroom, files, pool, reports
from graders.engine import course as courses
from graders.engine.child import SandboxError
from graders.engine.classroom import Handed
from graders.engine.reports import gradescope
from graders.engine.reports.gradebook import Gradebook

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


@pytest.fixture
def small_class(class_dir):
    """The same class, of which everyone handed in one lesson: for what does not depend on how much it is."""
    (class_dir / "dora.zip").unlink()
    shutil.copytree(class_dir / "bob", class_dir / "dora")
    for path in class_dir.glob("*/*.py"):
        if path.stem != "lesson03_gradient":
            path.unlink()
    return class_dir


def graded(class_dir, out):
    """Grade a class, and return what came of it by student."""
    handed, _ = classroom.handed_in(class_dir, out, courses.course())
    start = functools.partial(pool.executor, 2)
    return {each.student: each for each in bulk.grade(handed, out, level="auto", start=start, ahead=4)}


def six_more(class_dir):
    """Add six students to a class, each with one lesson."""
    for at in range(6):
        (class_dir / f"more{at}").mkdir()
        shutil.copy(class_dir / "bob/lesson03_gradient.py", class_dir / f"more{at}")
        (class_dir / f"more{at}/helpers.py").write_text(f"number = {at}")


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
    assert {name: (each.state, each.marks.score) for name, each in first.items()} == {
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
def test_stopped_and_resumed(small_class, tmp_path, number):
    """Stopped in the middle, in either way, and run again: the end is that of a run that went through."""
    six_more(small_class)
    out, whole = tmp_path / "out", tmp_path / "whole"
    command = [sys.executable, "-m", "graders.engine", "grade", str(small_class), "--jobs", "1", "--out"]
    process = subprocess.Popen([*command, str(out)], stderr=subprocess.PIPE, text=True)
    while not list(out.glob("*/results.json")):
        assert process.poll() is None
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


def test_interrupted_while_it_counts(small_class, tmp_path, monkeypatch, course):
    """Ctrl-C that comes while the gradebook counts ends a run as at any other moment."""

    def add(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(Gradebook, "add", add)
    with pytest.raises(bulk.Interrupted):
        assess.assess(assess.Request(small_class, tmp_path / "out", jobs=1, quiet=True), course)
    assert len(without_times(tmp_path / "out")) >= 2  # the one that was counted, and what was in hand


@pytest.mark.skipif(os.name == "nt", reason="no terminals of that kind")
def test_bar_on_a_terminal(small_class, tmp_path):
    """A terminal gets a bar with counts and a rate; at the end it is gone, and the summary stands."""
    import pty

    ours, theirs = pty.openpty()
    command = [
        sys.executable,
        "-m",
        "graders.engine",
        "grade",
        str(small_class),
        "--out",
        str(tmp_path / "out"),
    ]
    environment = os.environ | {"TERM": "xterm", "COLUMNS": "120"}
    shown = b""
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=theirs, env=environment) as process:
        os.close(theirs)
        with contextlib.suppress(
            OSError
        ):  # what Linux says at its end; read meanwhile, a terminal holds little
            while piece := os.read(ours, 4096):
                shown += piece
        printed = process.stdout.read()
    os.close(ours)
    assert process.returncode == 0
    text = shown.decode()
    assert re.search(r"4/4.* a second, 4 graded, 0 unchanged, 0 with problems", text)
    assert text.endswith("\x1b[2K")  # erased
    assert printed.startswith(b"4 graded\n")


def test_a_broken_process_costs_nobody_anything(small_class, tmp_path, monkeypatch):
    """Where a process of the pool ends, what it had in hand is tried again; the one who does it is named."""
    monkeypatch.setattr(bulk, "graded", dying)
    found = graded(small_class, tmp_path / "out")
    assert {name: each.state for name, each in found.items()} == {
        "ann": "graded", "bob": "failed", "carl": "graded", "dora": "graded",
    }  # fmt: skip
    assert found["bob"].failed == "the grader's process ended while it was graded"


def dying(submission, level, seed, pages, key, real=bulk.graded):
    """Grade in the pool's process, but for one student, who ends it."""
    if submission.name == "bob":
        time.sleep(0.3)
        os._exit(1)
    return real(submission, level, seed, pages, key)


class Here(Executor):
    """Does the work at once in this process, as far as ``most`` goes; what is handed in later waits."""

    def __init__(self, most=100):
        self.most, self.waiting = most, []

    def submit(self, function, /, *given):
        """Do it, or let it wait."""
        future, self.most = Future(), self.most - 1
        if self.most < 0:
            self.waiting.append(future)
            return future
        try:
            future.set_result(function(*given))
        except Exception as error:
            future.set_exception(error)
        return future


def here(handed, out, executor=None):
    """Grade in this process."""
    return bulk.grade(handed, out, level="auto", start=lambda: executor or Here(), ahead=4)


@pytest.fixture
def class_of(tmp_path, monkeypatch):
    """Return students of these names who handed in nothing, and grade them by a function."""

    def run(names, graded):
        monkeypatch.setattr(bulk, "graded", graded)
        (tmp_path / "nothing").mkdir()
        return [Handed(name, {"": tmp_path / "nothing"}) for name in names]

    return run


def nothing(submission, level, seed, pages, key, course=""):
    """Return results without an item."""
    run = reports.Run([], course or courses.digest(), submission.digest, seed, "basic", 0.0)
    return {"results.json": gradescope.text(gradescope.results(run)).encode()}


def test_what_one_submission_costs(class_of, tmp_path):
    """A fault of the grader's at one submission is told in that student's row, and the others are graded."""

    def graded(submission, *rest):
        if submission.name == "bob":
            raise ValueError("odd")
        return nothing(submission, *rest)

    found = here(class_of(["ann", "bob", "carl"], graded), tmp_path / "out")
    assert {each.student: (each.state, each.failed) for each in found} == {
        "ann": ("graded", ""),
        "bob": ("failed", "ValueError: odd"),
        "carl": ("graded", ""),
    }


def test_what_is_not_read(class_of, tmp_path, monkeypatch):
    """What is refused, or lies where a disk fails, is nobody's to grade: the row says why, and no results are there."""
    refused = Handed("bob", refused="it is a link, and links are not followed")

    def read(*_):
        raise OSError(errno.EIO, "Input/output error")

    with monkeypatch.context() as broken:
        broken.setattr(Handed, "read", read)
        found = list(here([*class_of(["ann"], nothing), refused], tmp_path / "out"))
    assert [(each.state, each.failed) for each in found] == [
        ("failed", "it cannot be read (Input/output error)"),
        ("failed", "it is a link, and links are not followed"),
    ]
    assert not list(tmp_path.glob("out/*"))


def no_isolation(*_):
    """Find that strict isolation cannot be had."""
    raise SandboxError("strict isolation was asked for")


@pytest.mark.parametrize(
    ("graded", "said"),
    [
        (no_isolation, "strict isolation was asked for"),
        (functools.partial(nothing, course="another"), "another course or version: install the same"),
    ],
)
def test_what_ends_a_run(class_of, tmp_path, graded, said):
    """What would be wrong for everybody ends the run with a sentence, and no results are written."""
    with pytest.raises(bulk.Refused, match=said):
        list(here(class_of(["ann", "bob"], graded), tmp_path / "out"))
    assert not list(tmp_path.glob("out/*/results.json"))


def test_what_waits_when_it_is_interrupted(class_of, tmp_path):
    """After Ctrl-C what is done is written, and what was not begun is let go."""
    executor = Here(most=2)
    running = here(class_of(["ann", "bob", "carl", "dora"], nothing), tmp_path / "out", executor)
    next(running)
    with pytest.raises(bulk.Interrupted):
        running.throw(KeyboardInterrupt)
    assert sorted(path.parent.name for path in tmp_path.glob("out/*/results.json")) == ["ann", "bob"]
    assert [future.cancelled() for future in executor.waiting] == [True, True]


def test_a_full_disk(small_class, tmp_path, monkeypatch):
    """The run ends with a sentence; with room again it goes on, and what was written is kept."""
    out, written = tmp_path / "out", []

    def write(path, text, real=files.write_whole):
        if len(written) == 2:
            raise OSError(errno.ENOSPC, "No space left on device")
        written.append(path.parent.name)
        real(path, text)

    with monkeypatch.context() as full:
        full.setattr(files, "write_whole", write)
        with pytest.raises(
            bulk.Refused, match=r"cannot be written \(No space left on device\); .* run the same"
        ):
            graded(small_class, out)
    states = {name: each.state for name, each in graded(small_class, out).items()}
    assert states == {name: "unchanged" if name in written else "graded" for name in states}


def address_in(file):
    """Return the address that a scheduler writes to a file, when it has written all of it."""
    for _ in range(600):
        with contextlib.suppress(OSError, ValueError):
            return json.loads(file.read_text("utf-8"))["address"]
        time.sleep(0.05)
    raise TimeoutError(file)


@pytest.mark.skipif(os.name == "nt", reason="processes are told apart by their names in /proc")
def test_on_a_cluster_of_which_a_process_is_killed(small_class, tmp_path):
    """A cluster of separate processes gives the same results byte for byte, one of them killed on the way."""
    six_more(small_class)
    alone, together = tmp_path / "alone", tmp_path / "together"
    command = [sys.executable, "-m", "graders.engine", "grade", str(small_class), "--quiet", "--out"]
    subprocess.run([*command, str(alone)], check=True)
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    contact = ["--scheduler-file", str(tmp_path / "scheduler.json"), "--no-dashboard"]
    dask = [sys.executable, "-m", "dask"]
    scheduler = subprocess.Popen([*dask, "scheduler", "--port", "0", *contact], **quiet)
    workers, run = [], None
    try:
        address = address_in(tmp_path / "scheduler.json")
        one = [*dask, "worker", address, "--no-dashboard", "--no-nanny", "--nthreads", "2"]
        for number in range(2):
            with open(tmp_path / f"worker{number}.log", "wb") as log:
                workers.append(subprocess.Popen(one, cwd=tmp_path, stdout=log, stderr=log))
        run = subprocess.Popen([*command, str(together), "--cluster", address])
        while not list(together.glob("*/results.json")):
            assert run.poll() is None
            time.sleep(0.05)
        workers[0].kill()
        with contextlib.suppress(subprocess.TimeoutExpired):
            run.wait(timeout=120)
        assert run.returncode == 0, (tmp_path / "worker1.log").read_text("utf-8")
    finally:
        for process in (scheduler, *workers, *([run] if run else [])):
            process.kill()
            process.wait()
    assert without_times(together) == without_times(alone)
    assert (together / "gradebook.csv").read_bytes() == (alone / "gradebook.csv").read_bytes()


def test_a_platforms_download_from_end_to_end(tmp_path, root):
    """A class as Moodle hands it out, graded and written as Moodle takes it back."""
    folder = tmp_path / "download/Jane Doe_11_assignsubmission_file_"
    shutil.copytree(root / HALF, folder)
    (tmp_path / "worksheet.csv").write_text(
        "Identifier,Full name,Email address,Grade,Maximum Grade,Last modified (submission)\n"
        'Participant 11,Jane Doe,jane@x.org,,100,"Sunday, 1 March 2026, 11:58 PM"\n'
        "Participant 12,Carl Roe,carl@x.org,,100,-\n"
    )
    command = [sys.executable, "-m", "graders.engine", "grade", str(tmp_path / "download"), "--out", str(tmp_path / "out"),
               "--roster", str(tmp_path / "worksheet.csv"), "--format", "moodle", "--junit"]  # fmt: skip
    found = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "1 graded, 1 absent" in found.stdout
    assert found.stderr.splitlines()[-1].startswith("1 of 1, ")
    with open(tmp_path / "out/moodle.csv", newline="") as file:
        grades = {row["Full name"]: row["Grade"] for row in csv.DictReader(file)}
    assert grades == {"Jane Doe": "46", "Carl Roe": "0"}
    assert (
        (tmp_path / "out/Jane Doe_11/junit.xml")
        .read_text("utf-8")
        .startswith("<?xml version='1.0' encoding='utf-8'?>")
    )
    again = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "1 unchanged, 1 absent" in again.stdout


def test_canvas_download_from_end_to_end(tmp_path, root, course):
    """A class as Canvas hands it out, graded and written with Canvas' own columns, the late one marked."""
    (tmp_path / "download").mkdir()
    for name, source in (("doejane_7_81", root / HALF), ("roecarl_LATE_9_82", courses.ASSIGNMENTS)):
        file = "lesson03_gradient.py"
        shutil.copy(source / file, tmp_path / "download" / f"{name}_{file}")
    asked = assess.Request(
        tmp_path / "download", tmp_path / "out", jobs=1, format="canvas", html=False, quiet=True
    )
    assert not assess.assess(asked, course)  # somebody has to decide on the late one
    with open(tmp_path / "out/canvas.csv", newline="", encoding="utf-8") as file:
        head, _, *rows = csv.reader(file)
    assert (head[0], head[-1]) == ("Student", course.course)
    assert [(row[0], row[1], row[-1]) for row in rows] == [("doejane", "7", "6"), ("roecarl", "9", "0")]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--format", "blackboard"], "--format blackboard: canvas or moodle"),
        (["--isolation", "none"], "--isolation none: auto or strict or basic"),
        (["--roster", "none.csv"], "--roster none.csv cannot be read"),
        (["--cluster", "tcp://127.0.0.1:9"], "--cluster tcp://127.0.0.1:9: no scheduler answers there"),
    ],
)
def test_what_cannot_be_asked_for(class_dir, tmp_path, options, said):
    """What a run cannot start with is told in a sentence, and nothing is written."""
    command = [
        sys.executable,
        "-m",
        "graders.engine",
        "grade",
        str(class_dir),
        "--out",
        str(tmp_path / "out"),
    ]
    found = subprocess.run([*command, *options], capture_output=True, text=True, check=False)
    assert found.returncode == 2
    assert found.stderr.startswith(f"calcgrade: {said}")
    assert not (tmp_path / "out").exists()


def test_one_after_the_other_in_a_process(monkeypatch):
    """However many threads a cluster gives a process, one submission is graded after the other, from its first step on."""
    inside, seen = [], []

    def graded(*_):
        inside.append(None)
        time.sleep(0.02)
        seen.append(len(inside))
        inside.pop()
        return {}

    monkeypatch.setattr(bulk, "_graded", graded)
    with ThreadPoolExecutor(4) as threads:
        list(threads.map(lambda seed: bulk.graded(None, "auto", seed, False), range(4)))
    assert seen == [1, 1, 1, 1]
