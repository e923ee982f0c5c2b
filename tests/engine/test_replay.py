"""Recordings: what a suite asks and judges is the same where there are no right answers, only numbers."""

import msgspec
import pytest

from graders.engine import close, item, recorder, recording, references, rehearsal, replay, suites
from graders.engine.check import Check
from graders.engine.rubric import rubric
from graders.engine.score import Judge


@pytest.fixture
def replayed(course, monkeypatch):
    """Record a lesson, write it down, read it back; return the record and the items that it makes, by name."""

    def run(lesson):
        one = msgspec.structs.replace(course, lessons=(lesson,))
        made = recording.decode(recording.encode(recorder.record(one)))
        monkeypatch.setattr(replay, "recorded", lambda: made)
        names = {}
        replay.suite(f"test_{lesson.module}.py", names)
        found = [rubric(test) for test in names.values()]
        return made.lessons[lesson.module], {each.name: each for each in found if each is not None}

    return run


@pytest.fixture
def judged(course):
    """Judge an item for a student with the reference's functions, but for some."""

    def run(lesson, item, **functions):
        reference = references.load(lesson.module)
        ask = rehearsal.student({**vars(reference), **functions}, reference)
        return Judge(course, lesson, ask, suites.PRACTICE).judge(item)

    return run


@pytest.mark.parametrize("number", [2, 5, 6])  # the others take long: tests/kit has all
def test_it_judges_as_the_suite_does(course, replayed, judged, number):
    """The reference earns its points, and each mistake that numbers can tell is known by its own name."""
    lesson = course.lessons[number - 1]
    items = replayed(lesson)[1]
    for each in suites.items(lesson):
        assert judged(lesson, items[each.name]).outcome == "right"
        for mistake in each.mistakes:
            outcome = judged(lesson, items[each.name], **{each.name: mistake.ways[0]})
            assert outcome.outcome == "wrong"
            if mistake.when is None:
                assert outcome.note == f"{lesson.module[:8]}.{each.name}.{mistake.name}"


def test_one_number_is_not_taken_for_other_symbols(course, replayed, judged):
    """An antiderivative that is one number is not said to depend on other symbols than x."""
    lesson = course.lesson("lesson02_integration")
    found = judged(lesson, replayed(lesson)[1]["antiderivative"], antiderivative=lambda: 7)
    assert (found.outcome, found.note) == ("wrong", "lesson02.antiderivative.one-number")


def suite():
    """Return an item whose later questions are made of earlier answers."""

    @item(2)
    def test_gradient(student):
        """the gradient, and the height there"""
        pair, height = student.gradient(1.5, 2.0), student.f(0.0, 1.0)
        assert pair == close((3.0, 4.0))
        assert height == close(1.0)
        x, y = pair.value
        assert student.gradient(x, y) == close((2 * x, 2 * y))
        assert student.f(x, y) == close(25.0 * height.value)
        assert student.f(3.0**0.5, 0.0) == close(x)

    return rubric(test_gradient)


def test_questions_made_of_answers(course, replayed, judged, monkeypatch):
    """Of what depends on an answer, only a number that was answered before is asked for again."""
    lesson = course.lesson("lesson03_gradient")
    monkeypatch.setattr(suites, "items", lambda _: [suite()])
    [made], items = replayed(lesson)
    assert [line.function for line in made.lines] == ["gradient", "f", "f"]
    assert made.lines[-1].check == recording.Echo(0, 0)
    assert judged(lesson, items["gradient"]).outcome == "right"
    off = judged(lesson, items["gradient"], f=lambda x, y: x**2 + y**2 + (x > 0))
    assert (off.outcome, off.called) == ("wrong", "f(1.73205, 0)")


def test_a_check_without_a_recorded_form(course, replayed, monkeypatch):
    """A kit of a suite with a kind of check that cannot be recorded is not made, and the kind is named."""

    class Positive(Check):
        """Accepts what is above 0."""

        def objection(self, value):
            """Object to nothing."""

        def expecting(self, value):
            """Return the same check."""
            return self

        def answer(self):
            """Say what is right."""
            return "above 0"

    @item(2)
    def test_f(student):
        """f is above 0"""
        assert student.f(1.0, 2.0) == Positive()

    monkeypatch.setattr(suites, "items", lambda _: [rubric(test_f)])
    with pytest.raises(TypeError, match="Positive has no recorded form"):
        replayed(course.lesson("lesson03_gradient"))
