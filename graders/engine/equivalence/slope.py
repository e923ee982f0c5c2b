"""The slopes of two expressions at a point that reads well: what shows that an antiderivative is none."""

from __future__ import annotations

from typing import Any, Final

from flint import arb, ctx, fmpq

from graders.engine.equivalence import sampling
from graders.engine.equivalence.balls import Missing, evaluate
from graders.engine.equivalence.budget import DIGITS, WITNESS, Budget
from graders.engine.equivalence.program import Malformed, Program, program
from graders.engine.worker import wire

_STEP: Final = fmpq(1, 10**12)  # its square is far below what is shown, its inverse far from the 50th digit


def slopes(
    answer: wire.Expression, expected: wire.Expression, *, positive: bool = False
) -> tuple[dict[str, float], float, float] | None:
    """Return a point where the slopes of two expressions in one symbol differ, plainly if any, and both slopes.

    ``None``: where there is no such point, or where there are more symbols.
    """
    try:
        found, wanted = program(answer, answer.roots[0]), program(expected, expected.roots[0])
    except (Malformed, IndexError):
        return None
    names = found.symbols | wanted.symbols
    if len(names) != 1:
        return None
    budget, closest = Budget(WITNESS), None
    for point in sampling.readable(names, positive, None):
        if not budget.allows(DIGITS[0], found, found, wanted, wanted):
            break
        pair = [_slope(each, point) for each in (found, wanted)]
        if pair[0] is None or pair[1] is None:
            continue
        if abs(pair[0] - pair[1]) > 1e-3 * max(1.0, abs(pair[1])):
            return sampling.shown(point), pair[0], pair[1]
        if closest is None and abs(pair[0] - pair[1]) > 1e-8 * max(1.0, abs(pair[1])):
            closest = sampling.shown(point), pair[0], pair[1]
    return closest


def _slope(steps: Program, point: dict[str, Any]) -> float | None:
    ahead, behind = (
        evaluate(steps, {name: value + step for name, value in point.items()}, DIGITS[0])
        for step in (_STEP, -_STEP)
    )
    if isinstance(ahead, Missing) or isinstance(behind, Missing):
        return None
    with ctx.workdps(DIGITS[0]):
        rise = (ahead - behind) / arb(2 * _STEP)
    return round(float(rise), 9) if rise.is_finite() else None
