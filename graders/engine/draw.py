"""Points that no student can learn by heart: drawn per submission and item, the same for a re-run."""

from __future__ import annotations

import contextlib
import hmac
from collections.abc import Iterator
from contextvars import ContextVar

import numpy as np

from graders.engine.plain import Floats

_SEED: ContextVar[int] = ContextVar("seed", default=0)


def seed_of(*parts: object, key: bytes = b"") -> int:
    """Return a seed that depends on all parts and the key, and on nothing else."""
    digest = hmac.digest(key, "\0".join(map(str, parts)).encode(), "sha256")
    return int.from_bytes(digest[:7], "big")  # exact in JSON's numbers as well


@contextlib.contextmanager
def seeded(seed: int) -> Iterator[Draw]:
    """Make ``seed`` what everything random in an item depends on."""
    token = _SEED.set(seed)
    try:
        yield Draw(seed)
    finally:
        _SEED.reset(token)


def seed() -> int:
    """Return the seed of the item that is being judged."""
    return _SEED.get()


class Draw:
    """Draws numbers with few digits, so that they read well in the feedback."""

    def __init__(self, seed: int) -> None:
        self.seed = seed
        self.rng = np.random.default_rng(seed)

    def number(self, low: float, high: float, digits: int = 2) -> float:
        """Draw a number that is not whole."""
        while True:
            found = round(float(self.rng.uniform(low, high)), digits)
            if found != round(found):
                return found

    def numbers(self, count: int, low: float, high: float, digits: int = 2) -> list[float]:
        """Draw numbers, none of them whole."""
        return [self.number(low, high, digits) for _ in range(count)]

    def points(self, count: int, low: float, high: float) -> list[tuple[float, float]]:
        """Draw points of the plane whose coordinates differ in magnitude."""
        found: list[tuple[float, float]] = []
        while len(found) < count:
            x, y = self.numbers(2, low, high)
            if abs(abs(x) - abs(y)) > 0.1 * (high - low) and min(abs(x), abs(y)) > 0.02 * (high - low):
                found.append((x, y))
        return found

    def array(self, shape: int | tuple[int, ...], low: float, high: float) -> Floats:
        """Draw an array."""
        return np.round(self.rng.uniform(low, high, shape), 2)
