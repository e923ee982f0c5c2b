"""The widest margin, judged by what it promises: feasible, and as short as can be."""

from __future__ import annotations

from typing import Any, Final

import numpy as np

from graders.engine import show
from graders.engine.check import Check, Objection
from graders.engine.checks.close import close, fitted, wrong_shape
from graders.engine.plain import Floats, numbers
from graders.engine.worker import wire

SLACK: Final = 1e-3  # of a margin, and of the objective: the course's ruling


class WidestLine(Check):
    """See :func:`widest_line`."""

    def __init__(self, expected: Any, points: Any, labels: Any) -> None:
        self.expected = np.asarray(expected, float)
        self.points, self.labels = np.asarray(points, float), np.asarray(labels, float)

    def objection(self, value: wire.Value) -> Objection | None:
        """Object to a line with a margin below 1, and to one that is not the widest."""
        found = numbers(value)
        if isinstance(found, Objection):
            return found
        line = fitted(found, (3,))
        if line.shape != (3,):
            return wrong_shape(line.shape, (3,))
        margins = self.margins(line)
        worst = int(np.argmin(margins))
        if margins[worst] < 1 - SLACK:
            where = show.value(tuple(self.points[worst].tolist()))
            return Objection(
                "infeasible",
                f"the point {where} has margin {show.number(round(float(margins[worst]), 4))}, which is less than 1",
                "Every point must have label·(ax + by + c) ≥ 1.",
            )
        if objective(line) > objective(self.expected) * (1 + SLACK):
            return Objection(
                "not-widest",
                f"all margins are at least 1, but a² + b² = {show.number(round(objective(line), 4))} is not the smallest",
                "a² + b² can still shrink. If a solver found it, try another start, or a smaller ftol.",
            )
        return None

    def margins(self, line: Floats) -> Floats:
        """Return label·(ax + by + c) of every point; shape (n,)."""
        found: Floats = self.labels * (self.points @ line[:2] + line[2])
        return found

    def expecting(self, value: Any) -> Check:
        """Return a check for that very line."""
        return close(value, relative=SLACK)

    def answer(self) -> str:
        """Show the right line."""
        return show.value(tuple(self.expected.tolist()))

    def __repr__(self) -> str:
        return f"the widest line, {self.answer()}"


def objective(line: Floats) -> float:
    """Return a² + b²."""
    return float(line[0] ** 2 + line[1] ** 2)


def widest_line(expected: Any, points: Any, labels: Any) -> WidestLine:
    """Accept a line (a, b, c) with all margins ≥ 1 and a² + b² as small as that of ``expected``, within 0.1 %."""
    return WidestLine(expected, points, labels)
