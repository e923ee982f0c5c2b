"""Arguments as the student's function gets them, made from what the trusted side sent."""

from __future__ import annotations

import types
from typing import Any

import numpy as np

from . import wire
from .formula import MAX_CALLS, Function


def decode(argument: wire.Argument, module: types.ModuleType) -> Any:
    """Return a fresh Python object for an argument."""
    if isinstance(argument, wire.Array):
        return array(argument)
    if isinstance(argument, wire.Sequence):
        items = [decode(each, module) for each in argument.items]  # type: ignore[arg-type] # arguments hold arguments
        return tuple(items) if argument.kind == "tuple" else items
    if isinstance(argument, wire.Mapping):
        values = [decode(each, module) for each in argument.values]  # type: ignore[arg-type] # arguments hold arguments
        return dict(zip(argument.keys, values, strict=True))
    if isinstance(argument, wire.Formula):
        function = Function(argument.text, *argument.variables)
        function.calls = []  # recorded from here on
        return function
    if isinstance(argument, wire.Symbolic):
        import sympy

        return sympy.sympify(argument.text, locals={"x": sympy.Symbol("x")})
    if isinstance(argument, wire.Instance):
        kind = getattr(module, argument.name)
        instance = kind.__new__(kind)
        instance.__dict__.update(decode(argument.attributes, module))
        return instance
    return argument


def array(data: wire.Array) -> Any:
    """Return an array of its own, or a NumPy scalar for shape ``()``."""
    return np.frombuffer(data.data, dtype="<" + data.dtype).reshape(data.shape).copy()[()]


def changed(before: wire.Argument, after: object) -> bool:
    """Say whether an array or a list was changed in place."""
    if isinstance(before, wire.Array) and before.shape:
        return not np.array_equal(np.asarray(after), array(before), equal_nan=True)
    if isinstance(before, wire.Sequence) and isinstance(after, list):
        return after != before.items
    return False


def calls(given: list[Any]) -> list[list[wire.Array]]:
    """Return where the functions among the arguments were called."""
    return [
        [wire.Array("f8", at.shape, at.astype("<f8").tobytes()) for at in call]
        for function in given
        if isinstance(function, Function)
        for call in function.calls
    ][:MAX_CALLS]
