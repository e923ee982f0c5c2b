"""Landlock: files, TCP, signals and abstract sockets that a process gives up. landlock(7), linux/landlock.h."""

from __future__ import annotations

import contextlib
import os
import struct
import sys
from collections.abc import Iterable
from typing import Final

from . import kernel

_CREATE_RULESET: Final = 444  # the numbers are those of every architecture
_ADD_RULE: Final = 445
_RESTRICT_SELF: Final = 446
_READ_FILE, _READ_DIR = 1 << 2, 1 << 3
_FILE_RIGHTS: Final = {1: (1 << 13) - 1, 2: (1 << 14) - 1, 3: (1 << 15) - 1, 5: (1 << 16) - 1}  # by ABI
_NET_RIGHTS: Final = 0b11  # bind and connect TCP, ABI 4
_SCOPES: Final = 0b11  # abstract sockets and signals, ABI 6


def abi() -> int:
    """Return the version of Landlock that the kernel has.

    Raises
    ------
    Unavailable
        When it has none.
    """
    if sys.platform != "linux":
        raise kernel.Unavailable("Landlock is the Linux kernel's", absent=True)
    return kernel.syscall("landlock", _CREATE_RULESET, None, 0, 1)


def ruleset(readable: Iterable[str]) -> int:
    """Return the descriptor of a ruleset under which nothing but ``readable`` can be read."""
    version = abi()
    files = max(rights for number, rights in _FILE_RIGHTS.items() if number <= version)
    attributes = struct.pack(
        "=QQQ", files, _NET_RIGHTS if version >= 4 else 0, _SCOPES if version >= 6 else 0
    )
    size = 8 if version < 4 else 16 if version < 6 else 24
    made = kernel.syscall("landlock_create_ruleset", _CREATE_RULESET, attributes, size, 0)
    for path in readable:
        with contextlib.suppress(FileNotFoundError):
            descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
            rights = _READ_FILE | (_READ_DIR if os.path.isdir(path) else 0)
            rule = struct.pack("=Qi", rights, descriptor)
            kernel.syscall("landlock_add_rule", _ADD_RULE, made, 1, rule, 0)
            os.close(descriptor)
    return made


def restrict(prepared: int) -> None:
    """Give up, for good, what a ruleset does not leave."""
    kernel.no_new_privileges()
    kernel.syscall("landlock_restrict_self", _RESTRICT_SELF, prepared, 0)
