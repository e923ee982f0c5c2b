"""Derivatives by finite differences, with an estimate of their error.

They are SciPy's adaptive differences (``scipy.differentiate``), computed only when asked for. A suite
uses them where there is no formula, and as a second opinion before an answer is called wrong.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import numpy as np
from scipy import differentiate

from graders.engine.plain import Floats

STEP = 0.5  # the widest of the steps that are refined; the error estimate is then honest


class Measured:
    """A value found by finite differences, when it is first looked at."""

    def __init__(self, measure: Callable[[], tuple[Floats, Floats]]) -> None:
        self._measure = measure

    @functools.cached_property
    def _found(self) -> tuple[Floats, Floats]:
        return self._measure()

    @property
    def value(self) -> Floats:
        """The derivative."""
        return self._found[0]

    @property
    def error(self) -> float:
        """An estimate of the largest error of an entry; the true one was never beyond twice that."""
        return float(np.max(np.abs(self._found[1]), initial=0.0))


def slope(func: Callable[..., Any], x: Any, *, step: float = STEP) -> Measured:
    """Measure func′ at ``x``, elementwise; the result has the shape of ``x``."""

    def measure() -> tuple[Floats, Floats]:
        found = differentiate.derivative(
            func, np.asarray(x, float), initial_step=step, tolerances={"atol": 1e-13}
        )
        return np.asarray(found.df), np.asarray(found.error)

    return Measured(measure)


@functools.lru_cache(maxsize=256)  # the fixed points of a suite are the same for every submission
def gradient_of(func: Callable[..., Any], *point: float) -> Measured:
    """Measure (∂f/∂x, ∂f/∂y, …) of a function of several numbers; shape ``(len(point),)``."""
    return jacobian_of(lambda *values: [func(*values)], *point, flat=True)


def jacobian_of(func: Callable[..., Any], *point: float, flat: bool = False) -> Measured:
    """Measure the Jacobian of a function that returns a vector; shape ``(outputs, len(point))``."""

    def measure() -> tuple[Floats, Floats]:
        def vectorised(values: Floats) -> Floats:
            columns = values.reshape(len(point), -1).T
            rows = np.stack([np.asarray(func(*map(float, column)), float) for column in columns], axis=-1)
            return rows.reshape(rows.shape[0], *values.shape[1:])

        found = differentiate.jacobian(
            vectorised, np.asarray(point, float), initial_step=STEP, tolerances={"atol": 1e-13}
        )
        return (found.df[0], found.error[0]) if flat else (found.df, found.error)

    return Measured(measure)
