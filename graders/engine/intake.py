"""A submission as bytes: one module a lesson, found, missing or unreadable. Nothing is parsed.

It is hostile: what reads its folder (``tree``) or its archive (``archive``) does so in bounds, sizes are
capped before anything is read, and what cannot be read costs its own lesson.
"""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from graders.engine import archive, tree
from graders.engine.archive import Read
from graders.engine.course import Course

SUFFIXES: Final = (".py", ".ipynb")  # in the order in which they count
STAMPS: Final = ("submitted_at", "timestamp.txt")  # calcgrade's own, and nbgrader's
MAX_FILES: Final = 200
MAX_DEPTH: Final = 3  # of modules, below the folder that has the lessons
MAX_AROUND: Final = 2  # folders around that one


class SubmissionError(Exception):
    """There is no submission at that place; the message says what to do."""


@dataclass(frozen=True)
class Submission:
    """What was handed in.

    ``sources`` has the bytes of every file that graded code may import, by its path with ``/``;
    ``problems`` says in a sentence why a file of that name was not read; ``notes`` are for the
    report, and cost nothing. ``stamps`` has what is written of a module's time of handing in, by the
    module's stem; it is part of no score.
    """

    name: str
    sources: dict[str, bytes]
    problems: dict[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    stamps: dict[str, str] = field(default_factory=dict)

    @functools.cached_property
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


def lesson_files(course: Course) -> list[str]:
    """Return the names that the lessons' own files may have."""
    return [lesson.module + suffix for lesson in course.lessons for suffix in SUFFIXES]


def stamp(read_file: Read) -> str:
    """Return what is written in a file of a time, or nothing if it cannot be read."""
    data = read_file(0.001)
    return data.decode("utf-8", "replace").strip() if isinstance(data, bytes) else ""


def read(place: Path, course: Course) -> Submission:
    """Read a submission from its folder, or from its zip archive."""
    return gather(place.stem if place.is_file() else place.name, {"": place}, course)


def gather(name: str, places: Mapping[str, Path], course: Course) -> Submission:
    """Read a submission from the files that it was handed in as, by name; ``""`` is its folder or archive.

    The folder that has the lessons' files may lie in others, or be several (nbgrader's have one for each
    lesson). An archive that cannot be read is a submission whose every lesson has that problem.
    """
    lessons = lesson_files(course)
    try:
        found = _listed(places, lessons)
    except ValueError as error:
        return Submission(name, {}, {each: str(error) for each in lessons if each.endswith(".py")})
    roots = _roots(found, lessons)
    chosen: dict[str, Read] = {}
    for root in roots:
        for each in _modules(found, root):
            twice = each in chosen and each in lessons
            chosen[each] = _handed_in_twice if twice else chosen.get(each, found[root + each])
    sources, problems = _within_limits(chosen, lessons, course)
    stamps = {} if any(place.is_file() for place in places.values()) else _stamps(found, roots, course)
    return Submission(name, sources, problems, tuple(_notes(sources, course)), stamps)


def _listed(places: Mapping[str, Path], lessons: list[str]) -> dict[str, Read]:
    """Return all files that were handed in, by their paths, with what reads each."""
    found: dict[str, Read] = {}
    for name, place in places.items():
        if name:
            found[name] = functools.partial(tree.read, place)
        elif place.is_file():
            found |= dict(archive.members(place))
        else:
            found |= dict(tree.files(place, lessons, MAX_AROUND + MAX_DEPTH))
            archives = [each for each in found if each.endswith(".zip") and "/" not in each]
            bare = not any(each.rpartition("/")[2] in lessons for each in found)
            if bare and len(archives) == 1 and not (place / archives[0]).is_symlink():
                found = _listed({"": place / archives[0]}, lessons) | found
    return found


def _roots(found: dict[str, Read], lessons: list[str]) -> list[str]:
    """Return the folders that have lessons' files, the uppermost ones, each as ``""`` or with a last ``/``."""
    roots = {name[: name.rfind("/") + 1] for name in found if name.rpartition("/")[2] in lessons}
    near = min((root.count("/") for root in roots), default=MAX_AROUND + 1)
    return sorted(root for root in roots if root.count("/") == near) if near <= MAX_AROUND else [""]


def _modules(found: dict[str, Read], root: str) -> Iterator[str]:
    """Yield what below a root is named like a module."""
    for name in found:
        *folders, file = name.removeprefix(root).split("/")
        module = file.endswith(SUFFIXES) and file.rpartition(".")[0].isidentifier()
        package = all(each.isidentifier() and each not in tree.SKIPPED for each in folders)
        if name.startswith(root) and module and package and len(folders) < MAX_DEPTH:
            yield name.removeprefix(root)


def _handed_in_twice(megabytes: float) -> str:
    return "it was handed in twice, in folders side by side"


def _within_limits(
    chosen: dict[str, Read], lessons: list[str], course: Course
) -> tuple[dict[str, bytes], dict[str, str]]:
    """Read files, the lessons' own first, as far as the limits go."""
    limits = course.limits
    sources: dict[str, bytes] = {}
    problems: dict[str, str] = {}
    total = 0.0
    for name, read_file in sorted(chosen.items(), key=lambda each: each[0] not in lessons):
        full = len(sources) + len(problems) >= MAX_FILES or total > limits.submission_mb * 1e6
        too_large = f"the submission is larger than {limits.submission_mb:g} MB or {MAX_FILES} files"
        data = too_large if full else read_file(limits.module_mb)
        if isinstance(data, str):
            problems[name] = data
        else:
            sources[name] = data
            total += len(data)
    return sources, problems


def _stamps(found: dict[str, Read], roots: list[str], course: Course) -> dict[str, str]:
    """Return what is written of when each lesson was handed in, beside it or at the top."""
    stamps = {}
    for lesson in course.lessons:
        own = [root for root in roots for suffix in SUFFIXES if root + lesson.module + suffix in found]
        written = [place + name for place in [*own, ""] for name in STAMPS if place + name in found]
        if own and written and (said := stamp(found[written[0]])):
            stamps[lesson.module] = said
    return stamps


def _notes(sources: dict[str, bytes], course: Course) -> Iterator[str]:
    for lesson in course.lessons:
        both = [lesson.module + suffix for suffix in SUFFIXES]
        if all(name in sources for name in both):
            yield f"{both[0]} and {both[1]} were handed in: the .py counts"
