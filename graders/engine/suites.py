"""The suites without pytest: the same items, judged in the same way, for all who grade in bulk."""

from __future__ import annotations

import contextlib
import functools
import importlib
import os
from collections.abc import Iterable
from typing import Final

from graders.engine import course as courses
from graders.engine import draw, references
from graders.engine.course import Course, Lesson
from graders.engine.intake import Submission
from graders.engine.rubric import Item, rubric
from graders.engine.sandbox import Sandbox
from graders.engine.score import Judge, Outcome
from graders.engine.session import Session

KEY: Final = "CALCGRADE_KEY"
PRACTICE: Final = 0  # the seed of points to practise on: the same for everybody, and not those of a grading
# What comes of a lesson as it was handed out: no call of it brings anything that could differ
_UNWRITTEN: Final[dict[Lesson, list[Outcome]]] = {}


@functools.cache
def items(lesson: Lesson) -> tuple[Item, ...]:
    """Return the items of a lesson's suite, in the order in which they stand."""
    suite = importlib.import_module(f"graders.test_{lesson.module}")
    found = (rubric(each) for each in vars(suite).values())
    return tuple(item for item in found if item is not None)


def seed_of(submission: Submission) -> int:
    """Return the seed for a submission: the same for a re-run, and for no other course or key.

    The key is a secret of the grader's, in the environment variable ``CALCGRADE_KEY``: with it, no
    student can tell beforehand which points will be drawn.
    """
    key = os.environ.get(KEY, "").encode()
    return draw.seed_of(courses.digest(), submission.digest, key=key)


def grade(
    submission: Submission,
    sandbox: Sandbox,
    course: Course,
    *,
    seed: int | None = None,
    only: Iterable[str] = (),
) -> list[Outcome]:
    """Grade a submission: every item of every lesson, or of the modules in ``only``.

    Each lesson has a child process of its own, which ends with it.
    """
    chosen = set(only) or {lesson.module for lesson in course.lessons}
    seed = seed_of(submission) if seed is None else seed
    outcomes: list[Outcome] = []
    for entry in course.lessons:
        if entry.module in chosen:
            outcomes += _lesson(entry, submission, sandbox, course, seed)
    return outcomes


def _lesson(
    entry: Lesson, submission: Submission, sandbox: Sandbox, course: Course, seed: int
) -> list[Outcome]:
    """Grade a lesson in a child process of its own; one that comes as it was handed out, once for all."""
    untouched = _is_stub(entry, submission)
    if untouched and entry in _UNWRITTEN:
        return _UNWRITTEN[entry]
    with contextlib.closing(Session(entry, submission, sandbox, references.official(entry))) as lesson:
        judge = Judge(course, entry, lesson.ask, seed)
        found = [judge.judge(item) for item in items(entry)]
    if untouched and all(each.note.endswith(".unwritten") for each in found):
        _UNWRITTEN[entry] = found
    return found


def _is_stub(entry: Lesson, submission: Submission) -> bool:
    """Say whether a lesson comes as it was handed out."""
    source = submission.sources.get(submission.file(entry.module) or "", b"")
    return source.replace(b"\r\n", b"\n") == references.stub(entry.module)
