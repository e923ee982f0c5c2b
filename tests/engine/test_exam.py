"""The rubric's own exam: what is amiss is found and told, and equivalents are named with their reason."""

import pytest
from typer.testing import CliRunner

from graders.engine import course as courses
from graders.engine import exam, suites
from graders.engine.cli import app
from graders.engine.exam import Equivalent, Result
from graders.engine.reports import exam as report
from graders.engine.rubric import Mistake
from graders.engine.score import Outcome

LESSON = courses.course().lesson("lesson02_integration")
[F] = [item for item in suites.items(LESSON) if item.name == "f"]
EQUIVALENT = Equivalent("B is 1", "*", ("3 * B → *",))


def examined(kind, number=0):
    """Examine one thing of lesson 2's f, in this process."""
    return exam._examined(LESSON.module, "f", kind, number, (1,))


def number_of(change):
    """Return the number of the mutant of f with that change."""
    return [mutant.change for mutant in exam.changed(LESSON.module, "f")].index(change)


@pytest.mark.parametrize("kind", ["reference", "stub", "mistake"])
def test_what_is_as_it_should_be(kind):
    """The reference earns its points; the stub and a mistake do not."""
    assert examined(kind) == Result(LESSON.module, "f", kind)


def test_mutants(monkeypatch):
    """A mutant that loses its points is killed; one that keeps them survives, or is known to be right."""
    assert examined("mutant", number_of("2 * A * x → 2 * A")) == Result(LESSON.module, "f", "mutant")
    same = number_of("3 * B → 3 / B")
    monkeypatch.setattr(exam, "equivalents", dict)
    assert examined("mutant", same).amiss.endswith(": 3 * B → 3 / B  survives")
    monkeypatch.setattr(exam, "equivalents", lambda: {"lesson02.f": [EQUIVALENT]})
    assert examined("mutant", same).equivalent == EQUIVALENT


def test_a_mutant_that_never_ends_is_killed_at_once(monkeypatch):
    """One time-out is enough: no other seed is waited for."""

    def judged(*_):
        yield Outcome(LESSON.module, "f", "", 2.0, "stopped", "lesson02.f.timeout")
        pytest.fail("it was asked again")

    monkeypatch.setattr(exam, "judged", judged)
    assert examined("mutant") == Result(LESSON.module, "f", "mutant")


@pytest.mark.parametrize(
    ("name", "way", "amiss"),
    [
        ("right", lambda x: 3 * x**2 - 4 * x, "the mistake right is judged right"),
        ("mine", lambda x: 6 * x - 4, "the mistake mine is taken for lesson02.f.derivative"),
    ],
)
def test_mistakes_that_are_none(name, way, amiss):
    """A mistake that keeps its points, or that is known by another name, is told."""
    assert exam.mistaken(LESSON, F, Mistake(name, (way,), ""), way, 1) == amiss


@pytest.mark.parametrize(
    ("line", "change", "covered"),
    [
        ("return 3 * B * x**2", "3 * B → 3", True),
        ("return 3 * B * x**2", "3 → 4", False),
        ("y = 3 * B", "3 * B → 3", False),
    ],
)
def test_equivalents_cover(line, change, covered):
    """An entry covers what matches both its line and one of its changes."""
    assert Equivalent("", "return *", ("3 * B → *",)).covers(line, change) == covered
    assert Equivalent("", "x[1:]", ("[*] → *",)).covers("  x[1:]", "[1] → [2]")


def test_every_entry_names_an_item():
    """config/equivalents.yaml speaks of items that there are, and gives a reason each time."""
    known = {
        f"{lesson.module[:8]}.{item.name}"
        for lesson in courses.course().lessons
        for item in suites.items(lesson)
    }
    assert set(exam.equivalents()) <= known
    assert all(entry.why for entries in exam.equivalents().values() for entry in entries)


def test_a_course_without_equivalents(monkeypatch, tmp_path):
    """A course need not have the file: then every mutant that survives is told."""
    monkeypatch.setattr(courses, "CONFIG", tmp_path / "course.yaml")
    assert exam.equivalents.__wrapped__() == {}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("lesson02.f: [", "expected the node content"),
        ("lesson02.f:\n- line: x\n", "missing required field `why`"),
        ("lesson02.f:\n- {why: so, lines: x}\n", "unknown field `lines`"),
    ],
)
def test_wrong_equivalents(monkeypatch, tmp_path, text, words):
    """What is wrong in the file is named on one line, with the file."""
    (tmp_path / "equivalents.yaml").write_text(text)
    monkeypatch.setattr(courses, "CONFIG", tmp_path / "course.yaml")
    with pytest.raises(courses.CourseError, match=words) as caught:
        exam.equivalents.__wrapped__()
    assert str(caught.value).startswith(f"{tmp_path / 'equivalents.yaml'}: ")
    assert "\n" not in str(caught.value)


RESULTS = [
    Result("lesson02_integration", "f", "mistake"),
    Result("lesson02_integration", "f", "mutant"),
    Result("lesson02_integration", "f", "equivalent", equivalent=EQUIVALENT),
    Result("lesson02_integration", "f", "mutant", "line 3: a → b  survives"),
]


def test_report():
    """The table counts, and what is amiss follows it."""
    lines = report.table(RESULTS).splitlines()
    assert [cell.strip() for cell in lines[2].strip("|").split("|")] == [
        "lesson02.f",
        "1",
        "3",
        "1",
        "1",
        "1",
    ]
    assert lines[-1] == "lesson02.f: line 3: a → b  survives"


@pytest.mark.parametrize(("results", "status"), [(RESULTS[:3], 0), (RESULTS, 1), (RESULTS[:2], 1)])
def test_command(monkeypatch, results, status):
    """The exit status says whether all is as it should be; an entry that nothing needs is not."""
    monkeypatch.setattr(exam, "examine", lambda *_: iter(results))
    monkeypatch.setattr(exam, "equivalents", lambda: {"lesson02.f": [EQUIVALENT]})
    run = CliRunner().invoke(app, ["check", "--lesson", "02"])
    assert run.exit_code == status
    assert ("no mutant needs" in run.output) == (len(results) == 2)


def test_no_such_lesson():
    """A lesson that is not there is refused in one sentence."""
    run = CliRunner().invoke(app, ["check", "--lesson", "99"])
    assert run.exit_code == 2
    assert "no lesson has that in its name" in run.output
