"""Lesson 3 · Gradient of a vector function

A function of two variables is a landscape: at each point (x, y) of the map stands a height. From any
point you can set out in many directions, and the ground rises at another rate in each of them. The
gradient collects the two partial derivatives in one vector, and that vector points the steepest way
up; its length is how steep that way is. In this lesson you find the gradient of

    f(x, y) = A x² + B y²

by partial differentiation, and then find gradients without any formula, by trying directions.

Directions are angles θ in radians, measured from the x axis, counter-clockwise: θ = 0 points along x
and θ = π/2 along y. So a step of length h in the direction θ leads from (x, y) to
(x + h cos θ, y + h sin θ). If you know this course from elsewhere: angles may have been measured from
the y axis there. Here they are not.

Fill in each function: delete the line that raises NotImplementedError, and put your own in its place.
Leave the names and the arguments as they are.
"""

import numpy as np

# The coefficients of this lesson's f. Use them by name, and your formulas hold for others too.
A = 1
B = 1


def f(x, y):
    """Return f(x, y) = A x² + B y².

    `x` and `y` are numbers, or arrays of one shape; the result has the same shape.
    """
    raise NotImplementedError


def gradient(x, y):
    """Return the gradient of f at the point (x, y), an array of shape (2,): (∂f/∂x, ∂f/∂y).

    To differentiate by one variable, hold the other one still. The gradient of x² + y³, for one, is
    (2x, 3y²), and that makes (4, 27) at the point (2, 3).
    """
    raise NotImplementedError


def directional_rate(func, x, y, angle, step):
    """Return how fast `func` rises as you leave the point (x, y) in the direction `angle`.

    Walk a distance of `step` in that direction, and divide the rise of `func` by `step`. The angle is
    in radians, from the x axis, counter-clockwise. Take `step` as it is given, even if it is large.

    `func` is any function of two variables, not just this lesson's f; `x`, `y`, `angle` and `step` are
    numbers. (Written with NumPy's functions, the same line also takes an array of angles and returns
    the rate in each of them, which will be handy below.)

    For x² + y³ at (2, 3), with the angle π/2 and step 0.1, the rate is (3.1³ − 3³) / 0.1 = 27.91.
    """
    raise NotImplementedError


def steepest_ascent(func, x, y):
    """Return the gradient of `func` at (x, y), found by trying directions and keeping the steepest.

    The result is an array of shape (2,): it points in the direction in which `func` rises fastest, and
    its length is the rate in that direction. It should be right to 1 % of its length, so mind how
    finely you divide the circle, and how long a step you take.

    `func` is any smooth function of two variables; it takes arrays as well as numbers. For x² + y³ at
    (2, 3) the result should be very nearly (4, 27).
    """
    raise NotImplementedError
