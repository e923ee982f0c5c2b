"""What there is to see of a wrong answer, as plain data: small, and never what would give the right answer away.

It is made from what came over the wire and stands in the results; ``reports.drawings`` draws it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import msgspec
import numpy as np
from numpy.typing import NDArray

from graders.engine.checks.close import Close, fitted
from graders.engine.checks.figure import Curves
from graders.engine.checks.line import WidestLine
from graders.engine.checks.training import SQUARE, Trains
from graders.engine.plain import Floats, Numbers, array, numbers
from graders.engine.proxy import Line
from graders.engine.worker import wire
from graders.engine.worker.formula import Function

MAX_POINTS: Final = 80  # of a curve
MAX_CURVES: Final = 6
MAX_ENTRIES: Final = 100  # of a matrix
MAX_NODES: Final = 120  # of a formula
GRID: Final = 17  # points along each side of a landscape
REACH: Final = 1.6  # how far a landscape reaches beyond an arrow

Row = list[float]


class _Picture(msgspec.Struct, frozen=True, tag_field="kind"):
    """Plain data; ``kind`` says which."""


class Series(msgspec.Struct, frozen=True):
    """A curve; ``off`` has the places of its points that are not right, where that is known."""

    x: Row
    y: Row
    label: str = ""
    off: list[int] = []


class Drawn(_Picture, frozen=True, tag="curves"):
    """The student's curves, and beside them the right ones, where those may be shown."""

    curves: list[Series]
    right: list[Series] = []


class Arrow(_Picture, frozen=True, tag="arrow"):
    """A vector at a point, on a landscape: heights over a square grid from ``low`` to ``high`` of x and y."""

    at: Row
    vector: Row
    low: Row
    high: Row
    heights: list[Row]
    right: Row = []


class Slope(_Picture, frozen=True, tag="slope"):
    """A function around a point, a step from there, and a rate of change, as a straight line through the point."""

    curve: Series
    at: Row
    step: float
    rate: float
    right: Row = []


class Matrix(_Picture, frozen=True, tag="matrix"):
    """A matrix, and which of its entries are not right; nothing where its very shape is another."""

    rows: list[Row]
    off: list[list[bool]]


class Network(_Picture, frozen=True, tag="network"):
    """A training: the loss on the way, and where the model says 1: a row of 0 and 1 for each y, from the lowest."""

    losses: Row
    inside: list[str]
    reach: float  # the square is from −reach to reach
    epochs: int


class Plane(_Picture, frozen=True, tag="plane"):
    """Points of two classes, and a line (a, b, c) between them."""

    line: Row
    points: list[Row]
    labels: Row
    right: Row = []


class Formula(_Picture, frozen=True, tag="formula"):
    """An expression, to be typeset."""

    expression: wire.Expression


Picture = Drawn | Arrow | Slope | Matrix | Network | Plane | Formula


def picture(line: Line, *, show: bool, landscape: Callable[..., Any] | None) -> Picture | None:
    """Return what there is to see of a wrong answer, if anything.

    Parameters
    ----------
    line
        What was called, what came back, and the check that objects.
    show
        Whether the right answer may be shown.
    landscape
        The lesson's own function of two variables, for what is no ``func`` among the arguments.
    """
    check = line.check
    if not isinstance(line.returned, wire.Returned):
        return None
    value = line.returned.value
    if isinstance(value, wire.Figure):
        return _figure(value, check, show)
    if isinstance(value, wire.Expression):
        return Formula(value) if len(value.nodes) <= MAX_NODES else None
    if isinstance(check, Trains):
        return _network(check, value)
    found = numbers(value)
    if not isinstance(found, Numbers):
        return None
    if isinstance(check, WidestLine):
        return _plane(check, fitted(found, (3,)), show)
    if isinstance(check, Close):
        return _numbers(line, check, fitted(found, check.expected.shape), show, landscape)
    return None


