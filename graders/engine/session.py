"""A session with one lesson of a submission, which answers in a child process of its own."""

from __future__ import annotations

import functools
import time
from collections.abc import Callable, Sequence
from typing import Final

from graders.engine import isolation, show
from graders.engine.child import Child, Ended, Lost
from graders.engine.course import Lesson as Entry
from graders.engine.course import Limits
from graders.engine.intake import Submission
from graders.engine.proxy import Came, Stop
from graders.engine.sandbox import Sandbox
from graders.engine.worker import wire

IMPORT_LOADS: Final = 2  # times of loading that a lesson's wishes for more modules may take in all


class Session:
    """One lesson of a submission, asked in a child process of its own.

    The child is started with the first call. A call that ends it costs its own item: the next call
    gets a fresh one. A module that cannot be loaded is asked once.
    """

    def __init__(
        self, entry: Entry, submission: Submission, sandbox: Sandbox, official: dict[str, str]
    ) -> None:
        self._entry, self._submission, self._sandbox, self._official = entry, submission, sandbox, official
        self._file = submission.file(entry.module) or ""
        self._child: Child | None = None
        self._broken: Stop | None = self._missing()
        self._cells: list[str] = []
        self._pending: Callable[[], Came | None] = lambda: None
        self._imports: set[str] = set()  # what a fresh child imports before it is confined
        self._until = 0.0  # when no more of them are looked for
        self._losses = 0  # of the worker, while this lesson was in hand

    @property
    def _limits(self) -> Limits:
        return self._sandbox.limits

    def ask(
        self, function: str, arguments: list[wire.Argument], watched: Sequence[str] = ()
    ) -> Callable[[], Came]:
        """Call a function of the student's; return what waits for its answer.

        The suite's next words, which compute the right answer, run meanwhile.
        """
        self._pending()  # one call at a time
        call = wire.Call(function, arguments, list(watched))
        sent = self._send(call)
        self._pending = functools.cache(lambda: sent or self._answer(call))
        return self._pending

    def _send(self, call: wire.Call) -> Stop | None:
        """Send a call, to a fresh child if there is none; return what stands in the way."""
        if self._broken is None and self._child is None:
            self._broken = self._load()
        if self._broken is not None:
            return self._broken
        assert self._child is not None
        try:
            self._child.send(call, self._limits.call_seconds)
        except Ended as ended:
            self._child = None
            return Stop(ended.kind, f"{call.function} {ended}")
        except Lost:
            return self._lost() or self._send(call)
        return None

    def _answer(self, call: wire.Call) -> Came:
        """Return what came of a call that was sent."""
        assert self._child is not None
        try:
            reply = self._child.reply()
        except Ended as ended:
            self._child = None
            return Stop(ended.kind, f"{call.function} {ended}")
        except Lost:
            return self._lost() or self._send(call) or self._answer(call)
        if isinstance(reply, wire.Returned | wire.Raised) and self._missed(reply.misses):
            self.close()
            return self._send(call) or self._answer(call)
        if isinstance(reply, wire.Returned):
            return reply
        if isinstance(reply, wire.Raised):
            return self._stopped(call.function, reply)
        self.close()
        return Stop("protocol", f"{call.function} sent something that is no answer to the grader")

    def _lost(self) -> Stop | None:
        """Note that the worker was lost. The lesson in hand is tried once more; a second loss is its own."""
        self._child, self._losses = None, self._losses + 1
        if self._losses > 1:
            self._broken = Stop("died", f"{self._file} ended the grader's worker process", called=False)
        return self._broken

    def _missed(self, names: list[str]) -> bool:
        """Say whether a fresh child can have what this one could not import, and see that it will."""
        new = {name for name in names if isolation.importable(name)} - self._imports
        if not self._imports:
            self._until = time.monotonic() + IMPORT_LOADS * self._limits.load_seconds
        if not new or time.monotonic() > self._until:
            return False
        self._imports |= new
        return True

    def close(self) -> None:
        """End the child."""
        if self._child is not None:
            self._child.close()
            self._child = None

    def _missing(self) -> Stop | None:
        if not self._file:
            return Stop("missing", f"{self._entry.module}.py is not there", called=False)
        if self._file in self._submission.problems:
            why = self._submission.problems[self._file]
            return Stop("unreadable", f"{self._file} was not read: {why}", called=False)
        if not self._submission.sources[self._file].strip():
            return Stop("empty", f"{self._file} is empty", called=False)
        return None

    def _load(self) -> Stop | None:
        """Load the module into a fresh child; return what stands in the way."""
        load = wire.Load(self._entry.module, self._submission.sources, self._official)
        numbers = not self._imports and isolation.numbers_alone(load.reach(self._file).values())
        self._child = self._sandbox.child(sorted(self._imports), numbers=numbers)
        try:
            for request, expected in ((load, wire.Ready), (wire.Run(), wire.Ran)):
                reply = self._child.ask(request, self._limits.load_seconds)
                if isinstance(reply, wire.Ran | wire.Raised) and self._missed(reply.misses):
                    self.close()
                    return self._load()
                if isinstance(reply, wire.Raised):
                    self.close()
                    return _unloadable(self._file, reply)
                if not isinstance(reply, expected):
                    raise Ended("protocol", "sent something that is no answer to the grader")
        except Ended as ended:
            self.close()
            return Stop(ended.kind, f"{self._file} {ended} while it was imported", called=False)
        except Lost:
            return self._lost() or self._load()
        assert isinstance(reply, wire.Ran)
        self._cells = reply.notes
        return None

    def _stopped(self, function: str, raised: wire.Raised) -> Stop:
        if raised.kind == "undefined":
            cells = "".join(f"; a cell stopped with {show.text(note)}" for note in self._cells[:1])
            return Stop("undefined", f"{function} is not defined in {self._file}{cells}", called=False)
        if raised.kind == "not_callable":
            return Stop("undefined", f"{function} is not a function but {show.a(raised.name)}", called=False)
        if raised.kind == "unwritten":
            other = show.text(raised.where)
            sentence = f"{function} is not written yet"
            if other not in ("", function, "<module>"):
                sentence = f"{function} calls {other}, which is not written yet"
            return Stop("unwritten", sentence, called=False)
        return Stop("exception", f"{function} stopped with {_error(raised)}")


def _unloadable(file: str, raised: wire.Raised) -> Stop:
    kind, sentence = raised.kind, f"{file} cannot be imported: {_error(raised)}"
    if kind == "changed":
        name = show.text(raised.name)
        sentence = f"class {name} in {file} was changed: put back the one that came with the assignment"
    elif kind in ("encoding", "notebook"):
        sentence = f"{file} was not read: {show.text(raised.message)}"
    elif kind == "unwritten":
        sentence = f"{file} cannot be imported: a function that is not written yet is called in it"
    return Stop(kind, sentence, called=False)


def _error(raised: wire.Raised) -> str:
    message = f"{show.text(raised.name, 80)}: {show.text(raised.message)}".removesuffix(": ")
    return f"{message} ({show.text(raised.file)}, line {raised.line})" if raised.file else message
