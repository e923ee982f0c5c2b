"""A submission's folder or archive as bytes: one module a lesson, found, missing or unreadable. Nothing is parsed.

It is hostile. Only regular files are opened, links are never followed, sizes are capped
before anything is read, and what cannot be read costs its own lesson.
"""

from __future__ import annotations

import errno
import functools
import hashlib
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from graders.engine import archive
from graders.engine.archive import Read
from graders.engine.course import Course

SUFFIXES: Final = (".py", ".ipynb")  # in the order in which they count
MAX_FILES: Final = 200
MAX_ENTRIES: Final = 5_000  # looked at, of any kind
MAX_DEPTH: Final = 3
SKIPPED: Final = frozenset({"__pycache__", "site-packages", "node_modules", "venv"})


class SubmissionError(Exception):
    """There is no submission at that place; the message says what to do."""


@dataclass(frozen=True)
class Submission:
    """What was handed in.

    ``sources`` has the bytes of every file that graded code may import, by its path with ``/``;
    ``problems`` says in a sentence why a file of that name was not read; ``notes`` are for the
    report, and cost nothing.
    """

    name: str
    sources: dict[str, bytes]
    problems: dict[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    @property
    def digest(self) -> str:
        """The SHA-256 of names, contents and problems."""
        total = hashlib.sha256()
        for name in sorted(self.sources):
            total.update(
                b"%s\0%s"
                % (name.encode("utf-8", "surrogateescape"), hashlib.sha256(self.sources[name]).digest())
            )
        for name in sorted(self.problems):
            total.update(f"\1{name}\0{self.problems[name]}".encode("utf-8", "surrogateescape"))
        return total.hexdigest()

    def file(self, module: str) -> str | None:
        """Return the name of the file that counts for a module: the ``.py``, else the notebook."""
        names = (module + suffix for suffix in SUFFIXES)
        return next((name for name in names if name in self.sources or name in self.problems), None)


def folder(name: str | Path) -> Path:
    """Return the path of a submission's folder.

    Raises
    ------
    SubmissionError
        When it is not there, or is no folder.
    """
    path = Path(name)
    if not path.is_dir():
        what = "is not a folder" if path.exists() else "does not exist"
        raise SubmissionError(f"{name} {what}: give the folder that holds the lessons' files")
    return path


def read(place: Path, course: Course) -> Submission:
    """Read a submission from its folder, or from its zip archive.

    An archive that cannot be read is a submission whose every lesson has that problem.
    """
    limits = course.limits
    sources: dict[str, bytes] = {}
    problems: dict[str, str] = {}
    total = 0.0
    lessons = [lesson.module + suffix for lesson in course.lessons for suffix in SUFFIXES]
    try:
        found = _archived(place) if place.is_file() else _within(place, lessons)
    except ValueError as error:
        return Submission(place.stem, {}, {name: str(error) for name in lessons if name.endswith(".py")})
    for name, read_file in sorted(found.items(), key=lambda each: each[0] not in lessons):  # their own first
        full = len(sources) + len(problems) >= MAX_FILES or total > limits.submission_mb * 1e6
        too_large = f"the submission is larger than {limits.submission_mb:g} MB or {MAX_FILES} files"
        data = too_large if full else read_file(limits.module_mb)
        if isinstance(data, str):
            problems[name] = data
        else:
            sources[name] = data
            total += len(data)
    name = place.stem if place.is_file() else place.name
    return Submission(name, sources, problems, tuple(_notes(sources, course)))


def _archived(place: Path) -> dict[str, Read]:
    """Return what in an archive is named like a module, with what reads it."""
    found: dict[str, Read] = {}
    for name, read_member in archive.members(place):
        *folders, file = name.split("/")
        module = file.endswith(SUFFIXES) and file.rpartition(".")[0].isidentifier()
        if module and len(folders) < MAX_DEPTH and all(map(_package, folders)):
            found.setdefault(name, read_member)
    return found


def _within(place: Path, lessons: list[str]) -> dict[str, Read]:
    """Return what in a folder is named like a module, with what reads it."""
    own = {name: place / name for name in lessons if os.path.lexists(place / name)}
    paths = own | dict(_walk(place))
    return {name: functools.partial(_read, path) for name, path in paths.items()}


def _walk(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield what is named like a module, at most a few levels deep."""
    level, seen = [("", folder)], 0
    for depth in range(MAX_DEPTH):
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
                if entry.name.endswith(SUFFIXES) and entry.name.rpartition(".")[0].isidentifier():
                    yield prefix + entry.name, Path(entry.path)
                elif entry.is_dir(follow_symlinks=False) and _package(entry.name) and depth + 1 < MAX_DEPTH:
                    below.append((f"{prefix}{entry.name}/", Path(entry.path)))
        level = below


def _package(name: str) -> bool:
    return name.isidentifier() and name not in SKIPPED


def _read(path: Path, megabytes: float) -> bytes | str:
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


def _notes(sources: dict[str, bytes], course: Course) -> Iterator[str]:
    for lesson in course.lessons:
        both = [lesson.module + suffix for suffix in SUFFIXES]
        if all(name in sources for name in both):
            yield f"{both[0]} and {both[1]} were handed in: the .py counts"
