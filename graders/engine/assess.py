"""A class from its folder to its gradebook: what ``calcgrade grade`` does."""

from __future__ import annotations

import dataclasses
import functools
import json
import os
from collections.abc import Callable
from concurrent.futures import Executor
from pathlib import Path
from typing import Final

from graders.engine import bulk, certificate, classroom, pool, roster
from graders.engine.classroom import Graded, Handed
from graders.engine.course import Course
from graders.engine.reports import RESULTS, gradebook, junit, progress, summary, upload
from graders.engine.reports.gradebook import Gradebook
from graders.engine.roster import Enrolled, Roster
from graders.engine.rules import Rules

AHEAD: Final = 2  # submissions in hand a process
ON_A_CLUSTER: Final = 500  # in all: its processes come and go


@dataclasses.dataclass(frozen=True)
class Request:
    """What is asked for on the command line."""

    class_dir: Path
    out: Path
    roster: Path | None = None
    jobs: int | None = None
    cluster: str = ""
    isolation: str = "auto"
    format: str = ""
    junit: bool = False
    html: bool = True
    quiet: bool = False


def assess(asked: Request, course: Course) -> bool:
    """Grade a class, write its gradebook, and return whether nobody's points need a person's eye.

    Raises
    ------
    CourseError, SubmissionError, ClusterError, OSError
        Before anything is graded, when the class, its roster, the rules or a cluster is not as it should be.
    Refused, Interrupted
        See :func:`bulk.grade`.
    """
    rules = Rules(course)
    certificate.key(course)  # there has to be one, where certificates are given
    enrolled = roster.read(asked.roster) if asked.roster else None
    handed, notes = classroom.handed_in(asked.class_dir, asked.out, course)
    known = {each.student: enrolled.find(each.student, each.number) if enrolled else None for each in handed}
    handed = [_with_the_rosters_time(each, known[each.student]) for each in handed]
    start, ahead = _executor(asked)
    asked.out.mkdir(parents=True, exist_ok=True)
    book = Gradebook(course, rules)
    running = bulk.grade(handed, asked.out, level=asked.isolation, start=start, ahead=ahead, pages=asked.html)
    shown = progress.shown(running, progress.states(), len(handed), quiet=asked.quiet)
    try:
        for each in shown:
            book.add(each)
            if asked.junit and each.marks:
                _junit(asked.out / each.student, each)
    except KeyboardInterrupt:  # while one was counted: the run is asked to end as when it waits
        running.throw(KeyboardInterrupt)
    for missing in _missing(enrolled, known):
        book.add(Graded(missing.student, "absent"))
        known[missing.student] = missing
    gradebook.write(asked.out / "gradebook.csv", book.rows())
    if asked.html:
        from graders.engine import pages

        pages.write_index(asked.out, course, book, book.rows())
    if asked.format:
        by_student = {each.student: each for each in handed}
        people = [(student, by_student.get(student), known[student]) for student in sorted(known)]
        if asked.format == "canvas":
            table = upload.canvas(course.course, book, people, enrolled)
        else:
            table = upload.moodle(book, people, enrolled)
        gradebook.write(asked.out / f"{asked.format}.csv", table, "utf-8")
    if enrolled:
        notes += [f"{student} is not on the roster" for student in known if known[student] is None]
    if not asked.quiet:
        summary.tell(book, notes)
    return book.complete


def _executor(asked: Request) -> tuple[Callable[[], Executor], int]:
    if asked.cluster:
        connected = pool.cluster(asked.cluster)
        return lambda: connected, ON_A_CLUSTER
    jobs = asked.jobs or os.cpu_count() or 1
    return functools.partial(pool.executor, jobs), AHEAD * jobs


def _with_the_rosters_time(handed: Handed, enrolled: Enrolled | None) -> Handed:
    return dataclasses.replace(handed, stamp=enrolled.stamp) if enrolled and enrolled.stamp else handed


def _missing(enrolled: Roster | None, known: dict[str, Enrolled | None]) -> list[Enrolled]:
    there = {id(each) for each in known.values()}
    return [each for each in enrolled.students if id(each) not in there] if enrolled else []


def _junit(folder: Path, graded: Graded) -> None:
    path = folder / "junit.xml"
    if graded.state == "graded" or not path.exists():
        junit.write(path, graded.student, json.loads((folder / RESULTS).read_text("utf-8")))
