"""Lesson 2 · Integration, f(x) = 3x² − 4x."""

from itertools import accumulate

import numpy as np
import sympy as sp

from graders.engine import close, curves, drawing, formula, item, lesson, mistake, mistakes, same_expression

REF = lesson(__file__)
A, B, f, F = REF.A, REF.B, REF.f, REF.antiderivative_values  # f(x) = 3B x² − 2A x
X = sp.Symbol("x")
CONSTANTS = sp.symbols("C k c K")  # as learners name them
OTHERS = sp.symbols("t X y u z s")  # taken for x
# four digits, so that an answer rounded to a few shows
GRID = np.array([-1.7532, -0.5217, 0.3041, 1.2173, 2.6079, 3.4561])
FUNCTIONS = [formula("cos(x) - 0.3"), formula("x**2 - 3*x"), formula("exp(-x)"), formula("-2.0")]
DELTA = 0.37

SLIPS_OF_F = [
    ("derivative", lambda x: 6 * B * x - 2 * A, "That is the derivative of f. Here f itself is asked for."),
    ("antiderivative", [F, lambda x: F(x) + 1], "That is an antiderivative of f. Here f itself is asked for."),
    ("factors", [
        lambda x: B * x**2 - A * x,
        lambda x: 3 * A * x**2 - 2 * B * x,
        lambda x: 2 * A * x**2 - 3 * B * x,
    ], "The powers are right. Compare the numbers in front of them with those of f."),
    ("first-term", [
        lambda x: B * x**2 - 2 * A * x,
        lambda x: 3 * B * x**3 - 2 * A * x,
        lambda x: (3 * B * x) ** 2 - 2 * A * x,
        lambda x: 3 * B * x * 2 - 2 * A * x,
        lambda x: 3 * B * x - 2 * A * x,
    ], "The second term is right. Compare the first with that of f: its number, its power, what is squared."),
    ("second-term", [
        lambda x: 3 * B * x**2 + 2 * A * x,
        lambda x: 3 * B * x**2 - A * x,
        lambda x: 3 * B * x**2 - 2 * A,
        lambda x: 3 * B * x**2,
    ], "The first term is right. Compare the second with that of f: its sign, its number, its x."),
    ("negative-x", [lambda x: f(np.abs(x)), lambda x: np.where(x > 0, f(x), 0)],
        "Your answer is right where x is positive, and wrong where it is negative. Is there an abs, an if or a np.where?"),
]  # fmt: skip


@item(2, hint="Put this x into the formula by hand: which step differs?")
@mistakes(SLIPS_OF_F)
def test_f(student, reference, draw):
    """f(x) is 3x² − 4x, for numbers and for arrays"""
    for x in [2.5361, -1.3472, GRID, GRID.reshape(2, 3), *draw.numbers(2, -3, 3), draw.array(5, -3, 3)]:
        assert student.f(x) == close(reference.f(x))


# of antiderivative() and antiderivative_values(x): a name, a list of ways, what helps
SLIPS = [
    ("differentiated", [lambda x: 6 * B * x - 2 * A], "It looks like you differentiated. Differentiate your answer and compare it with f."),
    ("not-divided", [lambda x: 3 * B * x**3 - 2 * A * x**2, lambda x: 3 * B * x**3 + 2 * A * x**2],
        "The powers went up by one. Differentiate your answer: which factors are too many?"),
    ("divided-by-old-power", [lambda x: 3 * B * x**3 / 2 - 2 * A * x**2], "It looks like you divided by the powers that stand in f. Differentiate your answer: what is left over?"),
    ("power-kept", [lambda x: B * x**2 - A * x, lambda x: 3 * B * x**2 / 2 - 2 * A * x],
        "You divided, but the powers are still those of f. What happens to a power when you integrate?"),
    ("sign", [lambda x: B * x**3 + A * x**2], "The sign of the second term is not that in f. Should it change?"),
    ("factors", [
        lambda x: B * x**3 / 3 - A * x**2 / 2,
        lambda x: x**3 / 3 - x**2 / 2,
        lambda x: A * x**3 - B * x**2,
    ], "The powers are right, the numbers in front are not. Differentiate term by term and compare with f."),
    ("first-term", [
        lambda x: 3 * B * x**3 - A * x**2,
        lambda x: 3 * B * x**3 / 2 - A * x**2,
        lambda x: B * x**3 / 3 - A * x**2,
        lambda x: B * x**2 - A * x**2,
        lambda x: 6 * B * x - A * x**2,
        lambda x: -A * x**2,
    ], "The second term is right, the first is not. Differentiate the first by itself and compare."),
    ("second-term", [
        lambda x: B * x**3 - 2 * A * x**2,
        lambda x: B * x**3 - 2 * A * x**2 / 3,
        lambda x: B * x**3 - A * x**2 / 2,
        lambda x: B * x**3 - 2 * A * x,
        lambda x: B * x**3 - A * x,
        lambda x: B * x**3,
    ], "The first term is right, the second is not. Differentiate the second by itself and compare."),
    ("f-itself", [f], "That is f itself. Which function has f as its derivative?"),
    ("twice", [lambda x: B * x**4 / 4 - A * x**3 / 3], "It looks like you integrated twice. How often must you differentiate your answer to get f?"),
    ("product", [lambda x: x**2 / 2 * (3 * B * x**2 / 2 - 2 * A * x)], "It looks like you integrated the factors one by one. Multiply f out, then go term by term."),
    ("half-square", [lambda x: f(x) ** 2 / 2], "It looks as if f as a whole was raised to a power. The rule is for a power of x: go term by term."),
    ("opposite-sign", [lambda x: -F(x)], "Your answer falls where it should rise. Look at the signs, or at the order of the limits."),
]  # fmt: skip


