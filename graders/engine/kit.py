"""The kit for students: all that it takes to practise, and no right answer.

It is a project of its own that one command installs: stubs, the engine, and suites that ask from a recording
in the place of the reference.
"""

from __future__ import annotations

from importlib import metadata
from pathlib import Path
from typing import Final

import msgspec

from graders.engine import course as courses
from graders.engine import recorder, recording, references
from graders.engine.course import GRADERS, RECORDING, Course, CourseError, Lesson, Rules
from graders.engine.files import write_whole

LEFT_OUT: Final = ("notebooks", "platforms")  # of the engine: what instructors use
_SUITE: Final = '''\
"""Lesson {number} · {title}: what is asked comes from a recording, since this kit has no right answers."""

from graders.engine import replay

replay.suite(__file__, globals())
'''
_PROJECT: Final = """\
[build-system]
requires = ["setuptools>=77"]
build-backend = "setuptools.build_meta"

[project]
name = "calcgrade"
version = "{version}+kit"
description = "{course}: the lessons, and what checks them"
requires-python = ">=3.11"
dependencies = [
{dependencies}
]

[project.scripts]
calcgrade = "graders.engine.cli:main"

[project.entry-points.pytest11]
calcgrade = "graders.engine.plugin"

[tool.setuptools]
packages = [
{packages}
]
include-package-data = false

[tool.setuptools.package-dir]
"graders" = "graders"
"graders.course.assignments" = "assignments"
"graders.course.config" = "config"

[tool.setuptools.package-data]
"graders.course.config" = ["*.yaml", "recording"]
"graders.engine.reports" = ["templates/*"]
"""
_README: Final = """\
# {course}

Seven lessons, a file each in `assignments/`. Set up once, with Python 3.11 or newer:

    python -m venv .venv
    .venv/bin/pip install -e .

(On Windows: `.venv\\Scripts\\pip`.) Then fill in a function, save, and have it checked:

    .venv/bin/pytest graders -k lesson01

or leave this running beside your editor, which looks at a lesson whenever you save it:

    .venv/bin/calcgrade watch assignments

It says what was called, what came back, and what to try next. `calcgrade explain lesson01.f` says more about one function.

There is no right answer in this folder: your functions are asked about points for which the answers were written down. When
you hand in, they are asked about others.
"""


def write(course: Course, folder: Path) -> list[Path]:
    """Write the kit into a folder that is empty or not there; return the files written.

    Raises
    ------
    CourseError
        Where the right answers are not at hand.
    FileExistsError
        When there is anything in the folder.
    """
    if not courses.HAS_ANSWERS:
        raise CourseError("a kit is made where the right answers are; there are none here")
    if folder.exists() and any(folder.iterdir()):
        raise FileExistsError(f"{folder} is not empty: choose another folder")
    files = _files(course)
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        write_whole(folder / name, content)
    return [folder / name for name in files]


def _files(course: Course) -> dict[str, str | bytes]:
    engine = {
        f"graders/{path.relative_to(GRADERS).as_posix()}": path.read_bytes()
        for path in sorted(GRADERS.rglob("*"))
        if path.is_file() and _belongs(path)
    }
    stubs = {f"assignments/{lesson.module}.py": references.stub(lesson.module) for lesson in course.lessons}
    suites = {f"graders/test_{lesson.module}.py": _suite(lesson) for lesson in course.lessons}
    return {
        "README.md": _README.format(course=course.course),
        "pyproject.toml": _project(course, engine),
        "config/course.yaml": _configuration(course),
        f"config/{RECORDING.name}": recording.encode(recorder.record(course)),
        **engine,
        **stubs,
        **suites,
    }


def _configuration(course: Course) -> str:
    """Return the course's configuration without its rules, which name students, and without what is for instructors."""
    import yaml

    known = msgspec.to_builtins(msgspec.structs.replace(course, rules=Rules(), certificate=""))
    return yaml.safe_dump(known, allow_unicode=True, sort_keys=False)


def _belongs(path: Path) -> bool:
    parts = path.relative_to(GRADERS).parts
    inside = parts[0] == "engine" and parts[1] not in LEFT_OUT
    return (
        "__pycache__" not in parts
        and (inside or path.name in ("__init__.py", "notebook.py"))
        and parts[0] != "course"
    )


def _suite(lesson: Lesson) -> str:
    return _SUITE.format(number=courses.number(lesson.module), title=lesson.title)


def _project(course: Course, engine: dict[str, bytes]) -> str:
    needed = [each for each in metadata.requires("calcgrade") or [] if "extra ==" not in each]
    found = {name.rpartition("/")[0].replace("/", ".") for name in engine if name.endswith("/__init__.py")}
    packages = sorted(found | {"graders.course.assignments", "graders.course.config"})
    return _PROJECT.format(
        course=course.course,
        version=metadata.version("calcgrade").partition("+")[0],
        dependencies="\n".join(f'  "{each}",' for each in needed),
        packages="\n".join(f'  "{each}",' for each in packages),
    )
