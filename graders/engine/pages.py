"""Pages made anew from a run's results alone: what ``calcgrade report`` does."""

from __future__ import annotations

import csv
from pathlib import Path

import msgspec

from graders.engine import course as courses
from graders.engine import pool
from graders.engine.classroom import Graded
from graders.engine.course import Course
from graders.engine.files import write_whole
from graders.engine.intake import SubmissionError
from graders.engine.marks import decode
from graders.engine.reports import INDEX, PAGE, RESULTS, classpage, feedback, progress, summary
from graders.engine.reports.gradebook import Gradebook
from graders.engine.rules import Rules


def make_again(out: Path, course: Course, jobs: int | None, *, quiet: bool) -> None:
    """Make every student's page and the class' page of an earlier run.

    Totals and states are those of its ``gradebook.csv``; without one, of the results.

    Raises
    ------
    SubmissionError
        When there are no results in that folder.
    """
    found = sorted(out.glob(f"*/{RESULTS}"))
    if not found:
        raise SubmissionError(f"{out} holds no results: give the folder that calcgrade grade wrote to")
    book = Gradebook(course, Rules(course))
    made = pool.run(_page, [(str(path),) for path in found], jobs)
    told = progress.shown(zip(found, made, strict=True), lambda each: each[1] or "", len(found), quiet=quiet)
    for path, failed in told:
        if failed:
            book.add(Graded(path.parent.name, "failed", failed=failed))
        else:
            book.add(Graded(path.parent.name, "graded", decode(path.read_bytes())))
    table = _gradebook(out / "gradebook.csv") or book.rows()
    write_index(out, course, book, table)
    if not quiet:
        summary.tell(book)


def write_index(out: Path, course: Course, book: Gradebook, table: list[list[str]]) -> None:
    """Write the class' page."""
    text = classpage.page(course, book.tally, table, book.states, out)
    write_whole(out / INDEX, text)


def _page(path: str) -> str:
    """Write the page beside a student's results; return why that cannot be done, if so."""
    results = Path(path)
    try:
        page = feedback.as_page(results.read_bytes(), results.parent.name, courses.course())
    except (OSError, msgspec.DecodeError) as error:
        return f"results.json cannot be read ({error})"
    write_whole(results.with_name(PAGE), page.decode())
    return ""


def _gradebook(path: Path) -> list[list[str]]:
    """Return the table that was written; nothing where it is not there, or a spreadsheet has written it anew."""
    try:
        with open(path, encoding="utf-8-sig", newline="") as file:
            head, *rows = [row for row in csv.reader(file) if row]
        whole = all(len(row) == len(head) for row in rows) and all(float(row[-2] or 0) >= 0 for row in rows)
        return [head, *rows] if whole and head[-2] == "total" else []
    except (OSError, ValueError, IndexError):
        return []
