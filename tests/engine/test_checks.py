"""The checks: what they accept, what they object to, and in which words."""

from fractions import Fraction

import matplotlib.pyplot as plt
import numpy as np
import pytest
import sympy as sp

from graders.engine import close, curves, one_of, same_expression, same_points, slope, trains, widest_line
from graders.engine.check import GraderFault
from graders.engine.checks.sampled import SameValues, sample
from graders.engine.references import load
from graders.engine.worker import encode, figures, wire

X = sp.Symbol("x")


def objection(check, value):
    """Return the sentence against an answer, or None."""
    found = check.objection(encode.encode(value))
    figures.close()
    return None if found is None else found.code


@pytest.mark.parametrize(
    "value",
    [
        (6, -4), [6, -4], [6.0, -4.0], np.array([6, -4]), np.float32([6, -4]), sp.Matrix([6, -4]), sp.Matrix([[6, -4]]),
        [sp.Integer(6), sp.Rational(-8, 2)], np.array([sp.Integer(6), sp.Integer(-4)], dtype=object), [np.float64(6), np.int8(-4)],
        (6 + 5e-6, -4), [sp.sqrt(36), -4], [6 + 0j, -4], np.array([6 + 0j, -4]), (x for x in []) and [6, -4],
    ],
)  # fmt: skip
def test_close_accepts(value):
    """Numbers in any honest form, within 1e-6 of the scale."""
    assert objection(close((6.0, -4.0)), value) is None


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ((6, -4.00002), "value"), ((6.00007, -4), "value"), ([[6], [-4]], "shape-only"), (np.array([[6], [4]]), "shape"), (6, "shape"),
        ((6, -4, 0), "shape"), ("6, -4", "kind"), (None, "none"), ((6, np.nan), "nan"), ((True, False), "kind"), ((6 + 1j, -4), "complex"),
        ((6, X), "symbolic"), (np.float32([6.0001, -4]), "value"), ({6, -4}, "kind"), (np.array([6 + 1j, -4]), "complex"),
    ],
)  # fmt: skip
def test_close_objects(value, code):
    """Other values, other shapes, other kinds."""
    assert objection(close((6.0, -4.0)), value) == code


def test_no_absolute_tolerance_lets_zeros_pass():
    """However small the right answer, zeros are wrong."""
    for scale in (1e-3, 1e-9, 1e-30):
        assert objection(close(np.array([1.0, 2.0]) * scale), np.zeros(2)) == "value"
        assert objection(close(np.array([1.0, 2.0]) * scale), np.array([1.0, 2.0]) * scale) is None


def test_transposed():
    """A transposed matrix is told apart from a wrong shape."""
    assert objection(close(np.ones((3, 2))), np.ones((2, 3))) == "transposed"


@pytest.mark.parametrize("constant", [0, 5, -1e3, 1e9])
def test_up_to_constant(constant):
    """Any constant may be added, a slope not."""
    x = np.linspace(-2, 3, 9)
    check = close(x**3, up_to_constant=True)
    assert objection(check, x**3 + constant) is None
    assert objection(check, x**3 + constant + 0.01 * x) == "value"


def test_second_opinion_protects_students():
    """Where the reference disagrees with finite differences, the grader is at fault."""
    wrong_reference = close(np.cos(0.7) + 0.1, differences=slope(np.sin, 0.7))
    with pytest.raises(GraderFault):
        wrong_reference.confirm()
    right_reference = close(np.cos(0.7), differences=slope(np.sin, 0.7))
    right_reference.confirm()
    assert objection(right_reference, np.cos(0.7) + 0.1) == "value"


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("Neither", None),
        (" NEITHER \n", None),
        ("both", "value"),
        ("none", "no-choice"),
        (3, "kind"),
        (None, "none"),
        (lambda: "neither", "not_data"),
    ],
)
def test_one_of(value, code):
    """A word counts whatever its case and surrounding blanks."""
    assert objection(one_of("neither", "both"), value) == code


