"""Expressions that are equivalent to the right one, in whatever form."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from fractions import Fraction
from typing import Any, Final

from graders.engine import draw, equivalence, show
from graders.engine.check import Check, GraderFault, Objection
from graders.engine.checks.close import TRANSPOSED, wrong_shape
from graders.engine.plain import NOTHING, refused
from graders.engine.worker import wire

EXACT: Final = "Use exact numbers, such as sp.Rational(1, 3) or sp.E, in place of rounded ones."


class SameExpression(Check):
    """See :func:`same_expression`."""

    def __init__(self, expected: Any, positive: bool, up_to_constant: bool) -> None:
        self._sympy, self.positive, self.up_to_constant = expected, positive, up_to_constant
        self.graph = _graph(expected)
        self.variables = frozenset().union(
            *(equivalence.symbols(self.graph, root) for root in self.graph.roots)
        )

    @property
    def shape(self) -> tuple[int, int] | None:
        """The shape of a Matrix that is asked for."""
        return self.graph.shape

    def objection(self, value: wire.Value) -> Objection | None:
        """Object to what is no expression, and to one that differs somewhere."""
        found = _expression(value, matrix=self.shape is not None)
        if isinstance(found, Objection):
            return found
        if found.shape != self.shape:
            return self._another_shape(found)
        for entry in range(len(found.roots)):
            objection = self._entry(found, entry)
            if objection is not None:
                return objection
        return None

    def _another_shape(self, found: wire.Expression) -> Objection:
        wanted = self.shape
        if found.shape is None or wanted is None:
            what = (
                "one expression, not a SymPy Matrix"
                if found.shape is None
                else "a Matrix, not one expression"
            )
            return Objection("shape", f"it is {what}")
        objection = wrong_shape(found.shape, wanted)
        if found.shape[::-1] == wanted:
            rows, columns = found.shape
            roots = [found.roots[row * columns + column] for column in range(columns) for row in range(rows)]
            if self.objection(wire.Expression(found.nodes, roots, wanted, found.shown)) is None:
                return Objection("transposed", objection.sentence, TRANSPOSED)
        return objection

    def _entry(self, found: wire.Expression, entry: int) -> Objection | None:
        verdict = equivalence.compare(
            found,
            self.graph,
            entry=entry,
            positive=self.positive,
            up_to_constant=self.up_to_constant,
            variables=self.variables,
            seed=draw.seed(),
        )
        which = self._which(entry)
        match verdict.outcome:
            case "same":
                return None
            case "symbols":
                return self.unknown(verdict.symbols)
            case "undefined":
                return Objection("undefined", f"{which} is not defined where it should be{at(verdict.at)}")
            case "undecided":
                raise GraderFault("whether the expression is right could not be decided")
        if self.up_to_constant:
            return self._no_antiderivative(found)
        if near(verdict.found, verdict.wanted):
            return Objection(
                "nearly",
                f"{which} comes close, but is not equal{at(verdict.at)}",
                EXACT,
            )
        where = ""
        if verdict.found is not None:
            where = f"{at(verdict.at)}, where yours comes to {show.number(verdict.found)}"
        return Objection("value", f"{which} is not equal to the right one{where}")

    def _which(self, entry: int) -> str:
        if self.shape is None:
            return "it"
        row, column = divmod(entry, self.shape[1])
        return f"its entry in row {row + 1}, column {column + 1}"

    @staticmethod
    def unknown(symbols: Iterable[str]) -> Objection:
        """Return the objection to symbols that the task does not name."""
        names = show.text(", ".join(sorted(symbols)))
        return Objection(
            "symbols",
            f"it holds {names}, which the task does not name",
            f"Where {'do' if ',' in names else 'does'} {names} come from? Only the task's own symbols may be left.",
        )

    def _no_antiderivative(self, found: wire.Expression) -> Objection:
        """Say where an answer's derivative is not that of the expected expression."""
        names = equivalence.symbols(found, found.roots[0])
        if names and not names & self.variables:
            held, wanted = (show.text(", ".join(sorted(each))) for each in (names, self.variables))
            return Objection(
                "symbols", f"it holds {held}, but not {wanted}", "Use the symbol that the task names."
            )
        slopes = equivalence.slopes(found, self.graph, positive=self.positive)
        if slopes is None:
            return Objection("value", "")
        place, is_, should = slopes
        if near(is_, should):
            return Objection("nearly", "it comes close, but is no antiderivative", EXACT)
        return Objection(
            "value",
            f"differentiated, it gives {show.number(is_)} {at(place, 'at')}, "
            f"and should give {show.number(should)} there",
        )

    def times(self, factor: Fraction) -> SameExpression:
        """Return the same check for a multiple of its expression."""
        import sympy

        return self.expecting(self._sympy * sympy.Rational(factor.numerator, factor.denominator))

    def expecting(self, value: Any) -> SameExpression:
        """Return the same check for another expression."""
        return SameExpression(value, self.positive, self.up_to_constant)

    def answer(self) -> str:
        """Show the right expression."""
        return show.value(self.graph) + (" + C" if self.up_to_constant else "")

    def __repr__(self) -> str:
        return f"equivalent to {self.answer()}"


