"""Lesson 6 · Optimization, f(x) = log x."""

import functools
import re

import numpy as np
import sympy as sp

from graders.engine import (
    close,
    curves,
    drawing,
    item,
    mistake,
    mistakes,
    one_of,
    same_expression,
    same_points,
    slope,
)

X = sp.Symbol("x")
GRID = np.array([[0.35, 0.8, 1.7], [2.6, 5.5, 40.0]])
STEPS = (0.05, 0.01, 0.001)  # that learners write into their functions
TEST = "Compare it with (log 2.01 − log 2) / 0.01, which is nearly the slope at x = 2."
BASE = "here log is the natural one, to base e."

# of derivative() and f_prime(x); m is the module that a formula is meant for
SLIPS = [
    ("integrated", lambda m, x: x * m.log(x) - x, "It looks like you integrated: differentiate your answer, and log x comes back."),
    ("integrated-in-part", lambda m, x: x * m.log(x), "It looks like you began to integrate. Asked is how steep log x is, not the area below it."),
    ("base-ten", lambda m, x: 1 / (x * m.log(10)), f"It looks like a logarithm to base 10: {BASE}"),
    ("base-two", lambda m, x: 1 / (x * m.log(2)), f"It looks like a logarithm to base 2: {BASE}"),
    ("sign", lambda m, x: -1 / x, "By your answer log x would fall. Draw it: which way does it go?"),
    ("second-derivative", lambda m, x: -1 / x**2, "It looks like you differentiated twice: that is how the slope changes. Asked is the slope."),
    ("square", lambda m, x: 1 / x**2, f"Your slope shrinks too fast as x grows. {TEST}"),
    ("log-itself", lambda m, x: m.log(x), "That is log x itself. How steep is it at x?"),
    ("reciprocal-log", lambda m, x: 1 / m.log(x), f"That is one over the function, and a derivative is something else. {TEST}"),
    ("exponential", lambda m, x: m.exp(x), "That belongs to eˣ, which is its own derivative. log x is its inverse, and gets less and less steep."),
    ("square-root", lambda m, x: 1 / (2 * m.sqrt(x)), "That is the derivative of √x, as in the example. Here it is that of log x."),
    (
        "difference-quotient",
        [
            *(lambda m, x, h=h: (m.log(x + h) - m.log(x)) / h for h in (0.5, 0.1, *STEPS)),
            *(lambda m, x, h=h: (m.log(x) - m.log(x - h)) / h for h in STEPS),
            *(lambda m, x, h=h: (m.log(x + h) - m.log(x - h)) / (2 * h) for h in STEPS[:2]),
        ],
        "It looks like a difference quotient with a step of its own. By the rules of differentiation you get it exactly.",
    ),
]  # fmt: skip


@item(2, hint="Start from e^(log x) = x: differentiate both sides, the left one by the chain rule.")
@mistakes(SLIPS, sp, X)
@mistake(
    "number",
    lambda: sp.Rational(1, 2),
    "Your answer is the same for every x. Is log x equally steep everywhere?",
    when=lambda answer: isinstance(answer, int | float),
)
def test_derivative(student, reference):
    """derivative() is f′ as an expression in x"""
    assert student.derivative() == same_expression(reference.derivative(), positive=True)


@item(2, hint="Put the numbers into the derivative that you found.")
@mistakes(SLIPS, np)
def test_f_prime(student, reference, draw):
    """f_prime(x) is the same derivative as numbers, for x > 0"""
    for x in [2.5, 0.4, GRID, *draw.numbers(2, 0.1, 9), draw.array(5, 0.1, 9)]:
        assert student.f_prime(x) == close(reference.f_prime(x), differences=slope(np.log, x, step=0.05))


# Each keeps only some of the right points.
KEPT = [
    ("flat-inflections-dropped", lambda e: [x for x in right(e) if bend(e, x) != 0], "A stationary point need not be a maximum or a minimum: keep all x with f′(x) = 0."),
    ("only-maxima", lambda e: [x for x in right(e) if bend(e, x) < 0], "You keep maxima only. Every x with f′(x) = 0 counts."),
    ("only-minima", lambda e: [x for x in right(e) if bend(e, x) > 0], "You keep minima only. Every x with f′(x) = 0 counts."),
    ("only-positive", lambda e: [x for x in right(e) if x > 0], "Only positive x are left. Which x are allowed depends on f."),
    ("negative-dropped", lambda e: [x for x in right(e) if x >= 0], "Points below 0 are missing. Which x are allowed depends on f."),
    ("zero-dropped", lambda e: [x for x in right(e) if x != 0], "The point 0 gets lost, and it counts like any other. Note that an if takes the number 0 for False."),
    ("zero-height-dropped", lambda e: [x for x in right(e) if height(e, x) != 0], "You lose points at which f itself is 0. Note that an if takes the number 0 for False."),
    ("only-whole", lambda e: [x for x in right(e) if x == int(x)], "You find whole numbers only. Solve f′(x) = 0, don't try numbers."),
]  # fmt: skip

