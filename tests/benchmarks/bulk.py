"""What grading a class costs, beside the alternatives and beside the bare calls; and what a kill costs.

    python tests/benchmarks/bulk.py throughput [--count 200] [--write]
    python tests/benchmarks/bulk.py scale [--count 5000] [--write]
    python tests/benchmarks/bulk.py again [--count 5000] [--write]
    python tests/benchmarks/bulk.py kills [--count 20] [--write]

A class is made of right, half-right and untouched submissions in equal parts. Where ``nbgrader`` is installed,
its own ``autograde`` runs on notebooks of the same answers, whose test cells run the same suites in the
kernel. ``--write`` puts what was measured into docs/scaling.md.
"""

from __future__ import annotations

import argparse
import importlib.util
import itertools
import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import notebooks
import page
import simulation
from usage import timed

from graders.engine import course as courses
from graders.engine import intake, suites
from graders.engine.reports import gradescope

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = 6  # submissions that the alternatives are measured on: they take their time
PLAIN = """
import functools, sys
from pathlib import Path
sys.path.insert(0, {benchmarks!r})
import floor, pytest
from graders.engine import course as courses, intake, suites
from graders.engine.worker import encode

COURSE = courses.course()
SUBMISSION = intake.read(Path({submission!r}), COURSE)
ITEMS = [(lesson.module, item) for lesson in COURSE.lessons for item in suites.items(lesson)]

@functools.cache
def module(name):
    return floor.imported(SUBMISSION, name)

def judged(check, value):
    return check.objection(encode.encode(value)) is None

@pytest.mark.parametrize(("name", "item"), ITEMS)
def test_item(name, item):
    floor.run(item, module(name), judged, 1)
"""


def make_class(folder: Path, count: int) -> Path:
    """Make a class: what each student wrote is their own, stubs are as they were handed out."""
    for number, kind in zip(range(count), itertools.cycle(notebooks.KINDS), strict=False):
        student = folder / f"student{number:05}"
        student.mkdir(parents=True)
        for path in kind.glob("lesson*.py"):
            own = "" if kind is courses.ASSIGNMENTS else f"\n# student {number}\n"
            (student / path.name).write_text(path.read_text("utf-8") + own, "utf-8")
    return folder


def grading(folder: Path, out: Path, pages: str = "--no-html") -> list[str]:
    """Return the command that grades a class."""
    command = [sys.executable, "-m", "graders.engine", "grade", str(folder), "--out", str(out)]
    return [*command, "--quiet", pages]


def throughput(count: int) -> dict[str, str]:
    """Compare a class with the bare calls, with a pytest process each, and with nbgrader."""
    rows: list[tuple[object, ...]] = [("", "processor seconds a submission", "seconds a submission", "ratio")]
    with tempfile.TemporaryDirectory() as place:
        folder = make_class(Path(place, "class"), count)
        used = timed(grading(folder, Path(place, "out")))
        bare = floor(folder)
        ours = f"{used.processor / count:.3f}", f"{used.wall / count:.3f}"
        rows.append((f"`calcgrade grade`, {os.cpu_count()} processes", *ours, ""))
        drawn = timed(grading(folder, Path(place, "pages"), "--html"))
        each = f"{(drawn.processor - used.processor) / count * 1000:.0f} ms a page"
        with_pages = f"{drawn.processor / count:.3f}", f"{drawn.wall / count:.3f}", each
        rows.append(("the same, with pages", *with_pages))
        times = f"{used.processor / bare:.2f} × their processor time"
        rows.append(("the bare calls, in warm processes", f"{bare / count:.3f}", "", times))
        sample = sorted(folder.iterdir())[:SAMPLE]
        for name, seconds in (
            ("one plain pytest process each", plain_pytest(sample, Path(place))),
            ("plain nbgrader autograde", plain_nbgrader(Path(place))),
        ):
            if seconds is not None:
                rows.append((name, "", f"{seconds:.2f}", f"{seconds / (used.wall / count):.0f} × as long"))
    return {"throughput": page.table(*rows)}


def floor(folder: Path) -> float:
    """Return the processor seconds of a class' bare calls, with all cores as busy as in a run."""
    threads = os.environ | {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}  # as in the worker
    students, processes = sorted(map(str, folder.iterdir())), os.cpu_count() or 1
    command = [sys.executable, str(ROOT / "tests/benchmarks/floor.py")]
    running = [
        subprocess.Popen([*command, *students[first::processes]], stdout=subprocess.PIPE, env=threads)
        for first in range(processes)
    ]
    return sum(float(process.communicate()[0]) for process in running)


