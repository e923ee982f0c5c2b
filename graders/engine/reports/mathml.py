"""Expressions as MathML, which browsers typeset without a font or a script of ours.

They come as graphs that were validated on their way; what has no place here is shown as text instead.
"""

from __future__ import annotations

from typing import Final

from markupsafe import Markup, escape

from graders.engine.worker import wire

MAX_PARTS: Final = 300  # of an expression written out, in which shared parts are repeated
_CONSTANTS: Final = {"pi": "π", "E": "e"}
_INVERSES: Final = {"asin": "arcsin", "acos": "arccos", "atan": "arctan"}
_NAMED: Final = frozenset("log sin cos tan cot sec csc asin acos atan sinh cosh tanh sign".split())


class NoPlace(Exception):
    """An expression that is shown as text."""


def typeset(expression: wire.Expression) -> Markup | None:
    """Return an expression or a Matrix as a ``<math>`` element; None for what has no place here."""
    try:
        writer = _Writer(expression.nodes)
        entries = [writer.write(root) for root in expression.roots]
        if expression.shape is None:
            return _math(entries[0])
        columns = expression.shape[1]
        return _math(table([entries[at : at + columns] for at in range(0, len(entries), columns)]))
    except Exception:  # a graph that no encoder of ours makes, a number out of range: shown as text
        return None


def table(rows: list[list[Markup]]) -> Markup:
    """Return a matrix in brackets."""
    lines = (_tag("mtr", *(_tag("mtd", entry) for entry in row)) for row in rows)
    return _tag("mrow", _tag("mo", "["), _tag("mtable", *lines), _tag("mo", "]"))


def _math(inside: Markup) -> Markup:
    return Markup('<math xmlns="http://www.w3.org/1998/Math/MathML">{}</math>').format(inside)


def _tag(name: str, *inside: Markup | str) -> Markup:
    return Markup("<{0}>{1}</{0}>").format(Markup(name), Markup("").join(map(escape, inside)))


class _Writer:
    def __init__(self, nodes: list[wire.Node]) -> None:
        self._nodes, self._parts = nodes, 0

    def write(self, at: int) -> Markup:
        """Return one node, with all below it."""
        node = self._nodes[at]
        self._parts += 1
        if self._parts > MAX_PARTS:
            raise NoPlace
        match node.head:
            case "Symbol":
                return _tag("mi", node.text[:40])
            case "Integer" | "Rational" | "Float":
                return _signed(self._number(node))
            case "Add":
                return self._sum(node)
            case "Mul":
                return self._product(node)
            case "Pow":
                return self._power(node)
            case "exp":
                return _tag("msup", _tag("mi", "e"), self.write(node.args[0]))
            case "Abs":
                return _tag("mrow", _tag("mo", "|"), self.write(node.args[0]), _tag("mo", "|"))
        if node.head in _CONSTANTS:
            return _tag("mi", _CONSTANTS[node.head])
        if node.head in _NAMED:
            name = _tag("mi", _INVERSES.get(node.head, node.head))
            return _tag("mrow", name, _tag("mo", "\u2061"), _bracketed(self.write(node.args[0])))
        raise NoPlace

    def _number(self, node: wire.Node) -> tuple[str, str]:
        """Return numerator and denominator; ``1`` for none."""
        if node.head == "Float":
            mantissa, exponent, _ = node.text.split()
            return f"{int(mantissa) * 2.0 ** int(exponent):.6g}", "1"
        top, _, bottom = node.text.partition("/")
        return top, bottom or "1"

    def _is_number(self, at: int) -> bool:
        return self._nodes[at].head in ("Integer", "Rational", "Float")

    def _negative(self, at: int) -> bool:
        """Say whether a term is written with a minus before it."""
        node = self._nodes[at]
        if self._is_number(at):
            return node.text.startswith("-")
        return node.head == "Mul" and any(self._is_number(arg) and self._negative(arg) for arg in node.args)

    def _sum(self, node: wire.Node) -> Markup:
        parts: list[Markup] = []
        for place, arg in enumerate(reversed(node.args)):  # SymPy keeps numbers and low powers first
            negative = self._negative(arg)
            if place or negative:
                parts.append(_tag("mo", "−" if negative else "+"))
            parts.append(self._unsigned(arg))
        return _tag("mrow", *parts)

    def _unsigned(self, at: int) -> Markup:
        node = self._nodes[at]
        if self._is_number(at):
            top, bottom = self._number(node)
            return _fraction(top.removeprefix("-"), bottom)
        return self._product(node, signed=False) if node.head == "Mul" else self.write(at)

    def _product(self, node: wire.Node, *, signed: bool = True) -> Markup:
        above: list[Markup] = []
        below: list[Markup] = []
        negative = False
        for arg in node.args:
            each = self._nodes[arg]
            if self._is_number(arg):
                top, bottom = self._number(each)
                negative ^= top.startswith("-")
                above += [_tag("mn", top.removeprefix("-"))] if top.removeprefix("-") != "1" else []
                below += [_tag("mn", bottom)] if bottom != "1" else []
            elif each.head == "Pow" and self._is_number(each.args[1]) and self._negative(each.args[1]):
                below.append(self._power(each, inverted=True))
            else:
                above.append(self._factor(arg))
        found = _times(above)
        if below:
            found = _tag("mfrac", found, _times(below))
        return _tag("mrow", _tag("mo", "−"), found) if negative and signed else found

    def _factor(self, at: int) -> Markup:
        return _bracketed(self.write(at)) if self._nodes[at].head == "Add" else self.write(at)

    def _power(self, node: wire.Node, *, inverted: bool = False) -> Markup:
        base, exponent = node.args
        if self._is_number(exponent):
            top, bottom = self._number(self._nodes[exponent])
            negative = top.startswith("-")
            if negative and not inverted:
                return _tag("mfrac", _tag("mn", "1"), self._power(node, inverted=True))
            top = top.removeprefix("-")
            if (top, bottom) == ("1", "2"):
                return _tag("msqrt", self.write(base))
            if (top, bottom) == ("1", "1"):
                return self.write(base)
            return _tag("msup", self._base(base), _fraction(top, bottom))
        return _tag("msup", self._base(base), self.write(exponent))

    def _base(self, at: int) -> Markup:
        node = self._nodes[at]
        plain = node.head in ("Symbol", "Abs", *_CONSTANTS) or (
            node.head == "Integer" and not self._negative(at)
        )
        return self.write(at) if plain else _bracketed(self.write(at))


def _times(factors: list[Markup]) -> Markup:
    return _tag("mrow", *factors) if factors else _tag("mn", "1")


def _fraction(top: str, bottom: str) -> Markup:
    return _tag("mn", top) if bottom == "1" else _tag("mfrac", _tag("mn", top), _tag("mn", bottom))


def _signed(number: tuple[str, str]) -> Markup:
    top, bottom = number
    unsigned = _fraction(top.removeprefix("-"), bottom)
    return _tag("mrow", _tag("mo", "−"), unsigned) if top.startswith("-") else unsigned


def _bracketed(inside: Markup) -> Markup:
    return _tag("mrow", _tag("mo", "("), inside, _tag("mo", ")"))
