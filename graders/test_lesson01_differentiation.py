"""Lesson 1 · Differentiation, f(x) = x³ − 2x² + 1."""

import numpy as np
import sympy as sp

from graders.engine import (
    close,
    curves,
    drawing,
    formula,
    item,
    lesson,
    mistake,
    mistakes,
    same_expression,
    slope,
)

REF = lesson(__file__)
A, C = REF.A, REF.C  # f(x) = x³ − A x² + C
X = sp.Symbol("x")
# four digits, so that an answer rounded to a few shows
GRID = np.array([[-1.7532, -0.5217, 0.3041], [1.2173, 2.6079, 3.4561]])
FUNCTIONS = [formula("exp(x)"), formula("sin(2*x)"), formula("x**3 - x"), formula("4.0")]
DELTA = 0.37
STEPS = (0.1, 0.05, 0.01, 0.005, 1e-3, 1e-4, 1e-5, 1e-6)  # that learners write into their functions

SLIPS_OF_F = [
    ("derivative", REF.f_prime, "That is the derivative of f. Here f itself is asked for."),
    ("integrated", lambda x: x**4 / 4 - A * x**3 / 3 + C * x, "It looks like you integrated f. Here f itself is asked for."),
    ("constant-lost", lambda x: x**3 - A * x**2, "The curve is right but for its height: look at the last term of f."),
    ("constant-sign", lambda x: x**3 - A * x**2 - C, "The last term has the wrong sign. Do brackets put it behind a minus?"),
    ("sign", lambda x: x**3 + A * x**2 + C, "One term has the wrong sign: look at the middle one."),
    ("square-lost", lambda x: x**3 - A * x + C, "Look at the power of x in the middle term."),
    ("factor-lost", lambda x: x**3 - x**2 + C, "Look at the middle term: something stands before x²."),
    ("factor-squared", lambda x: x**3 - (A * x) ** 2 + C, "It looks as if the factor of the middle term is squared as well. What does the power belong to?"),
    ("factors-swapped", lambda x: x**3 - C * x**2 + A, "It looks as if A and C have changed places."),
    ("powers-swapped", lambda x: x**2 - A * x**3 + C, "The powers of the first two terms look swapped."),
    ("power-skipped", lambda x: x**2 - A * x + C, "Each power is one too low. If you list coefficients, a power that f does not have needs a 0."),
    ("times-for-power", [lambda x: x * 3 - A * x * 2 + C, lambda x: x * 3 - A * x**2 + C], "It looks as if x is multiplied by its power: * multiplies, ** raises to a power."),
    ("absolute-x", lambda x: REF.f(abs(x)), "It is right for x above 0 only. Work out x = −1.5 by hand: which terms are below 0?"),
]  # fmt: skip

# of functions that take numbers and arrays
SLIPS_WITH_NUMBERS = [
    ("whole-x", [lambda right, x: right(np.trunc(x)), lambda right, x: right(np.floor(x))], "Your answers belong to x cut off to whole numbers: look for int(...) or an array of ints."),
    ("never-negative", [lambda right, x: abs(right(x)), lambda right, x: np.maximum(right(x), 0)], "Your answers are never below 0, and some should be. Is there an abs(...) or a maximum in it?"),
]  # fmt: skip


@item(
    2,
    hint="Work out f at x = 2 by hand, term by term, and compare. Do without math and if: x may be an array.",
)
@mistakes(SLIPS_OF_F)
@mistakes(SLIPS_WITH_NUMBERS, REF.f)
def test_f(student, reference, draw):
    """f(x) is x³ − 2x² + 1, for numbers and for arrays"""
    for x in [2.5361, -1.3472, GRID, *draw.numbers(2, -3, 3), draw.array(5, -3, 3)]:
        assert student.f(x) == close(reference.f(x))


