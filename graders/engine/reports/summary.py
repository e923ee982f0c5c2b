"""What a class came to, on the terminal: in colours there, in plain lines in a log, and in columns without boxes."""

from __future__ import annotations

import statistics
from collections.abc import Iterable

from rich.console import Console
from rich.table import Table
from rich.text import Text

from graders.engine import show
from graders.engine.reports.gradebook import FINE, Gradebook, quartiles

HARDEST = 3
FREQUENT = 5


def tell(book: Gradebook, notes: Iterable[str] = (), console: Console | None = None) -> None:
    """Print notes on the run, counts, totals, the hardest items, the most frequent notes, and who needs a person."""
    console = console or Console(highlight=False)
    for note in notes:
        console.print(_plain(note), style="yellow")
    console.print(_plain(book.states), style="bold")
    if book.totals:
        low, median, high = quartiles(book.totals)
        mean = statistics.mean(book.totals)
        console.print(f"total: mean {mean:.1f}, median {median:.1f}, quartiles {low:.1f} and {high:.1f}")
    tally = book.tally
    _table(
        console,
        ("hardest", "right", ""),
        [(item, f"{tally.share(item):.0%}", tally.titles[item]) for item in tally.hardest(HARDEST)],
    )
    _table(
        console,
        ("frequent", "students"),
        [(note.name, str(note.students)) for note in tally.frequent(FREQUENT)],
    )
    _table(console, ("look at", ""), [row for row in book.states_of_students() if row[1] not in FINE], "red")


def _table(console: Console, head: tuple[str, ...], rows: list[tuple[str, ...]], style: str = "cyan") -> None:
    if not rows:
        return
    table = Table(box=None, pad_edge=False, header_style="bold")
    for place, name in enumerate(head):
        number = name in ("right", "students")
        table.add_column(
            name, style="" if place else style, justify="right" if number else "left", overflow="fold"
        )
    for row in rows:
        table.add_row(*map(_plain, row))
    console.print()
    console.print(table)


def _plain(text: str) -> Text:
    """Return text that is nothing but text: names are what students chose."""
    return Text(show.text(text, 400))
