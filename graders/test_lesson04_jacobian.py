"""Lesson 4 · Jacobian of three sigmoids, f(x, y) = (σ(px+qy), σ(rx+sy), σ(tx+uy))."""

from functools import cache, lru_cache
from itertools import permutations
from math import prod

import numpy as np
import sympy as sp
from msgspec.structs import replace

from graders.engine import close, item, jacobian_of, lesson, mistake, mistakes, same_expression

REF = lesson(__file__)
# x, y, then p q r s t u: no two alike, no sum of them zero
ONE = (0.7, -1.2, 0.9, 0.4, -1.3, 0.6, 1.7, -0.8)
TWO = (-0.4, 1.7, 1.1, -2.0, 0.5, 1.4, -0.6, 0.3)
THREE = (1.3, 0.8, -0.7, 1.9, 0.2, -1.5, 1.2, 0.9)
# the constants of one at the point of the other: who leaves either out of account is found
POINTS = [ONE, TWO, THREE, ONE[:2] + TWO[2:], TWO[:2] + ONE[2:]]
FAR_OUT = (6.5, -7.5, 2.1, 0.9, -1.4, 1.6, 1.2, 0.6)
COARSE = [pair for h in (1, 0.5, 0.1, 0.05, 0.01) for pair in [(0, h), (h, 0), (h, h)]]
SMALL = [pair for h in (0.1, 0.01, 1e-3, 1e-4, 1e-5, 1e-6) for pair in [(0, h), (h, h)]]

# Mistakes are written once, as Matrices in the symbols, for numbers and for expressions.
SYMBOLS = X, Y, P, Q, R, S, T, U = sp.symbols("x y p q r s t u")
z = sp.Symbol("z")
A = 1 / (1 + sp.exp(-z))  # σ(z)
SLOPE = A * (1 - A)
WEIGHTS = sp.Matrix([[P, Q], [R, S], [T, U]])


def each(function):
    """Return a function of z at each of the three sums."""
    return (WEIGHTS * sp.Matrix([X, Y])).applyfunc(lambda total: function.subs(z, total))


def with_slope(function):
    """Return the Jacobian that takes a function of z for the slope of σ."""
    return sp.diag(*each(function)) * WEIGHTS


OPERATIONS = {
    sp.Add: lambda *terms: sum(terms), sp.Mul: lambda *factors: prod(factors), sp.Pow: pow, sp.Max: max,
    sp.exp: np.exp, sp.log: np.log, sp.tanh: np.tanh,
}  # fmt: skip


@lru_cache(len(POINTS) + 8)
def known(point):
    """Return the values of expressions that are known at a point; those that are worked out are added."""
    return dict(zip(SYMBOLS, point, strict=True))


def value(expression, values):
    """Return an expression's value. What many have in common is worked out once; ``lambdify`` would print and compile it in each."""
    if expression not in values:
        parts = [value(part, values) for part in expression.args]
        values[expression] = OPERATIONS[expression.func](*parts) if parts else float(expression)
    return values[expression]


def in_numbers(table):
    """Return the rows of a table for an item that asks for numbers."""

    def way(matrix):
        rows = matrix.tolist()
        return lambda *point: np.squeeze([[value(entry, known(point)) for entry in row] for row in rows])

    return [(name, [way(matrix) for matrix in wrong], *words) for name, wrong, *words in table]


def in_symbols(table):
    """Return the rows of a table for an item that asks for a Matrix."""
    return [(name, [lambda m=matrix: m for matrix in wrong], *words) for name, wrong, *words in table]


def differentiated(table):
    """Return the rows of a table of wrong functions with their Jacobians."""
    return [
        (name, [function.jacobian([X, Y]) for function in wrong], *words) for name, wrong, *words in table
    ]


def drawn(draw):
    """Draw arguments with every |z| below 4."""
    return tuple(draw.numbers(2, -1.3, 1.3) + draw.numbers(6, -1.5, 1.5))


