"""Right answers in many styles, and wrong ones that learners give: read, graded, and counted.

A collection is a Python file a lesson, ``tests/fairness/lesson03_gradient.py``, of sections that begin with a line

    # right gradient: as a list
    # wrong gradient [swapped]: y first

and hold what a student would write. Each section is graded as a submission of its own: the lesson's
reference with the section behind it, so that its functions take the place of the reference's. A
wrong answer names in brackets the notes that explain it, ``a | b`` where several would be true, none
where a note would be a guess; ``exception`` stands for whatever is said of one.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from graders.engine import course as courses
from graders.engine import references, suites
from graders.engine.intake import Submission
from graders.engine.sandbox import Sandbox
from graders.engine.score import Judge, Outcome
from graders.engine.session import Session

COLLECTIONS = Path(__file__).resolve().parents[1] / "fairness"
HEADER = re.compile(r"^# (right|wrong) (\w+)(?: \[([^\]]*)\])?: (.+)$")
NEARLY = re.compile(r"^# (right|wrong) \w+\W")
UNEXPLAINED = {"value", "curve", "accuracy"}  # notes that say no more than "wrong"


@dataclass(frozen=True)
class Section:
    """One answer of a collection."""

    module: str
    item: str
    right: bool
    notes: frozenset[str]
    name: str
    source: str
    line: int

    def __str__(self) -> str:
        kind = "right" if self.right else "wrong"
        return f"{self.module}.py:{self.line} {kind} {self.item}: {self.name}"

    def verdict(self, outcome: Outcome) -> str:
        """Say what is amiss with an outcome; empty where nothing is."""
        note = outcome.note.rpartition(".")[2]
        if self.right:
            return "" if outcome.outcome == "right" else f"false reject: {note} {outcome.objection}"
        if outcome.outcome not in ("wrong", "stopped"):
            return f"false accept: {outcome.outcome} {outcome.advice}"
        if "exception" in self.notes and outcome.outcome == "stopped":
            return ""
        if note not in self.notes | UNEXPLAINED:
            return f"wrong diagnosis: {note} ({outcome.objection} {outcome.advice})"
        if self.notes and note in UNEXPLAINED - self.notes:
            return f"unexplained: {note}"
        return ""


def explained(outcome: Outcome) -> bool:
    """Say whether an outcome tells the student more than that the answer is wrong."""
    return outcome.note.rpartition(".")[2] not in UNEXPLAINED


def read(path: Path) -> list[Section]:
    """Return the sections of a collection."""
    found: list[Section] = []
    lines = path.read_text("utf-8").splitlines(keepends=True)
    heads = [number for number, line in enumerate(lines) if NEARLY.match(line)]
    for start, end in zip(heads, [*heads[1:], len(lines)], strict=True):
        match = HEADER.match(lines[start])
        if match is None:
            raise ValueError(f"{path.name}:{start + 1}: a header is `# wrong gradient [note | note]: words`")
        kind, item, notes, name = match.groups()
        if (kind == "wrong") == (notes is None):
            raise ValueError(
                f"{path.name}:{start + 1}: a wrong answer names its notes in brackets, a right one none"
            )
        known = frozenset(note.strip() for note in (notes or "").split("|") if note.strip())
        source = "".join(lines[start + 1 : end])
        found.append(Section(path.stem, item, kind == "right", known, name, source, start + 1))
    return found


def sections(only: str = "") -> list[Section]:
    """Return all sections, or those of the lessons whose name contains ``only``."""
    return [
        each for path in sorted(COLLECTIONS.glob("lesson*.py")) if only in path.stem for each in read(path)
    ]


def judge(section: Section, sandbox: Sandbox, seeds: Iterable[int]) -> Iterator[Outcome]:
    """Grade a section's item with each seed, in one child process."""
    course = courses.course()
    entry = course.lesson(section.module)
    item = next(each for each in suites.items(entry) if each.name == section.item)
    reference = (courses.REFERENCE / f"{section.module}.py").read_text("utf-8")
    source = f"{reference}\n\n{section.source}".encode()
    submission = Submission(section.name, {f"{section.module}.py": source})
    with contextlib.closing(Session(entry, submission, sandbox, references.official(entry))) as session:
        for seed in seeds:
            yield Judge(course, entry, session.ask, seed).judge(item)
