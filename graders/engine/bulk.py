"""A class at a time: every submission graded side by side, nothing lost, nothing graded twice.

A student's results are written whole, and say by what they were made: submission, course, seed and
isolation. Results that were made by the same are kept, so that a run that was ended in any way goes on
where it stopped, and a second run grades only what is new or changed.
"""

from __future__ import annotations

import collections
import threading
import time
from collections.abc import Callable, Generator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from pathlib import Path
from typing import Final, Literal

from graders.engine import certificate, files, pool, reports, suites
from graders.engine import course as courses
from graders.engine.certificate import Certificate
from graders.engine.child import SandboxError
from graders.engine.classroom import Graded, Handed
from graders.engine.course import Course
from graders.engine.intake import Submission
from graders.engine.marks import MadeBy, Marks, decode, kept
from graders.engine.reports import PAGE, RESULTS, gradescope, points

# A process has one worker, however many threads a cluster gives it. And neither msgspec, which crashes where two
# threads are the first to decode into a type, nor matplotlib is made for several
_ONE_AT_A_TIME: Final = threading.Lock()

Files = dict[str, bytes]
InHand = dict[Future[Files], tuple[Handed, Submission]]


class Refused(Exception):
    """The run cannot go on, and the message says why: isolation that cannot be had, a disk that is full."""


class Interrupted(Exception):
    """The run was asked to stop; what was in hand is finished and written."""


def grade(
    handed: list[Handed],
    out: Path,
    *,
    level: str,
    start: Callable[[], Executor],
    ahead: int,
    pages: bool = False,
) -> Generator[Graded, None, None]:
    """Grade submissions, and yield what came of each as it is known.

    Parameters
    ----------
    handed
        What each student handed in.
    out
        Where ``<student>/results.json`` goes.
    level
        The isolation that is asked for.
    start
        Starts what the work is done by; anew after it broke.
    ahead
        How many submissions are in hand at a time: enough that no process waits, few enough that an
        interrupt ends soon.
    pages
        Whether each student gets a ``feedback.html``, too.

    Raises
    ------
    Interrupted
        After Ctrl-C, when what was in hand is written.
    Refused
        When strict isolation is asked for and cannot be had, or results cannot be written.
    """
    waiting = collections.deque(handed)
    key = certificate.key(courses.course())  # as seeds are, it is this process' to say, not a cluster's
    suspects: set[str] = set()  # those in hand when a process broke: each is graded once more, alone
    while waiting:
        with start() as executor:
            running: InHand = {}
            try:
                while waiting or running:
                    while waiting and len(running) < ahead and _goes_with(waiting[0], running, suspects):
                        # it stays in the queue until it is in hand: submitting may find a broken pool
                        each = waiting[0]
                        submission = _read(each)
                        if isinstance(submission, Graded):
                            yield submission
                        elif marks := _still_holds(each, submission, out, level, pages=pages):
                            yield _came(each, submission, "unchanged", marks)
                        else:
                            seed = suites.seed_of(submission)
                            running[executor.submit(graded, submission, level, seed, pages, key)] = (
                                each,
                                submission,
                            )
                        waiting.popleft()
                    for future in wait(running, return_when=FIRST_COMPLETED).done:
                        yield _finished(*running[future], future, out)
                        del running[future]
            except BrokenExecutor:
                for each, _ in running.values():
                    if each.student in suspects:
                        yield _failed(each, "the grader's process ended while it was graded")
                    else:
                        suspects.add(each.student)
                        waiting.appendleft(each)
            except KeyboardInterrupt:
                for future, (each, submission) in running.items():
                    if not future.cancel():
                        _finished(each, submission, future, out)
                raise Interrupted from None


def _goes_with(handed: Handed, running: InHand, suspects: set[str]) -> bool:
    """Whether a submission may be graded beside those that are in hand: a suspect is by nobody's side."""
    in_hand = {each.student for each, _ in running.values()}
    return not in_hand or not suspects & {handed.student, *in_hand}