@cache
def exact():
    """Return the Jacobian."""
    return REF.jacobian_expression()


# The tables are functions, since it takes time to make them, and a right answer needs none.


def slips():
    """Return what goes wrong in f, and shows in its Jacobian, too."""
    F = each(A)
    return [
        ("brackets", [each((1 + sp.E) ** -z)], "It looks like (1 + e) is raised to the power −z. Which part of the denominator does the exponent belong to?"),
        ("no-fraction", [each(1 + sp.exp(-z)), each(sp.exp(-z)), each(sp.exp(z))], "It looks like the fraction of σ is missing. Note that Python reads 1/1 + a as (1/1) + a."),
        ("minus-below", [each(1 / (1 - sp.exp(-z))), each(1 / (sp.exp(-z) - 1))], "It looks like a difference stands below the line of σ. Which sign does the task have there?"),
        ("minus-on-one-term", [F.subs(Y, -Y), F.subs(X, -X)], "It looks like px and qy have opposite signs. Look at the sum, and at how far the minus of the exponent reaches."),
        ("another-base", [each(1 / (1 + 2**-z)), each(1 / (1 + 10**-z))], "It looks like another number than e is raised to the power −z."),
        ("doubled-z", [each(A.subs(z, 2 * z))], "It looks like z is doubled in the exponent. Where could the 2 come from?"),
        ("sigma-twice", [each(A.subs(z, A))], "It looks like σ is applied twice. What is σ taken of in the task?"),
        ("tanh", [each(sp.tanh(z))], "That looks like tanh. Start from σ(z) = 1/(1 + e⁻ᶻ)."),
        ("softmax", [each(sp.exp(z)) / sum(each(sp.exp(z)))], "That looks like softmax, where each value depends on all three sums. Here each depends on its own."),
        ("terms-apart", [F.subs(X, 0) + F.subs(Y, 0)], "It looks like each term has a σ of its own. Which comes first in the task, the sum or σ?"),
        ("product", [F.subs(Y, 0).subs({P: P * Q * Y, R: R * S * Y, T: T * U * Y})], "It looks like px and qy are multiplied. What stands between them in the task?"),
        ("x-and-y-exchanged", [F.subs({X: Y, Y: X}, simultaneous=True)], "It looks like x and y are exchanged in the sums. Which constant is each multiplied by?"),
        ("y-left-out", [F.subs(Y, 0), F.subs(Y, 1)], "It looks like y is left out of the sums. Each has a term in y, too."),
        ("by-columns", [F.subs({Q: S, R: Q, S: T, T: R}, simultaneous=True)], "It looks like the constants are dealt out down the columns. Which two of them stand in the first sum?"),
        ("one-row", [F[[0, 0, 0], :]], "It looks like p and q are used three times. Which constants belong to the second and the third function?"),
        ("row-order", [F[order, :] for order in map(list, permutations(range(3))) if order != [0, 1, 2]], "All is there, but in another order. In which order does the task name the three functions?"),
    ]  # fmt: skip


def slips_of_f():
    """Return what goes wrong in f alone."""
    F = each(A)
    return [
        ("sign-of-exponent", [each(A.subs(z, -z))], "Your values fall where they should grow with z. Check the sign in the exponent."),
        ("no-sigmoid", [each(z)], "These are the three sums; σ is still to be applied to each."),
        ("slope-of-sigma", [each(SLOPE)], "These are the slopes of σ, which the next item needs. This one asks for σ itself."),
        ("softplus", [each(sp.log(1 + sp.exp(z)))], "These are values of ln(1 + eᶻ), another activation. Values of σ lie between 0 and 1."),
        ("relu", [each(sp.Max(z, 0))], "That is max(0, z), another activation. Values of σ lie between 0 and 1."),
        ("digits-of-e", [each(1 / (1 + e**-z)) for e in (2.7, 2.71, 2.718, 2.72)], "Nearly: it looks like e is typed with a few digits only. NumPy's exp knows them all."),
        ("at-one-one", [F.subs({X: 1, Y: 1})], "These look like the values at x = 1, y = 1. Use the x and y that are passed in."),
    ]  # fmt: skip


