"""What a check is: an object on the right of ``==`` that has an objection, in a sentence, or none."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Any

from graders.engine.worker import wire


@dataclass(frozen=True)
class Objection:
    """Why an answer is not accepted.

    ``code`` is stable and names the kind: ``value``, ``shape``, ``none``, ``unevaluated`` …; the
    sentence is for the student, and never holds the answer. ``advice`` is the next thing to try. An
    ``exact`` one says all there is to say: no mistake is looked for.
    """

    code: str
    sentence: str
    advice: str = ""
    exact: bool = False


class GraderFault(Exception):
    """The grader cannot judge: its own fault, never the student's."""


class Check(ABC):
    """Judges one answer. It is plain data, so that the same check can expect another value."""

    @abstractmethod
    def objection(self, value: wire.Value) -> Objection | None:
        """Return what is against an answer."""

    def confirm(self) -> None:  # noqa: B027 - most checks have no second opinion
        """Doubt the right answer, before a student loses points by it.

        Raises
        ------
        GraderFault
            When a second opinion disagrees with it.
        """

    @abstractmethod
    def expecting(self, value: Any) -> Check:
        """Return the same check for another right answer: what a mistake would have returned."""

    @abstractmethod
    def answer(self) -> str:
        """Show the right answer."""