def test_one_of_exactly():
    """Where letters matter, they matter."""
    check = one_of("W", "dW", exact=True)
    assert [objection(check, word) for word in ("W", "w", " W", "V")] == [None, "value", None, "no-choice"]


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ([0, sp.Rational(4, 3)], None), ((0.0, 1.3333334), None), ({0, sp.Rational(4, 3)}, None), (sp.FiniteSet(0, sp.Rational(4, 3)), None),
        (np.array([0, 4 / 3]), None), (sp.Matrix([0, sp.Rational(4, 3)]), None), ([sp.Float(0), 4 / 3], None), (frozenset([0.0, 4 / 3]), None),
        ([sp.Rational(4, 3), 0], "unsorted"), ([0, 0, 4 / 3], "twice"), ([0], "value"), ([], "value"), (0, "shape"), ([0, 1.333], "value"),
        ([0, 4 / 3, sp.I], "complex"), ([0, 4 / 3, sp.oo], "not_finite"), (None, "none"), (sp.Interval(0, 1), "not_data"), ([(0, 1), (4 / 3, 2)], "shape"),
    ],
)  # fmt: skip
def test_same_points(value, code):
    """A list, tuple or set of exactly these, each once."""
    assert objection(same_points([0.0, 4 / 3]), value) == code


@pytest.mark.parametrize("value", [[], (), set(), sp.EmptySet, np.array([]), sp.FiniteSet()])
def test_no_points(value):
    """No points in any form of nothing."""
    assert objection(same_points([]), value) is None


XS = np.linspace(-1, 2, 7)
WANTED = {"a parabola": XS**2, "a line": 2 * XS}


def drawn(draw):
    """Return what a drawing function leaves behind."""
    figures.close()
    return draw()


def both(axes, **label):
    """Draw both curves."""
    axes.plot(XS, XS**2, **({"label": "p"} if label else {}))
    axes.plot(XS, 2 * XS, **({"label": "l"} if label else {}))


def on_plt():
    """Draw by pyplot alone."""
    both(plt, label=True)
    plt.legend()


def on_axes():
    """Draw on axes, and return them."""
    axes = plt.subplots()[1]
    both(axes, label=True)
    axes.legend()
    return axes


def on_subplots():
    """Draw a curve in each of two axes."""
    figure, (left, right) = plt.subplots(1, 2)
    left.scatter(XS, 2 * XS, label="l")
    right.step(XS[::-1], XS[::-1] ** 2, label="p")
    figure.legend()
    return figure


def with_names():
    """Name the curves in the legend."""
    both(plt)
    plt.axhline(0)
    plt.legend(["p", "l"])
    return plt


def without_legend():
    """Forget the legend."""
    both(plt, label=True)


def without_labels():
    """Name one curve of two."""
    both(plt)
    plt.legend(["one"])


def one_curve():
    """Draw the same curve twice."""
    plt.plot(XS, XS**2, label="p")
    plt.plot(XS, XS**2, label="p again")
    plt.legend()


def third_named_instead():
    """Name another curve than one of the two."""
    plt.plot(XS, XS**3, label="cube")
    plt.plot(XS, XS**2, label="p")
    plt.plot(XS, 2 * XS)
    plt.legend()


def point_by_point():
    """Draw each point by itself."""
    for x in XS:
        plt.plot(x, x**2, "b.", label="p" if x == XS[0] else None)
        plt.plot(x, 2 * x, "r.", label="l" if x == XS[0] else None)
    plt.legend()


def invisible(**look):
    """Return what draws a curve that nobody sees."""

    def draw():
        plt.plot(XS, XS**2, label="p")
        plt.plot(XS, 2 * XS, label="l", **look)
        plt.legend()

    return draw


def other_x():
    """Draw over another grid."""
    both(plt, label=True)
    plt.gca().lines[0].set_xdata(XS + 1)
    plt.legend()


@pytest.mark.parametrize(
    ("draw", "code"),
    [
        (on_plt, None), (on_axes, None), (on_subplots, None), (with_names, None), (without_legend, "legend"), (without_labels, "labels"),
        (one_curve, "curve"), (other_x, "curve"), (lambda: plt.plot(XS + 1, XS), "grid"), (lambda: None, "none"), (lambda: 3, "kind"), (lambda: both, "not_data"), (plt.figure, "empty"),
        (third_named_instead, "labels"), (point_by_point, None),
        (invisible(linestyle=""), "curve"), (invisible(alpha=0), "curve"), (invisible(visible=False), "curve"),
        (invisible(linestyle="", marker="."), None),
    ],
)  # fmt: skip
def test_curves(draw, code):
    """What was drawn counts, not how."""
    assert objection(curves(XS, WANTED, legend=True), drawn(draw)) == code


