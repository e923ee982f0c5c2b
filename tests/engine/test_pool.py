"""Processes side by side: they leave Ctrl-C to whoever started them, and none outlives that one."""

import multiprocessing
import os
import signal
import sys
import types

import pytest

from graders.engine import pool


def test_without_dask(monkeypatch):
    """Whoever asks for a cluster and has no Dask is told what to install."""
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(pool.ClusterError, match=r"pip install 'calcgrade\[cluster\]'"):
        pool.cluster("tcp://127.0.0.1:9")


def test_ctrl_c_is_the_parents():
    """A process of the pool goes on after Ctrl-C: what is in hand is finished."""
    before = signal.getsignal(signal.SIGINT)
    try:
        pool._initialise()
        assert signal.getsignal(signal.SIGINT) == signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)


def test_it_ends_with_its_parent(monkeypatch):
    """As soon as the process that started it is gone, a process of the pool ends; the first of all has no parent."""
    ended = []
    monkeypatch.setattr(os, "_exit", ended.append)
    pool._end_with_parent()
    assert ended == []
    ours, theirs = multiprocessing.Pipe()
    monkeypatch.setattr(multiprocessing, "parent_process", lambda: types.SimpleNamespace(sentinel=ours))
    theirs.close()
    pool._end_with_parent()
    ours.close()
    assert ended == [1]


def test_a_cluster_without_workers(monkeypatch):
    """A scheduler that nobody works for is told, not waited for without end."""
    distributed = pytest.importorskip("distributed")
    monkeypatch.setattr(pool, "WORKERS_SECONDS", 0.2)
    with (
        distributed.LocalCluster(
            n_workers=0, protocol="tcp", processes=False, dashboard_address=":0"
        ) as cluster,
        pytest.raises(pool.ClusterError, match="no worker has joined"),
    ):
        pool.cluster(cluster.scheduler_address)
