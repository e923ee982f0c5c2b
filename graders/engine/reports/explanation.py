"""An item, explained: its task, its points, what is checked, and what learners stumble over. Never the answer."""

from __future__ import annotations

import ast
import difflib
import textwrap
from typing import Final

from graders.engine import references, suites
from graders.engine.course import Course, CourseError, Lesson, item_name
from graders.engine.reports import points
from graders.engine.rubric import Item

WIDTH: Final = 78


def find(course: Course, name: str) -> list[tuple[Lesson, Item]]:
    """Return the items of a name: ``lesson03.gradient``, or all of ``lesson03``.

    Raises
    ------
    CourseError
        When there is none; the message names those that are alike.
    """
    every = {
        item_name(lesson.module, item.name): (lesson, item)
        for lesson in course.lessons
        for item in suites.items(lesson)
    }
    found = [each for full, each in every.items() if name in (full, full.partition(".")[0], each[0].module)]
    if not found:
        alike = difflib.get_close_matches(name, every, 3, 0.4)
        raise CourseError(
            f"{name}: there is no such item" + (f"; did you mean {' or '.join(alike)}?" if alike else "")
        )
    return found


def text(lesson: Lesson, item: Item) -> str:
    """Return the explanation of an item."""
    prefix = item_name(lesson.module, item.name)
    parts = [
        f"{prefix}: {points(item.points)} points",
        _task(lesson, item),
        f"Checked is:\n{_indented(item.title)}",
    ]
    if item.hint:
        parts.append(f"A hint:\n{_indented(item.hint)}")
    if item.mistakes:
        notes = "\n".join(_indented(f"{prefix}.{mistake.name}") for mistake in item.mistakes)
        parts.append(f"Notes that may come up:\n{notes}")
    return "\n\n".join(parts)


def _task(lesson: Lesson, item: Item) -> str:
    """Return the function's text, as it stands in the file that students get."""
    functions = [
        node for node in ast.parse(references.stub(lesson.module)).body if isinstance(node, ast.FunctionDef)
    ]
    found = next((ast.get_docstring(node) for node in functions if node.name == item.name), None)
    return found or ""


def _indented(line: str) -> str:
    return "\n".join(textwrap.wrap(line, WIDTH, initial_indent="  ", subsequent_indent="  "))
