"""The report on the terminal: a line a lesson, a line an item, and what to try next."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterable
from typing import Any, Final, Protocol

from graders.engine.reports import explain, points
from graders.engine.score import Outcome

WIDTH: Final = 78
INDENT: Final = 9
_MARKS: Final = {"right": "✓", "wrong": "✗", "stopped": "✗", "error": "!"}
_COLOURS: Final = {"right": "green", "wrong": "red", "stopped": "red", "error": "yellow"}
_ASCII: Final = str.maketrans(
    {"✓": "+", "✗": "x", "→": ">", "…": "~", "·": ".", "−": "-", "≥": ">=", "¹": "1", "²": "2", "³": "3"}
)


class Writer(Protocol):
    """pytest's terminal writer: colours on a terminal only, none under NO_COLOR."""

    def write(self, msg: str, *, flush: bool = False, **markup: bool) -> None:
        """Write text."""

    def line(self, s: str = "", **markup: bool) -> None:
        """Write a line."""


def lesson(writer: Writer, name: str, outcomes: list[Outcome], *, brief: bool = False) -> None:
    """Write the report of one lesson; a brief one is a line."""
    earned, total = _sum(outcomes)
    score = f"{points(earned)} of {points(total)}"
    width = _width()
    _line(writer, f"{name}{score:>{max(width - len(name), len(score) + 1)}}", bold=True)
    if brief:
        return
    failed = {
        outcome.objection for outcome in outcomes if outcome.outcome == "stopped" and not outcome.called
    }
    if len(outcomes) > 1 == len(failed) and all(outcome.objection in failed for outcome in outcomes):
        _write(writer, "  ✗ ", red=True)  # the module could not be loaded: said once
        _paragraph(writer, failed.pop(), width, indent=4, first=0)
    else:
        for outcome in outcomes:
            _item(writer, outcome, width)
    _line(writer)


def _item(writer: Writer, outcome: Outcome, width: int) -> None:
    score = "–" if outcome.outcome == "error" else points(outcome.score)
    mark = f"  {_MARKS[outcome.outcome]} {score}/{points(outcome.points)} "
    _write(writer, mark, **{_COLOURS[outcome.outcome]: True})
    _line(writer, f" {outcome.title}")
    if outcome.outcome != "right" or outcome.advice:
        for text in explain(outcome):
            _paragraph(writer, text, width, indent=INDENT, hang=_hang(text))


def _hang(text: str) -> int:
    """Return how far the second line of a text stands behind the first."""
    if text.startswith("→"):
        return 2
    return 13 if text[11:13] == "  " else 0  # "you called   …", and the like


def _paragraph(
    writer: Writer, text: str, width: int, *, indent: int, hang: int = 0, first: int | None = None
) -> None:
    """Write a text in lines that fit; ``first`` is the indent of its first line, if another."""
    lines = (
        textwrap.wrap(text, width - indent, subsequent_indent=" " * hang)
        if len(text) > width - indent
        else [text]
    )
    for number, line in enumerate(lines):
        _line(writer, " " * (indent if number or first is None else first) + line)


def total(
    writer: Writer, outcomes: list[Outcome], notes: Iterable[str], isolation: Iterable[str] = ()
) -> None:
    """Write the total, and what is to be known beside it."""
    earned, most = _sum(outcomes)
    width = _width()
    for note in notes:
        _paragraph(writer, f"note: {note}", width, indent=0, hang=6)
    for label in isolation:
        _paragraph(writer, f"isolation: {label}", width, indent=0, hang=11)
    score = f"{points(earned)} of {points(most)}"
    _line(writer, f"total{score:>{width - 5}}", bold=True)
    faults = [outcome for outcome in outcomes if outcome.outcome == "error"]
    if faults:
        lost = points(sum(outcome.points for outcome in faults))
        _line(writer, f"{len(faults)} not judged ({lost} points): the grader failed there", yellow=True)


def _sum(outcomes: list[Outcome]) -> tuple[float, float]:
    return sum(outcome.score for outcome in outcomes), sum(outcome.points for outcome in outcomes)


def _width() -> int:
    return min(WIDTH, shutil.get_terminal_size((WIDTH, 24)).columns - 2)


def _write(writer: Any, text: str, **markup: bool) -> None:
    writer.write(_encodable(writer, text), **markup)


def _line(writer: Any, text: str = "", **markup: bool) -> None:
    writer.line(_encodable(writer, text), **markup)


def _encodable(writer: Any, text: str) -> str:
    """Return text that the terminal can show: an old console gets plain signs for ours."""
    encoding = getattr(writer._file, "encoding", None) or "utf-8"
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return text.translate(_ASCII).encode(encoding, "replace").decode(encoding)
    return text
