"""What a class understood, counted: items that are right, and the notes on those that are not."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from graders.engine.course import item_name
from graders.engine.marks import Marks


class Note(NamedTuple):
    """A note, how many students have it, and one of them."""

    name: str
    students: int
    one: str


class Tally:
    """Counts over a class, added to as results come; the results themselves are not held."""

    def __init__(self) -> None:
        self.asked: Counter[str] = Counter()  # by item, such as lesson03.gradient
        self.right: Counter[str] = Counter()
        self.titles: dict[str, str] = {}
        self.seconds = 0.0
        self.most = 0.0  # points of a whole submission
        self._notes: Counter[str] = Counter()
        self._students: dict[str, str] = {}

    def add(self, student: str, marks: Marks) -> None:
        """Add one student's results."""
        self.seconds += marks.extra_data.timings.seconds
        self.most = max(self.most, sum(test.max_score for test in marks.tests))
        for test in marks.tests:
            about = test.extra_data
            item = item_name(about.lesson, about.item)
            self.titles.setdefault(item, test.name)
            self.asked[item] += 1
            if about.outcome == "right":
                self.right[item] += 1
            if about.note:
                self._notes[about.note] += 1
                self._students[about.note] = min(student, self._students.get(about.note, student))

    def share(self, item: str) -> float:
        """Return the share of students for whom an item is right."""
        return self.right[item] / self.asked[item]

    def hardest(self, count: int) -> list[str]:
        """Return the items that the fewest have right, but for those that all have."""
        missed = (item for item in self.asked if self.right[item] < self.asked[item])
        return sorted(missed, key=lambda item: (self.share(item), item))[:count]

    def frequent(self, count: int, item: str = "") -> list[Note]:
        """Return the most frequent notes, of all items or of one."""
        notes = (each for each in self._notes.items() if not item or each[0].startswith(f"{item}."))
        chosen = sorted(notes, key=lambda each: (-each[1], each[0]))[:count]
        return [Note(name, number, self._students[name]) for name, number in chosen]
