"""Lesson 2 · Integration, f(x) = 3x² − 4x."""

from functools import partial

import numpy as np
import sympy as sp

from graders.engine import close, curves, drawing, formula, item, lesson, mistake, same_expression

REF = lesson(__file__)
A, B, f, F = REF.A, REF.B, REF.f, REF.antiderivative_values  # f(x) = 3B x² − 2A x
X, C, K, T = sp.symbols("x C k t")
# four digits, so that an answer rounded to a few shows
GRID = np.array([-1.7532, -0.5217, 0.3041, 1.2173, 2.6079, 3.4561])
FUNCTIONS = [formula("cos(x) - 0.3"), formula("x**2 - 3*x"), formula("exp(-x)"), formula("-2.0")]
DELTA = 0.37


def same(answer, wanted, off=0.0):
    """Say whether numbers are those wanted, in the same shape."""
    if np.shape(answer) != np.shape(wanted):
        return False
    return np.max(np.abs(answer - wanted - off)) <= 1e-6 * max(1e-3, np.max(np.abs(wanted)))


def parallel(answer, wanted):
    """Say whether numbers are those wanted, but for one and the same constant."""
    return same(answer, wanted, np.mean(answer - wanted))


def made_of(answer, *basis):
    """Return the factors with which an answer is a sum of a basis, or none; few numbers would always be one."""
    columns = np.stack([np.ravel(each + 0 * answer) for each in basis], axis=1)
    factors = np.linalg.lstsq(columns, np.ravel(answer))[0]
    return factors if same(np.ravel(answer), columns @ factors) else []


def any_of(ways, alike=same):
    """Know an answer by its being like that of one of some ways."""
    return lambda answer, *arguments: any(alike(answer, way(*arguments)) for way in ways)


def other_factors(answer, x):
    """Say whether an answer has the powers of f, but neither of its factors, nor them both times a number."""
    if np.size(x) < 3:
        return True
    square, line = made_of(answer, x**2, x)
    right = abs(square - 3 * B) < 1e-6 or abs(line + 2 * A) < 1e-6
    return not right and len(made_of(answer, f(x))) == 0 and min(abs(square), abs(line)) > 1e-6


@item(2, hint="Write the formula with x as it comes in: it then works for a number and for an array.")
@mistake(
    "derivative", lambda x: 6 * B * x - 2 * A, "That is the derivative of f. Here f itself is asked for."
)
@mistake(
    "antiderivative",
    [F, lambda x: F(x) + 1],
    "That is an antiderivative of f. Here f itself is asked for.",
)
@mistake(
    "factors",
    lambda x: B * x**2 - A * x,
    "The powers are right. Compare the numbers in front of them with those of f.",
    when=other_factors,
)
@mistake(
    "first-term",
    [
        lambda x: B * x**2 - 2 * A * x,
        lambda x: 3 * B * x**3 - 2 * A * x,
        lambda x: (3 * B * x) ** 2 - 2 * A * x,
        lambda x: 3 * B * x * 2 - 2 * A * x,
        lambda x: 3 * B * x - 2 * A * x,
    ],
    "The second term is right. Compare the first with that of f: its number, its power, what is squared.",
)
@mistake(
    "second-term",
    [
        lambda x: 3 * B * x**2 + 2 * A * x,
        lambda x: 3 * B * x**2 - A * x,
        lambda x: 3 * B * x**2 - 2 * A,
        lambda x: 3 * B * x**2,
    ],
    "The first term is right. Compare the second with that of f: its sign, its number, its x.",
)
def test_f(student, reference, draw):
    """f(x) is 3x² − 4x, for numbers and for arrays"""
    for x in [2.5361, -1.3472, GRID, GRID.reshape(2, 3), *draw.numbers(2, -3, 3), draw.array(5, -3, 3)]:
        assert student.f(x) == close(reference.f(x))


