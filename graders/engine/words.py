"""What suites hand to students' functions, and what mistakes return in place of a figure."""

from __future__ import annotations

from typing import Any

import numpy as np

from graders.engine.worker import wire
from graders.engine.worker.formula import Function


def formula(text: str, *variables: str) -> Function:
    """Return the function with that formula, in ``x`` unless told otherwise.

    It travels as data, is evaluated in the worker, and prints as itself in the feedback. Names such
    as ``exp`` and ``sin`` are NumPy's.
    """
    return Function(text, *(variables or ("x",)))


def drawing(*curves: tuple[Any, Any]) -> wire.Figure:
    """Return the data of a figure with curves, pairs of x and y, all named in a legend, both axes labelled.

    For mistakes in plots: nothing is drawn for it.
    """
    names = [f"curve {number}" for number in range(1, len(curves) + 1)]
    series = [wire.Curve(_array(x), _array(y), name) for (x, y), name in zip(curves, names, strict=True)]
    return wire.Figure([wire.Panel(series, names, "x", "y")], [])


def _array(values: Any) -> wire.Array:
    flat = np.asarray(values, "<f8").ravel()
    return wire.Array("f8", flat.shape, flat.tobytes())
