"""``gradebook.csv`` and the summary of a class, from the students' results."""

from __future__ import annotations

import csv
import io
import statistics
from collections import Counter
from pathlib import Path
from typing import Any, Final

from graders.engine.classroom import Graded
from graders.engine.course import Course
from graders.engine.files import write_whole
from graders.engine.reports import points

_NOTHING: Final = (".missing", ".unreadable", ".empty")  # notes of a module that is not there to be run
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n")


def status(graded: Graded) -> str:
    """Say in a word or a sentence whether a score can be taken as it is."""
    if graded.failed:
        return f"not graded: {graded.failed}"
    tests = graded.results["tests"]
    faults = sum(test["extra_data"]["outcome"] == "error" for test in tests)
    if faults:
        return f"{faults} items not judged"
    nothing = all(test["extra_data"]["note"].endswith(_NOTHING) for test in tests)
    return "graded; no lesson could be read" if nothing else "graded"


def rows(course: Course, graded: list[Graded]) -> list[list[str]]:
    """Return the gradebook: a head, then a row a student in the order of their names."""
    modules = [lesson.module for lesson in course.lessons]
    found = [["student", *modules, "total", "status"]]
    for each in sorted(graded, key=lambda each: each.student):
        lessons: Counter[str] = Counter()
        for test in each.results.get("tests", ()):
            lessons[test["extra_data"]["lesson"]] += test["score"]
        scores = ["" if each.failed else points(lessons[module]) for module in modules]
        total = "" if each.failed else points(each.results["score"])
        found.append([_harmless(each.student), *scores, total, _harmless(status(each))])
    return found


def _harmless(text: str) -> str:
    """Return text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def write(path: Path, table: list[list[str]]) -> None:
    """Write the gradebook whole or not at all, so that Excel and LibreOffice open it right."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows(table)
    write_whole(path, text.getvalue(), "utf-8-sig")


def summary(graded: list[Graded]) -> list[str]:
    """Return what a class came to, line by line."""
    states = Counter(each.state for each in graded)
    lines = [
        ", ".join(f"{states[state]} {state}" for state in ("graded", "unchanged", "failed") if states[state])
    ]
    good = [each for each in graded if not each.failed]
    totals = [each.results["score"] for each in good]
    if totals:
        low, median, high = statistics.quantiles(totals, n=4) if len(totals) > 1 else totals * 3
        lines.append(
            f"total: mean {statistics.mean(totals):.1f}, median {median:.1f}, quartiles {low:.1f} and {high:.1f}"
        )
    tests = [test for each in good for test in each.results["tests"]]
    lines += _hardest(tests) + _frequent(tests)
    lines += [f"look at {each.student}: {status(each)}" for each in graded if status(each) != "graded"]
    return lines


def _hardest(tests: list[dict[str, Any]]) -> list[str]:
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for test in tests:
        item = f"{test['extra_data']['lesson'][:8]}.{test['extra_data']['item']}"
        asked[item] += 1
        right[item] += test["extra_data"]["outcome"] == "right"
    shares = sorted((right[item] / asked[item], item) for item in asked)
    return [f"hardest: {item}, right for {share:.0%}" for share, item in shares[:3] if share < 1]


def _frequent(tests: list[dict[str, Any]]) -> list[str]:
    notes = Counter(test["extra_data"]["note"] for test in tests if test["extra_data"]["note"])
    return [f"frequent: {note}, {count} times" for note, count in notes.most_common(5)]
