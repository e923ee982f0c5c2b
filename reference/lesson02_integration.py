"""Lesson 2 · Integration

Cut the area under a curve into thin strips, each as wide as the step of a grid, and add the strips
up from left to right: the sum, watched as it grows, is a function of its own. It is an antiderivative
of the curve, which is to say that differentiating it gives the curve back. In this lesson you find an
antiderivative of

    f(x) = 3 B x² − 2 A x

by formula and by adding up, and draw both. The two curves have the same shape; one may stand higher
than the other, since a constant vanishes when you differentiate.

Fill in each function: delete the line that raises NotImplementedError, and put your own in its place.
Leave the names and the arguments as they are.
"""

import matplotlib.pyplot as plt
import numpy as np
import sympy as sp

# The coefficients of this lesson's f. Use them by name, and your formulas hold for others too.
A = 2
B = 1


def f(x):
    """Return f(x) = 3 B x² − 2 A x.

    `x` is a number or an array of any shape; the result has the same shape.
    """
    ### BEGIN SOLUTION
    return 3 * B * x**2 - 2 * A * x
    ### END SOLUTION


def antiderivative():
    """Return an antiderivative of f as a SymPy expression in the symbol x.

    Its derivative must be f. For 2x the answer could be

        x = sp.Symbol("x")
        return x**2

    or `x**2 + 7`, or `x**2 + sp.Symbol("C")`: you may add any constant.
    """
    ### BEGIN SOLUTION
    x = sp.Symbol("x")
    return B * x**3 - A * x**2
    ### END SOLUTION


def antiderivative_values(x):
    """Return an antiderivative of f as numbers, one for each element of `x`.

    `x` is a number or an array of any shape; the result has the same shape. You may add any constant,
    as long as it is the same for every x.
    """
    ### BEGIN SOLUTION
    return B * x**3 - A * x**2
    ### END SOLUTION


def running_area(func, x, delta):
    """Return the area under `func` up to each point of the grid `x`, strip by strip.

    Over each grid point stands a strip of height func(xᵢ) and width `delta`. Element i of the result
    is the sum of the strips from the first up to and including strip i.

    `func` is any function of one variable, `x` is an array of shape (n,) in rising order, and so is
    the result.

    For 2x over the grid 1, 2, 3 with delta = 1 the strips are 2, 4 and 6, and the areas 2, 6 and 12.
    """
    ### BEGIN SOLUTION
    return np.cumsum(func(x) * delta)
    ### END SOLUTION


def plot_integral(x, delta):
    """Draw the running area under f and its antiderivative over the grid `x`, and return the figure.

    Give each curve a label, and the plot a legend. `x` is an array of shape (n,) with the step `delta`.
    """
    ### BEGIN SOLUTION
    figure, axes = plt.subplots()
    axes.plot(x, running_area(f, x, delta), label=f"running area, step {delta:g}")
    axes.plot(x, antiderivative_values(x), linestyle="--", label="antiderivative")
    axes.set_xlabel("x")
    axes.set_ylabel("area")
    axes.legend()
    return figure
    ### END SOLUTION
