"""Rational expressions modulo a random prime: exact, without cancellation, microseconds even for x**(10**9).

Two different rational functions of degree d agree at a random point modulo a random prime p with
probability at most about d/p (Schwartz 1980, doi:10.1145/322217.322225; Zippel 1979).
"""

from __future__ import annotations

import functools
from random import Random
from typing import Final

from flint import fmpz

from graders.engine.equivalence.program import Program

BITS: Final = 127
RESIDUES: Final = 3


def equal(
    answer: Program, expected: Program, variables: frozenset[str], up_to_constant: bool, random: Random
) -> bool | None:
    """Decide whether two rational programs are equal, or differ by what ``variables`` don't change.

    ``None``: a division by zero at every try, as in 1/(x − x).
    """
    constants = (answer.symbols | expected.symbols) - variables
    for _ in range(3):
        p = _prime(random.getrandbits(64))
        try:
            return all(
                _agree(answer, expected, variables, constants, up_to_constant, p, random)
                for _ in range(2 if constants else 1)
            )
        except ZeroDivisionError:
            continue
    return None


def _agree(
    answer: Program,
    expected: Program,
    variables: frozenset[str],
    constants: frozenset[str],
    up_to_constant: bool,
    p: int,
    random: Random,
) -> bool:
    fixed = {name: random.randrange(p) for name in sorted(constants)}
    differences = set() if up_to_constant else {0}
    for _ in range(RESIDUES + up_to_constant):
        point = fixed | {name: random.randrange(p) for name in sorted(variables)}
        differences.add((_value(answer, point, p) - _value(expected, point, p)) % p)
    return len(differences) == 1


@functools.lru_cache(maxsize=64)
def _prime(seed: int) -> int:
    """Return a random prime; found once for all comparisons under one seed."""
    random = Random(seed)
    while True:
        candidate = random.getrandbits(BITS) | 1 << (BITS - 1) | 1
        if fmpz(candidate).is_probable_prime():  # Baillie–PSW: no composite is known that passes
            return candidate


def _value(program: Program, point: dict[str, int], p: int) -> int:
    """Return the value modulo ``p``.

    Raises
    ------
    ZeroDivisionError
        When a denominator is 0 modulo ``p``.
    """
    values: list[int] = []
    for step in program.steps:
        if step.number is not None:
            value = int(step.number.p) * _inverse(int(step.number.q) % p, p) % p
        elif step.head == "Symbol":
            value = point[step.name]
        elif step.head == "Add":
            value = sum(values[arg] for arg in step.args) % p
        elif step.head == "Mul":
            value = 1
            for arg in step.args:
                value = value * values[arg] % p
        else:
            value = _power(values[step.args[0]], step.whole_power or 0, p)
        values.append(value)
    return values[-1]


def _power(base: int, exponent: int, p: int) -> int:
    if base == 0:
        return _inverse(0, p) if exponent < 0 else int(exponent == 0)
    return pow(base, exponent % (p - 1), p)  # Fermat: base**(p − 1) is 1


def _inverse(value: int, p: int) -> int:
    if value == 0:
        raise ZeroDivisionError
    return pow(value, -1, p)
