"""The report on the grader's own exam: a line an item, then what is amiss."""

from __future__ import annotations

from collections import Counter
from typing import Final

from graders.engine.course import item_name
from graders.engine.exam import Result

HEADS: Final = ("item", "mistakes known", "mutants", "killed", "equivalent", "survivors")


def tell(result: Result) -> str:
    """Say which item a result is about."""
    return f"now {_item(result)}"


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
    return item_name(result.lesson, result.item)


def _row(cells: tuple[str, ...], widths: list[int]) -> str:
    first, *rest = (cell.ljust(width) for cell, width in zip(cells, widths, strict=True))
    return f"| {' | '.join([first, *rest])} |"
