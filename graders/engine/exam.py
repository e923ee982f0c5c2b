"""The grader's own exam: does the rubric give the reference everything, and what is wrong nothing?

For every item: the reference earns its points and the stub none; each mistake loses them and is known
by its own note and by no other's; and so does every mutant of the reference, unless
``config/equivalents.yaml`` says why it is as right as the original.
"""

from __future__ import annotations

import contextlib
import fnmatch
import functools
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

import msgspec

from graders.engine import course as courses
from graders.engine import pool, references, rehearsal, stubs, suites
from graders.engine.course import CourseError, Lesson, Limits
from graders.engine.diagnose import explaining
from graders.engine.intake import Submission
from graders.engine.mutants import Mutant, mutants
from graders.engine.rubric import Function, Item, Mistake
from graders.engine.score import Judge, Outcome
from graders.engine.session import Session

# A mutant that loops or computes for ever is as good as killed, and sooner
LIMITS = Limits(call_seconds=5.0, load_seconds=5.0, cpu_seconds=60)
SEEDS = (1, 2)


class Equivalent(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Why some mutants of a function are as right as the original: those on lines and of changes that match."""

    why: str
    line: str = "*"
    changes: tuple[str, ...] = ("*",)

    def covers(self, line: str, change: str) -> bool:
        """Say whether a mutant is one of these. Patterns are those of a shell, where ``[`` is plain."""
        return _matches(line.strip(), self.line) and any(_matches(change, each) for each in self.changes)


def _matches(text: str, pattern: str) -> bool:
    return fnmatch.fnmatchcase(text, pattern.replace("[", "[[]"))


class Result(msgspec.Struct, frozen=True):
    """What came of examining one thing: what is amiss, or nothing; for an equivalent mutant, why it is one."""

    lesson: str
    item: str
    kind: Literal["reference", "stub", "mistake", "mutant", "equivalent"]
    amiss: str = ""
    equivalent: Equivalent | None = None


@functools.cache
def equivalents() -> dict[str, list[Equivalent]]:
    """Return ``config/equivalents.yaml``: by ``lesson03.gradient``, why mutants that survive are right.

    Raises
    ------
    CourseError
        When the file is wrong.
    """
    import yaml

    path = courses.CONFIG.with_name("equivalents.yaml")
    try:
        return msgspec.convert(yaml.safe_load(path.read_text("utf-8")) or {}, dict[str, list[Equivalent]])
    except FileNotFoundError:
        return {}
    except (yaml.YAMLError, msgspec.ValidationError) as error:
        raise CourseError(f"{path}: {' '.join(str(error).split())}") from None


def examine(
    lessons: Iterable[Lesson], seeds: Sequence[int] = SEEDS, jobs: int | None = None
) -> Iterator[Result]:
    """Examine lessons, and yield what came of each thing as it is known."""
    tasks = [
        (lesson.module, item.name, kind, number, tuple(seeds))
        for lesson in lessons
        for item in suites.items(lesson)
        for kind, number in _things(lesson, item)
    ]
    yield from pool.run(_examined, tasks, jobs)


def unused(results: Iterable[Result]) -> list[str]:
    """Return what ``config/equivalents.yaml`` says of the items examined, and no mutant needs."""
    needed: dict[str, list[Equivalent]] = {}
    for each in results:
        covering = needed.setdefault(courses.item_name(each.lesson, each.item), [])
        if each.equivalent is not None:
            covering.append(each.equivalent)
    return [
        f"{item}: no mutant needs the entry with line {entry.line} ({entry.why})"
        for item, entries in equivalents().items()
        for entry in entries
        if item in needed and entry not in needed[item]
    ]


def _things(lesson: Lesson, item: Item) -> Iterator[tuple[str, int]]:
    yield from (("reference", 0), ("stub", 0))
    yield from (("mistake", number) for number in range(len(ways(item))))
    yield from (("mutant", number) for number in range(len(changed(lesson.module, item.name))))


def ways(item: Item) -> list[tuple[Mistake, Function]]:
    """Return each way in which a mistake of an item is written down."""
    return [(mistake, way) for mistake in item.mistakes for way in mistake.ways]


@functools.cache
def changed(module: str, function: str) -> list[Mutant]:
    """Return the mutants of a function of the reference."""
    return list(mutants(_reference(module), function))


@functools.cache
def _reference(module: str) -> str:
    return (courses.REFERENCE / f"{module}.py").read_text("utf-8")


def _examined(module: str, name: str, kind: str, number: int, seeds: tuple[int, ...]) -> Result:
    lesson = courses.course().lesson(module)
    item = next(each for each in suites.items(lesson) if each.name == name)
    if kind == "mistake":
        mistake, way = ways(item)[number]
        return Result(
            module, name, "mistake", _first(mistaken(lesson, item, mistake, way, seed) for seed in seeds)
        )
    if kind == "mutant":
        return _mutant(lesson, item, changed(module, name)[number], seeds)
    source = _reference(module) if kind == "reference" else stubs.stub(_reference(module))
    wanted = "right" if kind == "reference" else "stopped"
    outcomes = judged(lesson, item, source, seeds)
    amiss = _first(
        "" if outcome.outcome == wanted else f"the {kind} is judged {outcome}" for outcome in outcomes
    )
    return Result(module, name, kind, amiss)  # type: ignore[arg-type] # one of the declared


def _first(found: Iterable[str]) -> str:
    return next(filter(None, found), "")


def judged(lesson: Lesson, item: Item, source: str, seeds: Sequence[int]) -> Iterator[Outcome]:
    """Judge an item of a module's source with each seed, in a real worker; all in one child."""
    submission = Submission("exam", {f"{lesson.module}.py": source.encode()})
    worker = pool.worker(LIMITS)
    with contextlib.closing(Session(lesson, submission, worker, references.official(lesson))) as session:
        for seed in seeds:
            yield Judge(courses.course(), lesson, session.ask, seed).judge(item)


def mistaken(lesson: Lesson, item: Item, mistake: Mistake, way: Function, seed: int) -> str:
    """Put one way of a mistake in the reference's place; return what is amiss with the judgement, or nothing."""
    reference = references.load(lesson.module)
    student = rehearsal.student({**vars(reference), item.name: way}, reference)
    judge = Judge(courses.course(), lesson, student, seed)
    outcome = judge.judge(item)
    if outcome.outcome != "wrong":
        return f"the mistake {mistake.name} is judged {outcome.outcome}"
    if outcome.note.rpartition(".")[2] != mistake.name:
        return f"the mistake {mistake.name} is taken for {outcome.note}"
    others = [each.name for each in explaining(item, judge.transcript(item)) if each.name != mistake.name]
    return f"the mistake {mistake.name} is explained by {', '.join(others)}, too" if others else ""


def _mutant(lesson: Lesson, item: Item, mutant: Mutant, seeds: Sequence[int]) -> Result:
    for outcome in judged(lesson, item, mutant.source, seeds):
        if outcome.outcome in ("right", "error"):
            break
        if outcome.note.endswith(".timeout"):
            return Result(lesson.module, item.name, "mutant")
    else:
        return Result(lesson.module, item.name, "mutant")
    line = _reference(lesson.module).splitlines()[mutant.line - 1]
    known = equivalents().get(courses.item_name(lesson.module, item.name), [])
    covering = next((each for each in known if each.covers(line, mutant.change)), None)
    if outcome.outcome == "right" and covering is not None:
        return Result(lesson.module, item.name, "equivalent", equivalent=covering)
    state = "survives" if outcome.outcome == "right" else f"is not judged ({outcome.advice})"
    return Result(lesson.module, item.name, "mutant", f"line {mutant.line}: {mutant.change}  {state}")
