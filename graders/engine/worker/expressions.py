"""A SymPy expression as a flat graph of shared nodes: heads from a table, bounded work, no recursion.

What has no place in the table is refused with a code, never printed, simplified or evaluated. Types
are looked up by identity, so that a class that merely behaves like SymPy's is none of SymPy's.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any, Final

import sympy
from sympy.core import numbers as constants
from sympy.functions.elementary.piecewise import ExprCondPair
from sympy.matrices.matrixbase import MatrixBase
from sympy.printing.str import StrPrinter

from . import wire

MAX_BITS: Final = int(wire.MAX_DIGITS * 3.3219)  # of one exact number
MAX_EXPONENT: Final = 20_000  # of two, in a float
MAX_NAME: Final = 200
SHOWN: Final = 300  # characters

_OPERATIONS: Final[dict[type, str]] = {
    each: each.__name__
    for each in (
        sympy.Add, sympy.Mul, sympy.Pow, sympy.exp, sympy.log, sympy.Abs, sympy.sign, sympy.Max, sympy.Min,
        sympy.sin, sympy.cos, sympy.tan, sympy.cot, sympy.sec, sympy.csc,
        sympy.asin, sympy.acos, sympy.atan, sympy.acot, sympy.asec, sympy.acsc, sympy.atan2,
        sympy.sinh, sympy.cosh, sympy.tanh, sympy.coth, sympy.sech, sympy.csch,
        sympy.asinh, sympy.acosh, sympy.atanh, sympy.acoth, sympy.asech, sympy.acsch,
        sympy.re, sympy.im, sympy.conjugate, sympy.Heaviside, sympy.Piecewise, sympy.And, sympy.Or, sympy.Not,
    )
} | {
    sympy.Eq: "Eq", sympy.Ne: "Ne", sympy.Lt: "Lt", sympy.Le: "Le", sympy.Gt: "Gt", sympy.Ge: "Ge",
}  # fmt: skip

_NAMED: Final[dict[type, str]] = {
    constants.Pi: "pi",
    constants.Exp1: "E",
    type(sympy.true): "true",
    type(sympy.false): "false",
}
_INTEGERS: Final = {constants.Integer, constants.Zero, constants.One, constants.NegativeOne}
_RATIONALS: Final = {constants.Rational, constants.Half}
_SYMBOLS: Final = {sympy.Symbol, sympy.Dummy}
_NOT_FINITE: Final = {
    constants.NaN, constants.Infinity, constants.NegativeInfinity, constants.ComplexInfinity,
}  # fmt: skip
_UNEVALUATED: Final = (
    sympy.Derivative, sympy.Integral, sympy.Limit, sympy.Subs, sympy.Sum, sympy.Product,
)  # fmt: skip
_MATRICES: Final = {
    sympy.Matrix, sympy.ImmutableMatrix, sympy.SparseMatrix, sympy.ImmutableSparseMatrix,
}  # fmt: skip


class _Limit(Exception):
    """What was met cannot cross."""

    def __init__(self, code: str, shown: str) -> None:
        self.refusal = wire.Refused(code, _clean(shown))  # type: ignore[arg-type] # one of the declared


def encode(value: object) -> wire.Expression | wire.Refused:
    """Return an expression, a Matrix of them or a ``Poly`` as a graph, or the reason why it has none."""
    kind = type(value)
    try:
        if kind in _MATRICES:
            return _matrix(value)
        if kind is sympy.Poly:
            return _encode(value, [_expanded(value)], None)
        if issubclass(kind, MatrixBase) or not issubclass(kind, sympy.Expr):
            raise _Limit("not_expression", kind.__name__)
        return _encode(value, [value], None)
    except _Limit as limit:
        shown = _printed(value) if limit.refusal.code not in ("too_big", "not_expression") else ""
        return wire.Refused(limit.refusal.code, shown or limit.refusal.shown)
    except MemoryError:
        return wire.Refused("too_big", _clean(kind.__name__))


def _printed(value: Any) -> str:
    """Print what is refused, if it is small."""
    try:
        if len(list(itertools.islice(sympy.preorder_traversal(value), 60))) == 60:
            return ""
        return _clean(" ".join(StrPrinter({"order": "none"}).doprint(value).split()))
    except Exception:
        return ""


def _matrix(matrix: Any) -> wire.Expression:
    shape = int(matrix.rows), int(matrix.cols)
    if max(*shape, shape[0] * shape[1]) >= wire.MAX_NODES:
        raise _Limit("too_big", f"a Matrix of {shape[0]:,} rows and {shape[1]:,} columns")
    return _encode(matrix, list(matrix.flat()), shape)


def _expanded(poly: Any) -> Any:
    if poly.length() > wire.MAX_NODES:
        raise _Limit("too_big", f"a Poly of {poly.length():,} terms")
    return poly.as_expr()


def _encode(value: object, entries: list[Any], shape: tuple[int, int] | None) -> wire.Expression:
    graph = _Graph()
    roots = [graph.add(entry) for entry in entries]
    return wire.Expression(graph.nodes, roots, shape, _shown(value, graph.nodes, roots))


class _Graph:
    """The nodes met so far. Objects are kept, so that an ``id`` stays theirs."""

    def __init__(self) -> None:
        self.nodes: list[wire.Node] = []
        self._places: dict[tuple[str, tuple[int, ...], str], int] = {}
        self._done: dict[int, int] = {}
        self._open: dict[int, tuple[Any, tuple[Any, ...]]] = {}
        self._edges = 0

    def add(self, root: Any) -> int:
        """Return the place of an expression, after placing all that it is made of."""
        stack = [root]
        while stack:
            this = stack[-1]
            if id(this) in self._done:
                stack.pop()
            elif id(this) in self._open:
                stack.pop()
                self._close(this)
            else:
                below = self._operands(this)
                self._open[id(this)] = this, below
                stack += [each for each in below if id(each) not in self._done]
        return self._done[id(root)]

    def _operands(self, this: Any) -> tuple[Any, ...]:
        kind = type(this)
        if kind not in _OPERATIONS and kind is not sympy.UnevaluatedExpr:
            return ()
        below = this._args
        if kind is sympy.Piecewise:
            if any(type(each) is not ExprCondPair for each in below):
                raise _Limit("not_expression", "Piecewise")
            below = tuple(part for pair in below for part in pair._args)
        self._edges += len(below)
        if type(below) is not tuple or self._edges > wire.MAX_EDGES:
            raise _Limit("too_big", f"an expression of more than {wire.MAX_EDGES:,} parts")
        return below

    def _close(self, this: Any) -> None:
        kind, below = type(this), self._open[id(this)][1]
        if any(id(each) not in self._done for each in below):
            raise _Limit("not_expression", "an expression that holds itself")
        args = tuple(self._done[id(each)] for each in below)
        if kind is sympy.UnevaluatedExpr:
            self._done[id(this)] = args[0]
            return
        head, text = (_OPERATIONS[kind], "") if kind in _OPERATIONS else _atom(this, kind)
        key = head, args, text
        if key not in self._places:
            if len(self.nodes) == wire.MAX_NODES:
                raise _Limit("too_big", f"an expression of more than {wire.MAX_NODES:,} parts")
            self._places[key] = len(self.nodes)
            self.nodes.append(wire.Node(head, list(args), text))
        self._done[id(this)] = self._places[key]


def _atom(this: Any, kind: type) -> tuple[str, str]:
    if kind in _SYMBOLS:
        name = str(this.name)
        if len(name) > MAX_NAME:
            raise _Limit("too_big", f"a symbol whose name has {len(name):,} characters")
        return "Symbol", _clean(name)
    if kind in _INTEGERS:
        return "Integer", _digits(this.p)
    if kind in _RATIONALS:
        return "Rational", f"{_digits(this.p)}/{_digits(this.q)}"
    if kind is constants.Float:
        negative, mantissa, exponent, _ = this._mpf_
        if abs(exponent) > MAX_EXPONENT:
            raise _Limit("too_big", "a float of extreme size")
        return "Float", f"{'-' * negative}{_digits(mantissa)} {int(exponent)} {int(this._prec)}"
    if kind in _NAMED:
        return _NAMED[kind], ""
    if kind in _NOT_FINITE:
        raise _Limit("not_finite", kind.__name__)
    if kind is constants.ImaginaryUnit:
        raise _Limit("complex", "I")
    raise _Limit("unevaluated" if issubclass(kind, _UNEVALUATED) else "unknown_function", kind.__name__)


def _digits(number: Any) -> str:
    whole = int(number)
    if whole.bit_length() > MAX_BITS:
        raise _Limit("too_big", f"a whole number of about {whole.bit_length() * 0.30103:,.0f} digits")
    return str(whole)


def _clean(text: str) -> str:
    return text[:SHOWN].encode("utf-8", "replace").decode("utf-8")


def _shown(value: object, nodes: list[wire.Node], roots: list[int]) -> str:
    """Print what is small; say of the rest how large it is."""
    sizes: list[int] = []  # as a tree, which is how a printer walks
    safe: list[bool] = []  # a constant that is quickly evaluated, which sorting the terms may do
    free: list[bool] = []  # of symbols
    for node in nodes:
        below = node.args
        sizes.append(min(1 + sum(sizes[arg] for arg in below), 10**6))
        free.append(node.head != "Symbol" and all(free[arg] for arg in below))
        short = all(not nodes[arg].args and len(nodes[arg].text) <= 6 for arg in below)
        safe.append(not below or short or (node.head in ("Add", "Mul") and all(safe[arg] for arg in below)))
    if len(nodes) <= 200 and sum(sizes[root] for root in roots) <= 400:
        calm = all(safe[at] for at in range(len(nodes)) if free[at])
        printer: Callable[[object], str] = StrPrinter({} if calm else {"order": "none"}).doprint
        try:
            return _clean(printer(value).replace("([\n", "([").replace("\n", " "))
        except Exception:  # too deep for the printer; the size says enough
            pass
    return f"an expression of {len(nodes):,} parts"
