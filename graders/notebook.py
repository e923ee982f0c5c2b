"""The check in a cell of a notebook: ``from graders.notebook import check; check("lesson03.gradient")``.

The suites ask the functions of the running kernel, which is the student's own, and print the advice that
grading gives. What counts is what is handed in: that is graded elsewhere, in a confined worker.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from graders.engine.course import Lesson
    from graders.engine.rubric import Item
    from graders.engine.worker import wire


def check(name: str) -> None:
    """Check a function of this notebook, and say what to try next.

    Parameters
    ----------
    name
        The item, as in ``"lesson03.gradient"``; ``"gradient"`` will do where no other lesson has one.

    Raises
    ------
    LookupError
        When there is no such item, or several.
    """
    from graders.engine import course as courses
    from graders.engine import suites
    from graders.engine.intake import Submission
    from graders.engine.reports import explain, points
    from graders.engine.score import Judge
    from graders.engine.session import Session

    lesson, item = _find(name)
    if not (courses.HAS_ANSWERS or courses.RECORDING.is_file()):
        print(f"{name} is not checked here: this computer has no right answers. Hand in, and it will be.")
        return
    submission = Submission("", {f"{lesson.module}.ipynb": b"this notebook"})
    session = Session(lesson, submission, _Kernel(), {})  # type: ignore[arg-type] # a sandbox to it
    outcome = Judge(courses.course(), lesson, session.ask, suites.PRACTICE).judge(item)
    mark = "✓" if outcome.outcome == "right" else "✗"
    print(f"{mark} {points(outcome.score)} of {points(item.points)}  {item.title}")
    for line in explain(outcome) if outcome.outcome != "right" else []:
        print(f"  {line}")


def _find(name: str) -> tuple[Lesson, Item]:
    from graders.engine import course as courses
    from graders.engine import suites

    prefix, _, own = name.rpartition(".")
    found = [
        (lesson, item)
        for lesson in courses.course().lessons
        for item in suites.items(lesson)
        if item.name == own and lesson.module.startswith(prefix)
    ]
    if len(found) != 1:
        several = " or ".join(courses.item_name(lesson.module, own) for lesson, _ in found)
        raise LookupError(f"{name}: {f'which one, {several}?' if found else 'there is no such item'}")
    return found[0]


class _Kernel:
    """What a session takes for its sandbox and its child: it calls the functions of this very process."""

    def __init__(self) -> None:
        from graders.engine import course as courses
        from graders.engine.worker import child
        from graders.engine.worker.confine import Confinement

        self.limits = courses.course().limits
        self._lesson = child.Lesson(Confinement([], {}, []), "")
        self._lesson._module = sys.modules["__main__"]
        self._reply: Any = None

    def child(self, imports: list[str], *, numbers: bool) -> _Kernel:
        """Return what answers calls."""
        return self

    def ask(self, request: wire.Request, seconds: float) -> wire.Reply:
        """Answer that all is loaded: the kernel has run the cells."""
        from graders.engine.worker import wire

        return wire.Ready() if isinstance(request, wire.Load) else wire.Ran([], "")

    def send(self, call: wire.Call, seconds: float) -> None:
        """Call the function."""
        self._reply = self._lesson.reply(call)

    def reply(self) -> wire.Reply:
        """Return what came of it."""
        reply: wire.Reply = self._reply
        return reply

    def close(self) -> None:
        """Do nothing: the kernel is the student's."""
