"""Expressions, compared by their values at points: where the right one must not be at hand.

Values are computed in ball arithmetic, on both sides. That two expressions agree at 16 generic points and
differ elsewhere, no learner's slip brings about.
"""

from __future__ import annotations

import random
from typing import Any, Final

import msgspec
from flint import arb, fmpq

from graders.engine import equivalence, show
from graders.engine.check import Objection
from graders.engine.checks.expression import EXACT, SameExpression, at, near
from graders.engine.equivalence import balls
from graders.engine.equivalence.program import Malformed, program
from graders.engine.worker import wire

POINTS: Final = 16
TOLERANCE: Final = 1e-9  # of a value: what rounding a float may cost
_READABLE: Final = (2, 3, 5, 4, 7, 6, 9, 8)
_DIGITS: Final = 40
_OTHER: Final = fmpq(17, 10)  # the value of symbols that the right answer does not have


class Samples(msgspec.Struct, frozen=True, array_like=True):
    """Values of an expression, or of a Matrix, entry by entry, at points: rationals, as top and bottom."""

    shape: tuple[int, int] | None
    variables: list[str]
    points: list[list[tuple[int, int]]]
    values: list[list[float | None]]  # None where there is none


def sample(expression: SameExpression, asked: SameExpression) -> Samples:
    """Return the values of a check's expression at points for its variables, and those of the check that was asked."""
    names = sorted(asked.variables | expression.variables)
    drawn = random.Random(POINTS)
    points = [
        [(_READABLE[(at + place) % len(_READABLE)], 1) for place, _ in enumerate(names)] for at in range(2)
    ]
    while len(points) < POINTS:
        low = 1 if asked.positive else -30
        points.append([(drawn.randint(low, 30) or 1, drawn.randint(7, 13)) for _ in names])
    graph = expression.graph
    return Samples(
        graph.shape,
        names,
        points,
        [[_value(graph, root, names, point) for point in points] for root in graph.roots],
    )


def _value(graph: wire.Expression, root: int, names: list[str], point: list[tuple[int, int]]) -> float | None:
    try:
        steps = program(graph, root)
    except Malformed:
        return None
    given = dict.fromkeys(steps.symbols, arb(_OTHER)) | {
        name: arb(fmpq(*each)) for name, each in zip(names, point, strict=True)
    }
    found = balls.evaluate(steps, given, _DIGITS)
    return float(found) if isinstance(found, arb) and found.is_finite() else None


class SameValues(SameExpression):
    """Accepts an expression that has these values at these points."""

    def __init__(self, samples: Samples, positive: bool, up_to_constant: bool) -> None:
        self._samples, self.positive, self.up_to_constant = samples, positive, up_to_constant
        self.variables = frozenset(samples.variables)

    @property
    def shape(self) -> tuple[int, int] | None:
        """The shape of a Matrix that is asked for."""
        return self._samples.shape

    def _entry(self, found: wire.Expression, entry: int) -> Objection | None:
        which, samples = self._which(entry), self._samples
        more = equivalence.symbols(found, found.roots[entry]) - self.variables
        if more and not self.up_to_constant:
            return self.unknown(more)
        closest = True
        own = [_value(found, found.roots[entry], samples.variables, point) for point in samples.points]
        known = [
            (has, should)
            for has, should in zip(own, samples.values[entry], strict=True)
            if has is not None and should is not None
        ]
        origin = known[0] if known and self.up_to_constant else (0.0, 0.0)
        worst: tuple[int, float] | None = None
        for place, (has, should) in enumerate(zip(own, samples.values[entry], strict=True)):
            if should is None:
                continue
            if has is None:
                return Objection(
                    "undefined", f"{which} is not defined where it should be{at(self._point(place))}"
                )
            has, should = has - origin[0], should - origin[1]
            if abs(has - should) > TOLERANCE * max(1.0, abs(should)):
                worst = worst or (place, has)
                closest = closest and near(has, should)
        if worst is None:
            return None
        if closest:
            return Objection(
                "nearly", f"{which} comes close, but is not equal{at(self._point(worst[0]))}", EXACT
            )
        if self.up_to_constant:
            return Objection("value", f"{which} is no antiderivative: its derivative is another function")
        where = f"{at(self._point(worst[0]))}, where yours comes to {show.number(worst[1])}"
        return Objection("value", f"{which} is not equal to the right one{where}")

    def _point(self, place: int) -> dict[str, float]:
        point = self._samples.points[place]
        return {
            name: top / bottom for name, (top, bottom) in zip(self._samples.variables, point, strict=True)
        }

    def times(self, factor: Any) -> SameValues:
        """Return the same check for a multiple of its expression."""
        values = [
            [None if each is None else float(factor) * each for each in entry]
            for entry in self._samples.values
        ]
        return self.expecting(msgspec.structs.replace(self._samples, values=values))

    def expecting(self, value: Any) -> SameValues:
        """Return the same check for other values."""
        return SameValues(value, self.positive, self.up_to_constant)

    def answer(self) -> str:
        """Say that it is not known here."""
        return "not on this computer"