# of derivative() and f_prime(x)
SLIPS_OF_RULES = [
    ("power-kept", [lambda x: 3 * x**3 - 2 * A * x**2], "You multiplied by the power but did not lower it. What is the derivative of x²?"),
    ("factor-lost", [lambda x: x**2 - A * x, lambda x: 2 * x**2 - A * x, lambda x: x**2 / 3 - A * x / 2],
        "The powers came down by one, but each old power should appear as a factor."),
    ("first-factor-lost", [lambda x: x**2 - 2 * A * x], "The second term is right; in the first, the factor from its power is missing."),
    ("second-factor-lost", [lambda x: 3 * x**2 - A * x], "The first term is right; in the second, the factor from its power is missing."),
    ("second-x-lost", [lambda x: 3 * x**2 - 2 * A, lambda x: 3 * x**2 - A], "The first term is right. The second looks like a constant: by how much does a power come down?"),
    ("first-term",
        [lambda x: 3 * x**3 - 2 * A * x, lambda x: x**3 - 2 * A * x, lambda x: 2 * x**2 - 2 * A * x,
            lambda x: (3 * x) ** 2 - 2 * A * x, lambda x: 3 * x - 2 * A * x, lambda x: -2 * A * x],
        "It looks as if only the first term is wrong. What is the derivative of x³?"),
    ("second-term",
        [lambda x: 3 * x**2 - 2 * A * x**2, lambda x: 3 * x**2 - 3 * A * x, lambda x: 3 * x**2 - 4 * A * x,
            lambda x: 3 * x**2 + A * x, lambda x: 3 * x**2],
        "It looks as if only the second term is wrong. What is the derivative of x²?"),
    ("constant-kept", [lambda x: 3 * x**2 - 2 * A * x + C], "It looks as if the constant of f is still there. How fast does a constant change?"),
    ("constant-kept-and-more",
        [lambda x: 3 * x**2 - A * x + C, lambda x: 3 * x**2 + 2 * A * x + C, lambda x: x**2 - 2 * A * x + C, lambda x: x**2 - A * x + C],
        "It looks as if the constant of f is still there, beside another slip. How fast does a constant change?"),
    ("constant-times-x", [lambda x: 3 * x**2 - 2 * A * x + C * x], "It looks as if the constant became a term with x, as in integration. How fast does a constant change?"),
    ("sign", [lambda x: 3 * x**2 + 2 * A * x], "The sign of the second term changed: does f add that term, or take it away?"),
    ("absolute-x", [lambda x: 3 * x**2 - 2 * A * abs(x), lambda x: 3 * x * abs(x) - 2 * A * x], "It is right for x above 0 only: look at the signs below 0."),
    ("integrated", [lambda x: x**4 / 4 - A * x**3 / 3 + C * x, lambda x: x**4 / 4 - A * x**3 / 3],
        "It looks like you integrated: your powers went up. Differentiate your answer, and compare with f."),
    ("second-derivative", [lambda x: 6 * x - 2 * A], "It looks like you differentiated twice: once is asked for."),
    ("f-itself", [lambda x: x**3 - A * x**2 + C], "That is f itself. How steep is it at x?"),
]  # fmt: skip

RATES_OF_F = [
    *(lambda x, h=h: forward(REF.f, x, h) for h in STEPS),
    *(lambda x, h=h: backward(REF.f, x, h) for h in STEPS),
    *(lambda x, h=h: central(REF.f, x, h) for h in STEPS[:5]),  # smaller ones are as good as the rules
]
RATE = "It looks like a rate of change over a step, which only comes near the derivative. Use the rules."


@item(3, hint="Go term by term: each power comes down as a factor, and is lowered by one.")
@mistakes(SLIPS_OF_RULES, X)
@mistake("fixed-step", [lambda way=way: sp.expand(way(X)) for way in RATES_OF_F], RATE)
@mistake(
    "one-number",
    lambda: sp.Integer(7),
    "That is a number. How steep f is depends on x: is there an x left in what you return?",
    when=lambda answer: type(answer) in (int, float),
)
def test_derivative(student, reference):
    """derivative() is f′ as an expression in x"""
    assert student.derivative() == same_expression(reference.derivative())


