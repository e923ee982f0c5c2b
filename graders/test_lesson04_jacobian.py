"""Lesson 4 · Jacobian of three sigmoids, f(x, y) = (σ(px+qy), σ(rx+sy), σ(tx+uy))."""

import numpy as np
import sympy as sp

from graders.engine import close, item, jacobian_of, mistake, same_expression

# x, y, then p q r s t u: no two alike, no sum of them zero
ONE = (0.7, -1.2, 0.9, 0.4, -1.3, 0.6, 1.7, -0.8)
TWO = (-0.4, 1.7, 1.1, -2.0, 0.5, 1.4, -0.6, 0.3)
THREE = (1.3, 0.8, -0.7, 1.9, 0.2, -1.5, 1.2, 0.9)
# the constants of one at the point of the other: who leaves either out of account is found
POINTS = [ONE, TWO, THREE, ONE[:2] + TWO[2:], TWO[:2] + ONE[2:]]
FAR_OUT = (6.5, -7.5, 2.1, 0.9, -1.4, 1.6, 1.2, 0.6)
SYMBOLS = sp.symbols("x y p q r s t u")


def drawn(draw):
    """Draw arguments with every |z| below 4."""
    return tuple(draw.numbers(2, -1.3, 1.3) + draw.numbers(6, -1.5, 1.5))


# What follows takes numbers or symbols, so that a mistake is written once for both Jacobians.
def exp(z):
    """Return eᶻ for each of several numbers or expressions."""
    return np.array([sp.exp(each) if isinstance(each, sp.Expr) else np.exp(each) for each in z])


def sigmoid(z):
    """Return 1 / (1 + e⁻ᶻ)."""
    return 1 / (1 + exp(-z))


def slope(z):
    """Return the derivative of σ at z."""
    return sigmoid(z) * (1 - sigmoid(z))


def tanh(z):
    """Return the hyperbolic tangent, which is σ stretched."""
    return 2 * sigmoid(2 * z) - 1


def weights(x, y, p, q, r, s, t, u):
    """Return the constants that x and y are multiplied by, a row for each value of f."""
    return np.array([[p, q], [r, s], [t, u]])


def sums(*point):
    """Return z of the three rows."""
    return weights(*point) @ np.array(point[:2])


def right(*point):
    """Return the Jacobian, for mistakes that spoil it afterwards."""
    return slope(sums(*point))[:, None] * weights(*point)


def with_slope(wrong):
    """Return an implementation that takes another function of z for the slope of σ."""
    return lambda *point: wrong(sums(*point))[:, None] * weights(*point)


def in_both_columns(values):
    """Return an implementation whose two columns are one and the same."""
    return lambda *point: np.column_stack([values(*point)] * 2)


def by_columns(function):
    """Return an implementation that deals the constants out down the columns: p and s, q and t, r and u."""
    return lambda x, y, p, q, r, s, t, u: function(x, y, p, s, q, t, r, u)


def at_one_one(function):
    """Return an implementation that takes (1, 1) for the point."""
    return lambda x, y, *constants: function(1, 1, *constants)


def minus_on_one_term(function):
    """Return an implementation that writes e^(−px+qy), and so has px − qy for z."""
    return lambda x, y, *constants: function(x, -y, *constants)


def agrees(answer, wanted):
    """Say whether numbers are of that shape, and equal but for roundings."""
    return np.shape(answer) == np.shape(wanted) and np.allclose(answer, wanted, 1e-6, 1e-14)


def all_but_one(answer, wanted):
    """Say whether exactly two of the three rows are right."""
    return np.shape(answer) == np.shape(wanted) and sum(map(agrees, answer, wanted)) == 2


STEPS = (1, 0.5, 0.1, 0.05, 0.01, 1e-3, 1e-4, 1e-5, 1e-6)
INTERVALS = [pair for h in STEPS for pair in ((0, h), (h, 0), (h, h), (h / 2, h / 2))]


def change(back, ahead, x, y, *constants):
    """Return how f changes from x − back to x + ahead, and the same by y."""
    by_x = sigmoid(sums(x + ahead, y, *constants)) - sigmoid(sums(x - back, y, *constants))
    by_y = sigmoid(sums(x, y + ahead, *constants)) - sigmoid(sums(x, y - back, *constants))
    return np.column_stack([by_x, by_y])


def names(answer):
    """Return the names of the symbols in an expression that came back."""
    return {node.text for node in getattr(answer, "nodes", ()) if node.head == "Symbol"}


