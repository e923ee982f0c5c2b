"""What libraries work out on first use and keep, done in the process that forks: no child does it again.

None of it is any lesson's question, and none has an answer in it. It is what most answers go through:
the rules of SymPy's assumptions, the printers of ``lambdify``, the domains of polynomials, an empty
figure; and Python's own specialised bytecode, which a child would otherwise write into pages that it
shares.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final

from . import encode, figures

TIMES: Final = 8  # how often Python runs code before it has specialised it


def up() -> Iterator[object]:
    """Do a little of each kind of work; yields after each, since a request may wait meanwhile."""
    for work in (_figure, _derivatives):
        for _ in range(TIMES):
            yield work()
    for work in _algebra():
        yield work()


def _figure() -> None:
    import matplotlib.pyplot as plt
    import numpy as np

    x = np.linspace(-1, 1, 30)
    figure, axes = plt.subplots()
    for label in ("one", "two"):
        axes.plot(x, x, label=label)
    axes.set_xlabel("x")
    axes.set_ylabel("y")
    axes.legend()
    figures.encode(figure)
    figures.close()


def _derivatives() -> None:
    import sympy as sp

    x, y = sp.symbols("x y")
    for function in (x**5 - 7 * x + 2, sp.exp(2 * x) / (x + 3), sp.sqrt(x) * sp.log(x)):
        encode.encode(sp.diff(function, x))
        encode.encode(sp.lambdify(x, function)(1.5))
    encode.encode(sp.Matrix([x**2 * sp.exp(-y), sp.sin(x * y) + x / (1 + y)]).jacobian([x, y]))
    p, q, r, s, t, u = sp.symbols("p q r s t u")
    linear = [p * x + q * y, r * x + s * y, t * x + u * y]
    encode.encode(sp.Matrix([1 / (1 + each**2) for each in linear]).jacobian([x, y]))
    for each in linear:
        encode.encode(sp.diff(sp.exp(-each), x))
    encode.encode(sp.integrate(x**5 - 7 * x + 2, x))


def _algebra() -> list[Callable[[], Any]]:
    """Return what is done of algebra: what takes long on first use, in small steps."""
    import sympy as sp

    x = sp.Symbol("x")
    polynomial = sp.expand((x + 2) * (x - 4) * x**2 * (3 * x - 1) * (x - 9))
    equations = [
        sp.diff(sp.log(x) - x / 7, x),
        sp.exp(x / 3) - x,
        sp.exp(x) + 7,
        3 * x**2 - 14 * x + 1,
        x**3 - x**2,
        polynomial,
        2 * x - 3 / x,
        1 / (2 * sp.sqrt(x)) - sp.Rational(1, 9),
        3 * sp.sqrt(x) / 2 + 7 / sp.sqrt(x),
        2 * sp.log(x) / x - 1 / x,
        sp.log(x) ** 2 - 3,
        sp.exp(-x / 3) - x * sp.exp(-x / 3) / 3,
    ]
    return [
        *(lambda equation=each: sp.solve(equation, x) for each in equations),
        lambda: sp.solveset(x**2 - 3, x, sp.S.Reals),
        lambda: sp.solveset(sp.log(x) - 1, x, sp.S.Reals),
        lambda: sp.real_roots(x**3 - 7 * x**2 + 3),
        lambda: sp.factor(sp.together(polynomial / 3)),
        lambda: sp.simplify(x / (x + 1) + sp.exp(x) * sp.exp(-x)),
        lambda: sp.simplify(sp.sin(x) ** 2 + sp.cos(x) ** 2),
        lambda: sp.integrate(x * sp.exp(-x), x),
    ]
