"""The encoder of expressions: what crosses, what is refused, and that nothing of it takes long."""

import msgspec
import pytest
import sympy as sp

from graders.engine.worker import expressions, frames, wire

x, y = sp.symbols("x y")


def heads(value):
    """Return the heads of an encoded expression, sorted."""
    return sorted(node.head for node in expressions.encode(value).nodes)


def code(value):
    """Return the code of a refusal."""
    refusal = expressions.encode(value)
    assert isinstance(refusal, wire.Refused), refusal
    return refusal.code


def crosses(value):
    """Encode, send and receive a value."""
    reply = wire.Returned(expressions.encode(value), False, "")
    return frames.unpack_reply(msgspec.msgpack.encode(reply)).value


@pytest.mark.parametrize(
    ("value", "head", "text"),
    [
        (sp.Integer(-12), "Integer", "-12"),
        (sp.S.Zero, "Integer", "0"),
        (sp.S.One, "Integer", "1"),
        (sp.S.NegativeOne, "Integer", "-1"),
        (sp.Rational(-4, 3), "Rational", "-4/3"),
        (sp.S.Half, "Rational", "1/2"),
        (sp.Float(-0.375), "Float", "-3 -3 53"),
        (sp.Float(0), "Float", "0 0 53"),
        (sp.Symbol("x", positive=True), "Symbol", "x"),
        (sp.Dummy("t"), "Symbol", "t"),
        (sp.pi, "pi", ""),
        (sp.E, "E", ""),
    ],
)
def test_atoms(value, head, text):
    """An atom is one node with its payload as text."""
    assert expressions.encode(value).nodes == [wire.Node(head, [], text)]


@pytest.mark.parametrize(
    "name",
    "exp log Abs sign sin cos tan cot sec csc asin acos atan acot asec acsc sinh cosh tanh coth sech csch "
    "asinh acosh atanh acoth asech acsch re im conjugate".split(),
)
def test_functions_of_one_argument(name):
    """Each elementary function crosses under SymPy's own name for it."""
    assert heads(getattr(sp, name)(x, evaluate=False)) == sorted(["Symbol", name])


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (x + y, ["Add", "Symbol", "Symbol"]),
        (sp.sqrt(x), ["Pow", "Rational", "Symbol"]),
        (sp.Max(x, y), ["Max", "Symbol", "Symbol"]),
        (sp.atan2(y, x), ["Symbol", "Symbol", "atan2"]),
        (sp.Heaviside(x), ["Heaviside", "Rational", "Symbol"]),
        (sp.Piecewise((x, x > 1), (y, True)), ["Gt", "Integer", "Piecewise", "Symbol", "Symbol", "true"]),
        (
            sp.Piecewise((1, (x > y) & sp.Ne(x, 0)), (0, True)),
            ["And", "Gt", "Integer", "Integer", "Ne", "Piecewise", "Symbol", "Symbol", "true"],
        ),
        (sp.UnevaluatedExpr(x) * y, ["Mul", "Symbol", "Symbol"]),
        (sp.Poly(x**2 + y, x, y), ["Add", "Integer", "Pow", "Symbol", "Symbol"]),
        (sp.log(x, 10), ["Integer", "Integer", "Mul", "Pow", "Symbol", "log", "log"]),
    ],
)
def test_operations(value, expected):
    """Operations cross with their arguments, the pairs of a Piecewise one after the other."""
    assert heads(value) == expected


def test_a_piecewise_lists_value_and_condition_in_turn():
    """Value, condition, value, condition: the order in which they are tried."""
    nodes = expressions.encode(sp.Piecewise((x, x < 1), (y, True))).nodes
    assert [nodes[arg].head for arg in nodes[-1].args] == ["Symbol", "Lt", "Symbol", "true"]


@pytest.mark.parametrize("kind", [sp.Matrix, sp.ImmutableMatrix, sp.SparseMatrix, sp.ImmutableSparseMatrix])
def test_matrices(kind):
    """A Matrix, mutable or not, sparse or not, has one root an entry, row by row."""
    found = expressions.encode(kind([[x, 0, y], [1, x, x]]))
    texts = [found.nodes[root].text for root in found.roots]
    assert (found.shape, texts) == ((2, 3), ["x", "0", "y", "1", "x", "x"])


