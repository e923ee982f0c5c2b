"""GitHub Actions: results as a job's summary, as annotations at the student's lines, and as Classroom counts them.

Classroom's reporter adds the scores of its runners' tests, and prints a table that ignores them: a runner a lesson
keeps both near to each other. Every field that it reads is there, since it fails on one that is not.
"""

from __future__ import annotations

import base64
import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from graders.engine import tree
from graders.engine.course import short
from graders.engine.reports import points
from graders.engine.reports.feedback import Results, Test

_PLACE: Final = re.compile(r"\((\w+\.py), line (\d+)\)")
_MEGABYTES: Final = 1.0
_MARKS: Final = {"right": "✅", "wrong": "❌", "stopped": "❌", "error": "⚠️"}


def write(results: Results, submission: Path) -> str:
    """Write the job's summary and outputs where GitHub says, and return what it takes for annotations."""
    _append("GITHUB_STEP_SUMMARY", summary(results))
    outputs = {"score": points(results.score), **classroom(results)}
    _append("GITHUB_OUTPUT", "".join(f"{name}={value}\n" for name, value in outputs.items()))
    return "\n".join(at_lines(results, submission))


def _append(variable: str, text: str) -> None:
    if path := os.environ.get(variable):
        with open(path, "a", encoding="utf-8") as file:
            file.write(text)


def summary(results: Results) -> str:
    """Return the job's summary, in Markdown: a table, and what is said of each item that is not right."""
    most = sum(test.max_score for test in results.tests)
    lines = [
        f"## {points(results.score)} of {points(most)} points\n",
        "| | item | points |",
        "| --- | --- | --- |",
    ]
    for test in results.tests:
        score = f"{points(test.score)} of {points(test.max_score)}"
        lines.append(f"| {_MARKS[test.extra_data.outcome]} | {test.number} {_literal(test.name)} | {score} |")
    for test in results.tests:
        if test.extra_data.outcome != "right":
            lines += [
                f"\n<details><summary>{test.number} {_literal(test.name)}</summary>\n",
                _literal(_told(test)),
                "\n</details>",
            ]
    return "\n".join(lines) + "\n"


def _told(test: Test) -> str:
    about = test.extra_data
    facts = [("you called", about.called), ("it returned", about.returned), ("the answer", about.answer)]
    return "\n".join(
        [*(f"{name}: {text}" for name, text in facts if text), *filter(None, [about.objection, about.advice])]
    )


def _literal(text: str) -> str:
    """Return text in which nothing is HTML, a link or a table's edge."""
    escaped = re.sub(r"([\\`*_{}\[\]()#+!|~$-])", r"\\\1", text.replace("&", "&amp;").replace("<", "&lt;"))
    return escaped.replace("\n", "<br>")


def at_lines(results: Results, submission: Path) -> Iterator[str]:
    """Yield an annotation for each item that is not right, at the line that it is about."""
    for test in results.tests:
        about = test.extra_data
        if about.outcome == "right":
            continue
        place = _PLACE.search(about.objection)
        file = submission / (place[1] if place else f"{about.lesson}.py")
        line = int(place[2]) if place else _defined(file, about.item)
        where = {"file": file.as_posix(), "line": line, "title": f"{test.number} {test.name}"}
        given = ",".join(f"{key}={_property(value)}" for key, value in where.items())
        kind = "warning" if about.outcome == "error" else "error"
        yield f"::{kind} {given}::{_message(_told(test))}"


def _defined(path: Path, function: str) -> int:
    """Return the line that begins a function, or the first: found as text, in bounds."""
    found = tree.read(path, _MEGABYTES)
    if isinstance(found, bytes):
        for number, line in enumerate(found.splitlines(), 1):
            if line.startswith(f"def {function}(".encode()):
                return number
    return 1


def _message(text: object) -> str:
    return str(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: object) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")


def classroom(results: Results) -> dict[str, str]:
    """Return a result a lesson as Classroom's reporter takes it, by the lesson's short name."""
    lessons = dict.fromkeys(test.extra_data.lesson for test in results.tests)
    return {
        short(lesson): _runner([test for test in results.tests if test.extra_data.lesson == lesson])
        for lesson in lessons
    }


def _runner(tests: list[Test]) -> str:
    found: list[dict[str, Any]] = [
        {
            "name": test.name,
            "status": "pass" if test.extra_data.outcome == "right" else "fail",
            "score": test.score,
            "message": _told(test),
            "test_code": test.extra_data.called,
            "filename": f"{test.extra_data.lesson}.py",
            "line_no": 0,
            "duration": 0,
        }
        for test in tests
    ]
    right = all(each["status"] == "pass" for each in found)
    whole = {
        "version": 1,
        "status": "pass" if right else "fail",
        "max_score": sum(test.max_score for test in tests),
    }
    return base64.b64encode(json.dumps({**whole, "tests": found}).encode()).decode()