ONE_TERM = "It looks like the minus sign reaches only the first term of the exponent: −a + b is not −(a + b)."
POWER = "It looks like (1 + e) is raised to the power −z. Which part of the denominator does the exponent belong to?"


@item(3, hint="Compute the three sums px+qy, rx+sy, tx+uy, and apply σ to each. np.exp(z) is eᶻ.")
@mistake(
    "sign-of-exponent",
    lambda *a: sigmoid(-sums(*a)),
    "Your values fall where they should grow with z. Check the sign in the exponent.",
)
@mistake("minus-on-one-term", minus_on_one_term(lambda *a: sigmoid(sums(*a))), ONE_TERM)
@mistake("brackets", lambda *a: (1 + np.e) ** -sums(*a), POWER)
@mistake(
    "no-fraction",
    lambda *a: 1 + exp(-sums(*a)),
    "These are 1 + e⁻ᶻ, without the fraction. Note that Python reads 1/1 + a as (1/1) + a.",
)
@mistake(
    "exponential",
    lambda *a: exp(-sums(*a)),
    "These are e⁻ᶻ, which is only a part of σ. What else is in the formula?",
)
@mistake("no-sigmoid", lambda *a: sums(*a), "These are the three sums; σ is still to be applied to each.")
@mistake(
    "sigma-twice",
    lambda *a: sigmoid(sigmoid(sums(*a))),
    "It looks like σ is applied twice. What is σ taken of in the task?",
)
@mistake(
    "slope-of-sigma",
    lambda *a: slope(sums(*a)),
    "These are the slopes of σ, which the next item needs. This one asks for σ itself.",
)
@mistake("tanh", lambda *a: tanh(sums(*a)), "That is tanh. Values of σ lie between 0 and 1.")
@mistake(
    "softmax",
    lambda *a: exp(sums(*a)) / sum(exp(sums(*a))),
    "Your three values add up to 1: that is softmax. Here each value depends on its own sum only.",
)
@mistake(
    "relu",
    lambda *a: np.maximum(sums(*a), 0),
    "That is max(0, z), another activation. Values of σ lie between 0 and 1.",
)
@mistake(
    "rounded-to-classes",
    lambda *a: 1.0 * (sums(*a) > 0),
    "Only 0 and 1 came back. Return the values of σ themselves, without rounding or comparing.",
)
@mistake(
    "zeros",
    lambda *a: np.zeros(3),
    "Only zeros came back, and σ is never 0. Do you fill in an array of whole numbers, or none at all?",
    when=lambda answer, *a: agrees(answer, np.zeros(3)),
)
@mistake(
    "one-row",
    lambda *a: np.repeat(sigmoid(sums(*a))[0], 3),
    "All three values use p and q. Which constants belong to the second and the third?",
)
@mistake(
    "rows-reversed",
    lambda *a: sigmoid(sums(*a))[::-1],
    "The three values are right, but in reverse order: the one with p and q comes first.",
)
@mistake(
    "by-columns",
    by_columns(lambda *a: sigmoid(sums(*a))),
    "The constants are dealt out down the columns. Which two of them stand in the first sum?",
)
@mistake(
    "x-and-y-exchanged",
    lambda x, y, *a: sigmoid(sums(y, x, *a)),
    "x and y are exchanged: p, r and t belong to x.",
)
@mistake(
    "y-left-out",
    lambda x, y, *a: sigmoid(sums(x, 0, *a)),
    "Your values depend on x only: each sum has a term in y, too.",
)
@mistake(
    "at-one-one",
    at_one_one(lambda *a: sigmoid(sums(*a))),
    "These look like the values at x = 1, y = 1. Use the x and y that are passed in.",
)
@mistake(
    "one-value-off",
    lambda *a: sigmoid(sums(*a)) * [1, 1, 2],
    "Two of the three values are right. Compare the line for the other one with theirs, letter by letter.",
    when=lambda answer, *a: all_but_one(answer, sigmoid(sums(*a))),
)
def test_f(student, reference, draw):
    """f(x, y, p, q, r, s, t, u) is the three sigmoids, shape (3,)"""
    for point in [*POINTS, FAR_OUT, drawn(draw)]:
        assert student.f(*point) == close(reference.f(*point))


