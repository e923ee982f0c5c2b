"""Why an answer is wrong: the mistake, or else the general trait, that explains all that came back.

A mistake explains a transcript if, for every line, the check that expects the mistaken value would
have accepted what came back. A diagnosis never changes points.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from typing import Any

import numpy as np

from graders.engine.check import Objection
from graders.engine.checks.close import Close
from graders.engine.plain import Numbers, array, numbers, plain
from graders.engine.proxy import Line, Stop, Transcript
from graders.engine.rubric import Item, Mistake
from graders.engine.worker import wire
from graders.engine.worker.formula import Function


@dataclass(frozen=True)
class Diagnosis:
    """What explains a wrong answer: the name of its note, and words for the student."""

    note: str
    advice: str


def diagnose(item: Item, transcript: Transcript) -> Diagnosis | None:
    """Return the first mistake of an item that explains its transcript, else a general trait, or None."""
    lines = transcript.lines
    wrong = next((line for line in lines if line.objection is not None), None)
    if wrong is None or wrong.objection is None:
        return None
    for mistake in explaining(item, transcript):
        return Diagnosis(mistake.name, mistake.advice)
    return _trait(lines, wrong.objection)


def explaining(item: Item, transcript: Transcript) -> list[Mistake]:
    """Return all mistakes of an item that explain its transcript."""
    return [mistake for mistake in item.mistakes if _explains(mistake, transcript.lines)]


def _explains(mistake: Mistake, lines: list[Line]) -> bool:
    with np.errstate(all="ignore"):
        return bool(lines) and all(_fits(mistake, line) for line in lines)


def _fits(mistake: Mistake, line: Line) -> bool:
    if line.check is None:
        return False
    try:
        if mistake.when is not None and isinstance(line.returned, wire.Returned):
            answer, arguments = plain(line.returned.value), _recorded(line.arguments, line.returned.calls)
            return line.objection is None or bool(mistake.when(answer, *arguments))
        expected = mistake.wrong(*line.arguments)
        if isinstance(line.returned, Stop):
            return False
        return line.check.expecting(expected).objection(line.returned.value) is None
    except Exception:
        # the mistaken implementation stops here: so should the student's have
        return isinstance(line.returned, Stop) and line.returned.kind == "exception"


def _recorded(arguments: tuple[Any, ...], calls: list[list[wire.Array]]) -> list[Any]:
    """Return arguments whose functions know where the student's code called them."""
    seen = [[array(at) for at in call] for call in calls]
    return [each.recorded(seen) if isinstance(each, Function) else each for each in arguments]


def numbers_only(transcript: Transcript, stopped: Line) -> Diagnosis | None:
    """Tell a function that is right for numbers and stops at an array."""
    answered = [line for line in transcript.lines if isinstance(line.returned, wire.Returned)]
    if not _has_array(stopped) or not answered or any(_has_array(line) for line in answered):
        return None
    if any(line.objection is not None for line in answered):
        return None
    advice = (
        "It works for a number, but not for an array: use *, ** and NumPy's functions, not math's, and no if."
    )
    return Diagnosis("numbers-only", advice)


def _has_array(line: Line) -> bool:
    return any(isinstance(argument, np.ndarray) for argument in line.arguments)


def _trait(lines: list[Line], objection: Objection) -> Diagnosis | None:
    """Name what is general: a kind, a shape, one factor or one offset at all points."""
    if objection.code != "value":
        return Diagnosis(objection.code, objection.advice) if objection.advice else None
    pairs = _pairs(lines)
    if pairs is None:
        return None
    found, wanted = pairs
    scale = np.max(np.abs(wanted))
    if np.max(np.abs(wanted - np.round(wanted))) > 0.1 and np.array_equal(found, np.trunc(wanted)):
        return Diagnosis(
            "whole-numbers",
            "Your answers are cut off to whole numbers: look for int(...), // or an array of ints.",
        )
    for factor, name in ((-1.0, "−1"), (2.0, "2"), (0.5, "½"), (3.0, "3"), (1 / 3, "⅓")):
        if np.max(np.abs(found - factor * wanted)) <= 1e-6 * scale * max(1, abs(factor)):
            words = "has the opposite sign" if factor == -1 else f"is {name} times what it should be"
            return Diagnosis("constant-factor", f"At every point your answer {words}.")
    offsets = found - wanted
    if np.max(np.abs(offsets)) <= 1e-3 * scale:
        return Diagnosis(
            "nearly",
            "Nearly: your answers are off by less than a thousandth. A step too coarse, or rounding?",
        )
    if np.ptp(offsets) <= 1e-6 * scale and np.ptp(wanted) > 1e-3 * scale:
        return Diagnosis(
            "constant-offset",
            "At every point your answer is off by the same amount: one constant too many, or one missing.",
        )
    return None


def _pairs(lines: list[Line]) -> tuple[Any, Any] | None:
    """Return all numbers found and wanted, if every line has them in the same shape and there are enough."""
    found, wanted = [], []
    for line in lines:
        if isinstance(line.returned, Stop) or not isinstance(line.check, Close):
            return None
        with contextlib.suppress(Exception):
            values = numbers(_value(line.returned))
            if isinstance(values, Numbers) and values.values.shape == line.check.expected.shape:
                found.append(values.values.ravel())
                wanted.append(line.check.expected.ravel())
                continue
        return None
    if not found or sum(map(len, found)) < 4:
        return None
    both = np.concatenate(found), np.concatenate(wanted)
    return both if np.max(np.abs(both[1])) > 0 else None


def _value(returned: wire.Returned) -> wire.Value:
    return returned.value
