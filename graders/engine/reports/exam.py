"""The report on the grader's own exam: a line an item, then what is amiss."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from typing import Final

from graders.engine.exam import Result

HEADS: Final = ("item", "mistakes known", "mutants", "killed", "equivalent", "survivors")
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
    counts = Counter((_item(each), each.kind, bool(each.amiss)) for each in results)
    rows: list[tuple[str, list[int]]] = []
    for item in dict.fromkeys(map(_item, results)):
        killed, equivalent, alive = (
            counts[item, "mutant", False], counts[item, "equivalent", False], counts[item, "mutant", True]
        )  # fmt: skip
        known = counts[item, "mistake", False]
        rows.append((item, [known, killed + equivalent + alive, killed, equivalent, alive]))
    sums = [sum(column) for column in zip(*(numbers for _, numbers in rows), strict=True)]
    cells = [HEADS, *((name, *map(str, numbers)) for name, numbers in [*rows, ("total", sums)])]
    widths = [max(len(row[at]) for row in cells) for at in range(len(HEADS))]
    lines = [_row(row, widths) for row in cells]
    lines.insert(1, _row(tuple("-" * width for width in widths), widths))
    return "\n".join(lines + [f"{_item(each)}: {each.amiss}" for each in results if each.amiss])


def _item(result: Result) -> str:
    return f"{result.lesson[:8]}.{result.item}"


def _row(cells: tuple[str, ...], widths: list[int]) -> str:
    first, *rest = (cell.ljust(width) for cell, width in zip(cells, widths, strict=True))
    return f"| {' | '.join([first, *rest])} |"
