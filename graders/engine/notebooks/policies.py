"""nbgrader's plugins of this course: what being late costs, and an export with a column an item."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

from nbgrader.api import MissingEntry
from nbgrader.plugins import ExportPlugin, LateSubmissionPlugin

from graders.engine import course as courses
from graders.engine import suites
from graders.engine.notebooks.source import TESTS
from graders.engine.reports import gradebook as tables
from graders.engine.reports import points
from graders.engine.rules import Rules


class LatePolicy(LateSubmissionPlugin):  # type: ignore[misc] # nbgrader has no types
    """What config/course.yaml says of being late, counted from the due date that nbgrader knows."""

    def late_submission_penalty(self, student_id: str, score: float, total_seconds_late: float) -> float:
        """Return the points of a lesson that are lost."""
        course, module = courses.course(), self.parent.notebook_id
        rules = Rules(course)
        lesson = next((lesson for lesson in course.lessons if lesson.module == module), None)
        most = sum(item.points for item in suites.items(lesson)) if lesson else score
        for_all, own = rules.due(module), rules.due(module, student_id)
        extension = own - for_all if own and for_all else timedelta()
        late = timedelta(seconds=total_seconds_late) - extension
        return rules.deduction(late, most=most, earned=score)


class ItemExport(ExportPlugin):  # type: ignore[misc] # nbgrader has no types
    """A row a student, a column for each cell with points, and the totals: ``nbgrader export --exporter``."""

    def export(self, gradebook: Any) -> None:
        """Write the table to ``--to``, or to ``items.csv``."""
        chosen = [
            each for each in gradebook.assignments if not self.assignment or each.name in self.assignment
        ]
        columns = {
            (each.name, notebook.name, cell.name): cell.max_score
            for each in sorted(chosen, key=lambda each: str(each.name))
            for notebook in each.notebooks
            for cell in [*notebook.grade_cells, *notebook.task_cells]
        }
        students = [each.id for each in gradebook.students if not self.student or each.id in self.student]
        names = [courses.item_name(notebook, cell.removeprefix(TESTS)) for _, notebook, cell in columns]
        table = [["student", *names, "late", "total", "status"]]
        table += [self._row(gradebook, student, list(columns)) for student in sorted(students)]
        tables.write(Path(self.to or "items.csv"), table)

    def _row(self, gradebook: Any, student: str, columns: list[tuple[str, str, str]]) -> list[str]:
        scores, waiting = [], 0
        for assignment, notebook, cell in columns:
            try:
                grade = gradebook.find_grade(cell, notebook, assignment, student)
            except MissingEntry:
                scores.append(0.0)
            else:
                scores.append(float(grade.score))
                waiting += bool(grade.needs_manual_grade)
        late = sum(self._late(gradebook, student, {each[0] for each in columns}))
        status = f"{waiting} to be marked" if waiting else "graded"
        return [
            tables.harmless(student),
            *map(points, scores),
            points(late),
            points(sum(scores) - late),
            status,
        ]

    def _late(self, gradebook: Any, student: str, assignments: set[str]) -> Iterator[float]:
        for assignment in assignments:
            try:
                yield float(gradebook.find_submission(assignment, student).late_submission_penalty or 0)
            except MissingEntry:
                continue
