"""Judging an item: a suite that is wrong costs nobody points, and its author is told why."""

import pytest

from graders.engine import close, item
from graders.engine.course import Course, Lesson
from graders.engine.proxy import Answer, Stop, Transcript
from graders.engine.references import load
from graders.engine.rehearsal import student as rehearsed
from graders.engine.rubric import rubric
from graders.engine.score import Judge
from graders.engine.worker import wire

LESSON = Lesson("lesson03_gradient", "Gradient")


def judged(asks):
    """Return the outcome of an item that asks something of a student whose number is 3."""

    def test_number(student):
        """number() is 3"""
        asks(student)

    functions = {"number": lambda: 3, "list": lambda: [1, 2], "absent": lambda: 1 / 0}
    ask = rehearsed(functions, load(LESSON.module))
    return Judge(Course("C", (LESSON,)), LESSON, ask, 1).judge(rubric(item(2)(test_number)))


def nothing(student):
    """Ask nothing."""


def no_check(student):
    """Compare an answer with a number."""
    assert student.number() == 3


def own_condition(student):
    """Have a condition of the suite's own."""
    assert student.number().value > 3


def private(student):
    """Ask for what is no function of a student's."""
    student._number()


def not_there(student):
    """Look for a third number in a list of two."""
    assert student.list().value[2] == 3


@pytest.mark.parametrize(
    ("asks", "why"),
    [
        (nothing, "the suite asked nothing"),
        (no_check, "TypeError: an answer is compared with a check, such as close(...)"),
        (own_condition, "a check outside the answers failed"),
        (private, "AttributeError: _number"),
        (not_there, "IndexError: index 2 is out of bounds for axis 0 with size 2"),
    ],
)
def test_wrong_suites(asks, why):
    """Whatever is wrong with a suite is the grader's fault, and stands in the words for the instructor."""
    outcome = judged(asks)
    assert (outcome.outcome, outcome.advice) == ("error", f"For the instructor: {why}")


def test_an_answer_that_cannot_be_used_is_wrong():
    """Where a suite stumbles over an answer that it has objected to, the answer is to blame."""

    def asks(student):
        numbers = student.list()
        assert numbers == close((1.0, 2.0, 3.0))
        assert student.number() == close(numbers.value[2])

    outcome = judged(asks)
    assert (outcome.outcome, outcome.note) == ("wrong", "lesson03.number.shape")


def test_a_failed_assert_says_what_came_back():
    """For the suite's authors an answer shows the call and what came of it, or why nothing did."""
    answers = Transcript()
    came, stopped = wire.Returned(4, False, ""), Stop("exception", "number stopped with ValueError")
    shown = [repr(Answer(answers, "number", (1.5,), lambda each=each: each)) for each in (came, stopped)]
    assert shown == ["number(1.5) → 4", "number stopped with ValueError"]


def test_what_is_used_and_is_not_there():
    """Where the next question needs an answer that never came, the item ends with the reason for that."""

    def asks(student):
        assert student.number() == close(student.absent().value)

    outcome = judged(asks)
    assert outcome.outcome == "stopped"
    assert outcome.objection == "absent stopped with ZeroDivisionError: division by zero"
