"""How right and how fast the comparison of expressions is: the odd forms of the tests, and thousands of mutants.

    python tests/benchmarks/expressions.py [--mutants 3000] [--seeds 20] [--write]

The forms are those of tests/engine/test_equivalence.py, right, wrong and undefined ones, each with every
seed. A mutant is a right form in which one node is changed; what it ought to be is told by an oracle
that knows nothing of graphs, primes and balls: mpmath, 60 digits, at random points of the domain. --write puts
the numbers into docs/fairness.md.
"""

from __future__ import annotations

import argparse
import importlib.util
import itertools
import math
import random
import statistics
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import mpmath
import page
import sympy as sp
from sympy.functions.elementary.piecewise import ExprCondPair

TESTS = Path(__file__).resolve().parents[1] / "engine/test_equivalence.py"
POINTS = 12
CONSTANTS = ((1, 3), (0.2, 0.9), (-0.9, -0.2), (-3, -1))
LARGE = 100  # an exponent beyond it cancels more digits than the oracle has
NAMES = [sp.Symbol(name) for name in "xypqC"]
HEADS = [sp.exp, sp.log, sp.sin, sp.cos, sp.tanh, sp.Abs]


class Undefined(Exception):
    """There is no real value here."""


def forms() -> Any:
    """Return the module that holds the forms."""
    spec = importlib.util.spec_from_file_location("forms", TESTS)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def real(tree: Any, point: dict[str, Any]) -> Any:
    """Return the value of a tree in real numbers, node by node."""
    if tree.is_Symbol:
        return point[tree.name]
    if tree.is_number and not tree.args:
        return mpmath.mpf(sp.N(tree, 80))
    if isinstance(tree, sp.Piecewise):
        for value, condition in tree.args:
            if condition == True or holds(condition, point):  # noqa: E712 - SymPy's own true
                return real(value, point)
        raise Undefined
    below = [real(each, point) for each in tree.args]
    if isinstance(tree, sp.Add):
        value = mpmath.fsum(below)
    elif isinstance(tree, sp.Mul):
        value = mpmath.fprod(below)
    elif isinstance(tree, sp.Max | sp.Min):
        value = (max if isinstance(tree, sp.Max) else min)(below)
    else:
        stand_ins = sp.symbols(f"a:{len(below)}")
        function = sp.lambdify(stand_ins, tree.func(*stand_ins), "mpmath")
        try:
            value = function(*below)
        except (ZeroDivisionError, ValueError, TypeError) as error:
            raise Undefined from error
    if not mpmath.isfinite(value) or mpmath.im(value) != 0:
        raise Undefined
    return mpmath.re(value)


def holds(condition: Any, point: dict[str, Any]) -> bool:
    """Say whether a relation holds."""
    left, right = (real(each, point) for each in condition.args)
    return bool(
        {"<": left < right, ">": left > right, "!=": left != right, "==": left == right}[condition.rel_op]
    )


def oracle(
    found: Any, wanted: Any, variables: set[str], rng: random.Random, *, positive: bool, up_to_constant: bool
) -> str | None:
    """Say what two expressions are to each other; None where these digits cannot tell."""
    constants = sorted({each.name for each in found.free_symbols} - variables)
    for low, high in CONSTANTS if constants else CONSTANTS[:1]:  # log(C) has no value for every C
        fixed = {name: mpmath.mpf(rng.uniform(low, high)) for name in constants}
        differences = []
        for _ in range(POINTS):
            sign = 1 if positive else rng.choice((-1, 1))
            point = {name: mpmath.mpf(sign * math.exp(rng.uniform(-2.3, 3.7))) for name in sorted(variables)}
            try:
                should = real(wanted, point)
                differences.append((real(found, fixed | point) - should, abs(should) + 1))
            except Undefined:
                break
            except OverflowError:
                return None
        if len(differences) < POINTS:
            continue
        base = differences[0][0] if up_to_constant else 0
        ratios = [abs(each - base) / scale for each, scale in differences]
        if max(ratios) < mpmath.mpf(10) ** -25:
            return "same"
        return "different" if max(ratios) > mpmath.mpf(10) ** -20 else None
    return "different"


def is_plain(tree: Any) -> bool:
    """Say whether a form is small and exact, so that the oracle's digits are enough."""
    first = list(itertools.islice(sp.preorder_traversal(tree), 60))
    large = any(each.is_Integer and abs(each) > LARGE for each in first)
    return len(first) < 60 and not large and not any(isinstance(each, sp.Float | sp.Poly) for each in first)


def nodes(tree: Any) -> Iterator[tuple[int, ...]]:
    """Yield the path of every node."""
    yield ()
    for at, each in enumerate(tree.args):
        if not isinstance(each, ExprCondPair):
            yield from ((at, *path) for path in nodes(each))


