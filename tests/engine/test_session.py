"""A session: what a student is told of a child process that fails, and when the lesson is tried again."""

from collections import deque

import pytest

from graders.engine import course as courses
from graders.engine import intake, suites
from graders.engine.child import Ended, Lost
from graders.engine.course import Lesson, Limits
from graders.engine.intake import Submission
from graders.engine.session import Session
from graders.engine.worker import wire

LESSON = Lesson("lesson03_gradient", "Gradient")
SUBMISSION = Submission("ann", {"lesson03_gradient.py": b"def f(x, y): return 5.0\n"})
READY, RAN, FIVE = wire.Ready(), wire.Ran([], ""), wire.Returned(5.0, False, "")
DIED = "lesson03_gradient.py ended the grader's worker process"


class Scripted:
    """A sandbox whose children send these replies, one after the other; what is an exception is raised."""

    limits = Limits()

    def __init__(self, *replies):
        self.replies, self.started, self.numbers = deque(replies), 0, []

    def child(self, imports, *, numbers):
        """Start one."""
        self.started += 1
        self.numbers.append(numbers)
        return self

    def send(self, request, seconds):
        """Take a request."""

    def reply(self):
        """Return the next reply."""
        found = self.replies.popleft()
        if isinstance(found, Exception):
            raise found
        return found

    def ask(self, request, seconds):
        """Return the reply to a request."""
        return self.reply()

    def close(self):
        """End."""


def asked(*replies):
    """Return what comes of one call, and how many children it took."""
    sandbox = Scripted(*replies)
    came = Session(LESSON, SUBMISSION, sandbox, {}).ask("f", [1.0, 2.0])()
    assert not sandbox.replies
    return came, sandbox.started


@pytest.mark.parametrize(
    "replies",
    [
        (READY, RAN, FIVE),
        (Lost(), READY, RAN, FIVE),
        (READY, Lost(), READY, RAN, FIVE),
        (READY, RAN, Lost(), READY, RAN, FIVE),
    ],
)
def test_a_worker_is_lost(replies):
    """Whenever the worker is lost, while a module is loaded or a call runs, the call is answered all the same."""
    assert asked(*replies) == (FIVE, 1 + any(isinstance(each, Lost) for each in replies))


@pytest.mark.parametrize(
    "replies", [(Lost(), Lost()), (Lost(), READY, RAN, Lost()), (READY, RAN, Lost(), READY, Lost())]
)
def test_a_worker_is_lost_twice(replies):
    """A lesson amid which the worker is lost twice has ended it, and is told so."""
    came, started = asked(*replies)
    assert (came.kind, came.sentence, came.called, started) == ("died", DIED, False, 2)


@pytest.mark.parametrize(
    ("replies", "sentence"),
    [
        ((RAN,), "lesson03_gradient.py sent something that is no answer to the grader while it was imported"),
        ((READY, FIVE), "lesson03_gradient.py sent something that is no answer to the grader while it was imported"),
        ((READY, RAN, RAN), "f sent something that is no answer to the grader"),
        ((READY, RAN, Ended("timeout", "took longer than 5 s")), "f took longer than 5 s"),
    ],
)  # fmt: skip
def test_no_answer(replies, sentence):
    """A reply of another kind than was asked for is no answer, and neither is none."""
    assert asked(*replies)[0].sentence == sentence


def test_a_child_that_is_gone_before_it_is_asked(monkeypatch):
    """The call that finds it so is told; the next one has a fresh child."""

    def gone(*_):
        raise Ended("died", "ended the Python process")

    sandbox = Scripted(READY, RAN, READY, RAN, FIVE)
    session = Session(LESSON, SUBMISSION, sandbox, {})
    with monkeypatch.context() as context:
        context.setattr(sandbox, "send", gone)
        came = session.ask("f", [1.0, 2.0])()
    assert (came.kind, came.sentence, came.called) == ("died", "f ended the Python process", True)
    assert session.ask("f", [1.0, 2.0])() == FIVE
    assert sandbox.started == 2


@pytest.mark.parametrize(
    ("files", "numbers"),
    [
        ({}, True),
        ({"lesson03_gradient.py": b"import sympy"}, False),
        ({"lesson06_optimization.py": b"import sympy"}, True),
        ({"lesson03_gradient.py": b"import tools", "tools.py": b"", "others.py": b"import sympy"}, True),
        ({"lesson03_gradient.py": b"import tools", "tools.py": b"import others", "others.py": b"import sympy"}, False),
        ({"lesson03_gradient.py": b"from mine import *", "mine/__init__.py": b"", "mine/plots.py": b"import matplotlib"}, False),
    ],
)  # fmt: skip
def test_what_a_lesson_may_need(files, numbers):
    """A child has more libraries than NumPy where the lesson's file names one, or a file that it may import does."""
    sandbox = Scripted(READY, RAN, FIVE)
    submission = Submission("ann", SUBMISSION.sources | files)
    assert Session(LESSON, submission, sandbox, {}).ask("f", [1.0, 2.0])() == FIVE
    assert sandbox.numbers == [numbers]


def test_numbers_alone_take_one_child(worker, course, monkeypatch):
    """A lesson that names no more than NumPy is done in one small child, whatever the submission's others name."""
    started, child = [], worker.child
    monkeypatch.setattr(
        worker, "child", lambda *args, **more: started.append((args, more)) or child(*args, **more)
    )
    lessons = ["lesson03_gradient", "lesson05_backpropagation"]
    outcomes = suites.grade(intake.read(courses.REFERENCE, course), worker, course, seed=1, only=lessons)
    assert {outcome.outcome for outcome in outcomes} == {"right"}
    assert started == [(([],), {"numbers": True})] * 2


def test_it_calls_what_is_not_written_yet(grade):
    """A function that calls another one, which is not written yet, says which."""
    source = "def f(x, y):\n    raise NotImplementedError\n\ndef gradient(x, y):\n    return f(x, y), 0\n"
    outcomes = grade({"lesson03_gradient.py": source}, only=["lesson03_gradient"])
    assert outcomes["lesson03.f"].objection == "f is not written yet"
    assert outcomes["lesson03.gradient"].objection == "gradient calls f, which is not written yet"
