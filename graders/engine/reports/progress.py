"""How far a long run is: a live bar on a terminal, a line now and then in a log."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import Final

from graders.engine.classroom import Graded

EVERY: Final = 10.0  # seconds, from one line of a log to the next


def shown(results: Iterable[Graded], total: int, *, quiet: bool = False) -> Iterator[Graded]:
    """Yield results as they come, and say on standard error how many there are of ``total``."""
    if quiet:
        yield from results
    elif sys.stderr.isatty():
        yield from _bar(results, total)
    else:
        yield from _lines(results, total)


def _bar(results: Iterable[Graded], total: int) -> Iterator[Graded]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}"), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total)
        unchanged = problems = 0
        for each in results:
            unchanged += each.state == "unchanged"
            problems += each.state == "failed"
            bar.update(task, advance=1, description=f"{unchanged} unchanged, {problems} with problems")
            yield each


def _lines(results: Iterable[Graded], total: int) -> Iterator[Graded]:
    start = last = time.monotonic()
    for count, each in enumerate(results, 1):
        yield each
        now = time.monotonic()
        if now - last >= EVERY or count == total:
            last = now
            print(
                f"{count} of {total}, {count / max(now - start, 1e-9):.1f} a second",
                file=sys.stderr,
                flush=True,
            )
