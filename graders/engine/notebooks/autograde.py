"""What nbgrader runs in place of a kernel: a submission is put in order, graded in the worker, and advised on.

nbgrader converts a notebook twice. In the first pass :class:`SubmissionExporter` reads what was handed in; in
the second :class:`Grade` stands where ``Execute`` was and leaves each score as the output of its cell, where
nbgrader's own ``SaveAutoGrades`` looks for it, and :class:`Advise` writes the words.
"""

from __future__ import annotations

import contextlib
import dataclasses
import json
import textwrap
from pathlib import Path
from typing import Any, Final

import nbformat
from nbconvert.exporters import NotebookExporter
from nbformat.v4 import new_output
from nbgrader import utils
from nbgrader.api import Gradebook, MissingEntry
from nbgrader.preprocessors import NbGraderPreprocessor

from graders.engine import course as courses
from graders.engine import intake, pool, suites
from graders.engine.intake import Submission
from graders.engine.notebooks import restored
from graders.engine.notebooks.restored import Cell, Known
from graders.engine.notebooks.source import TESTS
from graders.engine.reports import explain
from graders.engine.score import Outcome

WIDTH: Final = 88  # of a comment: nbgrader does not wrap what stands in columns
_NOT_OURS: Final = "No lesson of this course has that cell: a person has to mark it."


class SubmissionExporter(NotebookExporter):  # type: ignore[misc] # nbconvert has no types
    """Reads a submission in bounds, and makes of it the notebook that goes to ``autograded/``.

    A ``.py`` file beside the notebook, or in its place, counts, as it does everywhere.
    """

    submission: Submission | None = None
    outcomes: dict[str, Outcome]

    def from_filename(self, filename: str, resources: Any = None, **rest: Any) -> Any:
        """Convert a notebook: as it was handed in, when nbgrader sanitises; else as it lies there."""
        self.outcomes = {}
        if not self.parent._sanitizing:
            return super().from_filename(filename, resources=resources, **rest)
        about, path = resources["nbgrader"], Path(filename)
        resources["metadata"] = {"name": path.stem, "path": str(path.parent)}
        with Gradebook(about["db_url"]) as gradebook:
            notebook = gradebook.find_notebook(about["notebook"], about["assignment"])
            known = _known(notebook, self._order(about))
            kernel = json.loads(notebook.kernelspec or "{}")
        self.submission, placed = _read(path, about["student"], known)
        metadata = {"kernelspec": kernel} if kernel else {}  # an instructor's own notebook may name none
        node = {"cells": placed, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}
        return self.from_notebook_node(nbformat.from_dict(node), resources=resources, **rest)

    def _order(self, about: dict[str, str]) -> list[str]:
        """Return the names of the course's own cells as its source notebook has them."""
        course_dir = self.parent.coursedir
        folder = course_dir.format_path(course_dir.source_directory, ".", about["assignment"])
        try:
            found = restored.cells(Path(folder, f"{about['notebook']}.ipynb").read_bytes())
        except (OSError, ValueError):
            return []
        return [cell["name"] for cell in found if cell["name"]]

    def grade(self, module: str) -> dict[str, Outcome]:
        """Grade a lesson in the worker, and return what came of its items by name."""
        course = courses.course()
        if self.submission is not None and module in {lesson.module for lesson in course.lessons}:
            worker = pool.worker(course.limits, course.isolation)
            found = suites.grade(self.submission, worker, course, only=[module])
            self.outcomes = {outcome.item: outcome for outcome in found}
        return self.outcomes


