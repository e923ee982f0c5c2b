"""The right answers: loaded by path, and at no more cost than they need."""

import sys
import types

import pytest

from graders.engine import references
from graders.engine.course import CourseError


def test_a_lesson_without_reference():
    """A lesson of the course without right answers is named, with the rule that it breaks."""
    with pytest.raises(CourseError, match=r"lesson08_x\.py is not there: every lesson .* has a reference"):
        references.load("lesson08_x")


def test_another_function_in_the_place_of_its_own():
    """What calls a function of the reference calls the one that was put in its place, and only in that copy."""
    replaced = references.replaced("lesson03_gradient", "directional_rate", lambda *_: 0.0)
    func = lambda x, y: x**2 + y**2  # noqa: E731 - named in one line
    assert replaced.directional_rate(func, 1.0, 2.0, 0.0, 0.1) == 0.0
    assert references.load("lesson03_gradient").directional_rate(func, 1.0, 2.0, 0.0, 0.1) == pytest.approx(
        2.1
    )


def test_what_was_imported_stays(monkeypatch):
    """Loading a reference that draws leaves Matplotlib as it was, whether that was half imported or not at all."""
    half = types.ModuleType("matplotlib")
    monkeypatch.setitem(sys.modules, "matplotlib", half)
    monkeypatch.delitem(sys.modules, "matplotlib.pyplot", raising=False)
    module = references.load.__wrapped__("lesson01_differentiation")
    assert module.f(2.0) == references.load("lesson01_differentiation").f(2.0)
    assert sys.modules["matplotlib"] is half
    assert "matplotlib.pyplot" not in sys.modules
