"""A notebook as it was handed in, put in order: what was deleted, doubled or changed costs nothing.

It is hostile data. Of it only cells, their sources and the names of the course's own cells are taken; all
else (outputs, metadata, points) is the course's. Text is made such that no browser finds markup in it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

MAX_CELLS: Final = 2_000
MISSING: Final = "# This cell was not in what was handed in."
_MARKUP: Final = re.compile(r"<(?=[A-Za-z/!?])|&(?=#?\w+;)|(?<=\])(?=\s*[(\[:])")

Cell = dict[str, Any]


@dataclass(frozen=True)
class Known:
    """A cell of the course's own, as the gradebook has it; ``points`` is None where it gives none."""

    name: str
    cell_type: str
    source: str
    checksum: str | None
    points: float | None
    solution: bool
    locked: bool
    task: bool = False

    @property
    def tests(self) -> bool:
        """Whether it is an autograder's cell: points, and no room for an answer."""
        return self.points is not None and not self.solution and not self.task

    def metadata(self) -> Cell:
        """Return its metadata as they were when the assignment was made."""
        about: Cell = {
            "cell_type": self.cell_type,
            "checksum": self.checksum,
            "grade": self.points is not None and not self.task,
            "grade_id": self.name,
            "locked": self.locked,
            "schema_version": 3,
            "solution": self.solution,
            "task": self.task,
        }
        if self.points is not None:
            about["points"] = self.points
        return {"nbgrader": {key: value for key, value in about.items() if value is not None}}


def cells(data: bytes) -> list[Cell]:
    """Return what counts of a notebook's cells: ``type``, ``source``, and ``name`` if it has one.

    Raises
    ------
    ValueError
        When it is no notebook.
    """
    try:
        notebook = json.loads(data.decode("utf-8-sig"))
        found = notebook["cells"] if "cells" in notebook else notebook["worksheets"][0]["cells"]
        return [_cell(each) for each in found[:MAX_CELLS]]
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError("it is not a notebook that can be read") from error


def _cell(raw: Cell) -> Cell:
    source: Any = raw.get("source", raw.get("input", ""))
    about = raw.get("metadata", {}).get("nbgrader", {})
    name = about.get("grade_id") if isinstance(about, dict) else None
    text = source if isinstance(source, str) else "".join(source)
    return {
        "type": "code" if raw["cell_type"] == "code" else "markdown",
        "source": text.encode("utf-8", "replace").decode(),
        "name": name if isinstance(name, str) else None,
    }


def restore(handed_in: Sequence[Cell], known: Mapping[str, Known]) -> list[Cell]:
    """Return the cells of a notebook in order, with the course's own cells as they should be.

    Parameters
    ----------
    handed_in
        What :func:`cells` returned.
    known
        The course's own cells by name, in their order. A copied one counts once: the last, as it is the
        last that a kernel would have run. A missing one is put back behind the one before it.
    """
    last = {cell["name"]: at for at, cell in enumerate(handed_in) if cell["name"] in known}
    placed = [
        _own(cell, known.get(cell["name"]) if last.get(cell["name"]) == at else None)
        for at, cell in enumerate(handed_in)
    ]
    before = -1
    for name, each in known.items():
        at = next((at for at, cell in enumerate(placed) if _name(cell) == name), None)
        if at is None:
            before += 1
            placed.insert(before, _missing(each))
        else:
            before = at
    for number, cell in enumerate(placed):
        cell["id"] = f"cell-{number}"
    return placed


def _name(cell: Cell) -> str | None:
    name: str | None = cell["metadata"].get("nbgrader", {}).get("grade_id")
    return name


def _own(cell: Cell, known: Known | None) -> Cell:
    if known is None:
        return _made(cell["type"], cell["source"], {})
    return _made(known.cell_type, known.source if known.locked else cell["source"], known.metadata())


def _missing(known: Known) -> Cell:
    kept = (
        known.locked or known.points is not None
    )  # an answer that is marked by hand is unchanged: no answer
    return _made(known.cell_type, known.source if kept else MISSING, known.metadata(), ours=True)


def _made(cell_type: str, source: str, metadata: Cell, *, ours: bool = False) -> Cell:
    locked = metadata.get("nbgrader", {}).get("locked", False)
    if cell_type == "code":
        made = {"cell_type": "code", "source": source, "metadata": metadata, "outputs": []}
        return made | {"execution_count": None}
    return {
        "cell_type": "markdown",
        "source": source if locked or ours else harmless(source),
        "metadata": metadata,
    }


def harmless(text: str) -> str:
    """Return Markdown in which nothing is HTML and nothing a link: both would run in the reader's browser."""
    return _MARKUP.sub(lambda found: f"{found[0]} " if found[0] != "&" else "&amp;", text)


def python(placed: Sequence[Cell], known: Mapping[str, Known]) -> bytes:
    """Return what of a notebook is graded, as one: its code, without the cells that only give points."""
    tests = {name for name, each in known.items() if each.tests}
    code = [
        {"cell_type": "code", "source": "" if _name(cell) in tests else cell["source"]}
        for cell in placed
        if cell["cell_type"] == "code"
    ]
    return json.dumps({"cells": code}).encode()
