"""What a class' gradebook needs of a student's results, read from ``results.json`` alone."""

from __future__ import annotations

from pathlib import Path

import msgspec


class About(msgspec.Struct, frozen=True):
    """Which item a test of the results is, and what came of it."""

    lesson: str
    item: str
    outcome: str
    note: str


class Mark(msgspec.Struct, frozen=True):
    """One item's marks."""

    name: str
    score: float
    max_score: float
    extra_data: About


class MadeBy(msgspec.Struct, frozen=True):
    """What decides results: they hold as long as all of it is the same."""

    format: int
    course: str
    submission: str
    seed: int
    isolation: str


class Marks(msgspec.Struct, frozen=True):
    """A student's results, without the words."""

    score: float
    tests: list[Mark]
    extra_data: MadeBy

    @property
    def faults(self) -> int:
        """The number of items that could not be judged."""
        return sum(test.extra_data.outcome == "error" for test in self.tests)

    def lessons(self) -> dict[str, float]:
        """Return the points of each lesson."""
        found: dict[str, float] = {}
        for test in self.tests:
            lesson = test.extra_data.lesson
            found[lesson] = found.get(lesson, 0.0) + test.score
        return found


_DECODER = msgspec.json.Decoder(Marks)


def decode(results: bytes) -> Marks:
    """Return the marks in results that were just made."""
    return _DECODER.decode(results)


def kept(path: Path) -> Marks | None:
    """Return the marks in results that were written before, if they can be read and every item was judged."""
    try:
        marks = decode(path.read_bytes())
    except (OSError, msgspec.DecodeError):
        return None
    return None if marks.faults else marks
