"""Lesson 7 · The support vector machine as a constrained minimum."""

import functools

import numpy as np

from graders.engine import close, follows, item, lesson, mistakes, one_of, remembered, widest_line

SVM = lesson(__file__)
POINTS, LABELS = np.array(SVM.POINTS, float), np.array(SVM.LABELS, float)
# Puts some of the points on the wrong side, goes past the origin, and shows what is rounded
TEST_LINE = np.array([np.sqrt(2), -np.pi / 5, 1 / 3])
TERMS = np.eye(3)  # ax, by and c, each by itself
SOME_TERMS = [*TERMS, *(1 - TERMS)]
# x, y and label. What holds the best line: a point on each side; two of class −1; two of class +1;
# and a line that is upright
FACING = np.array([[1, 2, 1], [-2, 4, -1], [3, 3, 1], [-2, 6, -1], [2, 1, 1]], float)
ON_MINUS = np.array([[1, 3, 1], [6, 0, -1], [-3, 4, 1], [6, -2, -1], [1, -1, -1]], float)
ON_PLUS = np.array([[-1, 0, -1], [2, 6, 1], [5, 2, 1], [3, 6, 1], [6, 4, 1], [4, -2, 1], [0, -1, -1]], float)
UPRIGHT = np.array(
    [[6, 0, 1], [2.5, 1, 1], [-2.5, 5, -1], [2.5, 4, 1], [-0.5, 2, -1], [4, 3, 1], [-2, -1, -1]], float
)
# A narrow gap, so that a and b are large. One point stands twice, and two more have margin 1
# without holding the line.
NARROW = np.array(
    [[0.8, -1.2, -1], [-0.1, -0.5, 1], [-0.04, -0.68, -1], [-0.9, 0.1, 1], [-0.1, -0.5, 1], [0.2, -1, -1], [0.02, -0.56, -1], [-0.04, -0.38, 1]]
)  # fmt: skip
# Separable sets on which the course's own program finds the optimum from several starts
SETS = [
    (POINTS + np.array([0.37, -0.61]), LABELS),
    (POINTS @ [[0.0, 1.0], [-1.0, 0.0]] + [1.0, 2.0], -LABELS),
    # more than six points come before fewer: a loop over six gives a wrong answer first
    *((points[:, :2], points[:, 2]) for points in (NARROW, FACING, ON_MINUS, ON_PLUS, UPRIGHT)),
]
MANY = 5  # support vectors, as one set has: which of them are listed tells mistakes apart
SIX_POINTS = "It looks as if six points were expected. There may be more or fewer: ask for len(points)."


def drawn(draw):
    """Turn and shift the six points, and bring them in another order; one time in two the classes change.

    The best line stays well away from both axes' directions, and its three numbers from length 1, so that
    mistakes show apart.
    """
    angle, order = draw.number(0.9, 2.2), draw.rng.permutation(len(POINTS))
    turn = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    length = 1
    while abs(length - 1) < 0.01:
        points = np.round(POINTS @ turn + draw.numbers(2, -3, 3), 2)
        length = np.linalg.norm(SVM.separating_line(points, LABELS))
    return points[order], (LABELS * draw.rng.choice([-1, 1]))[order]


