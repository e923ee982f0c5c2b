"""Lesson 7 · The support vector machine as a constrained minimum."""

import numpy as np

from graders.engine import close, follows, item, lesson, mistake, one_of, widest_line

SVM = lesson(__file__)
POINTS, LABELS = np.array(SVM.POINTS, float), np.array(SVM.LABELS, float)
TEST_LINE = (1.5, -0.5, 0.8)  # puts some of the points on the wrong side, and goes past the origin
# x, y and label. What holds the best line: a point on each side; two of class −1; two of class +1;
# and a line that is upright
FACING = np.array([[1, 2, 1], [-2, 4, -1], [3, 3, 1], [-2, 6, -1], [2, 1, 1]], float)
ON_MINUS = np.array([[1, 3, 1], [6, 0, -1], [-3, 4, 1], [6, -2, -1], [1, -1, -1]], float)
ON_PLUS = np.array([[-1, 0, -1], [2, 6, 1], [5, 2, 1], [3, 6, 1], [6, 4, 1], [4, -2, 1], [0, -1, -1]], float)
UPRIGHT = np.array(
    [[6, 0, 1], [2.5, 1, 1], [-2.5, 5, -1], [2.5, 4, 1], [-0.5, 2, -1], [4, 3, 1], [-2, -1, -1]], float
)
# Separable sets on which the course's own program finds the optimum from several starts
SETS = [
    (POINTS + np.array([0.37, -0.61]), LABELS),
    (POINTS @ [[0.0, 1.0], [-1.0, 0.0]] + [1.0, 2.0], -LABELS),
    *((points[:, :2], points[:, 2]) for points in (FACING, ON_MINUS, ON_PLUS, UPRIGHT)),
]


def drawn(draw):
    """Turn and shift the six points, and bring them in another order; one time in two the classes change.

    The best line stays well away from both axes' directions, so that mistakes show apart.
    """
    angle, order = draw.number(0.9, 2.2), draw.rng.permutation(len(POINTS))
    turn = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    points = np.round(POINTS @ turn + draw.numbers(2, -3, 3), 2)
    return points[order], (LABELS * draw.rng.choice([-1, 1]))[order]


def score(line, points):
    """Return ax + by + c at every point."""
    return points @ np.asarray(line)[:2] + line[2]


def off_by_a_length(answer, line, points, labels):
    """Say whether an answer is the distance from the line, with or without a sign, or divided by |(a, b, c)|."""
    found, size = np.abs(answer), np.abs(score(line, points))
    return any(np.allclose(found, size / np.linalg.norm(line[:count])) for count in (2, 3))


def label_on_a_part(answer, line, points, labels):
    """Say whether the label multiplies only some of the three terms."""
    terms = np.column_stack([points, np.ones(len(points))]) * line
    some = [terms[:, chosen].sum(axis=1) for chosen in ([0], [0, 1], [2], [1, 2])]
    return any(np.allclose(answer, score(line, points) + (labels - 1) * part) for part in some)


