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
SKIPPED: Final = frozenset({"__pycache__", "site-packages", "node_modules", "venv"})


def files(folder: Path, first: list[str], depth: int) -> Iterator[tuple[str, Read]]:
    """Yield what a folder holds, at most ``depth`` levels deep: a path with ``/``, and what reads it.

    Those named in ``first`` are found however much lies beside them. Hidden folders are passed over.
    """
    for name in first:
        if os.path.lexists(folder / name):
            yield name, functools.partial(read, folder / name)
    level, seen = [("", folder)], 0
    for _ in range(depth):
        below = []
        for prefix, place in level:
            try:
                entries = sorted(os.scandir(place), key=lambda entry: entry.name)
            except OSError:
                continue
            for entry in entries:
                seen += 1
                if seen > MAX_ENTRIES:
                    return
                if not entry.is_dir(follow_symlinks=False):
                    yield prefix + entry.name, functools.partial(read, Path(entry.path))
                elif not entry.name.startswith(".") and entry.name not in SKIPPED:
                    below.append((f"{prefix}{entry.name}/", Path(entry.path)))
        level = below


def read(path: Path, megabytes: float) -> bytes | str:
    """Return a file's bytes, or in words why they were not read."""
    limit = int(megabytes * 1e6)
    flags = (
        os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    )
    try:
        if path.is_symlink():
            return "it is a link, and links are not followed"
        if path.is_dir():
            return "it is a folder, not a file"
        descriptor = os.open(path, flags)
    except OSError as error:
        if error.errno == errno.ELOOP:
            return "it is a link, and links are not followed"
        return f"it cannot be read ({error.strerror})"
    with os.fdopen(descriptor, "rb") as file:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            return "it is not a regular file"
        if status.st_size > limit:
            return f"it is larger than {megabytes:g} MB"
        data = file.read(limit + 1)
    return data if len(data) <= limit else f"it is larger than {megabytes:g} MB"
