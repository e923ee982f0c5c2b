"""Worker processes as the trusted side sees them: start, ask, kill, and say how one ended.

Two ways to have a child for a lesson. On Linux a warm worker forks it (:class:`ForkingSandbox`);
elsewhere each is a process of its own (:class:`PlainSandbox`), with the next one started ahead.
"""

from __future__ import annotations

import contextlib
import functools
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

from graders.engine import isolation, launch
from graders.engine.child import Child, Ended, Lost, SandboxError
from graders.engine.course import Limits
from graders.engine.worker import wire
from graders.engine.worker.channel import NUMBER

ANSWER_SECONDS: Final = 20.0  # a worker that was stopped by someone is started anew after this
START_SECONDS: Final = 120.0  # a cold disk and a slow machine import all libraries in this


class Sandbox(ABC):
    """Hands out children. Use as a context manager: nothing of it outlives the block."""

    def __init__(self, limits: Limits, level: str = "auto") -> None:
        self.limits, self.level = limits, level
        self.children: set[Child] = set()
        self._folder = tempfile.mkdtemp(prefix="calcgrade-")
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115 - what a worker says; closed with the sandbox

    def child(self, imports: Iterable[str] = (), *, numbers: bool = False) -> Child:
        """Return a fresh child process, confined.

        Parameters
        ----------
        imports
            What is imported in it before it is confined.
        numbers
            Whether it is likely to need no other library than NumPy.

        Raises
        ------
        SandboxError
            When it cannot be had, or not as confined as it has to be.
        """
        imports = list(imports)
        child = self._spawn(numbers)
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
    def _spawn(self, numbers: bool) -> Child:
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

    def _failure(self, what: str = "the worker process cannot be started") -> SandboxError:
        """Return what went wrong with a worker, and the last line it wrote."""
        self._errors.seek(0)
        said = self._errors.read(100_000).decode("utf-8", "replace").strip().splitlines()
        return SandboxError(f"{what}: {said[-1] if said else 'it said nothing'}")

    def _start(self, folder: str, **more: Any) -> subprocess.Popen[bytes]:
        return launch.worker(self._folder, folder, self.limits, self.level, self._errors, **more)


class ForkingSandbox(Sandbox):
    """One warm worker that forks a child a lesson; a part of it knows numbers alone, and forks faster."""

    def __init__(self, limits: Limits, level: str = "auto") -> None:
        super().__init__(limits, level)
        try:
            self._launch()
        except SandboxError:
            self._hang_up()
            super().close()
            raise

    def _launch(self) -> None:
        pairs = [socket.socketpair() for _ in range(2)]
        self._controls = [ours for ours, _ in pairs]
        for control in self._controls:
            control.settimeout(START_SECONDS)
        with contextlib.ExitStack() as stack:
            theirs = [stack.enter_context(each) for _, each in pairs]
            self._server = self._start(self._folder, controls=[each.fileno() for each in theirs])

    def _spawn(self, numbers: bool) -> Child:
        """Fork a child; a worker that is gone is started once more."""
        try:
            return self._fork(numbers)
        except (OSError, EOFError):
            self._stop()
            self._launch()
        try:
            return self._fork(numbers)
        except (OSError, EOFError) as error:
            raise self._failure() from error

    def _fork(self, numbers: bool) -> Child:
        control = self._controls[numbers]
        ours, theirs = socket.socketpair()
        try:
            with theirs:
                socket.send_fds(control, [b"S" + NUMBER.pack(0)], [theirs.fileno()])
                child = Child(self, ours, (control, _answer(control)))
                control.settimeout(ANSWER_SECONDS)  # it has imported its libraries
                return child
        except (OSError, EOFError):
            ours.close()
            raise

    def reap(self, process: tuple[socket.socket, int]) -> int | None:
        """Have the worker kill and reap a child of its own."""
        control, pid = process
        try:
            control.sendall(b"R" + NUMBER.pack(pid))
            return _answer(control)
        except (OSError, EOFError):
            return None

    def _stop(self) -> None:
        self._server.kill()  # its children die with it
        self._server.wait()
        self._hang_up()

    def _hang_up(self) -> None:
        for control in self._controls:
            control.close()

    def close(self) -> None:
        """End the worker and its children."""
        super().close()
        self._stop()


def _answer(control: socket.socket) -> int:
    data = control.recv(NUMBER.size, socket.MSG_WAITALL)
    if len(data) < NUMBER.size:
        raise EOFError
    return int(NUMBER.unpack(data)[0])


class PlainSandbox(Sandbox):
    """A process a lesson, for platforms that cannot fork; the next one is started ahead."""

    def __init__(self, limits: Limits, level: str = "basic") -> None:
        if level == "strict":
            raise SandboxError("strict isolation cannot be had: it needs a Linux that can fork")
        super().__init__(limits, "basic")  # libraries are imported when they are asked for
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._listener.settimeout(START_SECONDS)
        self._count = 0
        try:
            self._spare = self._begin()
        except SandboxError:
            self._listener.close()
            super().close()
            raise

    def _begin(self) -> tuple[subprocess.Popen[bytes], bytes]:
        self._count += 1
        folder = Path(self._folder, str(self._count))
        folder.mkdir()
        token = secrets.token_bytes(16)
        port = self._listener.getsockname()[1]
        return self._start(str(folder), port=port, token=token.hex()), token

    def _spawn(self, numbers: bool) -> Child:
        """Take the process started ahead, which has imported no library, and start the next."""
        process, token = self._spare
        try:
            connection, _ = self._listener.accept()
            connection.settimeout(START_SECONDS)
            if not secrets.compare_digest(connection.recv(16, socket.MSG_WAITALL), token):
                connection.close()
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
