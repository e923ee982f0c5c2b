"""How much may be computed for one verdict, counted and not clocked: the same on every machine."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from graders.engine.equivalence.program import Program

DIGITS: Final = (50, 400, 3_000, 20_000)

# About the microseconds of a plain and of a dear operation with so many digits.
_COSTS: Final = {50: (1.0, 5.0), 400: (1.5, 16.0), 3_000: (10.0, 600.0), 20_000: (130.0, 10_000.0)}
VERDICT: Final = 800_000.0
WITNESS: Final = 100_000.0  # for finding a point that shows it


@dataclass
class Budget:
    """Work that may still be done."""

    left: float = VERDICT

    def allows(self, digits: int, *programs: Program) -> bool:
        """Take the cost of evaluating the programs once, if it is still there."""
        plain, dear = _COSTS[digits]
        cost = sum(plain * each.cheap + dear * each.dear for each in programs)
        if cost > self.left:
            return False
        self.left -= cost
        return True
