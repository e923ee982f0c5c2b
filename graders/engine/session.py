"""A session with one lesson of a submission, which answers in a child process of its own."""

from __future__ import annotations

import functools
from collections.abc import Callable

from graders.engine import show
from graders.engine.course import Lesson as Entry
from graders.engine.course import Limits
from graders.engine.intake import Submission
from graders.engine.proxy import Came, Stop
from graders.engine.sandbox import Child, Ended, Sandbox
from graders.engine.worker import wire


class Session:
    """One lesson of a submission, asked in a child process of its own.

    The child is started with the first call. A call that ends it costs its own item: the next call
    gets a fresh one. A module that cannot be loaded is asked once.
    """

    def __init__(
        self, entry: Entry, submission: Submission, sandbox: Sandbox, official: dict[str, str]
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
            return Stop("missing", f"{module}.py is not there", called=False)
        if file in self._submission.problems:
            return Stop("unreadable", f"{file} was not read: {self._submission.problems[file]}", called=False)
        if not self._submission.sources[file].strip():
            return Stop("empty", f"{file} is empty", called=False)
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
            return Stop(ended.kind, f"{file} {ended} while it was imported", called=False)
        assert isinstance(reply, wire.Ran)
        self._cells = reply.notes
        return None

    def _stopped(self, function: str, raised: wire.Raised) -> Stop:
        if raised.kind == "undefined":
            cells = "".join(f"; a cell stopped with {show.text(note)}" for note in self._cells[:1])
            file = self._submission.file(self._entry.module)
            return Stop("undefined", f"{function} is not defined in {file}{cells}", called=False)
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
