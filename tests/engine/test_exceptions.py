"""What exceptions usually mean: real ones, raised here, are told in words that fit."""

import math

import numpy as np
import pytest
import sympy as sp

from graders.engine import exceptions

x = sp.Symbol("x")


def endless():
    """Call itself without end."""
    return endless()


def too_early():
    """Use a name before it has a value."""
    value += 1  # noqa: F821 - that is the point
    return value


@pytest.mark.parametrize(
    ("raises", "note"),
    [
        (lambda: 2.0 ^ 3, "caret"),
        (lambda: np.array([1.5]) ^ 2, "caret"),
        (lambda: np.exp(x), "numeric-function"),
        (lambda: math.log(x), "numeric-function"),
        (lambda: float(x), "numeric-function"),
        (lambda: math.exp(np.array([1.0, 2.0])), "one-number-at-a-time"),
        (lambda: 1 if np.array([1.0, 2.0]) > 1 else 0, "if-on-an-array"),
        (lambda: 1 if x > 1 else 0, "if-on-a-symbol"),
        (lambda: -[1.0, 2.0], "list-arithmetic"),
        (lambda: [1.0] * 2.0, "list-arithmetic"),
        (lambda: [1.0] - 1, "list-arithmetic"),
        (lambda: (lambda two: two(3))(2), "not-a-function"),
        (lambda: np.array(1.0, -4.0), "array-of-several"),
        (lambda: np.ones(3) + np.ones(2), "shapes-do-not-fit"),
        (lambda: np.ones((2, 3)) @ np.ones((2, 3)), "shapes-do-not-fit"),
        (lambda: sp.eye(2) * sp.eye(3), "shapes-do-not-fit"),
        (lambda: (lambda a: a)(), "arguments"),
        (lambda: (lambda a: a)(1, 2), "arguments"),
        (lambda: None + 1, "none-inside"),
        (lambda: [1][3], "past-the-end"),
        (lambda: np.ones(2)[2], "past-the-end"),
        (endless, "recursion"),
        (too_early, "no-value-yet"),
        (lambda: 1 / 0, "division-by-zero"),
        (lambda: exit(0), "exit"),
        (lambda: [x].jacobian([x]), "list-attribute"),
        (lambda: np.sinus(1), "no-attribute"),
        (lambda: undefined_name, "undefined-name"),  # noqa: F821 - that is the point
    ],
)
def test_meanings(raises, note):
    """Python's own message leads to the note."""
    with pytest.raises(BaseException) as caught:  # noqa: PT011 - any, SystemExit too
        raises()
    sentence = f"f stopped with {type(caught.value).__name__}: {caught.value}"
    found = exceptions.of(sentence)
    assert found is not None, sentence
    assert found.note == note


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("np", "the import"),
        ("numpy", "it is called np"),
        ("exp", "np.exp"),
        ("Matrix", "sp.Matrix"),
        ("px", "its *"),
    ],
)
def test_undefined_names(name, words):
    """A name that is not defined is explained by what it usually is."""
    assert words in exceptions.of(f"f stopped with NameError: name '{name}' is not defined").advice


def test_others_are_not_explained():
    """An exception of the student's own has no usual meaning."""
    assert exceptions.of("f stopped with ValueError: no") is None
