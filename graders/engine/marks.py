"""What a class' gradebook needs of a student's results, read from ``results.json`` alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

import msgspec

_NOTHING: Final = (".missing", ".unreadable", ".empty")  # notes of a module that is not there to be run


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


class Timings(msgspec.Struct, frozen=True):
    """How long it took: the one thing that differs between runs of the same."""

    seconds: float = 0.0


class Run(MadeBy, frozen=True):
    """What results say of the run that made them."""

    timings: Timings = Timings()


class Marks(msgspec.Struct, frozen=True):
    """A student's results, without the words."""

    score: float
    tests: list[Mark]
    extra_data: Run

    @property
    def made_by(self) -> MadeBy:
        """What decided these results."""
        run = self.extra_data
        return MadeBy(run.format, run.course, run.submission, run.seed, run.isolation)

    @property
    def faults(self) -> int:
        """The number of items that could not be judged."""
        return sum(test.extra_data.outcome == "error" for test in self.tests)

    def lessons(self) -> dict[str, float]:
        """Return the points of each lesson."""
        return self._sums(lambda test: test.score)

    def possible(self) -> dict[str, float]:
        """Return the most points that each lesson gives."""
        return self._sums(lambda test: test.max_score)

    def handed_in(self) -> set[str]:
        """Return the lessons that were there to be run."""
        return {test.extra_data.lesson for test in self.tests if not test.extra_data.note.endswith(_NOTHING)}

    def _sums(self, points: Callable[[Mark], float]) -> dict[str, float]:
        found: dict[str, float] = {}
        for test in self.tests:
            lesson = test.extra_data.lesson
            found[lesson] = found.get(lesson, 0.0) + points(test)
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