def test_labelled_axes():
    """Axes are labelled in any way, or not."""
    check = curves(XS, {"a parabola": XS**2}, labels=True)

    def labelled(*names):
        figures.close()
        axes = plt.subplots()[1]
        axes.plot(XS, XS**2)
        axes.set(**dict.fromkeys(names, "name"))
        return axes.figure

    assert objection(check, labelled("xlabel", "ylabel")) is None
    assert objection(check, labelled("xlabel")) == "labels"


POINTS, LABELS = np.array([[0.0, 0.0], [4.0, 0.0]]), np.array([-1.0, 1.0])


@pytest.mark.parametrize(
    ("line", "code"),
    [((0.5, 0, -1), None), ((0.5, 0.0001, -1.0), None), ((0.6, 0, -1.2), "not-widest"), ((0.4, 0, -0.8), "infeasible"), ((-0.5, 0, 1), "infeasible"), ((0.5, 0), "shape")],
)  # fmt: skip
def test_widest_line(line, code):
    """Feasible, and the least a² + b²."""
    assert objection(widest_line((0.5, 0.0, -1.0), POINTS, LABELS), line) == code


SETTINGS = {
    "layer_sizes": [2, 8, 8, 1],
    "activations": ["tanh", "tanh", "sigmoid"],
    "learning_rate": 0.5,
    "epochs": 400,
    "seed": 0,
}


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({}, None), ({"layer_sizes": (2.0, 8, np.int64(8), 1)}, None), ({"learning_rate": sp.Rational(1, 2)}, None),
        ({"layer_sizes": [2, 65, 8, 1]}, "work"), ({"epochs": 20_001}, "work"), ({"epochs": 10**18}, "work"), ({"epochs": 0}, "work"), ({"layer_sizes": [2, 8, 1]}, "sizes"),
        ({"layer_sizes": [2, 8.5, 8, 1]}, "sizes"), ({"layer_sizes": "2881"}, "sizes"), ({"activations": ["tanh", "tanh"]}, "activations"), ({"activations": ["tanh", "tanh", "softmax"]}, "activations"),
        ({"learning_rate": -1}, "rate"), ({"learning_rate": float("nan")}, "rate"), ({"learning_rate": True}, "rate"), ({"seed": None}, "seed"), ({"seed": -1}, "seed"), ({"epochs": 1}, "accuracy"),
    ],
)  # fmt: skip
def test_trains(changed, code):
    """Settings in bounds, and a network that learns."""
    check = trains(load("lesson05_backpropagation").MLP, accuracy=0.95, seed=3)
    assert objection(check, SETTINGS | changed) == code


def test_trains_needs_all_keys():
    """What is missing is named."""
    check = trains(load("lesson05_backpropagation").MLP, accuracy=0.95, seed=3)
    assert objection(check, {"epochs": 3}) == "keys"
    assert objection(check, [1]) == "kind"
    assert objection(check, lambda: SETTINGS) == "not_data"


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (3 * X**2 - 4 * X, None), (X * (3 * X - 4), None), (3.0 * sp.Symbol("x", real=True) ** 2 - 4.0 * sp.Symbol("x", real=True), None),
        (sp.Derivative(X**3 - 2 * X**2, X), "unevaluated"), (3 * X**2, "value"), (4, "value"), (sp.Matrix([3 * X**2 - 4 * X]), "shape"), ("3*x**2 - 4*x", "kind"), (None, "none"),
    ],
)  # fmt: skip
def test_same_expression(value, code):
    """Any equivalent form, and nothing else."""
    assert objection(same_expression(3 * X**2 - 4 * X), value) == code


@pytest.mark.parametrize(
    ("value", "code"),
    [(X**3, None), (X**3 + sp.Symbol("C"), None), (X**3 + sp.log(sp.Symbol("C")), None), (X**3 + 5, None), (X**3 + sp.Symbol("C") * X, "value"), (sp.Integral(3 * X**2, X), "unevaluated"), (2 * X**3, "value"), (1.0001 * X**3, "nearly")],
)  # fmt: skip
def test_antiderivative(value, code):
    """Any constant may be added, nothing that changes with x."""
    assert objection(same_expression(X**3, up_to_constant=True), value) == code