WRONG_MARGINS = [
    ("label-missing", lambda line, points, labels: score(line, points), "Does the class matter in your answer? A point on its own side has a positive margin, of either class."),
    ("label-missing-and-more", [
        lambda line, points, labels: score(line * [1, 1, 0], points),
        lambda line, points, labels: score(line * [1, 1, -1], points),
        lambda line, points, labels: score(line, points[:, ::-1]),
    ], "Look at two things: does the class matter, and is it ax + by + c with each number in its place?"),
    ("distance", lambda line, *given: SVM.margins(line, *given) / np.hypot(line[0], line[1]), "You seem to divide, as for the distance from the line. A margin is not divided by anything.",
        lambda answer, line, points, labels: any(
            np.allclose(np.abs(answer), np.abs(score(line, points)) / divisor)
            for divisor in (np.linalg.norm(line[:2]), np.linalg.norm(line), line[:2] @ line[:2])
        )),
    ("absolute", lambda line, points, labels: np.abs(score(line, points)), "None of your margins is negative: what should the margin of a point on the wrong side be?"),
    ("cut-at-zero", lambda *given: np.maximum(0, SVM.margins(*given)), "Your negative margins have become 0. Keep them: they show which points are on the wrong side."),
    ("square", [lambda *given: SVM.margins(*given) ** 2, lambda line, points, labels: labels * score(line, points) ** 2], "It looks as if ax + by + c were squared. A margin takes it as it is."),
    ("c-missing", lambda line, *given: SVM.margins(line * [1, 1, 0], *given), "It looks as if c were left out: compare with the equation of the line, ax + by + c = 0."),
    ("c-subtracted", lambda line, *given: SVM.margins(line * [1, 1, -1], *given), "It looks as if c were subtracted: compare with the equation of the line, ax + by + c = 0."),
    ("term-missing", [lambda line, *given, some=some: SVM.margins(line * some, *given) for some in SOME_TERMS[:-1]], "Not all of ax, by and c are in your answer: compare with the equation of the line, ax + by + c = 0."),
    ("term-twice", [lambda line, *given, term=term: SVM.margins(line * (1 + term), *given) for term in TERMS], "One of ax, by and c seems to be counted twice."),
    ("term-subtracted", [lambda line, *given, term=term: SVM.margins(line * (1 - 2 * term), *given) for term in TERMS[:2]], "It looks as if ax or by were subtracted: compare with the equation of the line, ax + by + c = 0."),
    ("slack", [
        lambda *given: SVM.margins(*given) - 1,
        lambda *given: 1 - SVM.margins(*given),
        lambda *given: np.maximum(0, 1 - SVM.margins(*given)),
    ], "The 1 belongs to the constraint, margin ≥ 1. Return the margin itself, not how far it is from 1."),
    ("sign", lambda *given: -SVM.margins(*given), "All signs are the wrong way round: a point on its own side has a positive margin."),
    ("swapped", lambda line, points, labels: SVM.margins(line, points[:, ::-1], labels), "It looks as if a were multiplied by y and b by x. Which column of the points holds x?"),
    ("line-order", [lambda line, *given, order=order: SVM.margins(line[order], *given) for order in ([2, 0, 1], [1, 2, 0], [2, 1, 0], [0, 2, 1])], "It looks as if a, b and c were read in another order. Which number stands where in line?"),
    ("one-coordinate", [lambda line, points, labels, column=column: SVM.margins(line, points[:, [column, column]], labels) for column in (0, 1)], "It looks as if a and b were multiplied by the same coordinate. Which column of the points belongs to which?"),
    ("label-on-a-part", [
        lambda line, points, labels, some=some: SVM.margins(line * some, points, labels) + score(line * (1 - some), points)
        for some in SOME_TERMS
    ], "The label seems to multiply only a part of ax + by + c: look at the brackets."),
    ("label-added", [
        lambda line, points, labels: score(line, points) + labels,
        lambda line, points, labels: score(line, points) - labels,
        lambda line, points, labels: labels - score(line, points),
    ], "It looks as if the label were added or subtracted: read again what the margin does with it."),
    ("class-zero", lambda line, points, labels: (labels > 0) * score(line, points), "Every point of class −1 gets 0: its label seems to be taken for 0, as `labels == 1` does."),
    ("sides", lambda *given: np.sign(SVM.margins(*given)), "This tells which points are on their own side, but not by how much.",
        lambda answer, *given: (
            np.array_equal(answer, np.sign(SVM.margins(*given)))
            or np.array_equal(answer, SVM.margins(*given) > 0)
        )),
    ("predicted-class", lambda line, points, labels: np.sign(score(line, points)), "This is the class that the line gives to each point. A margin is more than a sign, and asks for the label."),
    ("labels", lambda line, points, labels: labels, "These are the labels as they came in. Where does the line come into your answer?"),
    ("own-line", lambda line, points, labels: SVM.margins(SVM.separating_line(POINTS, LABELS), points, labels), "It looks as if the lesson's line were used, not the one that is passed in."),
    ("own-points", lambda line, points, labels: SVM.margins(line, POINTS, LABELS), "It looks as if the lesson's six points were used, not those that are passed in."),
    ("six-points", lambda line, points, labels: SVM.margins(line, points[range(6)], labels[range(6)]), SIX_POINTS),
]  # fmt: skip


