"""Worker processes as the trusted side sees them: start, ask, kill, and say how one ended.

Two ways to have a child for a lesson. On Linux a warm worker forks it (:class:`ForkingSandbox`);
elsewhere each is a process of its own (:class:`PlainSandbox`), with the next one started ahead.
"""

from __future__ import annotations

import contextlib
import functools
import importlib.util
import json
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from abc import ABC, abstractmethod
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from graders.engine import isolation
from graders.engine.child import Child, Ended, Lost, SandboxError
from graders.engine.course import Limits
from graders.engine.worker import wire
from graders.engine.worker.channel import NUMBER

# What a fork has imported already: what nearly every submission uses, with the parts that NumPy and
# SymPy import on first use; then the rest, in small steps, since a request waits for the one in hand
FIRST: Final = (
    "numpy", "numpy.random", "sympy", "sympy.combinatorics", "sympy.assumptions.wrapper", "sympy.sets.setexpr",
    "sympy.tensor.tensor",     "matplotlib.pyplot", "worker.expressions", "cmath", "csv", "pprint", "statistics", "timeit",
)  # fmt: skip
LATER: Final = (
    "scipy.special", "scipy.linalg", "scipy.sparse", "scipy.sparse.linalg", "scipy.optimize", "scipy.integrate",
    "sympy.integrals.heurisch", "sympy.integrals.manualintegrate", "sympy.integrals.risch",
    "sympy.calculus.util", "sympy.physics.units",
)  # fmt: skip
ANSWER_SECONDS: Final = 20.0  # a worker that was stopped by someone is started anew after this
START_SECONDS: Final = 120.0  # a cold disk and a slow machine import all libraries in this


class Sandbox(ABC):
    """Hands out children. Use as a context manager: nothing of it outlives the block."""

    def __init__(self, limits: Limits, level: str = "auto") -> None:
        self.limits, self.level = limits, level
        self.children: set[Child] = set()
        self._folder = tempfile.mkdtemp(prefix="calcgrade-")
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115 - what a worker says; closed with the sandbox

    def child(self, imports: Iterable[str] = ()) -> Child:
        """Return a fresh child process, confined; ``imports`` are imported in it before that.

        Raises
        ------
        SandboxError
            When it cannot be had, or not as confined as it has to be.
        """
        imports = list(imports)
        child = self._spawn()
        try:
            seconds = self.limits.load_seconds if imports else START_SECONDS
            reply = child.ask(wire.Prepare(imports), seconds)
        except Ended as ended:
            if imports:  # they cannot be had
                return self.child()
            raise self._failure(f"a worker {ended}") from None
        except Lost:
            raise self._failure("the worker process ended") from None
        if not isinstance(reply, wire.Confined):
            child.close()
            raise self._failure("a worker said something else")
        self.confined = reply
        if self.level == "strict":
            lacking = isolation.lacking(reply)
            if lacking:
                child.close()
                raise SandboxError(f"strict isolation cannot be had: {lacking}")
        return child

    @functools.cached_property
    def isolation(self) -> str:
        """What children are confined by, as the results say it: proved by a canary that tries to escape.

        Raises
        ------
        SandboxError
            When strict isolation was asked for, and a layer fails or the canary escapes.
        """
        child = self.child()
        try:
            escaped = isolation.escapes(child.ask) if self.level != "basic" else []
        except (Ended, Lost) as reason:
            escaped = [f"end its process ({reason})"]
        child.close()
        if escaped and self.level == "strict":
            raise SandboxError(
                f"strict isolation cannot be had: a trial submission could {', '.join(escaped)}"
            )
        return isolation.label(self.level, self.confined, escaped)

    @abstractmethod
    def _spawn(self) -> Child:
        """Return a fresh child process, not confined yet."""

    @abstractmethod
    def reap(self, process: Any) -> int | None:
        """End a child process and return its wait status; None if its worker is gone."""

    def close(self) -> None:
        """End everything and remove the private folders."""
        for child in list(self.children):
            child.close()
        self._errors.close()
        shutil.rmtree(self._folder, ignore_errors=True)

    def __enter__(self) -> Sandbox:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _libraries(self) -> list[str]:
        """Return import paths that do not tell where the libraries lie: often beside the grader."""
        links = []
        for number, folder in enumerate(_library_paths()):
            link = Path(self._folder, f"libraries{number}")
            try:
                if not link.is_symlink():
                    link.symlink_to(folder, target_is_directory=True)
            except OSError:  # Windows, without the right to make links
                link = Path(folder)
            links.append(str(link))
        return links

    def _failure(self, what: str = "the worker process cannot be started") -> SandboxError:
        """Return what went wrong with a worker, and the last line it wrote."""
        self._errors.seek(0)
        said = self._errors.read(100_000).decode("utf-8", "replace").strip().splitlines()
        return SandboxError(f"{what}: {said[-1] if said else 'it said nothing'}")

    def _start(self, folder: str, **more: Any) -> subprocess.Popen[bytes]:
        """Start a worker: clean environment, no path that names the grader."""
        settings = {"first": FIRST, "later": LATER, "folder": folder, "limits": self.limits.of_a_child()}
        settings |= {
            "layers": isolation.layers(self.level),
            "readable": isolation.readable(self._libraries()),
        }
        boot = {
            "modules": _modules(),
            "path": self._libraries(),
            "environment": _environment(),
            "settings": settings,
            **more,
        }
        descriptors = (more["control"],) if "control" in more else ()
        try:
            process = subprocess.Popen(
                [
                    getattr(sys, "_base_executable", sys.executable),
                    "-s",
                    "-S",
                    "-P",
                    "-B",
                    "-c",
                    _modules()["worker.boot"],
                ],
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=self._errors,
                cwd=self._folder,  # no settings of the libraries from wherever this was started
                env={"PYTHONHASHSEED": "0", **_windows()},
                pass_fds=descriptors,
                start_new_session=True,
            )
        except OSError as error:
            raise SandboxError(f"the worker process cannot be started: {error}") from error
        assert process.stdin is not None
        with contextlib.suppress(BrokenPipeError), process.stdin as stdin:
            stdin.write(json.dumps(boot).encode() + b"\n")
        return process


