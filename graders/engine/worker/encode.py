"""A student's answer as plain, bounded data: exact types in, nothing of the student's classes out."""

from __future__ import annotations

import sys
from typing import Any

import numpy as np

from . import figures, wire

_KEYS: type = type({}.keys())
_VALUES: type = type({}.values())
_KINDS = {"b": "b1", "i": "i8", "u": "u8", "f": "f8", "c": "c16"}


class _Limit(Exception):
    """A bound of the wire was met."""

    def __init__(self, code: str, shown: str) -> None:
        self.refusal = wire.Refused(code, clean(shown))  # type: ignore[arg-type] # one of the declared


def clean(text: str, limit: int = wire.MAX_TEXT) -> str:
    """Return text that can be sent: cut to a length, without half characters."""
    return text[:limit].encode("utf-8", "replace").decode("utf-8")


def encode(value: object) -> wire.Value:
    """Return the plain form of an answer; what has none is ``Refused`` with a code.

    Methods of the value's own class may run here; this is the worker, so they harm only themselves.
    """
    try:
        return _Encoder().encode(value, 0)
    except _Limit as limit:
        return limit.refusal
    except MemoryError:
        return wire.Refused("too_big", _name(value))
    except Exception:
        return wire.Refused("failed", _name(value))


def _name(value: object) -> str:
    return clean(type.__getattribute__(type(value), "__name__"), 80)


class _Encoder:
    """One pass over one answer; it counts the values met."""

    def __init__(self) -> None:
        self.left = wire.MAX_VALUES

    def spend(self, count: int, shown: str) -> None:
        self.left -= count
        if self.left < 0:
            raise _Limit("too_big", shown)

    def encode(self, value: Any, depth: int) -> wire.Value:
        self.spend(1, _name(value))
        if value is None:
            return figures.encode_current()
        if isinstance(value, bool):
            return bool(value)
        if isinstance(value, np.ndarray | np.generic):
            return self.array(value, depth)
        if isinstance(value, int):
            return _integer(int(value))
        if isinstance(value, float):
            return float(value)
        if isinstance(value, complex):
            return wire.Complex(value.real, value.imag)
        if isinstance(value, str):
            return clean(str.__str__(value))
        if isinstance(value, list | tuple | set | frozenset | range | dict | _KEYS | _VALUES):
            return self.collection(value, depth)
        return self.other(value, depth)

    def collection(self, value: Any, depth: int) -> wire.Value:
        figure = figures.find(value) if isinstance(value, list | tuple) else None
        if figure is not None:
            return figures.encode(figure)
        if depth == wire.MAX_DEPTH:
            raise _Limit("too_deep", _name(value))
        self.spend(len(value), f"{_name(value)} of {len(value):,} entries")
        if isinstance(value, dict):
            if not all(isinstance(key, str) for key in value):
                raise _Limit("not_data", "dict whose keys are not all text")
            keys = [clean(str(key), 200) for key in value]
            return wire.Mapping(keys, [self.encode(each, depth + 1) for each in value.values()])
        kind: Any = "list"
        if isinstance(value, tuple):
            kind = "tuple"
        elif isinstance(value, set | frozenset | _KEYS):
            kind = "set"
        return wire.Sequence(kind, [self.encode(each, depth + 1) for each in value])

    def array(self, value: Any, depth: int) -> wire.Value:
        self.spend(value.size, f"array of shape {value.shape}")
        array = np.asarray(value)
        if array.dtype.kind in "OUT":
            figure = figures.find(list(array.ravel()[:8]))  # axes, as plt.subplots(2) returns them
            if figure is not None:
                return figures.encode(figure)
            if array.ndim == 0:
                return self.encode(array.item(), depth + 1)
            if depth == wire.MAX_DEPTH:
                raise _Limit("too_deep", "ndarray")
            return wire.Sequence("array", [self.encode(each, depth + 1) for each in array])
        if array.dtype.kind not in _KINDS or array.ndim > 8:
            raise _Limit("not_data", f"array of {array.dtype}")
        dtype = "f4" if array.dtype.kind == "f" and array.dtype.itemsize <= 4 else _KINDS[array.dtype.kind]
        plain = np.ascontiguousarray(array, dtype="<" + dtype)
        return wire.Array(dtype, array.shape, plain.tobytes())  # type: ignore[arg-type] # one of the declared

    def other(self, value: Any, depth: int) -> wire.Value:
        figure = figures.find(value)
        if figure is not None:
            return figures.encode(figure)
        sympy = sys.modules.get("sympy")
        if sympy is not None:
            from sympy.core.basic import Basic
            from sympy.matrices.matrixbase import MatrixBase

            from . import expressions

            if isinstance(value, sympy.Set):
                if not isinstance(value, sympy.FiniteSet):
                    if value is sympy.S.EmptySet:
                        return wire.Sequence("set", [])
                    raise _Limit("not_data", f"SymPy's {_name(value)}")
                return wire.Sequence("set", [self.encode(each, depth + 1) for each in value.args])
            if isinstance(value, sympy.Tuple):
                return self.collection(tuple(value.args), depth)
            if isinstance(value, sympy.NDimArray):
                return self.encode(value.tolist(), depth + 1)
            if isinstance(value, Basic | MatrixBase):
                encoded = expressions.encode(value)
                if isinstance(encoded, wire.Expression):
                    self.spend(len(encoded.nodes), _name(value))
                return encoded
        if not isinstance(value, type):
            if hasattr(value, "__array__"):
                return self.array(np.asarray(value), depth)
            if hasattr(value, "__float__"):  # Fraction, Decimal, mpf
                return float(value)
        raise _Limit("not_data", "function" if callable(value) else _name(value))


def _integer(value: int) -> wire.Value:
    if -(2**63) <= value < 2**63:
        return value
    if value.bit_length() > 3 * wire.MAX_DIGITS:
        raise _Limit("too_big", f"whole number of about {value.bit_length() * 0.30103:,.0f} digits")
    return wire.Expression([wire.Node("Integer", text=str(value))], [0], None, str(value)[:300])
