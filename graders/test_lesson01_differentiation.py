"""Lesson 1 · Differentiation, f(x) = x³ − 2x² + 1."""

from functools import partial

import numpy as np
import sympy as sp

from graders.engine import close, curves, formula, item, lesson, mistake, same_expression, slope

REF = lesson(__file__)
A, C = REF.A, REF.C  # f(x) = x³ − A x² + C
X = sp.Symbol("x")
# four digits, so that an answer rounded to a few shows
GRID = np.array([[-1.7532, -0.5217, 0.3041], [1.2173, 2.6079, 3.4561]])
FUNCTIONS = [formula("exp(x)"), formula("sin(2*x)"), formula("x**3 - x"), formula("4.0")]
DELTA = 0.37
STEPS = (0.1, 0.05, 0.01, 0.005, 1e-3, 1e-4, 1e-5)  # that learners write into their functions

SLIPS_OF_F = [
    ("derivative", REF.f_prime, "That is the derivative of f. Here f itself is asked for."),
    ("integrated", lambda x: x**4 / 4 - A * x**3 / 3 + C * x, "It looks like you integrated f. Here f itself is asked for."),
    ("constant-lost", lambda x: x**3 - A * x**2, "The curve is right but for its height: look at the last term of f."),
    ("sign", lambda x: x**3 + A * x**2 + C, "One term has the wrong sign: look at the middle one."),
    ("square-lost", lambda x: x**3 - A * x + C, "Look at the power of x in the middle term."),
    ("factor-lost", lambda x: x**3 - x**2 + C, "Look at the middle term: something stands before x²."),
    ("factor-squared", lambda x: x**3 - (A * x) ** 2 + C, "It looks as if the factor of the middle term is squared as well. What does the power belong to?"),
    ("powers-swapped", lambda x: x**2 - A * x**3 + C, "The powers of the first two terms look swapped."),
    ("power-skipped", lambda x: x**2 - A * x + C, "Each power is one too low. If you list coefficients, a power that f does not have needs a 0."),
    ("times-for-power", lambda x: x * 3 - A * x * 2 + C, "It looks as if x is multiplied by its powers: * multiplies, ** raises to a power."),
]  # fmt: skip

# of derivative() and f_prime(x)
RULE_SLIPS = [
    ("power-kept", lambda x: 3 * x**3 - 2 * A * x**2, "You multiplied by the power but did not lower it. What is the derivative of x²?"),
    ("factor-lost", lambda x: x**2 - A * x, "The powers came down by one, but each old power should appear as a factor."),
    ("first-factor-lost", lambda x: x**2 - 2 * A * x, "The second term is right; in the first, the factor from its power is missing."),
    ("second-factor-lost", lambda x: 3 * x**2 - A * x, "The first term is right; in the second, the factor from its power is missing."),
    ("second-x-lost", lambda x: 3 * x**2 - 2 * A, "The first term is right. The second looks like a constant: by how much does a power come down?"),
    ("constant-kept", lambda x: 3 * x**2 - 2 * A * x + C, "It looks as if the constant of f is still there. How fast does a constant change?"),
    ("constant-times-x", lambda x: 3 * x**2 - 2 * A * x + C * x, "The constant became a term with x: that is what integration does to it."),
    ("sign", lambda x: 3 * x**2 + 2 * A * x, "The sign of the second term changed: does f add that term, or take it away?"),
    ("integrated", lambda x: x**4 / 4 - A * x**3 / 3 + C * x, "It looks like you integrated. Differentiate your answer, and compare with f."),
    ("integrated-without-constant", lambda x: x**4 / 4 - A * x**3 / 3, "It looks like you integrated: your powers went up. Which way do they go in a derivative?"),
    ("second-derivative", lambda x: 6 * x - 2 * A, "It looks like you differentiated twice: once is asked for."),
    ("f-itself", lambda x: x**3 - A * x**2 + C, "That is f itself. How steep is it at x?"),
]  # fmt: skip


def known(slips, *given):
    """Give an item the mistakes of a table, as functions of what is given, or else of its own arguments."""

    def decorate(test):
        for name, wrong, advice in reversed(slips):
            mistake(name, partial(wrong, *given), advice)(test)
        return test

    return decorate


def forward(func, x, d):
    """Return the forward difference over d, as a rate."""
    return (func(x + d) - func(x)) / d


def central(func, x, d):
    """Return the rate between x − d and x + d."""
    return (func(x + d) - func(x - d)) / (2 * d)