def plain_pytest(sample: list[Path], place: Path) -> float:
    """Return the seconds that a pytest process takes which imports a submission."""
    walls = []
    for submission in sample:
        suite = place / "test_plain.py"
        suite.write_text(PLAIN.format(benchmarks=str(ROOT / "tests/benchmarks"), submission=str(submission)))
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--noconftest", str(suite)]
        started = time.perf_counter()
        ended = subprocess.run(
            command,
            cwd=place,
            stdout=subprocess.DEVNULL,
            env=os.environ | {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"},
        )
        assert ended.returncode in (0, 1), "pytest itself failed"
        walls.append(time.perf_counter() - started)
    return statistics.mean(walls)


def plain_nbgrader(place: Path) -> float | None:
    """Return the seconds that nbgrader's autograde takes for one submission, or None where it is not installed."""
    if importlib.util.find_spec("nbgrader") is None:
        return None
    return notebooks.plain(notebooks.made(place / "course", SAMPLE)).wall / SAMPLE


def scale(count: int) -> dict[str, str]:
    """Compare a small class with a large one, grade the large one again, and replay its costs for larger ones."""
    head = "submissions", "seconds", "processor seconds each", "MB of the main process", "MB of each process"
    rows: list[tuple[object, ...]] = [head]
    processes = os.cpu_count() or 1
    with tempfile.TemporaryDirectory() as place:
        idle = Path(place, "idle")
        for number in range(processes):
            shutil.copytree(courses.ASSIGNMENTS, idle / str(number))
        start = timed(grading(idle, Path(place, "out")))  # of processes that have next to nothing to do
        for size in (50, count):
            folder, out = make_class(Path(place, f"class{size}"), size), Path(place, f"out{size}")
            used = timed(grading(folder, out))
            each = f"{(used.processor - start.processor) / size:.3f}"
            memory = f"{used.own_mb:.0f}", f"{used.helpers_mb / processes:.0f}"
            rows.append((f"{size:,}", f"{used.wall:.1f}", each, *memory))
        results = [path.read_bytes() for path in out.rglob("results.json")]
    costs = [json.loads(each)["extra_data"]["timings"]["seconds"] for each in results]
    size = statistics.mean(map(len, results))
    text = f"{processes} processes; their start, {start.processor:.1f} processor seconds, is not in the third column."
    handling = (used.own - start.own) / count
    return {
        "scale": f"{text}\n\n{page.table(*rows)}",
        "simulation": simulation.table(costs, handling, size),
    }


def again(count: int) -> dict[str, str]:
    """Time a second run over a class whose results are there; they are made of those of its kinds, each with its own digest."""
    course = courses.course()
    with tempfile.TemporaryDirectory() as place:
        folder, out = make_class(Path(place, "class"), count), Path(place, "out")
        kinds = Path(place, "kinds")
        for student in sorted(folder.iterdir())[: len(notebooks.KINDS)]:
            shutil.copytree(student, kinds / student.name)
        timed(grading(kinds, out))
        made = [
            json.loads((out / each.name / "results.json").read_text("utf-8"))
            for each in sorted(kinds.iterdir())
        ]
        for number, student in enumerate(sorted(folder.iterdir())):
            submission = intake.read(student, course)
            results = made[number % len(made)]
            results["extra_data"] |= {"submission": submission.digest, "seed": suites.seed_of(submission)}
            (out / student.name).mkdir(exist_ok=True)
            gradescope.write(out / student.name / "results.json", results)
        runs = [timed(grading(folder, out)) for _ in range(3)]
        assert len(list(out.glob("*/results.json"))) == count
    wall = statistics.median(run.wall for run in runs)
    text = f"{count:,} submissions, unchanged: {wall:.1f} seconds, {runs[0].own_mb:.0f} MB of the main process (median of 3 runs)."
    return {"again": text}


def kills(count: int) -> dict[str, str]:
    """Kill a run with -9 at random moments and resume it, until the class is graded; compare with an undisturbed run."""
    moments = random.Random(1)
    killed = rounds = 0
    with tempfile.TemporaryDirectory() as place:
        folder = make_class(Path(place, "class"), 60)
        timed(grading(folder, Path(place, "whole")))
        while killed < count:
            rounds += 1
            out = Path(place, f"out{rounds}")
            while True:
                process = subprocess.Popen(grading(folder, out))
                try:
                    process.wait(moments.uniform(0.2, 8) if killed < count else None)
                    break
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()
                    killed += 1
            assert process.returncode == 0
            assert _without_times(out) == _without_times(Path(place, "whole")), "a kill left its mark"
    text = (
        f"{killed} kills in {rounds} runs of a class of 60: every gradebook and every result as undisturbed."
    )
    return {"kills": text}


def _without_times(out: Path) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for path in sorted(each for each in out.rglob("*") if each.is_file()):
        text = path.read_text("utf-8")
        if path.suffix == ".json":
            results = json.loads(text)
            del results["extra_data"]["timings"]
            found[str(path.relative_to(out))] = results
        else:
            found[str(path.relative_to(out))] = text
    return found


def main() -> None:
    """Measure one of the four, print it, and write it down."""
    measures = {
        "throughput": (throughput, 200),
        "scale": (scale, 5000),
        "again": (again, 5000),
        "kills": (kills, 20),
    }
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("what", choices=measures)
    parser.add_argument("--count", type=int)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    measure, usual = measures[options.what]
    for name, found in measure(options.count or usual).items():
        print(f"{found}\n")
        if options.write:
            page.write(name, found, "scaling.md")


if __name__ == "__main__":
    main()
