"""The course: its folders, and what ``config/course.yaml`` says, checked and typed."""

from __future__ import annotations

import difflib
import functools
import hashlib
from pathlib import Path
from typing import Annotated, Any, Final, Literal

import msgspec

import graders

GRADERS: Final = Path(graders.__file__).resolve().parent
# In a wheel the course lies inside the package; in a checkout, beside it.
HOME: Final = GRADERS / "course" if (GRADERS / "course").is_dir() else GRADERS.parent
HAS_ANSWERS: Final = (HOME / "reference").is_dir()
REFERENCE: Final = HOME / ("reference" if HAS_ANSWERS else "assignments")
ASSIGNMENTS: Final = HOME / "assignments"
RECORDING: Final = (
    HOME / "config" / "recording"
)  # in place of the right answers, where students have the course
CONFIG: Final = HOME / "config" / "course.yaml"

Positive = Annotated[float, msgspec.Meta(gt=0)]
Count = Annotated[int, msgspec.Meta(ge=1)]


class CourseError(Exception):
    """The configuration is wrong; the message names file, place and remedy."""


class Lesson(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One lesson: the stem of its files, its title, and the classes students may not change.

    ``question`` is one to be answered in words, in the lesson's notebook; a person gives its points.
    """

    module: Annotated[str, msgspec.Meta(pattern=r"^lesson\d\d_[a-z_]+$")]
    title: str
    unchanged: tuple[str, ...] = ()
    question: str = ""
    question_points: Positive = 2.0


def short(module: str) -> str:
    """Return a lesson's short name: ``lesson03``."""
    return module[: len("lesson00")]


def number(module: str) -> int:
    """Return a lesson's number."""
    return int(short(module).removeprefix("lesson"))


@functools.cache
def item_name(module: str, item: str) -> str:
    """Return an item's name as notes and people write it: ``lesson03.gradient``."""
    return f"{short(module)}.{item}"


class Limits(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a submission may use. Times are seconds of wall clock, but for ``cpu_seconds``."""

    call_seconds: Positive = 10.0
    load_seconds: Positive = 10.0
    cpu_seconds: Count = 120
    memory_mb: Count = 1024
    file_mb: Annotated[int, msgspec.Meta(ge=0)] = 1
    processes: Annotated[int, msgspec.Meta(ge=0)] = 0
    module_mb: Positive = 1.0
    submission_mb: Positive = 4.0

    def of_a_child(self) -> dict[str, int]:
        """Return what the kernel is told about one child."""
        names = ("cpu_seconds", "memory_mb", "file_mb", "processes")
        return {name: getattr(self, name) for name in names}


class Feedback(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What students are told."""

    answer: Literal["show", "hide"] = "hide"


class Scoring(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How points are given."""

    follow_through: bool = True


class Late(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What being late costs: points of the lesson (``2``), or a share of them (``10%``)."""

    per_day: float | str = 0.0
    cap: float | str = "100%"
    grace_minutes: Annotated[float, msgspec.Meta(ge=0)] = 0.0


class Rules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What becomes of points in the gradebook. None of it changes a score in ``results.json``."""

    timezone: str = "UTC"
    due: str | dict[str, str] = ""
    late: Late = Late()
    extensions: dict[str, str] = {}
    weights: dict[str, Annotated[float, msgspec.Meta(ge=0)]] = {}


class Course(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``config/course.yaml``."""

    course: str
    lessons: Annotated[tuple[Lesson, ...], msgspec.Meta(min_length=1)]
    limits: Limits = Limits()
    feedback: Feedback = Feedback()
    scoring: Scoring = Scoring()
    rules: Rules = Rules()
    certificate: Annotated[str, msgspec.Meta(pattern=r"^(\d{1,3}%)?$")] = ""
    isolation: Literal["auto", "strict", "basic"] = "auto"

    def lesson(self, module: str) -> Lesson:
        """Return a lesson by the stem of its files."""
        found = next((lesson for lesson in self.lessons if lesson.module == module), None)
        if found is None:
            raise CourseError(f"{CONFIG.name}: lessons: no entry with module: {module}")
        return found


@functools.cache
def course() -> Course:
    """Return the course of this installation.

    Raises
    ------
    CourseError
        When ``config/course.yaml`` is missing or wrong.
    """
    return read(CONFIG)


def read(path: Path) -> Course:
    """Read and check a course file."""
    import yaml

    try:
        data = yaml.load(path.read_text("utf-8"), _without_dates(yaml.SafeLoader))
    except FileNotFoundError:
        raise CourseError(f"{path}: not there; it is part of every checkout and of every wheel") from None
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise CourseError(f"{path}: {' '.join(str(error).split())}") from None
    try:
        return msgspec.convert(data, Course)
    except msgspec.ValidationError as error:
        raise CourseError(f"{path}: {_explain(str(error), data)}") from None


def _without_dates(loader: Any) -> Any:
    """Return a loader of YAML that leaves dates as they are written: their time zone is ours to say."""
    resolvers = {
        first: [each for each in kinds if not each[0].endswith(":timestamp")]
        for first, kinds in loader.yaml_implicit_resolvers.items()
    }
    return type("Loader", (loader,), {"yaml_implicit_resolvers": resolvers})


def _explain(message: str, data: Any) -> str:
    """Turn msgspec's message into one that names the remedy."""
    if "contains unknown field" in message:
        unknown = message.split("`")[1]
        kinds = (Course, Lesson, Limits, Feedback, Scoring, Rules, Late)
        known = [field.name for kind in kinds for field in msgspec.structs.fields(kind)]
        near = difflib.get_close_matches(unknown, known, 1)
        return f"unknown key {unknown}" + (f"; did you mean {near[0]}?" if near else "")
    place = message.rpartition(" - at `$.")[2].rstrip("`")
    value = data
    for key in place.replace("[", ".").replace("]", "").split("."):
        try:
            value = value[int(key) if key.isdigit() else key]
        except (LookupError, TypeError):
            return message
    if isinstance(value, str) and "float" in message:
        with_point = "write it with a point, as in 1.0e-6: YAML takes 1e-6 for text"
        return f"{place}: {value!r} is text, not a number; {with_point}"
    return message


@functools.cache
def digest() -> str:
    """Return the digest of what decides a score: suites, engine, reference and configuration, without its rules."""
    inside = [path for path in GRADERS.rglob("*.py") if GRADERS / "course" not in path.parents]
    total = hashlib.sha256()
    total.update(msgspec.json.encode(msgspec.structs.replace(course(), rules=Rules())))
    for folder, paths in ((GRADERS, inside), (REFERENCE, REFERENCE.glob("*.py"))):
        for path in sorted(paths):
            total.update(f"{folder.name}/{path.relative_to(folder).as_posix()}\0".encode())
            total.update(hashlib.sha256(path.read_bytes().replace(b"\r\n", b"\n")).digest())
    return total.hexdigest()
