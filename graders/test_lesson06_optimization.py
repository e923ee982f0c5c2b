"""Lesson 6 · Optimization, f(x) = log x."""

import numpy as np
import sympy as sp

from graders.engine import close, curves, item, mistake, one_of, same_expression, same_points, slope

X = sp.Symbol("x")
GRID = np.array([[0.35, 0.8, 1.7], [2.6, 5.5, 40.0]])


@item(2, hint="Which function has the slope of the logarithm? It falls as x grows.")
@mistake("integrated", lambda: X * sp.log(X) - X, "It looks like you integrated log x.")
@mistake(
    "base-ten", lambda: 1 / (X * sp.log(10)), "log is the natural logarithm here, not the one to base 10."
)
@mistake("sign", lambda: -1 / X, "The sign is wrong: log x grows.")
@mistake("second-derivative", lambda: -1 / X**2, "That is one derivative too many.")
@mistake("log-itself", lambda: sp.log(X), "That is f itself. How steep is it at x?")
def test_derivative(student, reference):
    """derivative() is f′ as an expression in x"""
    assert student.derivative() == same_expression(reference.derivative(), positive=True)


@item(2, hint="Put the numbers into the derivative that you found.")
@mistake("integrated", lambda x: x * np.log(x) - x, "It looks like you integrated log x.")
@mistake(
    "base-ten", lambda x: 1 / (x * np.log(10)), "log is the natural logarithm here, not the one to base 10."
)
@mistake("second-derivative", lambda x: -1 / x**2, "That is one derivative too many.")
@mistake("log-itself", np.log, "These are the values of log x. How steep is it there?")
def test_f_prime(student, reference, draw):
    """f_prime(x) is the same derivative as numbers, for x > 0"""
    for x in [2.5, 0.4, GRID, *draw.numbers(2, 0.1, 9), draw.array(5, 0.1, 9)]:
        measured = slope(reference_log, x, step=0.05)
        assert student.f_prime(x) == close(reference.f_prime(x), differences=measured)


def reference_log(x):
    """Return log x."""
    return np.log(x)


def roots(expression):
    """Return the real zeros of an expression, ascending."""
    return sorted(float(sp.N(point)) for point in sp.solve(expression, X) if sp.N(point).is_real)


def stationary(expression):
    """Return all complex x where the derivative vanishes, in the domain or not."""
    return sp.solve(sp.diff(expression, X), X)


def in_domain(expression):
    """Return the right answer, for mistakes that spoil it afterwards."""
    found = [point for point in stationary(expression) if point.is_real]
    return sorted((point for point in found if expression.subs(X, point).is_real), key=float)


@item(5, hint="Differentiate, solve f′(x) = 0, keep what is real and where f itself is defined, and sort.")
@mistake(
    "heights",
    lambda e: [e.subs(X, point) for point in in_domain(e)],
    "You return heights, f(x). Asked are the places x.",
)
@mistake("zeros-of-f", lambda e: roots(e), "These are the zeros of f, not of f′.")
@mistake(
    "outside-the-domain",
    lambda e: sorted((p for p in stationary(e) if p.is_real), key=float),
    "One of your points lies where f is not defined: a logarithm needs what is above 0.",
)
@mistake(
    "complex-kept",
    lambda e: [complex(p) for p in stationary(e) if not p.is_real or e.subs(X, p).is_real],
    "Only real x count: some of yours are complex.",
    when=lambda answer, e: isinstance(answer, list) and any(isinstance(each, complex) for each in answer),
)
@mistake(
    "inflections",
    lambda e: roots(sp.diff(e, X, 2)),
    "These are the zeros of the second derivative. Asked are those of the first.",
)
@mistake(
    "flat-inflections-dropped",
    lambda e: [p for p in in_domain(e) if sp.diff(e, X, 2).subs(X, p) != 0],
    "A stationary point need not be a maximum or a minimum: keep all x with f′(x) = 0.",
)
@mistake(
    "only-one",
    lambda e: in_domain(e)[:1],
    "There is more than one such x for some functions: return them all.",
)
@mistake(
    "only-maxima",
    lambda e: [p for p in in_domain(e) if sp.diff(e, X, 2).subs(X, p) < 0],
    "You keep maxima only: every x with f′(x) = 0 counts.",
)
@mistake(
    "only-minima",
    lambda e: [p for p in in_domain(e) if sp.diff(e, X, 2).subs(X, p) > 0],
    "You keep minima only: every x with f′(x) = 0 counts.",
)
@mistake("descending", lambda e: in_domain(e)[::-1], "The points are right; list them in ascending order.")
@mistake(
    "twice",
    lambda e: sorted(in_domain(e) * 2, key=float),
    "Each x is listed once, even where f′ has a double root.",
)
def test_stationary_points(student, reference, draw):
    """stationary_points(expression) lists all real x with f′(x) = 0"""
    a, b = map(int, draw.rng.integers(2, 7, size=2))
    for expression in [
        X**3 - 2 * X**2 + 1,
        sp.log(X) + X / a,
        sp.log(X),
        X**4 / 4 - X**3 / 3,
        X**3 / 3 + b * X,
        X**2 - 2 * b * X,
        X**2 / 2 - b * sp.log(X),
        X * sp.exp(-X / a),
        X**4 - 2 * b**2 * X**2 + a,
    ]:
        assert student.stationary_points(expression) == same_points(reference.stationary_points(expression))


@item(3, hint="A maximum or a minimum of a smooth function has f′ = 0: does 1/x ever get there?")
@mistake(
    "maximum", lambda: "maximum", "Where would f′ change from plus to minus? Look at its sign for all x > 0."
)
@mistake(
    "minimum", lambda: "minimum", "Where would f′ change from minus to plus? Look at its sign for all x > 0."
)
@mistake("both", lambda: "both", "Where would f′ change its sign, once and again? Look at it for all x > 0.")
@mistake(
    "inflection",
    lambda: "inflection",
    "An inflection is no extremum. The question is whether f′ changes its sign.",
    when=lambda word: (
        isinstance(word, str) and any(each in word.lower() for each in ("inflection", "saddle"))
    ),
)
def test_extremum(student, reference):
    """extremum() says what that tells of log x"""
    assert student.extremum() == one_of(reference.extremum(), "maximum", "minimum", "both")


@item(2, hint="plt.plot(x, np.log(x)), then plt.xlabel(...) and plt.ylabel(...).")
def test_plot_log(student, reference, draw):
    """plot_log(x) draws log x over x, with labelled axes"""
    x = np.linspace(draw.number(0.1, 0.5), 6, 60)
    assert student.plot_log(x) == curves(x, {"log x": np.log(x)}, labels=True)
