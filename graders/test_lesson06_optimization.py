"""Lesson 6 · Optimization, f(x) = log x."""

import functools
import math

import numpy as np
import sympy as sp

from graders.engine import close, curves, item, mistake, one_of, same_expression, same_points, slope

X = sp.Symbol("x")
GRID = np.array([[0.35, 0.8, 1.7], [2.6, 5.5, 40.0]])
COMPARE = "Compare it with (log 2.01 − log 2) / 0.01, which is nearly the slope at x = 2."

# Mistakes of both derivative() and f_prime(x). Each formula is given x, and the library it is meant for.
SLIPS = [
    (
        "integrated",
        lambda x, m: x * m.log(x) - x,
        "It looks like you integrated: differentiate your answer, and log x comes back.",
    ),
    (
        "integrated-in-part",
        lambda x, m: x * m.log(x),
        "It looks like you began to integrate. Asked is how steep log x is, not the area below it.",
    ),
    (
        "base-ten",
        lambda x, m: 1 / (x * m.log(10)),
        "It looks like a logarithm to base 10: here log is the natural one, to base e.",
    ),
    (
        "base-two",
        lambda x, m: 1 / (x * m.log(2)),
        "It looks like a logarithm to base 2: here log is the natural one, to base e.",
    ),
    ("sign", lambda x, m: -1 / x, "By your answer log x would fall. Draw it: which way does it go?"),
    (
        "second-derivative",
        lambda x, m: -1 / x**2,
        "It looks like you differentiated twice: that is how the slope changes. Asked is the slope.",
    ),
    ("square", lambda x, m: 1 / x**2, f"Your slope shrinks too fast as x grows. {COMPARE}"),
    ("log-itself", lambda x, m: m.log(x), "That is log x itself. How steep is it at x?"),
    (
        "reciprocal-log",
        lambda x, m: 1 / m.log(x),
        f"That is one over the function, and a derivative is something else. {COMPARE}",
    ),
    (
        "exponential",
        lambda x, m: m.exp(x),
        "That belongs to eˣ, which is its own derivative. log x is its inverse, and gets less and less steep.",
    ),
]


def slips(made):
    """Add the mistakes of both items, each made from its formula into a function of the item's kind."""

    def decorate(test):
        for name, formula, advice in reversed(SLIPS):
            test = mistake(name, made(formula), advice)(test)
        return test

    return decorate


@item(2, hint="Start from e^(log x) = x: differentiate both sides, the left one by the chain rule.")
@slips(lambda formula: lambda: formula(X, sp))
@mistake(
    "number",
    lambda: sp.Rational(1, 2),
    "That is a number, so the slope at one place. It changes with x: leave x in your answer.",
    when=lambda answer: type(answer) in (int, float),
)
def test_derivative(student, reference):
    """derivative() is f′ as an expression in x"""
    assert student.derivative() == same_expression(reference.derivative(), positive=True)


def quotient(x, step):
    """Return the difference quotient of log."""
    return (np.log(x + step) - np.log(x)) / step


@item(2, hint="Put the numbers into the derivative that you found.")
@slips(lambda formula: lambda x: formula(x, np))
@mistake(
    "difference-quotient",
    lambda x: quotient(x, 0.01),
    "It looks like a difference quotient with a step of its own. By the rules of differentiation you get it exactly.",
    when=lambda answer, x: any(
        np.allclose(answer, quotient(x, sign * step), rtol=1e-8)
        for step in (0.5, 0.1, 0.05, 0.01, 0.001, 1e-4, 1e-5)
        for sign in (1, -1)
    ),
)
@mistake(
    "rounded",
    lambda x: np.round(1 / x, 3),
    "Your numbers look rounded: return them with all their digits.",
    when=lambda answer, x: any(np.allclose(answer, np.round(1 / x, n), rtol=1e-12) for n in range(1, 6)),
)
def test_f_prime(student, reference, draw):
    """f_prime(x) is the same derivative as numbers, for x > 0"""
    for x in [2.5, 0.4, GRID, *draw.numbers(2, 0.1, 9), draw.array(5, 0.1, 9)]:
        assert student.f_prime(x) == close(reference.f_prime(x), differences=slope(np.log, x, step=0.05))


@functools.cache
def stationary(expression):
    """Return all complex x where the derivative vanishes, in the domain or not."""
    return sp.solve(sp.diff(expression, X), X)


def real(points):
    """Return the real ones of some points, ascending."""
    return sorted((point for point in points if sp.N(point).is_real), key=float)


def all_real(expression):
    """Return the real x where the derivative vanishes, in the domain or not."""
    return real(stationary(expression))


@functools.cache
def right(expression):
    """Return the right answer, for mistakes that spoil it afterwards."""
    return [point for point in all_real(expression) if expression.subs(X, point).is_real]


def poles(expression):
    """Return the real x where the denominator of the derivative is zero."""
    return real(sp.solve(sp.denom(sp.together(sp.diff(expression, X))), X))


def bend(expression, point):
    """Return the second derivative at a point."""
    return sp.diff(expression, X, 2).subs(X, point)


