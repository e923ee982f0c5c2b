"""How values, calls and a student's texts are printed: short, on one line, and harmless."""

from __future__ import annotations

import math
import re
from typing import Any, Final

import numpy as np

from graders.engine.worker import wire
from graders.engine.worker.formula import Function

WIDTH: Final = 68  # characters that a value may take
IN_FULL: Final = 24  # numbers of an argument, so that a call can be repeated
_ESCAPES: Final = re.compile(r"\x1b(\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(\x07|\x1b\\)?|.)?", re.DOTALL)


def text(untrusted: str, limit: int = 200) -> str:
    """Return a student's text on one line: no escape sequences, no control characters, cut to a limit."""
    line = " ".join(_ESCAPES.sub("", untrusted).split())
    line = "".join(char if char.isprintable() else "�" for char in line)
    return line if len(line) <= limit else line[: limit - 1] + "…"


def number(value: float) -> str:
    """Return a number as people write it: 3, 0.25, 1.33333."""
    if not math.isfinite(value) or abs(value) >= 1e15:
        return f"{value:.6g}"
    if value == round(value):
        return str(round(value))
    short = f"{value:.6g}"
    return f"{value:.10g}" if float(short) == round(value) else short  # 2.0000007 is not 2


def value(answer: Any) -> str:
    """Show an answer, or any value of ours."""
    shown = _value(answer)
    return shown if len(shown) <= WIDTH else _shape(answer) + shown[: WIDTH - 1] + "…"


def _shape(answer: Any) -> str:
    shape = getattr(answer, "shape", None)
    return f"shape {shape}: " if shape and isinstance(answer, wire.Array | np.ndarray) else ""


def _value(answer: Any) -> str:
    match answer:
        case None | bool():
            return str(answer)
        case int() if abs(answer) >= 10**15:
            return str(answer)
        case int() | float() | np.integer() | np.floating():
            return number(float(answer))
        case str():
            return repr(text(answer))
        case wire.Complex(real, imaginary):
            return f"{number(real)} {'-' if imaginary < 0 else '+'} {number(abs(imaginary))}i"
        case wire.Array():
            return _array(_calm(np.frombuffer(answer.data, "<" + answer.dtype).reshape(answer.shape)))
        case np.ndarray():
            return _array(_calm(answer))
        case wire.Sequence(kind, items):
            return _sequence(items, "tuple" if kind == "tuple" else "set" if kind == "set" else "list")
        case list() | tuple():
            return _sequence(answer, type(answer).__name__)
        case wire.Mapping(keys, values):
            return (
                "{" + ", ".join(f"{text(k)!r}: {_value(v)}" for k, v in zip(keys, values, strict=True)) + "}"
            )
        case wire.Expression() | wire.Refused():
            return text(answer.shown)
        case wire.Figure():
            count = sum(len(panel.curves) for panel in answer.panels)
            return f"a figure with {count} {'curve' if count == 1 else 'curves'}"
        case Function():
            return "func"
        case _:
            return text(str(answer)) if hasattr(answer, "free_symbols") else type(answer).__name__.lower()


def _calm(values: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """Return an array of floats in which what is nothing but rounding beside the largest reads 0."""
    if values.dtype.kind != "f" or not values.size:
        return values
    return np.where(np.abs(values) <= 1e-15 * np.max(np.abs(values)), 0.0, values)


def _sequence(items: Any, kind: str) -> str:
    inside = ", ".join(_value(each) for each in items[:40]) + (", …" if len(items) > 40 else "")
    if kind == "tuple":
        return f"({inside}{',' if len(items) == 1 else ''})"
    return f"{{{inside}}}" if kind == "set" else f"[{inside}]"


def _array(values: np.ndarray[Any, Any]) -> str:
    if values.ndim == 0:
        return _value(
            values.item()
            if values.dtype.kind != "c"
            else wire.Complex(values.real.item(), values.imag.item())
        )
    if values.ndim == 1:
        return (
            _sequence([_value_of(each) for each in values[:40]], "list")
            if values.size <= 40
            else (
                f"[{', '.join(_value(float(each)) for each in values[:3].real)}, …, {_value(float(values[-1].real))}]"
            )
        )
    return "[" + ", ".join(_array(row) for row in values[:8]) + ("…]" if len(values) > 8 else "]")


def _value_of(each: Any) -> Any:
    return (
        wire.Complex(each.real.item(), each.imag.item())
        if isinstance(each, np.complexfloating)
        else each.item()
    )


def call(function: str, arguments: tuple[Any, ...]) -> str:
    """Show a call: ``rate_of_change(func, 1.7, 0.37)   with func(x) = exp(x)``."""
    shown = [_argument(each) for each in arguments]
    handed = [repr(each) for each in arguments if isinstance(each, Function)]
    return f"{function}({', '.join(shown)})" + (f"  with {handed[0]}" if handed else "")


def _argument(argument: Any) -> str:
    if not isinstance(argument, np.ndarray):
        return value(argument)
    if argument.size <= IN_FULL and len(full := _array(_calm(argument))) <= 2 * WIDTH:
        return full
    if argument.ndim == 1 and np.all(np.diff(argument) > 0):
        low, high = number(float(argument[0])), number(float(argument[-1]))
        return f"{argument.size} numbers from {low} to {high}"
    return f"array of shape {argument.shape}"


def kind(value: wire.Value) -> str:
    """Name the kind of an answer: "text", "a figure"."""
    if isinstance(value, wire.Sequence):
        return f"a {'list' if value.kind == 'array' else value.kind}"
    names: dict[type, str] = {
        str: "text", wire.Mapping: "a dict", wire.Figure: "a figure", wire.Expression: "an expression",
        wire.Array: "an array", float: "a number", int: "a number", bool: "True or False",
        wire.Complex: "a complex number", type(None): "None",
    }  # fmt: skip
    return names.get(type(value), "something else")


def a(name: str) -> str:
    """Put the article before a type's name."""
    return f"{'an' if name[:1].lower() in 'aeiou' else 'a'} {text(name, 80)}"
