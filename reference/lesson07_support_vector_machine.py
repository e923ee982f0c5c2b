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
    ### BEGIN SOLUTION
    a, b, c = line
    return labels * (a * points[:, 0] + b * points[:, 1] + c)
    ### END SOLUTION


def separating_line(points, labels):
    """Return the line (a, b, c), of shape (3,), with least a² + b² and all margins at least 1.

    `points` is an array of shape (n, 2), `labels` one of shape (n,) with both −1 and +1 in it. Take it
    that some line separates the classes, but nothing more: any points may come, not only the six.

    Example: for the points (0, 0) with −1 and (4, 0) with +1 it is (1/2, 0, −1), the line x = 2, and both
    margins are exactly 1.
    """
    ### BEGIN SOLUTION
    points, labels = np.asarray(points, dtype=float), np.asarray(labels)
    minus, plus = np.unique(points[labels < 0], axis=0), np.unique(points[labels > 0], axis=0)
    if not len(minus) or not len(plus):
        raise ValueError("There must be points of both classes.")

    # Picture the widest empty strip between the classes. Either it is held by one point on each side, and
    # lies square to the way from one to the other; or it has two points of one class on its edge, and lies
    # along the way between these. That leaves a few directions, square to the strip, to be tried.
    def ways(start, end):
        return (end[np.newaxis, :] - start[:, np.newaxis]).reshape(-1, 2)

    along = np.concatenate([ways(minus, minus), ways(plus, plus)])
    directions = np.concatenate([ways(minus, plus), along[:, ::-1] * [1, -1]])
    directions = directions[directions.any(axis=1)]
    if not len(directions):
        raise ValueError("No line separates these classes.")
    directions /= np.hypot(directions[:, 0], directions[:, 1])[:, np.newaxis]

    # How far does class −1 reach in each direction, and where does class +1 begin?
    end_of_minus = (minus @ directions.T).max(axis=0)
    start_of_plus = (plus @ directions.T).min(axis=0)
    widths = start_of_plus - end_of_minus
    best = np.argmax(widths)
    if widths[best] <= 1e-12 * np.abs(points).max():
        raise ValueError("No line separates these classes.")

    # The margin is to be −1 at one edge of the strip before it takes its sign, and +1 at the other.
    a, b = 2 * directions[best] / widths[best]
    c = -(start_of_plus[best] + end_of_minus[best]) / widths[best]
    return np.array([a, b, c])
    ### END SOLUTION


def support_vectors(points, labels):
    """Return the indices of the points that hold the best line in place, in rising order.

    They are those whose margin is 1 at the line that `separating_line` finds: no point is nearer. Mind
    the rounding when you compare. Indices count from 0, as always in Python.

    Example: for the points (0, 0), (−1, 5) and (4, 0) with the labels −1, −1 and +1 they are 0 and 2.
    """
    ### BEGIN SOLUTION
    line = separating_line(points, labels)
    return np.flatnonzero(np.isclose(margins(line, points, labels), 1, rtol=0, atol=1e-6))
    ### END SOLUTION


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
    ### BEGIN SOLUTION
    return "inactive"
    ### END SOLUTION