def test_nested_list_is_no_matrix():
    """A Matrix is asked for, and a nested list is none."""
    assert objection(same_expression(sp.Matrix([[X, 1]])), [[X, 1]]) == "kind"
    assert objection(same_expression(sp.Matrix([[X, 1]])), sp.ImmutableMatrix([[X, 1]])) is None
    assert objection(same_expression(sp.Matrix([[X, 1]])), sp.Matrix([[X], [1]])) == "transposed"
    assert objection(same_expression(sp.Matrix([[X, 1]])), sp.Matrix([[X], [2]])) == "shape"


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ([[1, 4], [2, 5], [3, 6]], "transposed"), ([[1, 2], [3, 4], [5, 6]], "shape-only"), ([[1, 4], [2, 5], [3, 7]], "shape"),
        ([1, 2, 3, 4, 5, 6], "shape-only"), ([[1, 2, 3]], "shape"),
    ],
)  # fmt: skip
def test_other_shapes(value, code):
    """Right numbers in another shape are told from the transpose, and from wrong ones."""
    assert objection(close([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]), value) == code


@pytest.mark.parametrize(("constant", "code"), [(0.0, None), (1e9, None), (1e16, "value"), (1e18, "value")])
def test_a_constant_swamps_nothing(constant, code):
    """A constant may be added, but not so large a one that nothing is left of the values."""
    assert objection(close(XS**2, up_to_constant=True), XS**2 + constant) == code
    plt.plot(XS, XS**2 + constant)
    drawn_alike = objection(curves(XS, {"a": XS**2}, shifted=("a",)), plt.gcf()) is None
    assert drawn_alike == (code is None)


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({}, None), ({"activations": [None, "tanh", "tanh", "sigmoid"]}, "activations"), ({"activations": ["tanh", "tanh", "softmax"]}, "activations"),
        ({"layer_sizes": [2, 8, 1]}, "sizes"), ({"layer_sizes": [2, 8.5, 8, 1]}, "sizes"), ({"layer_sizes": [2, 65, 8, 1]}, "work"),
        ({"epochs": 0}, "work"), ({"epochs": "200"}, "work"), ({"learning_rate": float("inf")}, "rate"), ({"learning_rate": True}, "rate"),
        ({"seed": -1}, "seed"), ({"epochs": 2}, "accuracy"),
    ],
)  # fmt: skip
def test_settings(changed, code):
    """Settings that name no network are told apart from those that do not learn."""
    reference = load("lesson05_backpropagation")
    given = reference.model_settings() | changed
    assert objection(trains(reference.MLP, accuracy=0.95, seed=1), given) == code


def test_an_expected_expression_that_is_none():
    """A suite that expects what is no expression is the grader's fault, never the student's."""
    with pytest.raises(GraderFault, match="cannot be used: it is text, not a SymPy expression"):
        same_expression("3*x**2")


@pytest.mark.parametrize(
    ("check", "answer", "shown"),
    [
        (close((0.5, -1.0)), "(0.5, -1)", "close to (0.5, -1)"),
        (one_of("W", "dW"), '"W"', 'the word "W"'),
        (same_points([0.0, 1.5]), "[0, 1.5]", "the points [0, 1.5]"),
        (same_expression(X**3, up_to_constant=True), "x**3 + C", "equivalent to x**3 + C"),
        (curves(XS, WANTED), "a parabola and a line", "a figure of a parabola and a line"),
        (widest_line((0.5, 0.0, -1.0), POINTS, LABELS), "(0.5, 0, -1)", "the widest line, (0.5, 0, -1)"),
        (trains(None, accuracy=0.95, seed=3), "settings that reach 95%", "settings that reach 95%"),
    ],
)
def test_right_answers_are_shown(check, answer, shown):
    """A course that shows right answers shows each in a form that can be read, and so does a failed assert."""
    assert (check.answer(), repr(check)) == (answer, shown)


def figure_of(*ys):
    """Return a figure of curves over the points, as it comes over the wire."""
    figures.close()
    axes = plt.subplots()[1]
    for y in ys:
        axes.plot(XS, y)
    found = encode.encode(axes.figure)
    figures.close()
    return found


def test_a_mistaken_figure():
    """A mistake in a figure is known by exactly its curves, and its check can expect yet others."""
    check = curves(XS, WANTED).expecting(figure_of(XS**3, XS))
    assert check.objection(figure_of(XS, XS**3)) is None
    assert check.objection(figure_of(XS**3)).code == "curve"
    assert check.objection(figure_of(XS**3, XS**2)).code == "curve"
    assert check.answer() == "2 curves"
    assert check.expecting(figure_of(XS**2)).objection(figure_of(XS**2)) is None


