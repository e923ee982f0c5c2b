"""Follow-through: an item that is wrong only because an earlier one, which it calls, is wrong in a known way.

One slip must not cost twice (examination boards: error carried forward). The later item is judged
against a right implementation with the mistake in the earlier one's place, on every line of its
transcript, and the student's function must really have called the earlier one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from graders.engine import references
from graders.engine.diagnose import explaining, explains
from graders.engine.proxy import Ask, Line, Stop, Transcript, argument
from graders.engine.rubric import Follow, Item, Mistake
from graders.engine.worker import wire


def followed(
    item: Item, module: str, transcript: Transcript, ask: Ask, run: Callable[[Item], Transcript]
) -> str:
    """Return the name of the earlier item whose known mistake explains all that came back, or nothing.

    Parameters
    ----------
    item
        The item of the lesson ``module`` that is wrong, by an objection in its transcript.
    ask
        Asks the student.
    run
        Runs another item of the lesson and returns its transcript.
    """
    for follow in item.follows:
        if any(
            explains(Mistake("", (implementation,), ""), transcript.lines)
            for implementation in _implementations(item, module, follow, run)
        ) and _calls(follow.earlier, transcript.lines, ask):
            return follow.earlier
    return ""


def _implementations(
    item: Item, module: str, follow: Follow, run: Callable[[Item], Transcript]
) -> Iterator[Callable[..., Any]]:
    """Yield right implementations of an item, with each mistake that explains the earlier one in its place."""
    earlier = item.sibling(follow.earlier)
    before = run(earlier)
    if any(isinstance(line.returned, Stop) for line in before.lines):
        return
    if all(line.objection is None for line in before.lines):
        return
    for wrong in (way for mistake in explaining(earlier, before) for way in mistake.ways):
        if follow.ways is None:
            yield getattr(references.replaced(module, follow.earlier, wrong), item.name)
        else:
            made = follow.ways(wrong)
            yield from made if isinstance(made, list) else [made]


def _calls(earlier: str, lines: list[Line], ask: Ask) -> bool:
    """Say whether the student's function calls the earlier one, where it is wrong."""
    line = next(line for line in lines if line.objection is not None)
    came = ask(line.function, [argument(each) for each in line.arguments], [earlier])()
    return isinstance(came, wire.Returned) and earlier in came.ran
