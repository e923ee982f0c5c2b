"""Harmless attacks on the sandbox, of which none may gain anything: with all layers, and with some away."""

import contextlib
import importlib.util
import os
import shutil
import socket
import stat
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from graders.engine import course as courses
from graders.engine import intake, isolation, launch, references, sandbox, suites
from graders.engine.intake import Submission
from graders.engine.score import Judge
from graders.engine.session import Session
from graders.engine.worker import kernel, landlock, wire

_spec = importlib.util.spec_from_file_location(
    "hostile_collection", Path(__file__).with_name("collection.py")
)
collection = importlib.util.module_from_spec(_spec)
sys.modules[_spec.name] = collection
_spec.loader.exec_module(collection)

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="strict isolation needs Linux")

L1, L3 = "lesson01_differentiation", "lesson03_gradient"
SLOWEST = 12.0  # seconds that any one trick may take of a grader's time
TOKEN = "the-token-that-nobody-finds"
# What could not be decided is not judged: no points, and a person looks at it
UNDECIDED = {"powers of powers"}

# What is switched off, by the names of `held_without`
LEFT = {
    "landlock": ("session", "limits", "user", "seccomp"),
    "seccomp": ("session", "limits", "user", "landlock"),
    "both": ("session", "limits", "user"),
    "everything": (),
}


def _landlock():
    try:
        return landlock.abi()
    except kernel.Unavailable:
        return 0


def _named(tricks):
    return [pytest.param(trick, id=trick.name.replace(" ", "-")) for trick in tricks]


PROBES = [trick for trick in collection.TRICKS if trick.function == "attempt"]
FOLDERS = [trick for trick in collection.TRICKS if trick.function == "folder"]
JUDGED = [trick for trick in collection.TRICKS if trick.function not in ("attempt", "folder")]


class World:
    """What a trick may try to reach: all of it readable and writable for everybody, so that only layers hold."""

    def __init__(self):
        self.home = Path(tempfile.mkdtemp(prefix="hostile-"))
        self.open, self.outside = self.home / "open", self.home / "outside"
        for folder, mode in ((self.home, 0o755), (self.open, 0o755), (self.outside, 0o777)):
            folder.mkdir(exist_ok=True)
            folder.chmod(mode)
        self.secret, self.victim = self.open / "secret.txt", self.outside / "victim"
        for path, text, mode in (
            (self.secret, TOKEN, 0o644),
            (self.open / "hidden_answers.py", f"TOKEN = {TOKEN!r}", 0o644),
            (self.victim, "untouched", 0o666),
        ):
            path.write_text(text)
            path.chmod(mode)
        (self.open / "link").symlink_to(self.secret)
        self.process = subprocess.Popen(["sleep", "100"], stdin=subprocess.DEVNULL, start_new_session=True)
        self.listeners = [
            socket.create_server(("127.0.0.1", 0)),
            socket.socket(type=socket.SOCK_DGRAM),
            socket.socket(socket.AF_UNIX),
            socket.socket(socket.AF_UNIX),
        ]
        self.tcp, self.udp, unix, abstract = self.listeners
        self.udp.bind(("127.0.0.1", 0))
        unix.bind(str(self.open / "socket"))
        (self.open / "socket").chmod(0o777)
        abstract.bind(f"\0{self.home.name}")
        for listener in self.listeners:
            listener.setblocking(False)
        unix.listen()
        abstract.listen()
        self.before = self.look()

    def look(self):
        """Return what can be seen of the files."""
        seen = {}
        for path in [self.outside, *self.home.rglob("*")]:
            status = path.lstat()
            seen[path] = (status.st_mode, status.st_uid, status.st_size, status.st_mtime_ns, status.st_nlink)
        return seen

    def told(self, sibling):
        """Return what tricks are told."""
        return {
            "token": TOKEN,
            "secret": str(self.secret),
            "open": str(self.open),
            "answers": str(self.open / "hidden_answers.py"),
            "link": str(self.open / "link"),
            "outside": str(self.outside),
            "victim": str(self.victim),
            "root": str(courses.HOME),
            "grader": os.getpid(),
            "process": self.process.pid,
            "address": int(Path(f"/proc/{self.process.pid}/maps").read_text().partition("-")[0], 16),
            "tcp": self.tcp.getsockname()[1],
            "udp": self.udp.getsockname()[1],
            "unix": str(self.open / "socket"),
            "abstract": self.home.name,
            "sibling": sibling,
        }

    def harm(self):
        """Return what was done to it."""
        found = [str(path) for path in self.look().items() ^ self.before.items()]
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        if (
            not any(state in status for state in ("(sleeping)", "(running)"))
            or "TracerPid:\t0\n" not in status
            or os.getpriority(0, self.process.pid)
        ):
            found.append("the process")
        for listener in self.listeners:
            with contextlib.suppress(BlockingIOError):
                if listener.type == socket.SOCK_DGRAM:
                    found.append(f"a datagram {listener.recv(9)}")
                else:
                    listener.accept()[0].close()
                    found.append("a connection")
        return found

    def close(self):
        """Leave nothing behind."""
        self.process.kill()
        self.process.wait()
        for listener in self.listeners:
            listener.close()
        shutil.rmtree(self.home)


