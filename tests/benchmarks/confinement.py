"""What confinement costs: a lesson's child from fork to exit, strict beside basic, in milliseconds.

    python tests/benchmarks/confinement.py [--rounds 200] [--write]

All kinds of child are measured in turns: forked, confined, the reference of lesson 3 loaded, ended; strict
ones with all libraries imported, and with NumPy alone. The bare fork and exit of a process that has imported
the same libraries stands beside them. ``--write`` puts the table into docs/for_developers.md.
"""

from __future__ import annotations

import argparse
import os
import statistics
import time

import page

from graders.engine import course, intake, sandbox
from graders.engine.worker import wire

MODULE = "lesson03_gradient"


def child(worker: sandbox.Sandbox, load: wire.Load, *, numbers: bool = False) -> float:
    """Return the milliseconds that one child takes."""
    start = time.perf_counter()
    one = worker.child(numbers=numbers)
    one.ask(load, 20)
    one.ask(wire.Run(), 20)
    one.close()
    return (time.perf_counter() - start) * 1e3


def bare() -> float:
    """Return the milliseconds of a fork and an exit of this process, which has imported the libraries."""
    start = time.perf_counter()
    pid = os.fork()
    if pid == 0:
        os._exit(0)
    os.waitpid(pid, 0)
    return (time.perf_counter() - start) * 1e3


def main() -> None:
    """Measure, print, and write down."""
    import matplotlib.pyplot  # noqa: F401 - what the worker has imported, for the bare fork
    import scipy.optimize  # noqa: F401 - the same
    import sympy  # noqa: F401 - the same

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    sources = intake.read(course.REFERENCE, course.course()).sources
    load = wire.Load(MODULE, {f"{MODULE}.py": sources[f"{MODULE}.py"]}, {})
    limits = course.Limits()
    times: dict[str, list[float]] = {"strict": [], "strict, NumPy alone": [], "basic": [], "bare fork": []}
    with sandbox.start(limits, "strict") as strict, sandbox.start(limits, "basic") as basic:
        for worker in (strict, basic):  # until all libraries are imported
            for _ in range(30):
                child(worker, load)
            time.sleep(2)
        for _ in range(options.rounds):
            times["strict"].append(child(strict, load))
            times["strict, NumPy alone"].append(child(strict, load, numbers=True))
            times["basic"].append(child(basic, load))
            times["bare fork"].append(bare())
    middle = {name: statistics.median(found) for name, found in times.items()}
    rows = [
        (name, f"{milliseconds:.1f}", f"{milliseconds / middle['basic']:.2f}")
        for name, milliseconds in middle.items()
    ]
    found = page.table(("a child", "milliseconds", "÷ basic"), *rows)
    print(found)
    if options.write:
        page.write("confinement", found, "for_developers.md")


if __name__ == "__main__":
    main()