@item(3, hint="Put the numbers into the derivative you found by the rules; check it at one x by hand.")
@mistakes(SLIPS_OF_RULES)
@mistakes(SLIPS_WITH_NUMBERS, REF.f_prime)
@mistake("rate", RATES_OF_F, RATE)
@mistake(
    "step-too-small",
    [lambda x, h=h: forward(REF.f, x, h) for h in (1e-12, 1e-13, 1e-14, 1e-15)],
    "It looks like a rate of change over a step so small that rounding spoils it. Use the rules.",
)
def test_f_prime(student, reference, draw):
    """f_prime(x) is the same derivative as numbers, elementwise"""
    for x in [2.5361, 1.3472, GRID, *draw.numbers(2, -3, 3), draw.array(5, -3, 3)]:
        assert student.f_prime(x) == close(reference.f_prime(x), differences=slope(reference.f, x))


# Known by the points at which func is called, whatever is made of its values
WRONG_POINTS = [
    ("central", [lambda func, x, d: central(func, x, d), lambda func, x, d: 2 * central(func, x, d)],
        "You compare func(x + δ) with func(x − δ): a central difference. The task asks for the forward one.",
        lambda *given: called("central", *given)),
    ("backward", [lambda func, x, d: backward(func, x, d), lambda func, x, d: func(x) - func(x - d)],
        "You compare func(x) with func(x − δ), which looks back. The task asks for the step forward.",
        lambda *given: called("backward", *given)),
    ("half-steps", lambda func, x, d: central(func, x, d / 2),
        "You go half a step to each side. The task asks for a whole step forward from x.",
        lambda *given: called("half-steps", *given)),
    ("own-step", lambda func, x, d: forward(func, x, 1e-3),
        "Your step is not the δ that is passed in. Use that as it is.",
        lambda *given: called("own-step", *given)),
    ("elsewhere", lambda func, x, d: (4 * func(x + d) - func(x + 2 * d) - 3 * func(x)) / (2 * d),
        "func is called at other points than the start and the end of the step. Print the points to see them.",
        lambda *given: called("elsewhere", *given)),
    ("at-delta", [lambda func, x, d: (func(x) - func(d)) / (x - d), lambda func, x, d: func(d) / d],
        "func is called at δ itself. δ is how far you go from x, not where you arrive.",
        lambda *given: called("at-delta", *given)),
    ("one-point", lambda func, x, d: func(x + d),
        "func is called at one point only. A change is between two.",
        lambda answer, *given: called("one-point", answer, *given) and not np.allclose(answer, 1)),
    ("func-ignored", lambda func, x, d: forward(REF.f, x, d),
        "Your answer does not call func, so it is the same for every func: use the one that is passed in.",
        lambda *given: called("never", *given)),
]  # fmt: skip

WRONG_RATES = [
    ("not-divided", lambda func, x, d: func(x + d) - func(x), "That is how much func changes. A rate is that change for each unit of the step."),
    ("precedence", lambda func, x, d: func(x + d) - func(x) / d, "It looks as if only func(x) is divided by δ: put the difference in brackets."),
    ("brackets-below",
        [lambda func, x, d: (func(x + d) - func(x)) / x + d - x, lambda func, x, d: func(x + d) - func(x) / (x + d) - x],
        "It looks as if brackets are missing: / takes in only what stands right beside it."),
    ("divided-by-x", lambda func, x, d: (func(x + d) - func(x)) / x, "It looks as if the change of func is divided by x. How far does x move in the step?"),
    ("divided-by-end", lambda func, x, d: (func(x + d) - func(x)) / (x + d), "It looks as if the change of func is divided by x + δ. How far does x move in the step?"),
    ("other-divisor", [lambda func, x, d: (func(x + d) - func(x)) * d, lambda func, x, d: 100 * forward(func, x, d)],
        "The difference is the right one, but what follows is not just a division by δ. Look at * and /, and their order.",
        lambda *given: other_divisor(*given)),
    ("relative-change", lambda func, x, d: (func(x + d) - func(x)) / func(x), "It looks as if you compare the change with func(x). The task compares it with the step."),
    ("absolute", lambda func, x, d: abs(forward(func, x, d)), "Your rate is never negative. What should it be where func falls?"),
    ("sum", [lambda func, x, d: (func(x + d) + func(x)) / d, lambda func, x, d: (func(x + d) + func(x)) / 2, lambda func, x, d: func(x + d) + func(x)],
        "The two values of func are added. What tells how much it has changed?"),
    ("sign", lambda func, x, d: -forward(func, x, d), "The difference is taken the wrong way round: what comes later minus what comes first."),
    ("scaled-step", [lambda func, x, d: (func(x * d) - func(x)) / d, lambda func, x, d: (func(x * (1 + d)) - func(x)) / (x * d)],
        "It looks as if x is multiplied to find the end of the step. What moves x by δ?"),
    ("delta-added-outside", lambda func, x, d: (func(x) + d - func(x)) / d, "Your result is 1 for every function: it looks as if δ is added to func(x). What should move by δ?"),
]  # fmt: skip


