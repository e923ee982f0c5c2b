"""The diagnosis: the mistake that explains the whole transcript, else a general trait, else nothing."""

import numpy as np
import pytest

from graders.engine import close, gradient_of, item, mistake
from graders.engine.course import Course, Lesson
from graders.engine.plain import plain
from graders.engine.references import load
from graders.engine.rehearsal import student
from graders.engine.rubric import rubric
from graders.engine.score import Judge
from graders.engine.worker import encode

REFERENCE = load("lesson03_gradient")
LESSON = Lesson("lesson03_gradient", "Gradient")
XS = [0.5, -1.3, 2.25, 3.1]


def suite():
    """Return an item as suites have it."""

    @item(3, hint="a hint")
    @mistake("twice", lambda x: 2 * (x**2 - x + 0.3), "You have it twice.")
    @mistake("zero", lambda x: 0.0, "You have nothing.")
    @mistake("stops", lambda x: 1 / 0 if x < 0 else -1.0, "You divide by zero.")
    @mistake("large", lambda x: 1e6, "You have too much.", when=lambda answer, x: answer > 1000)
    def test_square(student):
        """square(x) is x² − x + 0.3"""
        for x in XS:
            assert student.square(x) == close(x**2 - x + 0.3)

    return rubric(test_square)


def judged(function):
    """Return the outcome of a function in the item above."""
    ask = student({"square": function}, REFERENCE)
    return Judge(Course("C", (LESSON,)), LESSON, ask, 1).judge(suite())


@pytest.mark.parametrize(
    ("answer", "seen"),
    [
        (2.5, 2.5),
        ("a word", "a word"),
        (1 + 2j, 1 + 2j),
        (1 + 0j, 1.0),
        ([1, "a"], [1, "a"]),
        ({"a": [1]}, {"a": [1.0]}),
    ],
)
def test_what_a_predicate_sees(answer, seen):
    """An answer as the plain Python that it was."""
    assert plain(encode.encode(answer)) == seen


@pytest.mark.parametrize("patient", [True, False])
def test_reference_is_doubted_first(patient):
    """Where a second opinion disagrees with the reference, nobody loses points: a person is told."""

    @item(3, hint="a hint")
    def test_square(student):
        """square(x) is x²"""
        assert student.square(0.5) == close(0.3, differences=gradient_of(lambda x: x**3 / 3, 0.5))

    ask = student({"square": lambda x: x**2}, REFERENCE)
    outcome = Judge(Course("C", (LESSON,)), LESSON, ask, 1).judge(rubric(test_square), patient=patient)
    assert (outcome.outcome, outcome.note) == ("error", "lesson03.square.grader")
    assert "disagrees with finite differences" in outcome.advice


@pytest.mark.parametrize(
    ("function", "note", "advice"),
    [
        (lambda x: 2 * (x**2 - x + 0.3), "twice", "You have it twice."),
        (lambda x: 2 * (x**2 - x + 0.3) + (x > 3), "value", "a hint"),  # explains all but one line: not known
        (lambda x: 0, "zero", "You have nothing."),
        (lambda x: 5000 + x, "large", "You have too much."),
        (lambda x: -(x**2 - x + 0.3), "constant-factor", "At every point your answer has the opposite sign. Where could a minus have come in, or been lost?"),
        (lambda x: (x**2 - x + 0.3) / 2, "constant-factor", "At every point your answer is half of what it should be. Where could a factor of 2 have been lost?"),
        (lambda x: x**2 - x, "constant-offset", "At every point your answer is off by the same amount: look at what does not change with the arguments."),
        (lambda x: int(x**2 - x + 0.3), "whole-numbers", "Your answers are cut off to whole numbers: look for int(...), // or an array of ints."),
        (lambda x: np.nan, "nan", "Look for 0/0, an overflow, or a root or logarithm of what is not above 0."),
        (lambda x: x**3, "value", "a hint"),
    ],
)  # fmt: skip
def test_diagnosis(function, note, advice):
    """A mistake explains every line or it is not named."""
    outcome = judged(function)
    assert (outcome.outcome, outcome.note, outcome.advice) == ("wrong", f"lesson03.square.{note}", advice)


def test_mistake_that_stops():
    """A mistake that would have stopped where the student's stopped explains it."""
    outcome = judged(lambda x: 1 / 0 if x < 0 else -1.0)
    assert outcome.note == "lesson03.square.stops"


def test_right_has_no_note():
    """A right answer is told nothing."""
    outcome = judged(lambda x: x**2 - x + 0.3)
    assert (outcome.outcome, outcome.note, outcome.advice) == ("right", "", "")


@pytest.mark.parametrize("name", ["square", "test_two\nlines"])
def test_item_needs_a_line_of_a_rubric(name):
    """An item is a test with a docstring of one line."""

    def test(student):
        pass

    test.__name__, test.__doc__ = name, None if name == "square" else "two\nlines"
    with pytest.raises(ValueError, match="docstring of one line"):
        item(1)(test)


def test_mistakes_have_names_of_their_own():
    """Two mistakes of one name are refused."""

    def test_x(student):
        """x"""

    made = item(1)(mistake("a", lambda: 1, "")(mistake("a", lambda: 2, "")(test_x)))
    with pytest.raises(ValueError, match="two mistakes of one name"):
        rubric(made).mistakes  # noqa: B018 - made when it is looked at


@pytest.mark.parametrize("answer", [0.0, 5000.0])
def test_a_mistake_is_not_named_for_half_an_item(answer):
    """Where a second function brings no answer, no mistake explains all that came back, and none is named."""

    @item(3, hint="a hint")
    @mistake("zero", lambda x: 0.0, "You have nothing.")
    @mistake("large", lambda x: 1e6, "You have too much.", when=lambda answer, x: answer > 1000)
    def test_square(student):
        """square(x) is x²"""
        assert student.square(0.5) == close(0.25)
        assert student.square(student.root(0.25).value) == close(0.25)

    ask = student({"square": lambda x: answer, "root": lambda x: 1 / 0}, REFERENCE)
    outcome = Judge(Course("C", (LESSON,)), LESSON, ask, 1).judge(rubric(test_square))
    assert (outcome.outcome, outcome.note, outcome.advice) == ("wrong", "lesson03.square.value", "a hint")
