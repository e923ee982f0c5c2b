"""Gradescope: the archive that an instructor uploads, and what runs there for each submission.

    python -m graders.engine.platforms.gradescope SUBMISSION RESULTS

grades lesson by lesson, and writes the results after each: where the platform's own time is up, what was
judged by then stands.
"""

from __future__ import annotations

import base64
import html
import os
import re
import sys
import time
import zipfile
from importlib import metadata
from pathlib import Path
from typing import Any, Final

from graders.engine import course as courses
from graders.engine import intake, reports, sandbox, suites
from graders.engine.child import SandboxError
from graders.engine.course import ASSIGNMENTS, CONFIG, GRADERS, REFERENCE
from graders.engine.platforms import FILES
from graders.engine.reports import gradescope
from graders.engine.reports.drawings import picture_file
from graders.engine.score import Outcome

VISIBILITY: Final = ("visible", "after_due_date", "after_published", "hidden")
SETTINGS: Final = "calcgrade.txt"  # in the archive: the visibility, and the key that seeds are drawn with
_RUNTIME: Final = (
    "jinja2",
    "matplotlib",
    "msgspec",
    "numpy",
    "pytest",
    "python-flint",
    "pyyaml",
    "rich",
    "scipy",
    "sympy",
)
_UNFINISHED: Final = "Grading did not come to its end. What stands here had been judged by then."


def archive(target: Path, *, visibility: str = "visible", key: str = "") -> None:
    """Write the archive: the grader with its course, pinned requirements, and the two scripts of the platform."""
    files: dict[str, bytes] = {}
    for path in sorted(GRADERS.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts and GRADERS / "course" not in path.parents:
            files[f"graders/{path.relative_to(GRADERS).as_posix()}"] = path.read_bytes()
    for folder, name in ((ASSIGNMENTS, "assignments"), (REFERENCE, "reference"), (CONFIG.parent, "config")):
        for path in sorted([*folder.glob("*.py"), *folder.glob("*.yaml")]):
            files[f"graders/course/{name}/{path.name}"] = path.read_bytes()
    for name in ("setup.sh", "run_autograder"):
        files[name] = FILES.joinpath(name).read_bytes()
    files["requirements.txt"] = "".join(f"{each}\n" for each in requirements()).encode()
    files[SETTINGS] = f"{visibility}\n{key}\n".encode()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as found:
        for name, content in files.items():
            about = zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0))  # the same archive whenever it is made
            about.external_attr = (0o755 if "." not in name or name.endswith(".sh") else 0o644) << 16
            about.compress_type = zipfile.ZIP_DEFLATED
            found.writestr(about, content)


def requirements() -> list[str]:
    """Return what grading needs, with all that needs in turn, each at the version that is installed here."""
    from packaging.requirements import Requirement

    found: dict[str, str] = {}
    waiting = list(_RUNTIME)
    while waiting:
        name = re.sub(r"[-_.]+", "-", waiting.pop()).lower()
        if name in found:
            continue
        found[name] = metadata.version(name)
        for line in metadata.requires(name) or []:
            wanted = Requirement(line)
            if wanted.marker is None or wanted.marker.evaluate({"extra": ""}):
                waiting.append(wanted.name)
    return [f"{name}=={version}" for name, version in sorted(found.items())]


def grade(submission: Path, target: Path, visibility: str = "visible") -> None:
    """Grade a submission, and write its results anew after each lesson."""
    started, course = time.monotonic(), courses.course()
    handed_in = intake.read(submission, course)
    seed = suites.seed_of(handed_in)
    outcomes: list[Outcome] = []
    isolation = "none"

    def write(note: str = "") -> None:
        seconds = time.monotonic() - started
        notes = (*handed_in.notes, *([note] if note else []))
        run = reports.Run(outcomes, courses.digest(), handed_in.digest, seed, isolation, seconds, notes)
        gradescope.write(target, _shown(gradescope.results(run), outcomes, visibility))

    write(_UNFINISHED)
    try:
        with sandbox.start(course.limits, course.isolation) as worker:
            isolation = worker.isolation
            for lesson in course.lessons:
                outcomes += suites.grade(handed_in, worker, course, seed=seed, only=[lesson.module])
                write("" if lesson is course.lessons[-1] else _UNFINISHED)
    except SandboxError as error:
        write(f"The grader failed here; this is not your fault. For the instructor: {error}")
        raise


def _shown(results: dict[str, Any], outcomes: list[Outcome], visibility: str) -> dict[str, Any]:
    """Return results as the platform shows them: who may see them when, and pictures in the output."""
    for test, outcome in zip(results["tests"], outcomes, strict=True):
        test["visibility"] = visibility
        drawn = picture_file(outcome.picture) if outcome.picture is not None else None
        if drawn is not None:
            image, words = drawn
            data = base64.b64encode(image).decode()
            test["output_format"] = "html"
            test["output"] = (
                f"<pre>{html.escape(test['output'])}</pre>"
                f'<img alt="{html.escape(words)}" src="data:image/svg+xml;base64,{data}">'
            )
    return results


def main() -> None:
    """Grade what the platform hands over."""
    submission, target = map(Path, sys.argv[1:])
    settings = GRADERS.parent / SETTINGS
    lines = settings.read_text("utf-8").splitlines() if settings.is_file() else []
    visibility, key, *_ = [*lines, "", ""]
    if key:
        os.environ[suites.KEY] = key
    try:
        grade(submission, target, visibility or "visible")
    except SandboxError as error:
        sys.exit(f"calcgrade: {error}")


if __name__ == "__main__":
    main()
