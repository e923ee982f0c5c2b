"""The gradebook of a class: who has how many points, and what the class came to."""

from __future__ import annotations

import csv
import io
import statistics
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from graders.engine.classroom import Graded
from graders.engine.course import Course
from graders.engine.files import write_whole
from graders.engine.marks import Marks
from graders.engine.reports import points
from graders.engine.rules import Rules

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n")
ABSENT: Final = "handed in nothing"


class Gradebook:
    """Rows and counts of a class, added to as results come; the results themselves are not held."""

    def __init__(self, course: Course, rules: Rules) -> None:
        self._modules = [lesson.module for lesson in course.lessons]
        self._rules = rules
        self._rows: dict[str, list[str]] = {}
        self._totals: list[float] = []
        self._states: Counter[str] = Counter()
        self._right: Counter[str] = Counter()
        self._asked: Counter[str] = Counter()
        self._notes: Counter[str] = Counter()
        self.most = 0.0  # points of a whole submission
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
            self._totals.append(total.points)
            self._count(graded.marks)
        late = [lost] if self._rules.has_due_dates else []
        status = "; ".join([_status(graded), *total.remarks])
        self._rows[graded.student] = [harmless(graded.student), *scores, *late, sum_, harmless(status)]

    def _count(self, marks: Marks) -> None:
        self.most = sum(test.max_score for test in marks.tests)
        for test in marks.tests:
            item = f"{test.extra_data.lesson[: len('lesson01')]}.{test.extra_data.item}"
            self._asked[item] += 1
            self._right[item] += test.extra_data.outcome == "right"
            if test.extra_data.note:
                self._notes[test.extra_data.note] += 1

    def rows(self) -> list[list[str]]:
        """Return a head, then a row a student in the order of their names."""
        late = ["late"] if self._rules.has_due_dates else []
        head = ["student", *self._modules, *late, "total", "status"]
        return [head, *(self._rows[student] for student in sorted(self._rows))]

    def total(self, student: str) -> str:
        """Return a student's total; empty if there is none."""
        return self._rows[student][-2] if student in self._rows else ""

    def summary(self) -> list[str]:
        """Return what a class came to, line by line."""
        states = ("graded", "unchanged", "absent", "failed")
        lines = [", ".join(f"{self._states[state]} {state}" for state in states if self._states[state])]
        if self._totals:
            quartiles = statistics.quantiles(self._totals, n=4) if len(self._totals) > 1 else self._totals * 3
            low, median, high = quartiles
            mean = statistics.mean(self._totals)
            lines.append(f"total: mean {mean:.1f}, median {median:.1f}, quartiles {low:.1f} and {high:.1f}")
        shares = sorted((self._right[item] / self._asked[item], item) for item in self._asked)
        lines += [f"hardest: {item}, right for {share:.0%}" for share, item in shares[:3] if share < 1]
        frequent = sorted(self._notes.items(), key=lambda each: (-each[1], each[0]))
        lines += [f"frequent: {note}, {count} times" for note, count in frequent[:5]]
        return lines + [f"look at {row[0]}: {row[-1]}" for row in self._needing()]

    def _needing(self) -> Iterator[list[str]]:
        fine = ("graded", ABSENT)
        return (self._rows[student] for student in sorted(self._rows) if self._rows[student][-1] not in fine)


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


def write(path: Path, table: list[list[str]], encoding: str = "utf-8-sig") -> None:
    """Write a table whole or not at all; with its mark of encoding, Excel and LibreOffice open it right."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows(table)
    write_whole(path, text.getvalue(), encoding)
