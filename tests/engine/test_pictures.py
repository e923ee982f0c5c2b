"""What there is to see of a wrong answer: the right kind of picture, small, and nothing that gives the answer away."""

import html
import re

import msgspec
import pytest
import sympy

from graders.engine import pictures, reports, suites
from graders.engine.intake import Submission
from graders.engine.platforms import gradescope as gradescope_platform
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
