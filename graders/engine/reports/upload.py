"""Totals as learning platforms take them back.

Made from the platform's own export where that is the roster: its lines, with the grade filled in. Without
one, from the names and numbers that its download has.
"""

from __future__ import annotations

from typing import Final

from graders.engine.classroom import Handed
from graders.engine.reports import points
from graders.engine.reports.gradebook import Gradebook, harmless
from graders.engine.roster import Enrolled, Roster

CANVAS: Final = ["Student", "ID", "SIS User ID", "SIS Login ID", "Section"]
MOODLE: Final = ["Identifier", "Full name", "Email address", "Grade", "Maximum Grade"]

Person = tuple[str, Handed | None, Enrolled | None]  # the gradebook's name, and what is known of the student


def canvas(title: str, book: Gradebook, people: list[Person], roster: Roster | None) -> list[list[str]]:
    """Return a gradebook that Canvas imports: one assignment, named like the course.

    The column of an assignment that is there already, ``<title> (<number>)``, is filled.
    """
    columns = roster.columns if roster and roster.kind == "canvas" else []
    own = [column for column in columns if column == title or column.startswith(f"{title} (")]
    head = [*CANVAS, own[0] if own else title]
    table = [head, ["    Points Possible", "", "", "", "", points(book.tally.most)]]
    for student, handed, enrolled in people:
        row = enrolled.row if enrolled and columns else {}
        given = {"Student": student.removesuffix(f"_{handed.number}"), "ID": handed.number} if handed else {}
        known = {"Student": student} | given | {key: row[key] for key in CANVAS if key in row}
        table.append([*(harmless(known.get(key, "")) for key in CANVAS), book.total(student)])
    return table


def moodle(book: Gradebook, people: list[Person], roster: Roster | None) -> list[list[str]]:
    """Return a grading worksheet that Moodle takes: its own with grades, or one made anew."""
    columns = roster.columns if roster and roster.kind == "moodle" else MOODLE
    table = [columns]
    for student, handed, enrolled in people:
        number = (handed.number if handed else "") or (enrolled.number if enrolled else "")
        known = {
            "Identifier": f"Participant {number}" if number else "",
            "Full name": student.removesuffix(f"_{number}"),
            "Maximum Grade": points(book.tally.most),
        }
        known |= enrolled.row if enrolled and columns is not MOODLE else {}
        known["Grade"] = book.total(student)
        table.append([harmless(known.get(column, "")) for column in columns])
    return table
