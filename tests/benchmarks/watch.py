"""How long a student waits from saving a file to its lesson's verdict, beside the bare calls.

    python tests/benchmarks/watch.py [--times 7] [--write]

Each lesson is saved as a right answer, differing from the last by a comment. The bare calls are what the suite
asks of the student's functions and of the reference's, in a process that has imported all it needs.
"""

from __future__ import annotations

import argparse
import contextlib
import statistics
import tempfile
import threading
import time
from pathlib import Path

import floor
import page

from graders.engine import course as courses
from graders.engine import intake, keys, suites, watch


def main() -> None:
    """Measure, print, and write down."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--times", type=int, default=7)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    course = courses.course()
    rows: list[tuple[object, ...]] = [("lesson", "seconds from save to verdict", "of them the bare calls")]
    with tempfile.TemporaryDirectory() as place, watched(Path(place)) as waits:
        for lesson in course.lessons:
            source = (courses.REFERENCE / f"{lesson.module}.py").read_text("utf-8")
            took = [waits(lesson.module, f"{source}\n# {number}\n") for number in range(options.times)]
            bare = [calls(Path(place), lesson) for _ in range(options.times)]
            rows.append((lesson.title, f"{statistics.median(took):.2f}", f"{statistics.median(bare):.2f}"))
    found = page.table(*rows)
    print(found)
    if options.write:
        page.write("watch", found, "for_students.md")


@contextlib.contextmanager
def watched(folder: Path):
    """Watch a folder; yield what saves a lesson, and returns how long its verdict takes."""
    seen, done = threading.Event(), threading.Event()
    keys.reading = lambda: contextlib.nullcontext(lambda seconds: "q" if done.wait(seconds) else "")
    course = courses.course()
    thread = threading.Thread(target=watch.run, args=(folder, course, lambda _: seen.set(), lambda _: None))
    thread.start()
    time.sleep(8)  # all is imported, and warm

    def save(module: str, text: str) -> float:
        seen.clear()
        started = time.perf_counter()
        (folder / f"{module}.py").write_text(text, "utf-8")
        seen.wait(60)
        took = time.perf_counter() - started
        time.sleep(0.3)
        return took

    yield save
    done.set()
    thread.join()


def calls(folder: Path, lesson: courses.Lesson) -> float:
    """Return the seconds of a lesson's bare calls."""
    module = floor.imported(intake.read(folder, courses.course()), lesson.module)
    started = time.perf_counter()
    for item in suites.items(lesson):
        floor.run(item, module, lambda check, value: True, suites.PRACTICE)
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