# of antiderivative() and antiderivative_values(x): a name, what helps, and the ways of it
SLIPS = [
    ("differentiated", "It looks like you differentiated. Differentiate your answer and compare it with f.",
        lambda x: 6 * B * x - 2 * A),
    ("not-divided", "The powers went up by one. Differentiate your answer: which factors are too many?",
        lambda x: 3 * B * x**3 - 2 * A * x**2),
    ("divided-by-old-power", "It looks like you divided by the powers that stand in f. Differentiate your answer: what is left over?",
        lambda x: 3 * B * x**3 / 2 - 2 * A * x**2),
    ("power-kept", "You divided, but the powers are still those of f. What happens to a power when you integrate?",
        lambda x: B * x**2 - A * x),
    ("sign", "The sign of the second term is not that in f. Should it change?",
        lambda x: B * x**3 + A * x**2),
    ("factors", "The powers are right, the numbers in front are not. Differentiate term by term and compare with f.",
        lambda x: B * x**3 / 3 - A * x**2 / 2,
        lambda x: x**3 / 3 - x**2 / 2),
    ("first-term", "The second term is right, the first is not. Differentiate the first by itself and compare.",
        lambda x: 3 * B * x**3 - A * x**2,
        lambda x: 3 * B * x**3 / 2 - A * x**2,
        lambda x: B * x**3 / 3 - A * x**2,
        lambda x: -A * x**2),
    ("second-term", "The first term is right, the second is not. Differentiate the second by itself and compare.",
        lambda x: B * x**3 - 2 * A * x**2,
        lambda x: B * x**3 - A * x**2 / 2,
        lambda x: B * x**3 - 2 * A * x,
        lambda x: B * x**3 - A * x,
        lambda x: B * x**3),
    ("f-itself", "That is f itself. Which function has f as its derivative?",
        lambda x: 3 * B * x**2 - 2 * A * x),
    ("twice", "It looks like you integrated twice. How often must you differentiate your answer to get f?",
        lambda x: B * x**4 / 4 - A * x**3 / 3),
    ("product", "It looks like you integrated the factors one by one. Multiply f out, then go term by term.",
        lambda x: x**2 / 2 * (3 * B * x**2 / 2 - 2 * A * x)),
    ("half-square", "It looks as if f as a whole was raised to a power. The rule is for a power of x: go term by term.",
        lambda x: (3 * B * x**2 - 2 * A * x) ** 2 / 2),
    ("opposite-sign", "Your answer falls where it should rise. Look at the signs, or at the order of the limits.",
        lambda x: A * x**2 - B * x**3),
]  # fmt: skip


def in_x(test):
    """Give an item the slips as expressions."""
    for name, advice, *ways in reversed(SLIPS):
        mistake(name, [partial(way, X) for way in ways], advice)(test)
    return test


def in_numbers(test):
    """Give an item the slips as numbers: whatever constant is added, a slip is a slip."""
    for name, advice, *ways in reversed(SLIPS):
        mistake(name, ways, advice, when=any_of(ways, parallel))(test)
    return test


@item(3, hint="Raise each power by one, then divide by the new power. Differentiate your answer: is it f?")
@in_x
@mistake(
    "constant-times-x",
    [lambda c=c: F(X) + c * X for c in (C, K, *sp.symbols("c K"), 1, -1, 2, 3, 5, 7)],
    "One term with x is too many. A constant may be added: what is the derivative of what you added?",
)
@mistake(
    "multiple",
    [lambda c=c: c * F(X) for c in (C, K, *sp.symbols("c K"), 5, 7)],
    "Your answer is an antiderivative times a constant. What does such a factor do to the derivative?",
)
@mistake(
    "other-symbols",
    [
        *(lambda t=t: F(t) for t in (T, *sp.symbols("X y u z s"))),
        *(lambda t=t: f(X) * t for t in (T, *sp.symbols("y u z"))),
        lambda: sp.Symbol("B") * X**3 - sp.Symbol("A") * X**2,
    ],
    "Your answer depends on other symbols than x. The variable of f is x; A and B stand for numbers.",
)
@mistake(
    "one-number",
    lambda: sp.Integer(7),
    "That is one number, as a definite integral gives. An antiderivative is a function of x.",
    when=lambda answer: type(answer) in (int, float) and np.isfinite(answer),
)
def test_antiderivative(student, reference):
    """antiderivative() is an expression in x whose derivative is f"""
    assert student.antiderivative() == same_expression(reference.antiderivative(), up_to_constant=True)


def multiplied(answer, x):
    """Say whether an answer is an antiderivative times a number, but for a constant; small ones are other slips."""
    if np.size(x) < 3:
        return True
    factor, _ = made_of(answer, F(x), 1)
    return abs(factor) > 1.01


