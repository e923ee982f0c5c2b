"""The value of a program in ball arithmetic: an interval that holds it, or the reason why there is none.

``arb`` (Johansson 2017, doi:10.1109/TC.2017.2690633) encloses every rounding error. Functions are
those of real analysis: the logarithm of a negative number is undefined, and so is its cube root,
which SymPy takes to be complex.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Mapping
from typing import Any, Final, TypeAlias

from flint import arb, ctx, fmpq, fmpz

from graders.engine.equivalence.program import Program, Step


class Missing(enum.Enum):
    """Why there is no value."""

    UNDEFINED = "for certain, at this point"
    UNDECIDED = "not at this precision, or out of range"


UNDEFINED: Final = Missing.UNDEFINED
UNDECIDED: Final = Missing.UNDECIDED
Value: TypeAlias = Any  # an arb, a truth value or Missing

MAX_POWER: Final = 10**6  # computed by products; beyond it by the logarithm
_HUGE: Final = arb(2) ** fmpz(10**13)  # values beyond it stay undecided: nothing that follows gets slow
_LARGEST: Final = arb(10) ** fmpz(12)  # the argument of an exponential


def evaluate(program: Program, point: Mapping[str, Any], digits: int) -> Value:
    """Return the value at a point, computed with so many digits."""
    with ctx.workdps(digits):
        return _run(program, point)[-1]


def magnitude(program: Program, point: Mapping[str, Any]) -> Value:
    """Return the value with all terms added as if positive: what rounding errors are measured by."""
    with ctx.workdps(50):
        values = _run(program, point)
        sizes: list[Value] = []
        for step, value in zip(program.steps, values, strict=True):
            below = [sizes[arg] for arg in step.args]
            whole = step.whole_power
            if step.head in ("Add", "Mul"):
                size = _strict(_OPERATIONS[step.head], below)
            elif whole is not None and whole > 0:
                size = _strict(lambda base, n=whole: _whole_power(base, n), below[:1])
            else:
                size = abs(value) if isinstance(value, arb) else value
            sizes.append(size)
        return sizes[-1]


def _run(program: Program, point: Mapping[str, Any]) -> list[Value]:
    values: list[Value] = []
    for step in program.steps:
        value = _step(step, values, point)
        if isinstance(value, arb) and not abs(value) < _HUGE:
            value = UNDECIDED
        values.append(value)
    return values


def _step(step: Step, values: list[Value], point: Mapping[str, Any]) -> Value:
    if step.number is not None:
        return arb(step.number)
    if step.head == "Symbol":
        return arb(point[step.name])
    if step.power is not None:
        return _strict(lambda base: _power(base, step.power), [values[step.args[0]]])
    below = [values[arg] for arg in step.args]
    if step.head in _LAZY:
        return _LAZY[step.head](below)
    return _strict(_OPERATIONS[step.head], below)


def _strict(operation: Callable[..., Value], below: list[Value]) -> Value:
    if Missing in map(type, below):  # by type: balls are slow to compare
        return UNDEFINED if any(each is UNDEFINED for each in below) else UNDECIDED
    return operation(*below)


# --- truth -------------------------------------------------------------------------------------


def _and(below: list[Value]) -> Value:
    if UNDEFINED in below:
        return UNDEFINED
    if any(each is False for each in below):
        return False
    return UNDECIDED if UNDECIDED in below else True


def _not(value: Value) -> Value:
    return value if isinstance(value, Missing) else not value


def _or(below: list[Value]) -> Value:
    return _not(_and([_not(each) for each in below]))


def _piecewise(below: list[Value]) -> Value:
    for value, condition in zip(below[::2], below[1::2], strict=True):
        if condition is not False:
            return value if condition is True else condition
    return UNDEFINED


def _decide(true: bool, false: bool) -> Value:
    """Return what a comparison of balls says; neither, where they overlap."""
    return True if true else False if false else UNDECIDED


_LAZY: Final[dict[str, Callable[[list[Value]], Value]]] = {"And": _and, "Or": _or, "Piecewise": _piecewise}


# --- powers ------------------------------------------------------------------------------------


def _power(base: Any, exponent: Any) -> Value:
    """Raise to an exponent that is a known rational number."""
    if exponent.q == 1:
        return _whole_power(base, int(exponent.p))
    if base > 0:
        return base.sqrt() if exponent == fmpq(1, 2) else _exp(base.log() * arb(exponent))
    if base < 0:
        return UNDEFINED
    if base == 0:
        return arb(0) if exponent > 0 else UNDEFINED
    return UNDECIDED


def _whole_power(base: Any, exponent: int) -> Value:
    if exponent < 0 and base.contains(0):
        return UNDEFINED if base == 0 else UNDECIDED
    if abs(exponent) <= MAX_POWER:
        return base ** fmpz(exponent)
    if base == 0:
        return arb(0)
    if base.contains(0):
        return UNDECIDED
    value = _exp(abs(base).log() * fmpz(exponent))
    return -value if base < 0 and exponent % 2 and isinstance(value, arb) else value


def _general_power(base: Any, exponent: Any) -> Value:
    whole = exponent.unique_fmpz() if exponent.is_exact() else None
    if whole is not None:
        return _whole_power(base, int(whole))
    if base > 0:
        return _exp(base.log() * exponent)
    if base == 0:
        return arb(0) if exponent > 0 else UNDEFINED if exponent < 0 else UNDECIDED
    return UNDEFINED if base < 0 and not exponent.contains_integer() else UNDECIDED


# --- functions ---------------------------------------------------------------------------------


def _product(*factors: Any) -> Any:
    value = factors[0]
    for factor in factors[1:]:
        value = value * factor
    return value


def _exp(x: Any) -> Value:
    return x.exp() if abs(x) < _LARGEST else UNDECIDED


def _log(x: Any) -> Value:
    return x.log() if x > 0 else UNDEFINED if x <= 0 else UNDECIDED


def _inverse(x: Any) -> Value:
    return _whole_power(x, -1)


def _inside(function: Callable[[Any], Any], low: float | None, high: float | None) -> Callable[[Any], Value]:
    """Return a function that is defined between two numbers, both included."""

    def bounded(x: Any) -> Value:
        if (low is not None and x < low) or (high is not None and x > high):
            return UNDEFINED
        return function(x) if (low is None or x >= low) and (high is None or x <= high) else UNDECIDED

    return bounded


def _atanh(x: Any) -> Value:
    return x.atanh() if abs(x) < 1 else UNDEFINED if abs(x) >= 1 else UNDECIDED


def _bounded(function: Callable[[Any], Any]) -> Callable[[Any], Value]:
    """Return a function that grows like an exponential, for arguments that aren't extreme."""
    return lambda x: function(x) if abs(x) < _LARGEST else UNDECIDED


