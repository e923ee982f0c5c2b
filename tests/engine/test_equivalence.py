"""The verdict on expressions: right answers in odd forms, wrong ones that are close, hostile ones."""

import pytest
import sympy as sp
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graders.engine import equivalence
from graders.engine.worker import expressions, wire

x, y, p, q, r, C, k = sp.symbols("x y p q r C k")
t, n, s = p * x + q * y, sp.Integer(10) ** 9, 1 / (1 + sp.exp(-(p * x + q * y)))
e = sp.exp(t)
F = x**3 - 2 * x**2
D = 3 * x**2 - 4 * x
REFERENCE = {1: D, 2: F, 4: p * sp.exp(-t) / (1 + sp.exp(-t)) ** 2, 6: 1 / x}
SETTINGS = {1: {}, 2: {"up_to_constant": True}, 4: {}, 6: {"positive": True}}
VARIABLES = {1: {"x"}, 2: {"x"}, 4: {"x", "y", "p", "q"}, 6: {"x"}}


def raw(head, *args):
    """Return an operation that isn't simplified."""
    return head(*args, evaluate=False)


def shared(start, levels=60):
    """Return start + 0 + 0 + ..., a tree of 2**levels nodes that are few distinct ones."""
    this = start
    for _ in range(levels):
        this = raw(sp.Mul, raw(sp.Add, this, this), sp.Rational(1, 2))
    return this


def nested(value, times):
    """Return log(exp(log(exp(...)))) around a value."""
    for _ in range(times):
        value = raw(sp.log, raw(sp.exp, value))
    return value