@item(4, hint="How much does func change from x to x + delta? Then think of the step. Mind the brackets.")
@mistakes(WRONG_RATES)
@mistakes(WRONG_POINTS)
def test_rate_of_change(student, reference, draw):
    """rate_of_change(func, x, delta) is (func(x+δ) − func(x)) / δ"""
    for func in FUNCTIONS:
        for x, delta in [
            (1.7, DELTA),
            (-1.3, DELTA),
            (GRID, DELTA),
            (draw.number(-2, 2), draw.number(0.12, 0.9, 4)),  # four digits: no step that a learner writes
        ]:
            assert student.rate_of_change(func, x, delta) == close(reference.rate_of_change(func, x, delta))


WRONG_CURVES = [
    ("one-curve",
        [lambda x, d: drawing((x, REF.f_prime(x))), lambda x, d: drawing((x, rate(x, d)))],
        "This figure has one of the two curves only. If the other is on a figure of its own, draw them on one."),
    ("same-twice",
        [lambda x, d: drawing((x, REF.f_prime(x)), (x, REF.f_prime(x))), lambda x, d: drawing((x, rate(x, d)), (x, rate(x, d)))],
        "Both curves look the same. With a step that isn't tiny they part: is δ used in one of them?"),
    ("f-itself",
        [
            lambda x, d: drawing((x, REF.f(x)), (x, rate(x, d))),
            lambda x, d: drawing((x, REF.f(x)), (x, REF.f_prime(x))),
            lambda x, d: drawing((x, REF.f(x))),
        ],
        "One curve is f itself. The task asks for its derivative, drawn both ways."),
    ("rule-slip",
        [lambda x, d, wrong=wrong: drawing((x, wrong(x)), (x, rate(x, d)))
            for name, ways, _ in SLIPS_OF_RULES if name != "f-itself" for wrong in ways],
        "The rate of change is right, the curve by the rules is not: see where they part, and look at f_prime."),
    ("rate-of-derivative", lambda x, d: drawing((x, REF.f_prime(x)), (x, forward(REF.f_prime, x, d))), "One curve looks like the rate of change of f′. Of which function is the rate asked for?"),
    ("not-forward",
        [
            lambda x, d: drawing((x, REF.f_prime(x)), (x, central(REF.f, x, d))),
            lambda x, d: drawing((x, REF.f_prime(x)), (x, central(REF.f, x, d / 2))),
            lambda x, d: drawing((x, REF.f_prime(x)), (x, backward(REF.f, x, d))),
        ],
        "One curve is a central or a backward difference. The task asks for the forward one, as in rate_of_change."),
    ("not-divided", lambda x, d: drawing((x, REF.f_prime(x)), (x, d * rate(x, d))), "One curve shows how much f changes. A rate is that change for each unit of the step."),
    ("own-step",
        [lambda x, d, h=h: drawing((x, REF.f_prime(x)), (x, rate(x, h))) for h in STEPS[:-1]],
        "One curve is a rate of change, but over another step than the δ that is passed in."),
    ("step-of-the-grid",
        [
            lambda x, d: drawing((x, REF.f_prime(x)), (x, rate(x, x[1] - x[0]))),
            lambda x, d: drawing((x, REF.f_prime(x)), (x[:-1], np.diff(REF.f(x)) / np.diff(x))),
            lambda x, d: drawing((x, REF.f_prime(x)), (x[:-1], np.diff(REF.f(x)) / d)),
            lambda x, d: drawing((x, REF.f_prime(x)), (x, np.gradient(REF.f(x), x))),
            lambda x, d: drawing((x, REF.f_prime(x)), (x, np.gradient(REF.f(x), d))),
        ],
        "One curve compares f at neighbouring x. The step that is asked for goes from x to x + δ."),
    ("moved", lambda x, d: drawing((x, REF.f_prime(x)), (x + d, rate(x, d))), "The rate of change is drawn at x + δ. It belongs above x, where the step begins."),
    ("without-x", lambda x, d: drawing((np.arange(len(x)), REF.f_prime(x)), (np.arange(len(x)), rate(x, d))), "The curves are right, but drawn over 0, 1, 2, …: give the x values to the plot as well."),
    ("axes-swapped", lambda x, d: drawing((REF.f_prime(x), x), (rate(x, d), x)), "The axes look swapped: x goes across, the derivative goes up."),
    ("one-against-the-other",
        [lambda x, d: drawing((REF.f_prime(x), rate(x, d))), lambda x, d: drawing((rate(x, d), REF.f_prime(x)))],
        "One curve's values are drawn against the other's. Draw each of them over x."),
]  # fmt: skip


