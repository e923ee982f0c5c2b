"""What there is to see of a wrong answer: the right kind of picture, small, and nothing that gives the answer away."""

import html
import re

import msgspec
import numpy as np
import pytest
import sympy

from graders.engine import close, formula, pictures, reports, suites
from graders.engine.check import Objection
from graders.engine.intake import Submission
from graders.engine.platforms import gradescope as gradescope_platform
from graders.engine.proxy import Line, Stop
from graders.engine.reports import feedback, gradescope
from graders.engine.reports.drawings import drawing
from graders.engine.reports.mathml import typeset
from graders.engine.worker import expressions, wire

L1, L3, L4, L5, L7 = (
    "lesson01_differentiation", "lesson03_gradient", "lesson04_jacobian", "lesson05_backpropagation",
    "lesson07_support_vector_machine",
)  # fmt: skip
SETTINGS = "{'layer_sizes': [2, 2, 2, 1], 'activations': ['tanh', 'tanh', 'sigmoid'], 'learning_rate': 0.01, 'epochs': 150, 'seed': 0}"
WRONG = [
    (L1, "f", "def f(x): return x**3 + 1", pictures.Drawn, "Your curve over x; "),
    (L1, "rate_of_change", "def rate_of_change(f, x, d): return 5.0", pictures.Slope, "func with x = "),
    (L3, "gradient", "def gradient(x, y): return x, y", pictures.Arrow, "Level lines of the function, and your vector "),
    (L3, "steepest_ascent", "def steepest_ascent(f, x, y): return 0.0, -3.0", pictures.Arrow, "Level lines"),
    (L4, "jacobian", "import numpy as np\ndef jacobian(*a): return np.ones((2, 3))", pictures.Matrix, "Your matrix of 2 rows and 3 columns."),
    (L4, "jacobian", "import numpy as np\ndef jacobian(*a): return np.ones((3, 2))", pictures.Matrix, "Your matrix of 3 rows and 2 columns; 6 of its 6 entries"),
    (L5, "model_settings", f"def model_settings(): return {SETTINGS}", pictures.Network, "The loss over 150 epochs, from "),
    (L7, "separating_line", "def separating_line(p, l): return 1.0, 0.5, 0.0", pictures.Plane, "Your line with its margins, dotted"),
    (L7, "separating_line", "def separating_line(p, l): return 0.0, 0.0, 0.0", pictures.Plane, "Your line, which has no direction"),
    (L1, "derivative", "import sympy\ndef derivative(): return sympy.Symbol('x')", pictures.Formula, ""),
]  # fmt: skip


@pytest.fixture
def judged(worker, course, reference_source):
    """Grade one wrong function in the place of the reference's."""

    def run(module, item, source, show=False):
        shown = msgspec.structs.replace(
            course, feedback=msgspec.structs.replace(course.feedback, answer="show" if show else "hide")
        )
        text = f"{reference_source(module)}\n\n{source}\n"
        submission = Submission("", {f"{module}.py": text.encode()})
        outcomes = suites.grade(submission, worker, shown, seed=3, only=[module])
        return next(outcome for outcome in outcomes if outcome.item == item)

    return run


@pytest.mark.parametrize(
    ("module", "item", "source", "kind", "words"), WRONG, ids=lambda each: str(each)[:30]
)
def test_pictures(judged, module, item, source, kind, words):
    """Each lesson's wrong answers have their picture, with words for who cannot see it, and without the answer."""
    outcome = judged(module, item, source)
    assert outcome.outcome == "wrong"
    assert isinstance(outcome.picture, kind)
    assert not getattr(outcome.picture, "right", [])
    assert len(msgspec.json.encode(outcome.picture)) < 4_000
    assert msgspec.json.decode(msgspec.json.encode(outcome.picture), type=pictures.Picture) == outcome.picture
    found = drawing(outcome.picture)
    if kind is pictures.Formula:
        assert found is None
    else:
        svg, caption = found
        assert caption.startswith(words)
        assert svg.startswith(f'<svg role="img" aria-label="{caption}"')
        assert len(svg) < 60_000


def test_the_right_answer_beside_it(judged):
    """Where the course shows right answers, the picture does, too."""
    hidden, shown = (
        judged(L3, "gradient", "def gradient(x, y): return x, y", show) for show in (False, True)
    )
    assert (hidden.answer, hidden.picture.right) == ("", [])
    assert shown.picture.right == [float(each) for each in shown.answer.strip("()").split(", ")]
    assert drawing(shown.picture)[0] != drawing(hidden.picture)[0]


BOTTOM, DIAGONAL = pictures.Series([0.0, 1.0], [0.0, 0.0]), pictures.Series([0.0, 1.0], [0.0, 1.0])
POINTS, LABELS = [[0.0, 0.0], [2.0, 2.0]], [-1.0, 1.0]


@pytest.mark.parametrize(
    "picture",
    [
        pictures.Drawn([BOTTOM], [DIAGONAL, DIAGONAL]),
        pictures.Plane([1.0, 0.0, -1.0], POINTS, LABELS, [0.5, 0.5, -1.0]),
        pictures.Plane([0.0, 1.0, -1.0], POINTS, LABELS, [1.0, 0.5, -1.5]),
    ],
)
def test_the_right_curve_or_line_beside_it(picture):
    """It is drawn in its own colour, whichever way it runs, and named once where there is a legend."""
    shown, hidden = (str(drawing(each)[0]) for each in (picture, msgspec.structs.replace(picture, right=[])))
    assert "var(--right)" in shown
    assert "var(--right)" not in hidden
    assert shown.count(">right</text>") == isinstance(picture, pictures.Drawn)


