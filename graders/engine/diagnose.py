"""Why an answer is wrong: the mistake, or else the general trait, that explains all that came back.

A mistake explains a transcript if, for every line, the check that expects the mistaken value would
have accepted what came back. A diagnosis never changes points.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from graders.engine import traits
from graders.engine.plain import array, plain
from graders.engine.proxy import Line, Stop, Transcript
from graders.engine.rubric import Function, Item, Mistake
from graders.engine.traits import Diagnosis
from graders.engine.worker import formula, wire


def diagnose(item: Item, transcript: Transcript) -> Diagnosis | None:
    """Return the first mistake of an item that explains its transcript, else a general trait, or None.

    Of a transcript without a wrong answer nothing is said: exceptions alone could have any reason.
    """
    lines = transcript.lines
    wrong = next((line for line in lines if line.objection is not None), None)
    if wrong is None or wrong.objection is None:
        return None
    if wrong.objection.exact:
        return Diagnosis(wrong.objection.code, wrong.objection.advice)
    for mistake in explaining(item, transcript):
        return Diagnosis(mistake.name, mistake.advice)
    if any(isinstance(line.returned, Stop) for line in lines):
        return None
    return traits.of_answers(lines, wrong.objection)


def explaining(item: Item, transcript: Transcript) -> list[Mistake]:
    """Return all mistakes of an item that explain its transcript."""
    return [mistake for mistake in item.mistakes if explains(mistake, transcript.lines)]


def explains(mistake: Mistake, lines: list[Line]) -> bool:
    """Say whether a mistake would have led to all that came back."""
    with np.errstate(all="ignore"):
        if mistake.when is not None:
            return all(_holds(mistake.when, mistake.ways, line) for line in lines)
        return any(all(_fits(way, line) for line in lines) for way in mistake.ways)


def _holds(when: Callable[..., bool], ways: tuple[Function, ...], line: Line) -> bool:
    """Say whether an answer is right, or one that a predicate is true of."""
    if line.check is None:
        return False
    if isinstance(line.returned, Stop):
        return any(_fits(way, line) for way in ways)
    if line.objection is None:
        return True
    try:
        return bool(when(plain(line.returned.value), *_recorded(line.arguments, line.returned.calls)))
    except Exception:
        return False  # as where the answer is of another kind than the predicate looks at


def _fits(way: Function, line: Line) -> bool:
    """Say whether a wrong implementation would have answered so, or stopped as the student's did."""
    if line.check is None:
        return False
    stopped = isinstance(line.returned, Stop) and line.returned.kind == "exception"
    try:
        expected = way(*line.arguments)
        if isinstance(line.returned, Stop):
            return False
        return line.check.expecting(expected).objection(line.returned.value) is None
    except Exception:
        return stopped


def _recorded(arguments: tuple[Any, ...], calls: list[list[wire.Array]]) -> list[Any]:
    """Return arguments whose functions know where the student's code called them."""
    seen = [[array(at) for at in call] for call in calls]
    return [each.recorded(seen) if isinstance(each, formula.Function) else each for each in arguments]