def _numbers(
    line: Line, check: Close, values: Floats, show: bool, landscape: Callable[..., Any] | None
) -> Picture | None:
    """Return a curve over an argument, an arrow at a point, or a matrix, whatever the answer is."""
    expected = check.expected
    over = [each for each in line.arguments if isinstance(each, np.ndarray)]
    same = values.shape == expected.shape
    if same and len(over) == 1 and over[0].shape == values.shape and values.size > 2:
        right = [_series(over[0], expected)] if show else []
        return Drawn([_series(over[0], values, off=_off(values, expected))], right)
    if values.ndim == expected.ndim == 2 and 0 < values.size <= MAX_ENTRIES:
        return Matrix([_row(row) for row in values], _off(values, expected).tolist() if same else [])
    if not same:
        return None
    func = next((each for each in line.arguments if isinstance(each, Function)), None)
    at = [float(each) for each in line.arguments if isinstance(each, int | float)]
    if values.shape == (2,) and len(at) == 2 and (func or landscape) is not None:
        return _arrow(np.asarray(at), values, expected, func or landscape, show)
    if values.shape == () and func is not None and len(at) == 2:
        return _slope(func, at, float(values), float(expected), show)
    return None


def _figure(figure: wire.Figure, check: Any, show: bool) -> Drawn | None:
    drawn = [curve for panel in figure.panels for curve in panel.curves][:MAX_CURVES]
    found = [_series(array(curve.x), array(curve.y), curve.label) for curve in drawn]
    right = check.wanted if show and isinstance(check, Curves) else {}
    return Drawn(found, [_series(x, y, name) for name, (x, y) in right.items()]) if found else None


def _arrow(at: Floats, vector: Floats, expected: Floats, func: Any, show: bool) -> Arrow | None:
    reach = REACH * max(1.0, float(np.max(np.abs(vector))))
    low, high = at - reach, at + reach
    across = np.linspace(low, high, GRID)
    x, y = np.meshgrid(across[:, 0], across[:, 1])
    heights = np.broadcast_to(np.asarray(func(x, y), float), x.shape)
    if not np.isfinite(heights).all():
        return None
    right = _row(expected) if show else []
    return Arrow(_row(at), _row(vector), _row(low), _row(high), [_row(row) for row in heights], right)


def _slope(func: Function, given: Row, rate: float, right: float, show: bool) -> Slope | None:
    at, step = given
    across = np.linspace(at - 3 * abs(step), at + 3 * abs(step), MAX_POINTS)
    heights = np.broadcast_to(np.asarray(func(across), float), across.shape)
    if not np.isfinite(heights).all():
        return None
    point = np.asarray([at, float(func(at))])
    return Slope(_series(across, heights), _row(point), step, _row([rate])[0], _row([right]) if show else [])


def _network(check: Trains, value: wire.Value) -> Network | None:
    training = check.training(value)
    if training is None:
        return None
    inside = ["".join(map(str, row)) for row in training.inside.astype(int).tolist()]
    return Network(_row(training.losses), inside, SQUARE, training.epochs)


def _plane(check: WidestLine, line: Floats, show: bool) -> Plane | None:
    if line.shape != (3,):
        return None
    points = [_row(point) for point in check.points]
    return Plane(_row(line), points, _row(check.labels), _row(check.expected) if show else [])


def _series(x: Any, y: Any, label: str = "", off: Any = None) -> Series:
    """Return a curve with no more points than a picture shows."""
    x, y = np.ravel(x), np.ravel(y)
    order = np.argsort(x, kind="stable")
    chosen = order[np.linspace(0, order.size - 1, min(order.size, MAX_POINTS)).astype(int)]
    places = [] if off is None else np.flatnonzero(np.ravel(off)[chosen]).tolist()
    return Series(_row(x[chosen]), _row(y[chosen]), label[:60], places)


def _off(values: Floats, expected: Floats) -> NDArray[np.bool_]:
    scale = float(np.max(np.abs(expected))) or 1.0
    off: NDArray[np.bool_] = np.abs(values - expected) > 1e-6 * scale
    return off


def _row(values: Any) -> Row:
    """Return numbers with as many digits as an eye can tell."""
    return [float(f"{value:.4g}") for value in np.asarray(values, float).tolist()]