def _known(notebook: Any, order: list[str]) -> dict[str, Known]:
    """Return the course's own cells from the gradebook, in order."""
    tasks = {cell.name: cell.max_score for cell in notebook.task_cells}
    given = {cell.name: cell.max_score for cell in notebook.grade_cells} | tasks
    answers = {cell.name for cell in notebook.solution_cells}
    place = {name: at for at, name in enumerate(order)}
    return {
        cell.name: Known(
            cell.name, cell.cell_type, cell.source, cell.checksum, given.get(cell.name), cell.name in answers,
            cell.locked, cell.name in tasks,
        )
        for cell in sorted(notebook.source_cells, key=lambda cell: (place.get(cell.name, len(place)), cell.name))
    }  # fmt: skip


def _read(path: Path, student: str, known: dict[str, Known]) -> tuple[Submission, list[Cell]]:
    """Return a submission as it is graded, and its notebook in order."""
    course, module = courses.course(), path.stem
    submission = intake.read(path.parent, course)
    if path.parent.parent.name == student:  # imports between lessons work as in one folder
        others = intake.read(path.parent.parent, course)
        sources = others.sources | submission.sources
        submission = dataclasses.replace(submission, name=student, sources=sources)
    file = submission.file(module) or ""
    data = submission.sources.get(file, b"")
    if file.endswith(".py"):
        shown = {"type": "code", "source": data.decode("utf-8", "replace"), "name": None}
        return submission, restored.restore([shown], known)
    try:
        placed = restored.restore(restored.cells(data), known)
    except ValueError:  # the worker says so
        return submission, restored.restore([], known)
    sources = submission.sources | {file: restored.python(placed, known)}
    return dataclasses.replace(submission, sources=sources), placed


class Grade(NbGraderPreprocessor):  # type: ignore[misc] # nbgrader has no types
    """Grades a lesson, and leaves each item's points as the output of its cell."""

    def preprocess(self, nb: Any, resources: Any) -> Any:
        """Grade; nothing of a student's is run in this process."""
        outcomes = self.parent.grade(resources["nbgrader"]["notebook"])
        for cell in nb.cells:
            if _tests(cell):
                about = cell.metadata.nbgrader
                outcome = outcomes.get(about.grade_id.removeprefix(TESTS))
                share = outcome.score / outcome.points if outcome else 0.0
                text = repr(float(share * about.points))
                cell.outputs = [new_output("execute_result", execution_count=1, data={"text/plain": text})]
        return nb, resources


class Advise(NbGraderPreprocessor):  # type: ignore[misc] # nbgrader has no types
    """Writes what is said of each item as the comment of its answer, after ``SaveAutoGrades``.

    An item that could not be judged, and a cell that is none of this course's, are left for a person.
    """

    def preprocess(self, nb: Any, resources: Any) -> Any:
        """Write comments into the gradebook."""
        about, exporter = resources["nbgrader"], self.parent
        place = about["notebook"], about["assignment"], about["student"]
        with Gradebook(about["db_url"]) as gradebook:
            for item, outcome in exporter.outcomes.items():
                with contextlib.suppress(MissingEntry):  # an instructor took the cell out
                    gradebook.find_comment(item, *place).auto_comment = comment(outcome)
            for name in (cell.metadata.nbgrader.grade_id for cell in nb.cells if _tests(cell)):
                found = exporter.outcomes.get(name.removeprefix(TESTS))
                if found is None or found.outcome == "error":
                    grade = gradebook.find_grade(name, *place)
                    grade.auto_score, grade.needs_manual_grade = None, True
                    self.log.warning("%s: %s", name, found.advice if found else _NOT_OURS)
            gradebook.db.commit()
        return nb, resources


def comment(outcome: Outcome) -> str | None:
    """Return what is said of an item, in columns: Markdown shows it to the letter, and runs nothing."""
    lines = [] if outcome.outcome == "right" and not outcome.advice else explain(outcome)
    wrapped = [part for line in lines for part in textwrap.wrap(line, WIDTH, subsequent_indent="  ")]
    return "\n".join(f"    {line}" for line in wrapped) or None


def _tests(cell: Any) -> bool:
    return cell.cell_type == "code" and utils.is_grade(cell) and not utils.is_solution(cell)
