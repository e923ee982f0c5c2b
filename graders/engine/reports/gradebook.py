"""The gradebook of a class: who has how many points, and what the class came to."""

from __future__ import annotations

import csv
import io
import statistics
from collections import Counter
from pathlib import Path
from typing import Final

from graders.engine.classroom import Graded
from graders.engine.course import Course
from graders.engine.files import write_whole
from graders.engine.reports import points
from graders.engine.reports.tally import Tally
from graders.engine.rules import Rules

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n")
ABSENT: Final = "handed in nothing"
FINE: Final = ("graded", ABSENT)  # what nobody has to look at


class Gradebook:
    """Rows and counts of a class, added to as results come; the results themselves are not held."""

    def __init__(self, course: Course, rules: Rules) -> None:
        self._modules = [lesson.module for lesson in course.lessons]
        self._rules = rules
        self._rows: dict[str, list[str]] = {}
        self.totals: list[float] = []
        self._states: Counter[str] = Counter()
        self.tally = Tally()
        self.complete = True  # nobody is without a score, or with one that a person has to decide on

    def add(self, graded: Graded) -> None:
        """Add what came of one student's submission."""
        self._states[graded.state] += 1
        total = self._rules.total(graded)
        judged = graded.state == "absent" or (graded.marks is not None and not graded.marks.faults)
        self.complete = self.complete and judged and not total.remarks
        if graded.marks is None:
            empty = "0" if graded.state == "absent" else ""
            scores, lost, sum_ = [empty] * len(self._modules), empty, empty
        else:
            lessons = graded.marks.lessons()
            scores = [points(lessons.get(module, 0.0)) for module in self._modules]
            lost, sum_ = points(total.late), points(total.points)
            self.totals.append(total.points)
            self.tally.add(graded.student, graded.marks)
        late = [lost] if self._rules.has_due_dates else []
        status = "; ".join([_status(graded), *total.remarks])
        self._rows[graded.student] = [harmless(graded.student), *scores, *late, sum_, harmless(status)]

    def rows(self) -> list[list[str]]:
        """Return a head, then a row a student in the order of their names."""
        late = ["late"] if self._rules.has_due_dates else []
        head = ["student", *self._modules, *late, "total", "status"]
        return [head, *(self._rows[student] for student in sorted(self._rows))]

    def total(self, student: str) -> str:
        """Return a student's total; empty if there is none."""
        return self._rows[student][-2] if student in self._rows else ""

    @property
    def states(self) -> str:
        """How many were graded, kept, absent, and could not be graded, in words."""
        states = ("graded", "unchanged", "absent", "failed")
        return ", ".join(f"{self._states[state]} {state}" for state in states if self._states[state])

    def states_of_students(self) -> list[tuple[str, str]]:
        """Return each student's status, in the order of their names."""
        return [(student, self._rows[student][-1]) for student in sorted(self._rows)]


def quartiles(totals: list[float]) -> list[float]:
    """Return the three quartiles of totals, of which there is at least one."""
    return statistics.quantiles(totals, n=4, method="inclusive") if len(totals) > 1 else totals * 3


def _status(graded: Graded) -> str:
    """Say in a word or a sentence whether a score can be taken as it is."""
    if graded.state == "absent":
        return ABSENT
    if graded.marks is None:
        return f"not graded: {graded.failed}"
    if graded.marks.faults:
        return f"{graded.marks.faults} items not judged"
    return "graded" if graded.marks.handed_in() else "graded; no lesson could be read"


def harmless(text: str) -> str:
    """Return text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def as_named(text: str) -> str:
    """Return what was made harmless as it was."""
    return text[1:] if text.startswith("'") and text[1:].startswith(_FORMULA) else text


def write(path: Path, table: list[list[str]], encoding: str = "utf-8-sig") -> None:
    """Write a table whole or not at all; with its mark of encoding, Excel and LibreOffice open it right."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows(table)
    write_whole(path, text.getvalue(), encoding)
