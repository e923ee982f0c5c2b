"""What a class' gradebook needs of a student's results, read from ``results.json`` alone."""

from __future__ import annotations

import functools
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


class Marks(msgspec.Struct, frozen=True, dict=True):
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

    @functools.cached_property
    def _lessons(self) -> dict[str, list[float]]:
        """The points earned and possible of each lesson, and whether it was there: looked through once."""
        found: dict[str, list[float]] = {}
        for test in self.tests:
            about = test.extra_data
            sums = found.get(about.lesson)
            if sums is None:
                sums = found[about.lesson] = [0.0, 0.0, 0.0]
            sums[0] += test.score
            sums[1] += test.max_score
            if not about.note.endswith(_NOTHING):
                sums[2] = 1.0
        return found

    def lessons(self) -> dict[str, float]:
        """Return the points of each lesson."""
        return {lesson: sums[0] for lesson, sums in self._lessons.items()}

    def possible(self) -> dict[str, float]:
        """Return the most points that each lesson gives."""
        return {lesson: sums[1] for lesson, sums in self._lessons.items()}

    def handed_in(self) -> set[str]:
        """Return the lessons that were there to be run."""
        return {lesson for lesson, sums in self._lessons.items() if sums[2]}


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