@item(3, hint="Put the numbers into the antiderivative you found: every x gives one value.")
@in_numbers
@mistake(
    "constant-times-x",
    [lambda x: F(x) + 5 * x, lambda x: F(x) - 0.5 * x + 1],
    "Your answer is off by a multiple of x. What may be added is the same for every x.",
    when=lambda answer, x: np.size(x) < 3 or len(made_of(answer - F(x), x, 1)) > 0,
)
@mistake(
    "multiple",
    [lambda x: 5 * F(x), lambda x: 2.5 * F(x) - 1],
    "Your answer is an antiderivative times a number. What does such a factor do to the derivative?",
    when=multiplied,
)
def test_antiderivative_values(student, reference, draw):
    """antiderivative_values(x) is an antiderivative as numbers, elementwise"""
    for x in [draw.number(-3, 3), GRID, GRID.reshape(2, 3), draw.array(6, -3, 3)]:
        right = reference.antiderivative_values(x)
        assert student.antiderivative_values(x) == close(right, up_to_constant=True)
    x = draw.number(-2, 2)
    pair = student.antiderivative_values(np.array([x - 1, x]))
    assert pair == close(reference.antiderivative_values(np.array([x - 1, x])), up_to_constant=True)
    assert student.antiderivative_values(x) == close(np.ravel(pair.value)[1])  # the same constant


def area(func, x, d):
    """Return the running area: the cumulative sum of bars of width d."""
    return np.cumsum(func(x)) * d


def trapezoids(func, x, widths):
    """Return the areas under the chords from point to point, from 0."""
    return np.concatenate([[0.0], np.cumsum((func(x)[1:] + func(x)[:-1]) / 2 * widths)])


def exact(func, x, start):
    """Return the areas under the curve itself, by Gauss's rule."""
    at, weights = np.polynomial.legendre.leggauss(30)
    return func(start + np.outer(x - start, at + 1) / 2) @ weights * (x - start) / 2


SLIPS_OF_SUMS = [
    ("delta-missing", "You add up the heights. A bar has a width, too: how do you get its area?",
        lambda func, x, d: area(func, x, 1)),
    ("divided", "It looks as if you divide by the width. How do you get the area of a bar?",
        lambda func, x, d: area(func, x, 1 / d)),
    ("delta-added", "It looks as if the width is added to the height. How do you get the area of a bar?",
        lambda func, x, d: np.cumsum(func(x) + d)),
    ("not-summed", "Nothing is added up here: you return one bar at a time. Which bars count at each grid point?",
        lambda func, x, d: func(x) * d,
        lambda func, x, d: func(x)),
    ("total", "You return the whole sum. A running sum has a value of its own at every grid point.",
        lambda func, x, d: np.sum(func(x)) * d,
        lambda func, x, d: np.full(x.shape, np.sum(func(x)) * d)),
    ("mean", "It looks as if you return the mean of the heights so far. Which area do those bars have together?",
        lambda func, x, d: np.cumsum(func(x)) / np.arange(1, len(x) + 1)),
    ("one-bar-late", "Your sum is one bar late: it starts at 0. Which bars belong to the first point?",
        lambda func, x, d: area(func, x, d) - func(x) * d),
    ("first-bar-missing", "All your sums lack the same bar, the first. Where does your loop begin?",
        lambda func, x, d: area(func, x, d) - func(x[0]) * d),
    ("from-the-right", "You add up from the right end. The area up to a point is made of the bars on its left.",
        lambda func, x, d: area(func, x[::-1], d)[::-1]),
    ("trapezoid", "You average neighbours (trapezoids). The task's bars are as high as func at one point: which?",
        lambda func, x, d: trapezoids(func, x, d),
        lambda func, x, d: trapezoids(func, x, np.diff(x)),
        lambda func, x, d: (area(func, x, d) + area(func, x + d, d)) / 2),
    ("exact", "That looks like the area under the curve itself. The task asks for the sum of the bars, which differs.",
        lambda func, x, d: exact(func, x, x[0]),
        lambda func, x, d: exact(func, x, 0.0)),
    ("not-at-x", "It looks as if you call func at other points than those passed in. Print them, and compare with x.",
        lambda func, x, d: area(func, np.arange(len(x)), d),
        lambda func, x, d: area(func, np.arange(len(x)) * d, d),
        lambda func, x, d: area(func, x * d, 1),
        lambda func, x, d: func(np.cumsum(x)) * d),
    ("absolute", "All your bars count as positive. How should a bar below the axis count?",
        lambda func, x, d: np.cumsum(np.abs(func(x))) * d),
    ("never-negative", "Your areas are never negative. What should a bar below the axis do to the sum?",
        lambda func, x, d: np.abs(area(func, x, d)),
        lambda func, x, d: np.cumsum(np.maximum(func(x), 0)) * d),
    ("sums-x", "You add up the x values. What gives the height of a bar?",
        lambda func, x, d: np.cumsum(x) * d),
]  # fmt: skip


def summed(test):
    """Give an item the slips of sums."""
    for name, advice, *ways in reversed(SLIPS_OF_SUMS):
        mistake(name, ways, advice)(test)
    return test