@pytest.fixture
def world():
    """A world of files, listeners and a process, made for one trick."""
    made = World()
    yield made
    made.close()


@pytest.fixture(scope="module")
def short():
    """Limits for what never ends: everything else needs a fraction of them, on a busy machine too."""
    return courses.Limits(call_seconds=2, load_seconds=2, cpu_seconds=20, memory_mb=512)


@pytest.fixture(scope="module")
def ample():
    """Limits for what is to succeed: a trick that was let through may slow its own process."""
    return courses.Limits(call_seconds=20, load_seconds=20, cpu_seconds=20, memory_mb=512)


@pytest.fixture(scope="module")
def strict(short):
    """A warm worker whose children are confined by all that there is."""
    with sandbox.start(short, "strict") as started:
        assert started.isolation.startswith("strict (session, limits, user, ")
        yield started


@pytest.fixture(scope="module")
def ablated(ample):
    """Give a warm worker from which something was taken away."""
    with contextlib.ExitStack() as stack:
        made = {}

        def get(away):
            if away not in made:
                with pytest.MonkeyPatch.context() as patch:
                    patch.setattr(isolation, "layers", lambda level: LEFT[away])
                    made[away] = stack.enter_context(sandbox.ForkingSandbox(ample, "auto"))
                    made[away].child().close()
            return made[away]

        yield get


@pytest.fixture(scope="module")
def honest(course, reference_source):
    """Grade an item of an honest submission."""
    sources = {f"{module}.py": reference_source(module).encode() for module in (L1, L3)}

    def run(worker, module=L3, name="f", submission=None):
        return judge(course, worker, submission or Submission("honest", sources), module, name)

    return run


def judge(course, worker, submission, module, name):
    """Judge one item of a submission."""
    entry = course.lesson(module)
    [item] = [each for each in suites.items(entry) if each.name == name]
    with contextlib.closing(Session(entry, submission, worker, references.official(entry))) as session:
        return Judge(course, entry, session.ask, seed=7).judge(item)


def left_behind(worker):
    """Return the processes below a worker that no session has in hand."""

    def below(pid):
        return Path(f"/proc/{pid}/task/{pid}/children").read_text().split()

    numbers, *others = below(worker._server.pid)  # the first is the part that forks children with NumPy alone
    in_hand = {str(child._process[1]) for child in worker.children}
    return [each for each in (*others, *below(numbers)) if each not in in_hand]


def succeeds(course, worker, trick, world):
    """Let a probe try, beside a sibling, and say whether it reached anything."""
    sibling = worker.child()
    source = f"{collection.TOOLS}\nW = {world.told(sibling._process[1])!r}\n\n{trick.source}"
    submission = Submission("hostile", {f"{L1}.py": source.encode()})
    with contextlib.closing(Session(course.lesson(L1), submission, worker, {})) as session:
        came = session.ask("attempt", [])()
    harmed = world.harm()
    try:
        if sibling.ask(wire.Load("a", {"a.py": b"def one(): return 1"}, {}), 5) != wire.Ready():
            harmed.append("the sibling")
    except sandbox.Ended:
        harmed.append("the sibling")
    sibling.close()
    return (isinstance(came, wire.Returned) and came.value is True) or bool(harmed), (came, harmed)


