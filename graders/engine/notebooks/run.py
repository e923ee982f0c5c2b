"""Students side by side through nbgrader's own autograde, ``.py`` files among the notebooks."""

from __future__ import annotations

import functools
import glob
import logging
import os
import re
import warnings
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor
from datetime import UTC
from pathlib import Path
from typing import Any, NamedTuple

from nbgrader import api
from nbgrader.apps import AutogradeApp
from nbgrader.converters import Autograde
from nbgrader.converters.base import NbGraderException

from graders.engine import course as courses
from graders.engine import pool
from graders.engine.course import Course
from graders.engine.intake import SubmissionError
from graders.engine.notebooks.source import SETTINGS
from graders.engine.reports import progress
from graders.engine.rules import Rules


class Done(NamedTuple):
    """What came of one student's lesson: ``graded``, ``unchanged`` or ``failed``, and why."""

    student: str
    assignment: str
    state: str
    why: str = ""


def autograde(
    folder: Path, *, jobs: int | None, force: bool, quiet: bool, say: Callable[[str], None]
) -> bool:
    """Grade what lies in a course's ``submitted/``, and return whether nothing failed.

    Raises
    ------
    SubmissionError
        When the folder is no course directory, or nothing was handed in.
    """
    if not (folder / SETTINGS.name).is_file():
        raise SubmissionError(f"{folder} has no {SETTINGS.name}: make it by calcgrade nbgrader {folder}")
    handed_in = _handed_in(_app(folder))
    if not handed_in:
        raise SubmissionError(f"{folder / 'submitted'} holds no submission: collect them first")
    failed: list[Done] = []
    with pool.executor(jobs) as executor:  # forked where that can be had: nbgrader is imported once
        try:
            failed = _graded(executor, folder, handed_in, force=force, quiet=quiet)
        except KeyboardInterrupt:
            executor.shutdown(cancel_futures=True)  # what is in hand is finished
            raise
        except BrokenExecutor:
            raise SubmissionError(
                "a process of the grader's ended; what is graded is kept: run it again"
            ) from None
    for done in failed:
        say(f"look at {done.student}, {done.assignment}: {done.why}")
    return not failed


def _graded(
    executor: Executor, folder: Path, handed_in: dict[str, list[str]], *, force: bool, quiet: bool
) -> list[Done]:
    """Grade what was handed in, and return what could not be graded, tried twice."""
    tasks = [(str(folder), student, assignments, force) for student, assignments in handed_in.items()]
    each = (done for found in executor.map(_grade, *zip(*tasks, strict=True)) for done in found)
    total = sum(map(len, handed_in.values()))
    failed = [
        done for done in progress.shown(each, progress.states(), total, quiet=quiet) if done.state == "failed"
    ]
    # a database that was locked, say, is free when one is at it alone
    again = [
        executor.submit(_grade, str(folder), done.student, [done.assignment], True).result()
        for done in failed
    ]
    return [done for [done] in again if done.state == "failed"]


def set_due_dates(course: Course, folder: Path) -> None:
    """Tell nbgrader's gradebook when each assignment is due, as config/course.yaml says."""
    rules = Rules(course)
    with api.Gradebook(_app(folder).coursedir.db_url) as gradebook:
        for lesson in course.lessons:
            if due := rules.due(lesson.module):
                gradebook.update_or_create_assignment(
                    lesson.module, duedate=due.astimezone(UTC).replace(tzinfo=None)
                )


@functools.cache
def _app(folder: Path) -> Any:
    """Return nbgrader's application, with the configuration of a course directory."""
    warnings.filterwarnings("ignore", module="nbgrader")  # its database layer's, at every submission
    # nbgrader connects anew at every step, and would compile its statements each time
    api.create_engine = functools.cache(api.create_engine)
    app = AutogradeApp()
    app.initialize(["--log-level=CRITICAL"], root=str(folder.resolve()))
    return app


def _handed_in(app: Any) -> dict[str, list[str]]:
    """Return the assignments that each student handed in."""
    course_dir = app.coursedir
    pattern = course_dir.format_path(
        course_dir.submitted_directory, "(?P<s>[^/\\\\]+)", "(?P<a>[^/\\\\]+)", escape=True
    )
    found: dict[str, list[str]] = {}
    for path in sorted(glob.glob(course_dir.format_path(course_dir.submitted_directory, "*", "*"))):
        matched = re.fullmatch(pattern, path)
        if matched and os.path.isdir(path):
            found.setdefault(matched["s"], []).append(matched["a"])
    return found


class SubmissionAutograde(Autograde):  # type: ignore[misc] # nbgrader has no types
    """nbgrader's autograde, which sees ``.py`` files where there is no notebook."""

    processed = False

    def init_assignment(self, assignment_id: str, student_id: str) -> None:
        """Copy what lies beside the notebooks, but nothing that is no regular file: links lead elsewhere."""
        usual = self.coursedir.ignore
        odd = list(_odd(self._format_source(assignment_id, student_id)))
        self.coursedir.ignore = [*usual, *odd]
        try:
            super().init_assignment(assignment_id, student_id)
        finally:
            self.coursedir.ignore = usual

    def init_notebooks(self) -> None:
        """Find what was handed in: the name of a notebook for each lesson, whatever it came as."""
        folder = self._format_source(self.coursedir.assignment_id, self.coursedir.student_id)
        stems = {
            Path(path).stem
            for kind in ("py", "ipynb")
            for path in glob.glob(f"{glob.escape(folder)}/*.{kind}")
        }
        if not stems:
            raise NbGraderException("no notebook and no .py file was handed in")
        lesson = self.coursedir.assignment_id
        if lesson not in stems and lesson in {each.module for each in courses.course().lessons}:
            named = ", ".join(sorted(stems))
            raise NbGraderException(
                f"neither {lesson}.ipynb nor {lesson}.py was handed in, but {named}: rename it"
            )
        self.assignments = {folder: [os.path.join(folder, f"{stem}.ipynb") for stem in sorted(stems)]}

    def init_destination(self, assignment_id: str, student_id: str) -> bool:
        """Say whether there is anything to do, and remember it."""
        self.processed = bool(super().init_destination(assignment_id, student_id))
        return self.processed


def _grade(folder: str, student: str, assignments: list[str], force: bool) -> list[Done]:
    """Grade one student's assignments; runs in a process of the pool."""
    return [_one(_app(Path(folder)), student, assignment, force) for assignment in assignments]


def _one(app: Any, student: str, assignment: str, force: bool) -> Done:
    said = _Said()
    app.log.addHandler(said)
    app.coursedir.student_id, app.coursedir.assignment_id = student, assignment
    converter = SubmissionAutograde(coursedir=app.coursedir, parent=app, force=force)
    try:
        converter.start()
    except (NbGraderException, SystemExit) as error:
        return Done(student, assignment, "failed", said.why or str(error))
    finally:
        app.log.removeHandler(said)
    return Done(student, assignment, "graded" if converter.processed else "unchanged")


def _odd(folder: str) -> Iterator[str]:
    """Yield patterns for the names of what is neither a regular file nor a folder, however deep it lies."""
    for entry in os.scandir(folder):
        if entry.is_dir(follow_symlinks=False):
            yield from _odd(entry.path)
        elif not entry.is_file(follow_symlinks=False):
            yield glob.escape(entry.name)


class _Said(logging.Handler):
    """Keeps the last line of the traceback that nbgrader logs: its own exception does not say why."""

    why = ""

    def emit(self, record: logging.LogRecord) -> None:
        """Keep it."""
        said = record.getMessage().strip()
        if said.startswith("Traceback"):
            self.why = said.splitlines()[-1]