def backward(func, x, d):
    """Return the rate between x − d and x."""
    return (func(x) - func(x - d)) / d


@item(
    2,
    hint="Work out f at x = 2 by hand, term by term, and compare. Do without math and if: x may be an array.",
)
@known(SLIPS_OF_F)
def test_f(student, reference, draw):
    """f(x) is x³ − 2x² + 1, for numbers and for arrays"""
    for x in [2.5361, -1.3472, GRID, *draw.numbers(2, -3, 3), draw.array(5, -3, 3)]:
        assert student.f(x) == close(reference.f(x))


@item(3, hint="Go term by term: each power comes down as a factor, and is lowered by one.")
@known(RULE_SLIPS, X)
@mistake(
    "one-number",
    lambda: sp.Integer(7),
    "That is a number. How steep f is depends on x: is there an x left in what you return?",
    when=lambda answer: type(answer) in (int, float),
)
@mistake(
    "opposite-sign",
    lambda: -REF.derivative(),
    "Every term has the opposite sign. Is f rising or falling where x is large?",
)
@mistake("doubled", lambda: 2 * REF.derivative(), "Your expression is twice as steep as f, at every x.")
@mistake(
    "fixed-step",
    lambda: sp.expand(forward(REF.f, X, sp.Rational(1, 1000))),
    "That is a rate of change over a small step, close to the derivative only. Use the rules, or take the limit.",
)
def test_derivative(student, reference):
    """derivative() is f′ as an expression in x"""
    assert student.derivative() == same_expression(reference.derivative())


@item(3, hint="Put the numbers into the derivative you found by the rules; check it at one x by hand.")
@known(RULE_SLIPS)
@mistake(
    "one-number",
    lambda x: np.full(np.shape(x), REF.f_prime(2.0)),
    "Your answer is the same at every x of an array. Is f as steep everywhere?",
    when=lambda answer, x: np.shape(answer) == np.shape(x) and np.ptp(answer) == 0,
)
@mistake(
    "rate",
    lambda x: forward(REF.f, x, 0.1),
    "It looks like a rate of change over a small step, which only comes near the derivative. Use the rules.",
    when=lambda answer, x: any(
        np.allclose(answer, way(REF.f, x, h), rtol=1e-8, atol=1e-8)
        for way in (forward, backward, central)
        for h in STEPS
    ),
)
def test_f_prime(student, reference, draw):
    """f_prime(x) is the same derivative as numbers, elementwise"""
    for x in [2.5361, 1.3472, GRID, *draw.numbers(2, -3, 3), draw.array(5, -3, 3)]:
        assert student.f_prime(x) == close(reference.f_prime(x), differences=slope(reference.f, x))


def asked(func, x, d):
    """Name the points at which func was asked; None where it got one element of x at a time."""
    if not func.calls:
        return "never"
    sizes = {call[0].size for call in func.calls}
    if np.size(x) > 1 and sizes == {1}:
        return None
    if any(call[0].size == 1 and np.isclose(call[0][0], d) for call in func.calls):
        return "at-delta"
    at = func.offsets(x)[:, 0]
    h = np.max(np.abs(at))  # NaN where the distances differ from element to element
    if np.ptp(at) <= 1e-12:
        return "one-point"
    if np.isnan(h) or not np.isin(np.round(at / h, 3), (-1, 0, 1)).all():
        return "elsewhere"
    sides = {int(side) for side in np.round(at / h)}
    if sides == {-1, 0, 1}:
        return "elsewhere"
    if np.isclose(h, d):
        return {(0, 1): "forward", (-1, 0): "backward", (-1, 1): "central"}[tuple(sorted(sides))]
    return "half-steps" if sides == {-1, 1} and np.isclose(h, d / 2) else "own-step"


def when_asked(place, answers=lambda answer, func, x, d: True):
    """Know a mistake by where func was asked, and by what came of it."""
    return lambda answer, func, x, d: (
        np.shape(answer) == np.shape(x)
        and isinstance(answer, int | float | np.ndarray)
        and asked(func, x, d) in ({"never"} if place == "never" else {place, None})
        and answers(answer, func, x, d)
    )


def other_divisor(answer, func, x, d):
    """Say whether the answer is the right difference divided by some other number, the same for all x."""
    divisor = (func(x + d) - func(x)) / answer
    usual = np.mean(divisor)
    return np.allclose(divisor, usual) and not np.isclose(usual, (d, -d, 1), rtol=1e-3).any()


