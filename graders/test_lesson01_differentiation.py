"""Lesson 1 · Differentiation, f(x) = x³ − 2x² + 1."""

import numpy as np
import sympy as sp

from graders.engine import close, curves, formula, item, lesson, mistake, same_expression, slope

A, C = lesson(__file__).A, lesson(__file__).C  # f(x) = x³ − A x² + C
X = sp.Symbol("x")
GRID = np.array([[-1.75, -0.5, 0.3], [1.2, 2.6, 3.45]])
FUNCTIONS = [formula("exp(x)"), formula("sin(2*x)"), formula("x**3 - x"), formula("4.0")]
DELTA = 0.37


@item(
    2, hint="Write the formula with x as it comes in: x**3 - 2*x**2 + 1 works for a number and for an array."
)
@mistake(
    "derivative", lambda x: 3 * x**2 - 2 * A * x, "That is the derivative of f. Here f itself is asked for."
)
@mistake(
    "constant-lost",
    lambda x: x**3 - A * x**2,
    "The curve is right but for its height: look at the last term of f.",
)
def test_f(student, reference, draw):
    """f(x) is x³ − 2x² + 1, for numbers and for arrays"""
    for x in [2.5, -1.3, GRID, *draw.numbers(2, -3, 3), draw.array(5, -3, 3)]:
        assert student.f(x) == close(reference.f(x))


@item(3, hint="Go term by term: each power comes down as a factor, and is lowered by one.")
@mistake(
    "power-kept",
    lambda: 3 * X**3 - 2 * A * X**2,
    "You multiplied by the power but did not lower it. What is the derivative of x²?",
)
@mistake(
    "factor-lost",
    lambda: X**2 - A * X,
    "The powers came down by one, but the old power should appear as a factor.",
)
@mistake(
    "constant-kept",
    lambda: 3 * X**2 - 2 * A * X + C,
    "The constant is still there. How fast does a constant change?",
)
@mistake(
    "constant-times-x",
    lambda: 3 * X**2 - 2 * A * X + C * X,
    "The constant became a term with x: that is what integration does to it.",
)
@mistake(
    "integrated",
    lambda: X**4 / 4 - A * X**3 / 3 + C * X,
    "It looks like you integrated. Differentiate your answer: you get f back.",
)
@mistake(
    "second-factor-lost",
    lambda: 3 * X**2 - A * X,
    "The first term is right; in the second, the factor from its power is missing.",
)
@mistake(
    "sign",
    lambda: 3 * X**2 + 2 * A * X,
    "The sign of the second term changed: the subtraction carries through.",
)
@mistake("f-itself", lambda: X**3 - A * X**2 + C, "That is f itself. How steep is it at x?")
@mistake(
    "second-derivative", lambda: 6 * X - 2 * A, "It looks like you differentiated twice: once is asked for."
)
def test_derivative(student, reference):
    """derivative() is f′ as an expression in x"""
    assert student.derivative() == same_expression(reference.derivative())


@item(3, hint="Put the numbers into the derivative you found by the rules; check it at one x by hand.")
@mistake("f-itself", lambda x: x**3 - A * x**2 + C, "These are the values of f. How steep is f there?")
@mistake(
    "power-kept",
    lambda x: 3 * x**3 - 2 * A * x**2,
    "You multiplied by the power but did not lower it. What is the derivative of x²?",
)
@mistake(
    "factor-lost",
    lambda x: x**2 - A * x,
    "The powers came down by one, but the old power should appear as a factor.",
)
@mistake(
    "constant-kept",
    lambda x: 3 * x**2 - 2 * A * x + C,
    "The constant is still there. How fast does a constant change?",
)
@mistake(
    "second-factor-lost",
    lambda x: 3 * x**2 - A * x,
    "The first term is right; in the second, the factor from its power is missing.",
)
@mistake(
    "sign",
    lambda x: 3 * x**2 + 2 * A * x,
    "The sign of the second term changed: the subtraction carries through.",
)
@mistake(
    "second-derivative", lambda x: 6 * x - 2 * A, "It looks like you differentiated twice: once is asked for."
)
@mistake(
    "integrated",
    lambda x: x**4 / 4 - A * x**3 / 3 + C * x,
    "It looks like you integrated: the slope of your answer is f.",
)
def test_f_prime(student, reference, draw):
    """f_prime(x) is the same derivative as numbers, elementwise"""
    for x in [2.5, 1.3, GRID, *draw.numbers(2, -3, 3), draw.array(5, -3, 3)]:
        assert student.f_prime(x) == close(reference.f_prime(x), differences=slope(reference.f, x))


