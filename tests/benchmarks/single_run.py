"""How much longer a whole run of `pytest graders` takes than the bare calls, and what has which share in it.

    python tests/benchmarks/single_run.py [--rounds 15] [--write]

The floor is one plain process that imports the same libraries and calls the reference's functions with
the same arguments as often as the run asks the submission's: no pytest, no worker, no checks. All are
measured in turns, and ratios of medians are told. ``--write`` puts them into docs/for_developers.md.
"""

from __future__ import annotations

import argparse
import os
import pickle
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import page

ROOT = Path(__file__).resolve().parents[2]
SEED = 1

FLOOR = """
import os, pickle, sys
os.environ["OPENBLAS_NUM_THREADS"] = "1"
import importlib.util
import numpy as np, sympy, scipy.optimize, matplotlib
matplotlib.use("Agg")
import matplotlib.pyplot as plt

folder, recorded = sys.argv[1:]
NAMES = {name: getattr(np, name) for name in "abs cos exp log pi sin sqrt tanh".split()}

def revive(kind, value, module):
    if kind == "formula":
        text, variables = value
        code = compile(text, "formula", "eval")
        return lambda *a: np.broadcast_to(eval(code, dict(NAMES), dict(zip(variables, a))), np.shape(a[0])) + 0.0
    if kind == "expression":
        return sympy.sympify(value)
    if kind == "MLP":
        instance = module.MLP.__new__(module.MLP)
        instance.__dict__.update(value)
        return instance
    return value

with open(recorded, "rb") as file:
    lessons = pickle.load(file)
for name, calls in lessons.items():
    spec = importlib.util.spec_from_file_location(name, f"{folder}/{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for function, arguments in calls:
        getattr(module, function)(*(revive(kind, value, module) for kind, value in arguments))
        plt.close("all")
"""

IMPORTS = "import numpy, sympy, scipy.optimize, matplotlib.pyplot"
SHARES = {
    "the imports alone": IMPORTS,
    "pytest alone": "import pytest; pytest.main(['--version'])",
    "imports of the trusted side": "import numpy, flint, msgspec, yaml, sympy, graders.engine.suites",
}
BESIDE = {
    "`pytest graders`": "the imports and calls",
    "`pytest graders -k lesson03`": "the imports alone",
}


def record() -> dict[str, list[Any]]:
    """Return what a run asks of each lesson, in a form that needs nothing of the grader."""
    from graders.engine import course, references, rehearsal, score, suites

    lessons: dict[str, list[Any]] = {}
    for lesson in course.course().lessons:
        reference = references.load(lesson.module)
        judge = score.Judge(course.course(), lesson, rehearsal.student(vars(reference), reference), SEED)
        lines = [line for item in suites.items(lesson) for line in judge.transcript(item).lines]
        lessons[lesson.module] = [
            (line.function, [_plain(each) for each in line.arguments]) for line in lines
        ]
    return lessons


def _plain(argument: Any) -> tuple[str, Any]:
    if hasattr(argument, "spec"):
        return "formula", (argument.text, argument.variables)
    if hasattr(argument, "free_symbols"):
        return "expression", str(argument)
    return ("MLP", vars(argument)) if type(argument).__name__ == "MLP" else ("", argument)


def timed(command: list[str]) -> tuple[float, float]:
    """Run a command; return its wall-clock and its processor seconds, children included."""
    before, start = os.times(), time.perf_counter()
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    after = os.times()
    used = after.children_user + after.children_system - before.children_user - before.children_system
    return time.perf_counter() - start, used


def main() -> None:
    """Measure, print, and write down."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    graders = [sys.executable, "-m", "pytest", "graders", "--submission=reference", f"--seed={SEED}"]
    graders += ["-p", "no:cacheprovider"]
    calls = record()
    with tempfile.NamedTemporaryFile(suffix=".pickle") as file:
        pickle.dump(calls, file)
        file.flush()
        commands = {
            "the imports and calls": [sys.executable, "-c", FLOOR, str(ROOT / "reference"), file.name],
            "`pytest graders`": graders,
            "`pytest graders -k lesson03`": [*graders, "-k", "lesson03"],
            **{name: [sys.executable, "-c", code] for name, code in SHARES.items()},
        }
        times: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
        for _ in range(options.rounds + 1):  # the first warms the disk
            for name, command in commands.items():
                times[name].append(timed(command))
    middle = {name: statistics.median(wall for wall, _ in found[1:]) for name, found in times.items()}
    rows: list[tuple[object, ...]] = [("", "seconds", "ratio")]
    for name, seconds in middle.items():
        beside = BESIDE.get(name)
        rows.append((name, f"{seconds:.2f}", f"{seconds / middle[beside]:.2f} × {beside}" if beside else ""))
    found = (
        f"{sum(map(len, calls.values()))} calls; medians of {options.rounds} rounds.\n\n{page.table(*rows)}"
    )
    print(found)
    if options.write:
        page.write("single run", found, "for_developers.md")


if __name__ == "__main__":
    main()