@pytest.mark.parametrize(
    "value",
    [
        sp.exp(-x) / (1 + sp.exp(-x)) ** 2,
        sp.Matrix(3, 2, lambda i, j: x**i * y**j),
        sp.Matrix(0, 3, []),
        sp.Piecewise((x, sp.Or(x > 1, sp.Not(sp.Eq(y, x)))), (y, True)),
        sp.Symbol("\ud800"),
        sp.Symbol("Ω" * 200),
        sp.Integer(10) ** 999,
    ],
)
def test_what_is_encoded_crosses(value):
    """Every encoded expression passes the validation of the other side unchanged."""
    assert crosses(value) == expressions.encode(value)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (sp.Derivative(x**2, x), "unevaluated"),
        (x + sp.Integral(x, x), "unevaluated"),
        (sp.Limit(x, x, 0), "unevaluated"),
        (sp.Subs(sp.Derivative(sp.Function("f")(x), x), x, 1), "unevaluated"),
        (sp.Sum(x, (x, 1, y)), "unevaluated"),
        (sp.Product(x, (x, 1, y)), "unevaluated"),
        (sp.Matrix([x, sp.Derivative(x**2, x)]), "unevaluated"),
        (sp.Function("f")(x), "unknown_function"),
        (2 * sp.gamma(x), "unknown_function"),
        (sp.floor(x), "unknown_function"),
        (sp.IndexedBase("a")[x], "unknown_function"),
        (sp.nan, "not_finite"),
        (sp.zoo, "not_finite"),
        (sp.oo, "not_finite"),
        (x - sp.oo, "not_finite"),
        (sp.I * x, "complex"),
        (sp.exp(sp.I * x) + 1, "complex"),
        (sp.Eq(x, 1), "not_expression"),
        (x > 1, "not_expression"),
        (sp.true, "not_expression"),
        (sp.And(x > 1, y > 1), "not_expression"),
        (sp.FiniteSet(1), "not_expression"),
        (sp.Tuple(x, y), "not_expression"),
        (sp.Array([x, y]), "not_expression"),
        ("x**2", "not_expression"),
        (None, "not_expression"),
        ([x], "not_expression"),
        (sp.sin, "not_expression"),
        (sp.Lambda(x, x), "unknown_function"),
        (sp.MatrixSymbol("M", 2, 2), "unknown_function"),
        (sp.Integer(10) ** 1001, "too_big"),
        (sp.Rational(1, sp.Integer(10) ** 1001), "too_big"),
        (sp.Float("1e9999"), "too_big"),
        (sp.Float("0.1", 1100), "too_big"),
        (sp.Symbol("x" * 201), "too_big"),
        (sp.zeros(100, 100), "too_big"),
        (sp.SparseMatrix(10**9, 10**9, {}), "too_big"),
    ],
)
def test_refusals(value, expected):
    """What has no graph is refused with the code that the feedback is worded by."""
    assert code(value) == expected


def test_a_refusal_names_what_was_met():
    """The text of a refusal is what was met, if that is small, or a size; it is short."""
    assert expressions.encode(sp.Derivative(x**2, x)).shown == "Derivative(x**2, x)"
    assert expressions.encode(-sp.sqrt(6) * sp.I).shown == "-I*sqrt(6)"
    chain = x
    for _ in range(60):
        chain = raw(sp.Add, chain, chain)
    assert expressions.encode(raw(sp.Integral, chain, sp.Tuple(x))).shown == "Integral"
    assert expressions.encode(sp.Function("f" * 5000)(x)).shown == "f" * expressions.SHOWN
    assert expressions.encode(sp.Integer(10) ** 5000).shown == "a whole number of about 5,000 digits"


def raw(head, *args):
    """Return an operation that isn't simplified, nor looked into."""
    return sp.Basic.__new__(head, *args)


