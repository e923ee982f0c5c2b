"""The student's loop: save a file, and see that lesson's verdict."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from graders.engine import intake, keys, sandbox, suites
from graders.engine.course import Course, Lesson
from graders.engine.intake import Submission
from graders.engine.rubric import Item
from graders.engine.sandbox import Sandbox
from graders.engine.score import Outcome

EVERY: Final = 0.1  # seconds from one look at the files to the next
SETTLED: Final = 0.02  # seconds for which files have to stay as they are
HINTS: Final = 2  # what can be asked for: the advice on this answer, then the item's own hint


@dataclass
class Progress:
    """What there is to show: every lesson's outcomes, and the item that the student is at."""

    course: Course
    outcomes: dict[str, list[Outcome]] = field(default_factory=dict)
    module: str = ""
    item: str = ""
    hints: int = 0
    new: tuple[str, ...] = ()  # items that have become right with the last change
    lost: tuple[str, ...] = ()  # and those that are right no more

    def take(self, module: str, found: list[Outcome]) -> None:
        """Take a lesson's outcomes, and go to the first item of it that is not right."""
        before = {each.item: each.outcome == "right" for each in self.outcomes.get(module, [])}
        self.new = tuple(
            each.item for each in found if each.outcome == "right" and before.get(each.item) is False
        )
        self.lost = tuple(each.item for each in found if each.outcome != "right" and before.get(each.item))
        self.outcomes[module] = found
        moved = self.module != module or self.new or self.lost
        self.module = module
        if moved or self.current is None or self.current.outcome == "right":
            self._go(next((each.item for each in found if each.outcome != "right"), found[0].item))

    @property
    def current(self) -> Outcome | None:
        """The item that the student is at."""
        return self._at(self.item)

    def _at(self, item: str) -> Outcome | None:
        return next((each for each in self.outcomes.get(self.module, []) if each.item == item), None)

    def _go(self, item: str) -> None:
        if item != self.item:
            self.item, self.hints = item, 0

    def next(self) -> None:
        """Go to the next item that is not right: in this lesson, then in those after it."""
        modules = [lesson.module for lesson in self.course.lessons if lesson.module in self.outcomes]
        places = [(module, each) for module in modules for each in self.outcomes[module]]
        here = next(
            (
                at
                for at, (module, each) in enumerate(places)
                if (module, each.item) == (self.module, self.item)
            ),
            -1,
        )
        later = places[here + 1 :] + places[: here + 1]
        for module, each in later:
            if each.outcome != "right":
                self.module = module
                self._go(each.item)
                return

    def hint(self) -> None:
        """Give one hint more."""
        self.hints = min(self.hints + 1, HINTS)

    def rubric(self) -> Item:
        """Return the item that the student is at, as its suite has it."""
        return next(item for item in suites.items(self.course.lesson(self.module)) if item.name == self.item)


def run(
    folder: Path, course: Course, show: Callable[[Progress], None], picture: Callable[[Progress], None]
) -> None:
    """Grade a folder whenever a file in it is saved, and show what came of it, until ``q`` is pressed.

    Parameters
    ----------
    show
        Is called whenever there is something new to show.
    picture
        Is called when the current item's picture is asked for.

    Raises
    ------
    SubmissionError, SandboxError
        When there is no such folder, or no worker can be had.
    """
    intake.folder(folder)
    progress = Progress(course)
    with sandbox.start(course.limits, course.isolation) as worker, keys.reading() as read:
        before: Submission | None = None
        while True:
            now = _saved(folder, course, before)
            for lesson in _changed(course, before, now):
                progress.take(lesson.module, _graded(lesson, now, worker, course))
                show(progress)
            if before is None:
                progress.item, progress.module = "", course.lessons[0].module
                progress.next()
                show(progress)
            before = now
            match read(EVERY).lower():
                case "q" | "\x03" | "\x04":
                    return
                case "h":
                    progress.hint()
                    show(progress)
                case "n":
                    progress.next()
                    show(progress)
                case "p":
                    picture(progress)


def _saved(folder: Path, course: Course, before: Submission | None) -> Submission:
    """Read a folder. One that is being written to is read again until it stays as it is: editors empty a file first."""
    now = intake.read(folder, course)
    while before is not None and now.digest != before.digest:
        time.sleep(SETTLED)
        before, now = now, intake.read(folder, course)
    return now


def _changed(course: Course, before: Submission | None, now: Submission) -> Iterator[Lesson]:
    """Yield the lessons whose own file is another than before; all of them, if another file is, and at first."""
    if before is None:
        yield from course.lessons
        return
    own = set(intake.lesson_files(course))
    names = now.sources.keys() | now.problems.keys() | before.sources.keys() | before.problems.keys()
    differ = {name for name in names if _of(before, name) != _of(now, name)}
    for lesson in course.lessons:
        if not differ <= own or any(f"{lesson.module}{suffix}" in differ for suffix in intake.SUFFIXES):
            yield lesson


def _of(submission: Submission, name: str) -> bytes | str | None:
    return submission.sources.get(name, submission.problems.get(name))


def _graded(lesson: Lesson, submission: Submission, worker: Sandbox, course: Course) -> list[Outcome]:
    return suites.grade(submission, worker, course, seed=suites.PRACTICE, only=[lesson.module])