class ForkingSandbox(Sandbox):
    """One warm worker that forks a child a lesson."""

    def __init__(self, limits: Limits, level: str = "auto") -> None:
        super().__init__(limits, level)
        self._launch()

    def _launch(self) -> None:
        self._control, theirs = socket.socketpair()
        self._control.settimeout(START_SECONDS)
        with theirs:
            self._server = self._start(self._folder, control=theirs.fileno())

    def _spawn(self) -> Child:
        """Fork a child; a worker that is gone is started once more."""
        try:
            return self._fork()
        except (OSError, EOFError):
            self._stop()
            self._launch()
        try:
            return self._fork()
        except (OSError, EOFError) as error:
            raise self._failure() from error

    def _fork(self) -> Child:
        ours, theirs = socket.socketpair()
        try:
            with theirs:
                socket.send_fds(self._control, [b"S" + NUMBER.pack(0)], [theirs.fileno()])
                child = Child(self, ours, (self._server, self._answer()))
                self._control.settimeout(ANSWER_SECONDS)  # it has imported its libraries
                return child
        except (OSError, EOFError):
            ours.close()
            raise

    def reap(self, process: tuple[subprocess.Popen[bytes], int]) -> int | None:
        """Have the worker kill and reap a child of its own."""
        server, pid = process
        if server is not self._server:
            return None
        try:
            self._control.sendall(b"R" + NUMBER.pack(pid))
            return self._answer()
        except (OSError, EOFError):
            return None

    def _answer(self) -> int:
        data = self._control.recv(NUMBER.size, socket.MSG_WAITALL)
        if len(data) < NUMBER.size:
            raise EOFError
        return int(NUMBER.unpack(data)[0])

    def _stop(self) -> None:
        self._control.close()
        self._server.kill()  # its children die with it
        self._server.wait()

    def close(self) -> None:
        """End the worker and its children."""
        super().close()
        self._stop()


class PlainSandbox(Sandbox):
    """A process a lesson, for platforms that cannot fork; the next one is started ahead."""

    def __init__(self, limits: Limits, level: str = "basic") -> None:
        if level == "strict":
            raise SandboxError("strict isolation cannot be had: it needs a Linux that can fork")
        super().__init__(limits, "basic")  # libraries are imported when they are asked for
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._listener.settimeout(START_SECONDS)
        self._count = 0
        self._spare = self._begin()

    def _begin(self) -> tuple[subprocess.Popen[bytes], bytes]:
        self._count += 1
        folder = Path(self._folder, str(self._count))
        folder.mkdir()
        token = secrets.token_bytes(16)
        port = self._listener.getsockname()[1]
        return self._start(str(folder), port=port, token=token.hex()), token

    def _spawn(self) -> Child:
        """Take the process started ahead, and start the next."""
        process, token = self._spare
        try:
            connection, _ = self._listener.accept()
            connection.settimeout(START_SECONDS)
            if not secrets.compare_digest(connection.recv(16, socket.MSG_WAITALL), token):
                raise OSError("a stranger at the door")
        except OSError as error:
            raise self._failure() from error
        self._spare = self._begin()
        return Child(self, connection, process)

    def reap(self, process: subprocess.Popen[bytes]) -> int:
        """Kill a process and all of its group."""
        if os.name == "posix":
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(process.pid, signal.SIGKILL)
        process.kill()
        code = process.wait()
        return code if os.name == "nt" else -code if code < 0 else code << 8

    def close(self) -> None:
        """End the process started ahead."""
        super().close()
        self.reap(self._spare[0])
        self._listener.close()


def start(limits: Limits, level: str = "auto") -> Sandbox:
    """Return the sandbox that this platform can have. It starts at once and imports in the background.

    Raises
    ------
    SandboxError
        When strict isolation is asked for where it cannot be had.
    """
    if level == "strict" and sys.platform != "linux":
        raise SandboxError(f"strict isolation cannot be had: it needs Linux, and this is {sys.platform}")
    # macOS forks, but its numerical library does not survive it
    return ForkingSandbox(limits, level) if sys.platform == "linux" else PlainSandbox(limits, level)


@functools.cache
def _modules() -> dict[str, str]:
    """Return the worker's modules by name, as text."""
    folder = Path(__file__).parent / "worker"
    found = {f"worker.{path.stem}": path.read_text("utf-8") for path in folder.glob("*.py")}
    found["worker"] = found.pop("worker.__init__")
    return found


@functools.cache
def _library_paths() -> list[str]:
    """Return the folders that hold the libraries students may import."""
    specs = (importlib.util.find_spec(name) for name in isolation.LIBRARIES)
    origins = (spec.origin for spec in specs if spec is not None and spec.origin is not None)
    return list(dict.fromkeys(str(Path(origin).parent.parent) for origin in origins))


def _environment() -> dict[str, str]:
    """Return what the libraries read while they are imported; it is gone before student code runs."""
    home = {
        name: os.environ[name] for name in ("HOME", "XDG_CACHE_HOME", "MPLCONFIGDIR") if name in os.environ
    }
    # a child may start no threads
    return home | {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MPLBACKEND": "Agg"}


def _windows() -> dict[str, str]:
    """Return the variables without which Windows starts no Python."""
    return {
        name: os.environ[name] for name in ("SYSTEMROOT", "PATH") if os.name == "nt" and name in os.environ
    }
