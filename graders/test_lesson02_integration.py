"""Lesson 2 · Integration, f(x) = 3x² − 4x."""

import numpy as np
import sympy as sp

from graders.engine import close, curves, formula, item, lesson, mistake, same_expression

A, B = lesson(__file__).A, lesson(__file__).B  # f(x) = 3B x² − 2A x
X = sp.Symbol("x")
GRID = np.array([-1.75, -0.5, 0.3, 1.2, 2.6, 3.45])
FUNCTIONS = [formula("cos(x) - 0.3"), formula("x**2 - 3*x"), formula("exp(-x)"), formula("-2.0")]
DELTA = 0.37


@item(2, hint="Write the formula with x as it comes in: it then works for a number and for an array.")
@mistake(
    "derivative", lambda x: 6 * B * x - 2 * A, "That is the derivative of f. Here f itself is asked for."
)
@mistake(
    "antiderivative",
    lambda x: B * x**3 - A * x**2,
    "That is an antiderivative of f. Here f itself is asked for.",
)
def test_f(student, reference, draw):
    """f(x) is 3x² − 4x, for numbers and for arrays"""
    for x in [2.5, -1.3, GRID, GRID.reshape(2, 3), *draw.numbers(2, -3, 3), draw.array(5, -3, 3)]:
        assert student.f(x) == close(reference.f(x))


@item(
    3,
    hint="Raise each power by one, then divide by the new power. Differentiate your answer: do you get f back?",
)
@mistake(
    "differentiated",
    lambda: 6 * B * X - 2 * A,
    "It looks like you differentiated. Differentiate your answer and compare it with f.",
)
@mistake(
    "not-divided",
    lambda: 3 * B * X**3 - 2 * A * X**2,
    "The powers went up by one, but the terms were not divided by the new powers.",
)
@mistake(
    "divided-by-old-power",
    lambda: sp.Rational(3, 2) * B * X**3 - 2 * A * X**2,
    "Divide by the new power, not by the old one.",
)
@mistake(
    "second-term",
    lambda: B * X**3 - 2 * A * X**2,
    "The first term is right; the second was not divided by its new power.",
)
@mistake(
    "constant-times-x",
    lambda: B * X**3 - A * X**2 + sp.Symbol("C") * X,
    "A constant may be added; C·x changes with x. What is its derivative?",
)
@mistake(
    "constant-factor",
    lambda: sp.Symbol("C") * (B * X**3 - A * X**2),
    "The constant is added, not multiplied. What is the derivative of C·F?",
)
@mistake(
    "f-itself",
    lambda: 3 * B * X**2 - 2 * A * X,
    "That is f itself, unchanged. Which function has f as its derivative?",
)
@mistake(
    "twice", lambda: B * X**4 / 4 - A * X**3 / 3, "It looks like you integrated twice: once is asked for."
)
@mistake(
    "sign",
    lambda: B * X**3 + A * X**2,
    "The sign of the second term changed: the subtraction carries through.",
)
def test_antiderivative(student, reference):
    """antiderivative() is an expression in x whose derivative is f"""
    assert student.antiderivative() == same_expression(reference.antiderivative(), up_to_constant=True)


@item(3, hint="Put the numbers into the antiderivative you found: every x gives one value.")
@mistake(
    "differentiated",
    lambda x: 6 * B * x - 2 * A,
    "It looks like you differentiated: these are the slopes of f.",
)
@mistake(
    "not-divided",
    lambda x: 3 * B * x**3 - 2 * A * x**2,
    "The powers went up by one, but the terms were not divided by the new powers.",
)
@mistake(
    "divided-by-old-power",
    lambda x: 1.5 * B * x**3 - 2 * A * x**2,
    "Divide by the new power, not by the old one.",
)
@mistake(
    "second-term",
    lambda x: B * x**3 - 2 * A * x**2,
    "The first term is right; the second was not divided by its new power.",
)
@mistake(
    "f-itself",
    lambda x: 3 * B * x**2 - 2 * A * x,
    "These are the values of f. Which function has f as its derivative?",
)
@mistake(
    "twice", lambda x: B * x**4 / 4 - A * x**3 / 3, "It looks like you integrated twice: once is asked for."
)
@mistake(
    "sign",
    lambda x: B * x**3 + A * x**2,
    "The sign of the second term changed: the subtraction carries through.",
)
def test_antiderivative_values(student, reference, draw):
    """antiderivative_values(x) is an antiderivative as numbers, elementwise"""
    for x in [GRID, GRID.reshape(2, 3), draw.array(6, -3, 3)]:
        assert student.antiderivative_values(x) == close(
            reference.antiderivative_values(x), up_to_constant=True
        )
    x = draw.number(-2, 2)
    pair = student.antiderivative_values(np.array([x - 1, x]))
    assert pair == close(reference.antiderivative_values(np.array([x - 1, x])), up_to_constant=True)
    assert student.antiderivative_values(x) == close(np.ravel(pair.value)[1])  # the same constant


