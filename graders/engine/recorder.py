"""Makes a recording: runs each suite against the reference, and keeps what was asked and answered, as numbers."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from typing import Any

import numpy as np

from graders.engine import plain, references, rehearsal, suites
from graders.engine.check import Check
from graders.engine.checks.choice import OneOf
from graders.engine.checks.close import Close
from graders.engine.checks.expression import SameExpression
from graders.engine.checks.figure import Curves
from graders.engine.checks.line import WidestLine
from graders.engine.checks.points import SamePoints
from graders.engine.checks.sampled import sample
from graders.engine.checks.training import Trains
from graders.engine.course import Course, Lesson
from graders.engine.proxy import Line, argument
from graders.engine.recording import (
    Asked,
    Choice,
    CloseTo,
    Echo,
    Equals,
    Followed,
    Learns,
    Nothing,
    Numbers,
    Picture,
    Points,
    Recorded,
    Recording,
    Same,
    Sampled,
    Shows,
    Slip,
    Spec,
    Value,
    Widest,
    Word,
    hashed,
)
from graders.engine.rubric import Function, Item, Mistake
from graders.engine.score import Judge
from graders.engine.worker import wire


def record(course: Course) -> Recording:
    """Return the recording of a course, at the points that are drawn for practice."""
    return Recording(
        {
            lesson.module: [_item(course, lesson, item) for item in suites.items(lesson)]
            for lesson in course.lessons
        }
    )


def _item(course: Course, lesson: Lesson, item: Item) -> Recorded:
    reference = references.load(lesson.module)
    functions = {name: each for name, each in vars(reference).items() if callable(each)}
    judge = Judge(course, lesson, rehearsal.student(functions, reference), suites.PRACTICE)
    transcript = judge.transcript(item)
    free = transcript.looked_into if transcript.looked_into is not None else len(transcript.lines)
    echoes = {id(line): _echo(line, transcript.lines[:free]) for line in transcript.lines[free:]}
    lines = [line for line in transcript.lines if echoes.get(id(line), True)]
    asked = [
        Asked(
            line.function,
            [argument(each) for each in line.arguments],
            echoes.get(id(line)) or _spec(line.check),
        )
        for line in lines
    ]
    slips = [_slip(mistake, lines) for mistake in item.mistakes]
    return Recorded(
        item.name, item.title, item.points, item.hint, asked, slips, list(_follows(lesson, item, lines))
    )


def _echo(line: Line, before: list[Line]) -> Echo | None:
    """Return which earlier answer a check was made of; None where that is not one number of it."""
    if not isinstance(line.check, Close) or line.check.expected.ndim:
        return None
    for place, earlier in reversed(list(enumerate(before))):
        assert isinstance(earlier.returned, wire.Returned)
        found = plain.numbers(earlier.returned.value)
        if isinstance(found, plain.Numbers) and line.check.expected in found.values:
            return Echo(place, int(np.flatnonzero(found.values.ravel() == line.check.expected)[0]))
    return None


def _slip(mistake: Mistake, lines: list[Line]) -> Slip:
    return Slip(mistake.name, mistake.advice, [_answers(way, lines) for way in mistake.ways])


def _follows(lesson: Lesson, item: Item, lines: list[Line]) -> Iterable[Followed]:
    for follow in item.follows:
        for mistake in item.sibling(follow.earlier).mistakes:
            for place, way in enumerate(mistake.ways):
                made: Any
                if follow.ways is None:
                    made = getattr(references.replaced(lesson.module, follow.earlier, way), item.name)
                else:
                    made = follow.ways(way)
                ways = made if isinstance(made, list) else [made]
                answers = [_answers(each, lines) for each in ways]
                if not all(isinstance(value, Nothing) for each in answers for value in each):
                    yield Followed(follow.earlier, mistake.name, place, answers)


def _answers(way: Function, lines: list[Line]) -> list[Value]:
    return [_value(way, line) for line in lines]


def _value(way: Function, line: Line) -> Value:
    """Return what a wrong implementation leads to on a line, as the line's check looks at it."""
    assert line.check is not None
    with np.errstate(all="ignore"):
        try:
            expected = way(*line.arguments)
            return _recorded(line.check, line.check.expecting(expected), expected)
        except Exception:
            return Nothing()


def _recorded(check: Check, expecting: Check, expected: Any) -> Value:
    if isinstance(check, Trains):
        return Same()
    if isinstance(check, OneOf):
        return Word(hashed(check.normal(str(expected))))
    if isinstance(check, SameExpression):
        assert isinstance(expecting, SameExpression)
        return Sampled(sample(expecting, check))
    if isinstance(expected, wire.Figure):
        return Picture(expected)
    if isinstance(check, SamePoints):
        return _numbers([complex(point).real for point in expected])
    return _numbers(expected.tolist() if hasattr(expected, "tolist") else expected)


def _numbers(values: Any) -> Numbers:
    found = np.asarray(values, float)
    return Numbers(found.shape, found.ravel().tolist())


@functools.singledispatch
def _spec(check: Any) -> Spec:
    raise TypeError(f"{type(check).__name__} has no recorded form")


@_spec.register
def _(check: Close) -> Spec:
    return CloseTo(_numbers(check.expected), check.relative, check.up_to_constant, check.length, check.error)


@_spec.register
def _(check: SameExpression) -> Spec:
    return Equals(sample(check, check), check.positive, check.up_to_constant)


@_spec.register
def _(check: SamePoints) -> Spec:
    return Points(check.expected.tolist())


@_spec.register
def _(check: OneOf) -> Spec:
    return Choice(hashed(check.normal(check.right)), sorted(check.choices), check.exact)


@_spec.register
def _(check: Curves) -> Spec:
    wanted = {name: _numbers(y) for name, (_, y) in check.wanted.items()}
    return Shows(_numbers(check.x), wanted, sorted(check.shifted), check.legend, check.labels)


@_spec.register
def _(check: WidestLine) -> Spec:
    return Widest(_numbers(check.expected), _numbers(check.points), _numbers(check.labels))


@_spec.register
def _(check: Trains) -> Spec:
    return Learns(check.accuracy, check.seed)
