"""Functions that are handed to students' functions: a line of text, evaluated with NumPy."""

from __future__ import annotations

from typing import Any, Final

import numpy as np

from . import wire

MAX_CALLS: Final = 16  # that are recorded

NAMES: Final = {
    name: getattr(np, name)
    for name in "abs arctan cos cosh exp log pi sin sinh sqrt tan tanh".split()
}  # fmt: skip


class Function:
    """A function given by a formula, such as ``x*y + 3*x``.

    It takes floats or arrays and returns the shape of its arguments, also where the formula is a
    constant. The text is the trusted side's own on both sides of the boundary.

    ``calls``, where it is a list, records where the function is called: a tuple of flat arrays a
    call, of the first calls and the first numbers only.
    """

    def __init__(self, text: str, *variables: str) -> None:
        self.text = text
        self.variables = variables
        self._code = compile(text, "<formula>", "eval")
        self.calls: list[tuple[Any, ...]] | tuple[tuple[Any, ...], ...] = ()
        self.__name__ = "func"

    def __call__(self, *arguments: Any) -> Any:
        """Return the values, in the shape of the arguments."""
        if len(arguments) != len(self.variables):
            message = f"func takes {len(self.variables)} arguments, {', '.join(self.variables)}"
            raise TypeError(f"{message}, and was given {len(arguments)}")
        numbers = np.broadcast_arrays(*(np.asarray(argument, dtype=float) for argument in arguments))
        if isinstance(self.calls, list) and len(self.calls) < MAX_CALLS:
            self.calls.append(tuple(number.ravel()[: wire.MAX_RECORDED].copy() for number in numbers))
        given = dict(zip(self.variables, numbers, strict=True))
        values = eval(self._code, {"__builtins__": {}} | NAMES, given)
        values = np.broadcast_to(values, numbers[0].shape) + 0.0
        return float(values) if values.ndim == 0 else values

    def recorded(self, calls: list[list[Any]]) -> Function:
        """Return the same function with calls that were recorded elsewhere; it records no more."""
        same = Function(self.text, *self.variables)
        same.calls = tuple(tuple(call) for call in calls if len(call) == len(self.variables))
        return same

    def offsets(self, *point: Any) -> Any:
        """Return how far from a point each recorded call was, shape (calls, variables).

        NaN where that differs from one element of the point to the next.
        """
        starts = [np.asarray(each, float).ravel()[: wire.MAX_RECORDED] for each in point]
        return np.array(
            [[_offset(at, start) for at, start in zip(call, starts, strict=True)] for call in self.calls]
        ).reshape(-1, len(self.variables))

    def __repr__(self) -> str:
        return f"func({', '.join(self.variables)}) = {self.text}"

    def spec(self) -> wire.Formula:
        """Return what the worker needs to make the same function."""
        return wire.Formula(self.text, list(self.variables))


def _offset(at: Any, start: Any) -> float:
    if at.shape != start.shape:
        return float("nan")
    distance = at - start
    even = np.ptp(distance) <= 1e-9 * (1 + np.max(np.abs(at)))
    return float(distance[0]) if even else float("nan")
