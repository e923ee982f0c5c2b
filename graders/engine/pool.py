"""Graders side by side: processes of our own, each with a warm worker of its own, started when first needed."""

from __future__ import annotations

import functools
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import connection, util
from typing import Any, TypeVar

from graders.engine import sandbox
from graders.engine.course import Limits

Result = TypeVar("Result")


@functools.cache
def worker(limits: Limits, level: str = "auto") -> sandbox.Sandbox:
    """Return this process' own warm worker; it ends with the process."""
    started = sandbox.start(limits, level)
    util.Finalize(None, started.close, exitpriority=1)  # a pool's processes run nothing else at their end
    return started


def run(
    function: Callable[..., Result], tasks: Iterable[tuple[Any, ...]], jobs: int | None = None
) -> Iterator[Result]:
    """Yield ``function(*task)`` for every task, in order, computed in ``jobs`` processes (default: a core each)."""
    with executor(jobs) as pool:
        yield from pool.map(function, *zip(*tasks, strict=True))


def executor(jobs: int | None = None) -> ProcessPoolExecutor:
    """Return a pool of processes, of which none outlives this one, however this one ends."""
    return ProcessPoolExecutor(jobs, initializer=_initialise)


def _initialise() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever started the pool decides
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)
