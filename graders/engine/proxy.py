"""The student as suites see one: ``student.gradient(3, -2)`` is an answer that can be compared.

What stands behind it is a :class:`Lesson`, which asks a confined child; in the course's own tests it
is a table of functions. Either way an answer is plain data, or the reason why there is none.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np

from graders.engine import show
from graders.engine.check import Check, Objection
from graders.engine.course import Lesson as LessonEntry
from graders.engine.course import Limits
from graders.engine.intake import Submission
from graders.engine.plain import plain
from graders.engine.sandbox import Child, Ended, Sandbox
from graders.engine.worker import wire
from graders.engine.worker.formula import Function

MAX_LINES: Final = 200  # of a transcript


@dataclass(frozen=True)
class Stop:
    """Why a call brought no answer. ``sentence`` is for the student; ``kind`` is stable."""

    kind: str
    sentence: str


Came = wire.Returned | Stop
Ask = Callable[[str, list[wire.Argument]], Callable[[], Came]]  # asks, and returns what waits for the answer


class StudentStopped(Exception):
    """Ends an item: there is no answer to judge."""


@dataclass(frozen=True, eq=False)
class Line:
    """One line of an item's transcript: what was called, what came back, what is against it."""

    function: str
    arguments: tuple[Any, ...]
    returned: Came
    check: Check | None
    objection: Objection | None


@dataclass
class Transcript:
    """All that was asked in one item. A patient one goes on after a wrong answer, to learn more of it."""

    patient: bool = True
    lines: list[Line] = field(default_factory=list)


class Answer:
    """What a student's function returned. Compare it with a check: ``answer == close(…)``."""

    __hash__ = None  # type: ignore[assignment]

    def __init__(
        self, transcript: Transcript, function: str, arguments: tuple[Any, ...], wait: Callable[[], Came]
    ) -> None:
        self._transcript, self._function, self._arguments = transcript, function, arguments
        self._wait = wait

    @functools.cached_property
    def _returned(self) -> Came:
        return self._wait()

    def __eq__(self, check: object) -> bool:
        if not isinstance(check, Check):
            raise TypeError("an answer is compared with a check, such as close(...)")
        objection = None
        if isinstance(self._returned, wire.Returned):
            objection = check.objection(self._returned.value)
        line = Line(self._function, self._arguments, self._returned, check, objection)
        self._transcript.lines.append(line)
        if isinstance(self._returned, Stop) or len(self._transcript.lines) >= MAX_LINES:
            raise StudentStopped
        return objection is None or self._transcript.patient

    @property
    def value(self) -> Any:
        """The answer as plain data: numbers, arrays, text, lists. Ends the item when there is none."""
        if isinstance(self._returned, Stop):
            self._transcript.lines.append(Line(self._function, self._arguments, self._returned, None, None))
            raise StudentStopped
        return plain(self._returned.value)

    def __repr__(self) -> str:
        if isinstance(self._returned, Stop):
            return self._returned.sentence
        return f"{show.call(self._function, self._arguments)} → {show.value(self._returned.value)}"


class Student:
    """Gives every function of the student's module by name."""

    def __init__(self, ask: Ask, transcript: Transcript) -> None:
        self._ask, self._transcript = ask, transcript

    def __getattr__(self, function: str) -> Callable[..., Answer]:
        if function.startswith("_"):
            raise AttributeError(function)

        def call(*arguments: Any) -> Answer:
            wait = self._ask(function, [argument(each) for each in arguments])
            return Answer(self._transcript, function, arguments, wait)

        return call


def argument(value: Any) -> wire.Argument:
    """Return an argument in the form in which it travels."""
    if value is None or isinstance(value, bool | str):
        return value
    if isinstance(value, int | np.integer):
        return int(value)
    if isinstance(value, float):
        return float(value)
    if isinstance(value, Function):
        return value.spec()
    if isinstance(value, np.ndarray):
        dtype: Any = "i8" if value.dtype.kind == "i" else "f8"
        return wire.Array(dtype, value.shape, np.ascontiguousarray(value, "<" + dtype).tobytes())
    if isinstance(value, list | tuple):
        kind: Any = type(value).__name__
        return wire.Sequence(kind, [argument(each) for each in value])  # type: ignore[misc]
    if hasattr(value, "free_symbols"):
        return wire.Symbolic(str(value))
    attributes = {name: argument(each) for name, each in vars(value).items()}
    return wire.Instance(type(value).__name__, wire.Mapping(list(attributes), list(attributes.values())))  # type: ignore[arg-type]


