"""Golden submissions: whole folders with the report that a student gets for them, to the letter.

After a change that is meant, CALCGRADE_UPDATE=1 writes the reports anew; read the difference.
"""

import io
import os
from pathlib import Path

import pytest

from graders.engine import intake, suites
from graders.engine.reports import terminal

SCENARIOS = sorted(path.parent for path in (Path(__file__).parent / "submissions").glob("*/submission"))
SEED = 2026


class Plain:
    """A terminal without colours."""

    def __init__(self):
        self._file = io.StringIO()

    def write(self, text, **_):
        """Write text."""
        self._file.write(text)

    def line(self, text="", **_):
        """Write a line."""
        self._file.write(text + "\n")

    def text(self):
        """Return what was written, without blanks at the ends of lines."""
        return "\n".join(line.rstrip() for line in self._file.getvalue().splitlines()) + "\n"


def report(folder, worker, course):
    """Return the report of a submission as it stands on a terminal of 80 columns."""
    submission = intake.read(folder, course)
    outcomes = suites.grade(submission, worker, course, seed=SEED)
    writer = Plain()
    for lesson in course.lessons:
        terminal.lesson(writer, lesson.module, [each for each in outcomes if each.lesson == lesson.module])
    terminal.total(writer, outcomes, submission.notes)
    return writer.text()


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda path: path.name)
def test_report(scenario, worker, course, monkeypatch):
    """The report is the one that was read and approved."""
    monkeypatch.setenv("COLUMNS", "80")
    found, golden = report(scenario / "submission", worker, course), scenario / "report.txt"
    if os.environ.get("CALCGRADE_UPDATE"):
        golden.write_text(found, "utf-8")
    assert found == golden.read_text("utf-8")
    assert max(map(len, found.splitlines())) <= 80


@pytest.mark.parametrize("seed", range(5))
def test_other_styles_are_as_right(seed, worker, course):
    """Right answers of every kind the course page names get full marks, whatever the seed."""
    folder = Path(__file__).parent / "submissions/other_styles/submission"
    outcomes = suites.grade(intake.read(folder, course), worker, course, seed=seed)
    assert [outcome for outcome in outcomes if outcome.outcome != "right"] == []
