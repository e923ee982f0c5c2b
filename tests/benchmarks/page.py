"""The pages on which measurements stand."""

from __future__ import annotations

import re
from pathlib import Path

DOCS = Path(__file__).resolve().parents[2] / "docs"


def write(name: str, text: str, page: str = "fairness.md") -> None:
    """Put a text between the marks of that name on a page."""
    path = DOCS / page
    before = path.read_text("utf-8")
    marks = f"<!-- {name} -->\n", f"<!-- end of {name} -->"
    assert all(mark in before for mark in marks)
    pattern = re.escape(marks[0]) + ".*?" + re.escape(marks[1])
    path.write_text(
        re.sub(pattern, lambda _: f"{marks[0]}{text}\n{marks[1]}", before, flags=re.DOTALL), "utf-8"
    )


def table(*rows: tuple[object, ...]) -> str:
    """Return rows as a table in Markdown; the first is its head."""
    head, *rest = rows
    return "\n".join(f"| {' | '.join(map(str, row))} |" for row in (head, ("---",) * len(head), *rest))
