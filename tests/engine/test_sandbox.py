"""Worker processes: they end when they should, and what they are started with names nothing of the grader."""

import contextlib
import os
import signal
import sys
import time
from pathlib import Path

import pytest

from graders.engine import course as courses
from graders.engine import intake, sandbox, suites
from graders.engine.session import Session
from graders.engine.worker import wire

SOURCE = b"""
import os, sys, time

def answer(): return 42

def where(): return [sys.argv, sys.orig_argv, sys.executable, sys.path, dict(os.environ), os.getcwd(), os.listdir("."), sorted(sys.modules)]

def parent(): return os.getppid()

def write(name, size):
    with open(name, "wb") as file:
        file.write(b"x" * size)

def memory(size): return len(bytearray(size))

def session(): return os.getsid(0) == os.getpid() == os.getpgid(0)

def noise(): print("x" * 100_000); return 1

def spin():
    deadline = time.process_time() + 30
    while time.process_time() < deadline: pass
"""


@pytest.fixture
def load():
    """Load the module above into a fresh child of a sandbox, and return what calls its functions."""

    def start(worker):
        child = worker.child()
        assert child.ask(wire.Load("module", {"module.py": SOURCE}, {}), 10) == wire.Ready()
        assert isinstance(child.ask(wire.Run(), 10), wire.Ran)

        def call(function, *arguments, seconds=10):
            return child.ask(wire.Call(function, list(arguments)), seconds)

        call.child = child
        return call

    return start


@pytest.fixture(params=["forking", "plain"])
def either(request, quick):
    """A sandbox of each kind, at the level that both can have."""
    if request.param == "forking" and sys.platform != "linux":
        pytest.skip("forks on Linux only")
    kind = sandbox.ForkingSandbox if request.param == "forking" else sandbox.PlainSandbox
    with kind(quick, "basic") as started:
        yield started


def test_call(either, load):
    """A call brings its answer."""
    assert load(either)("answer") == wire.Returned(42, False, "")


def test_nothing_names_the_grader(either, load, root):
    """Arguments, import path, environment and modules of a child say nothing of the grader or the reference."""
    shown = str(load(either)("where").value)
    assert sys.prefix == sys.base_prefix or sys.prefix not in shown
    for word in (str(root), "reference", "graders", "assignments"):
        assert word not in shown
    assert "worker.child" in shown


def test_environment_is_empty(either, load):
    """No variable of the grader's is left, and the folder is a private, empty one."""
    *_, environment, folder, files, _ = load(either)("where").value.items
    assert environment == wire.Mapping([], [])
    assert files == wire.Sequence("list", [])
    assert Path(folder).name != Path.cwd().name


def test_session_and_group(either, load):
    """A child leads a session and a process group of its own."""
    assert load(either)("session").value is True


def test_memory_is_limited(either, load):
    """Memory beyond the limit is refused."""
    reply = load(either)("memory", 2**31)
    assert isinstance(reply, wire.Raised)
    assert reply.name == "MemoryError"


def test_file_size_is_limited(either, load):
    """A file cannot grow beyond the limit."""
    call = load(either)
    assert isinstance(call("write", "small", 1000), wire.Returned)
    reply = call("write", "large", 3_000_000)
    assert isinstance(reply, wire.Raised)
    assert reply.name == "OSError"


def test_processor_time_is_limited(course, load):
    """Processor time beyond the limit ends the process, and the sentence says so."""
    with sandbox.start(courses.Limits(cpu_seconds=1)) as worker:
        call = load(worker)
        with pytest.raises(sandbox.Ended, match=r"used up its processor time|SIGKILL"):
            call("spin", seconds=20)


def test_output_is_capped(either, load):
    """Prints are kept to a cap."""
    assert len(load(either)("noise").printed) == wire.MAX_TEXT


def test_timeout_kills(either, load):
    """A call that takes too long ends with its process."""
    call = load(either)
    with pytest.raises(sandbox.Ended, match=r"took longer than 0\.5 s"):
        call("spin", seconds=0.5)


def test_worker_that_was_killed_is_started_again(quick, load):
    """A killed worker takes its children with it; the next child comes from a new one."""
    if sys.platform != "linux":
        pytest.skip("forks on Linux only")
    with sandbox.ForkingSandbox(quick, "basic") as worker:
        call = load(worker)
        os.kill(call("parent").value, signal.SIGKILL)
        time.sleep(0.2)
        with pytest.raises(sandbox.Lost):
            call("answer")
        assert load(worker)("answer").value == 42


def test_nothing_is_left_behind(quick, load):
    """After the block no process and no folder of a sandbox is left."""
    with sandbox.start(quick, "basic") as worker:
        call = load(worker)
        folder = Path(call("where").value.items[5]).parent
        parent = call("parent").value
        assert folder.is_dir()
    assert not folder.exists()
    with pytest.raises(ProcessLookupError):
        os.kill(parent, 0)