def heights(expression):
    """Return the values of an expression at its stationary points."""
    return [expression.subs(X, point) for point in right(expression)]


def same(answer, points, off=1e-6):
    """Say whether an answer lists these points, in any order."""
    found, wanted = np.sort(np.asarray(answer, float)), np.sort(np.asarray(points, float))
    return found.shape == wanted.shape and np.allclose(found, wanted, rtol=0, atol=off)


def instead(points):
    """Return what tells whether an answer lists such points of an expression in place of the right ones."""
    return lambda answer, e: same(answer, points(e)) and not same(answer, right(e))


def positive_by_log(expression):
    """Return the answer of those who ask x > 0 wherever there is a logarithm, and nothing elsewhere."""
    return [x for x in all_real(expression) if x > 0 or not expression.has(sp.log)]


def are_zeros(answer, expression):
    """Say whether what is real in an answer are zeros of the expression itself."""
    found = [float(x) for x in answer if isinstance(x, int | float)]
    some = found or "LambertW" in str(answer)  # not read as a number; zeros of log x + x/a are such
    return bool(some) and all(abs(complex(expression.subs(X, x))) < 1e-6 for x in found)


def has_poles(answer, expression):
    """Say whether an answer is the right one with poles in it; what lies outside the domain may be too."""
    found, wanted, known, undefined = (
        {round(float(point), 6) for point in points}
        for points in (answer, right(expression), all_real(expression), poles(expression))
    )
    return wanted <= found <= known | undefined and bool(found & undefined)


def kept(name, keep, advice):
    """Make a mistake of keeping only some of the right points."""
    return mistake(name, lambda e: [x for x in right(e) if keep(e, x)], advice)


