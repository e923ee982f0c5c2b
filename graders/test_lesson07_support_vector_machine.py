"""Lesson 7 · The support vector machine as a constrained minimum."""

import numpy as np

from graders.engine import close, item, lesson, mistake, one_of, widest_line

SVM = lesson(__file__)
POINTS, LABELS = np.array(SVM.POINTS, float), np.array(SVM.LABELS, float)
TEST_LINE = (1.5, -0.5, 0.8)  # puts some of the points on the wrong side, and goes past the origin
# Separable sets on which the course's own program finds the optimum from several starts
SETS = [
    (POINTS + np.array([0.37, -0.61]), LABELS),
    (POINTS + np.array([4.0, -3.0]), LABELS),
    (POINTS @ [[0.0, 1.0], [-1.0, 0.0]] + [1.0, 2.0], -LABELS),
    (
        np.array([[0.0, 3.0], [1.0, 7.0], [4.0, 1.0], [6.0, 2.0], [5.0, 0.0]]),
        np.array([1.0, 1.0, -1.0, -1.0, -1.0]),
    ),
]


def drawn(draw):
    """Shift the six points, and bring them in another order.

    Where points lie on a line through the origin's axes, SLSQP stops at once from some starts and calls
    it success; these shifts keep clear of that.
    """
    order = draw.rng.permutation(len(POINTS))
    return POINTS[order] + [draw.number(0.2, 0.8), draw.number(-0.8, -0.2)], LABELS[order]


def score(line, points):
    """Return ax + by + c at every point."""
    return points @ np.asarray(line)[:2] + line[2]


@item(3, hint="For every point: its label times (a x + b y + c), all of them in one array.")
@mistake(
    "label-missing",
    lambda line, points, labels: score(line, points),
    "Multiply by the label: a point on its right side has a positive margin, of either class.",
)
@mistake(
    "distance",
    lambda line, points, labels: labels * score(line, points) / np.hypot(line[0], line[1]),
    "You divided by √(a² + b²): that is the distance. The margin here is label·(ax + by + c).",
)
@mistake(
    "absolute",
    lambda line, points, labels: np.abs(score(line, points)),
    "You take absolute values: a point on the wrong side has a negative margin.",
)
@mistake(
    "c-missing",
    lambda line, points, labels: labels * (score(line, points) - line[2]),
    "c is missing: the line is ax + by + c = 0.",
)
@mistake(
    "c-subtracted",
    lambda line, points, labels: labels * (score(line, points) - 2 * line[2]),
    "c is subtracted: the line is ax + by + c = 0.",
)
@mistake(
    "slack",
    lambda line, points, labels: labels * score(line, points) - 1,
    "You subtract 1: that is the room left beyond the constraint, not the margin itself.",
)
@mistake(
    "sign",
    lambda line, points, labels: -labels * score(line, points),
    "All signs are the wrong way round: a point on its right side has a positive margin.",
)
def test_margins(student, reference, draw):
    """margins(line, points, labels) is labelᵢ·(a xᵢ + b yᵢ + c)"""
    for points, labels in SETS[:3]:
        for line in [TEST_LINE, tuple(draw.numbers(3, -2, 2))]:
            given = np.array(line)
            assert student.margins(given, points, labels) == close(reference.margins(given, points, labels))


def penalised(points, labels):
    """Minimise a² + b² + c²: the line of the points lifted to (x, y, 1), by the same exact search."""
    return _smallest(points, labels)


@item(
    5,
    hint="Write down what is to be small, and one condition for each point; scipy.optimize.minimize takes both.",
)
@mistake(
    "normalised",
    lambda points, labels: _normalised(points, labels),
    "The right line at the wrong scale: the closest points must have margin exactly 1.",
    when=lambda answer, points, labels: _scaled(answer, points, labels),
)
@mistake(
    "signs-flipped",
    lambda points, labels: -SVM.separating_line(points, labels),
    "Class +1 must lie on the positive side: the signs are the wrong way round.",
)
@mistake("c-in-the-objective", penalised, "You also make c small. Minimise a² + b² only: c is free.")
@mistake(
    "through-the-means",
    lambda points, labels: _between_means(points, labels),
    "The line parts the classes half way between their means; the widest margin looks at the closest points only.",
)
@mistake(
    "least-squares",
    lambda points, labels: np.linalg.lstsq(
        np.column_stack([points, np.ones(len(points))]), labels, rcond=None
    )[0],
    "That is the least-squares fit to the labels: points far off pull at it. Use the constraints.",
)
@mistake(
    "not-minimal",
    lambda points, labels: 1.5 * _between_means(points, labels),
    "All constraints hold with room to spare: a² + b² can still shrink.",
    when=lambda answer, points, labels: (
        np.min(labels * score(answer, points)) > 1.01 and not _scaled(answer, points, labels)
    ),
)
def test_separating_line(student, reference, draw):
    """separating_line(points, labels) has margins ≥ 1 and the least a² + b²"""
    for points, labels in [*SETS, drawn(draw)]:
        line = reference.separating_line(points, labels)
        assert student.separating_line(points, labels) == widest_line(line, points, labels)


