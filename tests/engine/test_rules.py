"""The course's rules: lateness, extensions and weights."""

import msgspec
import pytest

from graders.engine.classroom import Graded
from graders.engine.course import CourseError, Rules
from graders.engine.marks import About, Mark, Marks, Run
from graders.engine.rules import Rules as Read

FIRST, SECOND = "lesson01_differentiation", "lesson02_integration"


def marks(**scores):
    """Return marks of two lessons of ten points each."""
    tests = [
        Mark("", scores.get(key, 10.0), 10.0, About(lesson, "f", "right", scores.get(f"{key}_note", "")))
        for key, lesson in (("first", FIRST), ("second", SECOND))
    ]
    return Marks(sum(test.score for test in tests), tests, Run(1, "", "", 1, ""))


@pytest.fixture
def total(course):
    """Return a student's total under rules, with times of handing in by lesson."""

    def run(rules, stamps=None, *, student="ann", late=False, **scores):
        configured = msgspec.structs.replace(course, rules=msgspec.convert(rules, Rules))
        return Read(configured).total(
            Graded(student, "graded", marks(**scores), late=late, stamps=stamps or {})
        )

    return run


DUE = {"timezone": "Europe/Zurich", "due": "2026-03-01 12:00", "late": {"per_day": "10%", "cap": "25%"}}


@pytest.mark.parametrize(
    ("stamp", "lost"),
    [
        ("2026-03-01 12:00", 0),
        ("2026-03-01T11:00:00Z", 0),
        ("2026-03-01T11:00:01+00:00", 1),
        ("2026-03-01 12:00:01", 1),
        ("2026-03-02 12:00", 1),
        ("2026-03-02 12:00:01", 2),
        ("2026-04-01", 2.5),
        ("2026-03-01 11:30:00.25 UTC", 1),
        ("2026-03-01 11:30:00.25 Europe/Zurich", 0),
        ("Sunday, 1 March 2026, 12:01 PM", 1),
    ],
)
def test_late(total, stamp, lost):
    """A share of the lesson's points for each day begun, up to the cap, in the course's zone or the time's own."""
    found = total(DUE, {FIRST: stamp})
    assert (found.points, found.late, found.remarks) == (20 - lost, lost, ())


def test_a_day_is_due_when_it_ends(total):
    """A due date without a time is the end of that day, also across a change of clocks."""
    rules = DUE | {"due": "2026-03-28"}
    assert total(rules, {FIRST: "2026-03-28 23:59:59"}).late == 0
    assert total(rules, {FIRST: "2026-03-29 00:00:01"}).late == 1


def test_grace(total):
    """Within the grace period nothing is lost; after it, lateness counts from the due date."""
    rules = DUE | {"late": {"per_day": 2, "grace_minutes": 15}}
    assert total(rules, {FIRST: "2026-03-01 12:15"}).late == 0
    assert total(rules, {FIRST: "2026-03-01 12:15:01"}).late == 2
    assert total(rules, {FIRST: "2026-03-02 12:00:01"}).late == 4
    assert total(rules, {FIRST: "2026-05-02"}).late == 10


def test_no_more_than_was_earned(total):
    """Being late costs no points that were not earned, and nothing where nothing was handed in."""
    rules = DUE | {"late": {"per_day": 8}}
    assert total(rules, {FIRST: "2026-03-02"}, first=3.0).late == 3
    assert total(rules, {FIRST: "2026-03-02"}, first=0.0, first_note="lesson01.missing").late == 0


@pytest.mark.parametrize(
    ("extension", "lost"), [("1 day", 0), ("23 hours", 1), ("2026-03-02 12:00", 0), ("2026-02-01", 1)]
)
def test_extensions(total, extension, lost):
    """One student has longer, by a time or until a date; nobody else has, and none has less."""
    rules = DUE | {"extensions": {"ann": extension}}
    assert total(rules, {FIRST: "2026-03-02 12:00"}).late == lost
    assert total(rules, {FIRST: "2026-03-02 12:00"}, student="bob").late == 1


def test_due_by_lesson(total):
    """Lessons may have due dates of their own, or none."""
    rules = DUE | {"due": {SECOND: "2026-03-01 12:00"}}
    assert total(rules, {FIRST: "2026-03-02", SECOND: "2026-03-02"}).late == 1


def test_a_lesson_that_is_never_due(course):
    """It has no due date for anybody, not even for those with an extension."""
    rules = Rules(due={SECOND: "2026-03-01 12:00"}, extensions={"ann": "3 days"})
    read = Read(msgspec.structs.replace(course, rules=rules))
    assert read.due(FIRST) is None
    assert read.due(FIRST, "ann") is None
    assert read.due(SECOND, "ann") > read.due(SECOND)


def test_weights(total):
    """Weights shift points between lessons; a whole submission keeps the same total."""
    rules = {"weights": {FIRST: 3}}
    assert total(rules).points == 20
    assert total(rules, second=0.0).points == 15
    assert total(rules | DUE, {FIRST: "2026-03-01 12:01"}).late == 1.5


def test_what_a_person_has_to_look_at(total):
    """Lateness without a time, and a time that cannot be read, cost nothing and are told."""
    assert total(DUE, late=True).remarks == ("late by the platform's word, which gives no time",)
    found = total(DUE, {FIRST: "yesterday", SECOND: "yesterday"})
    assert (found.points, found.remarks) == (20, ("its time of handing in cannot be read: 'yesterday'",))


@pytest.mark.parametrize(
    ("rules", "said"),
    [
        ({"timezone": "Mars"}, "rules.timezone: no time zone 'Mars'"),
        ({"due": "1 March"}, "rules.due: '1 March' is no date: write it as in 2026-03-01 23:59"),
        ({"due": {"lesson9": "2026-03-01"}}, "rules.due: no lesson lesson9"),
        ({"weights": {"lesson9": 2}}, "rules.weights: no lesson lesson9"),
        ({"late": {"per_day": "ten"}}, "rules.late.per_day: 'ten' is neither points, as in 2, nor a share, as in 10%"),
        ({"late": {"cap": "-1"}}, "rules.late.cap: '-1' is neither"),
        ({"extensions": {"ann": "soon"}}, "rules.extensions: ann: 'soon' is no extension, as in 3 days"),
    ],
)  # fmt: skip
def test_rules_that_cannot_be_understood(total, rules, said):
    """The message names the key, the value and the remedy."""
    with pytest.raises(CourseError) as raised:
        total(rules)
    assert str(raised.value).startswith(said)
