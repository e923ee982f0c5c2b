"""The student as suites see one: ``student.gradient(3, -2)`` is an answer that can be compared.

What stands behind it is a session, which asks a confined child; in the course's own tests it
is a table of functions. Either way an answer is plain data, or the reason why there is none.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Protocol

import numpy as np

from graders.engine import show
from graders.engine.check import Check, Objection
from graders.engine.plain import plain
from graders.engine.worker import wire
from graders.engine.worker.formula import Function

MAX_LINES: Final = 200  # of a transcript
MAX_STOPS: Final = 8  # among them


@dataclass(frozen=True)
class Stop:
    """Why there is no answer. ``sentence`` is for the student; ``kind`` is stable.

    ``called`` says whether it came to a call: a module that cannot be loaded has none.
    """

    kind: str
    sentence: str
    called: bool = True


Came = wire.Returned | Stop


class Ask(Protocol):
    """Asks for a call, and returns what waits for its answer."""

    def __call__(
        self, function: str, arguments: list[wire.Argument], watched: Sequence[str] = ()
    ) -> Callable[[], Came]:
        """Call ``function``; the answer says which functions of ``watched`` it ran."""


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
    looked_into: int | None = None  # how many lines there were when an answer was used for the next question

    @property
    def ended(self) -> bool:
        """Whether nothing more is asked. A few exceptions don't end it: does an array stop it, or all?"""
        stops = [line.returned.kind for line in self.lines if isinstance(line.returned, Stop)]
        enough = not self.patient or len(stops) >= MAX_STOPS or any(kind != "exception" for kind in stops)
        return len(self.lines) >= MAX_LINES or bool(stops and enough)


class Answer:
    """What a student's function returned. Compare it with a check: ``answer == close(…)``."""

    __hash__ = None  # type: ignore[assignment] # what has an == of its own has no hash

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
        if objection is not None and not any(each.objection for each in self._transcript.lines):
            check.confirm()  # this one may cost points
        line = Line(self._function, self._arguments, self._returned, check, objection)
        self._transcript.lines.append(line)
        if self._transcript.ended:
            raise StudentStopped
        return self._transcript.patient or (objection is None and isinstance(self._returned, wire.Returned))

    @property
    def value(self) -> Any:
        """The answer as plain data: numbers, arrays, text, lists. Ends the item when there is none."""
        if isinstance(self._returned, Stop):
            self._transcript.lines.append(Line(self._function, self._arguments, self._returned, None, None))
            raise StudentStopped
        if self._transcript.looked_into is None:
            self._transcript.looked_into = len(self._transcript.lines)
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
        return wire.Sequence(kind, [argument(each) for each in value])  # type: ignore[misc] # a list or a tuple
    if hasattr(value, "free_symbols"):
        return _symbolic(value)
    attributes = {name: argument(each) for name, each in vars(value).items()}
    return wire.Instance(type(value).__name__, wire.Mapping(list(attributes), list(attributes.values())))  # type: ignore[arg-type] # arrays go as they are


@functools.lru_cache(maxsize=256)  # a suite asks everyone for the same few expressions
def _symbolic(expression: Any) -> wire.Symbolic:
    return wire.Symbolic(str(expression))
