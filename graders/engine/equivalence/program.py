"""A graph as a list of steps: only what one entry needs, every head known, every argument of its kind."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from flint import fmpq, fmpz

from graders.engine.worker import wire

MAX_EXPONENT: Final = 20_000  # of two, in a float
SMALL_POWER: Final = 16  # up to which a power costs little more than products

_ATOMS: Final = {"Symbol", "Integer", "Rational", "Float", "pi", "E", "true", "false"}
_RELATIONS: Final = {"Eq", "Ne", "Lt", "Le", "Gt", "Ge"}
_LOGIC: Final = {"And", "Or", "Not"}
_PAIRS: Final = {"Pow", "atan2", "Heaviside"} | _RELATIONS
_MANY: Final = {"Add", "Mul", "Max", "Min", "And", "Or"}
_UNARY: Final = {
    "Not", "exp", "log", "Abs", "sign", "re", "im", "conjugate",
    "sin", "cos", "tan", "cot", "sec", "csc", "asin", "acos", "atan", "acot", "asec", "acsc",
    "sinh", "cosh", "tanh", "coth", "sech", "csch", "asinh", "acosh", "atanh", "acoth", "asech", "acsch",
}  # fmt: skip
_CHEAP: Final = _ATOMS | _RELATIONS | _LOGIC | {
    "Add", "Mul", "Max", "Min", "Abs", "sign", "re", "im", "conjugate", "Piecewise", "Heaviside",
}  # fmt: skip


class Malformed(Exception):
    """A graph that no encoder of ours makes."""


@dataclass(frozen=True, slots=True)
class Step:
    """One operation on the results of earlier steps, or an atom.

    ``number`` is the exact value of a numeric atom; ``power`` that of the exponent of a ``Pow``,
    where it is a numeric atom.
    """

    head: str
    args: tuple[int, ...]
    name: str = ""
    number: Any = None
    power: Any = None

    @property
    def whole_power(self) -> int | None:
        """The exponent of a ``Pow``, where it is a whole number."""
        return int(self.power.p) if self.power is not None and self.power.q == 1 else None


@dataclass(frozen=True)
class Program:
    """The steps of one expression; the last one is its value."""

    steps: list[Step]

    @cached_property
    def symbols(self) -> frozenset[str]:
        """The names that occur in it."""
        return frozenset(step.name for step in self.steps if step.head == "Symbol")

    @cached_property
    def floats(self) -> bool:
        """Whether a rounded number occurs in it."""
        return any(step.head == "Float" for step in self.steps)

    @cached_property
    def rational(self) -> bool:
        """Whether it is made of exact numbers, sums, products and whole powers alone."""
        return all(
            step.head in ("Symbol", "Integer", "Rational", "Float", "Add", "Mul")
            or (step.head == "Pow" and step.whole_power is not None)
            for step in self.steps
        )

    @cached_property
    def cheap(self) -> int:
        """The number of operations that cost as much as a product."""
        return sum(2 + len(step.args) for step in self.steps) // 2

    @cached_property
    def dear(self) -> int:
        """The number of operations that cost as much as a logarithm."""
        small = range(-SMALL_POWER, SMALL_POWER + 1)
        return sum(step.head not in _CHEAP and step.whole_power not in small for step in self.steps)


def program(expression: wire.Expression, root: int) -> Program:
    """Lay out the graph below one node.

    Raises
    ------
    Malformed
        When a head, a number of arguments or a text is none that the encoder makes.
    """
    nodes = expression.nodes
    needed = {root}
    for here in range(root, -1, -1):
        if here in needed:
            needed.update(nodes[here].args)
    places: dict[int, int] = {}
    steps: list[Step] = []
    truths: list[bool] = []
    for here in sorted(needed):
        node = nodes[here]
        args = tuple(places[arg] for arg in node.args)
        _check(node.head, [truths[arg] for arg in args])
        power = steps[args[1]].number if node.head == "Pow" else None
        name = node.text if node.head == "Symbol" else ""
        places[here] = len(steps)
        steps.append(Step(node.head, args, name, _number(node.head, node.text), power))
        truths.append(node.head in _RELATIONS | _LOGIC | {"true", "false"})
    if truths[-1]:
        raise Malformed("a condition, not a number")
    return Program(steps)


def _check(head: str, truths: list[bool]) -> None:
    count = len(truths)
    if head in _ATOMS:
        right = count == 0
    elif head in _UNARY:
        right = count == 1
    elif head in _PAIRS:
        right = count == 2
    elif head == "Piecewise":
        right = count > 0 and count % 2 == 0
    else:
        right = head in _MANY and count > 0
    wanted = [head in _LOGIC or (head == "Piecewise" and at % 2 == 1) for at in range(count)]
    if not right or truths != wanted:
        raise Malformed(head)


def _number(head: str, text: str) -> Any:
    try:
        if head == "Integer":
            return fmpq(int(text))
        if head == "Rational":
            top, bottom = map(int, text.split("/"))
            return fmpq(top, bottom)
        if head == "Float":
            mantissa, exponent, _ = map(int, text.split(" "))
            if abs(exponent) > MAX_EXPONENT:
                raise Malformed("a float of extreme size")
            scale = fmpz(2) ** abs(exponent)
            return fmpq(mantissa) * scale if exponent >= 0 else fmpq(mantissa) / scale
    except (ValueError, ZeroDivisionError) as error:
        raise Malformed("a number that is none") from error
    return None