@item(3, hint="For every point: its label times (a x + b y + c), all of them in one array.")
@mistake(
    "label-missing",
    lambda line, points, labels: score(line, points),
    "Does the class matter in your answer? A point on its own side has a positive margin, of either class.",
)
@mistake(
    "distance",
    lambda line, *given: SVM.margins(line, *given) / np.hypot(line[0], line[1]),
    "You seem to divide by a length, as for the distance from the line. A margin is not divided by anything.",
    when=off_by_a_length,
)
@mistake(
    "absolute",
    lambda line, points, labels: np.abs(score(line, points)),
    "None of your margins is negative: what should the margin of a point on the wrong side be?",
)
@mistake(
    "cut-at-zero",
    lambda *given: np.maximum(0, SVM.margins(*given)),
    "Your negative margins have become 0. Keep them: they show which points are on the wrong side.",
)
@mistake(
    "c-missing",
    lambda line, points, labels: SVM.margins(line * [1, 1, 0], points, labels),
    "It looks as if c were left out: compare with the equation of the line, ax + by + c = 0.",
)
@mistake(
    "c-subtracted",
    lambda line, points, labels: SVM.margins(line * [1, 1, -1], points, labels),
    "It looks as if c were subtracted: compare with the equation of the line, ax + by + c = 0.",
)
@mistake(
    "slack",
    lambda *given: SVM.margins(*given) - 1,
    "The 1 belongs to the constraint, margin ≥ 1. Return the margin itself, not how far it is from 1.",
    when=lambda answer, *given: any(
        np.allclose(answer, change(SVM.margins(*given) - 1))
        for change in (np.positive, np.negative, lambda room: np.maximum(0, -room))
    ),
)
@mistake(
    "sign",
    lambda *given: -SVM.margins(*given),
    "All signs are the wrong way round: a point on its own side has a positive margin.",
)
@mistake(
    "swapped",
    lambda line, points, labels: SVM.margins(line, points[:, ::-1], labels),
    "It looks as if a were multiplied by y and b by x. Which column of the points holds x?",
)
@mistake(
    "label-on-a-part",
    lambda line, points, labels: score(line, points) + (labels - 1) * line[0] * points[:, 0],
    "The label seems to multiply only a part of ax + by + c: look at the brackets.",
    when=label_on_a_part,
)
@mistake(
    "label-added",
    lambda line, points, labels: score(line, points) + labels,
    "It looks as if the label were added: read again what the margin does with it.",
)
@mistake(
    "class-zero",
    lambda line, points, labels: (labels > 0) * score(line, points),
    "Every point of class −1 gets 0: its label seems to be taken for 0, as `labels == 1` does.",
)
@mistake(
    "sides",
    lambda *given: np.sign(SVM.margins(*given)),
    "This tells which points are on their own side, but not by how much.",
    when=lambda answer, *given: (
        np.array_equal(answer, np.sign(SVM.margins(*given)))
        or np.array_equal(answer, SVM.margins(*given) > 0)
    ),
)
@mistake(
    "own-line",
    lambda line, points, labels: SVM.margins(SVM.separating_line(POINTS, LABELS), points, labels),
    "It looks as if the lesson's line were used, not the one that is passed in.",
)
@mistake(
    "own-points",
    lambda line, points, labels: SVM.margins(line, POINTS, LABELS),
    "It looks as if the lesson's six points were used, not those that are passed in.",
)
def test_margins(student, reference, draw):
    """margins(line, points, labels) is labelᵢ·(a xᵢ + b yᵢ + c)"""
    for points, labels in [*SETS, drawn(draw)]:
        for line in map(np.array, (TEST_LINE, draw.numbers(3, -2, 2))):
            assert student.margins(line, points, labels) == close(reference.margins(line, points, labels))


def same_line(answer, line):
    """Say whether two lines are the same, at whatever scale and with whatever sign."""
    ratio = np.dot(answer, line) / np.dot(line, line)
    return abs(ratio) > 1e-6 and np.allclose(answer, ratio * line, rtol=0, atol=1e-3 * np.max(np.abs(answer)))


def rescaled(answer, points, labels):
    """Say whether an answer is the right line, multiplied by something other than 1 and −1."""
    line = SVM.separating_line(points, labels)
    ratio = np.dot(answer, line) / np.dot(line, line)
    return same_line(answer, line) and abs(abs(ratio) - 1) > 0.002


def unit(points, labels):
    """Make (a, b) of the right line as long as 1."""
    line = SVM.separating_line(points, labels)
    return line / np.hypot(line[0], line[1])


def agree(numbers, wanted):
    """Say whether numbers agree as far as those of a line must."""
    return np.allclose(numbers, wanted, rtol=0, atol=1e-3)


def bisector(minus, plus):
    """Return the line half way between two points, on which they have margin 1."""
    way = plus - minus
    return np.array([*way, -way @ (minus + plus) / 2]) * 2 / (way @ way)


def between_means(points, labels):
    """Part the classes half way between their means."""
    return bisector(points[labels < 0].mean(axis=0), points[labels > 0].mean(axis=0))


def pairs(points, labels):
    """Return the lines half way between two points, one of each class, those of the nearest first."""
    found = [bisector(minus, plus) for minus in points[labels < 0] for plus in points[labels > 0]]
    return sorted(found, key=lambda line: -np.hypot(line[0], line[1]))


def least_squares(points, labels):
    """Fit a plane to the labels."""
    return np.linalg.lstsq(np.column_stack([points, np.ones(len(points))]), labels, rcond=None)[0]


def solved(objective, margins, points, labels, start=(1, 1, 1)):
    """Minimise an objective with all margins at least 1, as the course's own program does."""
    from scipy.optimize import minimize

    constraint = {"type": "ineq", "fun": lambda line: margins(line, points, labels) - 1}
    return minimize(objective, start, constraints=[constraint]).x


