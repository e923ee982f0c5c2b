"""What nbgrader's autograde costs with a kernel a notebook, and with calcgrade's worker in its place.

    python tests/benchmarks/notebooks.py [--count 6] [--write]

The same notebooks, of right, half-right and untouched submissions in equal parts, are graded twice by
nbgrader's own command: with its own configuration, where the test cells run the suites in the kernel, and
with that of this course. Then once more by ``calcgrade nbgrader autograde``.
"""

from __future__ import annotations

import argparse
import importlib.util
import itertools
import shutil
import sys
import tempfile
from pathlib import Path

import page
from usage import Used, timed

from graders.engine import course as courses

ROOT = Path(__file__).resolve().parents[2]
KINDS = (courses.REFERENCE, ROOT / "tests/submissions/half_right/submission", courses.ASSIGNMENTS)
MODULES = [lesson.module for lesson in courses.course().lessons]

_spec = importlib.util.spec_from_file_location("classroom", ROOT / "tests/notebooks/classroom.py")
assert _spec is not None
assert _spec.loader is not None
room = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(room)


def made(folder: Path, count: int) -> Path:
    """Make a course directory and a class that handed in notebooks."""
    folder.mkdir()
    room.make_course(folder)
    for number, kind in zip(range(count), itertools.cycle(KINDS), strict=False):
        for module in MODULES:
            source = (kind / f"{module}.py").read_text("utf-8")
            room.hand_in(folder, f"s{number}", module, room.filled(room.released(folder, module), source))
    return folder


def plain(folder: Path) -> Used:
    """Grade as nbgrader does by itself."""
    shutil.move(folder / "nbgrader_config.py", folder / "kept")
    used = _own_command(folder)
    shutil.move(folder / "kept", folder / "nbgrader_config.py")
    return used


def _own_command(folder: Path) -> Used:
    each = f"for name in {' '.join(MODULES)}; do {sys.executable} -m nbgrader autograde $name --force; done"
    return timed(["sh", "-c", each], cwd=folder, env=room.ENVIRONMENT)


def ours(folder: Path) -> Used:
    """Grade the same notebooks side by side."""
    command = [sys.executable, "-m", "graders.engine", "nbgrader", "autograde", "--force", "--quiet"]
    return timed(command, cwd=folder, env=room.ENVIRONMENT)


def main() -> None:
    """Measure, print, and write down."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--count", type=int, default=6)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder = made(Path(place, "course"), options.count)
        runs = {
            "`nbgrader autograde`, a kernel a notebook": plain(folder),
            "`nbgrader autograde`, this course": _own_command(folder),
            "`calcgrade nbgrader autograde`": ours(folder),
        }
    first = next(iter(runs.values())).processor
    rows = [("", "processor seconds a submission", "seconds a submission", "processor time")]
    for name, used in runs.items():
        each = f"{used.processor / options.count:.2f}", f"{used.wall / options.count:.2f}"
        rows.append((name, *each, f"1/{first / used.processor:.1f}"))
    found = page.table(*rows)
    print(found)
    if options.write:
        page.write("notebooks", found, "nbgrader.md")


if __name__ == "__main__":
    main()
