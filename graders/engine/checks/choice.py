"""Answers by word."""

from __future__ import annotations

from typing import Any

from graders.engine import show
from graders.engine.check import Check, Objection
from graders.engine.plain import NOTHING, refused
from graders.engine.worker import wire


class OneOf(Check):
    """See :func:`one_of`."""

    def __init__(self, right: str, choices: tuple[str, ...], exact: bool) -> None:
        self.right, self.choices, self.exact = right, choices, exact

    def objection(self, value: wire.Value) -> Objection | None:
        """Object to another word, and to what is none of the words."""
        words = ", ".join(f'"{choice}"' for choice in sorted(self.choices))
        if value is None:
            return NOTHING
        if isinstance(value, wire.Refused):
            return refused(value.code, value.shown)
        if not isinstance(value, str):
            return Objection("kind", f"it is {show.kind(value)}, not a word", f"Return one of {words}.")
        if self.accepts(value):
            return None
        if value.strip().casefold() not in map(str.casefold, self.choices):
            return Objection(
                "no-choice", f"{show.value(value)} is none of the words", f"Return one of {words}."
            )
        return Objection("value", "")

    def accepts(self, word: str) -> bool:
        """Say whether it is the word."""
        return self.normal(word) == self.normal(self.right)

    def normal(self, word: str) -> str:
        """Return a word without what does not matter."""
        return word.strip() if self.exact else word.strip().casefold()

    def expecting(self, value: Any) -> OneOf:
        """Return the same check for another word."""
        return type(self)(value, self.choices, self.exact)

    def answer(self) -> str:
        """Show the right word."""
        return f'"{self.right}"'

    def __repr__(self) -> str:
        return f"the word {self.answer()}"


def one_of(right: str, *others: str, exact: bool = False) -> OneOf:
    """Accept one word, whatever its case and surrounding blanks (with ``exact``, case matters)."""
    return OneOf(right, (right, *others), exact)