def with_small_c(*given):
    """Minimise a² + b² + c² instead."""
    return solved(lambda line: line @ line, SVM.margins, *given, start=SVM.separating_line(*given))


def by_margins(margins):
    """Solve the task with a student's margins."""
    return lambda *given: solved(lambda line: line[:2] @ line[:2], margins, *given)


def touching(lines, margins):
    """List the points whose margin is 1 on a line, in the ways in which that is compared."""
    return [
        lambda *given: np.flatnonzero(np.isclose(margins(lines(*given), *given), 1, atol=1e-3)),
        lambda *given: np.flatnonzero(margins(lines(*given), *given) <= 1 + 1e-3),
        lambda *given: np.flatnonzero(
            margins(lines(*given), *given) <= 1e-3 + np.min(margins(lines(*given), *given))
        ),
    ]


def roomy(answer, points, labels):
    """Say whether all constraints hold with room to spare, and the scale is not all that is wrong."""
    room = np.min(SVM.margins(answer, points, labels)) > 1.01
    return room and not any(
        same_line(answer, line(points, labels)) for line in (unit, between_means, least_squares)
    )


@item(
    5,
    hint="Write down what is to be small, and one condition for each point; scipy.optimize.minimize takes both.",
)
@follows("margins", by_margins)
@mistake(
    "normalised",
    unit,
    "It looks like the right line at another scale. What margin must the closest points have, and what do yours have?",
    when=rescaled,
)
@mistake(
    "signs-flipped",
    lambda points, labels: -SVM.separating_line(points, labels),
    "The signs look the wrong way round: on which side of the line must class +1 lie?",
)
@mistake(
    "c-wrong",
    lambda points, labels: SVM.separating_line(points, labels) * [1, 1, -1],
    "Your a and b look right, but not your c. Compare the smallest margins of the two classes.",
    when=lambda answer, *given: len(answer) == 3 and agree(answer[:2], SVM.separating_line(*given)[:2]),
)
@mistake(
    "other-order",
    lambda points, labels: np.roll(SVM.separating_line(points, labels), 1),
    "These look like the right three numbers, but in another order than (a, b, c).",
    when=lambda answer, *given: agree(np.sort(answer), np.sort(SVM.separating_line(*given))),
)
@mistake(
    "along-the-line",
    lambda points, labels: SVM.separating_line(points, labels)[[1, 0, 2]] * [-1, 1, 1],
    "Your (a, b) seems to run along the best line. How does (a, b) lie to the line ax + by + c = 0?",
    when=lambda answer, *given: (
        len(answer) == 3 and abs(answer[:2] @ unit(*given)[:2]) < 1e-3 * np.hypot(answer[0], answer[1])
    ),
)
@mistake(
    "no-line",
    lambda points, labels: np.zeros(3),
    "With a = b = 0 there is no line. Does each point's condition reach your solver, with its label and its 1?",
    when=lambda answer, points, labels: np.shape(answer) == (3,) and np.hypot(answer[0], answer[1]) < 1e-3,
)
@mistake(
    "c-in-the-objective",
    with_small_c,
    "It looks as if c were made small too: what does the task say is to be as small as possible?",
)
@mistake(
    "through-the-means",
    between_means,
    "Your line seems to part the classes half way between their means. Should points far from the line matter?",
    when=lambda answer, *given: same_line(answer, between_means(*given)),
)
@mistake(
    "least-squares",
    least_squares,
    "That looks like a least-squares fit to the labels, at which points far off pull. Use the constraints.",
    when=lambda answer, *given: same_line(answer, least_squares(*given)),
)
@mistake(
    "between-two-points",
    lambda points, labels: pairs(points, labels)[0],
    "Your line seems to lie half way between two points, one of each class. Look at the others' margins, too.",
    when=lambda answer, *given: any(same_line(answer, line) for line in pairs(*given)),
)
@mistake(
    "not-minimal",
    lambda points, labels: 1.5 * SVM.separating_line(points, labels) + [0, 0, 0.1],
    "All constraints hold with room to spare: a² + b² can still shrink.",
    when=roomy,
)
def test_separating_line(student, reference, draw):
    """separating_line(points, labels) has margins ≥ 1 and the least a² + b²"""
    for points, labels in [*SETS, drawn(draw)]:
        line = reference.separating_line(points, labels)
        assert student.separating_line(points, labels) == widest_line(line, points, labels)


