"""A class: what each student handed in, as instructors have it on disk, and what came of it.

Beside a folder or a zip archive a student, the downloads of learning platforms are read as they are:

- Moodle: ``Jane Doe_12345_assignsubmission_file_/…``, or such names before every file;
- Canvas: ``doejane_123_456_lesson01_differentiation.py``, with ``_LATE`` after the name of who was late;
- a flat folder: ``jane_lesson01_differentiation.py``;
- GitHub Classroom: clones named ``<assignment>-<student>`` in a folder ``<assignment>-submissions``;
- nbgrader: ``submitted/<student>/<assignment>/…``, each assignment with its ``timestamp.txt``.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal

from graders.engine import intake, tree
from graders.engine.course import Course
from graders.engine.intake import Submission, SubmissionError
from graders.engine.marks import Marks

RESERVED: Final = ("gradebook.csv", "canvas.csv", "moodle.csv", "index.html")  # the results' own files
_MOODLE: Final = re.compile(r"(?P<name>.+)_(?P<id>\d+)_assignsubmission_[a-z]+_?(?P<file>.*)", re.DOTALL)
_CANVAS: Final = re.compile(r"(?P<name>[^_]+)(?P<late>_LATE)?_(?P<id>\d+)_\d+_(?P<file>.+)", re.DOTALL)
_AGAIN: Final = re.compile(
    r"-\d+(?=\.(py|ipynb)$)"
)  # what Canvas puts after the name of a file handed in anew


@dataclass(frozen=True)
class Handed:
    """One student's submission.

    ``places`` has its files by name, or its one folder or archive under ``""``. ``number`` is the student's
    on the platform, ``stamp`` what is written of when it was handed in, ``late`` whether the platform calls
    it late; ``refused`` says why it is not read.
    """

    student: str
    places: dict[str, Path] = field(default_factory=dict)
    number: str = ""
    stamp: str = ""
    late: bool = False
    refused: str = ""

    def read(self, course: Course) -> Submission:
        """Read what was handed in."""
        return intake.gather(self.student, self.places, course)


@dataclass(frozen=True)
class Graded:
    """What came of one student's submission; ``failed`` says why there are no marks."""

    student: str
    state: Literal["graded", "unchanged", "failed", "absent"]
    marks: Marks | None = None
    failed: str = ""
    late: bool = False
    stamps: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class _Entry:
    """One entry of a class' folder: whose it is, and as what it counts."""

    student: str
    file: str
    path: Path
    number: str = ""
    late: bool = False


def handed_in(folder: Path, out: Path, course: Course) -> tuple[list[Handed], list[str]]:
    """Return the submissions of a class by student, and notes on what is none.

    Links, and names that differ from another student's in case alone, are refused, each for itself. Hidden
    entries are passed over, and so is the folder that the results go to.

    Raises
    ------
    SubmissionError
        When the folder is not there, or holds no submission.
    """
    if not folder.is_dir():
        raise SubmissionError(
            f"{folder} is not a folder: give the one that holds what the students handed in"
        )
    entries: dict[str, list[_Entry]] = {}
    stamps: dict[str, str] = {}
    notes = []
    results = out.resolve()
    own = results.name if results.parent == folder.resolve() else None
    for path in sorted(folder.iterdir()):
        if path.name.startswith(".") or path.name == own:
            continue
        student, dot, ending = path.name.rpartition(".")
        if dot and ending in intake.STAMPS:
            stamps[student] = intake.stamp(functools.partial(tree.read, path))
        elif entry := _entry(path, folder, course):
            entries.setdefault(entry.student, []).append(entry)
        else:
            notes.append(f"{path.name} is passed over: it is no folder, no zip archive and no lesson's file")
    if not entries:
        raise SubmissionError(
            f"{folder} holds no submission: there should be a folder or a zip a student, or a platform's download"
        )
    found, names = [], set(RESERVED)
    for student in sorted(entries):
        each, more = _together(student, entries[student], stamps.get(student, ""), names)
        found.append(each)
        notes += more
        names.add(student.casefold())
    return found, notes


def _entry(path: Path, folder: Path, course: Course) -> _Entry | None:
    """Return whose an entry is, by its name, if it is a submission or a part of one."""
    whole = path.is_dir() or path.is_symlink()
    if found := _MOODLE.fullmatch(path.name):
        student = f"{found['name']}_{found['id']}"
        return _Entry(student, _file(found["file"], whole), path, found["id"])
    if not whole and (found := _CANVAS.fullmatch(path.name)):
        student = f"{found['name']}_{found['id']}"
        file = _AGAIN.sub("", found["file"])
        return _Entry(student, _file(file, whole), path, found["id"], bool(found["late"]))
    if whole:
        clones = folder.name.removesuffix("-submissions") + "-"
        cloned = folder.name.endswith("-submissions") and len(path.name) > len(clones)
        return _Entry(path.name.removeprefix(clones) if cloned else path.name, "", path)
    if path.suffix == ".zip":
        return _Entry(path.stem, "", path)
    for file in intake.lesson_files(course):
        student = path.name.removesuffix(file).rstrip("_-. ")
        if path.name.endswith(file) and student and student != path.name.removesuffix(file):
            return _Entry(student, file, path)
    return None


def _file(name: str, whole: bool) -> str:
    """Return the name that a file counts under: none for a folder or an archive, which are submissions."""
    return "" if whole or name.endswith(".zip") else name


def _together(student: str, entries: list[_Entry], stamp: str, names: set[str]) -> tuple[Handed, list[str]]:
    """Return a student's submission from all that was handed in, and notes on what doesn't count."""
    first = entries[0]
    places: dict[str, Path] = {}
    notes = []
    for each in sorted(entries, key=lambda each: (not each.path.is_dir(), each.path)):
        if each.file in places:
            notes.append(f"{each.path.name} is passed over: {places[each.file].name} counts")
        else:
            places[each.file] = each.path
    refused = ""
    if any(path.is_symlink() for name, path in places.items() if not name):
        refused = "it is a link, and links are not followed"
    elif not _encodable(student):
        refused = "its name is not text in UTF-8: rename it"
    elif student.casefold() in names:
        refused = "another submission has the same name but for the case of its letters"
        if student in RESERVED:
            refused = "its name is that of a file of the results"
    late = any(each.late for each in entries)
    return Handed(student, places, first.number, stamp, late, refused), notes


def _encodable(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True
