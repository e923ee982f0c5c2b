"""Follow-through: one slip costs once, where a later function is right for what an earlier one returns."""

import msgspec
import pytest

from graders.engine import course as courses
from graders.engine import exam, recorder, replay, suites
from graders.engine.rubric import rubric

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
        # the earlier function brings no answer
        (L3, "steepest_ascent", "\ndef directional_rate(*_): return 1 / 0\n" + ALONE),
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


SUITE = """
import numpy as np
from graders.engine import close, follows, formula, item, mistake

FUNC = formula("x*y + x**2", "x", "y")

def swapped(func, x, y, angle, step):
    return (func(x + step * np.sin(angle), y + step * np.cos(angle)) - func(x, y)) / step

@item(2)
@mistake("swapped", swapped, "Which of the two belongs to x?")
def test_directional_rate(student, reference):
    "a rate of change"
    given = FUNC, 1.0, 2.0, 0.5, 0.1
    assert student.directional_rate(*given) == close(reference.directional_rate(*given))

@item(2)
@follows("directional_rate")
def test_steepest_ascent(student, reference):
    "the gradient, found by trying"
    assert student.steepest_ascent(FUNC, 1.0, 2.0) == close(reference.steepest_ascent(FUNC, 1.0, 2.0), length=0.01)
"""


@pytest.fixture
def written():
    """Return the names of a suite, by its text."""

    def run(text):
        names = {"__name__": "suite"}
        exec(text, names)
        return names

    return run


def recorded(names, course, monkeypatch):
    """Return the names of the same suite in a kit, which has no reference."""
    items = [found for found in map(rubric, names.values()) if found is not None]
    monkeypatch.setattr(suites, "items", lambda lesson: items)
    made = recorder.record(msgspec.structs.replace(course, lessons=(course.lesson(L3),)))
    monkeypatch.setattr(replay, "recorded", lambda: made)
    kits = {}
    replay.suite(f"test_{L3}.py", kits)
    return kits


@pytest.mark.parametrize("in_kit", [False, True])
@pytest.mark.parametrize(("sign", "outcome"), [("", "right"), ("-", "wrong")])
def test_the_reference_in_terms_of_the_earlier_function(written, course, monkeypatch, in_kit, sign, outcome):
    """Where a suite names only the earlier item, the reference that calls the student's slip is right for it."""
    names = written(SUITE)
    if in_kit:
        names = recorded(names, course, monkeypatch)
    source = RATE.format(x="sin", y="cos") + SEARCH.format(sign=sign)
    reference = (courses.REFERENCE / f"{L3}.py").read_text("utf-8")
    later = rubric(names["test_steepest_ascent"])
    [found] = exam.judged(course.lesson(L3), later, reference + source, [3])
    assert found.outcome == outcome


def test_an_earlier_item_that_is_none(written, course):
    """A suite that follows a misspelt item is the grader's fault: nobody loses points, and the name is told."""
    names = written(SUITE.replace('@follows("directional_rate")', '@follows("rate")'))
    reference = (courses.REFERENCE / f"{L3}.py").read_text("utf-8")
    later = rubric(names["test_steepest_ascent"])
    [found] = exam.judged(course.lesson(L3), later, reference + SEARCH.format(sign="-"), [3])
    assert found.outcome == "error"
    assert "steepest_ascent follows rate, which is no item of its suite" in found.advice