@item(
    3, hint="Work out the margin of the first point by hand, and compare. There is one number for each point."
)
@mistakes(WRONG_MARGINS)
def test_margins(student, reference, draw):
    """margins(line, points, labels) is labelᵢ·(a xᵢ + b yᵢ + c)"""
    for points, labels in [*SETS, drawn(draw)]:
        for line in (TEST_LINE, np.array(draw.numbers(3, -2, 2))):
            assert student.margins(line, points, labels) == close(reference.margins(line, points, labels))


@functools.cache
def by_margins(margins):
    """Solve the task with a student's margins."""
    return remembered(lambda *given: solved(lambda line: line[:2] @ line[:2], margins, *given))


WRONG_LINES = [
    ("normalised", lambda *given: unit(*given), "It looks like the right line with (a, b, c) multiplied by something. What margin must the closest points have, and what do yours have? Look at the sign, too.",
        lambda answer, *given: same_line(answer, SVM.separating_line(*given)) and abs(scale(answer, *given) - 1) > 0.005),
    ("signs-flipped", lambda *given: -SVM.separating_line(*given), "The signs look the wrong way round: on which side of the line must class +1 lie?"),
    ("c-wrong", lambda *given: SVM.separating_line(*given) * [1, 1, -1], "Your a and b look right, but not your c. Compare the smallest margins of the two classes.",
        lambda answer, *given: is_line(answer) and answer[2] != 0 and only_c_wrong(answer, *given)),
    ("c-zero", lambda *given: SVM.separating_line(*given) * [1, 1, 0], "Your c is 0 each time, so your line runs through the origin. Does the best line have to?",
        lambda answer, *given: is_line(answer) and answer[2] == 0 and np.hypot(answer[0], answer[1]) > 1e-3),
    ("other-order", lambda *given: np.roll(SVM.separating_line(*given), 1), "These look like the right three numbers, but in another order than (a, b, c).",
        lambda answer, *given: another_order(answer, SVM.separating_line(*given))),
    ("along-the-line", lambda *given: SVM.separating_line(*given)[[1, 0, 2]] * [-1, 1, 1], "Your (a, b) seems to run along the best line. How does (a, b) lie to the line ax + by + c = 0?",
        lambda answer, *given: is_line(answer) and abs(answer[:2] @ unit(*given)[:2]) < 1e-3 * np.hypot(answer[0], answer[1])),
    ("no-line", lambda points, labels: np.zeros(3), "a = b = 0 is no line. Did the solver report success? Is each condition ≥ the right way round, with its label and its 1?",
        lambda answer, points, labels: is_line(answer) and np.hypot(answer[0], answer[1]) < 1e-3),
    ("c-in-the-objective", lambda *given: with_small_c(*given), "It looks as if c were made small too: what does the task say is to be as small as possible?"),
    ("through-the-means", lambda *given: between_means(*given), "Your line seems to separate the classes half way between their means. Should points far from the line matter?",
        lambda answer, *given: same_line(answer, between_means(*given))),
    ("least-squares", lambda *given: least_squares(*given), "That looks like a least-squares fit to the labels, at which points far off pull. Use the constraints.",
        lambda answer, *given: same_line(answer, least_squares(*given))),
    ("between-two-points", lambda *given: pairs(*given)[0], "Your line seems to lie half way between two points, one of each class. Look at the others' margins, too.",
        lambda answer, *given: any(same_line(answer, line) for line in pairs(*given))),
    ("rounded", [lambda *given: np.round(SVM.separating_line(*given), 1), lambda *given: np.trunc(SVM.separating_line(*given))], "Your numbers look rounded or cut off. Return them as they come: a margin of 1 leaves no room for that.",
        lambda answer, *given: rounded(answer, SVM.separating_line(*given))),
    ("nearly", lambda *given: 1.002 * SVM.separating_line(*given), "Nearly: a² + b² is only a little too large. Did a solver stop early, or is a step too coarse?",
        lambda answer, *given: (
            is_line(answer)
            and not rounded(answer, SVM.separating_line(*given))
            and np.min(SVM.margins(answer, *given)) >= 1 - 1e-3
            and scale(answer, *given) <= 1.005
        )),
    ("not-minimal", lambda *given: 1.5 * SVM.separating_line(*given) + [0, 0, 0.1], "All constraints hold with room to spare: a² + b² can still shrink.",
        lambda answer, *given: roomy(answer, *given)),
    ("two-numbers", [lambda *given: SVM.separating_line(*given)[:2], lambda *given: SVM.separating_line(*given)[1:]], "Two numbers came back. A line has three here: (a, b, c).",
        lambda answer, *given: np.shape(answer) == (2,)),
    ("least-value", [lambda *given, factor=factor: factor * np.sum(SVM.separating_line(*given)[:2] ** 2) for factor in (1, 0.5)], "That is how small a² + b² gets. Return where it does: a, b and c."),
    ("too-deep", [lambda *given: SVM.separating_line(*given).reshape(1, 3), lambda *given: SVM.separating_line(*given).reshape(3, 1)], "The three numbers are right, but one level too deep. Return them flat, of shape (3,)."),
    ("six-points", lambda points, labels: SVM.separating_line(points[range(6)], labels[range(6)]), SIX_POINTS),
]  # fmt: skip


