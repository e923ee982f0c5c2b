"""What is said of results: on the pages of a student and of the class, and on a terminal of any kind."""

import io
import types

import pytest

from graders.engine import pages, pictures, reports
from graders.engine.marks import decode
from graders.engine.reports import classpage, feedback, gradescope, terminal
from graders.engine.reports.tally import Tally
from graders.engine.score import Outcome

FIRST, SECOND = "lesson01_differentiation", "lesson02_integration"


def outcome(lesson=FIRST, came="wrong", **more):
    """Return what came of an item of four points."""
    return Outcome(lesson, "f", "f(x) is right", 4.0, came, **more)


def results(*outcomes):
    """Return outcomes as they stand in a ``results.json``."""
    run = reports.Run(list(outcomes), "", "", 1, "basic", 0.0)
    return gradescope.text(gradescope.results(run)).encode()


@pytest.fixture
def page(course):
    """Return the page of a student with these outcomes."""
    return lambda *outcomes: feedback.as_page(results(*outcomes), "ann", course).decode()


@pytest.fixture
def class_page(course, tmp_path):
    """Return the page of a class without a gradebook, after counting these outcomes of Ann's."""

    def run(*outcomes, seconds=0.0):
        tally = Tally()
        tally.add("ann", decode(results(*outcomes)))
        tally.seconds = seconds
        return classpage.page(course, tally, [["student", "total", "status"]], "", tmp_path)

    return run


def test_all_that_is_known_of_an_answer():
    """A student reads what was called, what came back, the answer where it may be shown, and what to try."""
    said = outcome(
        called="f(2)", returned="3", answer="4", objection="it is off", printed="x", advice="Square."
    )
    assert reports.explain(said) == [
        "you called   f(2)",
        "it returned  3",
        "the answer   4",
        "it is off",
        "it printed   x",
        "→ Square.",
    ]


def test_a_module_that_was_not_loaded(page):
    """What kept a lesson from being loaded, and what to do about it, stand once where its items would."""
    stopped = outcome(came="stopped", objection="there is no scipi", advice="Mend the import.")
    shown = page(stopped, stopped, outcome(SECOND, "right"))
    assert shown.count("there is no scipi") == 1
    assert '<p class="advice"><strong>Try:</strong> Mend the import.</p>' in shown
    assert shown.count("<article") == 1


def test_a_picture_has_its_words(page):
    """Below a picture stands in words what there is to see."""
    matrix = pictures.Matrix([[1.0, 2.0]], [[False, True]])
    words = "Your matrix of 1 rows and 2 columns; 1 of its 2 entries are framed as not right."
    assert f"<figcaption>{words}</figcaption>" in page(outcome(picture=matrix))
    assert "<figcaption>" not in page(outcome())


@pytest.mark.parametrize(
    ("came", "praise"),
    [
        (["right", "right", "right"], "Everything is right. Well done!"),
        (["right", "wrong", "right"], "2 of 3 functions are right, and all of Integration. Well done!"),
        (["right", "wrong", "wrong"], "1 of 3 functions are right."),
    ],
)
def test_praise(page, came, praise):
    """What is right is said before what is not: lessons that are whole by their names."""
    modules = (FIRST, FIRST, SECOND)
    shown = page(*(outcome(module, each) for module, each in zip(modules, came, strict=True)))
    assert f"<p>{praise}</p>" in shown


def test_no_praise_for_nothing(page):
    """Where nothing is right, none is counted."""
    assert "functions are right" not in page(outcome(), outcome(SECOND))


@pytest.mark.parametrize(
    ("seconds", "words"), [(119, "119 seconds"), (6960, "116 minutes"), (9000, "2.5 hours")]
)
def test_how_long_it_took(class_page, seconds, words):
    """The page of a class tells the time in a unit that can be read at a glance."""
    assert f"Grading took {words} of computing." in class_page(outcome(), seconds=seconds)


def test_a_class_without_a_total(class_page):
    """Where nobody has a total, there is neither a mean nor a histogram."""
    shown = class_page(outcome())
    assert '<p class="total">– <small>' in shown
    assert "share of the class" not in shown


@pytest.mark.parametrize("there", ["", "{", "whole"])
def test_what_most_stumbled_over(class_page, tmp_path, there):
    """A frequent note comes with what one student was told; where those results cannot be read, without."""
    wrong = outcome(note="lesson01.f.slip", advice="Square it.")
    if there:
        (tmp_path / "ann").mkdir()
        (tmp_path / "ann/results.json").write_bytes(results(wrong) if there == "whole" else b"{")
    shown = class_page(wrong)
    assert '1 × <span class="value">slip</span>' in shown
    assert ("Square it." in shown) == (there == "whole")


# --- pages made anew -------------------------------------------------------------------------------


def test_results_that_cannot_be_read(course, tmp_path, capsys):
    """Pages are made anew of all other results, and who has no page is named with the reason."""
    for student, content in {"ann": results(outcome(came="right")), "bob": b"{"}.items():
        (tmp_path / student).mkdir()
        (tmp_path / student / "results.json").write_bytes(content)
    pages.make_again(tmp_path, course, 1, quiet=False)
    said = capsys.readouterr().out
    assert said.startswith("1 graded, 1 failed\n")
    assert "not graded: results.json cannot be read" in said
    assert sorted(path.parent.name for path in tmp_path.glob("*/feedback.html")) == ["ann"]
    assert "results.json cannot be read" in (tmp_path / "index.html").read_text("utf-8")


def test_one_page_made_anew(tmp_path):
    """It lies beside its results, with the student's name; where there are none, the reason is returned."""
    path = tmp_path / "ann/results.json"
    assert pages._page(str(path)).startswith("results.json cannot be read (")
    path.parent.mkdir()
    path.write_bytes(results(outcome()))
    assert pages._page(str(path)) == ""
    assert "<h1>ann</h1>" in (tmp_path / "ann/feedback.html").read_text("utf-8")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"student\nann\n",
        b"student;total;status\nann;4,0;graded\n",
        b"student,total,status\nann,4.0\n",
        b"student,total,status\nann,four,graded\n",
        b"student,sum,status\nann,4,graded\n",
    ],
)
def test_a_gradebook_that_is_none_of_ours(tmp_path, content):
    """A table that was written anew by somebody else counts for nothing; neither does one that is not there."""
    path = tmp_path / "gradebook.csv"
    assert pages._gradebook(path) == []
    path.write_bytes(b"student,total,status\nann,4,graded\nbob,,not graded: no\n")
    assert pages._gradebook(path)[1:] == [["ann", "4", "graded"], ["bob", "", "not graded: no"]]
    path.write_bytes(content)
    assert pages._gradebook(path) == []


# --- terminals -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("encoding", "lines"),
    [
        ("utf-8", ["  ✗ 0/4  f(x) is right", "         σ(x) ≥ 0", "         → Square."]),
        ("ascii", ["  x 0/4  f(x) is right", "         ?(x) >= 0", "         > Square."]),
        ("cp1252", ["  x 0/4  f(x) is right", "         ?(x) >= 0", "         > Square."]),
    ],
)
def test_an_old_console(encoding, lines):
    """A console that lacks our signs gets plain ones for them, and no fault."""
    file = io.TextIOWrapper(io.BytesIO(), encoding)
    writer = types.SimpleNamespace(
        _file=file,
        write=lambda text, **_: file.write(text),
        line=lambda text="", **_: file.write(text + "\n"),
    )
    terminal.lesson(writer, FIRST, [outcome(objection="σ(x) ≥ 0", advice="Square.")])
    file.flush()
    assert file.buffer.getvalue().decode(encoding).splitlines()[1:4] == lines