def told(answer, points, labels):
    """Put into a word how a list of indices differs from the right one, where it can be told."""
    right, listed = SVM.support_vectors(points, labels), list(answer)
    of_each = [labels[right].tolist().count(label) for label in (-1, 1)]
    found = [labels[[at for at in right if at in listed]].tolist().count(label) for label in (-1, 1)]
    if len(set(listed)) > sum(found):
        return "too-many" if found == of_each else ""
    if found == [1, 1]:
        return "nearest"
    if found in ([of_each[0], 0], [0, of_each[1]]):
        return "one-class"
    return "missing" if found != of_each else ""


def is_support(points, labels):
    """Say of each point whether it is a support vector."""
    return np.isin(np.arange(len(points)), SVM.support_vectors(points, labels))


def best_margins(points, labels):
    """Return the margins on the right line."""
    return SVM.margins(SVM.separating_line(points, labels), points, labels)


def within_each_class(points, labels):
    """Count the points of each class by themselves."""
    return np.sort(
        np.concatenate([np.flatnonzero(is_support(points, labels)[labels == label]) for label in (-1, 1)])
    )


@item(3, hint="Compute the margins of your line: which points have margin 1?")
@follows("separating_line", lambda line: touching(line, SVM.margins))
@follows("margins", lambda margins: touching(SVM.separating_line, margins))
@follows("margins", lambda margins: touching(by_margins(margins), margins))
@mistake(
    "points",
    lambda points, labels: points[is_support(points, labels)],
    "These are the points themselves. Asked are their indices, which are whole numbers.",
)
@mistake(
    "counted-from-one",
    lambda *given: SVM.support_vectors(*given) + 1,
    "Your indices seem to count from 1: which index has the first point in Python?",
)
@mistake(
    "nearest-of-each-class",
    lambda points, labels: [min(np.flatnonzero(is_support(points, labels) & (labels == k))) for k in (-1, 1)],
    "You seem to take one point of each class. Can more than one be the nearest?",
    when=lambda answer, *given: told(answer, *given) == "nearest",
)
@mistake(
    "one-class-only",
    lambda points, labels: np.flatnonzero(is_support(points, labels) & (labels > 0)),
    "You list points of one class only. Points of the other class can have margin 1, too.",
    when=lambda answer, *given: told(answer, *given) == "one-class",
)
@mistake(
    "missing",
    lambda points, labels: [],
    "A point whose margin is 1 is missing from your list. Print the margins: are they 1 to the last digit?",
    when=lambda answer, *given: told(answer, *given) == "missing",
)
@mistake(
    "complement",
    lambda *given: np.flatnonzero(~is_support(*given)),
    "These look like the points with room to spare. Which points hold the line in place?",
)
@mistake(
    "too-many",
    lambda points, labels: np.arange(len(points)),
    "You also list points whose margin is greater than 1. Print the margins: where do you stop?",
    when=lambda answer, *given: told(answer, *given) == "too-many",
)
@mistake(
    "unsorted",
    lambda *given: SVM.support_vectors(*given)[::-1],
    "These are the right points, but their indices do not rise.",
    when=lambda answer, *given: np.array_equal(np.sort(answer), SVM.support_vectors(*given)),
)
@mistake(
    "within-each-class",
    within_each_class,
    "It looks as if you counted within each class. An index is the place among all the points.",
)
@mistake(
    "too-deep",
    lambda *given: np.argwhere(is_support(*given)),
    "The right indices, but one level too deep, as np.argwhere and np.where give them. Return a flat list.",
    when=lambda answer, *given: (
        np.ndim(answer) > 1 and np.array_equal(np.ravel(answer), SVM.support_vectors(*given))
    ),
)
@mistake(
    "mask",
    is_support,
    "That says of each point whether it is one. Asked are the indices, as np.flatnonzero gives them.",
    when=lambda answer, *given: np.array_equal(answer, is_support(*given)),
)
@mistake(
    "margins",
    best_margins,
    "These look like margins. Asked are the indices of the points whose margin is 1.",
    when=lambda answer, *given: (
        np.size(answer) and (np.allclose(answer, 1) or np.allclose(answer, best_margins(*given)))
    ),
)
def test_support_vectors(student, reference, draw):
    """support_vectors(points, labels) are the indices of margin 1"""
    for points, labels in [*SETS, drawn(draw)]:
        assert student.support_vectors(points, labels) == close(reference.support_vectors(points, labels))


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