def test_table():
    """Every entry is told apart by its name, of a known kind, and held by known mechanisms."""
    tricks = collection.TRICKS
    assert len(tricks) >= 60
    assert len({trick.name for trick in tricks}) == len(tricks)
    assert {trick.kind for trick in tricks} == set(collection.KINDS)
    for trick in tricks:
        assert trick.tries
        assert trick.holds
        assert set(trick.holds) <= set(collection.MECHANISMS)
        assert (trick.held_without is not None) == (trick.function == "attempt")
    assert {trick.name for trick in tricks} >= UNDECIDED


@pytest.mark.parametrize("trick", _named(PROBES))
def test_probe_under_strict(trick, strict, world, course, honest):
    """A trick that tries to reach something reaches nothing, and the next submission is graded as ever."""
    began = time.monotonic()
    succeeded, came = succeeds(course, strict, trick, world)
    assert not succeeded, came
    assert time.monotonic() - began < SLOWEST
    assert left_behind(strict) == []
    assert honest(strict).outcome == "right"


@pytest.mark.parametrize("trick", _named(JUDGED))
def test_judged_under_strict(trick, strict, course, honest):
    """A trick that wants an item without a right answer does not get it, and the next submission does."""
    module = L1 if trick.function == "derivative" else L3
    source = f"{collection.TOOLS}\n{trick.source}"
    began = time.monotonic()
    outcome = judge(
        course, strict, Submission("hostile", {f"{module}.py": source.encode()}), module, trick.function
    )
    assert time.monotonic() - began < SLOWEST
    assert outcome.outcome in (("error",) if trick.name in UNDECIDED else ("wrong", "stopped")), outcome
    assert outcome.score == 0
    for text in (outcome.objection, outcome.returned, outcome.called, outcome.printed, outcome.advice):
        assert text.isprintable()
        assert len(text) < 1000
    assert left_behind(strict) == []
    assert honest(strict).outcome == "right"
    if trick.kind == "neighbours":
        assert honest(strict, L1, "derivative").outcome == "right"


@pytest.mark.parametrize("trick", _named(FOLDERS))
def test_odd_folder_under_strict(trick, strict, world, short, course, honest, tmp_path, monkeypatch):
    """An odd folder, in which the grader is even started, costs its own lesson at most."""
    place = tmp_path / "submission"
    place.mkdir()
    shutil.copy(courses.REFERENCE / f"{L3}.py", place)
    monkeypatch.chdir(place)
    names = {"place": place, "secret": world.secret, "os": os, "socket": socket, "stat": stat}
    try:
        with contextlib.ExitStack() as stack:
            exec(trick.source, names)
            worker = strict
            if "process" in trick.holds:  # what is read from the folder a worker is started in
                worker = stack.enter_context(sandbox.start(short, "strict"))
            began = time.monotonic()
            submission = intake.read(place, course)
            assert time.monotonic() - began < 2
            assert not any(TOKEN.encode() in source for source in submission.sources.values())
            beside = honest(worker, L1, "f", submission)
            assert world.harm() == []
            assert beside.outcome in ("wrong", "stopped"), beside
            assert beside.objection.isprintable()
            assert honest(worker, L3, "f", submission).outcome == "right"
            assert left_behind(worker) == []
    finally:
        os.chdir("/")
        shutil.rmtree(place)


@pytest.mark.skipif(os.geteuid() != 0 or _landlock() < 6, reason="made as root, with Landlock 6 or later")
@pytest.mark.parametrize("away", LEFT)
@pytest.mark.parametrize("trick", PROBES, ids=lambda trick: trick.name.replace(" ", "-"))
def test_layers_are_independent(trick, away, ablated, world, course):
    """What holds a trick with a layer away is what the table says: one layer for another, or none."""
    succeeded, came = succeeds(course, ablated(away), trick, world)
    held = not succeeded
    assert held == (away in trick.held_without), came
    assert left_behind(ablated(away)) == []