def _normalised(points, labels):
    line = SVM.separating_line(points, labels)
    return line / np.hypot(line[0], line[1])


def _scaled(answer, points, labels):
    """Say whether an answer is the right line, multiplied by some positive factor."""
    line = SVM.separating_line(points, labels)
    ratio = np.dot(answer, line) / np.dot(line, line)
    return ratio > 0 and abs(ratio - 1) > 0.01 and np.allclose(answer, ratio * line, rtol=1e-3, atol=1e-3)


def _between_means(points, labels):
    plus, minus = points[labels > 0].mean(axis=0), points[labels < 0].mean(axis=0)
    normal = plus - minus
    line = np.array([*normal, -normal @ (plus + minus) / 2])
    return line / np.min(labels * score(line, points))


def _smallest(points, labels):
    from scipy.optimize import minimize

    constraint = {"type": "ineq", "fun": lambda line: labels * score(line, points) - 1}
    return minimize(lambda line: line @ line, SVM.separating_line(points, labels), constraints=[constraint]).x


@item(3, hint="Compute the margins of your line: which points have margin 1?")
@mistake(
    "points",
    lambda points, labels: points[SVM.support_vectors(points, labels)],
    "These are the points themselves. Asked are their indices.",
)
@mistake(
    "all-points",
    lambda points, labels: np.arange(len(points)),
    "All margins are at least 1; support vectors are the points whose margin is exactly 1.",
)
@mistake(
    "counted-from-one",
    lambda points, labels: np.asarray(SVM.support_vectors(points, labels)) + 1,
    "Your indices count from 1: in Python the first point has index 0.",
)
@mistake(
    "nearest-of-each-class",
    lambda points, labels: _nearest(points, labels),
    "You take one point of each class. Every point whose margin is 1 counts.",
)
@mistake(
    "complement",
    lambda points, labels: np.setdiff1d(np.arange(len(points)), SVM.support_vectors(points, labels)),
    "These are the points with room to spare: the support vectors are the others.",
)
@mistake(
    "mask",
    lambda points, labels: np.isin(np.arange(len(points)), SVM.support_vectors(points, labels)),
    "That says of each point whether it is one: asked are the indices, as np.flatnonzero gives them.",
    when=lambda answer, points, labels: np.asarray(answer).dtype == bool,
)
def test_support_vectors(student, reference, draw):
    """support_vectors(points, labels) are the indices of margin 1"""
    for points, labels in [*SETS, drawn(draw)]:
        assert student.support_vectors(points, labels) == close(reference.support_vectors(points, labels))


def _nearest(points, labels):
    distance = np.abs(labels * score(SVM.separating_line(points, labels), points) - 1)
    return np.sort(
        [np.flatnonzero(labels == label)[np.argmin(distance[labels == label])] for label in (-1, 1)]
    )


@item(3, hint="Move one of the three new points towards the line: when does the line start to move?")
@mistake(
    "same-class",
    lambda: "same_class",
    "A new point of a known class can well move the line, if it lies close. What about these three?",
)
@mistake(
    "far",
    lambda: "far",
    "Distance from the origin does not enter the constraints. What do the constraints say of these three?",
)
@mistake(
    "symmetric",
    lambda: "symmetric",
    "They need not be symmetric: move one further out, and the line stays. Why?",
)
@mistake(
    "active",
    lambda: "active",
    "An active constraint holds with equality, and then the line leans on it. Is that so for these three?",
    when=lambda word: isinstance(word, str) and word.strip().lower() == "active",
)
def test_reason_unchanged(student, reference):
    """reason_unchanged() says why three more points change nothing"""
    assert student.reason_unchanged() == one_of(
        reference.reason_unchanged(), "same_class", "far", "symmetric"
    )