RIGHT = [
    (1, x * (3 * x - 4)),
    (1, 3.0 * x**2 - 4 * x),
    (1, raw(sp.Pow, x, sp.Float(2.0)) * 3 - 4 * x),
    (1, 3 * (x - 2 / 3) ** 2 - 4 / 3),
    (1, 3 * (x - sp.Rational(2, 3)) ** 2 - sp.Rational(4, 3)),
    (1, 3 * (x - sp.Float("0.6666667")) ** 2 - 4 / 3),
    (1, D.subs(x, sp.Symbol("x", real=True))),
    (1, D.subs(x, sp.Symbol("x", positive=True))),
    (1, D.subs(x, sp.Dummy("x"))),
    (1, 3 * raw(sp.Mul, raw(sp.Pow, x, n + 2), raw(sp.Pow, x, -n)) - 4 * x),
    (1, D + raw(sp.Add, (x - 1) ** 6000, -raw(sp.Pow, 1 - x, 6000))),
    (1, raw(sp.log, raw(sp.exp, D))),
    (1, nested(D, 4)),
    (1, shared(D)),
    (1, raw(sp.Pow, raw(sp.Pow, D, 3), sp.Rational(1, 1)) / D**2),
    (1, D * (sp.sin(x) ** 2 + sp.cos(x) ** 2)),
    (1, D + sp.sin(3 * x) - 3 * sp.sin(x) + 4 * sp.sin(x) ** 3),
    (1, D * (sp.sqrt(3 + 2 * sp.sqrt(2)) - sp.sqrt(2))),
    (1, D + sp.cbrt(7 + 5 * sp.sqrt(2)) - 1 - sp.sqrt(2)),
    (1, sp.Piecewise((D, x < 0), (x * (3 * x - 4), True))),
    (1, sp.Piecewise((D, sp.Ne(x, 1)), (-1, True))),
    (1, 3 * sp.Abs(x) ** 2 - 4 * sp.sign(x) * sp.Abs(x)),
    (1, raw(sp.Mul, 3 * x**3 - 4 * x**2, 1 / x)),
    (1, sp.Poly(D, x)),
    (1, 3 * sp.re(x) ** 2 - 4 * sp.conjugate(x)),
    (1, sp.UnevaluatedExpr(3 * x) * x - 4 * x),
    (2, F),
    (2, F + C),
    (2, F + 10**9),
    (2, F + 1e9),
    (2, F + sp.log(C)),
    (2, F + sp.log(-C)),
    (2, F + sp.pi * k + sp.sqrt(C) + sp.asin(C)),
    (2, x**2 * (x - 2) - sp.Rational(1, 3)),
    (2, 1.0 * x**3 - 2.0 * x**2 + 0.1),
    (2, (x - sp.Rational(2, 3)) ** 3 - sp.Rational(4, 3) * x),
    (2, raw(sp.log, raw(sp.exp, F)) + C),
    (2, F + sp.sin(x) ** 2 + sp.cos(x) ** 2),
    (2, F + C**2 - C * sp.Symbol("x0")),
    (4, p * s * (1 - s)),
    (4, p * (s - s**2)),
    (4, p * e / (1 + e) ** 2),
    (4, p / (2 + e + 1 / e)),
    (4, p * (1 - sp.tanh(t / 2) ** 2) / 4),
    (4, p * sp.sech(t / 2) ** 2 / 4),
    (4, p / (4 * sp.cosh(t / 2) ** 2)),
    (4, p / (2 + 2 * sp.cosh(t))),
    (4, p * sp.E**t / (1 + sp.E**t) ** 2),
    (4, p * sp.Float(2.718281828459045) ** t / (1 + sp.Float(2.718281828459045) ** t) ** 2),
    (4, 1.0 * p * s * (1.0 - s)),
    (4, sp.diff(s, x)),
    (4, sp.diff(sp.tanh(t / 2) / 2 + sp.Rational(1, 2), x)),
    (4, p * sp.exp(-t) / (1 + 2 * sp.exp(-t) + sp.exp(-2 * t))),
    (4, p * sp.exp(-sp.Abs(t)) / (1 + sp.exp(-sp.Abs(t))) ** 2),
    (4, p * sp.Piecewise((s * (1 - s), t > 0), (e / (1 + e) ** 2, True))),
    (4, p * sp.exp(-t - 2 * sp.log(1 + sp.exp(-t)))),
    (6, x**-1),
    (6, raw(sp.Pow, x, sp.Float(-1.0))),
    (6, sp.Abs(x) / x**2),
    (6, sp.sign(x) / x),
    (6, raw(sp.exp, -sp.log(x))),
    (6, sp.sqrt(x) / x ** sp.Rational(3, 2)),
    (6, sp.sqrt(1 / x**2)),
    (6, sp.Piecewise((1 / x, x > 0), (sp.log(x), True))),
    (6, sp.log(10) / (x * sp.log(10))),
    (6, sp.Max(1 / x, -1)),
    (6, sp.Heaviside(x) / x),
    (6, 1 / sp.exp(sp.log(x**2) / 2)),
    (6, sp.tan(sp.atan(1 / x))),
    (6, sp.sinh(sp.asinh(1 / x))),
    (6, sp.cosh(raw(sp.acosh, 1 + 1 / x)) - 1),
]

