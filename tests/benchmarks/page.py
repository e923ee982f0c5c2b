"""The page on which measurements of fairness stand."""

from __future__ import annotations

import re
from pathlib import Path

PAGE = Path(__file__).resolve().parents[2] / "docs/fairness.md"


def write(name: str, text: str) -> None:
    """Put a text between the marks of that name."""
    page = PAGE.read_text("utf-8")
    marks = f"<!-- {name} -->\n", f"<!-- end of {name} -->"
    assert all(mark in page for mark in marks)
    pattern = re.escape(marks[0]) + ".*?" + re.escape(marks[1])
    PAGE.write_text(
        re.sub(pattern, lambda _: f"{marks[0]}{text}\n{marks[1]}", page, flags=re.DOTALL), "utf-8"
    )


def table(*rows: tuple[object, ...]) -> str:
    """Return rows as a table in Markdown; the first is its head."""
    head, *rest = rows
    return "\n".join(f"| {' | '.join(map(str, row))} |" for row in (head, ("---",) * len(head), *rest))
