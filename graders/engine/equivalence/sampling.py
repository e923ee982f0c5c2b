"""Points to compare at: generic ones over several scales that no answer can foresee, and readable ones to show."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from random import Random
from typing import Any, Final, TypeAlias

from flint import fmpq

Point: TypeAlias = dict[str, Any]  # a name → an fmpq

# Two points a scale, of opposite signs on the real line; twelve in all. Several are moderate, where
# sigmoids aren't flat; the largest reach the tail of a Piecewise.
SCALES: Final = ((0.1, 0.2), (1, 3), (0.3, 3), (3, 30), (30, 300), (1000, 2000))
_READABLE: Final = (2, 3, fmpq(1, 2), -1, fmpq(3, 2), -2, fmpq(1, 4), 5, -3, 10, -10, 100, -100, 1000, -1000)
_SMALL: Final = (1, fmpq(1, 2), -1, fmpq(3, 2), 2, fmpq(-1, 2))  # first, where there are many names
MANY: Final = 3


def generic(names: Iterable[str], positive: bool, random: Random) -> list[Point]:
    """Draw rational points whose denominators differ, so that sin(k·π·x) vanishes at none of them."""
    names = sorted(names)
    points = []
    for low, high in SCALES:
        signs = {name: 1 if positive else random.choice((-1, 1)) for name in names}
        for side in (1, 1 if positive else -1):
            points.append({name: side * signs[name] * _draw(low, high, random) for name in names})
    return points


def constants(names: Iterable[str], random: Random) -> list[Point]:
    """Draw values for constants of integration: positive ones first, as in log(C), of either side of 1."""
    names = sorted(names)
    if not names:
        return [{}]
    scales = ((1, 1.1, 3), (1, 0.2, 0.9), (1, 3, 30), (-1, 0.2, 0.9), (-1, 1.1, 3))
    return [{name: sign * _draw(low, high, random) for name in names} for sign, low, high in scales]


def readable(names: Iterable[str], positive: bool, found: Point | None) -> Iterator[Point]:
    """Yield points that read well, and at last one near a point that was found."""
    names = sorted(names)
    readable = (*_SMALL, *_READABLE) if len(names) >= MANY else _READABLE
    values = [value for value in map(fmpq, readable) if value > 0 or not positive]
    for start in range(len(values) if names else 1):
        yield {name: values[(start + at) % len(values)] for at, name in enumerate(names)}
    if found is not None:
        yield {name: _rounded(value) for name, value in found.items()}


def shown(point: Point) -> dict[str, float]:
    """Return the coordinates as floats."""
    return {name: int(value.p) / int(value.q) for name, value in point.items()}


def _draw(low: float, high: float, random: Random) -> Any:
    denominator = random.randrange(10**6, 2 * 10**6)
    value = math.exp(random.uniform(math.log(low), math.log(high)))
    return fmpq(round(value * denominator), denominator)


def _rounded(value: Any) -> Any:
    number = int(value.p) / int(value.q)
    digits = 2 - math.floor(math.log10(abs(number)))
    return fmpq(round(number * 10**digits), 10**digits) if digits >= 0 else fmpq(round(number))