@item(3, hint="Compute the three sums px+qy, rx+sy, tx+uy, and apply σ to each. np.exp(z) is eᶻ.")
@mistakes(lambda: in_numbers(slips()))
@mistakes(lambda: in_numbers(slips_of_f()))
@mistake(
    "rounded-to-classes",
    lambda *point: np.round(REF.f(*point)),
    "Only 0 and 1 came back. Return the values of σ themselves, without rounding or comparing.",
)
@mistake(
    "one-number",
    [
        lambda *point: sum(REF.f(*point)),
        lambda *point: np.prod(REF.f(*point)),
        lambda *point: REF.f(*point)[0],
    ],
    "One number came back, and f has three values. Does return stand in a loop, or are they put together?",
    when=lambda answer, *point: isinstance(answer, float),
)
@mistake(
    "one-value-off",
    lambda *point: REF.f(*point) * [1, 1, 2],
    "Two of the three values are right. Compare the line for the other one with theirs, letter by letter.",
    when=lambda answer, *point: np.size(answer) == 3 and sum(np.isclose(answer, REF.f(*point), 1e-6)) == 2,
)
def test_f(student, reference, draw):
    """f(x, y, p, q, r, s, t, u) is the three sigmoids, shape (3,)"""
    for point in [*POINTS, FAR_OUT, drawn(draw)]:
        assert student.f(*point) == close(reference.f(*point))


