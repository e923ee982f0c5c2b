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
import ctypes
import errno
import functools
import os
import platform
import signal
import struct
import sys
import tempfile
from collections.abc import Iterable, Iterator
from typing import Final, TypedDict

MEGABYTE: Final = 2**20
OWN_USERS: Final = 2_000_000_000  # user ids from here on belong to one child each
NOBODY: Final = 65534
# What graded code wants imported is imported between: confined, but with the libraries' files in reach
BEFORE_IMPORTS: Final = ("session", "limits", "landlock")
AFTER_IMPORTS: Final = ("user", "seccomp")
LAYERS: Final = BEFORE_IMPORTS + AFTER_IMPORTS

_NOT_OFFERED: Final = (errno.ENOSYS, errno.EOPNOTSUPP)

PR_SET_PDEATHSIG: Final = 1
PR_SET_SECCOMP: Final = 22
PR_SET_CHILD_SUBREAPER: Final = 36
PR_SET_NO_NEW_PRIVS: Final = 38


class Unavailable(Exception):
    """A layer cannot be had; the message says why. ``absent``: this system does not offer it at all."""

    def __init__(self, message: str, *, absent: bool = False) -> None:
        super().__init__(message)
        self.absent = absent


class Limits(TypedDict):
    """What one child may use."""

    cpu_seconds: int
    memory_mb: int  # beyond what the libraries take
    file_mb: int
    processes: int


@functools.cache
def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


def _check(result: int, what: str) -> int:
    if result < 0:
        number = ctypes.get_errno()
        raise Unavailable(f"{what}: {os.strerror(number)}", absent=number in _NOT_OFFERED)
    return result


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
        self._filter: Filter | None = None
        if "landlock" in self._layers:
            with self._noting("landlock"):
                self._ruleset = landlock_ruleset(readable)
        if "seccomp" in self._layers:
            with self._noting("seccomp"):
                self._filter = Filter()

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
        _die_with_parent()

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
        _die_with_parent()  # a change of user forgets it

    def _apply_landlock(self) -> None:
        assert self._ruleset is not None
        _no_new_privileges()
        _check(_libc().syscall(_LANDLOCK_RESTRICT_SELF, self._ruleset, 0), "landlock_restrict_self")
        os.close(self._ruleset)

    def _apply_seccomp(self) -> None:
        assert self._filter is not None
        _no_new_privileges()
        self._filter.install()


def become_subreaper() -> None:
    """Make this process the parent of all that its children leave behind."""
    if sys.platform == "linux":
        _libc().prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def _die_with_parent() -> None:
    if sys.platform == "linux":
        _libc().prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def _no_new_privileges() -> None:
    _check(_libc().prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), "no_new_privs")


def _address_space() -> int:
    """Return the bytes of address space that this process has now."""
    with contextlib.suppress(OSError), open("/proc/self/statm") as file:
        return int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    return 0


# --- Landlock: linux/landlock.h ------------------------------------------------------------------

_LANDLOCK_CREATE_RULESET: Final = 444  # the numbers are those of every architecture
_LANDLOCK_ADD_RULE: Final = 445
_LANDLOCK_RESTRICT_SELF: Final = 446
_READ_FILE, _READ_DIR = 1 << 2, 1 << 3
_FILE_RIGHTS: Final = {1: (1 << 13) - 1, 2: (1 << 14) - 1, 3: (1 << 15) - 1, 5: (1 << 16) - 1}  # by ABI
_NET_RIGHTS: Final = 0b11  # bind and connect TCP, ABI 4
_SCOPES: Final = 0b11  # abstract sockets and signals, ABI 6


def landlock_abi() -> int:
    """Return the version of Landlock that the kernel has.

    Raises
    ------
    Unavailable
        When it has none.
    """
    if sys.platform != "linux":
        raise Unavailable("Landlock is the Linux kernel's", absent=True)
    return _check(_libc().syscall(_LANDLOCK_CREATE_RULESET, None, 0, 1), "landlock")


