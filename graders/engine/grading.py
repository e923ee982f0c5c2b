"""A grading run, in the order in which pytest calls it: collect, judge, report."""

from __future__ import annotations

import contextlib
import functools
import gc
import sys
import time
from collections import Counter
from collections.abc import Generator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest

from graders.engine import course, intake, sandbox
from graders.engine.child import SandboxError

if TYPE_CHECKING:
    from graders.engine.rubric import Item
    from graders.engine.score import Outcome
    from graders.engine.session import Session

PROPERTY: Final = "calcgrade"  # of a report: the outcome, and beside it
ISOLATION: Final = "calcgrade-isolation"
REFUSED: Final = 2  # exit status: not as isolated as was asked for
COULD_NOT_GRADE: Final = 3  # exit status: a fault of the grader's own
PREFIX: Final = "test_"


_WORKER: Final = pytest.StashKey[sandbox.Sandbox]()
_REFUSAL: Final = pytest.StashKey[str]()  # why no worker can be had


def start_worker(config: pytest.Config) -> None:
    """Start the worker as early as can be: it imports its libraries while pytest sets itself up."""
    options = config.known_args_namespace
    distributed = getattr(options, "numprocesses", None) and not hasattr(config, "workerinput")
    if options.collectonly or distributed:
        return
    with contextlib.suppress(course.CourseError):  # reported when pytest is configured
        level = options.isolation or course.course().isolation
        try:
            worker = config.stash[_WORKER] = sandbox.start(course.course().limits, level)
        except SandboxError as error:
            config.stash[_REFUSAL] = str(error)
            return
        gc.disable()  # until all is imported: a collection meanwhile finds nothing
        config.add_cleanup(worker.close)


class NotRight(Exception):
    """Makes pytest count an item as failed; the words are in its outcome."""


class RubricItem(pytest.Item):
    """One item of the rubric as pytest sees it."""

    def __init__(self, *, item: Item, run: Grading, **rest: Any) -> None:
        super().__init__(**rest)
        self.item, self._run = item, run
        self.module = self.path.stem.removeprefix(PREFIX)

    def runtest(self) -> None:
        """Judge the item."""
        from graders.engine import reports

        outcome = self._run.judge(self)
        self.user_properties.append((PROPERTY, reports.dump(outcome)))
        self.user_properties.append((ISOLATION, self._run.isolation))
        if outcome.outcome != "right":
            raise NotRight("\n".join(reports.explain(outcome)))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """Show the advice, or the line of the suite that failed: never the engine's own frames."""
        if isinstance(excinfo.value, NotRight):
            return str(excinfo.value)
        excinfo.traceback = excinfo.traceback.cut(path=self.path)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int, str]:
        """Name the item by its line of the rubric."""
        return self.path, self.item.test.__code__.co_firstlineno - 1, self.name


