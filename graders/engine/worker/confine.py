"""The one place where a worker gives up what it does not need, before any student's code is read.

Theory of operation. Every child passes through :meth:`Confinement.apply`, after fork. The layers:

* **session**: a session and process group of its own; it dies with its parent.
* **limits**: processor time, memory, file size, processes, no core files.
* **user**: where started as root, a user id that nobody else has, and no capability.
* **landlock**: no file but the libraries' can be read, none written; no TCP; no signal and no abstract
  socket reaches outside (Linux 5.13 and later, more with later ones; landlock(7)).
* **seccomp**: system calls from an allow-list without any path in it: no files at all, no sockets, no
  new programs or processes (seccomp(2)). It stands alone where the kernel has no Landlock.

Each layer holds by itself; none relies on another. What is expensive (the Landlock ruleset, the filter
program) is built once, in the process that forks.
"""

from __future__ import annotations

import contextlib
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from typing import Final, TypedDict

from . import kernel, landlock, seccomp
from .kernel import Unavailable

MEGABYTE: Final = 2**20
OWN_USERS: Final = 2_000_000_000  # user ids from here on belong to one child each
NOBODY: Final = 65534
# What graded code wants imported is imported between: confined, but with the libraries' files in reach
BEFORE_IMPORTS: Final = ("session", "limits", "landlock")
AFTER_IMPORTS: Final = ("user", "seccomp")
LAYERS: Final = BEFORE_IMPORTS + AFTER_IMPORTS


class Limits(TypedDict):
    """What one child may use."""

    cpu_seconds: int
    memory_mb: int  # beyond what the libraries take
    file_mb: int
    processes: int


class Confinement:
    """What was prepared for all children of one worker.

    Parameters
    ----------
    layers
        The layers to apply, of ``LAYERS``.
    limits
        What one child may use.
    readable
        Files and folders that the landlock layer leaves readable.
    """

    def __init__(self, layers: Iterable[str], limits: Limits, readable: Iterable[str]) -> None:
        self._layers, self._limits = tuple(layers), limits
        self.absent: list[str] = []  # layers that this system does not offer
        self.failed: dict[str, str] = {}  # layers that it offers, and why they failed
        self._ruleset: int | None = None
        self._filter: seccomp.Filter | None = None
        if "landlock" in self._layers:
            with self._noting("landlock"):
                self._ruleset = landlock.ruleset(readable)
        if "seccomp" in self._layers:
            with self._noting("seccomp"):
                self._filter = seccomp.Filter()

    @contextlib.contextmanager
    def _noting(self, layer: str) -> Iterator[None]:
        try:
            yield
        except Unavailable as reason:
            if reason.absent:
                self.absent.append(layer)
            else:
                self.failed[layer] = str(reason)[:200]

    @property
    def keeps(self) -> int | None:
        """The descriptor that a child has to keep open until it is confined."""
        return self._ruleset

    def enter(self, folder: str) -> None:
        """Go to a folder of its own, with an empty environment."""
        os.environ.clear()
        os.chdir(folder)
        tempfile.tempdir = folder

    def apply(self, layers: Iterable[str]) -> list[str]:
        """Apply some of the layers to this process, for good; return those that hold."""
        held: list[str] = []
        for layer in layers:
            if layer in self._layers and layer not in self.absent and layer not in self.failed:
                with self._noting(layer):
                    getattr(self, f"_apply_{layer}")()
                    held.append(layer)
        return held

    def _apply_session(self) -> None:
        if sys.platform == "win32":
            raise Unavailable("Windows has no sessions", absent=True)
        with contextlib.suppress(PermissionError):  # it leads a session already
            os.setsid()
        kernel.die_with_parent()

    def _apply_limits(self) -> None:
        if sys.platform == "win32":
            raise Unavailable("Windows has no resource limits", absent=True)
        import resource

        for name, value in {
            "RLIMIT_CORE": 0,
            "RLIMIT_CPU": self._limits["cpu_seconds"],
            "RLIMIT_FSIZE": self._limits["file_mb"] * MEGABYTE,
            "RLIMIT_NPROC": self._limits["processes"],
            "RLIMIT_AS": _address_space() + self._limits["memory_mb"] * MEGABYTE,
        }.items():
            try:
                kind = getattr(resource, name)
                _, hard = resource.getrlimit(kind)
                wanted = value if hard == resource.RLIM_INFINITY else min(value, hard)
                resource.setrlimit(kind, (wanted, wanted))
                if resource.getrlimit(kind)[0] != wanted:
                    raise Unavailable(f"{name} does not bind")
            except (AttributeError, ValueError, OSError) as error:
                # macOS has no limit on the address space that binds, and refuses some values
                if sys.platform == "linux":
                    raise Unavailable(f"{name}: {error}") from error

    def _apply_user(self) -> None:
        if sys.platform == "win32" or os.geteuid() != 0:
            return
        try:
            os.setgroups([])
            for number in (OWN_USERS + os.getpid(), NOBODY):
                with contextlib.suppress(OSError):  # not every container has all ids
                    os.chown(".", number, number)
                    os.setresgid(number, number, number)
                    os.setresuid(number, number, number)
                    break
        except OSError as error:
            raise Unavailable(str(error)) from error
        if 0 in (*os.getresuid(), *os.getresgid()):
            raise Unavailable("the user id could not be given up")
        kernel.die_with_parent()  # a change of user forgets it

    def _apply_landlock(self) -> None:
        assert self._ruleset is not None
        landlock.restrict(self._ruleset)
        os.close(self._ruleset)

    def _apply_seccomp(self) -> None:
        assert self._filter is not None
        self._filter.install()


def _address_space() -> int:
    """Return the bytes of address space that this process has now."""
    with contextlib.suppress(OSError), open("/proc/self/statm") as file:
        return int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    return 0