@item(2, hint="Work out f_prime and rate_of_change at one x, and compare them with your curves there.")
@mistakes(WRONG_CURVES)
def test_plot_derivative(student, reference, draw):
    """plot_derivative(x, delta) draws f′ both ways, with a legend"""
    # neither the step nor the points are those that a learner writes
    x, delta = np.linspace(draw.number(-2.8, -2.2), draw.number(3.2, 3.8), 41), draw.number(0.12, 0.6, 4)
    wanted = {
        "the derivative by the rules": reference.f_prime(x),
        "the rate of change": reference.rate_of_change(reference.f, x, delta),
    }
    assert student.plot_derivative(x, delta) == curves(x, wanted, legend=True)


def forward(func, x, d):
    """Return the rate of change between x and x + d."""
    return (func(x + d) - func(x)) / d


def backward(func, x, d):
    """Return the rate of change between x − d and x."""
    return (func(x) - func(x - d)) / d


def central(func, x, d):
    """Return the rate of change between x − d and x + d."""
    return (func(x + d) - func(x - d)) / (2 * d)


def rate(x, d):
    """Return the rate of change of f."""
    return forward(REF.f, x, d)


def called(place, answer, func, x, d):
    """Say whether func was called at that place, and numbers came of it."""
    return np.isfinite(answer).all() and place == place_called(func, x, d)


def place_called(func, x, d):
    """Name where func was called, or say that its calls do not tell."""
    if not func.calls:
        return "never"
    if any(np.allclose(points, d) for (points,) in func.calls):
        return "at-delta"
    if {points.size for (points,) in func.calls} not in ({1}, {np.size(x)}):
        return "unseen"
    at = offsets(func, x)
    if np.ptp(at) <= 1e-12:
        return "one-point"
    step = np.max(np.abs(at))  # NaN where it differs from element to element
    sides = tuple(np.unique(np.round(at / step, 3)))
    if sides not in [(0, 1), (-1, 0), (-1, 1)]:
        return "elsewhere"
    if np.isclose(step, d):
        return {(0, 1): "forward", (-1, 0): "backward", (-1, 1): "central"}[sides]
    return "half-steps" if sides == (-1, 1) and np.isclose(step, d / 2) else "own-step"


def offsets(func, x):
    """Return how far from x each call was; from the nearest element where func got one at a time."""
    if np.size(x) == np.size(func.calls[0]):
        return func.offsets(x)[:, 0]
    distances = np.array(func.calls)[:, 0] - np.ravel(x)
    return np.array([each[np.argmin(np.abs(each))] for each in distances])


def other_divisor(answer, func, x, d):
    """Say whether the answer is the right difference divided by another number, the same for all x."""
    divisor = (func(x + d) - func(x)) / answer
    usual = np.mean(divisor)
    alike = np.shape(answer) == np.shape(x) and np.allclose(divisor, usual)
    return alike and not np.isclose(usual, (d, -d, 1), rtol=1e-3).any()  # these have names of their own
