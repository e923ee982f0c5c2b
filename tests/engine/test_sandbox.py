"""Worker processes: they end when they should, and what they are started with names nothing of the grader."""

import contextlib
import os
import signal
import socket
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import pytest

from graders.engine import course as courses
from graders.engine import intake, isolation, launch, sandbox, suites
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

def library(): import numpy; return numpy.__file__

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


KINDS = [
    pytest.param(
        sandbox.ForkingSandbox,
        id="forking",
        marks=pytest.mark.skipif(sys.platform != "linux", reason="forks on Linux only"),
    ),
    pytest.param(sandbox.PlainSandbox, id="plain"),
]


@pytest.fixture(scope="module", params=KINDS)
def either(request, quick):
    """A sandbox of each kind, at the level that both can have."""
    with request.param(quick, "basic") as started:
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
    monkeypatch.setattr(launch, "FIRST", ("no_such_library",))
    with (
        sandbox.ForkingSandbox(quick) as worker,
        pytest.raises(sandbox.SandboxError, match="no_such_library"),
    ):
        worker.child()


@pytest.mark.parametrize("kind", KINDS)
def test_no_python_to_start(quick, monkeypatch, tmp_path, kind):
    """Where Python itself cannot be started that is told, and no folder is left behind."""
    monkeypatch.setattr(sys, "_base_executable", "/no/such/python", raising=False)
    monkeypatch.setattr(sandbox.tempfile, "tempdir", str(tmp_path))
    with pytest.raises(sandbox.SandboxError, match="the worker process cannot be started"):
        kind(quick)
    assert list(tmp_path.iterdir()) == []


class Staged(sandbox.Sandbox):
    """A sandbox whose children make of a request what a test wants."""

    closed = 0

    def _spawn(self, numbers):
        def close():
            self.closed += 1

        return SimpleNamespace(ask=self.ask, close=close)

    def reap(self, process):
        """End nothing: there are no processes."""


def lost(*_):
    """Make as if the worker were gone."""
    raise sandbox.Lost


def ended(*_):
    """Make as if the child had ended."""
    raise sandbox.Ended("died", "crashed the Python process (SIGSEGV)")


@pytest.mark.parametrize(
    ("ask", "words", "closed"),
    [
        (ended, "a worker crashed the Python process (SIGSEGV): it said nothing", 0),
        (lost, "the worker process ended: it said nothing", 0),
        (lambda *_: wire.Ready(), "a worker said something else: it said nothing", 1),
    ],
)
def test_a_child_that_cannot_be_had(quick, ask, words, closed):
    """What its worker did is told, and a child whose confinement is unknown is never handed out."""
    with Staged(quick) as worker:
        worker.ask = ask
        with pytest.raises(sandbox.SandboxError) as raised:
            worker.child()
        assert (str(raised.value), worker.closed) == (words, closed)


def test_imports_that_end_a_child(quick):
    """Code that wishes for a module which crashes is graded in a child without it."""
    confined = wire.Confined(["session"], [], {})

    def ask(request, seconds):
        return ended() if request.imports else confined

    with Staged(quick) as worker:
        worker.ask = ask
        worker.child(["crashes"])
        assert worker.confined is confined


@pytest.mark.parametrize("kind", KINDS)
def test_without_the_right_to_make_links(quick, load, monkeypatch, kind):
    """As on Windows: children find the libraries where they lie."""

    def refused(*_, **__):
        raise OSError("a required privilege is not held by the client")

    monkeypatch.setattr(Path, "symlink_to", refused)
    with kind(quick, "basic") as worker:
        assert load(worker)("library").value.startswith(tuple(launch.library_paths()))


@pytest.mark.skipif(sys.platform != "linux", reason="forks on Linux only")
def test_a_child_of_a_former_worker(quick, load):
    """Closing it touches nothing of the new worker's, which knows no such process."""
    with sandbox.ForkingSandbox(quick, "basic") as worker:
        former = worker.child()
        worker._server.kill()
        worker._server.wait()
        call = load(worker)
        assert former.close() is None
        assert call("answer").value == 42