def test_unasked_message_ends_a_child(either):
    """A message that nobody asked for is a violation, and ends that child."""
    source = b"""
import socket, os
def forge():
    for number in range(3, 64):
        try:
            connection = socket.socket(fileno=number)
            connection.sendall(b"cg" + bytes(16))
            connection.detach()
        except OSError:
            pass
    return 1
"""
    child = either.child()
    child.ask(wire.Load("module", {"module.py": source}, {}), 10)
    child.ask(wire.Run(), 10)
    with pytest.raises(sandbox.Ended, match="no answer to the grader"):
        child.ask(wire.Call("forge", []), 10)


def test_worker_that_cannot_start(quick, monkeypatch):
    """What the worker said last is in the error."""
    monkeypatch.setattr(sandbox, "FIRST", ("no_such_library",))
    with (
        sandbox.ForkingSandbox(quick) as worker,
        pytest.raises(sandbox.SandboxError, match="no_such_library"),
    ):
        worker.child()


def test_whole_course_without_forking(quick, course):
    """Where forking is not to be had, the reference earns full marks all the same."""
    with sandbox.PlainSandbox(courses.Limits()) as worker:
        outcomes = suites.grade(intake.read(courses.REFERENCE, course), worker, course, seed=1)
    assert sum(outcome.score for outcome in outcomes) == 100


def kill(worker):
    """Kill a worker from outside, and wait until its children are dead too."""
    worker._server.kill()
    worker._server.wait()
    time.sleep(0.2)


@pytest.mark.skipif(sys.platform != "linux", reason="strict isolation is Linux's")
def test_killed_worker_costs_nobody_anything(quick, course, reference_source, tmp_path):
    """A worker that is killed amid a lesson is started again, and the lesson in hand is tried once more."""
    (tmp_path / "lesson03_gradient.py").write_text(reference_source("lesson03_gradient"))
    submission = intake.read(tmp_path, course)
    entry = course.lesson("lesson03_gradient")
    with sandbox.ForkingSandbox(quick) as worker:
        with contextlib.closing(Session(entry, submission, worker, {})) as session:
            assert session.ask("f", [1.0, 2.0])() == wire.Returned(5.0, False, "")
            kill(worker)
            assert session.ask("f", [1.0, 3.0])() == wire.Returned(10.0, False, "")
            kill(worker)
            assert session.ask("f", [1.0, 3.0])().kind == "died"
        outcomes = suites.grade(submission, worker, course, only=["lesson03_gradient"])
    assert sum(outcome.score for outcome in outcomes) == 14


@pytest.mark.skipif(sys.platform != "linux", reason="strict isolation is Linux's")
def test_what_was_not_imported_is_had_in_a_fresh_child(course, grade, tmp_path):
    """Graded code may import the libraries' rarer parts and the standard library, as at home."""
    source = """
import statistics, fractions, concurrent.futures
from scipy import interpolate

def f(x, y):
    from scipy.stats import norm
    import mpmath, csv, sympy.physics.units
    return x**2 + y**2

def gradient(x, y):
    import no_such_thing

def directional_rate(func, x, y, angle, step):
    import graders.course.reference.lesson03_gradient as answers
    return answers.directional_rate(func, x, y, angle, step)

def steepest_ascent(func, x, y):
    import antigravity
"""
    (tmp_path / "lesson03_gradient.py").write_text(source)
    with sandbox.start(course.limits, "strict") as worker:
        outcomes = suites.grade(intake.read(tmp_path, course), worker, course, only=["lesson03_gradient"])
    assert [outcome.outcome for outcome in outcomes] == ["right", "stopped", "stopped", "stopped"]
    assert "No module named 'no_such_thing'" in outcomes[1].objection
    assert "No module named 'graders'" in outcomes[2].objection


@pytest.mark.skipif(sys.platform != "linux", reason="strict isolation is Linux's")
def test_files_are_refused_in_words(course, tmp_path):
    """A file that graded code opens is refused in one sentence that says why."""
    (tmp_path / "lesson03_gradient.py").write_text("def f(x, y):\n    open('x.txt', 'w')\n")
    with sandbox.start(course.limits, "strict") as worker:
        outcomes = suites.grade(intake.read(tmp_path, course), worker, course, only=["lesson03_gradient"])
        assert worker.isolation == "strict (session, limits, user, landlock, seccomp)"
    assert outcomes[0].objection == (
        "f stopped with PermissionError: graded code has no files, no network and no other programs "
        "(lesson03_gradient.py, line 2)"
    )


def test_strict_without_forking_is_refused(quick, monkeypatch):
    """Where strict cannot be had, it is refused before anything starts."""
    with pytest.raises(sandbox.SandboxError, match="strict isolation cannot be had"):
        sandbox.PlainSandbox(quick, "strict")
    monkeypatch.setattr(sys, "platform", "darwin")
    with pytest.raises(sandbox.SandboxError, match="it needs Linux, and this is darwin"):
        sandbox.start(quick, "strict")
