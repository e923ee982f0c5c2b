"""Formulas record where a student's code calls them: the first calls, the first numbers."""

import numpy as np
import pytest

from graders.engine import formula
from graders.engine.worker import arguments, wire
from graders.engine.worker.formula import MAX_CALLS


def handed(function, student):
    """Hand a formula to a student's function, as the worker does, and return it as predicates see it."""
    given = [arguments.decode(function.spec(), None)]
    student(*given)
    calls = [[np.frombuffer(at.data).reshape(at.shape) for at in call] for call in arguments.calls(given)]
    return function.recorded(calls)


@pytest.mark.parametrize(
    ("student", "offsets"),
    [
        (lambda func: (func(2 + 0.1) - func(2)) / 0.1, [0.1, 0]),
        (lambda func: (func(2.1) - func(1.9)) / 0.2, [0.1, -0.1]),
        (lambda func: 3, []),
    ],
)
def test_offsets_at_a_number(student, offsets):
    """The steps that were taken from x = 2 are told."""
    found = handed(formula("x**3"), student).offsets(2)
    np.testing.assert_allclose(found[:, 0], offsets, atol=1e-12)


def test_offsets_at_arrays():
    """Over an array a step is one where it is the same everywhere, and none elsewhere."""
    x = np.array([[1.0, 2.0], [3.0, 5.0]])
    seen = handed(formula("x + y", "x", "y"), lambda func: (func(x + 0.5, 1.0), func(2 * x, 1), func(1, 1)))
    np.testing.assert_allclose(seen.offsets(x, np.ones((2, 2))), [[0.5, 0], [np.nan, 0], [np.nan, np.nan]])


def test_only_so_much_is_recorded():
    """A search with many calls, or over many points, sends little back."""
    seen = handed(formula("x"), lambda func: [func(np.arange(1000.0)) for _ in range(1000)])
    assert len(seen.calls) == MAX_CALLS
    assert all(len(at) == wire.MAX_RECORDED for call in seen.calls for at in call)


def test_our_own_formulas_record_nothing():
    """On the trusted side a formula is called without a trace, and a recording one does not go on."""
    function = formula("x")
    function(1.0)
    seen = handed(function, lambda func: func(2.0))
    seen(5.0)
    assert function.calls == ()
    assert len(seen.calls) == 1
