"""Lesson 6 · Optimization

At the top of a smooth hill and at the bottom of a smooth valley the ground is level. So to find where
a function is largest or smallest, look for the points at which its derivative is zero: its stationary
points. In this lesson you write a function that finds them for any formula, and then ask it about

    f(x) = log x,    for x > 0

where log is the natural logarithm. The plot will tell whether to believe the answer.

Fill in each function: delete the line that raises NotImplementedError, and put your own in its place.
Leave the names and the arguments as they are.
"""

import matplotlib.pyplot as plt
import numpy as np
import sympy as sp


def derivative():
    """Return the derivative of log x as a SymPy expression in the symbol x.

    Any equivalent form will do. For √x the answer could be

        x = sp.Symbol("x")
        return 1 / (2 * sp.sqrt(x))
    """
    raise NotImplementedError


def f_prime(x):
    """Return the same derivative as numbers: the slope of log at each element of `x`.

    `x` is a number or an array of any shape, greater than zero throughout; the result has the same
    shape.
    """
    raise NotImplementedError


def stationary_points(expression):
    """Return the real x at which the derivative of `expression` is zero: a list, in rising order.

    `expression` is a SymPy expression in the symbol x: a polynomial, say, or a formula with logarithms,
    exponentials and square roots. List each point once. A point at which the expression itself isn't a
    real number doesn't count, whatever its derivative says there. If there is no point, the list is empty.

    Examples: `[0, 4/3]` for x³ − 2x² + 1, exact or as the floats 0.0 and 1.333333. For √x − x it is `[1/4]`;
    and for √x + x it is `[]`, since a slope of 1/(2√x) + 1 is never zero.
    """
    raise NotImplementedError


def extremum():
    """Say what the stationary points of log x tell: has it a maximum or a minimum for x > 0?

    Return one of these words, for example `return "both"`:

    - "maximum"  it has a maximum, and no minimum
    - "minimum"  it has a minimum, and no maximum
    - "both"     it has a maximum and a minimum
    - "neither"  it has no maximum and no minimum
    """
    raise NotImplementedError


def plot_log(x):
    """Draw log x over the points `x`, label both axes, and return the figure.

    `x` is an array of shape (n,), greater than zero throughout.
    """
    raise NotImplementedError