def test_a_flat_landscape():
    """A function that is the same everywhere has no level lines, and the arrow is drawn all the same."""
    sloped, flat = (
        drawing(pictures.Arrow([0.5, 0.5], [0.3, 0.0], [0.0, 0.0], [1.0, 1.0], heights))
        for heights in ([[0.0, 1.0], [0.0, 1.0]], [[2.0, 2.0], [2.0, 2.0]])
    )
    assert flat[1] == sloped[1]
    assert "QuadContourSet" in sloped[0]
    assert "QuadContourSet" not in flat[0]
    assert "var(--own)" in flat[0]


@pytest.mark.parametrize(
    ("inside", "share"),
    [(["111", "111", "111"], 1), (["000", "000", "000"], 0), (["000", "010", "000"], 1 / 9)],
)
def test_where_a_model_says_1(inside, share):
    """The square has its colour there, be it everywhere or nowhere, and the words tell the share."""
    svg, words = drawing(pictures.Network([0.7, 0.7], inside, 2.0, 10))
    assert f"where your model says 1: in {share:.0%} of the square" in words
    assert ("fill: var(--own)" in svg) == (share > 0)


def test_a_right_answer_has_no_picture(judged):
    """There is nothing to mend in it."""
    assert judged(L3, "f", "").picture is None


def test_numbers_that_cannot_be_drawn(judged):
    """Huge ones and those that are none bring no picture or a whole one, never a fault."""
    for value in ("1e308, 1e308", "float('nan'), 1.0", "1e-320, 0.0"):
        outcome = judged(L3, "gradient", f"def gradient(x, y): return {value}")
        assert outcome.outcome == "wrong"
        assert outcome.picture is None or drawing(outcome.picture)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("3*x**2 - 4*x", "3x2−4x"),
        ("-x/2 + 1", "−x2+1"),
        ("1/(1 + exp(-x))", "1e−x+1"),
        ("sqrt(x)*log(x)", "xlog\u2061(x)"),
        ("Abs(x - 1)**3", "|x−1|3"),
        ("2*(x + 1)**2", "2(x+1)2"),
        ("2.5*x", "2.5x"),
        ("-sin(x)", "−sin\u2061(x)"),
        ("Matrix([[x, 1], [pi, E]])", "[x1πe]"),
        ("3*y/(x + 1)**2", "3y(x+1)2"),
        ("x**n", "xn"),
        ("(-x)**(n + 1)", "(−x)n+1"),
    ],
)  # fmt: skip
def test_mathematics(text, shown):
    """Expressions are typeset in the order in which they are kept."""

    found = typeset(expressions.encode(sympy.sympify(text)))
    assert found.startswith("<math ")
    assert re.sub("<[^>]*>", "", found) == shown


@pytest.mark.parametrize("text", ["Piecewise((x, x > 0), (0, True))", "Heaviside(x)"])
def test_what_is_not_typeset(text):
    """It is shown as text."""

    assert typeset(expressions.encode(sympy.sympify(text))) is None


def test_markup_in_a_symbol():
    """A symbol's name is shown to the letter."""

    assert "<b>" not in typeset(expressions.encode(sympy.Symbol("<b>x")))


def test_limits():
    """Shared parts written out are bounded."""

    x = sympy.Symbol("x")
    for _ in range(40):
        x = sympy.Add(sympy.sin(x), sympy.cos(x), evaluate=False)
    assert typeset(expressions.encode(x)) is None


EXTREME = [
    (L1, "plot_derivative", "def plot_derivative(x, delta):\n    fig, ax = plt.subplots()\n    ax.plot(x, np.log(-np.abs(x)))\n    return fig"),
    (L1, "f_prime", "def f_prime(x): return np.sign(x) * 1.5e308"),
    (L1, "rate_of_change", "def rate_of_change(f, x, d): return 1.5e308"),
    (L1, "derivative", "def derivative(): return sp.Symbol('x') * sp.exp(sp.Float(1000))"),
    (L4, "jacobian", "def jacobian(*a): return np.full((3, 2), 1.7976931348623157e308)"),
    (L4, "jacobian_expression", "def jacobian_expression(): return sp.Matrix([])"),
    (L7, "separating_line", "def separating_line(p, l): return 1e308, 1e-308, 1e308"),
]  # fmt: skip


@pytest.mark.parametrize(("module", "item", "source"), EXTREME, ids=lambda each: str(each)[:40])
def test_what_cannot_be_drawn_costs_nothing(judged, course, module, item, source):
    """Numbers at the end of what there is leave results that can be written, and a page that can be made."""
    outcome = judged(module, item, source)
    assert outcome.outcome == "wrong"
    run = reports.Run([outcome], "", "", 1, "basic", 0.0)
    text = gradescope.text(gradescope.results(run))
    assert outcome.title in html.unescape(feedback.page(feedback.decode(text.encode()), "ann", course))
    assert gradescope_platform._shown(gradescope.results(run), [outcome], "visible")["tests"]


def test_a_forged_graph_is_shown_as_text():
    """A node without what it needs is no fault of the page's."""
    assert typeset(wire.Expression([wire.Node("exp")], [0], None, "")) is None


@pytest.mark.parametrize(
    ("came", "at", "drawn"),
    [
        (wire.Returned(5.0, False, ""), 2.0, True),
        (wire.Returned(5.0, False, ""), 0.1, False),  # log(x) has no value on the left of it
        (Stop("exception", "rate stopped"), 2.0, False),
    ],
)
def test_a_slope_is_drawn_where_there_is_a_curve(came, at, drawn):
    """A rate of change is drawn with its function where that has values all around, and only if one came back."""
    line = Line("rate", (formula("log(x)"), at, 0.1), came, close(1 / at), Objection("value", ""))
    with np.errstate(all="ignore"):
        found = pictures.picture(line, show=False, landscape=None)
    assert isinstance(found, pictures.Slope) if drawn else found is None
