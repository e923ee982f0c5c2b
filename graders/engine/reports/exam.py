"""The report on the grader's own exam: a line an item, then what is amiss."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from typing import Final

from graders.engine.exam import Result

HEADS: Final = ("item", "reference", "stub", "mistakes", "mutants", "equivalent", "amiss")
EVERY: Final = 50  # results, from one line of progress to the next


def watched(results: Iterable[Result]) -> list[Result]:
    """Collect results, and say on standard error how far it is, where that is a terminal."""
    found = []
    for result in results:
        found.append(result)
        if sys.stderr.isatty() and len(found) % EVERY == 0:
            print(
                f"\r{len(found)} examined, now {result.lesson}.{result.item}\x1b[K", end="", file=sys.stderr
            )
    if sys.stderr.isatty():
        print("\r\x1b[K", end="", file=sys.stderr)
    return found


def table(results: list[Result]) -> str:
    """Return the report as a table in Markdown, then a line for each thing that is amiss."""
    items = list(dict.fromkeys((each.lesson, each.item) for each in results))
    counts = Counter((each.lesson, each.item, each.kind) for each in results)
    amiss = Counter((each.lesson, each.item) for each in results if each.amiss)
    rows = [
        (
            f"{lesson[:8]}.{item}",
            *(str(counts[lesson, item, kind]) for kind in ("reference", "stub", "mistake")),
            str(counts[lesson, item, "mutant"] + counts[lesson, item, "equivalent"]),
            str(counts[lesson, item, "equivalent"]),
            str(amiss[lesson, item]),
        )
        for lesson, item in items
    ]
    total = ("total", *(str(sum(int(row[at]) for row in rows)) for at in range(1, len(HEADS))))
    widths = [max(len(row[at]) for row in (HEADS, *rows, total)) for at in range(len(HEADS))]
    lines = [_row(row, widths) for row in (HEADS, *rows, total)]
    lines.insert(1, _row(tuple("-" * width for width in widths), widths))
    lines += [f"{each.lesson[:8]}.{each.item}: {each.amiss}" for each in results if each.amiss]
    return "\n".join(lines)


def _row(cells: tuple[str, ...], widths: list[int]) -> str:
    first, *rest = (cell.ljust(width) for cell, width in zip(cells, widths, strict=True))
    return f"| {' | '.join([first, *rest])} |"
