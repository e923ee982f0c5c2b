"""How much longer a whole run of `pytest graders` takes than the bare calls, and what has which share in it.

    python tests/benchmarks/single_run.py [ROUNDS]

The floor is one plain process that imports the same libraries and calls the reference's functions with
the same arguments as often as the run asks the submission's: no pytest, no worker, no checks. Both are
measured in turns, and the ratio of their medians is printed, with the best times beside it.
"""

from __future__ import annotations

import os
import pickle
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

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
    "floor: imports alone": IMPORTS,
    "pytest alone": "import pytest; pytest.main(['--version'])",
    "trusted side: imports of the engine": "import numpy, flint, msgspec, yaml, sympy, graders.engine.suites",
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
    """Measure and print."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    calls = record()
    with tempfile.NamedTemporaryFile(suffix=".pickle") as file:
        pickle.dump(calls, file)
        file.flush()
        commands = {
            "floor: imports and calls": [sys.executable, "-c", FLOOR, str(ROOT / "reference"), file.name],
            "pytest graders": [
                sys.executable, "-m", "pytest", "graders", "--submission=reference", f"--seed={SEED}", "-p", "no:cacheprovider"
            ],
            **{name: [sys.executable, "-c", code] for name, code in SHARES.items()},
        }  # fmt: skip
        times: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
        for _ in range(rounds + 1):  # the first warms the disk
            for name, command in commands.items():
                times[name].append(timed(command))
    print(f"{sum(map(len, calls.values()))} calls, {rounds} rounds; seconds of wall clock (processor)")
    middle = {}
    for name, found in times.items():
        walls, cpus = zip(*found[1:], strict=True)
        middle[name] = statistics.median(walls)
        print(
            f"  {name:38} median {middle[name]:6.3f}  best {min(walls):6.3f}  ({statistics.median(cpus):6.3f})"
        )
    ratio = middle["pytest graders"] / middle["floor: imports and calls"]
    best = min(times["pytest graders"])[0] / min(times["floor: imports and calls"])[0]
    print(f"pytest graders ÷ floor: {ratio:.2f} (of the best times: {best:.2f})")


if __name__ == "__main__":
    main()
