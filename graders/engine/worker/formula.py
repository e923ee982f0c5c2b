"""Functions that are handed to students' functions: a line of text, evaluated with NumPy."""

from __future__ import annotations

from typing import Any, Final

import numpy as np

from . import wire

NAMES: Final = {
    name: getattr(np, name)
    for name in "abs arctan cos cosh exp log pi sin sinh sqrt tan tanh".split()
}  # fmt: skip


class Function:
    """A function given by a formula, such as ``x*y + 3*x``.

    It takes floats or arrays and returns the shape of its arguments, also where the formula is a
    constant. The text is the trusted side's own on both sides of the boundary.
    """

    def __init__(self, text: str, *variables: str) -> None:
        self.text = text
        self.variables = variables
        self._code = compile(text, "<formula>", "eval")
        self.__name__ = "func"

    def __call__(self, *arguments: Any) -> Any:
        """Return the values, in the shape of the arguments."""
        if len(arguments) != len(self.variables):
            message = f"func takes {len(self.variables)} arguments, {', '.join(self.variables)}"
            raise TypeError(f"{message}, and was given {len(arguments)}")
        numbers = np.broadcast_arrays(*(np.asarray(argument, dtype=float) for argument in arguments))
        given = dict(zip(self.variables, numbers, strict=True))
        values = eval(self._code, {"__builtins__": {}} | NAMES, given)
        values = np.broadcast_to(values, numbers[0].shape) + 0.0
        return float(values) if values.ndim == 0 else values

    def __repr__(self) -> str:
        return f"func({', '.join(self.variables)}) = {self.text}"

    def spec(self) -> wire.Formula:
        """Return what the worker needs to make the same function."""
        return wire.Formula(self.text, list(self.variables))
