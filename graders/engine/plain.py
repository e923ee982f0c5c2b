"""Answers from the wire as numbers and plain Python data, or the objection to taking them so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from graders.engine import equivalence, show
from graders.engine.check import Objection
from graders.engine.worker import wire

Floats = NDArray[np.float64]

REFUSALS: Final = {
    "unevaluated": ("it is left unevaluated, which only restates the question", "Call .doit(), or use diff(...) and integrate(...) rather than Derivative(...) and Integral(...), on functions that have a formula."),
    "unknown_function": ("it holds something that cannot be compared", "Build it from +, *, ** and SymPy's own functions, such as sp.exp."),
    "not_finite": ("it is not finite", "Look for a division by zero, an oo or a nan."),
    "complex": ("it is complex", "Only real numbers count here."),
    "not_expression": ("it is not an expression", "Of an equation, return the side that is asked for."),
    "too_big": ("it is larger than the grader reads", ""),
    "too_deep": ("it is nested deeper than the grader reads", ""),
    "not_data": ("it is not a value that can be compared", "Return the value itself: no function, iterator, dict or object that gives it."),
    "failed": ("it could not be read as a value", ""),
}  # fmt: skip


NOTHING: Final = Objection(
    "none",
    "nothing came back",
    "Does the function end with return? print(...) shows a value and returns nothing.",
)


@dataclass(frozen=True)
class Numbers:
    """An answer as real numbers. ``precision`` is that of the type it came in."""

    values: Floats
    precision: float = 2.0**-52
    matrix: bool = False


def array(data: wire.Array) -> NDArray[Any]:
    """Return an array that came over the wire."""
    return np.frombuffer(data.data, dtype="<" + data.dtype).reshape(data.shape)


def numbers(value: wire.Value) -> Numbers | Objection:
    """Return an answer as real, finite numbers, or the objection to it.

    Floats, ints, arrays, lists, tuples, SymPy numbers and matrices of them are numbers; True and
    False, text and sets are not.
    """
    found = _numbers(value)
    if isinstance(found, Numbers) and not np.isfinite(found.values).all():
        what = "a number" if np.isnan(found.values).any() else "finite"
        return Objection(
            "nan",
            f"it is not {what} everywhere: {show.value(value)}",
            "Look for 0/0, an overflow, or a root or logarithm of what is not above 0.",
        )
    return found


def _numbers(value: wire.Value) -> Numbers | Objection:
    match value:
        case None:
            return NOTHING
        case bool():
            return Objection("kind", f"it is {value}, not a number")
        case int() | float():
            return Numbers(np.asarray(float(value)))
        case wire.Complex(real, imaginary):
            return Numbers(np.asarray(real)) if imaginary == 0 else refused("complex")
        case wire.Array():
            return _from_array(array(value))
        case wire.Sequence(kind, items):
            return (
                Objection("kind", "a set has no order", "Return a list.")
                if kind == "set"
                else _from_items(items)
            )
        case wire.Expression():
            return _from_expression(value)
        case wire.Refused(code, shown):
            return refused(code, shown)
        case _:
            return Objection("kind", f"it is {show.kind(value)}, not numbers")


def refused(code: str, shown: str = "") -> Objection:
    """Return the objection to an answer that has no plain form."""
    if code == "not_data" and shown in ("function", "method", "builtin_function_or_method"):
        return Objection(code, f"it is a {shown}", "Return what it computes, not the function itself.")
    if code == "not_data" and shown in ("generator", "map", "zip", "filter"):
        return Objection(code, f"it is a {shown}, which holds no values yet", "Wrap it in list(...).")
    sentence, advice = REFUSALS.get(code, REFUSALS["failed"])
    return Objection(code, sentence + (f": {show.text(shown)}" if shown else ""), advice)


def _from_array(values: NDArray[Any]) -> Numbers | Objection:
    if values.dtype.kind == "b":
        return Objection("kind", "it holds True and False, not numbers")
    if values.dtype.kind == "c":
        if np.any(values.imag != 0):
            return refused("complex")
        values = values.real
    precision = 2.0**-23 if values.dtype.itemsize == 4 else 2.0**-52
    return Numbers(values.astype(np.float64), precision)


def _from_items(items: list[wire.Value]) -> Numbers | Objection:
    parts = []
    for item in items:
        part = _numbers(item)
        if isinstance(part, Objection):
            return part
        parts.append(part)
    if len({part.values.shape for part in parts}) > 1:
        return Objection("shape", "its entries differ in shape")
    values = np.stack([part.values for part in parts]) if parts else np.zeros(0)
    return Numbers(values, max((part.precision for part in parts), default=0.0))


def _from_expression(value: wire.Expression) -> Numbers | Objection:
    entries = []
    for root in value.roots:
        entry = equivalence.number(value, root)
        if entry is None:
            names = ", ".join(sorted(equivalence.symbols(value, root)))
            symbols = "symbols" if "," in names else "symbol"
            why = (
                f"it still holds the {symbols} {show.text(names)}"
                if names
                else "it has no value as a real number"
            )
            return Objection("symbolic", why, "Numbers are asked for here: put the numbers in.")
        entries.append(entry)
    if value.shape is None:
        return Numbers(np.asarray(entries[0]))
    return Numbers(np.asarray(entries, dtype=float).reshape(value.shape), matrix=True)


def plain(value: wire.Value) -> Any:
    """Return an answer as plain Python data, for predicates: numbers as floats or arrays, else as it is."""
    match value:
        case None | bool() | int() | float() | str():
            return value
        case wire.Array(dtype="b1"):
            return array(value)
        case wire.Complex(real, imaginary) if imaginary != 0:
            return complex(real, imaginary)
        case wire.Refused("complex"):
            return complex("nan")
        case wire.Mapping(keys, values):
            return dict(zip(keys, map(plain, values), strict=True))
        case wire.Sequence(_, items):
            found = numbers(value)
            return (
                found.values
                if isinstance(found, Numbers) and found.values.size
                else [plain(each) for each in items]
            )
        case _:
            found = numbers(value)
            if isinstance(found, Objection):
                return value
            return float(found.values) if found.values.ndim == 0 else found.values
