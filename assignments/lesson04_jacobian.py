"""Lesson 4 · Jacobian

A function that takes a vector and returns a vector has one partial derivative for each pair of an
output and an input. The Jacobian is the matrix of them all: a row for each output, a column for each
input. In this lesson you work one out by hand, and let SymPy check it. The function is

    f(x, y) = ( σ(px + qy), σ(rx + sy), σ(tx + uy) ),    σ(z) = 1 / (1 + e⁻ᶻ)

where p, q, r, s, t and u are constants. It is worth the effort: this is a layer of a neural network
with two inputs and three units, and you will meet its Jacobian again in the next lesson.

Fill in each function: delete the line that raises NotImplementedError, and put your own in its place.
Leave the names and the arguments as they are.
"""

import numpy as np
import sympy as sp


def f(x, y, p, q, r, s, t, u):
    """Return the three values of f at (x, y), an array of shape (3,).

    All eight arguments are numbers. With all six constants zero, f is (1/2, 1/2, 1/2) everywhere.
    """
    raise NotImplementedError


def jacobian(x, y, p, q, r, s, t, u):
    """Return the Jacobian of f at (x, y), an array of shape (3, 2), by a formula worked out by hand.

    Row i holds the derivatives of the i-th value of f: by x in the first column, by y in the second.
    All eight arguments are numbers.

    Two things to bring along: the chain rule, and the derivative of σ. As an example of the layout,
    the Jacobian of (2xy, x²y) is

        [ 2y    2x ]
        [ 2xy   x² ]
    """
    raise NotImplementedError


def jacobian_expression():
    """Return the same Jacobian as a SymPy Matrix of 3 rows and 2 columns.

    Its entries are expressions in the symbols x, y, p, q, r, s, t and u. Any equivalent form will do.
    For (2xy, x²y) you could write

        x, y = sp.symbols("x y")
        return sp.Matrix([2 * x * y, x**2 * y]).jacobian([x, y])
    """
    raise NotImplementedError
