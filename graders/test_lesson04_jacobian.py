"""Lesson 4 · Jacobian of three sigmoids, f(x, y) = (σ(px+qy), σ(rx+sy), σ(tx+uy))."""

import numpy as np
import sympy as sp

from graders.engine import close, item, jacobian_of, mistake, same_expression

# x, y, then p q r s t u: no two alike, no sum of them zero
POINTS = [
    (0.7, -1.2, 0.9, 0.4, -1.3, 0.6, 1.7, -0.8),
    (-0.4, 0.9, 1.1, -2.0, 0.5, 1.4, -0.6, 0.3),
    (1.3, 0.8, -0.7, 1.9, 0.2, -1.5, 1.2, 0.9),
]


def sigmoid(z):
    """Return 1 / (1 + e⁻ᶻ)."""
    return 1 / (1 + np.exp(-z))


def rows(x, y, p, q, r, s, t, u):
    """Return z of the three rows, and the constants that x and y are multiplied by."""
    factors = np.array([[p, q], [r, s], [t, u]])
    return factors @ [x, y], factors


def with_factor(factor):
    """Return an implementation that multiplies the constants by a function of z."""
    return lambda *point: factor(rows(*point)[0])[:, None] * rows(*point)[1]


def right(*point):
    """Return the Jacobian, for mistakes that spoil it afterwards."""
    return with_factor(lambda z: sigmoid(z) * (1 - sigmoid(z)))(*point)


def drawn(draw):
    """Draw arguments with every |z| below 4."""
    return tuple(draw.numbers(2, -1.3, 1.3) + draw.numbers(6, -1.5, 1.5))


x, y, p, q, r, s, t, u = SYMBOLS = sp.symbols("x y p q r s t u")
Z = [p * x + q * y, r * x + s * y, t * x + u * y]
FACTORS = [(p, q), (r, s), (t, u)]


def matrix(slope):
    """Return the 3×2 Matrix whose row i is a function of zᵢ times the constants of that row."""
    return sp.Matrix([[slope(z) * a, slope(z) * b] for z, (a, b) in zip(Z, FACTORS, strict=True)])


def sigma(z):
    """Return σ(z) as an expression."""
    return 1 / (1 + sp.exp(-z))


@item(3, hint="Compute the three sums px+qy, rx+sy, tx+uy, and apply 1/(1 + np.exp(-z)) to each.")
@mistake(
    "sign-of-exponent",
    lambda *a: 1 / (1 + np.exp(rows(*a)[0])),
    "Check the sign in the exponent: σ(z) has e⁻ᶻ, and grows with z.",
)
@mistake(
    "brackets",
    lambda *a: (1 + np.e) ** -rows(*a)[0],
    "You raise (1 + e) to the power −z: only e is raised to it, and 1 is added afterwards.",
)
@mistake("no-sigmoid", lambda *a: rows(*a)[0], "These are the three sums; σ is still to be applied to each.")
@mistake(
    "one-row",
    lambda *a: np.repeat(sigmoid(rows(*a)[0][0]), 3),
    "All three values use p and q. The second has r and s, the third t and u.",
)
@mistake(
    "x-and-y-exchanged",
    lambda x, y, *a: sigmoid(rows(y, x, *a)[0]),
    "x and y are exchanged: p, r and t belong to x.",
)
@mistake("tanh", lambda *a: np.tanh(rows(*a)[0]), "That is tanh. σ(z) = 1/(1 + e⁻ᶻ) lies between 0 and 1.")
def test_f(student, reference, draw):
    """f(x, y, p, q, r, s, t, u) is the three sigmoids, shape (3,)"""
    for point in [*POINTS, drawn(draw)]:
        assert student.f(*point) == close(reference.f(*point))