def graded(submission: Submission, level: str, seed: int, pages: bool, key: bytes = b"") -> Files:
    """Return a student's files by name, the results last; runs in the process that does the work."""
    with _ONE_AT_A_TIME:
        return _graded(submission, level, seed, pages, key)


def _graded(submission: Submission, level: str, seed: int, pages: bool, key: bytes) -> Files:
    started = time.monotonic()
    course = courses.course()
    worker = pool.worker(course.limits, level)
    isolation = worker.isolation
    outcomes = suites.grade(submission, worker, course, seed=seed)
    seconds = time.monotonic() - started
    run = reports.Run(
        outcomes, courses.digest(), submission.digest, seed, isolation, seconds, submission.notes
    )
    results = gradescope.text(gradescope.results(run)).encode("utf-8", "replace")
    if not pages:
        return {RESULTS: results}
    from graders.engine.reports import feedback  # it draws: whoever wants no pages need not import that

    page = feedback.as_page(results, submission.name, course)
    return {PAGE: page, **_certificate(submission.name, decode(results), course, key), RESULTS: results}


def _certificate(student: str, marks: Marks, course: Course, key: bytes) -> Files:
    """Return the certificate, if the course gives one and it is earned."""
    if not certificate.earned(course, marks.lessons(), marks.possible()):
        return {}
    from graders.engine.reports import diploma

    score = f"{points(marks.score)} of {points(sum(marks.possible().values()))}"
    given = Certificate(student, courses.digest()[:12], score, certificate.today())
    return diploma.sheets(given, certificate.code(given, key), course)


def _read(handed: Handed) -> Submission | Graded:
    if handed.refused:
        return _failed(handed, handed.refused)
    try:
        return handed.read(courses.course())
    except OSError as error:
        return _failed(handed, f"it cannot be read ({error.strerror})")


def _still_holds(
    handed: Handed, submission: Submission, out: Path, level: str, *, pages: bool
) -> Marks | None:
    """Return the marks of results that were made before, by all that would make them now."""
    if pages and not (out / handed.student / PAGE).is_file():
        return None
    marks = kept(out / handed.student / RESULTS)
    if marks is None or (level == "strict" and not marks.extra_data.isolation.startswith("strict")):
        return None
    now = MadeBy(
        gradescope.FORMAT,
        courses.digest(),
        submission.digest,
        suites.seed_of(submission),
        marks.extra_data.isolation,
    )
    return marks if marks.made_by == now else None


def _finished(handed: Handed, submission: Submission, future: Future[Files], out: Path) -> Graded:
    """Write what a process returned, and say what came of it."""
    try:
        made = future.result()
    except BrokenExecutor:
        raise
    except SandboxError as error:
        raise Refused(str(error)) from None
    except Exception as error:
        return _failed(handed, f"{type(error).__name__}: {error}")
    marks = decode(made[RESULTS])
    if marks.extra_data.course != courses.digest():
        raise Refused(
            "a process of the cluster has another course or version: install the same there as here"
        )
    folder = out / handed.student
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name in certificate.FILES - made.keys():  # earned by what was handed in before
            (folder / name).unlink(missing_ok=True)
        for name, content in made.items():  # the results last: with them, all is there
            files.write_whole(folder / name, content)
    except OSError as error:
        raise Refused(
            f"{folder} cannot be written ({error.strerror}); all that was finished is kept: mend that, and run "
            "the same command again"
        ) from None
    return _came(handed, submission, "graded", marks)


def _came(
    handed: Handed, submission: Submission, state: Literal["graded", "unchanged"], marks: Marks
) -> Graded:
    stamps = dict.fromkeys(marks.lessons(), handed.stamp) if handed.stamp else submission.stamps
    return Graded(handed.student, state, marks, late=handed.late, stamps=stamps)


def _failed(handed: Handed, why: str) -> Graded:
    return Graded(handed.student, "failed", failed=why, late=handed.late)
