"""Small changes to a right answer, each of which ought to lose its points: what the rubric is tested with.

Mutation analysis (DeMillo, Lipton and Sayward 1978, doi:10.1109/C-M.1978.218136): one operator,
constant, sign, index, name or term is changed at a time. Only the reference is ever read here.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final


@dataclass(frozen=True)
class Mutant:
    """A module in which one function is changed in one place."""

    function: str
    line: int
    change: str  # "x ** 3 → x ** 4"
    source: str


_SWAPPED: Final[dict[type[ast.AST], tuple[type[ast.AST], ...]]] = {
    ast.Add: (ast.Sub,), ast.Sub: (ast.Add,), ast.Mult: (ast.Div,), ast.Div: (ast.Mult,), ast.Pow: (ast.Mult,),
    ast.MatMult: (ast.Mult,), ast.FloorDiv: (ast.Mult,), ast.Mod: (ast.Mult,),
    ast.And: (ast.Or,), ast.Or: (ast.And,),
    ast.Lt: (ast.LtE, ast.Gt), ast.LtE: (ast.Lt, ast.GtE), ast.Gt: (ast.GtE, ast.Lt), ast.GtE: (ast.Gt, ast.LtE),
    ast.Eq: (ast.NotEq,), ast.NotEq: (ast.Eq,), ast.Is: (ast.IsNot,), ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,), ast.NotIn: (ast.In,),
}  # fmt: skip
_TWINS: Final = {
    "cos": "sin", "sin": "cos", "exp": "log", "log": "exp", "argmax": "argmin", "argmin": "argmax", "max": "min",
    "min": "max", "abs": "negative", "hypot": "arctan2", "cumsum": "sum", "linspace": "geomspace", "sorted": "list",
    "any": "all", "all": "any", "real_roots": "roots", "set_xlabel": "set_ylabel", "set_ylabel": "set_xlabel",
}  # fmt: skip


def mutants(source: str, function: str) -> Iterator[Mutant]:
    """Yield all mutants of one function of a module; no two have the same source."""
    tree = ast.parse(source)
    [target] = [node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == function]
    lines = source.splitlines(keepends=True)
    before, after = lines[: target.lineno - 1], lines[target.end_lineno :]
    if ast.get_docstring(target) is not None:
        target.body = target.body[1:]
    seen = {ast.unparse(target)}
    for line, change in _changes(target):
        text = ast.unparse(target)
        if text not in seen:
            seen.add(text)
            yield Mutant(function, line, change, "".join([*before, text, "\n", *after]))


def _changes(target: ast.FunctionDef) -> Iterator[tuple[int, str]]:
    """Change the function in place, one change at a time; each is undone when the next is asked for."""
    parameters = [argument.arg for argument in target.args.args]
    for parent in [target, *_below(target)]:
        for name, value in ast.iter_fields(parent):
            places = (
                [(value, at) for at in range(len(value))] if isinstance(value, list) else [(parent, name)]
            )
            for owner, key in places:
                yield from _replaced(owner, key, parameters)


def _below(node: ast.AST) -> Iterator[ast.AST]:
    """Yield what may be changed; what is raised is not, since no rubric asks for it."""
    for each in ast.iter_child_nodes(node):
        yield each
        if not isinstance(each, ast.Raise):
            yield from _below(each)


def _replaced(owner: Any, key: Any, parameters: list[str]) -> Iterator[tuple[int, str]]:
    old = owner[key] if isinstance(owner, list) else getattr(owner, key)
    if not isinstance(old, ast.expr | ast.stmt):
        return
    put = owner.__setitem__ if isinstance(owner, list) else lambda name, node: setattr(owner, name, node)
    for new in _variants(old, parameters):
        put(key, new)
        try:
            yield old.lineno, f"{_text(old)} → {_text(new)}"
        finally:
            put(key, old)


def _text(node: ast.AST) -> str:
    text = " ".join(ast.unparse(node).split())
    return text if len(text) <= 60 else text[:57] + "…"


def _variants(node: ast.expr | ast.stmt, parameters: list[str]) -> Iterator[ast.AST]:
    """Yield what may stand in a node's place."""
    for kind, vary in _VARIATIONS.items():
        if isinstance(node, kind):
            yield from vary(node)
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
        yield from (ast.Name(other, ast.Load()) for other in parameters if other != node.id)


def _constant(node: ast.Constant) -> Iterator[ast.AST]:
    value = node.value
    others: list[Any] = []
    if isinstance(value, bool):
        others = [not value]
    elif isinstance(value, int):
        others = [value + 1, value - 1, -value, 0]
    elif isinstance(value, float):
        others = [2 * value, value / 2, -value, 0.0]
    elif isinstance(value, str):
        others = ["", "changed"]
    yield from (ast.Constant(other) for other in others if other != value)


