"""The gradebook and what is made from it: for spreadsheets, for platforms, for machines."""

import csv
import io
from xml.etree import ElementTree

import msgspec
import pytest
from rich.console import Console

from graders.engine import intake, roster
from graders.engine.classroom import Graded, Handed
from graders.engine.course import Rules as Rules_
from graders.engine.marks import About, Mark, Marks, Run
from graders.engine.reports import gradebook, junit, summary, upload
from graders.engine.reports.gradebook import Gradebook
from graders.engine.rules import Rules

FIRST, SECOND = "lesson01_differentiation", "lesson02_integration"


def graded(student, *scores, outcome="right", note="", **more):
    """Return what came of a submission with an item of four points in each of the first lessons."""
    about = zip((FIRST, SECOND), scores, strict=False)
    tests = [Mark("", score, 4.0, About(lesson, "f", outcome, note)) for lesson, score in about]
    return Graded(student, "graded", Marks(sum(scores), tests, Run(1, "", "", 1, "")), **more)


@pytest.fixture
def book(course):
    """Return a gradebook with students added."""

    def run(*found, rules=None):
        configured = msgspec.structs.replace(course, rules=msgspec.convert(rules or {}, Rules_))
        made = Gradebook(configured, Rules(configured))
        for each in found:
            made.add(each)
        return made

    return run


def test_rows(book, tmp_path, course):
    """No name is taken for a formula, those without a score have none, and spreadsheets see UTF-8."""
    made = book(
        graded("=1+1", 3.5, 0.0, outcome="error"),
        Graded("Åsa, B.", "failed", failed="no"),
        Graded("carl", "absent"),
        graded("bob", 0.0, note="lesson01.missing"),
        graded("dora", 4.0, 4.0),
    )
    gradebook.write(tmp_path / "gradebook.csv", made.rows())
    assert (tmp_path / "gradebook.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    with open(tmp_path / "gradebook.csv", encoding="utf-8-sig", newline="") as file:
        head, *rows = csv.reader(file)
    assert head == ["student", *(lesson.module for lesson in course.lessons), "total", "status"]
    assert rows == [
        ["'=1+1", "3.5", *"000000", "3.5", "2 items not judged"],
        ["bob", *"0000000", "0", "graded; no lesson could be read"],
        ["carl", *"0000000", "0", "handed in nothing"],
        ["dora", "4", "4", *"00000", "8", "graded"],
        ["Åsa, B.", *[""] * 8, "not graded: no"],
    ]


@pytest.mark.parametrize(
    ("found", "complete"),
    [
        (graded("ann", 4.0), True),
        (graded("ann", 0.0, note="lesson01.missing"), True),
        (Graded("ann", "absent"), True),
        (graded("ann", 0.0, outcome="error"), False),
        (Graded("ann", "failed"), False),
        (graded("ann", 4.0, late=True), False),
    ],
)
def test_who_needs_a_person(book, found, complete):
    """A run is complete when everybody has a score that can be taken as it is."""
    assert book(graded("bob", 4.0), found).complete == complete


def test_late(book):
    """Where lessons are due, the gradebook has what was lost by being late."""
    rules = {"due": "2026-03-01 12:00", "late": {"per_day": 1}}
    made = book(graded("ann", 4.0, 3.0, stamps={SECOND: "2026-03-02"}), rules=rules)
    head, row = made.rows()
    assert dict(zip(head, row, strict=True)) | {
        "late": "1",
        "total": "6",
        "lesson02_integration": "3",
    } == dict(zip(head, row, strict=True))


def told(made, **options):
    """Return what is printed of a class."""
    file = io.StringIO()
    summary.tell(made, ["a note"], Console(file=file, highlight=False, **options))
    return [line.rstrip() for line in file.getvalue().splitlines()]


def test_summary(book):
    """Counts, totals, the hardest items, the most frequent notes, and who needs a person."""
    made = book(
        graded("ann", 4.0, 4.0), graded("bob", 4.0, 0.0, outcome="wrong", note="a.b"),
        Graded("carl\x1b[31m", "failed", failed="[red]no"),
    )  # fmt: skip
    assert told(made) == [
        "a note",
        "2 graded, 1 failed",
        "total: mean 6.0, median 6.0, quartiles 5.0 and 7.0",
        "",
        "hardest     right",
        "lesson01.f    50%",
        "lesson02.f    50%",
        "",
        "frequent  students",
        "a.b              2",
        "",
        "look at",
        "carl     not graded: [red]no",
    ]


def test_summary_without_a_total(book):
    """Where nobody could be graded, no mean is made up."""
    assert told(book(Graded("carl", "failed", failed="no"))) == [
        "a note",
        "1 failed",
        "",
        "look at",
        "carl     not graded: no",
    ]


def test_summary_on_terminals(book):
    """Colours on a terminal alone, none under NO_COLOR; narrow ones cut nothing off, and no box can break."""
    made = book(graded("ann", 4.0, 0.0, outcome="wrong", note="lesson03.steepest_ascent.part-of-circle"))
    assert any("\x1b[" in line for line in told(made, force_terminal=True, color_system="standard"))
    bare = {"NO_COLOR": "1", "TERM": "dumb"}
    assert not any("\x1b[3" in line for line in told(made, force_terminal=True, _environ=bare))
    narrow = told(made, width=24)
    assert all(len(line) <= 24 for line in narrow)
    assert "part-of-circle" in "".join(narrow)
    assert "".join(told(made, width=200)).isascii()


def test_summary_of_ties(book):
    """What is as frequent stands in the order of its name, however the submissions came."""
    found = [graded(name, 0.0, outcome="wrong", note=f"a.{name}") for name in "gfedcba"]
    notes = [line.split()[0] for line in told(book(*found)) if line.startswith("a.")]
    assert notes == [f"a.{name}" for name in "abcde"]


@pytest.fixture
def read(tmp_path):
    """Read a roster from lines."""

    def run(text):
        (tmp_path / "roster.csv").write_text(text, "utf-8-sig")
        return roster.read(tmp_path / "roster.csv")

    return run


CANVAS = (
    "Student,ID,SIS User ID,SIS Login ID,Section,Essay (3),Calculus (44)\n"
    "    Points Possible,,,,,10,8\n"
    '"Doe, Jane",7,S7,jdoe,Monday,9,\n"Roe, Carl",9,S9,croe,Monday,8,\n'
)
MOODLE = (
    "Identifier,Full name,Email address,Status,Grade,Maximum Grade,Last modified (submission)\n"
    'Participant 11,Jane Doe,jane@x.org,Submitted,,8.00,"Sunday, 1 March 2026, 11:58 PM"\n'
    "Participant 12,Carl Roe,carl@x.org,No submission,,8.00,-\n"
)


def test_a_roster_of_ones_own(read):
    """A column ``student``; others may give more names."""
    found = read("Student,Email\nann,a@x.org\n\nbob,\n")
    assert (found.kind, [each.student for each in found.students]) == ("own", ["ann", "bob"])
    assert found.find("A@x.org", "").student == "ann"
    assert found.find("carl", "") is None


def test_rosters_of_platforms(read):
    """Their students are known by number, login and mail, and Moodle's times of handing in are read."""
    canvas = read(CANVAS)
    assert (canvas.kind, len(canvas.students)) == ("canvas", 2)
    assert canvas.find("doejane_7", "7").row["SIS Login ID"] == "jdoe"
    assert canvas.find("croe", "").number == "9"
    moodle = read(MOODLE)
    assert [each.student for each in moodle.students] == ["Jane Doe_11", "Carl Roe_12"]
    assert [each.stamp for each in moodle.students] == ["Sunday, 1 March 2026, 11:58 PM", ""]


@pytest.mark.parametrize("text", ["name\nann\n", "", "\0"])
def test_no_roster(read, text):
    """What has no student in it is told in a sentence."""
    with pytest.raises(intake.SubmissionError, match=r"roster\.csv"):
        read(text)


def people(students, found):
    """Return who is in a gradebook, with what a roster knows of them."""
    return [
        (each.student, each, found.find(each.student, each.number) if found else None) for each in students
    ]


JANE, CARL = Handed("doejane_7", number="7"), Handed("roecarl_9", number="9")


def test_canvas(book, read):
    """Canvas' own columns, the assignment's where it is there already, and no line of somebody else's work."""
    made, found = book(graded(JANE.student, 4.0, 3.0)), read(CANVAS)
    assert upload.canvas("Calculus", made, people([JANE, CARL], found), found) == [
        ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "Calculus (44)"],
        ["    Points Possible", "", "", "", "", "8"],
        ["Doe, Jane", "7", "S7", "jdoe", "Monday", "7"],
        ["Roe, Carl", "9", "S9", "croe", "Monday", ""],
    ]
    alone = upload.canvas("Calculus", made, people([JANE], None), None)
    assert alone[0][-1] == "Calculus"
    assert alone[2] == ["doejane", "7", "", "", "", "7"]


