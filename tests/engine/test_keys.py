"""Single keys: none without a terminal, and Windows' own way to read them, from a keyboard made up here."""

import sys
from types import SimpleNamespace

import pytest

from graders.engine import keys


@pytest.fixture(autouse=True)
def clock(monkeypatch):
    """A clock that runs on by what is slept."""
    made = SimpleNamespace(now=0.0)
    made.monotonic = lambda: made.now
    made.sleep = lambda seconds: setattr(made, "now", made.now + seconds)
    monkeypatch.setattr(keys, "time", made)
    return made


def test_no_terminal(clock, monkeypatch):
    """Where the input is no terminal no key comes, and the wait is as long as with one."""
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(isatty=lambda: False))
    with keys.reading() as read:
        assert read(0.5) == ""
    assert clock.now == 0.5


@pytest.mark.parametrize(
    ("typed", "read"),
    [("q", "q"), ("ä", "ä"), ("", ""), ("\xe0H", ""), ("\x00;", ""), ("\xe0Hn", "n")],
)
def test_windows(clock, monkeypatch, typed, read):
    """A letter is read at once; arrows and function keys, which come as two characters, are passed over."""
    waiting = list(typed)
    keyboard = SimpleNamespace(kbhit=lambda: bool(waiting), getwch=lambda: waiting.pop(0))
    monkeypatch.setitem(sys.modules, "msvcrt", keyboard)
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(isatty=lambda: True))
    monkeypatch.setattr(sys, "platform", "win32")
    with keys.reading() as found:
        assert found(0.5) == read
    assert waiting == []
    assert (clock.now >= 0.5) == (read == "")
