"""Lesson 7 · Support vector machine

Points of two classes lie in the plane, and a straight line is to keep them apart. If any line does,
many do; the best of them is the one that stays farthest away from the points on both sides. Finding it
is an optimization with constraints.

A line a x + b y + c = 0 is given by its three numbers (a, b, c). The *margin* of a point (x, y) with the
label −1 or +1 is label · (a x + b y + c): positive if the point is on its own side. As a line stays the
same when all three numbers are multiplied by one factor, we may ask that every margin be at least 1; the
nearest point is then 1 / √(a² + b²) away. So the line that stays farthest away is the one which

    minimises    a² + b²
    subject to   labelᵢ · (a xᵢ + b yᵢ + c) ≥ 1    for every point i

You may solve this in any way you like. `scipy.optimize` has a solver for such problems (it's worth
checking that its result is feasible); with a pencil and some geometry you can do without.

Fill in each function: delete the line that raises NotImplementedError, and put your own in its place.
Leave the names and the arguments as they are.
"""

import numpy as np

# This lesson's six points, one a row, and the class of each. Your functions must work for others too.
POINTS = np.array([[0, 0], [-1, -1], [-3, -1], [1, 2], [2, 1], [3, 3]], dtype=float)
LABELS = np.array([-1, -1, -1, 1, 1, 1])


def margins(line, points, labels):
    """Return the margin of each point, labelᵢ · (a xᵢ + b yᵢ + c), an array of shape (n,).

    `line` is (a, b, c), of shape (3,); `points` is an array of shape (n, 2), and `labels` one of shape
    (n,) that holds −1 and +1.

    Example: with the line (1, 0, −2), the points (5, 1) and (4, 3) and the labels +1 and −1, the margins
    are (3, −2). The second point is on the wrong side.
    """
    raise NotImplementedError


def separating_line(points, labels):
    """Return the line (a, b, c), of shape (3,), with least a² + b² and all margins at least 1.

    `points` is an array of shape (n, 2), `labels` one of shape (n,) with both −1 and +1 in it. Take it
    that some line separates the classes, but nothing more: any points may come, not only the six.

    Example: for the points (0, 0) with −1 and (4, 0) with +1 it is (1/2, 0, −1), the line x = 2, and both
    margins are exactly 1.
    """
    raise NotImplementedError


def support_vectors(points, labels):
    """Return the indices of the points that hold the best line in place, in rising order.

    They are those whose margin is 1 at the line that `separating_line` finds: no point is nearer. Mind
    the rounding when you compare. Indices count from 0, as always in Python.

    Example: for the points (0, 0), (−1, 5) and (4, 0) with the labels −1, −1 and +1 they are 0 and 2.
    """
    raise NotImplementedError


def reason_unchanged():
    """Say why three of the six points leave the line as it was.

    The first point of class −1 and the first two of class +1 have a best line of their own. Then the
    other three points are added, and the best line for all six is the very same. Why?

    Return one of these words, for example `return "far"`:

    - "same_class"  they belong to classes that were already there
    - "inactive"    their constraints hold with room to spare
    - "far"         points far from the origin are ignored
    - "symmetric"   they lie symmetrically
    """
    raise NotImplementedError
