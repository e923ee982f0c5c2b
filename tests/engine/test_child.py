"""A child process as the trusted side sees it: how its end is told."""

import os
import signal
import sys

import pytest

from graders.engine import child


@pytest.mark.skipif(sys.platform == "win32", reason="signals are Unix's")
@pytest.mark.parametrize(
    ("status", "words"),
    [
        (0, "ended the Python process (exit status 0)"),
        (3 << 8, "ended the Python process (exit status 3)"),
        ("SIGXCPU", "used up its processor time"),
        ("SIGSEGV", "crashed the Python process (SIGSEGV)"),
        ("SIGABRT", "crashed the Python process (SIGABRT)"),
        ("SIGKILL", "ended the Python process (SIGKILL)"),
    ],
)
def test_endings(status, words):
    """Students read whether their code ended, crashed or used up its time, with the status or the signal."""
    assert child._ending(getattr(signal, status) if isinstance(status, str) else status) == words


def test_an_ending_on_windows(monkeypatch):
    """There are no signals: the exit status is told as it is."""
    monkeypatch.setattr(os, "name", "nt")
    assert child._ending(9) == "ended the Python process (exit status 9)"
