"""Calls into the kernel for which Python has no function of its own."""

from __future__ import annotations

import ctypes
import errno
import functools
import os
import signal
import sys
from typing import Any, Final

_NOT_OFFERED: Final = (errno.ENOSYS, errno.EOPNOTSUPP)

PR_SET_PDEATHSIG: Final = 1
PR_SET_CHILD_SUBREAPER: Final = 36
PR_SET_NO_NEW_PRIVS: Final = 38


class Unavailable(Exception):
    """A layer cannot be had; the message says why. ``absent``: this system does not offer it at all."""

    def __init__(self, message: str, *, absent: bool = False) -> None:
        super().__init__(message)
        self.absent = absent


@functools.cache
def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


def _checked(result: int, what: str) -> int:
    if result < 0:
        number = ctypes.get_errno()
        raise Unavailable(f"{what}: {os.strerror(number)}", absent=number in _NOT_OFFERED)
    return result


def syscall(what: str, number: int, *arguments: Any) -> int:
    """Make a system call by its number.

    Raises
    ------
    Unavailable
        When it fails; ``what`` begins the message.
    """
    return _checked(_libc().syscall(number, *arguments), what)


def prctl(what: str, option: int, *arguments: Any) -> int:
    """Change something about this process: prctl(2). Raises as :func:`syscall` does."""
    return _checked(_libc().prctl(option, *arguments), what)


def no_new_privileges() -> None:
    """Promise that no program which this process runs has more rights than it: what filters are allowed for."""
    prctl("no_new_privs", PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)


def die_with_parent() -> None:
    """Have the kernel end this process when the one that started it ends."""
    if sys.platform == "linux":
        _libc().prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def become_subreaper() -> None:
    """Make this process the parent of all that its children leave behind."""
    if sys.platform == "linux":
        _libc().prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