class Grading:
    """The plugin of a grading run."""

    def __init__(self, config: pytest.Config) -> None:
        self.config = config
        try:
            self.course = course.course()
            self.folder = intake.folder(config.option.submission or course.ASSIGNMENTS)
        except (course.CourseError, intake.SubmissionError) as error:
            raise pytest.UsageError(str(error)) from None
        self.results = _writable(config.option.results)
        hypothesis = config.pluginmanager.get_plugin("hypothesispytest")
        if hypothesis is not None:  # it imports the whole library at the end, for tests of another kind
            config.pluginmanager.unregister(hypothesis)
        self.plain = config.option.verbose > 0
        if not self.plain:
            self.brief = config.option.verbose < 0
            config.option.verbose, config.option.no_header, config.option.reportchars = -2, True, ""
        self.outcomes: dict[str, Outcome] = {}
        self._expected: Counter[str] = Counter()
        self._printed: set[str] = set()
        self._lesson: tuple[str, Session] | None = None
        self._isolation: set[str] = set()
        self._started = time.monotonic()

    @functools.cached_property
    def submission(self) -> intake.Submission:
        """What was handed in; opened when the worker has proved to be confined."""
        return intake.read(self.folder, self.course)

    def pytest_sessionstart(self) -> None:
        """Refuse before anything is opened, where strict isolation was asked for and cannot be had."""
        worker = self.config.stash.get(_WORKER, None)
        if worker is not None and worker.level == "strict":
            from graders.engine import score  # noqa: F401 - imported while the worker imports its own

            try:
                worker.isolation  # noqa: B018 - proves it
            except SandboxError as error:
                self.config.stash[_REFUSAL] = str(error)
        if self.refused:
            sys.stderr.write(f"calcgrade: {self.config.stash[_REFUSAL]}\n")

    @property
    def refused(self) -> bool:
        """Whether nothing may be graded."""
        return _REFUSAL in self.config.stash

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection(self) -> bool | None:
        """Collect nothing after a refusal."""
        return self.refused or None

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self) -> bool | None:
        """Run nothing after a refusal."""
        return self.refused or None

    # --- collect ---------------------------------------------------------------------------------

    def pytest_pycollect_makeitem(self, collector: Any, name: str, obj: object) -> Any:
        """Collect the items of a suite."""
        if collector.path.parent != course.GRADERS or not callable(obj):
            return None
        from graders.engine.rubric import rubric

        item = rubric(obj)
        if item is None:
            return None
        return RubricItem.from_parent(collector, name=name, item=item, run=self)

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        """Remember how many items each lesson has, so that it is reported when the last is judged."""
        gc.freeze()  # the libraries stay: collections need not look at them again
        gc.enable()
        self._expected = Counter(item.module for item in session.items if isinstance(item, RubricItem))

    # --- judge -----------------------------------------------------------------------------------

    @property
    def seed(self) -> int:
        """The seed of this run: the same for the same submission and course."""
        from graders.engine import suites

        given = self.config.option.seed
        return suites.seed_of(self.submission) if given is None else int(given)

    @property
    def isolation(self) -> str:
        """What the worker of this process is confined by."""
        try:
            return self.config.stash[_WORKER].isolation
        except SandboxError:
            return "none"  # and nothing was run

    def judge(self, item: RubricItem) -> Outcome:
        """Judge an item of the submission."""
        from graders.engine.score import Judge

        lesson = self._open(item.module)
        entry = self.course.lesson(item.module)
        return Judge(self.course, entry, lesson.ask, self.seed).judge(item.item, patient=not self.plain)

    def _open(self, module: str) -> Session:
        """Return the lesson that is being asked; each has a child process of its own."""
        from graders.engine import references
        from graders.engine.session import Session

        if self._lesson is not None and self._lesson[0] == module:
            return self._lesson[1]
        self._close()
        if _WORKER not in self.config.stash:
            start_worker(self.config)
        entry = self.course.lesson(module)
        worker = self.config.stash[_WORKER]
        lesson = Session(entry, self.submission, worker, references.official(entry))
        self._lesson = module, lesson
        return lesson

    def _close(self) -> None:
        if self._lesson is not None:
            self._lesson[1].close()
            self._lesson = None

    # --- report ----------------------------------------------------------------------------------

    @pytest.hookimpl(tryfirst=True)
    def pytest_report_teststatus(self, report: pytest.TestReport) -> tuple[str, str, str] | None:
        """Print no dots: the report says it in words."""
        return None if self.plain or PROPERTY not in dict(report.user_properties) else ("", "", "")

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Take an item's outcome, and report its lesson when it was the last."""
        from graders.engine import reports

        found = dict(report.user_properties).get(PROPERTY)
        if found is None or report.when != "call":
            return
        outcome = reports.load(str(found))
        self._isolation.add(str(dict(report.user_properties)[ISOLATION]))
        self.outcomes[report.nodeid] = outcome
        if not self.plain and len(self._of(outcome.lesson)) == self._expected[outcome.lesson]:
            self._print(outcome.lesson)

    def _of(self, lesson: str) -> list[Outcome]:
        return [outcome for outcome in self.outcomes.values() if outcome.lesson == lesson]

    def _print(self, lesson: str) -> None:
        from graders.engine.reports import terminal

        self._printed.add(lesson)
        writer = self.config.get_terminal_writer()
        terminal.lesson(writer, lesson, self._of(lesson), brief=self.brief)

    @pytest.hookimpl(wrapper=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> Generator[None, None, None]:
        """End the last lesson, write the results, set the exit status."""
        self._close()
        if self.refused:
            session.exitstatus = REFUSED
        elif any(outcome.outcome == "error" for outcome in self.outcomes.values()):
            session.exitstatus = COULD_NOT_GRADE
        if self.results is not None and not self.refused and not hasattr(self.config, "workerinput"):
            self._write(self.results)
        yield

    def _write(self, path: Path) -> None:
        from graders.engine import reports
        from graders.engine.reports import gradescope

        run = reports.Run(
            outcomes=self._sorted(),
            course=course.digest(),
            submission=self.submission.digest,
            seed=self.seed,
            isolation="; ".join(sorted(self._isolation)),
            seconds=time.monotonic() - self._started,
            notes=self.submission.notes,
        )
        gradescope.write(path, gradescope.results(run))

    def _sorted(self) -> list[Outcome]:
        order = [lesson.module for lesson in self.course.lessons]
        return sorted(self.outcomes.values(), key=lambda outcome: order.index(outcome.lesson))

    def pytest_terminal_summary(self, terminalreporter: Any) -> None:
        """Print what is left, and the total."""
        from graders.engine.reports import terminal

        if self.plain or not self.outcomes:
            return
        for lesson in self.course.lessons:
            if lesson.module not in self._printed and self._of(lesson.module):
                self._print(lesson.module)
        terminal.total(terminalreporter._tw, self._sorted(), self.submission.notes, sorted(self._isolation))


def _writable(name: str | None) -> Path | None:
    """Return the path for the results, checked before any work is done for them."""
    if name is None:
        return None
    path = Path(name)
    if path.is_dir() or not path.absolute().parent.is_dir():
        raise pytest.UsageError(f"--results {name}: give a file in a folder that exists")
    return path
