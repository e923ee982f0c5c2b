"""Frames over a socket, with one deadline over writing and reading."""

from __future__ import annotations

import select
import socket
import struct
import time
from typing import Final

from . import frames

NUMBER: Final = struct.Struct("!i")  # what goes over the control socket beside the frames


class Closed(Exception):
    """The other side is gone."""


class Channel:
    """A connected stream socket that carries frames of :mod:`wire`.

    A ``deadline`` is a time of ``time.monotonic()``; ``None`` waits for ever. Past it, sending and
    receiving raise ``TimeoutError``.
    """

    def __init__(self, connection: socket.socket) -> None:
        self.socket = connection

    def close(self) -> None:
        """Close the socket."""
        self.socket.close()

    def send(self, frame: bytes, deadline: float | None = None) -> None:
        """Write a whole frame."""
        try:
            self._limit(deadline)
            self.socket.sendall(frame)
        except (BrokenPipeError, ConnectionError) as error:
            raise Closed from error

    def receive(self, deadline: float | None = None) -> tuple[int, int, bytes]:
        """Read a whole frame: call number, nonce and body."""
        call, nonce, length = frames.unpack_header(self._read(frames.HEADER.size, deadline))
        return call, nonce, self._read(length, deadline)

    def expect_silence(self) -> None:
        """Make sure that nothing has arrived which nobody asked for."""
        if not select.select([self.socket], [], [], 0)[0]:
            return
        try:
            if self.socket.recv(1, socket.MSG_PEEK):
                raise frames.ProtocolError("a message that nobody asked for")
        except ConnectionError:
            pass
        raise Closed

    def _limit(self, deadline: float | None) -> None:
        if deadline is None:
            self.socket.settimeout(None)
            return
        left = deadline - time.monotonic()
        if left <= 0:
            raise TimeoutError
        self.socket.settimeout(left)

    def _read(self, size: int, deadline: float | None) -> bytes:
        data = bytearray()
        while len(data) < size:
            self._limit(deadline)
            try:
                part = self.socket.recv(min(size - len(data), 2**20))
            except ConnectionError as error:
                raise Closed from error
            if not part:
                raise Closed
            data += part
        return bytes(data)
