"""The files of a folder, read in bounds: only regular ones are opened, and links are never followed."""

from __future__ import annotations

import errno
import functools
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from graders.engine.archive import Read

MAX_ENTRIES: Final = 5_000  # looked at, of any kind
_NOFOLLOW: Final = getattr(os, "O_NOFOLLOW", 0)
_FLAGS: Final = os.O_RDONLY | _NOFOLLOW | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_LINK: Final = "it is a link, and links are not followed"
_FOLDER: Final = "it is a folder, not a file"
SKIPPED: Final = frozenset({"__pycache__", "site-packages", "node_modules", "venv"})


def files(folder: Path, first: list[str], depth: int) -> Iterator[tuple[str, Read]]:
    """Yield what a folder holds, at most ``depth`` levels deep: a path with ``/``, and what reads it.

    In each folder those named in ``first`` come first, so that they are found however much lies beside them.
    Hidden folders are passed over.
    """
    wanted = set(first)
    level, seen = [("", os.fspath(folder))], 0
    for _ in range(depth):
        below = []
        for prefix, place in level:
            try:
                entries = sorted(os.scandir(place), key=lambda entry: (entry.name not in wanted, entry.name))
            except OSError:
                continue
            for entry in entries:
                seen += 1
                if seen > MAX_ENTRIES:
                    return
                if (
                    not entry.is_dir(follow_symlinks=False) or entry.name in wanted
                ):  # a folder of a lesson's name is told, not passed over
                    yield prefix + entry.name, functools.partial(read, entry.path)
                elif not entry.name.startswith(".") and entry.name not in SKIPPED:
                    below.append((f"{prefix}{entry.name}/", entry.path))
        level = below


def read(path: str | Path, megabytes: float) -> bytes | str:
    """Return a file's bytes, or in words why they were not read."""
    try:
        if not _NOFOLLOW and os.path.islink(path):
            return _LINK
        descriptor = os.open(path, _FLAGS)
    except OSError as error:
        if error.errno == errno.ELOOP:
            return _LINK
        return _FOLDER if os.path.isdir(path) else f"it cannot be read ({error.strerror})"
    try:
        return _bounded(descriptor, megabytes)
    finally:
        os.close(descriptor)


def _bounded(descriptor: int, megabytes: float) -> bytes | str:
    limit, status = int(megabytes * 1e6), os.fstat(descriptor)
    if not stat.S_ISREG(status.st_mode):
        return _FOLDER if stat.S_ISDIR(status.st_mode) else "it is not a regular file"
    with open(descriptor, "rb", closefd=False) as file:
        data = file.read(status.st_size + 1) if status.st_size <= limit else None
    return f"it is larger than {megabytes:g} MB" if data is None or len(data) > limit else data
