"""The configuration: what is wrong in it is named with its place and the remedy."""

import pytest

from graders.engine import course as courses

GOOD = "course: C\nlessons:\n  - module: lesson01_differentiation\n    title: T\n"


@pytest.fixture
def read(tmp_path):
    """Read a course file with that text."""

    def run(text):
        path = tmp_path / "course.yaml"
        path.write_text(text, "utf-8")
        return courses.read(path)

    return run


def test_own_file():
    """The course's own file is right, and names seven lessons."""
    assert [lesson.module[:8] for lesson in courses.course().lessons] == [f"lesson0{n}" for n in range(1, 8)]


def test_defaults(read):
    """What is not said has a default."""
    assert read(GOOD).limits == courses.Limits()
    assert read(GOOD).feedback.answer == "hide"


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ("limits:\n  cal_seconds: 3\n", "unknown key cal_seconds; did you mean call_seconds?"),
        ("colour: red\n", "unknown key colour"),
        (
            "limits:\n  call_seconds: 1e1\n",
            "limits.call_seconds: '1e1' is text, not a number; write it with a point, as in 1.0e-6",
        ),
        ("limits:\n  call_seconds: -1\n", "`float` > 0"),
        ("feedback:\n  answer: perhaps\n", "Invalid enum value 'perhaps'"),
        ("limits: [\n", "course.yaml"),
        ("rules:\n  extensions:\n    ann: 3\n", "Expected `str`, got `int` - at `$.rules.extensions[...]`"),
    ],
)
def test_wrong(read, more, message):
    """Wrong keys, types and values are refused."""
    with pytest.raises(courses.CourseError, match=r"course\.yaml: ") as caught:
        read(GOOD + more)
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("text", "message"),
    [("", "Expected `object`, got `null`"), ("course: C\n", "Object missing required field `lessons`")],
)
def test_what_is_not_there(read, text, message):
    """An empty file, and one without its lessons, are told what they lack."""
    with pytest.raises(courses.CourseError, match=r"course\.yaml: ") as caught:
        read(text)
    assert message in str(caught.value)


def test_missing_file(tmp_path):
    """A missing file is named."""
    with pytest.raises(courses.CourseError, match="not there"):
        courses.read(tmp_path / "course.yaml")


def test_missing_lesson():
    """A suite without an entry is told where to add one."""
    with pytest.raises(courses.CourseError, match="no entry with module: lesson08_x"):
        courses.course().lesson("lesson08_x")


def test_digest_depends_on_the_course_alone(monkeypatch, tmp_path):
    """The digest is the same twice, and changes with a reference."""
    before = courses.digest.__wrapped__()
    assert before == courses.digest.__wrapped__()
    (tmp_path / "lesson01_differentiation.py").write_text("x = 1")
    monkeypatch.setattr(courses, "REFERENCE", tmp_path)
    assert courses.digest.__wrapped__() != before