def _of_inverse(function: Callable[[Any], Value]) -> Callable[[Any], Value]:
    return lambda x: _strict(function, [_inverse(x)])


def _over(function: Callable[[Any], Value]) -> Callable[[Any], Value]:
    return lambda x: _strict(_inverse, [function(x)])


def _heaviside(x: Any, middle: Any) -> Value:
    return arb(1) if x > 0 else arb(0) if x < 0 else middle if x == 0 else UNDECIDED


def _largest(*values: Any) -> Any:
    value = values[0]
    for other in values[1:]:
        value = value.max(other)
    return value


_asin = _inside(arb.asin, -1, 1)
_acos = _inside(arb.acos, -1, 1)
_acosh = _inside(arb.acosh, 1, None)
_sinh, _cosh = _bounded(arb.sinh), _bounded(arb.cosh)

_OPERATIONS: Final[dict[str, Callable[..., Value]]] = {
    "pi": arb.pi, "E": arb.const_e, "true": lambda: True, "false": lambda: False,
    "Add": lambda *terms: sum(terms[1:], terms[0]), "Mul": _product, "Pow": _general_power,
    "exp": _exp, "log": _log, "Abs": abs, "sign": arb.sgn,
    "re": lambda x: x, "conjugate": lambda x: x, "im": lambda x: arb(0),
    "Max": _largest, "Min": lambda *values: -_largest(*(-each for each in values)),
    "Heaviside": _heaviside, "atan2": lambda y, x: y.atan2(x) if x > 0 or y != 0 else UNDECIDED,
    "sin": arb.sin, "cos": arb.cos, "tan": arb.tan,
    "cot": _over(arb.tan), "sec": _over(arb.cos), "csc": _over(arb.sin),
    "asin": _asin, "acos": _acos, "atan": arb.atan,
    "acot": lambda x: arb.pi() / 2 if x == 0 else _of_inverse(arb.atan)(x),
    "asec": _of_inverse(_acos), "acsc": _of_inverse(_asin),
    "sinh": _sinh, "cosh": _cosh, "tanh": arb.tanh,
    "coth": _over(arb.tanh), "sech": _over(_cosh), "csch": _over(_sinh),
    "asinh": arb.asinh, "acosh": _acosh, "atanh": _atanh,
    "acoth": _of_inverse(_atanh), "asech": _of_inverse(_acosh), "acsch": _of_inverse(arb.asinh),
    "Eq": lambda a, b: _decide(a == b, a != b), "Ne": lambda a, b: _decide(a != b, a == b),
    "Lt": lambda a, b: _decide(a < b, a >= b), "Le": lambda a, b: _decide(a <= b, a > b),
    "Gt": lambda a, b: _decide(a > b, a <= b), "Ge": lambda a, b: _decide(a >= b, a < b),
    "Not": _not,
}  # fmt: skip