def jacobians():
    """Return what goes wrong in either Jacobian."""
    F, J = each(A), exact()
    ONES = sp.ones(1, 2)  # a column times ONES has that column twice
    return [
        *differentiated(slips()),
        ("no-inner-derivative", [each(SLOPE) * ONES], "The inner derivative is missing: how fast does px + qy change with x?"),
        ("columns-swapped", [J[:, ::-1]], "It looks like the columns are exchanged. Which column is which?"),
        ("columns-swapped-and-more", [-J[:, ::-1], with_slope(A * (1 + A))[:, ::-1]], "Look at two things: which column is which, and the signs in the slope of σ."),
        ("rearranged", [J.T.reshape(3, 2)], "The six entries are right, but not in their places: reshape does not transpose. Which two belong to the first value of f?"),
        ("flat", [J.reshape(6, 1), J.reshape(2, 3)], "The six entries are right. Give each value of f a row of its own."),
        ("summed", [J * ONES.T, ONES[:, [0, 0, 0]] * J], "Each of your numbers is a sum of entries of the Jacobian. Keep them apart: what are its rows, what its columns?"),
        ("first-row-only", [sp.diag(1, 0, 0) * J, J[0, :]], "Only the first row is filled in. Does the loop come to the others, and does return stand behind it?"),
        ("one-column-only", [J[:, 0], J[:, 1]], "You have one column of the Jacobian. By which other variable can f be differentiated?"),
        ("one-slope", [sp.diag(*each(SLOPE)[[0, 0, 0], :]) * WEIGHTS], "It looks like one slope of σ is used in all rows: each row has a z of its own."),
        ("factors-of-one-row", [each(SLOPE) * WEIGHTS[0, :]], "The slopes of σ are right, but it looks like p and q are the factors in every row. What is z in the other rows?"),
        ("slope-elsewhere", [J.subs(here, simultaneous=True) for here in ({Y: -Y}, {X: -X}, {X: Y, Y: X}, {Y: 0}, {Y: 1})], "The inner derivatives are right, but the slope of σ is taken at another z. Compare your sums with the task, and mind the minus in the exponent."),
        ("slope-at-zero", [WEIGHTS / 4], "It looks like the slope of σ is taken at 0 everywhere. Where does the chain rule take it?"),
        ("slope-at-sigma", [with_slope(SLOPE.subs(z, A))], "It looks like σ is applied twice: at what does the chain rule take the slope of σ?"),
        ("at-one-one", [J.subs({X: 1, Y: 1})], "This looks like the Jacobian at x = 1, y = 1. Leave the point general: use x and y."),
        ("f-itself", [F], "This is f itself, not yet differentiated."),
        ("slopes-only", [each(SLOPE), sp.diag(*each(SLOPE))], "These are the three slopes of σ. The chain rule has a second factor, one by x and one by y."),
        ("constants-only", [WEIGHTS], "These are the inner derivatives. The other factor of the chain rule is missing."),
        ("factors-added", [each(SLOPE) * ONES + WEIGHTS], "It looks like the two factors of the chain rule are added."),
        ("by-the-constants", [each(SLOPE) * sp.Matrix([[X, Y]]), *(F.jacobian(letters) for letters in ([P, Q], SYMBOLS[2:], SYMBOLS))], "It looks like you differentiated by constants, such as p. Which two letters vary?"),
        ("terms-kept", [J * sp.diag(X, Y)], "It looks like you multiply by px, a term of z. How fast does px change with x?"),
        ("times-z", [each(SLOPE * z) * ONES], "It looks like you multiply by z itself. The chain rule asks how fast z changes with x."),
        ("inner-summed", [J * sp.ones(2)], "It looks like you multiply both columns by p + q. When only x changes, how fast does px + qy change?"),
        ("inner-squared", [J.multiply_elementwise(WEIGHTS)], "It looks like the inner derivative is multiplied twice."),
        ("second-derivative", [with_slope(sp.diff(A, z, 2)), with_slope(sp.diff(A, z, 2)).multiply_elementwise(WEIGHTS)], "It looks like you differentiated twice. The Jacobian holds first derivatives."),
        ("sigma-not-differentiated", [with_slope(A)], "It looks like σ itself stands where its slope belongs. How fast does σ change with z?"),
        ("z-for-sigma", [with_slope(z * (1 - z))], "It looks like z stands where σ(z) belongs in the slope of σ."),
        ("plus", [with_slope(A * (1 + A))], "Nearly: check the sign in the formula for the slope of σ."),
        ("sign", [-J], "All signs are the wrong way round. σ grows with z: count the minus signs, in the exponent of σ too."),
        ("square-lost", [with_slope(1 - A)], "It looks like a factor of the slope of σ is missing. Written as a fraction, look at the power below the line; as a product, count the factors."),
        ("numerator-lost", [with_slope(A**2)], "It looks like σ² stands for the slope of σ. Written as a fraction, look above the line; as a product, compare the two factors."),
        ("one-factor-squared", [with_slope((1 - A) ** 2)], "It looks like (1 − σ)² stands for the slope of σ. Compare its two factors."),
        ("square-of-a-sum", [with_slope(sp.exp(-z) / (1 + sp.exp(-2 * z)))], "Look at the denominator: the square of a sum is more than the sum of the squares."),
        ("only-the-reciprocal", [with_slope(-(A**2))], "It looks like you took the derivative of 1/u, but not yet that of u = 1 + e⁻ᶻ."),
        ("sign-above-the-line", [with_slope(sp.exp(z) * A**2)], "Look at the exponents: above the line it looks like eᶻ, below it e⁻ᶻ."),
        ("rule-of-tanh", [with_slope(1 - A**2)], "1 − a² is the slope of tanh in terms of its value a. What is it for σ?"),
        ("text-example", [sp.Matrix([[2 * Y, 2 * X], [2 * X * Y, X**2]])], "That is the Jacobian of the example in the text. Take the three functions of this lesson."),
        ("one-row-off", [sp.diag(1, 1, 2) * J], "Two of the three rows are right. Compare the other one with them, letter by letter.", lambda *answer: one_row_off(*answer)),
        ("one-column-off", [J * sp.diag(1, 2)], "One of the two columns is right. Work out the other one in the same way, entry by entry.", lambda *answer: one_column_off(*answer)),
    ]  # fmt: skip