@pytest.mark.parametrize(
    ("check", "infinite", "value"),
    [
        (close(3.0), np.inf, 4.0),
        (close((3.0, 4.0)), (np.inf, 4.0), (5.0, 6.0)),
        (close((3.0, 4.0), length=0.1), (np.inf, 4.0), (5.0, 6.0)),
        (same_points([0.0]), [sp.oo], [7.0]),
        (curves(XS, WANTED), wire.Figure([wire.Panel([wire.Curve(
            encode.encode(XS), encode.encode(np.where(XS > 1, np.inf, XS)), "")], [], "", "")], []), XS),
    ],
)  # fmt: skip
def test_infinity_explains_nothing_finite(check, infinite, value):
    """A mistake that divides by zero is not found in whatever finite answer comes back."""
    expecting = check.expecting(infinite)
    found = figure_of(value) if isinstance(infinite, wire.Figure) else encode.encode(value)
    assert expecting.objection(found) is not None


# --- expressions by their values, where the right one is not at hand -----------------------------


def sampled(expected, **settings):
    """Return the check for an expression that a student's kit has of it."""
    check = same_expression(expected, **settings)
    return SameValues(sample(check, check), check.positive, check.up_to_constant)


LOG = sp.log(X)


@pytest.mark.parametrize(
    ("expected", "value", "code"),
    [
        (3 * X**2 - 4 * X, X * (3 * X - 4), None), (3 * X**2 - 4 * X, 3.0 * X**2 - 4.0 * X, None), (3 * X**2 - 4 * X, 3 * X**2, "value"),
        (X**2, 1.0001 * X**2, "nearly"), (X**2, sp.Symbol("y") ** 2, "symbols"), (X**2, "x**2", "kind"), (X**2, sp.Add(X**2, LOG, -LOG, evaluate=False), "undefined"),
        (LOG, LOG, None), (LOG, sp.log(sp.Abs(X)), None), (LOG, LOG + 1, "value"),
        (sp.Matrix([[X, 1]]), sp.Matrix([[X, 1]]), None), (sp.Matrix([[X, 1]]), sp.Matrix([[X, 2]]), "value"), (sp.Matrix([[X, 1]]), X, "shape"),
    ],
)  # fmt: skip
def test_same_values(expected, value, code):
    """Where the right expression is not at hand, its values judge as it would."""
    check = sampled(expected)
    assert objection(check, value) == objection(same_expression(expected), value) == code
    assert "not on this computer" in repr(check)


@pytest.mark.parametrize(
    ("expected", "value", "code"),
    [
        (X**3, X**3 + sp.Symbol("C"), None),
        (X**3, X**3 - 7, None),
        (X**3, 2 * X**3, "value"),
        (X**3, 1.0001 * X**3 + 5, "nearly"),
        (X**3, X**3 + sp.Symbol("C") * X, "value"),
        (sp.log(1 - X), sp.log(1 - X) + 5, None),  # undefined at the first of the points
        (sp.log(1 - X), sp.log(1 - X) + X, "value"),
    ],
)
def test_same_values_up_to_a_constant(expected, value, code):
    """By its values alone, too, an antiderivative may have any constant added."""
    assert objection(sampled(expected, up_to_constant=True), value) == code


def test_what_the_values_say():
    """The words name a point that reads well, and never the right value there."""
    check = sampled(X**2)
    assert check.objection(encode.encode(X**3)).sentence == (
        "it is not equal to the right one, for example at x = 2, where yours comes to 8"
    )
    assert check.objection(encode.encode(sp.log(X - 2))).sentence == (
        "it is not defined where it should be, for example at x = 2"
    )
    assert check.objection(wire.Expression([wire.Node("eval")], [0], None, "")).code == "undefined"


def test_multiples_of_values():
    """A multiple of the right expression is told by values, too, also where it is undefined at some points."""
    third = sampled(LOG).times(Fraction(1, 3))
    assert [objection(third, each) for each in (LOG / 3, LOG)] == [None, "value"]


def test_values_of_a_mistake_in_other_symbols():
    """A mistake in other symbols than the task's is not found in an answer that is one number."""
    right = same_expression(X**3, up_to_constant=True)
    mistaken = right.expecting(sp.Symbol("y") ** 3)
    check = sampled(X**3, up_to_constant=True).expecting(sample(mistaken, right))
    assert objection(check, sp.Symbol("y") ** 3) is None
    assert objection(check, sp.Integer(7)) == "value"