def test_a_shared_chain_is_small():
    """A graph of 2^60 nodes as a tree, and 61 distinct ones, crosses as 61; it isn't printed."""
    this = x
    for _ in range(60):
        this = raw(sp.Add, this, this)
    found = expressions.encode(this)
    assert len(found.nodes) == 61
    assert found.shown == "an expression of 61 parts"


def test_a_deep_chain_is_refused():
    """Depth is no recursion: what is deep is merely too large."""
    this = x
    for _ in range(100_000):
        this = raw(sp.sin, this)
    assert code(this) == "too_big"


def test_a_deep_chain_within_the_limit_crosses():
    """A chain of just as many nodes as may cross does."""
    this = x
    for _ in range(wire.MAX_NODES - 1):
        this = raw(sp.sin, this)
    assert len(crosses(this).nodes) == wire.MAX_NODES


def test_a_million_terms_are_refused_unread():
    """The number of arguments is known before they are looked at."""
    this = raw(sp.Add, *[x] * 1_000_000)
    assert code(this) == "too_big"
    assert code(sp.Poly([1] * 10_000, x)) == "too_big"


def test_many_operations_that_are_one_are_refused():
    """Equal parts count once as nodes, but the walk is bounded by what is walked."""
    assert len(expressions.encode(raw(sp.Add, *[raw(sp.sin, x) for _ in range(20_000)])).nodes) == 3
    assert code(raw(sp.Add, *[raw(sp.sin, x) for _ in range(30_000)])) == "too_big"


def test_an_expression_that_holds_itself():
    """A cycle, which only tampering makes, is refused."""
    this = raw(sp.sin, x)
    this._args = (raw(sp.cos, this),)
    assert code(this) == "not_expression"


class Lying(sp.Expr):
    """An expression whose parts never end."""

    @property
    def args(self):
        """Return one more of its kind."""
        return (Lying(), Lying())

    @property
    def func(self):
        """Pretend to be a sum."""
        return sp.Add

    def __str__(self):
        raise AssertionError("it was printed")


class Sine(sp.sin):
    """A sine by name."""

    @classmethod
    def eval(cls, argument):
        """Work nothing out."""


class Named(sp.Symbol):
    """A symbol of another class."""


@pytest.mark.parametrize("value", [Lying(), raw(sp.Add, x, Lying()), raw(Sine, x), Named("x"), sp.Wild("x")])
def test_subclasses_are_refused(value):
    """A class that only behaves like one of SymPy's is none of the table."""
    assert code(value) == "unknown_function"


class Rows(sp.ImmutableMatrix):
    """A Matrix of another class."""


def test_a_subclass_of_matrix_is_refused():
    """So is a Matrix of a class of one's own."""
    assert code(Rows([[x]])) == "not_expression"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (x**3 - 2 * x**2 + 1, "x**3 - 2*x**2 + 1"),
        (sp.Matrix([[x, 1]]), "Matrix([[x, 1]])"),
        (sp.Matrix([x, 1]), "Matrix([[x], [1]])"),
        (sp.Poly(x**2 + 1, x), "Poly(x**2 + 1, x, domain='ZZ')"),
        (x * sp.sqrt(2) + sp.exp(-1) + 1, "sqrt(2)*x + exp(-1) + 1"),
    ],
)
def test_what_is_shown(value, shown):
    """A small expression is shown as SymPy prints it."""
    assert expressions.encode(value).shown == shown


def test_towers_are_shown_without_being_evaluated():
    """SymPy evaluates constants to sort the terms of a sum; a tower of exponentials would never end."""
    power = sp.Pow(7, -(10**12), evaluate=False)
    product = sp.Mul(x, power, evaluate=False)
    tower = sp.Add(x, product, sp.exp(sp.exp(sp.exp(1000))), power, evaluate=False)
    shown = expressions.encode(tower).shown
    assert "exp(exp(exp(1000)))" in shown


def test_what_is_shown_is_short():
    """A long line is cut, and a large expression is only counted."""
    assert len(expressions.encode(sp.Integer(10) ** 900).shown) == expressions.SHOWN
    many = sp.Add(*[x**power for power in range(2_000)])
    assert expressions.encode(many).shown.startswith("an expression of 3,")