@item(5, hint="Return three numbers, (a, b, c). Put them into margins: what is the smallest of each class?")
@follows("margins", by_margins)
@mistakes(WRONG_LINES)
def test_separating_line(student, reference, draw):
    """separating_line(points, labels) has margins ≥ 1 and the least a² + b²"""
    for points, labels in [*SETS, drawn(draw)]:
        line = reference.separating_line(points, labels)
        assert student.separating_line(points, labels) == widest_line(line, points, labels)


def touching(lines, margins):
    """List the points whose margin is 1 on a line, in the ways in which that is compared."""
    found = remembered(lambda *given: margins(lines(*given), *given))
    return [
        lambda *given: np.flatnonzero(np.isclose(found(*given), 1, atol=1e-3)),
        lambda *given: np.flatnonzero(found(*given) <= 1 + 1e-3),
        lambda *given: np.flatnonzero(found(*given) <= 1e-3 + np.min(found(*given))),
    ]


WRONG_INDICES = [
    ("points", lambda points, labels: points[is_support(points, labels)], "These are the points themselves. The task asks for their indices, which are whole numbers."),
    ("labels", [lambda points, labels: labels[is_support(points, labels)], lambda points, labels: labels], "These are labels. The task asks for indices: the places of points in the list."),
    ("how-many", lambda *given: len(SVM.support_vectors(*given)), "That is how many there are. The task asks which: return their indices."),
    ("counted-from-one", lambda *given: SVM.support_vectors(*given) + 1, "Your indices seem to count from 1: which index does the first point have in Python?"),
    ("nearest-of-each-class", lambda points, labels: [min(np.flatnonzero(is_support(points, labels) & (labels == k))) for k in (-1, 1)], "You list one point of a class where several are equally near. Can more than one be the nearest?",
        lambda answer, *given: one_of_several(answer, *given)),
    ("one-class-only", [
        lambda points, labels: np.flatnonzero(is_support(points, labels) & (labels > 0)),
        lambda points, labels: np.flatnonzero(is_support(points, labels) & (labels < 0)),
    ], "You list points of one class only. Points of the other class can have margin 1, too."),
    ("missing", [
        lambda points, labels: [],
        lambda *given: SVM.support_vectors(*given)[1:],
        lambda *given: SVM.support_vectors(*given)[:-1],
    ], "Some point whose margin is 1 is missing from your list. Print all margins, to the last digit, and compare.",
        lambda answer, *given: lacks_some(answer, *given) and not lacks_as_known(answer, *given)),
    ("complement", lambda *given: np.flatnonzero(~is_support(*given)), "These look like the points with room to spare. Which points hold the line in place?"),
    ("too-many", lambda points, labels: np.arange(len(points)), "You also list points whose margin is greater than 1. Print the margins: where do you stop?",
        lambda answer, *given: has_more(answer, *given)),
    ("too-few-and-too-many", lambda *given: np.sort(np.argsort(best_margins(*given))[:3]), "For some sets you list too few points, and for others too many. Print the margins: how many are 1?",
        lambda answer, *given: (lacks_some if len(SVM.support_vectors(*given)) >= MANY else has_more)(answer, *given)),
    ("twice", [lambda *given: np.repeat(SVM.support_vectors(*given), 2), lambda *given: np.tile(SVM.support_vectors(*given), 2)], "Your list has the right points, but some more than once.",
        lambda answer, *given: len(answer) > len(set(answer)) and set(answer) == set(SVM.support_vectors(*given))),
    ("unsorted", lambda *given: SVM.support_vectors(*given)[::-1], "These are the right points, but not in rising order.",
        lambda answer, *given: np.array_equal(np.sort(answer), SVM.support_vectors(*given))),
    ("within-each-class", lambda *given: within_each_class(*given), "It looks as if you counted within each class. An index is the place among all the points."),
    ("by-class", lambda points, labels: [np.flatnonzero(is_support(points, labels) & (labels == k)) for k in (-1, 1)], "Your indices stand in two lists, one for each class. Return one flat list.",
        lambda answer, *given: len(answer) == 2 and np.array_equal(np.sort(np.concatenate(answer)), SVM.support_vectors(*given))),
    ("too-deep", lambda *given: np.argwhere(is_support(*given)), "The right indices, but one level too deep, as np.argwhere and np.where give them. Return a flat list.",
        lambda answer, *given: np.ndim(answer) > 1 and np.array_equal(np.ravel(answer), SVM.support_vectors(*given))),
    ("mask", lambda *given: is_support(*given), "That says of each point whether it is one. The task asks for the indices of those that are.",
        lambda answer, *given: np.array_equal(answer, is_support(*given))),
    ("margins", lambda *given: best_margins(*given), "These look like margins. The task asks for the indices of the points whose margin is 1.",
        lambda answer, *given: np.size(answer) and (np.allclose(answer, 1) or np.allclose(answer, best_margins(*given)))),
    ("another-line", [
        *touching(lambda *given: with_small_c(*given), SVM.margins),
        *touching(lambda *given: SVM.separating_line(POINTS, LABELS), SVM.margins),
    ], "These look like the nearest points of another line. Is yours the one that separating_line should find?"),
    ("six-points", lambda points, labels: [at for at in range(6) if is_support(points, labels)[at]], SIX_POINTS),
]  # fmt: skip