def test_moodle(book, read):
    """Moodle's own worksheet with the grades filled in; or one with what its download tells."""
    jane = Handed("Jane Doe_11", number="11")
    made, found = book(graded(jane.student, 4.0, 3.0)), read(MOODLE)
    filled = upload.moodle(made, people([jane], found), found)
    assert filled[0] == found.columns
    assert filled[1] == [
        "Participant 11", "Jane Doe", "jane@x.org", "Submitted", "7", "8.00", "Sunday, 1 March 2026, 11:58 PM"
    ]  # fmt: skip
    assert upload.moodle(made, people([jane], None), None) == [
        ["Identifier", "Full name", "Email address", "Grade", "Maximum Grade"],
        ["Participant 11", "Jane Doe", "", "7", "8"],
    ]


def test_junit(tmp_path):
    """A case an item: what is not right is a failure, what was not judged an error; all of it is XML."""
    tests = [
        {"score": 4.0, "max_score": 4.0, "output": "", "extra_data": {"lesson": FIRST, "item": "f", "outcome": "right", "note": ""}},
        {"score": 0.0, "max_score": 4.0, "output": "<b>\0&", "extra_data": {"lesson": FIRST, "item": "g", "outcome": "wrong", "note": "a.b"}},
        {"score": 0.0, "max_score": 4.0, "output": "", "extra_data": {"lesson": FIRST, "item": "h", "outcome": "error", "note": ""}},
    ]  # fmt: skip
    junit.write(tmp_path / "junit.xml", "Åsa", {"tests": tests, "extra_data": {"timings": {"seconds": 1.5}}})
    suite = ElementTree.parse(tmp_path / "junit.xml").getroot()[0]
    assert suite.attrib == {"name": "Åsa", "tests": "3", "failures": "1", "errors": "1", "time": "1.5"}
    assert [case.attrib["name"] for case in suite] == ["f", "g", "h"]
    assert [child.tag for case in suite for child in case] == ["failure", "error"]
    assert (suite[1][0].text, suite[1][0].attrib["message"]) == ("<b>�&", "0 of 4: a.b")