WRONG = [
    (1, 3 * x**2 - 4),
    (1, 3 * x**2 + 4 * x),
    (1, x**2 - 4 * x),
    (1, 6 * x - 4),
    (1, D + 1),
    (1, F + 1),
    (1, D + sp.Rational(1, 10**6)),
    (1, D + 1e-6),
    (1, D + sp.Rational(1, 10**12) * x**2),
    (1, D + sp.Rational(1, 10**12) * sp.sin(x)),
    (1, 3.0001 * x**2 - 4 * x),
    (1, 2.9999 * x**2 - 4 * x),
    (1, 3 * (x - 0.667) ** 2 - 1.333),
    (1, D + sp.sin(sp.pi * x)),
    (1, D + sp.sin(sp.pi * x * 10**6)),
    (1, D + (x - sp.Rational(1, 2)) * (x - 2) * (x - 3) * (x + 1)),
    (1, D * sp.sign(x)),
    (1, D * sp.Abs(x) / x),
    (1, sp.Piecewise((D, x < 100), (0, True))),
    (1, sp.Piecewise((D, x > -100), (0, True))),
    (1, sp.Piecewise((D, sp.Abs(x) < 500), (D + 1, True))),
    (1, sp.exp(sp.exp(sp.exp(x)))),
    (1, D + sp.exp(-sp.exp(x))),
    (1, D + raw(sp.Add, (x - 1) ** 6001, -raw(sp.Pow, 1 - x, 6001))),
    (1, shared(D + 1)),
    (1, x ** (n + 2) / x**n),
    (1, sp.Integer(0)),
    (1, sp.sqrt(x) ** 4 * 3 - 4 * raw(sp.Pow, sp.sqrt(x), 2) + 0 * x + sp.sqrt(x)),
    (2, D),
    (2, 3 * x**3 - 4 * x**2),
    (2, x**3 + 2 * x**2),
    (2, x**3 - 2 * x),
    (2, F + x),
    (2, C * x),
    (2, F + C * x),
    (2, C * F),
    (2, 500 + C),
    (2, 10**12 + C),
    (2, sp.Integer(0)),
    (2, C),
    (2, F + sp.log(C) * sp.sin(sp.pi * x)),
    (2, F + sp.Rational(1, 10**9) * x),
    (2, F.subs(x, sp.Symbol("X"))),
    (2, F + sp.log(C * x)),
    (4, s * (1 - s)),
    (4, q * s * (1 - s)),
    (4, x * s * (1 - s)),
    (4, p * s),
    (4, p * s * (1 + s)),
    (4, p * sp.exp(-t) / (1 + sp.exp(-t))),
    (4, -p * s * (1 - s)),
    (4, p * (1 - sp.tanh(t / 2) ** 2)),
    (4, p * (1 - sp.tanh(t) ** 2) / 4),
    (4, p * sp.sech(t / 2) / 4),
    (4, p * (s * (1 - s)).subs(y, 0)),
    (4, p**2 * s * (1 - s)),
    (4, p * s * (1 - s) + sp.Rational(1, 10**9)),
    (4, p * (s * (1 - s)).subs(q, -q)),
    (6, sp.log(x)),
    (6, -1 / x),
    (6, 1 / x**2),
    (6, 1 / (x * sp.log(10))),
    (6, x * sp.log(x) - x),
    (6, 1 / x + sp.Rational(1, 10**6)),
    (6, 1 / x + sp.sin(sp.pi * x) / 10**6),
    (6, 0.999 / x),
    (6, sp.Piecewise((1 / x, x < 50), (0, True))),
    (6, sp.exp(-x)),
    (6, 1 / sp.floor(x) if False else 1 / (x + sp.Rational(1, 10**8))),
]

UNDEFINED = [
    (1, raw(sp.Pow, sp.sqrt(x), 4) * 3 - 4 * raw(sp.Pow, sp.sqrt(x), 2)),
    (1, D + sp.log(x) - sp.log(x)  if False else D + raw(sp.Add, sp.log(x), -sp.log(x))),
    (1, D + 0 * x + raw(sp.Mul, 0, 1 / raw(sp.Add, x, -x))),
    (1, sp.Piecewise((D, x < 0))),
    (2, sp.cbrt(x) * F),
    (4, p * sp.asin(2 + t**2)),
    (6, sp.log(-x)),
    (6, 1 / x + sp.sqrt(-x)),
    (6, sp.acosh(-x) / x),
]


def judge(lesson, answer, seed=1, **more):
    """Compare an answer with the reference of a lesson."""
    return equivalence.compare(
        expressions.encode(answer),
        expressions.encode(REFERENCE[lesson]),
        variables=frozenset(VARIABLES[lesson]),
        seed=seed,
        **SETTINGS[lesson] | more,
    )