def landlock_ruleset(readable: Iterable[str]) -> int:
    """Return the descriptor of a ruleset under which nothing but ``readable`` can be read."""
    abi, libc = landlock_abi(), _libc()
    files = max(rights for version, rights in _FILE_RIGHTS.items() if version <= abi)
    attributes = struct.pack("=QQQ", files, _NET_RIGHTS if abi >= 4 else 0, _SCOPES if abi >= 6 else 0)
    size = 8 if abi < 4 else 16 if abi < 6 else 24
    ruleset = _check(libc.syscall(_LANDLOCK_CREATE_RULESET, attributes, size, 0), "landlock_create_ruleset")
    for path in readable:
        with contextlib.suppress(FileNotFoundError):
            descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
            rights = _READ_FILE | (_READ_DIR if os.path.isdir(path) else 0)
            rule = struct.pack("=Qi", rights, descriptor)
            _check(libc.syscall(_LANDLOCK_ADD_RULE, ruleset, 1, rule, 0), "landlock_add_rule")
            os.close(descriptor)
    return ruleset


# --- seccomp: linux/filter.h, linux/seccomp.h ------------------------------------------------------

# name: number on x86_64, on aarch64 (None: that architecture has no such call). The most frequent first.
_ALLOWED: Final[dict[str, tuple[int | None, int | None]]] = {
    "read": (0, 63), "write": (1, 64), "futex": (202, 98), "mmap": (9, 222), "munmap": (11, 215), "brk": (12, 214),
    "madvise": (28, 233), "recvfrom": (45, 207), "sendto": (44, 206), "poll": (7, None), "ppoll": (271, 73),
    "mprotect": (10, 226), "mremap": (25, 216), "clock_gettime": (228, 113), "gettimeofday": (96, 169), "time": (201, None),
    "clock_getres": (229, 114), "clock_nanosleep": (230, 115), "nanosleep": (35, 101), "rt_sigaction": (13, 134),
    "rt_sigprocmask": (14, 135), "rt_sigreturn": (15, 139), "rt_sigpending": (127, 136), "rt_sigtimedwait": (128, 137),
    "rt_sigsuspend": (130, 133), "sigaltstack": (131, 132), "restart_syscall": (219, 128), "alarm": (37, None),
    "setitimer": (38, 103), "getitimer": (36, 102), "close": (3, 57), "fstat": (5, 80), "lseek": (8, 62), "readv": (19, 65),
    "writev": (20, 66), "select": (23, None), "pselect6": (270, 72), "dup": (32, 23), "dup2": (33, None), "dup3": (292, 24),
    "sched_yield": (24, 124), "sched_getaffinity": (204, 123), "getcpu": (309, 168), "getpid": (39, 172), "gettid": (186, 178),
    "getppid": (110, 173), "getuid": (102, 174), "geteuid": (107, 175), "getgid": (104, 176), "getegid": (108, 177),
    "getresuid": (118, 148), "getresgid": (120, 150), "getpgid": (121, 155), "getpgrp": (111, None), "getsid": (124, 156), "getrlimit": (97, 163), "getrusage": (98, 165),
    "times": (100, 153), "sysinfo": (99, 179), "uname": (63, 160), "getrandom": (318, 278), "getcwd": (79, 17),
    "set_robust_list": (273, 99), "rseq": (334, 293), "exit": (60, 93), "exit_group": (231, 94),
}  # fmt: skip
_IOCTL, _FCNTL, _KILL, _TGKILL = (16, 29), (72, 25), (62, 129), (234, 131)
_PRLIMIT, _CLONE, _CLONE3 = (302, 261), (56, 220), (435, 435)
_FIONBIO: Final = 0x5421
_FCNTL_COMMANDS: Final = (1, 2, 3, 4, 1030)  # descriptor and status flags, duplication; no owners, no signals
_THREAD: Final = 0x3D0F00  # the flags with which the C library starts a thread, and nothing else
_ARCHITECTURES: Final = {"x86_64": (0, 0xC000003E), "aarch64": (1, 0xC00000B7)}
_X32: Final = 0x40000000