@item(4, hint="Each bar is func(xᵢ) high and δ wide; the answer at xᵢ adds up all bars so far, its own too.")
@mistake(
    "delta-missing",
    lambda func, x, d: np.cumsum(func(x)),
    "You add up the heights. Each bar has a width, too: multiply by δ.",
)
@mistake(
    "total",
    lambda func, x, d: np.sum(func(x)) * d,
    "You return the whole sum. The running sum has one value for every grid point.",
)
@mistake(
    "not-summed",
    lambda func, x, d: func(x) * d,
    "These are the single bars. Add up all bars so far at every grid point.",
)
@mistake(
    "one-bar-late",
    lambda func, x, d: np.cumsum(func(x)) * d - func(x) * d,
    "Your sum is one bar late: it starts at 0. The first bar counts at the first point.",
)
@mistake(
    "trapezoid",
    lambda func, x, d: np.concatenate([[0.0], np.cumsum((func(x)[1:] + func(x)[:-1]) / 2) * d]),
    "You average neighbours (trapezoids). The task sums func(xᵢ)·δ, the first one included.",
)
@mistake(
    "trapezoid-over-x",
    lambda func, x, d: np.concatenate([[0.0], np.cumsum((func(x)[1:] + func(x)[:-1]) / 2 * np.diff(x))]),
    "You average neighbours (trapezoids) over the grid. The task sums func(xᵢ)·δ, the first one included.",
)
@mistake(
    "midpoint",
    lambda func, x, d: np.cumsum(func(x + d / 2)) * d,
    "You take the height in the middle of each bar. The task takes it at xᵢ itself.",
)
@mistake(
    "absolute",
    lambda func, x, d: np.cumsum(np.abs(func(x))) * d,
    "All your bars count as positive. Below the axis the area counts negative.",
)
@mistake(
    "func-ignored",
    lambda func, x, d: np.cumsum(3 * B * x**2 - 2 * A * x) * d,
    "Your answer is the same for every func: use the function that is passed in.",
)
@mistake(
    "sums-x", lambda func, x, d: np.cumsum(x) * d, "You add up the x values. The height of a bar is func(xᵢ)."
)
@mistake(
    "delta-from-grid",
    lambda func, x, d: np.cumsum(func(x)) * (x[1] - x[0]),
    "Your bars are as wide as the grid's spacing: use the δ that is passed in.",
)
@mistake(
    "divided",
    lambda func, x, d: np.cumsum(func(x)) / d,
    "You divide by the width. The area of a bar is height times width.",
)
def test_running_area(student, reference, draw):
    """running_area(func, x, delta) is the running sum of func(xᵢ)·δ"""
    for func in FUNCTIONS:
        delta = draw.number(0.1, 0.9)
        for x, width in [(np.linspace(-1.2, 2.7, 14), DELTA), (np.arange(-2, 2, delta), delta)]:
            assert student.running_area(func, x, width) == close(reference.running_area(func, x, width))


@item(
    2,
    hint="Two plt.plot(x, ..., label=...) calls and plt.legend(): the running area, and the antiderivative.",
)
def test_plot_integral(student, reference, draw):
    """plot_integral(x, delta) draws area and antiderivative, with a legend"""
    delta = draw.number(0.05, 0.2)
    x = np.arange(-1.5, 2.5, delta)
    wanted = {
        "the running area": reference.running_area(reference.f, x, delta),
        "the antiderivative": reference.antiderivative_values(x),
    }
    assert student.plot_integral(x, delta) == curves(x, wanted, shifted=("the antiderivative",), legend=True)
