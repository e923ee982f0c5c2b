"""The verdict on two expressions: exact where it can be, and otherwise by values with their error bounds."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from random import Random
from typing import Any, Final, Literal, TypeAlias

from flint import arb, ctx

from graders.engine.equivalence import modular, sampling
from graders.engine.equivalence.balls import UNDECIDED, UNDEFINED, Missing, evaluate, magnitude
from graders.engine.equivalence.budget import DIGITS, WITNESS, Budget
from graders.engine.equivalence.program import Malformed, Program, program
from graders.engine.equivalence.sampling import Point
from graders.engine.worker import wire

ENOUGH: Final = 4  # points of agreement, and half of those where the expected expression is defined

_EXACT: Final = arb(10) ** -25  # of the value
_ROUNDED: Final = arb(10) ** -6  # of the size of the terms, where an answer holds floats
_FLOOR: Final = arb(10) ** -8  # below which a value counts as that large
_NOTICEABLE: Final = arb(10) ** -3
_TINY: Final = arb(10) ** -300

Judgement: TypeAlias = Literal["equal", "different", "undefined", "skipped", "later"]
Outcome: TypeAlias = Literal["same", "different", "undefined", "symbols", "undecided"]


@dataclass(frozen=True)
class Verdict:
    """What a comparison came to, and where it shows.

    ``at`` is a point of the domain where they differ, or where the answer is undefined; ``found`` and
    ``wanted`` are the two values there. Up to a constant, no single point shows it.
    """

    outcome: Outcome
    at: dict[str, float] | None = None
    found: float | None = None
    wanted: float | None = None
    symbols: tuple[str, ...] = ()


def symbols(expression: wire.Expression, root: int) -> frozenset[str]:
    """Return the names of the symbols below a node."""
    try:
        return program(expression, root).symbols
    except Malformed:
        return frozenset()


def number(expression: wire.Expression, root: int) -> float | None:
    """Return the value of an entry without symbols; ``None`` where it has none that can be told."""
    try:
        steps = program(expression, root)
    except Malformed:
        return None
    if steps.symbols:
        return None
    budget = Budget()
    for digits in DIGITS:
        if not budget.allows(digits, steps):
            return None
        value = evaluate(steps, {}, digits)
        if value is UNDEFINED:
            return None
        if value is not UNDECIDED:
            if abs(value) < _TINY:
                return 0.0
            if value.rel_accuracy_bits() >= 64:
                return _float(value)
    return None


def compare(
    answer: wire.Expression,
    expected: wire.Expression,
    *,
    entry: int = 0,
    positive: bool = False,
    up_to_constant: bool = False,
    variables: frozenset[str],
    seed: int,
) -> Verdict:
    """Decide whether an entry of the answer is the same function as that of the expected expression.

    Parameters
    ----------
    entry
        Which of the roots, in both.
    positive
        The domain: positive values of all symbols, else all real ones.
    up_to_constant
        Whether a term that doesn't change with ``variables`` may be added.
    variables
        The symbols that may occur. Others are constants, up to a constant, and refused otherwise.
    seed
        What everything random depends on.
    """
    try:
        wanted = program(expected, expected.roots[entry])
    except Malformed:
        return Verdict("undecided")
    try:
        found = program(answer, answer.roots[entry])
    except (Malformed, IndexError):
        return Verdict("undefined")
    strange = found.symbols - variables - wanted.symbols
    if strange and not up_to_constant:
        return Verdict("symbols", symbols=tuple(sorted(strange)))
    random = Random(seed)
    names = variables if up_to_constant else variables | wanted.symbols
    equal = None
    if found.rational and wanted.rational:
        equal = modular.equal(found, wanted, names, up_to_constant, random)
        if equal is not False:
            return Verdict("same" if equal else "undefined")
    pair = _Pair(found, wanted, found.floats or wanted.floats)
    outcome: Outcome
    if equal is False and not pair.rounded:
        outcome, where = "different", None
    else:
        outcome, where = _sampled(pair, names, positive, up_to_constant, random)
    if up_to_constant or outcome not in ("different", "undefined"):
        return Verdict(outcome)
    return pair.witness(outcome, sampling.readable(names, positive, where), where)


def _sampled(
    pair: _Pair, names: frozenset[str], positive: bool, up_to_constant: bool, random: Random
) -> tuple[Outcome, Point | None]:
    budget = Budget()
    points = sampling.generic(names, positive, random)
    if not up_to_constant:
        return _over(pair, points, None, budget)
    constants = (pair.answer.symbols | pair.expected.symbols) - names
    agreed = 0
    outcome: Outcome = "undefined"
    for fixed in sampling.constants(constants, random):
        family = [point | fixed for point in points]
        base = next((point for point in family if pair.defined(point, budget)), None)
        if base is None:
            continue  # as log(C) is for negative C
        outcome, where = _over(pair, family, base, budget)
        if outcome != "same":
            return outcome, where
        agreed += 1
        if agreed == 2:
            break
    return outcome, None


def _over(
    pair: _Pair, points: list[Point], base: Point | None, budget: Budget
) -> tuple[Outcome, Point | None]:
    """Judge all points with few digits, then the open ones with more, while the budget lasts."""
    equal, wanted, undefined = 0, len(points), None
    for digits in DIGITS:
        later = []
        if not budget.allows(digits, pair.answer, pair.expected):
            break
        origin = pair.values(base, digits) if base is not None else (arb(0), arb(0))
        for point in points:
            if not budget.allows(digits, pair.answer, pair.expected):
                later.append(point)
                continue
            judgement = pair.judge(point, base, origin, digits)
            if judgement == "different":
                return "different", point
            if judgement == "undefined":
                undefined = undefined or point
            elif judgement == "skipped":
                wanted -= 1
            elif judgement == "equal":
                equal += 1
            else:
                later.append(point)
        points = later
    if undefined is not None:
        return "undefined", undefined
    return ("same" if equal >= max(ENOUGH, wanted / 2) else "undecided"), None


@dataclass
class _Pair:
    """The two programs, evaluated side by side."""

    answer: Program
    expected: Program
    rounded: bool

    def values(self, point: Point, digits: int) -> tuple[Any, Any]:
        return evaluate(self.answer, point, digits), evaluate(self.expected, point, digits)

    def defined(self, point: Point, budget: Budget) -> bool:
        if not budget.allows(DIGITS[0], self.answer, self.expected):
            return False
        return not any(isinstance(value, Missing) for value in self.values(point, DIGITS[0]))

    def judge(self, point: Point, base: Point | None, origin: tuple[Any, Any], digits: int) -> Judgement:
        """Compare the two values, less those at the origin: zeros, or the values at a base."""
        if point is base:
            return "skipped"
        found, wanted = self.values(point, digits)
        if wanted is UNDEFINED:
            return "skipped"
        if found is UNDEFINED:
            return "later" if wanted is UNDECIDED else "undefined"
        if any(isinstance(value, Missing) for value in (found, wanted, *origin)):
            return "later"
        with ctx.workdps(digits):
            found, wanted = found - origin[0], wanted - origin[1]
            distance = abs(found - wanted)
            allowed = self._allowed(wanted, [point] if base is None else [point, base])
            return "equal" if distance <= allowed else "different" if distance > allowed else "later"

    def _allowed(self, wanted: Any, points: Iterable[Point]) -> Any:
        if not self.rounded:
            return _EXACT * abs(wanted).max(_FLOOR)
        sizes = [magnitude(self.expected, point) for point in points]
        known = [size for size in sizes if not isinstance(size, Missing)]
        return _ROUNDED * sum(known, arb(0)).max(_FLOOR)

    def witness(self, outcome: Outcome, points: Iterable[Point], found: Point | None) -> Verdict:
        """Show the outcome at the first of some points where it is plain to see, else where it was found."""
        budget = Budget(WITNESS)
        for point in points:
            if not budget.allows(DIGITS[0], self.answer, self.expected):
                break
            if self._shows(outcome, *self.values(point, DIGITS[0])):
                return self._at(outcome, point)
        return Verdict(outcome) if found is None else self._at(outcome, found)

    def _shows(self, outcome: Outcome, found: Any, wanted: Any) -> bool:
        if isinstance(wanted, Missing) or isinstance(found, Missing):
            return outcome == "undefined" and found is UNDEFINED and not isinstance(wanted, Missing)
        if outcome == "undefined":
            return False
        return bool(abs(found - wanted) > _NOTICEABLE * abs(wanted).max(_NOTICEABLE))

    def _at(self, outcome: Outcome, point: Point) -> Verdict:
        found, wanted = self.values(point, DIGITS[0])
        return Verdict(outcome, sampling.shown(point), _float(found), _float(wanted))


def _float(value: Any) -> float | None:
    rounded = math.nan if isinstance(value, Missing) else float(value)
    return rounded if math.isfinite(rounded) else None
