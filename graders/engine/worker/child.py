"""One lesson of one submission: confine, load its module, run it, call its functions, send plain data."""

from __future__ import annotations

import ast
import contextlib
import errno
import importlib
import sys
import types
from collections.abc import Iterable

from . import arguments, encode, figures, frames, habits, modules, watch, wire
from .channel import Channel, Closed
from .confine import AFTER_IMPORTS, BEFORE_IMPORTS, Confinement


class Lesson:
    """Answers the requests of the trusted side, one reply a request."""

    def __init__(self, confinement: Confinement, folder: str) -> None:
        self._confinement, self._folder = confinement, folder
        self._misses = modules.Misses()
        self._printed = habits.Printed()
        self._finder = modules.Finder({})
        self._name = ""
        self._module: types.ModuleType | None = None

    def reply(self, request: wire.Request) -> wire.Reply:
        """Do what is asked. Whatever the student's code raises becomes data."""
        self._misses.names.clear()
        try:
            if isinstance(request, wire.Prepare):
                return self.prepare(request)
            if isinstance(request, wire.Load):
                return self.load(request)
            if isinstance(request, wire.Run):
                return self.run()
            return self.call(request)
        except modules.BadSource as bad:
            return self.raised(bad.kind, "", bad.message, bad.file, bad.line)
        except BaseException as error:
            return self.describe(error)

    def prepare(self, request: wire.Prepare) -> wire.Reply:
        """Import what will be wanted, then give up all that is not needed."""
        self._confinement.enter(self._folder)
        held = self._confinement.apply(BEFORE_IMPORTS)
        for name in request.imports:
            with contextlib.suppress(BaseException):
                importlib.import_module(name)
        held += self._confinement.apply(AFTER_IMPORTS)
        if {"user", "landlock", "seccomp"} & set(held):
            sys.meta_path.append(self._misses)  # what is not imported by now may be out of reach
        return wire.Confined(held, self._confinement.absent, self._confinement.failed)

    def load(self, request: wire.Load) -> wire.Reply:
        """Parse the module, running nothing of it: what is said here, no student's code can change."""
        self._name = request.module
        self._finder = modules.Finder(request.sources)
        file = self._finder.file(request.module)
        assert file is not None
        trees: list[ast.AST] = []
        for label, source in modules.parts(request.sources, file):
            try:
                trees.append(ast.parse(source, label))
            except (SyntaxError, ValueError, RecursionError, MemoryError):
                if not file.endswith(".ipynb"):  # in a notebook, other cells still count
                    raise
        for name in modules.changed_classes(trees, request.unchanged):
            return self.raised("changed", name, "", file, 0)
        self._printed = habits.prepare(request.reach(file))
        return wire.Ready()

    def run(self) -> wire.Reply:
        """Execute the module."""
        sys.meta_path.insert(0, self._finder)
        sys.modules.pop(self._name, None)
        self._module = importlib.import_module(self._name)
        figures.close()
        notes = [self.describe(error) for error in self._finder.notes[:20]]
        return wire.Ran(
            [f"{note.name}: {note.message} ({note.file}, line {note.line})"[:500] for note in notes],
            self._printed.take(),
            self._misses.names[:],
        )

    def call(self, request: wire.Call) -> wire.Reply:
        """Call a function of the module."""
        assert self._module is not None
        function = getattr(self._module, request.function, None)
        if function is None:
            return self.raised("undefined", "", request.function, self._module.__file__ or "", 0)
        if not callable(function):
            return self.raised("not_callable", type(function).__name__, request.function, "", 0)
        given = [arguments.decode(argument, self._module) for argument in request.arguments]
        with watch.watching(self._module, request.watched) as ran:
            answer = function(*given)
        value = encode.encode(answer)
        figures.close()
        changed = any(map(arguments.changed, request.arguments, given))
        calls = arguments.calls(given)
        printed, misses = self._printed.take(), self._misses.names[:]
        return wire.Returned(value, changed, printed, misses, calls, sorted(ran))

    def describe(self, error: BaseException) -> wire.Raised:
        """Say what stopped the student's code, and where in the student's own files."""
        kind = "unwritten" if isinstance(error, NotImplementedError) else "exception"
        file, line, where = self._place(error)
        message = _message(error)
        if isinstance(error, PermissionError) and error.errno == errno.EPERM:
            message = "graded code has no files, no network and no other programs"
        if isinstance(error, SyntaxError):
            kind = "syntax" if self._module is None else kind
            file, line, message = str(error.filename), error.lineno or 0, str(error.msg)
        return self.raised(kind, type(error).__name__, message, file, line, where)

    def _place(self, error: BaseException) -> tuple[str, int, str]:
        """Return file, line and function of the innermost frame in the student's files."""
        found = ("", 0, "")
        trace = error.__traceback__
        while trace is not None:
            code = trace.tb_frame.f_code
            if code.co_filename.partition(", cell ")[0] in self._finder.sources:
                found = (code.co_filename, trace.tb_lineno, code.co_name)
            trace = trace.tb_next
        return found

    def raised(
        self, kind: str, type_: str, message: str, file: str, line: int, where: str = ""
    ) -> wire.Raised:
        """Return the reply that says so."""
        name, message, file, where = (encode.clean(text, 500) for text in (type_, message, file, where))
        line = min(max(line, 0), 2**31 - 1)
        misses = self._misses.names[:]
        return wire.Raised(kind, name, message, file, line, where, self._printed.take(), misses)  # type: ignore[arg-type] # one of the declared


def _message(error: BaseException) -> str:
    try:
        return str(error)
    except BaseException:
        return "(its message cannot be shown)"


def serve(channel: Channel, confinement: Confinement, folder: str) -> None:
    """Answer requests until the trusted side hangs up."""
    lesson = Lesson(confinement, folder)
    for call, nonce, request in _requests(channel):
        reply = lesson.reply(request)
        try:
            frame = frames.pack(reply, call, nonce)
        except (frames.ProtocolError, MemoryError):
            frame = frames.pack(wire.Returned(wire.Refused("too_big", "value"), False, ""), call, nonce)
        channel.send(frame)


def _requests(channel: Channel) -> Iterable[tuple[int, int, wire.Request]]:
    while True:
        try:
            call, nonce, body = channel.receive()
        except Closed:
            return
        yield call, nonce, frames.unpack_request(body)
