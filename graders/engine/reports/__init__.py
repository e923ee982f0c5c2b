"""The reports: what came of a run, for people and for machines."""

from __future__ import annotations

from typing import Final

import msgspec

from graders.engine.score import Outcome

RESULTS: Final = "results.json"  # of each student
PAGE: Final = "feedback.html"
INDEX: Final = "index.html"  # of the class


class Run(msgspec.Struct, frozen=True):
    """A graded submission: all that a report is made from."""

    outcomes: list[Outcome]
    course: str
    submission: str
    seed: int
    isolation: str
    seconds: float
    notes: tuple[str, ...] = ()


def dump(outcome: Outcome) -> str:
    """Return an outcome as text, which travels on pytest's own reports, from other processes too."""
    return msgspec.json.encode(outcome).decode()


def load(text: str) -> Outcome:
    """Return the outcome that was dumped."""
    return msgspec.json.decode(text, type=Outcome)


def points(value: float) -> str:
    """Return points without needless digits: 4, 2.5."""
    return f"{value:g}"


def explain(outcome: Outcome) -> list[str]:
    """Return what a student is told of an item that is not right, line by line."""
    lines = []
    if outcome.called:
        lines.append(f"you called   {outcome.called}")
    if outcome.returned:
        lines.append(f"it returned  {outcome.returned}")
    if outcome.answer:
        lines.append(f"the answer   {outcome.answer}")
    if outcome.objection:
        lines.append(outcome.objection)
    if outcome.printed:
        lines.append(f"it printed   {outcome.printed}")
    if outcome.advice:
        lines.append(f"→ {outcome.advice}")
    return lines
