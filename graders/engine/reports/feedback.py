"""The student's page: one file that needs no network and no script, made from results alone."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from importlib import resources
from typing import Final

import jinja2
import msgspec
from markupsafe import Markup

from graders.engine.course import Course, number
from graders.engine.marks import Run
from graders.engine.pictures import Formula, Picture
from graders.engine.reports import points
from graders.engine.reports.drawings import drawing
from graders.engine.reports.mathml import typeset

_MARKS: Final = {
    "right": ("✓", "right"),
    "wrong": ("✗", "not right"),
    "stopped": ("✗", "no answer"),
    "error": ("!", "not judged"),
}


class Details(msgspec.Struct, frozen=True):
    """What came of an item, and what is said of it."""

    lesson: str
    item: str
    outcome: str
    note: str
    called: str = ""
    returned: str = ""
    answer: str = ""
    objection: str = ""
    advice: str = ""
    printed: str = ""
    picture: Picture | None = None


class Test(msgspec.Struct, frozen=True):
    """One item of the results."""

    name: str
    number: str
    score: float
    max_score: float
    extra_data: Details


class Results(msgspec.Struct, frozen=True):
    """A student's ``results.json``, with the words."""

    score: float
    output: str
    tests: list[Test]
    extra_data: Run


@dataclass(frozen=True)
class _Lesson:
    module: str
    number: str
    title: str
    tests: list[Test]

    @property
    def earned(self) -> str:
        return points(sum(test.score for test in self.tests))

    @property
    def possible(self) -> str:
        return points(sum(test.max_score for test in self.tests))

    @property
    def percent(self) -> str:
        return (
            f"{100 * sum(test.score for test in self.tests) / sum(test.max_score for test in self.tests):.0f}"
        )

    @property
    def stopped(self) -> str:
        """What kept the whole module from being loaded: said once."""
        said = {test.extra_data.objection for test in self.tests}
        never = all(
            test.extra_data.outcome == "stopped" and not test.extra_data.called for test in self.tests
        )
        return said.pop() if never and len(said) == 1 < len(self.tests) else ""

    @property
    def stopped_advice(self) -> str:
        return self.tests[0].extra_data.advice

    @property
    def shown(self) -> list[_Item]:
        return [] if self.stopped else [_Item(test) for test in self.tests]


@dataclass(frozen=True)
class _Item:
    test: Test

    @functools.cached_property
    def _drawing(self) -> tuple[Markup | None, str]:
        picture = self.test.extra_data.picture
        return (drawing(picture) if picture is not None else None) or (None, "")

    @property
    def picture(self) -> Markup | None:
        return self._drawing[0]

    @property
    def caption(self) -> str:
        return self._drawing[1]

    @property
    def mark(self) -> str:
        return _MARKS[self.outcome][0]

    @property
    def verdict(self) -> str:
        return _MARKS[self.outcome][1]

    @property
    def id(self) -> str:
        return f"item-{self.test.number}"

    @property
    def title(self) -> str:
        return self.test.name

    @property
    def outcome(self) -> str:
        return self.test.extra_data.outcome

    @property
    def score(self) -> str:
        return "–" if self.outcome == "error" else points(self.test.score)

    @property
    def possible(self) -> str:
        return points(self.test.max_score)

    @property
    def advice(self) -> str:
        return self.test.extra_data.advice

    @property
    def facts(self) -> list[tuple[str, str, Markup | None]]:
        """What was called, what came back, and what it should satisfy."""
        about = self.test.extra_data
        formula = typeset(about.picture.expression) if isinstance(about.picture, Formula) else None
        facts = [
            ("you called", about.called, None),
            ("it returned", about.returned, formula),
            ("the answer", about.answer, None),
            ("what is wrong", about.objection, None),
            ("it printed", about.printed, None),
        ]
        return [fact for fact in facts if fact[1]] if self.outcome != "right" else []


def decode(results: bytes) -> Results:
    """Return results with the words.

    Raises
    ------
    msgspec.DecodeError
        When it is no file of this version's.
    """
    return msgspec.json.decode(results, type=Results)


def page(results: Results, student: str, course: Course) -> str:
    """Return a student's page as HTML."""
    titles = {lesson.module: lesson.title for lesson in course.lessons}
    modules = dict.fromkeys(test.extra_data.lesson for test in results.tests)
    lessons = [
        _Lesson(module, str(number(module)), titles.get(module, module),
                [test for test in results.tests if test.extra_data.lesson == module])
        for module in modules
    ]  # fmt: skip
    wrong = next((test for test in results.tests if test.extra_data.outcome in ("wrong", "stopped")), None)
    return template("student.html").render(
        course=course.course,
        student=student,
        total=points(results.score),
        most=points(sum(test.max_score for test in results.tests)),
        notes=results.output.splitlines(),
        lessons=lessons,
        praise=_praise(lessons),
        next=_Item(wrong) if wrong else None,
        seed=results.extra_data.seed,
        isolation=results.extra_data.isolation,
        submission=results.extra_data.submission,
        digest=results.extra_data.course,
    )


def _praise(lessons: list[_Lesson]) -> str:
    """Name what is right."""
    whole = [lesson.title for lesson in lessons if lesson.earned == lesson.possible]
    right = sum(test.extra_data.outcome == "right" for lesson in lessons for test in lesson.tests)
    of = sum(len(lesson.tests) for lesson in lessons)
    if right == of:
        return "Everything is right. Well done!"
    if whole:
        return f"{right} of {of} functions are right, and all of {', '.join(whole)}. Well done!"
    return f"{right} of {of} functions are right." if right else ""


@functools.cache
def template(name: str) -> jinja2.Template:
    """Return a template, in which all that is put is escaped, with the pages' style."""
    folder = resources.files(__package__).joinpath("templates")
    environment = jinja2.Environment(
        autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, loader=jinja2.FunctionLoader(
            lambda each: folder.joinpath(each).read_text("utf-8")
        ),
    )  # fmt: skip
    environment.globals["style"] = Markup(folder.joinpath("page.css").read_text("utf-8"))
    return environment.get_template(name)


def as_page(results: bytes, student: str, course: Course) -> bytes:
    """Return the page that belongs to a ``results.json``."""
    return page(decode(results), student, course).encode("utf-8", "replace")
