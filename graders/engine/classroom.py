"""A class: what each student handed in, and what came of it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from graders.engine.intake import SubmissionError


@dataclass(frozen=True)
class Handed:
    """One student's submission: a folder, or a zip archive."""

    student: str
    place: Path


@dataclass(frozen=True)
class Graded:
    """What came of one student's submission: ``results`` as written; ``failed`` says why there are none."""

    student: str
    state: Literal["graded", "unchanged", "failed"]
    results: dict[str, Any]
    failed: str = ""


def handed_in(folder: Path, out: Path) -> tuple[list[Handed], list[str]]:
    """Return the submissions of a class by student, and notes on what is none.

    A submission is ``<student>/`` or ``<student>.zip``. Links and hidden entries are passed over, and so is
    the folder that the results go to.

    Raises
    ------
    SubmissionError
        When the folder is not there, or holds no submission.
    """
    if not folder.is_dir():
        raise SubmissionError(
            f"{folder} is not a folder: give the one that holds a folder or a zip a student"
        )
    found: dict[str, Handed] = {}
    notes = []
    for entry in sorted(os.scandir(folder), key=lambda entry: (entry.name.endswith(".zip"), entry.name)):
        path = Path(entry.path)
        if entry.name.startswith(".") or path.resolve() == out.resolve():
            continue
        student = entry.name.removesuffix(".zip")
        if entry.is_symlink() or not (entry.is_dir() or student != entry.name):
            notes.append(f"{entry.name} is passed over: it is neither a folder nor a zip archive")
        elif student in found:
            notes.append(f"{student} handed in a folder and {entry.name}: the folder counts")
        else:
            found[student] = Handed(student, path)
    if not found:
        raise SubmissionError(f"{folder} holds no submission: there should be a folder or a zip a student")
    return [found[student] for student in sorted(found)], notes
