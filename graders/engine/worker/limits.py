"""The one place where a worker gives up what it does not need, before any student's code is read.

Every child of the worker calls :func:`confine` first of all. What is here holds on any Unix:
a session and process group of its own, resource limits, an empty environment, a private folder.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import tempfile
from typing import Final, TypedDict

PR_SET_PDEATHSIG: Final = 1
MEGABYTE: Final = 2**20


class Limits(TypedDict):
    """What one child may use."""

    cpu_seconds: int
    memory_mb: int  # beyond what the libraries take
    file_mb: int
    processes: int


def confine(limits: Limits, folder: str) -> None:
    """Confine this process, for good.

    Parameters
    ----------
    limits
        What it may use.
    folder
        An existing folder of its own: working directory and place of temporary files.
    """
    os.chdir(folder)
    tempfile.tempdir = folder
    os.environ.clear()
    if sys.platform == "win32":
        return
    with contextlib.suppress(PermissionError):  # it leads a session already
        os.setsid()
    _die_with_parent()
    _limit_resources(limits)


def _die_with_parent() -> None:
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def _limit_resources(limits: Limits) -> None:
    import resource

    for name, value in {
        "RLIMIT_CORE": 0,
        "RLIMIT_CPU": limits["cpu_seconds"],
        "RLIMIT_FSIZE": limits["file_mb"] * MEGABYTE,
        "RLIMIT_NPROC": limits["processes"],
        "RLIMIT_AS": _address_space() + limits["memory_mb"] * MEGABYTE,
    }.items():
        # macOS has no limit on the address space that binds, and refuses some values: what can be had
        with contextlib.suppress(AttributeError, ValueError, OSError):
            kind = getattr(resource, name)
            _, hard = resource.getrlimit(kind)
            wanted = value if hard == resource.RLIM_INFINITY else min(value, hard)
            resource.setrlimit(kind, (wanted, wanted))


def _address_space() -> int:
    """Return the bytes of address space that this process has now."""
    with contextlib.suppress(OSError), open("/proc/self/statm") as file:
        return int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    return 0
