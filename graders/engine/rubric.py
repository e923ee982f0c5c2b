"""The words that suites are written in: an item with its points, and the mistakes that are known for it."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

ATTRIBUTE: Final = "__rubric__"
_MISTAKES: Final = "__mistakes__"
_FOLLOWS: Final = "__follows__"
Test = Callable[..., None]
Function: TypeAlias = Callable[..., Any]
Ways: TypeAlias = Callable[[Function], Function | list[Function]]


@dataclass(frozen=True)
class Mistake:
    """A belief that can be told from its output.

    ``ways`` are whole implementations that hold it. It explains an item's transcript if the checks
    would have accepted every answer had they expected what one of them returns; where no formula can
    say it, ``when`` is asked of the answer and the arguments instead.
    """

    name: str
    ways: tuple[Function, ...]
    advice: str
    when: Callable[..., bool] | None = None


@dataclass(frozen=True)
class Follow:
    """An earlier item that a right implementation of this one may call.

    ``ways`` makes right implementations in terms of the earlier function; without it, the reference is.
    """

    earlier: str
    ways: Ways | None


@dataclass(frozen=True)
class Item:
    """One line of the rubric."""

    name: str
    title: str
    points: float
    hint: str
    sources: tuple[Mistake | Callable[[], list[Mistake]], ...]
    test: Test
    follows: tuple[Follow, ...] = ()

    @functools.cached_property
    def mistakes(self) -> tuple[Mistake, ...]:
        """The known mistakes; tables that are made by a function are made when they are first looked at.

        Raises
        ------
        ValueError
            When two share a name.
        """
        found = [
            mistake
            for source in self.sources
            for mistake in ([source] if isinstance(source, Mistake) else source())
        ]
        if len({mistake.name for mistake in found}) < len(found):
            raise ValueError(f"{self.test.__name__}: two mistakes of one name")
        return tuple(found)

    def sibling(self, name: str) -> Item:
        """Return the item of another name in the same suite."""
        found = rubric(self.test.__globals__.get(f"test_{name}"))
        if found is None:
            raise LookupError(f"{self.name} follows {name}, which is no item of its suite")
        return found


def item(points: float, hint: str = "") -> Callable[[Test], Test]:
    """Make ``test_<function>`` an item: it grades the student's function of that name.

    Parameters
    ----------
    points
        What a right answer earns; a wrong one earns nothing.
    hint
        What to try next where no mistake is known by its output.

    Raises
    ------
    ValueError
        When the test's name or docstring cannot be a line of a rubric.
    """

    def decorate(test: Test) -> Test:
        name = test.__name__.removeprefix("test_")
        title = inspect.getdoc(test) or ""
        if name == test.__name__ or not title or "\n" in title:
            raise ValueError(f"{test.__name__}: an item is a test_<function> with a docstring of one line")
        sources, follows = (tuple(getattr(test, kind, ())) for kind in (_MISTAKES, _FOLLOWS))
        setattr(test, ATTRIBUTE, Item(name, title, points, hint, sources, test, follows))
        return test

    return decorate


def mistake(
    name: str, wrong: Function | list[Function], advice: str, *, when: Callable[..., bool] | None = None
) -> Callable[[Test], Test]:
    """Add a known mistake to an item; stands below ``@item``.

    Parameters
    ----------
    name
        Names the note: ``the-point-itself`` becomes ``lesson03.gradient.the-point-itself``.
    wrong
        An implementation that holds the belief, with the student's arguments; or a list of such, where
        the belief can be written down in several ways.
    advice
        What a good teacher would say: what the answer looks like, and the next thing to try.
    when
        ``when(answer, *arguments)``, for what no formula can say. The answer is plain data; a ``func``
        among the arguments knows by ``func.calls`` and ``func.offsets(x)`` where it was called.
    """

    def decorate(test: Test) -> Test:
        made = _row((), name, wrong, advice, when)
        setattr(test, _MISTAKES, [made, *getattr(test, _MISTAKES, ())])
        return test

    return decorate


Row: TypeAlias = tuple[Any, ...]


def mistakes(table: Sequence[Row] | Callable[[], Sequence[Row]], *given: Any) -> Callable[[Test], Test]:
    """Add a table of known mistakes to an item; stands below ``@item``.

    Parameters
    ----------
    table
        Rows of what :func:`mistake` takes: ``(name, wrong, advice)``, and ``when`` where there is one.
        A function that returns them is called when the first answer is wrong: for tables that take time.
    given
        What implementations get as their first arguments: with a symbol given, those of a function
        return expressions.
    """

    def made() -> list[Mistake]:
        rows = table() if callable(table) else table
        return [_row(given, *row) for row in rows]

    def decorate(test: Test) -> Test:
        setattr(test, _MISTAKES, [made, *getattr(test, _MISTAKES, ())])
        return test

    return decorate


def _row(
    given: tuple[Any, ...],
    name: str,
    wrong: Function | list[Function],
    advice: str,
    when: Callable[..., bool] | None = None,
) -> Mistake:
    ways = wrong if isinstance(wrong, list) else [wrong]
    return Mistake(
        name, tuple(functools.partial(way, *given) if given else way for way in ways), advice, when
    )


def follows(earlier: str, ways: Ways | None = None) -> Callable[[Test], Test]:
    """Say that an item may be solved by calling an earlier one; stands below ``@item``.

    Where the earlier item is wrong by a known mistake, and this one is what a right implementation
    makes of that mistake, it earns its points: one slip does not cost twice.

    Parameters
    ----------
    earlier
        The name of the earlier item's function.
    ways
        Makes a right implementation from the earlier function, or a list of such, as they may differ
        where that is wrong. Without it, it is the reference, with the mistake in the earlier's place.
    """

    def decorate(test: Test) -> Test:
        setattr(test, _FOLLOWS, [Follow(earlier, ways), *getattr(test, _FOLLOWS, ())])
        return test

    return decorate


def rubric(test: object) -> Item | None:
    """Return the item that a test function is, if it is one."""
    found = getattr(test, ATTRIBUTE, None)
    return found if isinstance(found, Item) else None