WRONG_POINTS = [
    ("always-empty", lambda e: [], 'Your list is always empty. Is your symbol that of the expression, sp.Symbol("x")? One made with positive=True or real=True is another.'),
    (
        "heights",
        [lambda e: [height(e, x) for x in right(e)], lambda e: sorted((height(e, x) for x in right(e)), key=float)],
        "It looks like you return heights, f(x). Asked are the places x.",
    ),
    (
        "pairs",
        lambda e: [(x, height(e, x)) for x in right(e)],
        "You return points of the curve, with x and f(x). Asked are the x alone.",
        lambda answer, e: np.shape(answer)[1] == 2 and same(answer[:, 0], right(e)),
    ),
    (
        "derivative",
        lambda e: sp.diff(e, X),
        "That is f′ itself. Asked are the x at which it is 0.",
        lambda answer, e: same_expression(sp.diff(e, X), positive=True).objection(answer) is None,
    ),
    (
        "zeros-of-f",
        lambda e: [float(x) for x in real(sp.solve(e, X))],
        "These look like the zeros of f. Where f is 0 it may still be steep: differentiate first.",
        lambda answer, e: are_zeros(answer, e),
    ),
    (
        "inflections",
        [lambda e: real(flat(e)), lambda e: real(x for x in flat(e) if x.is_real)],  # of radicals SymPy can't always say
        "These look like the zeros of the second derivative. Asked are those of the first.",
    ),
    (
        "outside-the-domain",
        lambda e: all_real(e),
        "One of your points lies where f has no real value. Put each x into f, and see what comes out.",
        lambda answer, e: same(answer, all_real(e)) and not same(answer, right(e)),
    ),
    (
        "log-means-positive",
        lambda e: positive_by_log(e),
        "It looks like you ask x > 0 of every f with a logarithm. What matters is the value inside log: put each x into f, and see whether the result is real.",
        lambda answer, e: same(answer, positive_by_log(e)) and not same(answer, right(e)),
    ),
    (
        "complex-kept",
        lambda e: sorted((complex(x) for x in stationary(e) if not x.is_real or x in right(e)), key=lambda z: z.real),
        "Only real x count: some of yours are complex.",
        lambda answer, e: any(isinstance(x, complex) for x in answer),
    ),
    (
        "real-parts",
        [lambda e: real_parts(e), lambda e: sorted(set(real_parts(e)), key=float)],
        "It looks like you keep the real part of complex solutions. Leave such solutions out altogether.",
    ),
    (
        "poles",
        lambda e: sorted({*right(e), *poles(e)}, key=float),
        "At some of your points f′ is not defined, since it divides by 0 there. Keep those where f′ is 0.",
        lambda answer, e: has_more(answer, e) and within(answer, all_real(e) + poles(e)),
    ),
    (
        "infinity",
        [lambda e: right(e) or [sp.oo], lambda e: right(e) or [np.nan]],
        "Infinity and nan are no real numbers. Which list says that there is no point at all?",
        lambda answer, e: not right(e) and re.search("not_finite|inf|nan", str(answer)),
    ),
    (
        "none",
        lambda e: right(e) or None,
        "Does every way through the function end with return, also where there is no point? list.sort() and print(...) return None.",
        lambda answer, e: answer is None,
    ),
    (
        "whole-numbers",
        [lambda e: [int(x) for x in right(e)], lambda e: sorted({int(x) for x in right(e)})],
        "Your points are cut off to whole numbers: look for int(...) or //.",
    ),
    (
        "nearly",
        lambda e: [round(float(x), 2) for x in right(e)],
        "Nearly: your points look rounded, or searched for with too coarse a step. Give them with all digits.",
        lambda answer, e: same(answer, right(e), off=0.006) and not same(answer, right(e)),
    ),
    ("twice", lambda e: [x for x in right(e) for _ in range(2 if bend(e, x) == 0 else 1)], "Each x is listed once, even where f′ has a double root."),
    (
        "only-one",
        [lambda e: right(e)[:1], lambda e: right(e)[-1:]],
        "For some functions you return one x where there are more. Is there a return inside a loop?",
        lambda answer, e: len(answer) == 1 and lacks_some(answer, e),
    ),
    (
        "missing",
        [lambda e: right(e)[1:], lambda e: [x for x in right(e) if x.is_rational]],
        "All your x are right, but for some functions there are more. Which kind of x gets lost on the way?",
        lambda answer, e: lacks_some(answer, e) and not lacks_as_known(answer, e),
    ),
    (
        "extra",
        [lambda e: right(e) or [0], lambda e: sorted({*right(e), 10}, key=float)],
        "No x is missing, but some of yours do not belong there: put each into f′, and see whether it is 0.",
        lambda answer, e: has_more(answer, e) and not has_more_as_known(answer, e),
    ),
]  # fmt: skip