# Mistakes that both Jacobians know
# fmt: off
JACOBIANS = [
    ("no-inner-derivative", in_both_columns(lambda *a: slope(sums(*a))), "The inner derivative is missing: how fast does px + qy change with x?"),
    ("columns-swapped", lambda *a: right(*a)[:, ::-1], "The columns are exchanged: column 1 is the derivative by x."),
    ("transposed", lambda *a: right(*a).T, "You have the transpose: row i belongs to fᵢ."),
    ("rearranged", lambda *a: right(*a).T.reshape(3, 2), "The six entries are right, but not in their places: reshape does not transpose. Which two belong to the first value of f?"),
    ("flat", lambda *a: right(*a).ravel(), "The six entries are right. Give each value of f a row of its own."),
    ("rows-reversed", lambda *a: right(*a)[::-1], "The rows are in reverse order: row 1 belongs to σ(px + qy)."),
    ("one-row", lambda *a: np.repeat(right(*a)[:1], 3, 0), "All rows use p and q. Which constants belong to the second and the third?"),
    ("one-slope", lambda *a: slope(sums(*a))[0] * weights(*a), "It looks like one slope of σ is used in all rows: each row has a z of its own."),
    ("by-columns", by_columns(right), "The constants are dealt out down the columns. Which two of them stand in the first sum?"),
    ("f-itself", lambda *a: sigmoid(sums(*a)), "This is f itself, not yet differentiated."),
    ("slopes-only", lambda *a: slope(sums(*a)), "These are the three slopes of σ. The chain rule has a second factor, one by x and one by y."),
    ("constants-only", weights, "These are the inner derivatives. The other factor of the chain rule is missing."),
    ("slope-at-zero", with_slope(lambda z: slope(0 * z)), "It looks like the slope of σ is taken at 0 everywhere. Where does the chain rule take it?"),
    ("at-one-one", at_one_one(right), "This looks like the Jacobian at x = 1, y = 1. Leave the point general: use x and y."),
    ("by-the-constants", lambda *a: np.outer(slope(sums(*a)), a[:2]), "You differentiated by p and q. They are constants here; x and y vary."),
    ("terms-kept", lambda *a: right(*a) * np.array(a[:2]), "You multiply by px, a term of z. How fast does px change with x?"),
    ("times-z", in_both_columns(lambda *a: slope(sums(*a)) * sums(*a)), "You multiply by z itself. The chain rule asks how fast z changes with x."),
    ("inner-summed", in_both_columns(lambda *a: slope(sums(*a)) * weights(*a).sum(1)), "You multiply both columns by p + q. When only x changes, how fast does px + qy change?"),
    ("inner-squared", lambda *a: right(*a) * weights(*a), "It looks like the inner derivative is multiplied twice."),
    ("second-derivative", lambda *a: with_slope(lambda z: slope(z) * (1 - 2 * sigmoid(z)))(*a) * weights(*a), "It looks like you differentiated twice. The Jacobian holds first derivatives."),
    ("sigma-not-differentiated", with_slope(sigmoid), "You did not differentiate σ: its slope is not σ itself."),
    ("sigma-twice", with_slope(lambda z: slope(sigmoid(z))), "You applied σ twice: the slope of σ is taken at z, not at σ(z)."),
    ("plus", with_slope(lambda z: sigmoid(z) * (1 + sigmoid(z))), "Nearly: check the sign in the formula for the slope of σ."),
    ("sign", lambda *a: -right(*a), "All signs are the wrong way round. σ grows with z: count the minus signs, in the exponent of σ too."),
    ("square-lost", with_slope(lambda z: 1 - sigmoid(z)), "It looks like the denominator is not squared: what is the derivative of 1/u?"),
    ("square-of-a-sum", with_slope(lambda z: exp(-z) / (1 + exp(-2 * z))), "Look at the denominator: the square of a sum is more than the sum of the squares."),
    ("numerator-lost", with_slope(lambda z: sigmoid(z) ** 2), "It looks like e⁻ᶻ is missing above the line: the derivative of the denominator is a factor, too."),
    ("only-the-reciprocal", with_slope(lambda z: -(sigmoid(z) ** 2)), "It looks like you took the derivative of 1/u, but not yet that of u = 1 + e⁻ᶻ."),
    ("sign-above-the-line", with_slope(lambda z: exp(z) * sigmoid(z) ** 2), "Look at the exponents: above the line it looks like eᶻ, below it e⁻ᶻ."),
    ("no-fraction", with_slope(lambda z: -exp(-z)), "It looks like you differentiated 1 + e⁻ᶻ: the fraction of σ is missing."),
    ("rule-of-tanh", with_slope(lambda z: 1 - sigmoid(z) ** 2), "1 − a² is the slope of tanh in terms of its value a. What is it for σ?"),
    ("tanh", with_slope(lambda z: 1 - tanh(z) ** 2), "This is the Jacobian for tanh. Start from σ(z) = 1/(1 + e⁻ᶻ)."),
]
# fmt: on


