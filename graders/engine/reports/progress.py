"""How far a long run is: a live bar on a terminal, a line now and then in a log."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Final, Protocol, TypeVar

EVERY: Final = 10.0  # seconds, from one line of a log to the next

Result = TypeVar("Result")
Tell = Callable[[Result], str]  # what there is to say after a result


def shown(
    results: Iterable[Result], tell: Tell[Result], total: int | None = None, *, quiet: bool = False
) -> Iterator[Result]:
    """Yield results as they come, and say on standard error how many there are of ``total``."""
    if quiet:
        yield from results
    elif sys.stderr.isatty():
        yield from _bar(results, tell, total)
    else:
        yield from _lines(results, tell, total)


class HasState(Protocol):
    """What came of a submission: ``graded``, ``unchanged`` or ``failed``."""

    @property
    def state(self) -> str:
        """Return that word."""


def states() -> Tell[HasState]:
    """Return what tells how many submissions were graded, kept, and could not be."""
    counts: Counter[str] = Counter()

    def tell(graded: HasState) -> str:
        counts[graded.state] += 1
        problems = counts["failed"]
        return f"{counts['graded']} graded, {counts['unchanged']} unchanged, {problems} with problems"

    return tell


def _bar(results: Iterable[Result], tell: Tell[Result], total: int | None) -> Iterator[Result]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}"), TimeRemainingColumn())
    start = time.monotonic()
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total)
        for count, each in enumerate(results, 1):
            bar.update(task, advance=1, description=f"{_rate(count, start)}, {tell(each)}")
            yield each


def _lines(results: Iterable[Result], tell: Tell[Result], total: int | None) -> Iterator[Result]:
    start = last = time.monotonic()
    for count, each in enumerate(results, 1):
        said = tell(each)
        now = time.monotonic()
        if now - last >= EVERY or count == total:
            last = now
            of = f" of {total}" if total else ""
            print(f"{count}{of}, {_rate(count, start)}, {said}", file=sys.stderr, flush=True)
        yield each


def _rate(count: int, start: float) -> str:
    return f"{count / max(time.monotonic() - start, 1e-9):.1f} a second"