@pytest.mark.skipif(sys.platform != "linux", reason="forks on Linux only")
@pytest.mark.parametrize("numbers", [True, False])
def test_what_a_child_has_imported(quick, numbers):
    """One that is likely to need NumPy alone has no other library; what forked it ends with the sandbox."""
    source = (
        b"import os, sys\ndef found(): return ['sympy' in sys.modules, 'numpy' in sys.modules, os.getppid()]"
    )
    with sandbox.ForkingSandbox(quick, "basic") as worker:
        child = worker.child(numbers=numbers)
        child.ask(wire.Load("module", {"module.py": source}, {}), 10)
        child.ask(wire.Run(), 10)
        *libraries, server = child.ask(wire.Call("found", []), 10).value.items
        assert libraries == [not numbers, True]
        assert (server == worker._server.pid) == (not numbers)
    for _ in range(100):
        if not os.path.exists(f"/proc/{server}"):
            return
        time.sleep(0.05)
    pytest.fail("a server outlives its sandbox")


@pytest.mark.skipif(sys.platform != "linux", reason="forks on Linux only")
def test_a_worker_that_breaks_off(quick, load):
    """A worker that ends in the middle of an answer is started again."""
    with sandbox.ForkingSandbox(quick, "basic") as worker:
        worker._controls[False].close()
        worker._controls[False], theirs = socket.socketpair()
        with theirs:
            theirs.sendall(b"\0\0")
            theirs.shutdown(socket.SHUT_WR)
            assert load(worker)("answer").value == 42


def test_a_stranger_at_the_door(quick, load, monkeypatch):
    """A process that does not know the token is never taken for a worker; the worker behind it is had next."""
    begin, strangers = sandbox.PlainSandbox._begin, []

    def after_a_stranger(worker):
        if not strangers:
            strangers.append(socket.create_connection(worker._listener.getsockname()))
            strangers[0].sendall(bytes(16))
        return begin(worker)

    monkeypatch.setattr(sandbox.PlainSandbox, "_begin", after_a_stranger)
    with sandbox.PlainSandbox(quick) as worker:
        with pytest.raises(sandbox.SandboxError, match="the worker process cannot be started"):
            worker.child()
        assert strangers[0].recv(1) == b""
        strangers[0].close()
        assert load(worker)("answer").value == 42


def test_reaping_on_windows(quick, monkeypatch):
    """A process is killed by itself, for there are no groups, and its exit status is told as it is."""
    done = []
    process = SimpleNamespace(pid=0, kill=lambda: done.append("killed"), wait=lambda: 9)
    with sandbox.PlainSandbox(quick) as worker, monkeypatch.context() as windows:
        windows.setattr(os, "name", "nt")
        windows.setattr(os, "killpg", lambda *_: done.append("a group was killed"), raising=False)
        assert worker.reap(process) == 9
    assert done == ["killed"]


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


@pytest.mark.skipif(sys.platform != "linux", reason="strict isolation is Linux's")
@pytest.mark.parametrize(
    ("canary", "escaped"),
    [
        (b"def escapes(): return ['read a file', 'open a socket']", "read a file, open a socket"),
        (b"def escapes(): return 7", "do something unexpected"),
        (b"def escapes(): raise ValueError", "do something unexpected"),
    ],
)
def test_a_canary_that_is_not_held(course, monkeypatch, canary, escaped):
    """Strict is refused, and auto is not called strict, unless the trial submission says that it could do nothing."""
    monkeypatch.setattr(isolation, "CANARY", canary)
    with sandbox.start(course.limits, "strict") as worker:
        with pytest.raises(sandbox.SandboxError) as raised:
            worker.isolation  # noqa: B018 - proves it
        assert str(raised.value) == f"strict isolation cannot be had: a trial submission could {escaped}"
        worker.level = "auto"
        assert worker.isolation.startswith("partial (")


def test_strict_without_forking_is_refused(quick, monkeypatch):
    """Where strict cannot be had, it is refused before anything starts."""
    with pytest.raises(sandbox.SandboxError, match="strict isolation cannot be had"):
        sandbox.PlainSandbox(quick, "strict")
    monkeypatch.setattr(sys, "platform", "darwin")
    with pytest.raises(sandbox.SandboxError, match="it needs Linux, and this is darwin"):
        sandbox.start(quick, "strict")
