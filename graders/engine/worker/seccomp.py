"""seccomp: the list of system calls that a child may make. seccomp(2), linux/filter.h, linux/seccomp.h."""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import struct
import sys
from collections.abc import Iterable
from typing import Final

from . import kernel

PR_SET_SECCOMP: Final = 22
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
            raise kernel.Unavailable(
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
        kernel.no_new_privileges()
        kernel.prctl("seccomp", PR_SET_SECCOMP, 2, header, 0, 0)