@item(3, hint="Compute the margins of your line: which points have margin 1?")
@follows("separating_line", lambda line: touching(line, SVM.margins))
@follows("margins", lambda margins: touching(SVM.separating_line, margins))
@follows("margins", lambda margins: touching(by_margins(margins), margins))
@mistakes(WRONG_INDICES)
def test_support_vectors(student, reference, draw):
    """support_vectors(points, labels) are the indices of margin 1"""
    for points, labels in [*SETS, drawn(draw)]:
        assert student.support_vectors(points, labels) == close(reference.support_vectors(points, labels))


WRONG_REASONS = [
    ("same-class", lambda: "same_class", "A new point of a known class can well move the line, if it lies close. What about these three?"),
    ("far", lambda: "far", "Distance from the origin does not enter the constraints. What do the constraints say of these three?"),
    ("symmetric", lambda: "symmetric", "They need not be symmetric: move one further out, and the line stays. Why?"),
    ("active", lambda: "active", "An active constraint holds with equality, and then the line leans on it. Is that so for these three?",
        lambda word: word.strip().lower() == "active"),
]  # fmt: skip


@item(3, hint="Move one of the three new points towards the line: when does the line start to move?")
@mistakes(WRONG_REASONS)
def test_reason_unchanged(student, reference):
    """reason_unchanged() says why three more points change nothing"""
    assert student.reason_unchanged() == one_of(
        reference.reason_unchanged(), "same_class", "far", "symmetric"
    )


def score(line, points):
    """Return ax + by + c at every point."""
    return points @ np.asarray(line)[:2] + line[2]


def solved(objective, margins, points, labels, start=(1, 1, 1)):
    """Minimise an objective with all margins at least 1, as the course's own program does."""
    from scipy.optimize import minimize

    constraint = {"type": "ineq", "fun": lambda line: margins(line, points, labels) - 1}
    return minimize(objective, start, constraints=[constraint]).x


def with_small_c(*given):
    """Minimise a² + b² + c² instead."""
    return solved(lambda line: line @ line, SVM.margins, *given, start=SVM.separating_line(*given))


def unit(points, labels):
    """Make (a, b) of the right line as long as 1."""
    line = SVM.separating_line(points, labels)
    return line / np.hypot(line[0], line[1])