RATE_SLIPS = [
    ("central", central, "You compare func(x + δ) with func(x − δ): a central difference. The task asks for the forward one."),
    ("central-not-halved", lambda func, x, d: 2 * central(func, x, d), "You go δ to each side, so your points lie twice δ apart. The task asks for a step forward from x only."),
    ("backward", backward, "You compare func(x) with func(x − δ), which looks back. The task asks for the step forward."),
    ("half-steps", lambda func, x, d: central(func, x, d / 2), "You go half a step to each side. The task asks for a whole step forward from x."),
    ("not-divided", lambda func, x, d: func(x + d) - func(x), "That is how much func changes. A rate is that change for each unit of the step."),
    ("precedence", lambda func, x, d: func(x + d) - func(x) / d, "It looks as if only func(x) is divided by δ: put the difference in brackets."),
    ("relative-change", lambda func, x, d: (func(x + d) - func(x)) / func(x), "It looks as if you compare the change with func(x). The task compares it with the step."),
    ("absolute", lambda func, x, d: np.abs(func(x + d) - func(x)) / d, "Your rate is never negative. What should it be where func falls?"),
    ("sum", lambda func, x, d: (func(x + d) + func(x)) / d, "The two values of func are added. What tells how much it has changed?"),
    ("sign", lambda func, x, d: -forward(func, x, d), "The difference is taken the wrong way round: what comes later minus what comes first."),
    ("delta-added-outside", lambda func, x, d: (func(x) + d - func(x)) / d, "Your result is 1 for every function: it looks as if δ is added to func(x). What should move by δ?"),
]  # fmt: skip


@item(4, hint="How much does func change from x to x + delta? Then think of the step. Mind the brackets.")
@known(RATE_SLIPS)
@mistake(
    "other-divisor",
    lambda func, x, d: (func(x + d) - func(x)) * d,
    "The difference is the right one, but it is not divided by δ as it is passed in. Look at * and /, and their order.",
    when=when_asked("forward", other_divisor),
)
@mistake(
    "divided-by-x",
    lambda func, x, d: (func(x + d) - func(x)) / x,
    "It looks as if the change of func is divided by x. How far does x move in the step?",
    when=lambda answer, func, x, d: any(np.allclose(answer * at, func(x + d) - func(x)) for at in (x, x + d)),
)
@mistake(
    "one-point",
    lambda func, x, d: func(x + d),
    "func is called at one point only. A change is between two.",
    when=when_asked("one-point", lambda answer, func, x, d: not np.allclose(answer, 1)),
)
@mistake(
    "at-delta",
    lambda func, x, d: (func(x) - func(d)) / (x - d),
    "func is called at δ itself. δ is how far you go from x, not where you arrive.",
    when=when_asked("at-delta"),
)
@mistake(
    "own-step",
    lambda func, x, d: forward(func, x, 1e-3),
    "Your step is not the δ that is passed in. Use that as it is, even if the result is then less exact.",
    when=when_asked("own-step"),
)
@mistake(
    "elsewhere",
    lambda func, x, d: (4 * func(x + d) - func(x + 2 * d) - 3 * func(x)) / (2 * d),
    "func is called at other points than the start and the end of the step. Print the points to see them.",
    when=when_asked("elsewhere"),
)
@mistake(
    "func-ignored",
    lambda func, x, d: forward(REF.f, x, d),
    "Your answer does not call func, so it is the same for every func: use the one that is passed in.",
    when=when_asked("never"),
)
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


def rate(x, d):
    """Return the rate of change of f."""
    return forward(REF.f, x, d)