@item(6, hint="Chain rule, entry by entry: the derivative of σ at z, times the derivative of z by x or by y.")
@mistake(
    "no-inner-derivative",
    lambda *a: np.repeat((sigmoid(rows(*a)[0]) * (1 - sigmoid(rows(*a)[0])))[:, None], 2, 1),
    "The inner derivative is missing: how fast does px + qy change with x?",
)
@mistake(
    "columns-swapped",
    lambda *a: right(*a)[:, ::-1],
    "The columns are exchanged: column 1 is the derivative by x.",
)
@mistake("transposed", lambda *a: right(*a).T, "You have the transpose: row i belongs to fᵢ.")
@mistake(
    "sigma-not-differentiated",
    with_factor(sigmoid),
    "You did not differentiate σ: its slope is not σ itself.",
)
@mistake(
    "plus",
    with_factor(lambda z: sigmoid(z) * (1 + sigmoid(z))),
    "Nearly: check the sign in the formula for the slope of σ.",
)
@mistake(
    "sign",
    lambda *a: -right(*a),
    "The sign is the wrong way round: the two minus signs, of the quotient rule and of e⁻ᶻ, cancel.",
)
@mistake(
    "square-lost",
    with_factor(lambda z: np.exp(-z) / (1 + np.exp(-z))),
    "The denominator should be squared: what is the derivative of 1/u?",
)
@mistake(
    "by-the-constants",
    lambda x, y, *a: (right(x, y, *a) / rows(x, y, *a)[1]) * [x, y],
    "You differentiated by p and q. They are constants here; x and y vary.",
)
@mistake(
    "sigma-twice",
    with_factor(lambda z: sigmoid(sigmoid(z)) * (1 - sigmoid(sigmoid(z)))),
    "You applied σ twice: the slope of σ is taken at z, not at σ(z).",
)
@mistake(
    "one-row",
    lambda *a: np.repeat(right(*a)[:1], 3, 0),
    "All rows use p and q: the second has r and s, the third t and u.",
)
@mistake(
    "rows-reversed",
    lambda *a: right(*a)[::-1],
    "The rows are in the wrong order: row 1 belongs to σ(px + qy).",
)
@mistake(
    "constants-only",
    lambda *a: rows(*a)[1],
    "These are the inner derivatives. The slope of σ is still to be multiplied.",
)
def test_jacobian(student, reference, draw):
    """jacobian(x, y, p, q, r, s, t, u) is the Jacobian, shape (3, 2)"""
    for point in [*POINTS, drawn(draw), drawn(draw)]:
        measured = jacobian_of(lambda x, y, rest=point[2:]: reference.f(x, y, *rest), *point[:2])
        assert student.jacobian(*point) == close(reference.jacobian(*point), differences=measured)


@item(5, hint="Put the three functions in a Matrix: SymPy finds its Jacobian, if you say by which symbols.")
@mistake(
    "no-inner-derivative",
    lambda: sp.Matrix([[sigma(z) * (1 - sigma(z))] * 2 for z in Z]),
    "The inner derivative is missing: how fast does px + qy change with x?",
)
@mistake(
    "columns-swapped",
    lambda: sp.Matrix([[sp.diff(sigma(z), y), sp.diff(sigma(z), x)] for z in Z]),
    "The columns are exchanged: column 1 is the derivative by x.",
)
@mistake(
    "transposed",
    lambda: matrix(lambda z: sigma(z) * (1 - sigma(z))).T,
    "You have the transpose: row i belongs to fᵢ.",
)
@mistake(
    "sigma-not-differentiated",
    lambda: matrix(sigma),
    "You did not differentiate σ: its slope is not σ itself.",
)
@mistake(
    "sign",
    lambda: -matrix(lambda z: sigma(z) * (1 - sigma(z))),
    "The sign is the wrong way round: the two minus signs, of the quotient rule and of e⁻ᶻ, cancel.",
)
@mistake(
    "square-lost",
    lambda: matrix(lambda z: sp.exp(-z) / (1 + sp.exp(-z))),
    "The denominator should be squared: what is the derivative of 1/u?",
)
@mistake(
    "by-the-constants",
    lambda: sp.Matrix(
        [[sp.diff(sigma(z), a), sp.diff(sigma(z), b)] for z, (a, b) in zip(Z, FACTORS, strict=True)]
    ),
    "You differentiated by p and q. They are constants here; x and y vary.",
)
@mistake(
    "one-row",
    lambda: sp.Matrix([[sp.diff(sigma(Z[0]), x), sp.diff(sigma(Z[0]), y)]] * 3),
    "All rows use p and q: the second has r and s, the third t and u.",
)
@mistake(
    "rows-reversed",
    lambda: sp.Matrix([[sp.diff(sigma(z), x), sp.diff(sigma(z), y)] for z in Z[::-1]]),
    "The rows are in the wrong order: row 1 belongs to σ(px + qy).",
)
@mistake(
    "f-itself",
    lambda: sp.Matrix([[sigma(z)] * 2 for z in Z]),
    "These are the functions themselves, not their derivatives.",
)
def test_jacobian_expression(student, reference):
    """jacobian_expression() is the same Jacobian as a 3×2 SymPy Matrix"""
    assert student.jacobian_expression() == same_expression(reference.jacobian_expression())
