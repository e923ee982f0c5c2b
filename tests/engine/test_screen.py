"""What the student's loop shows line after line, for screen readers and where there is no terminal."""

import io

import pytest
from rich.console import Console

from graders.engine import watch
from graders.engine.reports import screen
from graders.engine.score import Outcome

L3 = "lesson03_gradient"


def outcomes(*right):
    """Return what came of two items of the third lesson."""
    return [
        Outcome(
            L3, item, f"{item} is right", 2.0, "right" if item in right else "wrong", advice="Look again."
        )
        for item in ("f", "gradient")
    ]


@pytest.fixture
def progress(course):
    """Progress before any lesson was graded."""
    return watch.Progress(course)


@pytest.fixture
def console():
    """A console that is no terminal."""
    return Console(file=io.StringIO(), width=80, highlight=False)


def text(console, progress):
    """Return the screen as text."""
    with console.capture() as found:
        console.print(screen.render(progress))
    return found.get()


def test_the_same_is_told_once(console, progress):
    """Each verdict is printed once, however often it is shown, and again as soon as anything is new."""
    progress.take(L3, outcomes("f"))
    with screen.shown(console, full=False) as show:
        show(progress)
        show(progress)
        assert console.file.getvalue().count("total") == 1
        assert "Look again." not in console.file.getvalue()
        progress.hint()
        show(progress)
    assert console.file.getvalue().count("total") == 2
    assert console.file.getvalue().count("Look again.") == 1


def test_before_the_first_verdict(console, progress, course):
    """The lessons and the keys are there, and no item."""
    shown = text(console, progress)
    assert all(lesson.title in shown for lesson in course.lessons)
    assert shown.splitlines()[-2:] == ["", screen.KEYS]
    assert "points" not in shown


def test_what_is_right_no_more(console, progress):
    """It is told alone where nothing has become right."""
    progress.take(L3, outcomes("f"))
    progress.take(L3, outcomes())
    shown = text(console, progress)
    assert "Right no more: f." in shown
    assert "Now right" not in shown