FAULTS = {
    # what is patched in the worker: old, new, what strict says (None: it can be had), the label of auto
    "landlock absent": (
        "_CREATE_RULESET: Final = 444",
        "_CREATE_RULESET: Final = 999",
        None,
        "strict (session, limits, user, seccomp)",
    ),
    "landlock refuses its rights": (
        '"=QQQ", files,',
        '"=QQQ", 1 << 60,',
        "strict isolation cannot be had: landlock failed (landlock_create_ruleset: Invalid argument)",
        "partial (session, limits, user, seccomp)",
    ),
    "landlock refuses to restrict": (
        "_RESTRICT_SELF, prepared, 0)",
        "_RESTRICT_SELF, prepared, 1 << 31)",
        "strict isolation cannot be had: landlock failed (landlock_restrict_self: Invalid argument)",
        "partial (session, limits, user, seccomp)",
    ),
    "seccomp absent": (
        "platform.machine() not in _ARCHITECTURES:",
        "True:",
        "strict isolation cannot be had: this system has no seccomp",
        "partial (session, limits, user, landlock)",
    ),
    "seccomp fails": (
        "PR_SET_SECCOMP: Final = 22",
        "PR_SET_SECCOMP: Final = 9999",
        "strict isolation cannot be had: seccomp failed (seccomp: Invalid argument)",
        "partial (session, limits, user, landlock)",
    ),
    "no new privileges fails": (
        "PR_SET_NO_NEW_PRIVS: Final = 38",
        "PR_SET_NO_NEW_PRIVS: Final = 9999",
        "strict isolation cannot be had: landlock failed (no_new_privs: Invalid argument)",
        "basic (session, limits, user)",
    ),
    "limits that do not bind": (
        "resource.setrlimit(kind, (wanted, wanted))",
        "wanted += 1",
        "strict isolation cannot be had: limits failed (RLIMIT_CORE does not bind)",
        "partial (session, user, landlock, seccomp)",
    ),
    "a user that stays": (
        "os.setresuid(number, number, number)",
        "pass",
        "strict isolation cannot be had: user failed (the user id could not be given up)",
        "partial (session, limits, landlock, seccomp)",
    ),
    "a filter that is not there": (  # said to hold; the canary finds out
        'kernel.prctl("seccomp", PR_SET_SECCOMP, 2, header, 0, 0)',
        "pass",
        "strict isolation cannot be had: a trial submission could open a socket",
        "partial (session, limits, user, landlock, seccomp)",
    ),
    "a filter that allows everything": (
        "(_RETURN, 0, 0, _ERRNO | errno.EPERM),\n        ]\n        return b",
        "(_RETURN, 0, 0, _ALLOW),\n        ]\n        return b",
        "strict isolation cannot be had: a trial submission could open a socket",
        "partial (session, limits, user, landlock, seccomp)",
    ),
}
_IN_FULL = pytest.mark.skipif(
    os.geteuid() != 0 or _landlock() < 6, reason="needs root, and Landlock 6 or later"
)


def _break(monkeypatch, *faults):
    """Have workers start with a confinement in which something is broken."""
    text = dict(launch.modules())
    for fault in faults:
        old, new = FAULTS[fault][:2]
        [module] = [name for name, source in text.items() if source.count(old) == 1]
        text[module] = text[module].replace(old, new)
    monkeypatch.setattr(launch, "modules", lambda: text)


@_IN_FULL
@pytest.mark.parametrize("fault", FAULTS)
def test_strict_with_a_layer_broken(fault, short, honest, strict, monkeypatch):
    """Strict says in one sentence what is missing, or holds without it where it may."""
    sentence, label = FAULTS[fault][2:]
    _break(monkeypatch, fault)
    with sandbox.start(short, "strict") as worker:
        if sentence is None:
            assert worker.isolation == label
            assert honest(worker) == honest(strict)
            return
        with pytest.raises(sandbox.SandboxError) as raised:
            worker.isolation  # noqa: B018 - proves it
        assert str(raised.value) == sentence


@_IN_FULL
@pytest.mark.parametrize("fault", FAULTS)
def test_auto_with_a_layer_broken(fault, short, honest, strict, monkeypatch):
    """Auto takes what there is, says so, and grades an honest submission all the same."""
    _break(monkeypatch, fault)
    with sandbox.start(short, "auto") as worker:
        assert worker.isolation == FAULTS[fault][3]
        assert honest(worker) == honest(strict)
        assert honest(worker, L1, "derivative") == honest(strict, L1, "derivative")


@_IN_FULL
def test_auto_without_the_kernel(short, honest, strict, monkeypatch):
    """With neither of the kernel's layers it is called basic, and an honest submission is graded all the same."""
    _break(monkeypatch, "landlock absent", "seccomp absent")
    with sandbox.start(short, "auto") as worker:
        assert worker.isolation == "basic (session, limits, user)"
        assert honest(worker) == honest(strict)
