"""Single keys from a terminal, without waiting for Enter: on Unix and on Windows."""

from __future__ import annotations

import contextlib
import sys
import time
from collections.abc import Callable, Iterator

Read = Callable[[float], str]  # waits for a key so many seconds; returns it, or nothing


@contextlib.contextmanager
def reading() -> Iterator[Read]:
    """Yield what reads a key; the terminal is afterwards as it was.

    Where the standard input is no terminal, no key ever comes.
    """
    if not sys.stdin.isatty():
        yield _none
    elif sys.platform == "win32":
        yield _windows
    else:
        import termios
        import tty

        before = termios.tcgetattr(sys.stdin)
        try:
            tty.setcbreak(sys.stdin)
            yield _unix
        finally:
            termios.tcsetattr(sys.stdin, termios.TCSADRAIN, before)


def _none(seconds: float) -> str:
    time.sleep(seconds)
    return ""


def _unix(seconds: float) -> str:
    import os
    import select

    ready, _, _ = select.select([sys.stdin], [], [], seconds)
    if not ready:
        return ""
    typed = os.read(sys.stdin.fileno(), 16).decode("utf-8", "ignore")
    return typed if len(typed) == 1 else ""  # an arrow, say, comes as several


def _windows(seconds: float) -> str:
    import msvcrt

    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if msvcrt.kbhit():  # type: ignore[attr-defined,unused-ignore] # Windows has it
            typed = str(msvcrt.getwch())  # type: ignore[attr-defined,unused-ignore] # and this
            if typed not in ("\x00", "\xe0"):
                return typed
            msvcrt.getwch()  # type: ignore[attr-defined,unused-ignore] # an arrow, say, comes as two
        time.sleep(0.02)
    return ""
