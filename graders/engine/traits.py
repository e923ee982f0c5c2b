"""What can be said of a wrong answer in general, where no mistake is known by it: one factor, one offset …

A trait is a true sentence about all that came back in an item, found on the trusted side from the
transcript alone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

import numpy as np

from graders.engine.check import Objection
from graders.engine.checks.close import Close
from graders.engine.checks.expression import SameExpression
from graders.engine.plain import Floats, Numbers, numbers
from graders.engine.proxy import Line, Stop
from graders.engine.worker import wire

FACTORS: Final = tuple(
    (Fraction(factor), name)
    for factor, name in {
        "-1": "has the opposite sign. Where could a minus have come in, or been lost",
        "2": "is twice what it should be. Where could a factor of 2 come from",
        "1/2": "is half of what it should be. Where could a factor of 2 have been lost",
        "3": "is three times what it should be. Where could a factor of 3 come from",
        "1/3": "is a third of what it should be. Where could a factor of 3 have been lost",
    }.items()
)
ENOUGH: Final = 4  # numbers, to speak of "every point"
_VALUES: Final = frozenset({"value", "shape", "infeasible", "not-widest"})  # others say what is amiss better


@dataclass(frozen=True)
class Diagnosis:
    """What explains a wrong answer: the name of its note, and words for the student."""

    note: str
    advice: str


def of_answers(lines: list[Line], objection: Objection) -> Diagnosis | None:
    """Return what is general about answers, of which the first wrong one met ``objection``."""
    if objection.code in _VALUES and _same_everywhere(lines):
        return _same(lines)
    others = {line.objection.code for line in lines if line.objection is not None} - {"shape-only"}
    if objection.code == "shape-only" and others:
        return Diagnosis("shape", "Neither the shape nor all of the numbers are right: begin with the shape.")
    if objection.code != "value":
        return Diagnosis(objection.code, objection.advice) if objection.advice else None
    if isinstance(lines[0].check, SameExpression):
        return _expression_factor(lines)
    pairs = _pairs(lines)
    if pairs is None:
        return None
    return next((found for found in (trait(*pairs) for trait in _TRAITS) if found is not None), None)


def of_stops(lines: list[Line]) -> Diagnosis | None:
    """Tell a function that is right for numbers and stops at arrays, or the other way round."""
    answered = [line for line in lines if isinstance(line.returned, wire.Returned)]
    kinds = {_has_array(line) for line in answered}
    same_kind = (line for line in lines if isinstance(line.returned, Stop))
    if any(line.objection is not None for line in answered) or len(kinds) != 1:
        return None
    if any(_has_array(line) in kinds for line in same_kind):
        return None
    if kinds == {False}:
        return Diagnosis(
            "numbers-only",
            "It works for a number, but not for an array. Each step has to work element by element, as *, ** and "
            "NumPy's functions do, and math's functions, float(...) and if do not.",
        )
    return Diagnosis(
        "arrays-only",
        "It works for an array, but not for a single number: do without len, indices and loops over x.",
    )


def _has_array(line: Line) -> bool:
    return any(isinstance(argument, np.ndarray) for argument in line.arguments)


def _same_everywhere(lines: list[Line]) -> bool:
    """Say whether all answers are the same, or all numbers in them, where the right ones are not."""
    answers = [line.returned.value for line in lines if isinstance(line.returned, wire.Returned)]
    if len(answers) < len(lines) or len(answers) < 3 or not lines[0].arguments:
        return False
    pairs = _pairs(lines)
    if pairs is not None and np.ptp(pairs[0]) == 0 < np.ptp(pairs[1]):
        return True
    return all(answer == answers[0] for answer in answers)


def _same(lines: list[Line]) -> Diagnosis:
    pairs = _pairs(lines)
    if pairs is not None and not np.any(pairs[0]):
        return Diagnosis(
            "zeros",
            "All that you return is 0. Is it cut off to whole numbers, never filled in, or is a bracket missing?",
        )
    return Diagnosis(
        "same-everywhere", "Your answer was the same for all that was passed in: does it use its arguments?"
    )


def _whole_numbers(found: Floats, wanted: Floats) -> Diagnosis | None:
    if np.max(np.abs(wanted - np.round(wanted))) <= 0.1 or not any(
        np.array_equal(found, cut(wanted)) for cut in (np.trunc, np.floor)
    ):
        return None
    return Diagnosis(
        "whole-numbers",
        "Your answers are cut off to whole numbers: look for int(...), // or an array of ints.",
    )


def _constant_factor(found: Floats, wanted: Floats) -> Diagnosis | None:
    for factor, name in FACTORS:
        times = float(factor)
        if np.max(np.abs(found - times * wanted)) <= 1e-6 * np.max(np.abs(wanted)) * max(1, abs(times)):
            return _multiple(name)
    return None


def _multiple(words: str) -> Diagnosis:
    return Diagnosis("constant-factor", f"At every point your answer {words}?")


def _expression_factor(lines: list[Line]) -> Diagnosis | None:
    for factor, name in FACTORS:
        if all(
            isinstance(line.check, SameExpression)
            and isinstance(line.returned, wire.Returned)
            and line.check.times(factor).objection(line.returned.value) is None
            for line in lines
        ):
            return _multiple(name)
    return None


def _nearly(found: Floats, wanted: Floats) -> Diagnosis | None:
    if np.max(np.abs(found - wanted)) > 1e-3 * np.max(np.abs(wanted)):
        return None
    return Diagnosis(
        "nearly", "Nearly: your answers are off by less than a thousandth. A step too coarse, or rounding?"
    )


def _constant_offset(found: Floats, wanted: Floats) -> Diagnosis | None:
    scale = np.max(np.abs(wanted))
    if np.ptp(found - wanted) > 1e-6 * scale or np.ptp(wanted) <= 1e-3 * scale:
        return None
    return Diagnosis(
        "constant-offset",
        "At every point your answer is off by the same amount: look at what does not change with the arguments.",
    )


def _rounded(found: Floats, wanted: Floats) -> Diagnosis | None:
    if not any(np.allclose(found, np.round(wanted, digits), rtol=0, atol=1e-12) for digits in range(6)):
        return None
    return Diagnosis(
        "rounded", "Your answers look rounded. Return them as they come: what is cut off is lost for good."
    )


_TRAITS: Final[tuple[Callable[[Floats, Floats], Diagnosis | None], ...]] = (
    _whole_numbers,
    _rounded,
    _constant_factor,
    _nearly,
    _constant_offset,
)


def _pairs(lines: list[Line]) -> tuple[Floats, Floats] | None:
    """Return all numbers found and wanted, if every line has them in the same shape and there are enough."""
    found, wanted = [], []
    for line in lines:
        if isinstance(line.returned, Stop) or not isinstance(line.check, Close):
            return None
        values = numbers(line.returned.value)
        if not isinstance(values, Numbers) or values.values.shape != line.check.expected.shape:
            return None
        found.append(values.values.ravel())
        wanted.append(line.check.expected.ravel())
    if sum(map(len, found)) < ENOUGH:
        return None
    both = np.concatenate(found), np.concatenate(wanted)
    return both if np.max(np.abs(both[1])) > 0 else None
