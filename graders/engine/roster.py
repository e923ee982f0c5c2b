"""The roster of a class: who belongs to it, from a list of one's own or from what a platform exports."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from graders.engine.intake import SubmissionError

_PARTICIPANT: Final = re.compile(r"\D*(\d+)")


@dataclass(frozen=True)
class Enrolled:
    """One student of the roster: ``row`` as it stands there, ``names`` all that a submission may go by."""

    student: str
    row: dict[str, str]
    number: str = ""
    stamp: str = ""
    names: frozenset[str] = field(default=frozenset())


@dataclass(frozen=True)
class Roster:
    """Who belongs to a class; ``kind`` is whose export it is: ``own``, ``canvas`` or ``moodle``."""

    kind: str
    columns: list[str]
    students: list[Enrolled]

    def find(self, student: str, number: str) -> Enrolled | None:
        """Return who handed in, by the platform's number or by name."""
        by_number = (each for each in self.students if number and each.number == number)
        by_name = (each for each in self.students if student.casefold() in each.names)
        return next(by_number, None) or next(by_name, None)


def read(path: Path) -> Roster:
    """Read a roster: a column ``student``, Canvas' gradebook export, or Moodle's grading worksheet.

    Raises
    ------
    SubmissionError
        When it cannot be read, or has none of these.
    """
    try:
        text = path.read_text("utf-8-sig")
        lines = csv.DictReader(io.StringIO(text, newline=""), restval="")
        rows = [{key: value.strip() for key, value in row.items() if key} for row in lines]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise SubmissionError(f"--roster {path} cannot be read: {error}") from None
    columns = [column for column in lines.fieldnames or [] if column]
    lower = {column.casefold().strip(): column for column in columns}
    if "identifier" in lower:
        kind, key = "moodle", lower["identifier"]
    elif "student" in lower:
        kind = "canvas" if "id" in lower and "section" in lower else "own"
        key = lower["student"]
    else:
        raise SubmissionError(
            f"--roster {path} has no column student, and is neither Canvas' gradebook nor Moodle's grading worksheet"
        )
    known = [_enrolled(kind, row, key, lower) for row in rows if row.get(key, "")]
    return Roster(kind, columns, [each for each in known if each is not None])


def _enrolled(kind: str, row: dict[str, str], key: str, lower: dict[str, str]) -> Enrolled | None:
    def get(column: str) -> str:
        return row.get(lower.get(column, ""), "")

    names = [row[key], get("email"), get("email address"), get("sis login id"), get("sis user id")]
    if kind == "moodle":
        number = _PARTICIPANT.match(row[key])
        student = get("full name") or row[key]
        names += [student, get("id number")]
        stamp = get("last modified (submission)").strip("- ")
        return _named(
            f"{student}_{number[1]}" if number else student, row, names, number and number[1], stamp
        )
    if kind == "canvas" and not get("id"):
        return None  # Canvas' second line has the points possible
    return _named(row[key], row, names, get("id"), "")


def _named(student: str, row: dict[str, str], names: list[str], number: str | None, stamp: str) -> Enrolled:
    known = frozenset(name.casefold() for name in [student, *names] if name)
    return Enrolled(student, row, number or "", stamp, known)