# Each with the ways to tell it: points, and the curves that are drawn over them
PLOT_SLIPS = [
    ("one-curve", "Only one of the two curves is there. Draw the other beside it.",
        lambda x, d: [(x, REF.f_prime(x))],
        lambda x, d: [(x, rate(x, d))]),
    ("same-twice", "Both curves look the same. With a step that isn't tiny they part: is δ used in one of them?",
        lambda x, d: [(x, REF.f_prime(x), REF.f_prime(x))],
        lambda x, d: [(x, rate(x, d), rate(x, d))]),
    ("f-itself", "One curve is f itself. The task asks for its derivative, drawn both ways.",
        lambda x, d: [(x, REF.f(x), rate(x, d))],
        lambda x, d: [(x, REF.f(x), REF.f_prime(x))]),
    ("rule-slip", "The rate of change is right, the curve by the rules is not: see where they part, and look at f_prime.",
        *(lambda x, d, wrong=wrong: [(x, wrong(x), rate(x, d))] for name, wrong, _ in RULE_SLIPS if name != "f-itself")),
    ("rate-of-derivative", "One curve looks like the rate of change of f′. Of which function is the rate asked for?",
        lambda x, d: [(x, REF.f_prime(x), forward(REF.f_prime, x, d))]),
    ("not-forward", "One curve is a central or a backward difference. The task asks for the forward one, as in rate_of_change.",
        lambda x, d: [(x, REF.f_prime(x), central(REF.f, x, d))],
        lambda x, d: [(x, REF.f_prime(x), central(REF.f, x, d / 2))],
        lambda x, d: [(x, REF.f_prime(x), backward(REF.f, x, d))]),
    ("not-divided", "One curve shows how much f changes. A rate is that change for each unit of the step.",
        lambda x, d: [(x, REF.f_prime(x), d * rate(x, d))]),
    ("own-step", "One curve is a rate of change, but over another step than the δ that is passed in.",
        *(lambda x, d, h=h: [(x, REF.f_prime(x), rate(x, h))] for h in STEPS)),
    ("step-of-the-grid", "One curve takes the distance of neighbouring x as its step. Use the δ that is passed in.",
        lambda x, d: [(x, REF.f_prime(x), rate(x, x[1] - x[0]))],
        lambda x, d: [(x, REF.f_prime(x)), (x[:-1], rate(x[:-1], x[1] - x[0]))],
        lambda x, d: [(x, REF.f_prime(x), np.gradient(REF.f(x), x))]),
    ("moved", "The rate of change is drawn at x + δ. It belongs above x, where the step begins.",
        lambda x, d: [(x, REF.f_prime(x)), (x + d, rate(x, d))]),
    ("without-x", "The curves are right, but drawn over 0, 1, 2, …: give the x values to the plot as well.",
        lambda x, d: [(np.arange(len(x)), REF.f_prime(x), rate(x, d))]),
    ("axes-swapped", "The axes look swapped: x goes across, the derivative goes up.",
        lambda x, d: [(REF.f_prime(x), x), (rate(x, d), x)]),
    ("one-against-the-other", "One curve's values are drawn against the other's. Draw each of them over x.",
        lambda x, d: [(REF.f_prime(x), rate(x, d))],
        lambda x, d: [(rate(x, d), REF.f_prime(x))]),
]  # fmt: skip


def drawn(x, d, way):
    """Draw what a way shows."""
    import matplotlib.pyplot as plt

    figure, axes = plt.subplots()
    for at, *values in way(x, d):
        axes.plot(at, np.transpose(values), label=[f"{at[0]} {number}" for number in range(len(values))])
    axes.legend()
    return figure


def shows(figure, x, d, ways):
    """Say whether a figure shows all the curves of one of some ways, and more than one if it holds more."""
    count = sum(len(panel.curves) for panel in figure.panels)
    for way in (each(x, d) for each in ways):
        wanted = [(at, {str(number): y for number, y in enumerate(values)}) for at, *values in way]
        if (count == 1 or sum(len(each) for _, each in wanted) > 1) and all(
            curves(at, each).objection(figure) is None for at, each in wanted
        ):
            return True
    return False


def misdrawn(test):
    """Give a plot its mistakes, known by what the figure shows."""
    for name, advice, *ways in reversed(PLOT_SLIPS):
        mistake(name, partial(drawn, way=ways[0]), advice, when=partial(shows, ways=ways))(test)
    return test


@item(
    2,
    hint="Two plt.plot(x, ..., label=...) calls and plt.legend(): one curve by the rule, one by rate_of_change.",
)
@misdrawn
def test_plot_derivative(student, reference, draw):
    """plot_derivative(x, delta) draws f′ both ways, with a legend"""
    # neither the step nor the points are those that a learner writes
    x, delta = np.linspace(draw.number(-2.8, -2.2), draw.number(3.2, 3.8), 41), draw.number(0.12, 0.6, 4)
    wanted = {
        "the derivative by the rules": reference.f_prime(x),
        "the rate of change": reference.rate_of_change(reference.f, x, delta),
    }
    assert student.plot_derivative(x, delta) == curves(x, wanted, legend=True)