@item(5, hint="Put one of your x into f′: is it 0? And is any x missing?")
@mistakes(KEPT)
@mistakes(WRONG_POINTS)
def test_stationary_points(student, reference, draw):
    """stationary_points(expression) lists all real x with f′(x) = 0"""
    a, b = map(int, draw.rng.integers(3, 8, size=2))
    for expression in [
        sp.log(X),
        sp.exp(X) + b * X,  # a complex one only
        X**3 - 2 * X**2 + 1,
        X**4 / 4 + 3 * X**2 - b,  # two are complex, though f is real there
        sp.log(X) + X / a,  # −a is outside
        sp.log(X + a + b) - X / b,  # −a is below 0, but inside
        sp.sqrt(X) * (X + 3 * a) - b,  # −a is outside again
        sp.log(X) ** 3 - 3 * sp.log(X),  # SymPy finds the larger one first
        X**4 / 4 - X**3 / 3 - sp.Rational(4, 3),  # an inflection at 0
        X**3 / 3 + 4 * X**2 + 12 * X,  # in another order as text; and f is 0 at one
        X**2 / 2 - b * sp.log(X),
        X * sp.exp(-X / a),
        sp.sqrt(X) - X / a,
        # of every kind, so that what keeps only some shows by which
        sp.integrate((X + 3) * (X + 1) * X**2 * (2 * X - 1) * (X - b), X),
    ]:
        assert student.stationary_points(expression) == same_points(reference.stationary_points(expression))


@item(
    3, hint="At a maximum or a minimum of a smooth function f′ = 0. What does stationary_points say of log x?"
)
@mistake(
    "maximum", lambda: "maximum", "Where would f′ change from plus to minus? Look at its sign for all x > 0."
)
@mistake(
    "minimum",
    lambda: "minimum",
    "Where would f′ change from minus to plus? Where a plot begins is not yet the lowest point: go nearer to 0.",
)
@mistake(
    "both",
    lambda: "both",
    "Where would f′ change its sign twice? The ends of a plot are not the ends of the function.",
)
@mistake(
    "inflection",
    lambda: "inflection",
    "An inflection is no extremum. The question is whether f′ changes its sign.",
    when=lambda word: any(each in word.lower() for each in ("inflection", "saddle")),
)
def test_extremum(student, reference):
    """extremum() says what that tells of log x"""
    assert student.extremum() == one_of(reference.extremum(), "maximum", "minimum", "both")


WRONG_CURVES = [
    ("base-ten", lambda x: drawing((x, np.log10(x))), f"That is the logarithm to base 10: {BASE}"),
    ("base-two", lambda x: drawing((x, np.log2(x))), f"That is the logarithm to base 2: {BASE}"),
    ("derivative", lambda x: drawing((x, 1 / x)), "The curve is the slope of log x. Asked is log x itself."),
    ("exponential", lambda x: drawing((x, np.exp(x))), "The curve is eˣ, the inverse of log x. Which function undoes it?"),
    ("swapped", lambda x: drawing((np.log(x), x)), "The axes are swapped: what goes along the x axis comes first."),
    ("scale-only", lambda x: drawing((x, x)), "The curve is x itself. A logarithmic scale bends the axis only: draw the logarithms themselves."),
    ("upside-down", lambda x: drawing((x, -np.log(x))), "The curve is upside down: for which x is log x above 0?"),
    ("absolute", lambda x: drawing((x, abs(np.log(x)))), "Your curve is nowhere below 0. Which sign has log 0.5?"),
    ("positions", lambda x: drawing((np.arange(len(x)), np.log(x))), "The values are right, but drawn over their positions 0, 1, 2 …: give plot the x as well."),
    (
        "no-curve",
        lambda x: drawing(),
        "The figure that you return has no curve. Draw one with plot, on its axes.",
        lambda figure, x: curves(x, {"log x": np.log(x)}).objection(figure).code == "empty",
    ),
]  # fmt: skip