_LOAD, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_ALLOW, _ERRNO, _KILL_PROCESS = 0x7FFF0000, 0x00050000, 0x80000000
_NUMBER, _ARCHITECTURE, _ARGUMENTS = 0, 4, 16


class Filter:
    """A seccomp program: the calls of the list are allowed, all others fail with EPERM."""

    def __init__(self) -> None:
        if sys.platform != "linux" or platform.machine() not in _ARCHITECTURES:
            raise Unavailable(
                f"no table of system calls for {sys.platform} on {platform.machine()}", absent=True
            )
        self._column, self._architecture = _ARCHITECTURES[platform.machine()]
        self._head = self._simple()

    def _simple(self) -> list[tuple[int, int, int, int]]:
        program = [
            (_LOAD, 0, 0, _ARCHITECTURE), (_EQUAL, 1, 0, self._architecture), (_RETURN, 0, 0, _KILL_PROCESS),
            (_LOAD, 0, 0, _NUMBER), (_AT_LEAST, 0, 1, _X32), (_RETURN, 0, 0, _ERRNO | errno.EPERM),
        ]  # fmt: skip
        for numbers in _ALLOWED.values():
            number = numbers[self._column]
            if number is not None:
                program += [(_EQUAL, 0, 1, number), (_RETURN, 0, 0, _ALLOW)]
        number = _CLONE3[self._column]  # a C library then asks for clone, whose flags can be seen
        return [*program, (_EQUAL, 0, 1, number), (_RETURN, 0, 0, _ERRNO | errno.ENOSYS)]

    def _if_argument(
        self, numbers: tuple[int, int], argument: int, values: Iterable[int]
    ) -> list[tuple[int, int, int, int]]:
        """Allow a call if the low half of an argument is one of the values."""
        tests = [each for value in values for each in ((_EQUAL, 0, 1, value), (_RETURN, 0, 0, _ALLOW))]
        inside = [(_LOAD, 0, 0, _ARGUMENTS + 8 * argument), *tests, (_RETURN, 0, 0, _ERRNO | errno.EPERM)]
        return [(_EQUAL, 0, len(inside), numbers[self._column]), *inside]

    def program(self, pid: int) -> bytes:
        """Return the program for a process: it may send signals to itself, and to no other."""
        query = [  # limits may be read (no new value), not set
            (_EQUAL, 0, 6, _PRLIMIT[self._column]),
            (_LOAD, 0, 0, _ARGUMENTS + 16), (_EQUAL, 0, 2, 0),
            (_LOAD, 0, 0, _ARGUMENTS + 20), (_EQUAL, 1, 0, 0),
            (_RETURN, 0, 0, _ERRNO | errno.EPERM), (_RETURN, 0, 0, _ALLOW),
        ]  # fmt: skip
        rest = [
            *self._if_argument(_IOCTL, 1, [_FIONBIO]),
            *self._if_argument(_FCNTL, 1, _FCNTL_COMMANDS),
            *self._if_argument(_KILL, 0, [pid]),
            *self._if_argument(_TGKILL, 0, [pid]),
            *self._if_argument(_CLONE, 0, [_THREAD]),
            *query,
            (_RETURN, 0, 0, _ERRNO | errno.EPERM),
        ]
        return b"".join(struct.pack("=HBBI", *instruction) for instruction in [*self._head, *rest])

    def install(self) -> None:
        """Install the program in this process, for good."""
        program = self.program(os.getpid())
        buffer = ctypes.create_string_buffer(program, len(program))
        header = struct.pack("@HP", len(program) // 8, ctypes.addressof(buffer))
        _check(_libc().prctl(PR_SET_SECCOMP, 2, header, 0, 0), "seccomp")
