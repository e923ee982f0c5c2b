"""Graders side by side: processes of our own, each with a warm worker of its own, started when first needed."""

from __future__ import annotations

import functools
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from multiprocessing import connection, util
from typing import Any, Final, TypeVar

from graders.engine import sandbox
from graders.engine.course import Limits

Result = TypeVar("Result")
WORKERS_SECONDS: Final = 60  # for the first worker of a cluster to join


class ClusterError(Exception):
    """There is no cluster to grade on; the message says what to do."""


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


def cluster(address: str) -> Executor:
    """Return what a Dask cluster's processes do the work by: nothing but bytes travels there and back.

    Raises
    ------
    ClusterError
        When ``distributed`` is not installed, nobody answers at the address, or no worker joins in a minute.
    """
    try:
        from distributed import Client
    except ImportError:
        raise ClusterError("--cluster needs Dask: pip install 'calcgrade[cluster]'") from None
    try:
        client = Client(address, timeout="10s")
    except (OSError, ValueError) as error:
        raise ClusterError(f"--cluster {address}: no scheduler answers there ({error})") from None
    try:
        client.wait_for_workers(1, timeout=WORKERS_SECONDS)
    except TimeoutError:
        client.close()
        raise ClusterError(f"--cluster {address}: no worker has joined that scheduler") from None
    connected: Executor = client.get_executor(pure=False)
    return connected


def _initialise() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever started the pool decides
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)