def beside(answer, func, x, d):
    """Say whether the heights are those at one distance from the grid, by where func was called first."""
    step = func.calls[0][0][0] - x[0]
    return abs(step) > 1e-9 and same(answer, area(func, x + step, d))


def other_width(answer, func, x, d):
    """Say whether all bars are of one width that no slip accounts for."""
    (width,) = made_of(answer, area(func, x, 1))
    usual = np.isclose([1, 1 / d], width, rtol=1e-4).any() or abs(width / d - 1) < 1e-2
    return width > 0 and not usual and np.shape(answer) == x.shape


@item(4, hint="Each bar is func(xᵢ) high and δ wide; the answer at xᵢ adds up all bars so far, its own too.")
@summed
@mistake(
    "beside",
    [lambda func, x, d, s=s: area(func, x + s * d, d) for s in (0.5, 1, -0.5, -1)],
    "You take the heights beside the grid points, as in the middle of a bar. Where does the task take them?",
    when=beside,
)
@mistake(
    "other-width",
    [lambda func, x, d: area(func, x, 0.1), lambda func, x, d: area(func, x, x[1] - x[0])],
    "Your bars look wider or narrower than the δ that is passed in. Where do you multiply, and by what?",
    when=other_width,
)
@mistake(
    "off-by-a-constant",
    lambda func, x, d: area(func, x, d) + 1,
    "All sums of a call are off by one amount. Does the total start at 0, and anew in each call?",
    when=lambda answer, func, x, d: (
        parallel(answer, area(func, x, d)) and not same(answer, area(func, x, d) - func(x[0]) * d)
    ),
)
@mistake(
    "func-ignored",
    [lambda func, x, d: area(f, x, d), lambda func, x, d: F(x)],
    "Your code does not call func, so its answer is the same for every func. Use the one that is passed in.",
    when=lambda answer, func, x, d: (
        not func.calls and isinstance(answer, float | np.ndarray) and not same(answer, np.cumsum(x) * d)
    ),
)
def test_running_area(student, reference, draw):
    """running_area(func, x, delta) is the running sum of func(xᵢ)·δ"""
    for func in FUNCTIONS:
        delta = draw.number(0.15, 0.9, 4)  # four digits: no width that a learner writes
        for x, width in [(np.linspace(-1.2, 2.7, 14), DELTA), (np.arange(-2, 2, delta), delta)]:
            assert student.running_area(func, x, width) == close(reference.running_area(func, x, width))


def shown(figure, x, d):
    """Return which of the running area, an antiderivative and f itself are in a figure that lacks one of them."""
    known = {"area": area(f, x, d), "F": F(x), "f": f(x)}
    found = {name for name, y in known.items() if not curves(x, {name: y}, shifted=("F",)).objection(figure)}
    return set() if {"area", "F"} <= found else found


@item(2, hint="Two plt.plot(x, ..., label=...) calls and plt.legend(): the running area, the antiderivative.")
@mistake(
    "f-drawn",
    [lambda x, d: drawing((x, f(x)), (x, F(x))), lambda x, d: drawing((x, f(x)), (x, area(f, x, d)))],
    "f itself is drawn, and one of the two curves is missing. Both are made from f: which two are they?",
    when=lambda figure, x, d: "f" in shown(figure, x, d),
)
@mistake(
    "no-antiderivative",
    [lambda x, d: drawing((x, area(f, x, d))), lambda x, d: drawing((x, area(f, x, d)), (x, 6 * B * x - 2 * A))],
    "The running area is there. What is missing is an antiderivative of f over the same x.",
    when=lambda figure, x, d: shown(figure, x, d) == {"area"},
)
@mistake(
    "no-area",
    [lambda x, d: drawing((x, F(x))), lambda x, d: drawing((x, F(x)), (x, area(f, x, 1)))],
    "The antiderivative is there. What is missing is the running sum of f's bars, as wide as the δ passed in.",
    when=lambda figure, x, d: shown(figure, x, d) == {"F"},
)
def test_plot_integral(student, reference, draw):
    """plot_integral(x, delta) draws area and antiderivative, with a legend"""
    delta = draw.number(0.11, 0.2, 4)  # four digits: no step that a learner writes
    x = np.arange(draw.number(-1.8, -1.2), 2.5, delta)
    wanted = {
        "the running area": reference.running_area(reference.f, x, delta),
        "the antiderivative": reference.antiderivative_values(x),
    }
    assert student.plot_integral(x, delta) == curves(x, wanted, shifted=("the antiderivative",), legend=True)
