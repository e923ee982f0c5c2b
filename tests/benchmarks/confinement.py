"""What confinement costs: a lesson's child from fork to exit, strict beside basic, in milliseconds.

    python tests/benchmarks/confinement.py [ROUNDS]

Both kinds of child are measured in turns: forked, confined, the reference of lesson 3 loaded, ended. The
bare fork and exit of a process that has imported the same libraries stands beside them.
"""

from __future__ import annotations

import os
import statistics
import sys
import time

from graders.engine import course, intake, sandbox
from graders.engine.worker import wire

MODULE = "lesson03_gradient"


def child(worker: sandbox.Sandbox, load: wire.Load) -> float:
    """Return the milliseconds that one child takes."""
    start = time.perf_counter()
    one = worker.child()
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
    """Measure and print."""
    import matplotlib.pyplot  # noqa: F401 - what the worker has imported, for the bare fork
    import scipy.optimize  # noqa: F401
    import sympy  # noqa: F401

    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    sources = intake.read(course.REFERENCE, course.course()).sources
    load = wire.Load(MODULE, {f"{MODULE}.py": sources[f"{MODULE}.py"]}, {})
    limits = course.Limits()
    times: dict[str, list[float]] = {"strict": [], "basic": [], "bare fork": []}
    with sandbox.start(limits, "strict") as strict, sandbox.start(limits, "basic") as basic:
        for worker in (strict, basic):  # until all libraries are imported
            for _ in range(30):
                child(worker, load)
            time.sleep(2)
        for _ in range(rounds):
            times["strict"].append(child(strict, load))
            times["basic"].append(child(basic, load))
            times["bare fork"].append(bare())
    for name, found in times.items():
        print(f"  {name:10} median {statistics.median(found):6.2f} ms  best {min(found):6.2f} ms")
    ratio = statistics.median(times["strict"]) / statistics.median(times["basic"])
    print(f"strict ÷ basic: {ratio:.2f}")


if __name__ == "__main__":
    main()