@item(3, hint="Differentiate your answer term by term: which term does not give one of f's?")
@mistakes(SLIPS, X)
@mistake(
    "constant-times-x",
    [lambda c=c: F(X) + c * X for c in (*CONSTANTS, 1, -1, 2, 3, 5, 7)],
    "One term with x is too many. A constant may be added: what is the derivative of what you added?",
)
@mistake(
    "extra-term",
    [
        *(lambda c=c: F(X) + c**X for c in CONSTANTS),
        *(lambda c=c: F(X) + c * X**2 for c in CONSTANTS),
        *(lambda g=g: F(X) + g(X) for g in (sp.sin, sp.cos, sp.exp, sp.log)),
    ],
    "One term with x is too many. What is its derivative, and is that in f?",
)
@mistake(
    "multiple",
    [lambda c=c: c * F(X) for c in (*CONSTANTS, 5, 7)],
    "Your answer is an antiderivative times a constant. What does such a factor do to the derivative?",
)
@mistake(
    "other-symbols",
    [
        *(lambda t=t: F(t) for t in OTHERS),
        *(lambda t=t: f(X) * t for t in (*OTHERS, *sp.symbols("dx delta"))),
        lambda: sp.Symbol("f") * X,
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


# whatever constant is added, a slip is a slip
SLIPS_IN_NUMBERS = [
    (name, ways, advice, lambda answer, x, ways=ways: any(parallel(answer, way(x)) for way in ways))
    for name, ways, advice in SLIPS
]


@item(3, hint="Differentiate the formula in your function: does it give f?")
@mistakes(SLIPS_IN_NUMBERS)
@mistake(
    "constant-times-x",
    [lambda x: F(x) + 5 * x, lambda x: F(x) - 0.5 * x + 1],
    "Your answer is off by a multiple of x. What may be added is the same for every x.",
    when=lambda answer, x: (
        np.size(x) > 1 and np.isfinite(factor(centred(answer) - centred(F(x)), centred(x)))
    ),
)
@mistake(
    "multiple",
    [lambda x: 5 * F(x), lambda x: 2.5 * F(x) - 1],
    "Your answer is an antiderivative times a number. What does such a factor do to the derivative?",
    # smaller factors are other slips
    when=lambda answer, x: np.size(x) > 1 and abs(factor(centred(answer), centred(F(x)))) > 1.01,
)
@mistake(
    "constant-varies",
    [lambda x: F(x) - np.ravel(F(x))[0], lambda x: F(x) - np.mean(F(x))],
    "For the same x, a number by itself and an array get different values. Is the same done to both, in every call?",
    # no wrong answer but that to a number: arrays are right by themselves
    when=lambda answer, x: np.ndim(x) == 0 and isinstance(answer, int | float) and np.isfinite(answer),
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


# where the width is missing as well, the other slip is told first
SLIPS_OF_SUMS = [
    ("delta-missing", lambda func, x, d: area(func, x, 1), "You add up the heights. A bar has a width, too: how do you get its area?"),
    ("divided", lambda func, x, d: area(func, x, 1 / d), "It looks as if you divide by the width. How do you get the area of a bar?"),
    ("delta-added", [lambda func, x, d: np.cumsum(func(x) + d), lambda func, x, d: area(func, x, 1) + d],
        "It looks as if the width is added. How do you get the area of a bar?"),
    ("not-summed", [lambda func, x, d: func(x) * d, lambda func, x, d: func(x)],
        "Nothing is added up here: you return one bar at a time. Which bars count at each grid point?"),
    ("summed-twice", lambda func, x, d: np.cumsum(area(func, x, d)), "It looks as if you add up sums. What does each sum already hold?"),
    ("sum-times-delta", lambda func, x, d: np.array(list(accumulate(func(x) * d, lambda s, bar: s * d + bar))), "It looks as if the sum so far is multiplied by the width again at each step. Where do the brackets belong?"),
    ("multiplied", lambda func, x, d: np.cumprod(func(x) * d), "It looks as if you multiply the bars. What is the area of two bars together?"),
    ("total", [
        lambda func, x, d: np.sum(func(x)) * d,
        lambda func, x, d: np.sum(func(x)),
        lambda func, x, d: np.full(x.shape, np.sum(func(x)) * d),
    ], "You return the whole sum. A running sum has a value of its own at every grid point."),
    ("mean", [
        lambda func, x, d: area(func, x, 1) / np.arange(1, len(x) + 1),
        lambda func, x, d: area(func, x, d) / np.arange(1, len(x) + 1),
    ], "It looks as if you return the mean of the bars so far. Which area do those bars have together?"),
    ("one-bar-late", [
        lambda func, x, d: area(func, x, d) - func(x) * d,
        lambda func, x, d: area(func, x, 1) - func(x),
    ], "Your sum is one bar late: it starts at 0. Which bars belong to the first point?"),
    ("one-bar-early", lambda func, x, d: np.append(area(func, x, d)[1:], np.sum(func(x)) * d), "Your sum is one bar ahead: it holds the next bar already. Where does your slice end?"),
    ("first-bar-missing", [
        lambda func, x, d: area(func, x, d) - func(x[0]) * d,
        lambda func, x, d: area(func, x, 1) - func(x[0]),
    ], "All your sums lack the same bar, the first. Where does your loop begin?"),
    ("last-point-missing", lambda func, x, d: np.append(area(func, x, d)[:-1], 0), "All your sums are right but the last, which is 0. Where does your loop end?"),
    ("from-the-right", [
        lambda func, x, d: area(func, x[::-1], d)[::-1],
        lambda func, x, d: area(func, x[::-1], d),
    ], "You add up from the right end. The area up to a point is made of the bars on its left."),
    ("trapezoid", [
        lambda func, x, d: trapezoids(func, x, d),
        lambda func, x, d: trapezoids(func, x, np.diff(x)),
        lambda func, x, d: (area(func, x, d) + area(func, x + d, d)) / 2,
    ], "You average neighbours (trapezoids). The task's bars are as high as func at one point: which?"),
    ("exact", [
        lambda func, x, d: exact(func, x, x[0]),
        lambda func, x, d: exact(func, x, 0.0),
        lambda func, x, d: exact(func, x + d, x[0]),
    ], "That looks like the area under the curve itself. The task asks for the sum of the bars, which differs."),
    ("rate", [
        lambda func, x, d: (func(x + d) - func(x)) / d,
        lambda func, x, d: (func(x) - func(x - d)) / d,
        lambda func, x, d: (func(x + d) - func(x - d)) / (2 * d),
    ], "That looks like the rate of change of func. Here its bars are to be added up."),
    ("not-at-x", [
        lambda func, x, d: area(func, np.arange(len(x)), d),
        lambda func, x, d: area(func, np.arange(len(x)) * d, d),
        lambda func, x, d: area(func, x[0] + np.arange(len(x)) * d, d),
        lambda func, x, d: area(func, x * d, 1),
        lambda func, x, d: func(np.cumsum(x)) * d,
        lambda func, x, d: func(np.cumsum(x) * d),
    ], "It looks as if you call func at other points than those passed in, which need not be δ apart. Print yours."),
    ("absolute", [
        lambda func, x, d: np.cumsum(np.abs(func(x))) * d,
        lambda func, x, d: np.cumsum(np.abs(func(x))),
    ], "All your bars count as positive. How should a bar below the axis count?"),
    ("never-negative", [
        lambda func, x, d: np.abs(area(func, x, d)),
        lambda func, x, d: np.cumsum(np.maximum(func(x), 0)) * d,
    ], "Your areas are never negative. What should a bar below the axis do to the sum?"),
    ("sums-x", lambda func, x, d: np.cumsum(x) * d, "You add up the x values. What gives the height of a bar?"),
]  # fmt: skip


@item(4, hint="Each bar is func(xᵢ) high and δ wide; the answer at xᵢ adds up all bars so far, its own too.")
@mistakes(SLIPS_OF_SUMS)
@mistake(
    "too-many",
    lambda func, x, d: np.append(0, area(func, x, d)),
    "Your answer has more values than x has points. A 0 in front, other points, values of an earlier call?",
    when=lambda answer, func, x, d: np.ndim(answer) == 1 and len(answer) > len(x),
)
@mistake(
    "too-few",
    lambda func, x, d: area(func, x, d)[1:],
    "Your answer has fewer values than x has points. Where does your loop begin and end, and where is the return?",
    when=lambda answer, func, x, d: np.ndim(answer) == 1 and len(answer) < len(x),
)
@mistake(
    "beside",
    [lambda func, x, d, s=s: area(func, x + s * d, d) for s in (0.5, 1, -0.5, -1)],
    "You take the heights beside the grid points, in the middle or at the other end of a bar. Where does the task take them?",
    when=lambda answer, func, x, d: beside(answer, func, x, d),
)
@mistake(
    "other-width",
    [lambda func, x, d: area(func, x, 0.1), lambda func, x, d: area(func, x, x[1] - x[0])],
    "Your bars look wider or narrower than the δ that is passed in, which need not be the step of x. By what do you multiply?",
    when=lambda answer, func, x, d: other_width(answer, func, x, d),
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


@item(2, hint="Two plt.plot(x, ..., label=...) calls and plt.legend(): the running area, the antiderivative.")
@mistake(
    "f-drawn",
    [lambda x, d: drawing((x, f(x)), (x, F(x))), lambda x, d: drawing((x, f(x)), (x, area(f, x, d)))],
    "f itself is drawn, and a curve that is asked for is missing. The two curves are made from f: which are they?",
    when=lambda figure, x, d: "f" in shown(figure, x, d),
)
@mistake(
    "no-antiderivative",
    [
        lambda x, d: drawing((x, area(f, x, d))),
        lambda x, d: drawing((x, area(f, x, d)), (x, 6 * B * x - 2 * A)),
    ],
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


def same(answer, wanted):
    """Say whether numbers are those wanted, in the same shape."""
    if np.shape(answer) != np.shape(wanted):
        return False
    return np.max(np.abs(answer - wanted)) <= 1e-6 * max(1e-3, np.max(np.abs(wanted)))


def centred(values):
    """Return values less their mean: each by itself, or a huge constant would swamp what differs."""
    return values - np.mean(values)


def parallel(answer, wanted):
    """Say whether arrays are those wanted, but for one and the same constant; of numbers that says nothing."""
    return np.size(wanted) > 1 and same(centred(answer), centred(wanted))


def factor(answer, wanted):
    """Return the number by which the wanted values are multiplied in an answer, NaN if by none."""
    number = np.vdot(answer, wanted) / np.vdot(wanted, wanted)
    return number if same(answer, number * wanted) else np.nan


def area(func, x, d):
    """Return the running area: the cumulative sum of bars of width d."""
    return np.cumsum(func(x)) * d


def trapezoids(func, x, widths):
    """Return the areas under the chords from point to point, from 0."""
    return np.append(0, np.cumsum((func(x)[1:] + func(x)[:-1]) / 2 * widths))


def exact(func, x, start):
    """Return the areas under the curve itself, by Gauss's rule."""
    at, weights = np.polynomial.legendre.leggauss(30)
    return func(start + np.outer(x - start, at + 1) / 2) @ weights * (x - start) / 2


def beside(answer, func, x, d):
    """Say whether the heights are those at one distance from the grid, by where func was called first."""
    step = func.calls[0][0][0] - x[0]
    return abs(step) > 1e-9 and same(answer, area(func, x + step, d))


def other_width(answer, func, x, d):
    """Say whether all bars are of one width that no slip accounts for."""
    width = factor(answer, area(func, x, 1))
    return width > 0 and not np.isclose(width, [1, 1 / d], rtol=1e-4).any() and abs(width / d - 1) >= 1e-2


def shown(figure, x, d):
    """Return which of the running area, an antiderivative and f itself are in a figure that lacks one of them."""
    known = {"area": area(f, x, d), "F": F(x), "f": f(x)}
    found = {name for name, y in known.items() if not curves(x, {name: y}, shifted=("F",)).objection(figure)}
    return set() if {"area", "F"} <= found else found
