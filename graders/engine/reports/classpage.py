"""The class' page: what was understood and what was not, and a table of students that leads to their pages."""

from __future__ import annotations

import base64
import hashlib
import statistics
from collections import Counter
from importlib import resources
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

import msgspec
from markupsafe import Markup

from graders.engine.course import Course
from graders.engine.reports import PAGE, RESULTS, feedback, points
from graders.engine.reports.gradebook import FINE, as_named, quartiles
from graders.engine.reports.tally import Note, Tally

_BINS: Final = 10
_NOTES: Final = 3  # of an item


def page(course: Course, tally: Tally, table: list[list[str]], states: str, out: Path) -> str:
    """Return the page as HTML.

    Parameters
    ----------
    tally
        What was counted over all results.
    table
        The gradebook: a head, then a row a student, with the total and the status at the end.
    states
        How many were graded, and how many not, in words.
    out
        Where the students' folders are: an advice is read from there, and their pages are linked.
    """
    head, *rows = table
    rows = [[as_named(row[0]), *row[1:]] for row in rows]
    totals = [float(row[-2]) for row in rows if row[-2]]
    script = resources.files(__package__).joinpath("templates/class.js").read_text("utf-8")
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return feedback.template("class.html").render(
        course=course.course,
        states=states,
        mean=f"{statistics.mean(totals):.1f}" if totals else "–",
        most=points(tally.most),
        quartiles=[f"{each:.1f}" for each in quartiles(totals)] if totals else [],
        seconds=_duration(tally.seconds),
        bins=_bins(totals, tally.most),
        people=[(row[0], _href(row[0], out), row[-1]) for row in rows if row[-1] not in FINE],
        items=[_item(tally, item, out) for item in tally.hardest(len(tally.asked))],
        head=head,
        rows=[
            {"name": row[0], "href": _href(row[0], out), "cells": row[1:-1], "status": row[-1]}
            for row in rows
        ],
        script=Markup(script),
        script_hash=Markup(f"sha256-{digest}"),
    )


def _duration(seconds: float) -> str:
    if seconds < 120:
        return f"{seconds:.0f} seconds"
    return f"{seconds / 60:.0f} minutes" if seconds < 7200 else f"{seconds / 3600:.1f} hours"


def _bins(totals: list[float], most: float) -> list[dict[str, Any]]:
    if not totals or not most:
        return []
    places = Counter(min(int(total / most * _BINS), _BINS - 1) for total in totals)
    width = most / _BINS
    return [
        {
            "name": f"{points(width * place)} to {points(width * (place + 1))}",
            "count": places[place],
            "percent": round(100 * places[place] / max(places.values())),
        }
        for place in range(_BINS)
    ]


def _item(tally: Tally, item: str, out: Path) -> dict[str, Any]:
    notes = tally.frequent(_NOTES, item)
    return {
        "name": item,
        "title": tally.titles[item],
        "right": tally.right[item],
        "asked": tally.asked[item],
        "percent": round(100 * tally.share(item)),
        "notes": [
            {"name": note.name.rpartition(".")[2], "count": note.students, "advice": _advice(note, out)}
            for note in notes
        ],
    }


def _advice(note: Note, out: Path) -> str:
    """Return what one of the students who have a note was told."""
    try:
        results = feedback.decode((out / note.one / RESULTS).read_bytes())
    except (OSError, msgspec.DecodeError):
        return ""
    return next((test.extra_data.advice for test in results.tests if test.extra_data.note == note.name), "")


def _href(student: str, out: Path) -> str:
    return f"{quote(student)}/{PAGE}" if (out / student / PAGE).is_file() else ""
