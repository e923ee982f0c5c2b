"""Follow-through: one slip costs once, where a later function is right for what an earlier one returns."""

import msgspec
import pytest

from graders.engine import course as courses
from graders.engine import exam, suites

RATE = """
def directional_rate(func, x, y, angle, step):
    return (func(x + step * np.{x}(angle), y + step * np.{y}(angle)) - func(x, y)) / step
"""
SEARCH = """
def steepest_ascent(func, x, y):
    angles = np.linspace(0, 2 * np.pi, 720)
    rates = [directional_rate(func, x, y, t, 1e-4) for t in angles]
    best = int(np.argmax(rates))
    return [{sign}rates[best] * np.cos(angles[best]), rates[best] * np.sin(angles[best])]
"""
ALONE = """
def steepest_ascent(func, x, y):
    h = 1e-6
    return [(func(x, y + h) - func(x, y)) / h, (func(x + h, y) - func(x, y)) / h]
"""
WITH_ACTIVATION = """
def layer_jacobian(mlp, layer):
    return mlp.slope(mlp.activations[layer - 1], mlp.z[layer][0])[:, None] * mlp.W[layer].T
"""
SLACK = """
def margins(line, points, labels):
    a, b, c = line
    return labels * (a * points[:, 0] + b * points[:, 1] + c) - 1
"""
SOLVER = """
from scipy.optimize import minimize

def separating_line(points, labels):
    constraint = {"type": "ineq", "fun": lambda v: margins(v, points, labels) - 1}
    return minimize(lambda v: v[0] ** 2 + v[1] ** 2, [1, 1, 1], constraints=constraint).x
"""
SMALL_C = SOLVER.replace("v[1] ** 2", "v[1] ** 2 + v[2] ** 2")
TOUCHING = """
def support_vectors(points, labels):
    line = separating_line(points, labels)
    return [i for i, m in enumerate(margins(line, points, labels)) if abs(m - 1) < 1e-3]
"""


def judged(module, item, source):
    """Return the outcome of an item, with a student's functions behind the reference's."""
    lesson = courses.course().lesson(module)
    [found] = [each for each in suites.items(lesson) if each.name == item]
    reference = (courses.REFERENCE / f"{module}.py").read_text("utf-8")
    [outcome] = exam.judged(lesson, found, reference + source, [3])
    return outcome


L3, L5, L7 = "lesson03_gradient", "lesson05_backpropagation", "lesson07_support_vector_machine"


@pytest.mark.parametrize(
    ("module", "item", "source"),
    [
        (L3, "steepest_ascent", RATE.format(x="sin", y="cos") + SEARCH.format(sign="")),
        (L5, "network_jacobian", WITH_ACTIVATION),
        (L7, "separating_line", SLACK + SOLVER),
        (L7, "support_vectors", SMALL_C + TOUCHING),
    ],
)
def test_a_slip_costs_once(module, item, source):
    """What is right for the student's own earlier function earns its points, and says so."""
    outcome = judged(module, item, source)
    assert (outcome.outcome, outcome.score) == ("right", outcome.points)
    assert outcome.note == f"{module[:8]}.{item}.follow-through"
    assert outcome.advice.startswith("Follow-through: right for what ")


@pytest.mark.parametrize(
    ("module", "item", "source"),
    [
        # two slips
        (L3, "steepest_ascent", RATE.format(x="sin", y="cos") + SEARCH.format(sign="-")),
        # the same values, but the earlier function is never called
        (L3, "steepest_ascent", RATE.format(x="sin", y="cos") + ALONE),
        # the earlier function is wrong in no known way
        (L3, "steepest_ascent", RATE.format(x="sinh", y="tanh") + SEARCH.format(sign="")),
        # the earlier function is right
        (L3, "steepest_ascent", SEARCH.format(sign="-")),
        (L7, "support_vectors", SMALL_C + TOUCHING.replace("i for", "i + 1 for")),
    ],
)
def test_no_points_for_more(module, item, source):
    """A slip of the later function's own costs its points."""
    assert judged(module, item, source).outcome == "wrong"


def test_it_can_be_switched_off(monkeypatch):
    """With ``scoring.follow_through: false`` every item is judged by itself."""
    course = courses.course()
    strict = msgspec.structs.replace(course, scoring=courses.Scoring(follow_through=False))
    monkeypatch.setattr(courses, "course", lambda: strict)
    outcome = judged(L3, "steepest_ascent", RATE.format(x="sin", y="cos") + SEARCH.format(sign=""))
    assert (outcome.outcome, outcome.note) == ("wrong", "lesson03.steepest_ascent.swapped")
