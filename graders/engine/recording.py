"""A recording: what the suites ask at public points, and what right and mistaken answers to that are, as numbers alone.

It stands in the reference's place where students may look: it holds no formula. Expressions are values at points,
words are salted hashes, and mistakes are what they lead to on each line. ``recorder`` makes one where the reference is,
``replay`` makes items of it again.
"""

from __future__ import annotations

import hashlib
from typing import Final

import msgspec

from graders.engine.checks.sampled import Samples
from graders.engine.worker import wire


class _Plain(msgspec.Struct, frozen=True, array_like=True):
    """Plain data; which struct it is stands in its first element."""


class Numbers(_Plain, frozen=True, tag="numbers"):
    """Numbers of a shape."""

    shape: tuple[int, ...]
    values: list[float]


class Word(_Plain, frozen=True, tag="word"):
    """A word, as its salted hash."""

    digest: bytes


class Sampled(_Plain, frozen=True, tag="sampled"):
    """An expression, as its values at points."""

    samples: Samples


class Picture(_Plain, frozen=True, tag="picture"):
    """A figure's curves."""

    figure: wire.Figure


class Nothing(_Plain, frozen=True, tag="nothing"):
    """No answer: it raises."""


class Same(_Plain, frozen=True, tag="same"):
    """Whatever the check itself expects."""


Value = Numbers | Word | Sampled | Picture | Nothing | Same


class CloseTo(_Plain, frozen=True, tag="close"):
    """See ``checks.close``; ``error`` is that of a measured value."""

    numbers: Numbers
    relative: float
    up_to_constant: bool
    length: float | None
    error: float


class Equals(_Plain, frozen=True, tag="equals"):
    """See ``checks.sampled``."""

    samples: Samples
    positive: bool
    up_to_constant: bool


class Points(_Plain, frozen=True, tag="points"):
    """See ``checks.points``."""

    points: list[float]


class Choice(_Plain, frozen=True, tag="choice"):
    """See ``checks.choice``."""

    digest: bytes
    choices: list[str]
    exact: bool


class Shows(_Plain, frozen=True, tag="shows"):
    """See ``checks.figure``."""

    x: Numbers
    wanted: dict[str, Numbers]
    shifted: list[str]
    legend: bool
    labels: bool


class Widest(_Plain, frozen=True, tag="widest"):
    """See ``checks.line``."""

    line: Numbers
    points: Numbers
    labels: Numbers


class Learns(_Plain, frozen=True, tag="learns"):
    """See ``checks.training``."""

    accuracy: float
    seed: int


class Echo(_Plain, frozen=True, tag="echo"):
    """The number that the student answered before: an entry of the answer on an earlier line."""

    line: int
    entry: int


Spec = CloseTo | Echo | Equals | Points | Choice | Shows | Widest | Learns


class Asked(msgspec.Struct, frozen=True):
    """One line of a suite: a call, and the check on what comes back."""

    function: str
    arguments: list[wire.Argument]
    check: Spec


class Slip(msgspec.Struct, frozen=True):
    """A mistake: for each of its ways, what it leads to on every line."""

    name: str
    advice: str
    ways: list[list[Value]]


class Followed(msgspec.Struct, frozen=True):
    """What right implementations make of a way of an earlier item's mistake, on every line."""

    earlier: str
    slip: str
    way: int
    ways: list[list[Value]]


class Recorded(msgspec.Struct, frozen=True):
    """One item."""

    name: str
    title: str
    points: float
    hint: str
    lines: list[Asked]
    slips: list[Slip]
    follows: list[Followed]


class Recording(msgspec.Struct, frozen=True):
    """A course, by its lessons' modules."""

    lessons: dict[str, list[Recorded]]


SALT: Final = b"calcgrade recording"


def hashed(word: str) -> bytes:
    """Return a word's salted hash."""
    return hashlib.pbkdf2_hmac("sha256", word.encode(), SALT, 200_000, 16)


def encode(recording: Recording) -> bytes:
    """Return a recording as it is written."""
    return msgspec.msgpack.encode(recording)


def decode(data: bytes) -> Recording:
    """Return a recording that was written."""
    return msgspec.msgpack.decode(data, type=Recording)
