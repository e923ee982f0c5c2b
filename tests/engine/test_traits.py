"""Traits: what is said in general of answers that no mistake explains."""

import numpy as np
import pytest
import sympy as sp

from graders.engine import close, item, same_expression
from graders.engine.course import Course, Lesson
from graders.engine.proxy import MAX_STOPS, Answer, Stop, StudentStopped, Transcript
from graders.engine.references import load
from graders.engine.rehearsal import student
from graders.engine.rubric import rubric
from graders.engine.score import Judge

LESSON = Lesson("lesson03_gradient", "Gradient")
GRID = np.array([0.5, 2.25, -1.3])


def judged(function, points):
    """Return the outcome of an item that asks for x² at points, one after the other."""

    @item(2, hint="a hint")
    def test_square(student):
        """square(x) is x²"""
        for x in points:
            assert student.square(x) == close(x**2)

    ask = student({"square": function}, load(LESSON.module))
    return Judge(Course("C", (LESSON,)), LESSON, ask, 1).judge(rubric(test_square))


def scalars_only(x):
    """Square one number."""
    return abs(x) ** 2 if x > 0 else x**2


def arrays_only(x):
    """Square the elements of an array."""
    return np.array([each**2 for each in x])


@pytest.mark.parametrize(
    ("function", "points", "note"),
    [
        (scalars_only, [0.5, GRID], "numbers-only"),
        (scalars_only, [GRID, 0.5, GRID], "numbers-only"),
        (scalars_only, [GRID, GRID], "if-on-an-array"),  # nothing is known to be right
        (arrays_only, [0.5, GRID, 0.5], "arrays-only"),
        (lambda x: 1 / 0, [GRID, 0.5], "division-by-zero"),
        (lambda x: 4.0, [0.5, 1.5, 3.0], "same-everywhere"),
        (lambda x: "yes", [0.5, 1.5, 3.0], "kind"),
        (lambda x: 4.0, [0.5, 1.5], "value"),  # too few to say so
        (lambda x: None, [0.5, 1.5, 3.0], "none"),
        (lambda x: x**3 + 1, [0.5, 1.5, 3.0], "value"),
    ],
)
def test_traits(function, points, note):
    """A trait is named where it is true of all that came back."""
    outcome = judged(function, points)
    assert outcome.note == f"lesson03.square.{note}"
    assert outcome.outcome in ("wrong", "stopped")


def test_expressions_have_factors_too():
    """A multiple of the right expression is told as one."""
    x = sp.Symbol("x")

    @item(2, hint="a hint")
    def test_slope(student):
        """slope() is that of x³"""
        assert student.slope() == same_expression(3 * x**2)

    ask = student({"slope": lambda: x**2}, load(LESSON.module))
    outcome = Judge(Course("C", (LESSON,)), LESSON, ask, 1).judge(rubric(test_slope))
    assert (outcome.note, outcome.advice) == (
        "lesson03.slope.constant-factor",
        "At every point your answer is a third of what it should be. Where could a factor of 3 have been lost?",
    )


@pytest.mark.parametrize("kind", ["exception", "timeout"])
def test_exceptions_do_not_end_an_item_at_once(kind):
    """After an exception the suite asks on, a few times; after anything else it does not."""
    transcript = Transcript()
    answers = [Answer(transcript, "f", (at,), lambda: Stop(kind, "f stopped")) for at in range(20)]
    with pytest.raises(StudentStopped):
        all(answer == close(1.0) for answer in answers)
    assert len(transcript.lines) == (MAX_STOPS if kind == "exception" else 1)


def test_shape_and_numbers():
    """Where right numbers in another shape are only some of what came back, both are told at once."""
    outcome = judged(lambda x: (x**2 if x[0] < 1 else x**3)[:, None], [GRID, 3 * GRID])
    assert (outcome.note, outcome.advice) == (
        "lesson03.square.shape",
        "Neither the shape nor all of the numbers are right: begin with the shape.",
    )