def change(back, ahead, x, y, *constants):
    """Return how f changes from x − back to x + ahead, and the same by y."""
    by_x = REF.f(x + ahead, y, *constants) - REF.f(x - back, y, *constants)
    by_y = REF.f(x, y + ahead, *constants) - REF.f(x, y - back, *constants)
    return np.column_stack([by_x, by_y])


@item(6, hint="Chain rule, entry by entry: the derivative of σ at z, times the derivative of z by x or by y.")
@mistakes(lambda: in_numbers(jacobians()))
@mistake(
    "coarse-step",
    [lambda *point, ends=ends: change(*ends, *point) / sum(ends) for ends in COARSE],
    "This looks like a difference quotient with a coarse step. A formula for the slope has no such error.",
)
@mistake(
    "not-divided",
    [lambda *point, ends=ends: change(*ends, *point) for ends in SMALL],
    "These look like changes of f over a step. What turns a change into a rate of change?",
)
def test_jacobian(student, reference, draw):
    """jacobian(x, y, p, q, r, s, t, u) is the Jacobian, shape (3, 2)"""
    for point in [*POINTS, drawn(draw), drawn(draw)]:
        measured = jacobian_of(lambda x, y, rest=point[2:]: reference.f(x, y, *rest), *point[:2])
        assert student.jacobian(*point) == close(reference.jacobian(*point), differences=measured)


LOG = sp.diag(*each(sp.log(1 + sp.exp(z)))) * WEIGHTS.applyfunc(lambda weight: 1 / weight)
LOG_OF_SYMPY = sp.Matrix([[X, Y]] * 3) + LOG.subs({X: -X, Y: -Y})


@item(
    5,
    hint="Print the Matrix of your three functions and compare it with the task, sign by sign, before its Jacobian.",
)
@mistakes(lambda: in_symbols(jacobians()))
@mistake(
    "integrated",
    [lambda: LOG, lambda: LOG_OF_SYMPY],
    "It looks like you integrated: differentiate an entry of yours, and you get f back.",
)
@mistake(
    "numbers",
    lambda: exact().subs(dict(zip(SYMBOLS, ONE, strict=True))),
    "The entries of your Matrix are plain numbers. Make symbols first, and leave them in.",
    when=lambda answer: isinstance(answer, np.ndarray),
)
@mistake(
    "constants-replaced",
    lambda: exact().subs(dict(zip(SYMBOLS[2:], ONE[2:], strict=True))),
    "Of the symbols only x and y are left: p, q, r, s, t and u should be symbols, too.",
    when=lambda answer: answer.shape == (3, 2) and names(answer) <= {"x", "y"},
)
def test_jacobian_expression(student, reference):
    """jacobian_expression() is the same Jacobian as a 3×2 SymPy Matrix"""
    assert student.jacobian_expression() == same_expression(reference.jacobian_expression())


def right_entries(answer, *point):
    """Return which of the six entries are right, of numbers or of expressions."""
    if answer.shape != (3, 2):
        return np.zeros((3, 2), bool)
    if point:
        return np.isclose(answer, REF.jacobian(*point), 1e-6, 1e-12)
    entries = [replace(answer, roots=[root], shape=None) for root in answer.roots]
    right = [
        same_expression(wanted).objection(entry) is None
        for entry, wanted in zip(entries, exact(), strict=True)
    ]
    return np.reshape(right, (3, 2))


def one_row_off(answer, *point):
    """Say whether exactly two of the three rows are right."""
    return right_entries(answer, *point).all(axis=1).sum() == 2


def one_column_off(answer, *point):
    """Say whether one of the columns is right, and the other is off in more than one row."""
    right = right_entries(answer, *point)
    return right.all(axis=0).sum() == 1 and right.all(axis=1).sum() < 2


def names(answer):
    """Return the names of the symbols in an expression that came back."""
    return {node.text for node in answer.nodes if node.head == "Symbol"}
