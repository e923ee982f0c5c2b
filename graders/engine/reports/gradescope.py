"""``results.json``, as Gradescope reads it; docs/results_json.md is its description."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, Final

import msgspec

from graders.engine.course import number
from graders.engine.files import write_whole
from graders.engine.reports import Run, explain
from graders.engine.score import Outcome

FORMAT: Final = 1
_NUMBERS: Final = re.compile(
    r"(?<=: )\[[-+.,\d\se]+\](?=,?$)|^ +\[[-+.,\d\se]+\](?=,?$)", re.MULTILINE
)  # on a line each
DETAILS: Final = ("called", "returned", "answer", "objection", "advice", "printed")


def results(run: Run) -> dict[str, Any]:
    """Return the results as plain data."""
    return {
        "score": sum(outcome.score for outcome in run.outcomes),
        "output": "\n".join(run.notes),
        "output_format": "text",
        "visibility": "visible",
        "tests": _tests(run.outcomes),
        "extra_data": {
            "format": FORMAT,
            "course": run.course,
            "submission": run.submission,
            "seed": run.seed,
            "isolation": run.isolation,
            "timings": {"seconds": round(run.seconds, 3)},
        },
    }


def _tests(outcomes: list[Outcome]) -> list[dict[str, Any]]:
    lessons = list(dict.fromkeys(outcome.lesson for outcome in outcomes))
    found, place = [], dict.fromkeys(lessons, 0)
    for outcome in outcomes:
        place[outcome.lesson] += 1
        found.append(_test(outcome, f"{number(outcome.lesson)}.{place[outcome.lesson]}"))
    return found


def _test(outcome: Outcome, number: str) -> dict[str, Any]:
    return {
        "name": outcome.title,
        "number": number,
        "score": outcome.score,
        "max_score": outcome.points,
        "status": "passed" if outcome.outcome == "right" else "failed",
        "output": "\n".join(explain(outcome)),
        "visibility": "visible",
        "extra_data": {
            "lesson": outcome.lesson,
            "item": outcome.item,
            "outcome": outcome.outcome,
            "note": outcome.note,
            **_details(outcome),
        },
    }


def _details(outcome: Outcome) -> dict[str, Any]:
    """Return the parts of what is said, those that there are: pages are made from them."""
    parts = {name: getattr(outcome, name) for name in DETAILS if getattr(outcome, name)}
    if outcome.picture is not None:
        parts["picture"] = msgspec.to_builtins(outcome.picture)
    return parts


def text(found: dict[str, Any]) -> str:
    """Return results as they are written."""
    indented = json.dumps(found, ensure_ascii=False, indent=1, allow_nan=False) + "\n"
    return _NUMBERS.sub(lambda each: " ".join(each[0].split()), indented)


def write(path: Path, found: dict[str, Any]) -> None:
    """Write results whole or not at all."""
    write_whole(path, text(found))