@item(5, hint="Differentiate, solve f′(x) = 0, keep what is real and where f itself is defined, and sort.")
@mistake(
    "always-empty",
    lambda e: [],
    'Your list is always empty. Is your symbol that of the expression, sp.Symbol("x")? One made with '
    "positive=True or real=True is another.",
)
@mistake(
    "heights",
    heights,
    "It looks like you return heights, f(x). Asked are the places x.",
    when=instead(heights),
)
@mistake(
    "pairs",
    lambda e: list(zip(right(e), heights(e), strict=True)),
    "You return points of the curve, with x and f(x). Asked are the x alone.",
    when=lambda answer, e: np.shape(answer)[1] == 2 and same(answer[:, 0], right(e)),
)
@mistake(
    "zeros-of-f",
    lambda e: [float(x) for x in real(sp.solve(e, X))],
    "These look like the zeros of f. Where f is 0 it may still be steep: differentiate first.",
    when=are_zeros,
)
@mistake(
    "inflections",
    lambda e: real(sp.solve(sp.diff(e, X, 2), X)),
    "These look like the zeros of the second derivative. Asked are those of the first.",
)
@mistake(
    "outside-the-domain",
    all_real,
    "One of your points lies where f has no real value. Put each x into f, and see what comes out.",
    when=instead(all_real),
)
@mistake(
    "log-means-positive",
    positive_by_log,
    "It looks like you ask x > 0 of every f with a logarithm. What matters is the value inside log: "
    "put each x into f, and see whether the result is real.",
    when=instead(positive_by_log),
)
@mistake(
    "complex-kept",
    lambda e: [complex(x) for x in stationary(e) if not x.is_real or x in right(e)],
    "Only real x count: some of yours are complex.",
    when=lambda answer, e: any(isinstance(each, complex) for each in answer),
)
@mistake(
    "real-parts",
    lambda e: sorted((sp.re(x) for x in stationary(e)), key=float),
    "It looks like you keep the real part of complex solutions. Leave such solutions out altogether.",
)
@mistake(
    "poles",
    lambda e: sorted({*right(e), *poles(e)}, key=float),
    "At some of your points f′ is not defined, since it divides by 0 there. Keep those where f′ is 0.",
    when=has_poles,
)
@mistake(
    "infinity",
    lambda e: right(e) or [sp.oo],
    "Infinity is no real number. What list says that there is no point at all?",
    when=lambda answer, e: any(each == math.inf or "not_finite" in str(each) for each in answer),
)
@kept(
    "flat-inflections-dropped",
    lambda e, x: bend(e, x) != 0,
    "A stationary point need not be a maximum or a minimum: keep all x with f′(x) = 0.",
)
@kept("only-maxima", lambda e, x: bend(e, x) < 0, "You keep maxima only. Every x with f′(x) = 0 counts.")
@kept("only-minima", lambda e, x: bend(e, x) > 0, "You keep minima only. Every x with f′(x) = 0 counts.")
@mistake(
    "only-one",
    lambda e: right(e)[:1],
    "You return one x at most, and some functions have more. Is there a return inside a loop?",
)
@kept("only-positive", lambda e, x: x > 0, "Only positive x are left. Which x are allowed depends on f.")
@kept(
    "negative-dropped", lambda e, x: x >= 0, "Points below 0 are missing. Which x are allowed depends on f."
)
@kept("zero-dropped", lambda e, x: x != 0, "The point 0 gets lost. Does an if take the number 0 for False?")
@kept(
    "only-whole", lambda e, x: x == int(x), "You find whole numbers only. Solve f′(x) = 0, don't try numbers."
)
@mistake(
    "whole-numbers",
    lambda e: sorted({int(x) for x in right(e)}),
    "Your points are cut off to whole numbers: look for int(...) or //.",
)
@mistake(
    "nearly",
    lambda e: [round(float(x), 2) for x in right(e)],
    "Nearly: your points look rounded, or searched for with too coarse a step. Give them with all digits.",
    when=lambda answer, e: same(answer, right(e), off=0.006) and not same(answer, right(e)),
)
@mistake(
    "twice",
    lambda e: [x for x in right(e) for _ in range(2 if bend(e, x) == 0 else 1)],
    "Each x is listed once, even where f′ has a double root.",
)
def test_stationary_points(student, reference, draw):
    """stationary_points(expression) lists all real x with f′(x) = 0"""
    a, b = map(int, draw.rng.integers(3, 8, size=2))
    for expression in [
        sp.log(X),
        X**3 / 3 + b * X,  # complex ones only
        X**3 - 2 * X**2 + 1,
        sp.log(X) + X / a,  # −a is outside
        sp.sqrt(X) * (X + 3 * a) - b,  # and here again
        sp.log(X + a + b) - X / b,  # −a is below 0, but inside
        X**4 / 4 - X**3 / 3,  # an inflection at 0
        X**2 - 2 * b * X,
        X**2 / 2 - b * sp.log(X),
        X * sp.exp(-X / a),
        sp.exp(X) - b * X,
        sp.sqrt(X) - X / a,
        X**4 - 2 * b**2 * X**2 + a,
        sp.integrate((X + b) * (3 * X + 3 * b + 1), X),  # both below 0, and close
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
    "Where would f′ change its sign, once and again? The ends of a plot are not the ends of the function.",
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


def drawing(x, y):
    """Return a figure of one curve."""
    from matplotlib.figure import Figure  # for the course's own tests only, and slow to import

    figure = Figure()
    figure.subplots().plot(x, y)
    return figure


def shown(figure):
    """Return the curves of a student's figure as pairs of arrays."""
    return [
        (np.frombuffer(curve.x.data), np.frombuffer(curve.y.data))
        for panel in figure.panels
        for curve in panel.curves
    ]


def shows(figure, x, y):
    """Say whether a figure has a curve through these points."""
    return any(
        len(left) == len(x) and np.allclose(left, x) and np.allclose(right, y)
        for left, right in shown(figure)
    )


def other_x(figure, x):
    """Say whether a figure shows the logarithm, but of some other x."""
    found = any(len(left) and np.allclose(right, np.log(left)) for left, right in shown(figure))
    return found and not shows(figure, x, np.log(x))


def curve(name, ys, advice, xs=lambda x: x):
    """Make a mistake of a wrong curve."""
    return mistake(
        name,
        lambda x: drawing(xs(x), ys(x)),
        advice,
        when=lambda figure, x: shows(figure, xs(x), ys(x)) and not shows(figure, x, np.log(x)),
    )


@item(2, hint="Draw NumPy's natural logarithm over the x that is given, and name what each axis shows.")
@curve("base-ten", np.log10, "That is the logarithm to base 10: here log is the natural one, to base e.")
@curve("base-two", np.log2, "That is the logarithm to base 2: here log is the natural one, to base e.")
@curve("derivative", lambda x: 1 / x, "The curve is the slope of log x. Asked is log x itself.")
@curve("exponential", np.exp, "The curve is eˣ, the inverse of log x. Which function undoes it?")
@curve("swapped", lambda x: x, "The axes are swapped: what goes along the x axis comes first.", xs=np.log)
@curve(
    "scale-only",
    lambda x: x,
    "The curve is x itself. A logarithmic scale bends the axis only: draw the logarithms themselves.",
)
@curve("upside-down", lambda x: -np.log(x), "The curve is upside down: for which x is log x above 0?")
@curve("absolute", lambda x: abs(np.log(x)), "Your curve is nowhere below 0. Which sign has log 0.5?")
@curve(
    "positions",
    np.log,
    "The values are right, but drawn over their positions 0, 1, 2 …: give plot the x as well.",
    xs=lambda x: np.arange(len(x)),
)
@mistake(
    "other-x",
    lambda x: drawing(x[1:], np.log(x[1:])),
    "It is the logarithm, but not over the x that is passed in: use all of it, and no points of your own.",
    when=other_x,
)
@mistake(
    "no-curve",
    lambda x: drawing([], []),
    "There are no points to be seen in the figure: plot onto the axes that you return.",
    when=lambda figure, x: not any(len(left) for left, _ in shown(figure)),
)
def test_plot_log(student, reference, draw):
    """plot_log(x) draws log x over x, with labelled axes"""
    x = np.geomspace(draw.number(0.1, 0.5), 6, 60)  # uneven, unlike a grid of the student's own
    assert student.plot_log(x) == curves(x, {"log x": np.log(x)}, labels=True)
