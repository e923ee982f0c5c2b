"""How long large classes take: measured costs, replayed over more processes than there are here.

One process hands submissions out and takes results in, one after the other; the others grade. It is the
design of ``graders.engine.bulk``, with nothing in the way: network and disk are not in it.
"""

from __future__ import annotations

import heapq
import random

import page

CASES = ((10_000, 2), (100_000, 16), (1_000_000, 16), (1_000_000, 64), (1_000_000, 256), (1_000_000, 1024))


def replay(costs: list[float], handling: float, count: int, processes: int) -> float:
    """Return the seconds until all is graded.

    Parameters
    ----------
    costs
        Seconds that submissions took, of which each is drawn by chance.
    handling
        Seconds of the main process for one submission, from reading it to its row.
    count, processes
        How many submissions, and how many processes to grade them.
    """
    draw = random.Random(1).choice
    free = [0.0] * processes  # when each process has nothing to do
    handed = ended = 0.0
    for _ in range(count):
        handed = max(handed + handling, free[0])
        done = handed + draw(costs)
        ended = max(ended, done)
        heapq.heapreplace(free, done)
    return ended


def table(costs: list[float], handling: float, size: float) -> str:
    """Return what classes take, from costs and handling in seconds, and results of ``size`` bytes each."""
    rows: list[tuple[object, ...]] = [("submissions", "processes", "hours", "of them busy", "GB of results")]
    mean = sum(costs) / len(costs)
    for count, processes in CASES:
        took = replay(costs, handling, count, processes)
        busy = count * mean / (processes * took)
        rows.append(
            (f"{count:,}", processes, f"{took / 3600:.2f}", f"{busy:.0%}", f"{count * size / 1e9:.2f}")
        )
    text = f"Replayed: {mean:.3f} s a submission, {handling * 1e3:.1f} ms of the main process, {size / 1e3:.1f} kB."
    return f"{text}\n\n{page.table(*rows)}"
