"""What students get: the reference modules with every solution taken out.

A solution stands between a line ``### BEGIN SOLUTION`` and a line ``### END SOLUTION``. All else
in the module (docstrings, imports, constants, finished classes) goes to the student as it is.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Final

from graders.engine.files import write_whole

BEGIN: Final = "### BEGIN SOLUTION"
END: Final = "### END SOLUTION"
BODY: Final = "raise NotImplementedError"

# Whatever looks like a marker must be one, to the letter: a misspelt marker would give the answer away.
_LOOKS_LIKE_A_MARKER: Final = re.compile(r"#\s*(BEGIN|END)\s+SOLUTION", re.IGNORECASE)


def stub(source: str) -> str:
    """Return a module's source with one ``raise NotImplementedError`` in place of each solution.

    Markers that are nested, unbalanced or misspelt raise ValueError, which names the line.
    """
    lines: list[str] = []
    begun = 0  # the line of the marker that opened the current region, or 0 outside of one
    for number, line in enumerate(source.splitlines(), start=1):
        text = line.strip()
        if text == BEGIN:
            if begun:
                raise ValueError(f"line {number}: {BEGIN} inside the solution that began on line {begun}")
            begun = number
            lines.append(line[: line.index(BEGIN)] + BODY)
        elif text == END:
            if not begun:
                raise ValueError(f"line {number}: {END} without a {BEGIN} before it")
            begun = 0
        elif _LOOKS_LIKE_A_MARKER.search(line):
            raise ValueError(f"line {number}: a marker is a line with {BEGIN} or {END} and nothing else")
        elif not begun:
            lines.append(line)
    if begun:
        raise ValueError(f"line {begun}: {BEGIN} without a {END} after it")
    return "".join(f"{line}\n" for line in lines)


def write_stubs(reference: Path, target: Path, *, overwrite: bool = False) -> list[Path]:
    """Write the stub of every lesson in ``reference`` into ``target``; return the files written.

    A file that is there already may hold a student's work. Unless ``overwrite`` is set it raises
    FileExistsError, before anything is written.
    """
    stubs = {target / name: content for name, content in _stubs(reference).items()}
    if not stubs:
        raise FileNotFoundError(f"{reference} has no lesson*.py to make stubs from")
    if not overwrite:
        for path in stubs:
            if os.path.lexists(path):
                raise FileExistsError(
                    f"{path} exists and may hold somebody's work: choose another folder, move the file away, "
                    "or ask for it to be overwritten"
                )
    target.mkdir(parents=True, exist_ok=True)
    for path, content in stubs.items():
        write_whole(path, content)
    return list(stubs)


def stale(reference: Path, assignments: Path) -> list[str]:
    """Return the names of the files in ``assignments`` that are missing, changed, or of no lesson."""
    wanted = {name: content.encode() for name, content in _stubs(reference).items()}
    # a checkout on Windows may have turned the ends of lines
    found = {path.name: path.read_bytes().replace(b"\r\n", b"\n") for path in assignments.glob("lesson*.py")}
    return sorted(name for name in wanted.keys() | found.keys() if wanted.get(name) != found.get(name))


def _stubs(reference: Path) -> dict[str, str]:
    """Return the stub of each lesson by its file name, in the order of the lessons."""
    stubs = {}
    for path in sorted(reference.glob("lesson*.py")):
        try:
            stubs[path.name] = stub(path.read_text("utf-8"))
        except ValueError as problem:
            raise ValueError(f"{path}, {problem}") from None
    return stubs
