"""A class at a time: every submission graded side by side, nothing lost, nothing graded twice.

A student's results are written whole, and say by what they were made: submission, course, seed and
isolation. Results that were made by the same are kept, so that a run that was ended in any way goes on
where it stopped, and a second run grades only what is new or changed.
"""

from __future__ import annotations

import collections
import json
import time
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any, Final

from graders.engine import course as courses
from graders.engine import intake, pool, reports, suites
from graders.engine.child import SandboxError
from graders.engine.classroom import Graded, Handed
from graders.engine.reports import gradescope

RESULTS: Final = "results.json"
TRIES: Final = 3  # of a submission, while whose grading a process of ours broke
AHEAD: Final = 2  # tasks a process, so that none waits and an interrupt finds few in hand


class Refused(Exception):
    """Nothing may be graded: the isolation that was asked for cannot be had."""


class Interrupted(Exception):
    """The run was asked to stop; what was in hand is finished and written."""


def grade(handed: list[Handed], out: Path, *, level: str, jobs: int) -> Iterator[Graded]:
    """Grade submissions, and yield what came of each as it is known.

    Parameters
    ----------
    handed
        What each student handed in.
    out
        Where ``<student>/results.json`` goes.
    level
        The isolation that is asked for.
    jobs
        Processes side by side.

    Raises
    ------
    Interrupted
        After Ctrl-C, when what was in hand is written.
    Refused
        When strict isolation is asked for and cannot be had.
    """
    waiting = collections.deque(handed)
    tries: collections.Counter[str] = collections.Counter()
    while waiting:
        with pool.executor(jobs) as executor:
            running: dict[Future[dict[str, Any] | None], Handed] = {}
            try:
                while waiting or running:
                    while waiting and len(running) < AHEAD * jobs:
                        each = waiting.popleft()
                        running[executor.submit(_graded, each, out, level)] = each
                    for future in wait(running, return_when=FIRST_COMPLETED).done:
                        yield _came(running[future], future, out)
                        del running[future]
            except BrokenProcessPool:
                # one of those in hand broke it: all are tried again, and none for ever
                tries.update(each.student for each in running.values())
                for each in running.values():
                    if tries[each.student] < TRIES:
                        waiting.append(each)
                    else:
                        yield Graded(
                            each.student, "failed", {}, "the grader's process ended while it was graded"
                        )
            except KeyboardInterrupt:
                for future, each in running.items():
                    if not future.cancel():
                        _came(each, future, out)
                raise Interrupted from None


def _graded(handed: Handed, out: Path, level: str) -> dict[str, Any] | None:
    """Return the results of a submission, in a process of the pool; None where those that are there hold."""
    course = courses.course()
    submission = intake.read(handed.place, course)
    seed = suites.seed_of(submission)
    before = kept(out / handed.student / RESULTS)
    if before is not None and _same(before["extra_data"], submission.digest, seed, level):
        return None
    started = time.monotonic()
    worker = pool.worker(course.limits, level)
    isolation = worker.isolation
    outcomes = suites.grade(submission, worker, course, seed=seed)
    seconds = time.monotonic() - started
    run = reports.Run(
        outcomes, courses.digest(), submission.digest, seed, isolation, seconds, submission.notes
    )
    return gradescope.results(run)


def _same(made_by: dict[str, Any], submission: str, seed: int, level: str) -> bool:
    if level == "strict" and not str(made_by.get("isolation")).startswith("strict"):
        return False
    wanted = {"format": gradescope.FORMAT, "course": courses.digest(), "submission": submission, "seed": seed}
    return all(made_by.get(key) == value for key, value in wanted.items())


def kept(path: Path) -> dict[str, Any] | None:
    """Return results that were written before, if they can be read and every item was judged."""
    try:
        found = json.loads(path.read_text("utf-8"))
        judged = all(test["extra_data"]["outcome"] != "error" for test in found["tests"])
    except (OSError, ValueError, LookupError, TypeError):
        return None
    return found if judged and isinstance(found.get("extra_data"), dict) else None


def _came(handed: Handed, future: Future[dict[str, Any] | None], out: Path) -> Graded:
    """Write what a process returned, and say what came of it."""
    path = out / handed.student / RESULTS
    try:
        results = future.result()
    except BrokenProcessPool:
        raise
    except SandboxError as error:
        raise Refused(str(error)) from None
    except Exception as error:
        return Graded(handed.student, "failed", {}, f"{type(error).__name__}: {error}")
    if results is None:
        return Graded(handed.student, "unchanged", kept(path) or {})
    path.parent.mkdir(parents=True, exist_ok=True)
    gradescope.write(path, results)
    return Graded(handed.student, "graded", results)