@item(4, hint="Write down (func(x + delta) - func(x)) / delta and mind the brackets.")
@mistake(
    "central",
    lambda func, x, d: (func(x + d) - func(x - d)) / (2 * d),
    "You compare func(x + δ) with func(x − δ): a central difference. The task asks for the forward one.",
)
@mistake(
    "backward",
    lambda func, x, d: (func(x) - func(x - d)) / d,
    "You compare func(x) with func(x − δ), which looks back. The task asks for the step forward.",
)
@mistake(
    "half-steps",
    lambda func, x, d: (func(x + d / 2) - func(x - d / 2)) / d,
    "You go half a step to each side. The task asks for a whole step forward from x.",
)
@mistake(
    "not-divided",
    lambda func, x, d: func(x + d) - func(x),
    "That is how much func changes; a rate is that change divided by the step.",
)
@mistake(
    "precedence",
    lambda func, x, d: func(x + d) - func(x) / d,
    "Only func(x) is divided by δ: put the difference in brackets.",
)
@mistake(
    "delta-added-outside",
    lambda func, x, d: (func(x) + d - func(x)) / d,
    "You add δ to func(x); it belongs inside, to x. Your result is 1 for every function.",
)
@mistake(
    "delta-ignored",
    lambda func, x, d: (func(x + 0.1) - func(x)) / 0.1,
    "Your answer does not depend on the δ that is passed in: use the argument.",
)
@mistake(
    "tiny-delta",
    lambda func, x, d: (func(x + 1e-6) - func(x)) / 1e-6,
    "That is the slope for a tiny step. Use the δ that is passed in, even if the result is then less exact.",
    when=lambda answer, func, x, d: np.allclose(answer, slope(func, x).value, rtol=5e-3, atol=5e-3),
)
@mistake(
    "func-ignored",
    lambda func, x, d: ((x + d) ** 3 - A * (x + d) ** 2 - x**3 + A * x**2) / d,
    "Your answer is the same for every func: use the function that is passed in.",
)
@mistake(
    "sign",
    lambda func, x, d: (func(x) - func(x + d)) / d,
    "The difference is taken the wrong way round: what comes later minus what comes first.",
)
def test_rate_of_change(student, reference, draw):
    """rate_of_change(func, x, delta) is (func(x+δ) − func(x)) / δ"""
    for func in FUNCTIONS:
        for x, delta in [
            (1.7, DELTA),
            (-1.3, DELTA),
            (GRID, DELTA),
            (draw.number(-2, 2), draw.number(0.1, 0.9)),
        ]:
            assert student.rate_of_change(func, x, delta) == close(reference.rate_of_change(func, x, delta))


@item(
    2,
    hint="Two plt.plot(x, ..., label=...) calls and plt.legend(): one curve by the rule, one by rate_of_change.",
)
def test_plot_derivative(student, reference, draw):
    """plot_derivative(x, delta) draws f′ both ways, with a legend"""
    x, delta = np.linspace(-2.5, 3.5, 41), draw.number(0.1, 0.6)
    wanted = {
        "the derivative by the rules": reference.f_prime(x),
        "the rate of change": reference.rate_of_change(reference.f, x, delta),
    }
    assert student.plot_derivative(x, delta) == curves(x, wanted, legend=True)