def _graph(expression: Any) -> wire.Expression:
    if hasattr(expression, "as_immutable"):
        expression = expression.as_immutable()
    found = _expression(_encoded(expression) if hasattr(expression, "free_symbols") else expression)
    if isinstance(found, Objection):
        raise GraderFault(f"the expected expression cannot be used: {found.sentence}")
    return found


@functools.lru_cache(maxsize=1024)  # right and mistaken expressions are the same for every submission
def _encoded(expression: Any) -> wire.Value:
    from graders.engine.worker import expressions

    return expressions.encode(expression)


def _expression(value: Any, matrix: bool = False) -> wire.Expression | Objection:
    match value:
        case wire.Expression():
            return value
        case None:
            return NOTHING
        case bool() | str():
            return Objection(
                "kind",
                f"it is {show.kind(value)}, not a SymPy expression",
                "Return the expression itself: no quotes, str(...) or latex(...) around it.",
            )
        case int():
            return wire.Expression([wire.Node("Integer", text=str(value))], [0], None, str(value))
        case float():
            return _number(value)
        case wire.Refused(code, shown):
            return refused(code, shown)
        case wire.Sequence() | wire.Array():
            if matrix:
                advice = "Wrap the list of its rows: sp.Matrix([[...], [...]])."
                return Objection("kind", "it is a list or an array, not a SymPy Matrix", advice)
            advice = "Return the expression itself, without brackets around it."
            return Objection("kind", "it is a list or an array, not one SymPy expression", advice)
        case _:
            return Objection("kind", f"it is {show.kind(value)}, not a SymPy expression")


def _number(value: float) -> wire.Expression | Objection:
    try:
        top, bottom = value.as_integer_ratio()
    except (ValueError, OverflowError):
        return refused("not_finite")
    node = wire.Node("Float", text=f"{top} {1 - bottom.bit_length()} 53")
    return wire.Expression([node], [0], None, show.number(value))


def near(found: float | None, wanted: float | None) -> bool:
    """Say whether a value is nearly the right one."""
    return found is not None and wanted is not None and abs(found - wanted) <= 1e-3 * abs(wanted)


def at(point: dict[str, float] | None, before: str = ", for example at") -> str:
    """Name a point in words."""
    if not point:
        return ""
    return f"{before} " + ", ".join(f"{name} = {show.number(value)}" for name, value in sorted(point.items()))


def same_expression(expected: Any, *, positive: bool = False, up_to_constant: bool = False) -> SameExpression:
    """Accept any expression that equals ``expected`` as a function of its real symbols.

    Symbols count by name. What is compared are the values, exactly or with rigorous bounds, never
    the form.

    Parameters
    ----------
    expected
        A SymPy expression or Matrix.
    positive
        Compare for positive values of the symbols only, the domain of a logarithm.
    up_to_constant
        Accept anything added that doesn't change with the symbols, ``C`` too.
    """
    return SameExpression(expected, positive, up_to_constant)
