"""Lesson 1 · Differentiation

A derivative says how fast a function changes. It can be had in two ways: by the rules of
differentiation, which give a formula, and by watching how far the function moves when x moves a
little, which gives a number. In this lesson you do both for the cubic

    f(x) = x³ − A x² + C

and draw the two side by side. Once the step is small, you should hardly tell them apart.

Fill in each function: delete the line that raises NotImplementedError, and put your own in its place.
Leave the names and the arguments as they are.
"""

import matplotlib.pyplot as plt
import numpy as np  # noqa: F401 (at hand, should you want it)
import sympy as sp

# The coefficients of this lesson's f. Use them by name, and your formulas hold for others too.
A = 2
C = 1


def f(x):
    """Return f(x) = x³ − A x² + C.

    `x` is a number or an array of any shape; the result has the same shape. Each element is
    taken by itself, as in `np.array([1.0, 2.0]) ** 2`, which is `array([1.0, 4.0])`.
    """
    raise NotImplementedError


def derivative():
    """Return f′ as a SymPy expression in the symbol x, found by the rules of differentiation.

    The rule to remember is that xⁿ becomes n xⁿ⁻¹. For x² the answer would be

        x = sp.Symbol("x")
        return 2 * x

    Any equivalent form will do, and you may let `sp.diff` do the work.
    """
    raise NotImplementedError


def f_prime(x):
    """Return the same derivative as numbers: f′(x) for each element of `x`.

    `x` is a number or an array of any shape; the result has the same shape.
    """
    raise NotImplementedError


def rate_of_change(func, x, delta):
    """Return how much `func` rises from `x` to `x + delta`, for each unit of that step.

    That is the difference of the two values, divided by `delta`: a forward difference, with no limit
    taken. Take `delta` as it is given, even if it is large.

    `func` is any function of one variable, not just this lesson's f. `x` is a number or an array of
    any shape; the result has the same shape.

    For x² at x = 3 and delta = 0.1 the rate is (9.61 − 9) / 0.1 = 6.1, a tenth more than the slope
    of 6 that x² has there.
    """
    raise NotImplementedError


def plot_derivative(x, delta):
    """Draw the derivative of f both ways over the points `x`, and return the figure.

    One curve is the derivative by the rules, the other the rate of change with the step `delta`.
    Give each curve a label, and the plot a legend. `x` is an array of shape (n,).
    """
    raise NotImplementedError