def at(tree: Any, path: tuple[int, ...]) -> Any:
    """Return the node at a path."""
    for turn in path:
        tree = tree.args[turn]
    return tree


def put(tree: Any, path: tuple[int, ...], new: Any) -> Any:
    """Return the tree with another node at a path."""
    if not path:
        return new
    args = list(tree.args)
    args[path[0]] = put(args[path[0]], path[1:], new)
    return tree.func(*args)


def mutated(tree: Any, rng: random.Random) -> Any:
    """Return the tree with one node changed."""
    path = rng.choice(list(nodes(tree)))
    old = at(tree, path)
    if old.is_Symbol:
        new = rng.choice([each for each in NAMES if each != old])
    elif old.is_number:
        new = rng.choice([old + 1, old - 1, -old, 2 * old, old / 2])
    elif isinstance(old, sp.Add | sp.Mul) and rng.random() < 0.7:
        args = list(old.args)
        args.pop(rng.randrange(len(args)))
        swap = {sp.Add: sp.Mul, sp.Mul: sp.Add}
        new = rng.choice([old.func(*args), swap.get(old.func, old.func)(*old.args), -old])
    elif isinstance(old, sp.Pow):
        new = rng.choice([old.base, old.base ** (old.exp + 1), 1 / old])
    else:
        below = () if isinstance(old, sp.Piecewise) else old.args
        new = rng.choice([rng.choice(HEADS)(old), *below])
    return put(tree, path, new)


def compared(known: Any, seeds: int) -> str:
    """Compare the forms with every seed; return what came of it, and how long it took."""
    rows, times = [], []
    for wanted, forms in {
        "same": known.RIGHT,
        "different": known.WRONG,
        "undefined": known.UNDEFINED,
    }.items():
        as_wanted = 0
        for lesson, answer in forms:
            outcomes = set()
            for seed in range(seeds):
                start = time.perf_counter()
                outcomes.add(known.judge(lesson, answer, seed).outcome)
                times.append(1000 * (time.perf_counter() - start))
            as_wanted += outcomes == {wanted}
        rows.append((wanted, len(forms), as_wanted))
    median, worst = statistics.median(times), max(times)
    speed = f"A comparison takes {median:.1f} ms (median), {worst:.0f} ms at the worst, encoding included."
    return (
        page.table(("forms that are", "number", f"judged so with all of {seeds} seeds"), *rows)
        + f"\n\n{speed}"
    )


def mutants(known: Any, number: int) -> tuple[str, bool]:
    """Compare mutants of the plain forms; return what came of it, and whether oracle and verdict agree."""
    rng, outcomes = random.Random(1), Counter[tuple[str | None, str]]()
    plain = [(lesson, tree) for lesson, tree in known.RIGHT if is_plain(tree)]
    while sum(outcomes.values()) < number:
        lesson, tree = rng.choice(plain)
        mutant = mutated(tree, rng)
        if mutant.has(sp.zoo, sp.nan, sp.oo, sp.I) or mutant == tree:
            continue
        more, variables = known.SETTINGS[lesson], known.VARIABLES[lesson]
        constant, positive = (more.get(name, False) for name in ("up_to_constant", "positive"))
        strange = {each.name for each in mutant.free_symbols} - variables and not constant
        ought: str | None = "different"
        if not strange:
            wanted = known.REFERENCE[lesson]
            ought = oracle(mutant, wanted, variables, rng, positive=positive, up_to_constant=constant)
        found = known.judge(lesson, mutant, rng.randrange(2**32)).outcome
        found = "different" if found in ("symbols", "undefined") else found
        outcomes[ought, found] += 1
        if ought is not None and found != ought:
            print(f"lesson {lesson}: {mutant} ought to be {ought}, and is judged {found}")
    rows = [
        (ought or "cannot tell", found, count)
        for (ought, found), count in sorted(outcomes.items(), key=lambda each: str(each[0]))
    ]
    agree = all(ought in (None, found) for ought, found in outcomes)
    return f"{number:,} mutants of {len(plain)} forms:\n\n" + page.table(
        ("oracle", "verdict", "mutants"), *rows
    ), agree


def main() -> None:
    """Compare, and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--mutants", type=int, default=3_000)
    parser.add_argument("--seeds", type=int, default=20)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    mpmath.mp.dps, known = 60, forms()
    text = compared(known, options.seeds)
    more, agree = mutants(known, options.mutants)
    print(f"{text}\n\n{more}")
    if options.write:
        page.write("expressions", f"{text}\n\n{more}")
    sys.exit(not agree)


if __name__ == "__main__":
    main()