def _with(node: Any, **changed: Any) -> Any:
    """Return a shallow copy of a node with some fields changed."""
    return type(node)(**{**{name: getattr(node, name) for name in node._fields}, **changed})


def _binary(node: ast.BinOp) -> Iterator[ast.AST]:
    for other in _SWAPPED.get(type(node.op), ()):
        yield _with(node, op=other())
    yield node.left
    yield node.right


def _unary(node: ast.UnaryOp) -> Iterator[ast.AST]:
    yield node.operand


def _compare(node: ast.Compare) -> Iterator[ast.AST]:
    for at, op in enumerate(node.ops):
        for other in _SWAPPED.get(type(op), ()):
            yield _with(node, ops=[*node.ops[:at], other(), *node.ops[at + 1 :]])


def _bool(node: ast.BoolOp) -> Iterator[ast.AST]:
    for other in _SWAPPED[type(node.op)]:
        yield _with(node, op=other())
    if len(node.values) == 2:
        yield from node.values
    else:
        yield from (_with(node, values=rest) for rest in _dropped(node.values))


def _dropped(items: list[Any]) -> list[list[Any]]:
    return [items[:at] + items[at + 1 :] for at in range(len(items))]


def _call(node: ast.Call) -> Iterator[ast.AST]:
    if len(node.args) == 1 and not isinstance(node.args[0], ast.Starred):
        yield node.args[0]
    yield from (_with(node, keywords=rest) for rest in _dropped(node.keywords))
    if len(node.args) > 1:
        yield from (_with(node, args=rest) for rest in _dropped(node.args))
    if isinstance(node.func, ast.Attribute):
        yield node.func.value


def _attribute(node: ast.Attribute) -> Iterator[ast.AST]:
    if node.attr in _TWINS:
        yield _with(node, attr=_TWINS[node.attr])
    if node.attr == "T":
        yield node.value


def _name(node: ast.Name) -> Iterator[ast.AST]:
    if node.id in _TWINS:
        yield _with(node, id=_TWINS[node.id])


def _subscript(node: ast.Subscript) -> Iterator[ast.AST]:
    if isinstance(node.ctx, ast.Load):
        yield node.value
    if isinstance(node.slice, ast.Slice):
        for part in ("lower", "upper", "step"):
            if getattr(node.slice, part) is not None:
                yield _with(node, slice=_with(node.slice, **{part: None}))


def _sequence(node: ast.Tuple | ast.List) -> Iterator[ast.AST]:
    if not isinstance(node.ctx, ast.Load):
        return
    items = node.elts
    yield from (_with(node, elts=rest) for rest in _dropped(items))
    for at in range(len(items) - 1):
        yield _with(node, elts=[*items[:at], items[at + 1], items[at], *items[at + 2 :]])


def _conditional(node: ast.IfExp) -> Iterator[ast.AST]:
    yield node.body
    yield node.orelse


def _comprehension(node: Any) -> Iterator[ast.AST]:
    for at, each in enumerate(node.generators):
        for rest in _dropped(each.ifs):
            yield _with(
                node, generators=[*node.generators[:at], _with(each, ifs=rest), *node.generators[at + 1 :]]
            )


def _statement(node: ast.stmt) -> Iterator[ast.AST]:
    if isinstance(node, ast.Expr | ast.AugAssign | ast.Raise | ast.For | ast.Try):
        yield ast.Pass()
    if isinstance(node, ast.AugAssign):
        yield from (_with(node, op=other()) for other in _SWAPPED.get(type(node.op), ()))
    if isinstance(node, ast.Return) and node.value is not None:
        yield _with(node, value=ast.Constant(None))
    if isinstance(node, ast.If):
        yield _with(node, test=ast.Constant(True))
        yield _with(node, test=ast.Constant(False))


_VARIATIONS: Final[dict[Any, Callable[[Any], Iterator[ast.AST]]]] = {
    ast.Constant: _constant,
    ast.BinOp: _binary,
    ast.UnaryOp: _unary,
    ast.Compare: _compare,
    ast.BoolOp: _bool,
    ast.Call: _call,
    ast.Attribute: _attribute,
    ast.Name: _name,
    ast.Subscript: _subscript,
    ast.Tuple: _sequence,
    ast.List: _sequence,
    ast.IfExp: _conditional,
    ast.ListComp: _comprehension,
    ast.GeneratorExp: _comprehension,
    ast.stmt: _statement,
}