class Lesson:
    """One lesson of a submission, asked in a child process of its own.

    The child is started with the first call. A call that ends it costs its own item: the next call
    gets a fresh one. A module that cannot be loaded is asked once.
    """

    def __init__(
        self, entry: LessonEntry, submission: Submission, sandbox: Sandbox, official: dict[str, str]
    ) -> None:
        self._entry, self._submission, self._sandbox, self._official = entry, submission, sandbox, official
        self._child: Child | None = None
        self._broken: Stop | None = self._missing()
        self._cells: list[str] = []
        self._pending: Callable[[], Came | None] = lambda: None

    @property
    def _limits(self) -> Limits:
        return self._sandbox.limits

    def ask(self, function: str, arguments: list[wire.Argument]) -> Callable[[], Came]:
        """Call a function of the student's; return what waits for its answer.

        The suite's next words, which compute the right answer, run meanwhile.
        """
        self._pending()  # one call at a time
        if self._broken is None and self._child is None:
            self._broken = self._load()
        if self._broken is None:
            self._pending = functools.cache(
                functools.partial(self._answer, function, self._call(function, arguments))
            )
        else:
            broken = self._broken
            self._pending = lambda: broken
        return self._pending

    def _call(self, function: str, arguments: list[wire.Argument]) -> Stop | None:
        assert self._child is not None
        try:
            self._child.send(wire.Call(function, arguments), self._limits.call_seconds)
        except Ended as ended:
            self._child = None
            return Stop(ended.kind, f"{function} {ended}")
        return None

    def _answer(self, function: str, stopped: Stop | None) -> Came:
        if stopped is not None or self._child is None:
            return stopped or Stop("died", f"{function} was not waited for")
        try:
            reply = self._child.reply()
        except Ended as ended:
            self._child = None
            return Stop(ended.kind, f"{function} {ended}")
        if isinstance(reply, wire.Returned):
            return reply
        if isinstance(reply, wire.Raised):
            return self._stopped(function, reply)
        self.close()
        return Stop("protocol", f"{function} sent something that is no answer to the grader")

    def close(self) -> None:
        """End the child."""
        if self._child is not None:
            self._child.close()
            self._child = None

    def _missing(self) -> Stop | None:
        module = self._entry.module
        file = self._submission.file(module)
        if file is None:
            return Stop("missing", f"{module}.py is not there")
        if file in self._submission.problems:
            return Stop("unreadable", f"{file} was not read: {self._submission.problems[file]}")
        if not self._submission.sources[file].strip():
            return Stop("empty", f"{file} is empty")
        return None

    def _load(self) -> Stop | None:
        """Load the module into a fresh child; return what stands in the way."""
        module, file = self._entry.module, self._submission.file(self._entry.module)
        self._child = self._sandbox.child()
        load = wire.Load(module, self._submission.sources, self._official)
        try:
            for request, expected in ((load, wire.Ready), (wire.Run(), wire.Ran)):
                reply = self._child.ask(request, self._limits.load_seconds)
                if isinstance(reply, wire.Raised):
                    self.close()
                    return _unloadable(str(file), reply)
                if not isinstance(reply, expected):
                    raise Ended("protocol", "sent something that is no answer to the grader")
        except Ended as ended:
            self.close()
            return Stop(ended.kind, f"{file} {ended} while it was imported")
        assert isinstance(reply, wire.Ran)
        self._cells = reply.notes
        return None

    def _stopped(self, function: str, raised: wire.Raised) -> Stop:
        if raised.kind == "undefined":
            cells = "".join(f"; a cell stopped with {show.text(note)}" for note in self._cells[:1])
            return Stop(
                "undefined",
                f"{function} is not defined in {self._submission.file(self._entry.module)}{cells}",
            )
        if raised.kind == "not_callable":
            return Stop("undefined", f"{function} is not a function but {show.a(raised.name)}")
        if raised.kind == "unwritten":
            if raised.where not in ("", function, "<module>"):
                return Stop(
                    "unwritten", f"{function} calls {show.text(raised.where)}, which is not written yet"
                )
            return Stop("unwritten", f"{function} is not written yet")
        return Stop("exception", f"{function} stopped with {_error(raised)}")


def _unloadable(file: str, raised: wire.Raised) -> Stop:
    if raised.kind == "changed":
        name = show.text(raised.name)
        return Stop(
            "changed", f"class {name} in {file} was changed: put back the one that came with the assignment"
        )
    if raised.kind in ("encoding", "notebook"):
        return Stop("unreadable", f"{file} was not read: {show.text(raised.message)}")
    if raised.kind == "unwritten":
        return Stop(
            "exception", f"{file} cannot be imported: a function that is not written yet is called in it"
        )
    return Stop(raised.kind, f"{file} cannot be imported: {_error(raised)}")


def _error(raised: wire.Raised) -> str:
    message = f"{show.text(raised.name, 80)}: {show.text(raised.message)}".removesuffix(": ")
    return f"{message} ({show.text(raised.file)}, line {raised.line})" if raised.file else message
