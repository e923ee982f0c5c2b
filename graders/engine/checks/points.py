"""A list of numbers in which each stands once."""

from __future__ import annotations

from typing import Any, Final

import numpy as np

from graders.engine import show
from graders.engine.check import Check, Objection
from graders.engine.plain import Floats, numbers, refused
from graders.engine.worker import wire

TOLERANCE: Final = 1e-6  # of a point's magnitude, or of 1 for smaller ones


class SamePoints(Check):
    """See :func:`same_points`."""

    def __init__(self, expected: Any) -> None:
        self.expected: Floats = np.asarray([float(point) for point in expected])

    def objection(self, value: wire.Value) -> Objection | None:
        """Object to points that are missing, too many, there twice, or out of order."""
        found = _points(value)
        if isinstance(found, Objection):
            return found
        points, ordered = found
        if not ordered:
            points = np.sort(points)
        if points.shape == self.expected.shape and self._same(points, self.expected):
            return None
        unique = _unique(points)
        if unique.shape == self.expected.shape and self._same(unique, self.expected):
            if len(unique) < len(points):
                return Objection("twice", "a point stands there more than once", "Each x is listed once.")
            return Objection(
                "unsorted",
                "the points are right, but not in ascending order",
                "sorted(...) puts them in order.",
            )
        return Objection("value", "")

    @staticmethod
    def _same(found: Floats, wanted: Floats) -> bool:
        near = np.abs(found - wanted) <= TOLERANCE * np.maximum(1.0, np.abs(wanted))
        return bool(np.all(near & np.isfinite(wanted)))

    def expecting(self, value: Any) -> Check:
        """Return a check for another list, in the order in which it stands."""
        return _Listed(value)

    def answer(self) -> str:
        """Show the right list."""
        return show.value(self.expected.tolist())

    def __repr__(self) -> str:
        return f"the points {self.answer()}"


class _Listed(SamePoints):
    """Points to the letter, as a mistaken implementation lists them."""

    def __init__(self, expected: Any) -> None:
        self.expected = np.asarray([complex(point).real for point in expected])

    def objection(self, value: wire.Value) -> Objection | None:
        found = _points(value)
        if isinstance(found, Objection):
            return found
        points, ordered = found
        wanted = self.expected if ordered else np.unique(self.expected)
        points = points if ordered else np.sort(points)
        return None if points.shape == wanted.shape and self._same(points, wanted) else Objection("value", "")


def _points(value: wire.Value) -> tuple[Floats, bool] | Objection:
    """Return the points, and whether they came in an order."""
    ordered = not (isinstance(value, wire.Sequence) and value.kind == "set")
    if isinstance(value, wire.Sequence):
        items = [numbers(item) for item in value.items]
        objection = next((item for item in items if isinstance(item, Objection)), None)
        if objection is not None:
            return objection
        found = np.asarray([item.values for item in items if not isinstance(item, Objection)])
    elif isinstance(value, wire.Refused):
        return refused(value.code, value.shown)
    else:
        whole = numbers(value)
        if isinstance(whole, Objection):
            return whole
        found = whole.values.ravel() if whole.matrix and 1 in whole.values.shape else whole.values
    if found.size and found.ndim != 1:
        what = "one number" if found.ndim == 0 else f"shape {found.shape}"
        return Objection(
            "shape", f"{what}, not a list of numbers", "Return a list, also for one point or none."
        )
    return found.reshape(-1), ordered


def _unique(points: Floats) -> Floats:
    kept: list[float] = []
    for point in np.sort(points):
        if not kept or abs(point - kept[-1]) > TOLERANCE * max(1.0, abs(point)):
            kept.append(float(point))
    return np.asarray(kept)


def same_points(expected: Any) -> SamePoints:
    """Accept a list, tuple, array or set of exactly these numbers, each once, ascending where it has an order."""
    return SamePoints(expected)
