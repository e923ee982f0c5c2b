"""The course tests itself: the reference earns all, stubs nothing, and every mistake is known by its note."""

import numpy as np
import pytest
import scipy.optimize
import sympy as sp

import graders.test_lesson07_support_vector_machine as lesson07
from graders.engine import course as courses
from graders.engine import draw, exam, intake, references, rehearsal, suites
from graders.engine.proxy import Stop
from graders.engine.score import Judge

COURSE = courses.course()
ITEMS = [(lesson, item) for lesson in COURSE.lessons for item in suites.items(lesson)]
LONG = ("lesson04", "lesson05", "lesson06")  # these take longest, and run no other code than the rest
MISTAKES = [
    pytest.param(
        lesson,
        item,
        mistake,
        id=f"{lesson.module}-{item.name}-{mistake.name}",
        marks=[pytest.mark.unmeasured] if lesson.module.startswith(LONG) else [],
    )
    for lesson, item in ITEMS
    for mistake in item.mistakes
]
SEEDS = (1, 2, 3)


def item_id(value):
    """Name a parameter by what it is."""
    return getattr(value, "module", getattr(value, "name", str(value)))


def judge(lesson, item, functions, seed):
    """Return the judge of a rehearsed student."""
    reference = references.load(lesson.module)
    return Judge(COURSE, lesson, rehearsal.student({**vars(reference), **functions}, reference), seed)


def test_points():
    """The points are those of the course page, and add up to 100."""
    points = {}
    for lesson, item in ITEMS:
        points.setdefault(lesson.module[6:8], {})[item.name] = item.points
    assert points == {
        "01": {"f": 2, "derivative": 3, "f_prime": 3, "rate_of_change": 4, "plot_derivative": 2},
        "02": {
            "f": 2,
            "antiderivative": 3,
            "antiderivative_values": 3,
            "running_area": 4,
            "plot_integral": 2,
        },
        "03": {"f": 2, "gradient": 4, "directional_rate": 4, "steepest_ascent": 4},
        "04": {"f": 3, "jacobian": 6, "jacobian_expression": 5},
        "05": {"jacobian_term": 3, "layer_jacobian": 5, "network_jacobian": 5, "model_settings": 3},
        "06": {"derivative": 2, "f_prime": 2, "stationary_points": 5, "extremum": 3, "plot_log": 2},
        "07": {"margins": 3, "separating_line": 5, "support_vectors": 3, "reason_unchanged": 3},
    }
    assert sum(item.points for _, item in ITEMS) == 100


@pytest.mark.parametrize(("lesson", "item"), ITEMS, ids=item_id)
def test_mistakes_are_enough(lesson, item):
    """An item of three points or more knows at least four mistakes, each with advice."""
    assert item.points < 3 or len(item.mistakes) >= 4
    assert all(mistake.advice.strip() for mistake in item.mistakes)
    assert item.hint


@pytest.mark.parametrize("seed", SEEDS)
def test_reference_earns_everything(worker, course, seed):
    """The reference, handed in, earns 100 of 100."""
    outcomes = suites.grade(intake.read(courses.REFERENCE, course), worker, course, seed=seed)
    assert [outcome for outcome in outcomes if outcome.outcome != "right"] == []
    assert sum(outcome.score for outcome in outcomes) == 100


def test_stubs_earn_nothing(worker, course):
    """The stubs earn nothing, and each item says that it is not written yet."""
    outcomes = suites.grade(intake.read(courses.ASSIGNMENTS, course), worker, course)
    assert {outcome.objection for outcome in outcomes} == {
        f"{outcome.item} is not written yet" for outcome in outcomes
    }
    assert sum(outcome.score for outcome in outcomes) == 0


def test_stub_is_graded_once(worker, course, monkeypatch):
    """A lesson as it was handed out starts no second child, for whatever seed and ends of lines; a changed one does."""
    stubs = intake.read(courses.ASSIGNMENTS, course)
    before = suites.grade(stubs, worker, course, seed=1)
    monkeypatch.setattr(worker, "child", lambda *_, **__: pytest.fail("a child was started"))
    stubs.sources.update({name: source.replace(b"\n", b"\r\n") for name, source in stubs.sources.items()})
    assert suites.grade(stubs, worker, course, seed=2) == before
    stubs.sources["lesson07_support_vector_machine.py"] += b"\n\nreason_unchanged = lambda: 'inactive'\n"
    with pytest.raises(pytest.fail.Exception):
        suites.grade(stubs, worker, course, seed=2)


def test_what_is_remembered(monkeypatch):
    """What was solved for an expression or an array is not solved again, and nobody can spoil what is remembered."""
    calls = []

    @references.remembered
    def solve(*given):
        calls.append(given)
        return [1.0, 2.0]

    x = sp.Symbol("x")
    for given in ((x**2,), (np.eye(2), x), (np.ones(4),), (np.ones((2, 2)),), (np.ones(4, int),)):
        solve(*given).clear()
        assert solve(*given) == [1.0, 2.0]
    assert len(calls) == 5
    monkeypatch.setattr(references, "REMEMBERED", 2)
    solve(x**3)
    solve(x**2)
    assert len(calls) == 7  # the oldest had to go