@item(2, hint="Draw NumPy's natural logarithm over the x that is given, and name what each axis shows.")
@mistakes(WRONG_CURVES)
def test_plot_log(student, reference, draw):
    """plot_log(x) draws log x over x, with labelled axes"""
    x = np.geomspace(draw.number(0.1, 0.5), 6, 60)  # uneven, unlike a grid of the student's own
    assert student.plot_log(x) == curves(x, {"log x": np.log(x)}, labels=True)


@functools.cache
def stationary(expression):
    """Return all complex x where the derivative vanishes, in the domain or not, as SymPy finds them."""
    return sp.solve(sp.diff(expression, X), X)


@functools.cache
def flat(expression):
    """Return all complex x where the second derivative vanishes."""
    return sp.solve(sp.diff(expression, X, 2), X)


@functools.cache
def right(expression):
    """Return the stationary points."""
    return [x for x in all_real(expression) if height(expression, x).is_real]


@functools.cache
def poles(expression):
    """Return the real x where the denominator of the derivative is zero."""
    return real(sp.solve(sp.denom(sp.together(sp.diff(expression, X))), X))


def all_real(expression):
    """Return the real x where the derivative vanishes, in the domain or not, ascending."""
    return real(stationary(expression))


def positive_by_log(expression):
    """Return those that are above 0, wherever there is a logarithm, and all of them elsewhere."""
    return [x for x in all_real(expression) if x > 0 or not expression.has(sp.log)]


def real(points):
    """Return the real ones of some points, ascending; roots of a quartic are so but for rounding."""
    found = {x: complex(x) for x in points}
    return sorted(
        (x if x.is_real else sp.Float(z.real) for x, z in found.items() if abs(z.imag) < 1e-9), key=float
    )


def real_parts(expression):
    """Return the real parts of all complex x where the derivative vanishes, ascending."""
    return sorted((sp.re(x) for x in stationary(expression)), key=float)


def height(expression, x):
    """Return the value at a point."""
    return expression.subs(X, x)


def bend(expression, x):
    """Return the second derivative at a point."""
    return sp.diff(expression, X, 2).subs(X, x)


def same(answer, points, off=1e-6):
    """Say whether an answer lists these points, in any order."""
    found, wanted = np.sort(np.asarray(answer, float)), np.sort(np.asarray(points, float))
    return found.shape == wanted.shape and np.allclose(found, wanted, rtol=0, atol=off)


def within(answer, points):
    """Say whether all numbers of an answer are among these points."""
    found, wanted = (np.asarray_chkfinite(each, float)[:, None] for each in (answer, points))
    return bool((abs(found - wanted.T) < 1e-6).any(axis=1).all())


def has_more(answer, expression):
    """Say whether an answer has all right points, and some where the derivative does not vanish."""
    return within(right(expression), answer) and not within(answer, all_real(expression))


def has_more_as_known(answer, expression):
    """Say whether these are real parts, or poles. A pole at 0 alone doesn't tell: 0 is added for other reasons, too."""
    known = all_real(expression) + poles(expression)
    return same(answer, real_parts(expression)) or (any(poles(expression)) and within(answer, known))


def lacks_some(answer, expression):
    """Say whether an answer has only right points, but not all of them."""
    return within(answer, right(expression)) and not within(right(expression), answer)


def lacks_as_known(answer, expression):
    """Say whether a mistake with a name lists these points, of a function that has points of every kind."""
    if len(right(expression)) < 5:
        return False
    return len(answer) < 2 or any(same(answer, way(expression)) for _, way, _ in KEPT)


def are_zeros(answer, expression):
    """Say whether what is real in an answer are zeros of the expression itself."""
    found = [float(x) for x in answer if isinstance(x, int | float)]
    some = found or "LambertW" in str(answer)  # not read as a number; zeros of log x + x/a are such
    return bool(some) and all(abs(complex(expression.subs(X, x))) < 1e-6 for x in found)
