"""How values and texts are printed: short, on one line, harmless."""

import numpy as np
import pytest
import sympy as sp

from graders.engine import formula, show
from graders.engine.worker import encode, wire


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("two\nlines\tand more", "two lines and more"),
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x1b]0;title\x07beep\x07", "beep�"),
        ("\x9b31m", "�31m"),
        ("left\u202eright", "left�right"),
        ("a" * 300, "a" * 199 + "…"),
        ("<b>&", "<b>&"),
    ],
)
def test_text(text, shown):
    """A student's text has no escape sequences, no control characters, and an end."""
    assert show.text(text) == shown
    assert show.text(text).isprintable()


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (3.0, "3"), (-0.25, "-0.25"), (4 / 3, "1.33333"), (2.00007, "2.00007"), (2.0000007, "2.0000007"), (1e-9, "1e-09"), (1e20, "1e+20"),
        (float("nan"), "nan"), (float("-inf"), "-inf"),
    ],
)  # fmt: skip
def test_number(value, shown):
    """Numbers as people write them; what is not 2 is not shown as 2."""
    assert show.number(value) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, "None"), (True, "True"), ("it's", '"it\'s"'), ((1, 2.5), "(1, 2.5)"), ((1,), "(1,)"), ([], "[]"), ({2.0}, "{2}"),
        (np.arange(3), "[0, 1, 2]"), (np.eye(2), "[[1, 0], [0, 1]]"), (1 + 2j, "1 + 2i"), ({"a": [1]}, "{'a': [1]}"),
        (sp.Symbol("x") ** 2, "x**2"), (10**30, str(10**30)), (10**17 + 1, str(10**17 + 1)), (lambda: 3, "function"),
    ],
)  # fmt: skip
def test_value(value, shown):
    """Answers on one line."""
    assert show.value(encode.encode(value)) == shown


def test_array_of_ours():
    """An array that never was in a worker is shown as one that came back."""
    assert show.value(np.eye(2)) == "[[1, 0], [0, 1]]"


@pytest.mark.parametrize(
    "value", [np.arange(1000.0), list(range(1000)), "x" * 4000, np.ones((50, 50)), {"k" * 150: "v" * 3000}]
)
def test_value_is_short(value):
    """No answer takes more than about a line."""
    assert len(show.value(encode.encode(value))) <= show.WIDTH + 30


def test_call():
    """A call with the function that was handed over."""
    shown = show.call("rate_of_change", (formula("exp(x)"), 1.7, np.linspace(0, 1, 20)))
    assert shown == "rate_of_change(func, 1.7, 20 numbers from 0 to 1)  with func(x) = exp(x)"
    assert show.call("margins", (np.ones((40, 2)),)) == "margins(array of shape (40, 2))"


def test_kinds():
    """Every kind of answer has a name."""
    assert show.kind(wire.Mapping([], [])) == "a dict"
    assert [show.a(name) for name in ("int", "float")] == ["an int", "a float"]