def test_reference_remembers_nothing_that_can_change(monkeypatch):
    """What it solved is not solved again; an object that can change is looked at each time."""
    optimization, perceptron = (
        references.load(each.module) for each in (COURSE.lessons[5], COURSE.lessons[4])
    )
    x = sp.Symbol("x")
    solved = optimization.stationary_points(x**2)
    monkeypatch.setattr(optimization, "sp", None)  # nothing can be solved from here on
    assert optimization.stationary_points(x**2) == solved == [0]
    network = perceptron.MLP([2, 2, 2, 1], 3 * ["tanh"])
    before = perceptron.layer_jacobian(network, 2).copy()
    network.W[2] = network.W[2] + 1
    assert np.allclose(perceptron.layer_jacobian(network, 2), before + 1)


@pytest.mark.parametrize(("lesson", "item", "mistake"), MISTAKES)
def test_mistake_loses_and_is_known(lesson, item, mistake):
    """A mistake in the reference's place loses the points, and is known by its own note only.

    Its first way stands for all; `calcgrade check` asks about each, with another seed, in the worker.
    """
    assert exam.mistaken(lesson, item, mistake, mistake.ways[0], SEEDS[1]) == ""


def degenerate(lesson, item):
    """Yield ways to answer without knowing anything."""
    for constant in (
        0,
        0.0,
        1,
        -1,
        2.0,
        True,
        None,
        "",
        "answer",
        [],
        [0],
        (0.0, 0.0),
        {},
        float("nan"),
        float("inf"),
    ):
        yield repr(constant), lambda *a, value=constant: value
    right = vars(references.load(lesson.module))[item.name]
    yield "echo", lambda *a: a[0] if a else None
    yield "all arguments", lambda *a: a
    for value in (0.0, 1.0, np.nan, np.inf):

        def filled(*a, value=value):
            answer = right(*a)
            return np.full(np.shape(answer), value) if isinstance(answer, float | np.ndarray) else value

        yield f"right shape, all {value}", filled


@pytest.mark.parametrize(("lesson", "item"), ITEMS, ids=item_id)
def test_no_points_for_nothing(lesson, item):
    """No item earns points for a constant, an echo of its arguments, zeros or NaN."""
    for name, wrong in degenerate(lesson, item):
        outcome = judge(lesson, item, {item.name: wrong}, 1).judge(item)
        assert outcome.outcome in ("wrong", "stopped"), (name, outcome)


@pytest.mark.parametrize(("lesson", "item"), ITEMS, ids=item_id)
def test_every_item_asks(lesson, item):
    """An item asks more than one thing, unless it takes no arguments."""
    lines = judge(lesson, item, {}, 1).transcript(item).lines
    assert lines
    assert not any(isinstance(line.returned, Stop) for line in lines)
    assert len(lines) > 1 or not lines[0].arguments or item.name.startswith("plot_")


@pytest.mark.parametrize(("lesson", "item"), ITEMS, ids=item_id)
def test_same_seed_same_questions(lesson, item):
    """The same seed asks the same, and another seed asks something else where points are drawn."""
    asked = [
        [repr(line.arguments) for line in judge(lesson, item, {}, seed).transcript(item).lines]
        for seed in (1, 1, 2)
    ]
    assert asked[0] == asked[1] or "mlp" in asked[0][0].lower()
    if (
        "draw" in item.test.__code__.co_varnames[: item.test.__code__.co_argcount]
        and item.name != "model_settings"
    ):
        assert asked[0] != asked[2]


STARTS = [(1, 1, 1), (0, 0, 0.5), (0, 0, 0), (1, 0, 0), (0, 1, 0), (-1, -1, -1), (1, 1, -1), (-1, 2, 3)]


@pytest.mark.parametrize("start", STARTS, ids=str)
def test_sets_are_such_that_the_courses_own_program_solves_them(start):
    """SLSQP with default options finds the optimum of every set that lesson 7 asks about, from any start."""
    sets = list(lesson07.SETS)
    for seed in range(20):
        with draw.seeded(seed) as drawn:
            sets.append(lesson07.drawn(drawn))
    for points, labels in sets:
        best = lesson07.SVM.separating_line(points, labels)
        constraint = {
            "type": "ineq",
            "fun": lambda line, p=points, y=labels: y * (p @ line[:2] + line[2]) - 1,
        }
        found = scipy.optimize.minimize(lambda line: line[:2] @ line[:2], start, constraints=[constraint])
        assert found.fun == pytest.approx(best[:2] @ best[:2], rel=1e-4)
        margins = labels * lesson07.score(best, points)
        assert margins[margins > 1.001].min() > 1.3  # no point is nearly a support vector
