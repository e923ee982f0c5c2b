"""The notebooks of a course, made from ``reference/`` as nbgrader's authors write them: an assignment a lesson.

A cell an item has the solution between its markers, and after it stands a cell with the item's points,
which calls the public check. nbgrader takes the solutions out when it generates the assignment.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from graders.engine import suites
from graders.engine.course import CONFIG, REFERENCE, Course, Lesson, item_name
from graders.engine.files import write_whole
from graders.engine.reports import points
from graders.engine.rubric import Item

SETTINGS: Final = CONFIG.with_name("nbgrader_config.py")
SETUP: Final = "setup"
QUESTION: Final = "why"
TESTS: Final = "test_"  # before an item's name, of the cell with its points
_KERNEL: Final = {"display_name": "Python 3", "language": "python", "name": "python3"}
_FORMULAS: Final = re.compile(r"(?:^    .*\n?)+", re.MULTILINE)
_TEX: Final = {
    "⁻ᶻ": "^{-z}", "²": "^2", "³": "^3", "ᵢ": "_i", "σ": r"\sigma", "·": r"\cdot", "≥": r"\ge", "log": r"\log",
}  # fmt: skip
_INSTRUCTIONS: Final = """\
Work through the cells from top to bottom. Put your own lines where it says `# YOUR CODE HERE`, and leave the
names of functions as they are. The cell after each function checks it, and says what to try next; change
nothing there. A cell of your own may be put anywhere. Before you hand in, choose *Restart kernel and run all
cells*: what works only because of a cell that is gone doesn't count."""

Cell = dict[str, Any]


def write(course: Course, folder: Path, *, overwrite: bool = False) -> list[Path]:
    """Write a course directory of nbgrader's: its configuration, a header, and the source notebooks.

    What is there already and differs may hold an instructor's work. Unless ``overwrite`` is set it raises
    FileExistsError, before anything is written. Returns the files written; what is the same is left alone.
    """
    wanted = {folder / name: text for name, text in _files(course).items()}
    new = {path: text for path, text in wanted.items() if not _holds(path, text)}
    for path in new:
        if path.exists() and not overwrite:
            raise FileExistsError(
                f"{path} is there and differs: move it away, or replace it with --overwrite"
            )
    for path, text in new.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, text)
    return list(new)


def _holds(path: Path, text: str) -> bool:
    return path.is_file() and path.read_bytes() == text.encode()


def _files(course: Course) -> dict[str, str]:
    found = {
        SETTINGS.name: SETTINGS.read_text("utf-8"),
        "source/header.ipynb": _text([_markdown("header", _INSTRUCTIONS)]),
    }
    for lesson in course.lessons:
        found[f"source/{lesson.module}/{lesson.module}.ipynb"] = notebook(lesson)
    return found


def notebook(lesson: Lesson) -> str:
    """Return the source notebook of a lesson, the same whenever it is made."""
    return _text(list(_cells(lesson)))


def _cells(lesson: Lesson) -> Iterator[Cell]:
    source = (REFERENCE / f"{lesson.module}.py").read_text("utf-8")
    tree, lines = ast.parse(source), source.splitlines()
    items = {item.name: item for item in suites.items(lesson)}
    title, _, text = (ast.get_docstring(tree) or lesson.title).partition("\n")
    yield _markdown("task", f"# {title}\n{_FORMULAS.sub(_typeset, text)}")
    functions, others, end = [], [], tree.body[0].end_lineno or 0
    for node in tree.body[1:]:
        start, end = end, _end(node, lines)
        if isinstance(node, ast.FunctionDef) and node.name in items:
            functions.append((node, items[node.name]))
        else:
            others += lines[start:end]
    yield _code(SETUP, "\n".join(others).strip(), locked=True)
    for function, item in functions:
        yield _markdown(f"task_{item.name}", _task(function, item))
        yield _code(item.name, _without_docstring(function, lines), solution=True)
        call = f'check("{item_name(lesson.module, item.name)}")'
        tests = f"from graders.notebook import check\n\n{call}"
        yield _code(TESTS + item.name, tests, grade=True, locked=True, points=item.points)
    if lesson.question:
        yield _markdown(
            f"task_{QUESTION}", f"### Why? · {_points(lesson.question_points)}\n\n{lesson.question}"
        )
        yield _markdown(QUESTION, "", grade=True, solution=True, points=lesson.question_points)


def _typeset(block: re.Match[str]) -> str:
    """Return the formulas of a lesson's own text, which stand indented in it, as TeX."""
    lines = []
    for line in block[0].strip("\n").splitlines():
        for sign, tex in _TEX.items():
            line = line.replace(sign, tex)
        line = re.sub(r"(?<![\\\w])[a-z]{3,}(?: [a-z]{2,})*(?![a-z])", r"\\text{\g<0> }", line.strip())
        lines.append(re.sub(r" {2,}", r" \\quad ", line))
    rows = r" \\ ".join(lines)
    return f"$$\\begin{{gathered}} {rows} \\end{{gathered}}$$\n" if len(lines) > 1 else f"$${rows}$$\n"


def _task(function: ast.FunctionDef, item: Item) -> str:
    names = ", ".join(argument.arg for argument in function.args.args)
    return f"### `{item.name}({names})` · {_points(item.points)}\n\n{ast.get_docstring(function)}"


def _points(number: float) -> str:
    return f"{points(number)} point{'' if number == 1 else 's'}"


def _end(node: ast.stmt, lines: list[str]) -> int:
    """Return how many lines there are up to a statement's end, with indented comments after it."""
    end = node.end_lineno or 0
    while end < len(lines) and lines[end].startswith(" "):
        end += 1
    return end


def _without_docstring(function: ast.FunctionDef, lines: list[str]) -> str:
    """Return a function's source without its docstring, which stands above as text."""
    docstring = function.body[0]
    head = lines[function.lineno - 1 : docstring.lineno - 1]
    return "\n".join(head + lines[docstring.end_lineno or 0 : _end(function, lines)])


def _markdown(name: str, text: str, **kind: Any) -> Cell:
    metadata = _metadata(name, **kind) if kind else {}
    return {"cell_type": "markdown", "id": name, "metadata": metadata, "source": _lines(text)}


def _code(name: str, text: str, **kind: Any) -> Cell:
    return {
        "cell_type": "code",
        "execution_count": None,
        "id": name,
        "metadata": _metadata(name, **kind),
        "outputs": [],
        "source": _lines(text),
    }


def _metadata(name: str, *, points: float | None = None, **kind: bool) -> Cell:
    about: Cell = {"grade": False, "solution": False, "locked": False, "task": False, **kind}
    about |= {"grade_id": name, "schema_version": 3} | ({} if points is None else {"points": points})
    return {"nbgrader": about}


def _lines(text: str) -> list[str]:
    return text.strip("\n").splitlines(keepends=True)


def _text(cells: list[Cell]) -> str:
    whole = {"cells": cells, "metadata": {"kernelspec": _KERNEL}, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(whole, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