def bisector(minus, plus):
    """Return the line half way between two points, on which they have margin 1."""
    way = plus - minus
    return np.array([*way, -way @ (minus + plus) / 2]) * 2 / (way @ way)


def between_means(points, labels):
    """Separate the classes half way between their means."""
    return bisector(points[labels < 0].mean(axis=0), points[labels > 0].mean(axis=0))


def pairs(points, labels):
    """Return the lines half way between two points, one of each class, those of the nearest first."""
    found = [bisector(minus, plus) for minus in points[labels < 0] for plus in points[labels > 0]]
    return sorted(found, key=lambda line: -np.hypot(line[0], line[1]))


def least_squares(points, labels):
    """Fit a plane to the labels."""
    return np.linalg.lstsq(np.column_stack([points, np.ones(len(points))]), labels, rcond=None)[0]


def is_line(answer):
    """Say whether an answer is three finite numbers."""
    return np.shape(answer) == (3,) and np.all(np.isfinite(answer))


def same_line(answer, line):
    """Say whether two lines are the same, at whatever scale and with whatever sign."""
    ratio = np.dot(answer, line) / np.dot(line, line)
    return abs(ratio) > 1e-6 and np.allclose(answer, ratio * line, rtol=0, atol=1e-3 * np.max(np.abs(answer)))


def scale(answer, *given):
    """Say how many times as long (a, b) is as that of the right line."""
    return np.hypot(answer[0], answer[1]) / np.linalg.norm(SVM.separating_line(*given)[:2])


def only_c_wrong(answer, points, labels):
    """Say whether a line with another c would be right: that moves the two classes' margins against each other."""
    margins = SVM.margins(answer, points, labels)
    balanced = (np.min(margins[labels < 0]) + np.min(margins[labels > 0])) / 2
    return balanced >= 1 - 1e-3 and scale(answer, points, labels) <= 1.0005


def another_order(answer, line):
    """Say whether an answer is a line's three numbers, not all in their places."""
    return is_line(answer) and agree(np.sort(answer), np.sort(line)) and not agree(answer, line)


def agree(numbers, wanted):
    """Say whether numbers agree as far as those of a line must."""
    return np.allclose(numbers, wanted, rtol=0, atol=1e-3)


def rounded(answer, line):
    """Say whether an answer is the right line, as near as a solver finds it, rounded or cut off."""
    off = np.max(np.abs(answer - line))
    return any(
        np.array_equal(answer, np.round(answer, digits)) and off < room
        for digits, room in ((0, 1), (1, 0.052), (2, 0.006), (3, 0.0015))
    )


def roomy(answer, *given):
    """Say whether all constraints hold with room to spare, and the scale is not all that is wrong."""
    room = is_line(answer) and np.min(SVM.margins(answer, *given)) > 1.01
    return room and not any(same_line(answer, line(*given)) for line in (unit, between_means, least_squares))


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


def found_of_each(indices, points, labels):
    """Count the support vectors of each class among some indices."""
    found = is_support(points, labels) & np.isin(np.arange(len(points)), indices)
    return [np.sum(found[labels == label]) for label in (-1, 1)]


def lacks_some(answer, *given):
    """Say whether an answer has only support vectors, but not all of them."""
    return set(np.atleast_1d(answer)) < set(SVM.support_vectors(*given))


def has_more(answer, points, labels):
    """Say whether an answer has all support vectors, and other points as well."""
    return set(SVM.support_vectors(points, labels)) < set(answer) <= set(range(len(points)))


def one_of_several(answer, *given):
    """Say whether an answer has, of each class, all support vectors or one, and not all of both unless one each."""
    right = SVM.support_vectors(*given)
    wanted, found = found_of_each(right, *given), found_of_each(answer, *given)
    one_or_all = all(some in (1, every) for some, every in zip(found, wanted, strict=True))
    return set(np.atleast_1d(answer)) <= set(right) and one_or_all and (found != wanted or found == [1, 1])


def lacks_as_known(answer, *given):
    """Say whether a mistake with a name lists these, of the set with most support vectors."""
    wanted, found = found_of_each(SVM.support_vectors(*given), *given), found_of_each(answer, *given)
    one_class = found in ([wanted[0], 0], [0, wanted[1]])
    return sum(wanted) >= MANY and (one_class or one_of_several(answer, *given))
