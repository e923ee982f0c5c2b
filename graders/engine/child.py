"""A child process as the trusted side sees it: ask, wait, kill, and say how it ended."""

from __future__ import annotations

import os
import secrets
import signal
import socket
import time
from collections.abc import Callable
from typing import Any, Protocol, TypeVar

from graders.engine.worker import frames, wire
from graders.engine.worker.channel import Channel, Closed

Result = TypeVar("Result")


class SandboxError(Exception):
    """The sandbox itself failed: never the student's fault."""


class Ended(Exception):
    """A child ended, or was ended, before it replied.

    ``kind`` is ``timeout``, ``died`` or ``protocol``; the message says it in words that complete
    "gradient …".
    """

    def __init__(self, kind: str, message: str) -> None:
        super().__init__(message)
        self.kind = kind


class Lost(Exception):
    """The worker ended, and its children with it: the child did nothing to deserve it."""


class Keeper(Protocol):
    """Who started a child, and can end it."""

    children: set[Child]

    def reap(self, process: Any) -> int | None:
        """End a child process and return its wait status; None if its worker is gone."""


class Child:
    """A child process that serves one lesson of one submission."""

    def __init__(self, keeper: Keeper, connection: socket.socket, process: Any) -> None:
        self._keeper, self._process = keeper, process
        keeper.children.add(self)
        self._channel = Channel(connection)
        self._calls, self._nonce, self._seconds, self._deadline = 0, 0, 0.0, 0.0

    def ask(self, request: wire.Request, seconds: float) -> wire.Reply:
        """Send a request and return the one reply to it; see :meth:`reply`."""
        self.send(request, seconds)
        return self.reply()

    def send(self, request: wire.Request, seconds: float) -> None:
        """Send a request; the time for its reply runs from now on."""
        self._calls += 1
        self._nonce, self._seconds = secrets.randbits(64), seconds
        self._deadline = time.monotonic() + seconds
        self._guarded(self._send, request)

    def reply(self) -> wire.Reply:
        """Return the reply to the request that was sent.

        Raises
        ------
        Ended
            When the child took longer, died, or sent what the protocol doesn't allow. It is gone then.
        """
        return self._guarded(self._receive)

    def _send(self, request: wire.Request) -> None:
        self._channel.expect_silence()
        self._channel.send(frames.pack(request, self._calls, self._nonce), self._deadline)

    def _receive(self) -> wire.Reply:
        call, echoed, body = self._channel.receive(self._deadline)
        if (call, echoed) != (self._calls, self._nonce):
            raise frames.ProtocolError("a reply to another request")
        return frames.unpack_reply(body)

    def _guarded(self, exchange: Callable[..., Result], *arguments: Any) -> Result:
        """Run one half of an exchange; whatever goes wrong in it ends the child."""
        try:
            return exchange(*arguments)
        except TimeoutError:
            self.close()
            raise Ended("timeout", f"took longer than {self._seconds:g} s") from None
        except frames.ProtocolError:
            self.close()
            raise Ended("protocol", "sent something that is no answer to the grader") from None
        except Closed:
            status = self.close()
            if status is None:
                raise Lost from None
            raise Ended("died", _ending(status)) from None

    def close(self) -> int | None:
        """Kill the process with all it left behind; return its wait status, None if its worker is gone."""
        self._channel.close()
        self._keeper.children.discard(self)
        return self._keeper.reap(self._process)


def _ending(status: int) -> str:
    """Say how a process ended."""
    if os.name == "nt" or not os.WIFSIGNALED(status):
        code = status if os.name == "nt" else os.waitstatus_to_exitcode(status)
        return f"ended the Python process (exit status {code})"
    number = os.WTERMSIG(status)
    if number == signal.SIGXCPU:
        return "used up its processor time"
    if number in (signal.SIGSEGV, signal.SIGBUS, signal.SIGABRT):
        return f"crashed the Python process ({signal.Signals(number).name})"
    return f"ended the Python process ({signal.Signals(number).name})"
