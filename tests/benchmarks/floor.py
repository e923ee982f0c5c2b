"""A submission's calls and nothing else: what grading it cannot cost less than.

    python tests/benchmarks/floor.py SUBMISSION...

Every item's suite asks its calls of the student's functions, imported into this very process, and of the
reference's, which remembers nothing here. No worker, no pytest, and no check but the one that trains a
network, since that is computed by the reference's class. Prints the processor seconds of them all, without
the imports.
"""

from __future__ import annotations

import contextlib
import inspect
import sys
import time
import types
from collections.abc import Callable
from pathlib import Path
from typing import Any

import matplotlib as mpl
import numpy as np

mpl.use("Agg")
import matplotlib.pyplot as plt
import scipy.optimize  # noqa: F401 - imports are paid before
import sympy  # noqa: F401 - the same

from graders.engine import course as courses
from graders.engine import draw, intake, references, suites
from graders.engine.check import Check
from graders.engine.checks.training import Trains
from graders.engine.plain import plain
from graders.engine.rubric import Item
from graders.engine.worker import encode

Judged = Callable[[Check, Any], bool]


class Stopped(Exception):
    """The student's function raised."""


class Answer:
    """What a student's function returned, for a suite to compare."""

    __hash__ = None  # type: ignore[assignment]

    def __init__(self, value: Any, judged: Judged) -> None:
        self._value, self._judged = value, judged

    def __eq__(self, check: object) -> bool:
        assert isinstance(check, Check)
        return self._judged(check, self._value)

    @property
    def value(self) -> Any:
        """The answer as plain data."""
        return plain(encode.encode(self._value))


class Direct:
    """A student whose functions are called in this process."""

    def __init__(self, module: types.ModuleType, judged: Judged) -> None:
        self._module, self._judged = module, judged

    def __getattr__(self, name: str) -> Callable[..., Answer]:
        function = getattr(self._module, name)

        def call(*arguments: Any) -> Answer:
            try:
                return Answer(function(*arguments), self._judged)
            except Exception as error:
                raise Stopped from error
            finally:
                plt.close("all")

        return call


def forgetful(module: str) -> types.SimpleNamespace:
    """Return a lesson's reference that works everything out anew."""
    found = vars(references.load(module))
    return types.SimpleNamespace(
        **{name: inspect.unwrap(each) if callable(each) else each for name, each in found.items()}
    )


def imported(submission: intake.Submission, module: str) -> types.ModuleType:
    """Run a module of a submission in this process."""
    file = submission.file(module) or ""
    found = types.ModuleType(module)
    exec(compile(submission.sources[file], file, "exec"), found.__dict__)
    return found


def run(item: Item, module: types.ModuleType, judged: Judged, seed: int) -> None:
    """Run an item's suite on a module."""
    name = module.__name__
    with draw.seeded(draw.seed_of(seed, name, item.name)) as drawn, np.errstate(all="ignore"):
        given = {"student": Direct(module, judged), "reference": forgetful(name), "draw": drawn}
        item.test(**{name: given[name] for name in inspect.signature(item.test).parameters})


def trained_only(check: Check, value: Any) -> bool:
    """Ask nothing of an answer, but train the network that it describes."""
    if isinstance(check, Trains):
        check.objection(encode.encode(value))
    return True


def main() -> None:
    """Call what grading the submissions would call."""
    course = courses.course()
    for lesson in course.lessons:
        suites.items(lesson)  # suites are collected before the clock starts
    started = time.process_time()
    for folder in sys.argv[1:]:
        submission = intake.read(Path(folder), course)
        for lesson in course.lessons:
            module = imported(submission, lesson.module)
            for item in suites.items(lesson):
                with contextlib.suppress(Stopped):
                    run(item, module, trained_only, suites.seed_of(submission))
    print(time.process_time() - started)


if __name__ == "__main__":
    main()