def known_jacobians(form):
    """Add the mistakes of both Jacobians to an item, in the form in which it asks for them."""

    def decorate(test):
        for name, wrong, advice in reversed(JACOBIANS):
            test = mistake(name, form(wrong), advice)(test)
        return test

    return decorate


@item(6, hint="Chain rule, entry by entry: the derivative of σ at z, times the derivative of z by x or by y.")
@known_jacobians(lambda wrong: wrong)
@mistake("minus-on-one-term", minus_on_one_term(right), ONE_TERM)
@mistake(
    "coarse-step",
    lambda *a: change(0, 0.1, *a) / 0.1,
    "This looks like a difference quotient with a coarse step. A formula for the slope has no such error.",
    when=lambda answer, *a: any(agrees(answer, change(*ends, *a) / sum(ends)) for ends in INTERVALS),
)
@mistake(
    "not-divided",
    lambda *a: change(0, 0.1, *a),
    "These look like changes of f over a step. What turns a change into a rate of change?",
    when=lambda answer, *a: any(agrees(answer, change(*ends, *a)) for ends in INTERVALS if sum(ends) < 1),
)
@mistake(
    "zeros",
    lambda *a: np.zeros((3, 2)),
    "Only zeros came back, and the slope of σ is never 0. Do you fill in an array of whole numbers, or none at all?",
    when=lambda answer, *a: agrees(answer, np.zeros((3, 2))),
)
@mistake(
    "second-column",
    lambda *a: right(*a) * [1, 0],
    "The first column is right. In the second, x stands still: which constant does the chain rule bring in?",
    when=lambda answer, *a: (
        np.shape(answer) == (3, 2)
        and agrees(answer[:, 0], right(*a)[:, 0])
        and not all_but_one(answer, right(*a))
    ),
)
@mistake(
    "one-row-off",
    lambda *a: right(*a) * [[1], [1], [2]],
    "Two of the three rows are right. Compare the lines for the other one with theirs, letter by letter.",
    when=lambda answer, *a: all_but_one(answer, right(*a)),
)
def test_jacobian(student, reference, draw):
    """jacobian(x, y, p, q, r, s, t, u) is the Jacobian, shape (3, 2)"""
    for point in [*POINTS, drawn(draw), drawn(draw)]:
        measured = jacobian_of(lambda x, y, rest=point[2:]: reference.f(x, y, *rest), *point[:2])
        assert student.jacobian(*point) == close(reference.jacobian(*point), differences=measured)


def matrix(wrong):
    """Return an implementation that gives a Matrix in the symbols."""
    return lambda: sp.Matrix(wrong(*SYMBOLS))


def differentiated(wrong):
    """Return an implementation that differentiates functions which are not f."""
    return lambda: sp.Matrix(wrong(*SYMBOLS)).jacobian(SYMBOLS[:2])


@item(5, hint="Put the three functions in a Matrix: SymPy finds its Jacobian, if you say by which symbols.")
@known_jacobians(matrix)
@mistake("minus-on-one-term", differentiated(minus_on_one_term(lambda *a: sigmoid(sums(*a)))), ONE_TERM)
@mistake("brackets", differentiated(lambda *a: [(1 + sp.E) ** -z for z in sums(*a)]), POWER)
@mistake(
    "by-p-and-q",
    lambda: sp.Matrix(sigmoid(sums(*SYMBOLS))).jacobian(SYMBOLS[2:4]),
    "You differentiated all three functions by p and q. Which two symbols vary, and which are constants?",
)
@mistake(
    "integrated",
    matrix(lambda *a: a[:2] + np.array([[sp.log(1 + sp.exp(-z))] for z in sums(*a)]) / weights(*a)),
    "It looks like you integrated: differentiate an entry of yours, and you get f back.",
)
@mistake(
    "numbers",
    lambda: sp.Matrix(right(*ONE)),
    "The entries of your Matrix are plain numbers. Make symbols first, and leave them in.",
    when=lambda answer: isinstance(answer, np.ndarray),
)
@mistake(
    "constants-replaced",
    lambda: sp.Matrix(right(*SYMBOLS[:2], *ONE[2:])),
    "Of the symbols only x and y are left: p, q, r, s, t and u should be symbols, too.",
    when=lambda answer: bool(names(answer)) and names(answer) <= {"x", "y"},
)
def test_jacobian_expression(student, reference):
    """jacobian_expression() is the same Jacobian as a 3×2 SymPy Matrix"""
    assert student.jacobian_expression() == same_expression(reference.jacobian_expression())
