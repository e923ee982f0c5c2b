"""The course through nbgrader's own commands: right scores, and none of the tricks that nbgrader falls for."""

import csv
import importlib.util
import json
import logging
import os
import re
import socket
import sqlite3
import subprocess
import sys
import threading
import warnings
from concurrent.futures import BrokenExecutor, ThreadPoolExecutor
from pathlib import Path

import msgspec
import pytest
from typer.testing import CliRunner

from graders.engine import course as courses
from graders.engine import intake, pool
from graders.engine.cli import app
from graders.notebook import check

pytest.importorskip("nbgrader")
_spec = importlib.util.spec_from_file_location(
    "notebooks_classroom", Path(__file__).with_name("classroom.py")
)
room = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(room)

L3 = "lesson03_gradient"
MODULES = [lesson.module for lesson in courses.course().lessons]
F_RIGHT = "def f(x, y):\n    return x**2 + y**2\n"  # two points, which no trick may cost a neighbour
WRONG = "def gradient(x, y):\n    return (x, y)\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A course directory with all seven assignments."""
    made = tmp_path_factory.mktemp("course")
    room.make_course(made)
    return made


def table(path):
    """Return the rows of a table by its first column."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        return {row["student"]: row for row in csv.DictReader(file)}


# --- a mixed class ------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def graded(folder, tmp_path_factory):
    """A class of notebooks and .py files, graded; and the same answers graded without nbgrader."""
    root = Path(__file__).resolve().parents[2]
    kinds = {"right": courses.REFERENCE, "half": root / "tests/submissions/half_right/submission"}
    plain = tmp_path_factory.mktemp("plain")
    for student, source in kinds.items():
        for module in MODULES:
            text = (source / f"{module}.py").read_text("utf-8")
            room.hand_in(folder, student, module, room.filled(room.released(folder, module), text))
            room.hand_in(folder, f"{student}_py", module, text, ".py")
            room.hand_in(plain, student, module, text, ".py")
    for module in MODULES:
        room.hand_in(folder, "stub", module, room.released(folder, module))
    answered = room.released(folder, MODULES[4])
    next(cell for cell in answered["cells"] if room.name(cell) == "why")["source"] = (
        "By the chain rule. <b>So</b>."
    )
    room.hand_in(folder, "writer", MODULES[4], answered)
    found = room.run("graders.engine", "nbgrader", "autograde", str(folder), cwd=folder.parent)
    assert found.stderr.splitlines()[-1].endswith("36 graded, 0 unchanged, 0 with problems")
    exporter = "graders.engine.notebooks.policies.ItemExport"
    room.run("nbgrader", "export", "--exporter", exporter, "--to", "items.csv", cwd=folder, measured=True)
    room.run("nbgrader", "export", "--to", "totals.csv", cwd=folder)
    room.run("graders.engine", "grade", "submitted", "--out", "out", "--quiet", cwd=plain)
    return folder, plain


def test_scores_are_those_of_plain_grading(graded):
    """Item for item, a notebook has the points that the same answers have in a .py file."""
    folder, plain = graded
    rows = table(folder / "items.csv")
    for student in ("right", "half"):
        tests = json.loads((plain / "out" / student / "results.json").read_text("utf-8"))["tests"]
        wanted = {
            f"{test['extra_data']['lesson'][:8]}.{test['extra_data']['item']}": test["score"]
            for test in tests
        }
        for found in (rows[student], rows[f"{student}_py"]):
            assert {name: float(found[name]) for name in wanted} == wanted
            assert found["status"] == "graded"
    assert set(rows["stub"].values()) == {"stub", "0", "graded"}
    assert (float(rows["right"]["total"]), float(rows["half"]["total"])) == (100, 46)


def test_written_answers_wait_for_a_person(graded):
    """An answered question is to be marked; an untouched one has no points."""
    rows = table(graded[0] / "items.csv")
    assert rows["writer"]["status"] == "1 to be marked"
    assert rows["stub"]["lesson05.why"] == "0"


def test_totals_of_nbgraders_own_export(graded):
    """nbgrader's table of assignments adds up to the same."""
    with open(graded[0] / "totals.csv", newline="") as file:
        scores = {(row["student_id"], row["assignment"]): float(row["score"]) for row in csv.DictReader(file)}
    assert sum(scores["half", module] for module in MODULES) == 46
    assert scores["half_py", L3] == 6


def test_what_is_graded_is_left_alone(graded):
    """A second run grades nothing; --force grades all."""
    found = room.run("graders.engine", "nbgrader", "autograde", "--jobs", "1", cwd=graded[0])
    assert found.stderr.splitlines()[-1].endswith("0 graded, 36 unchanged, 0 with problems")


def test_feedback(graded):
    """nbgrader's feedback has the advice beside the answer, and neither markup of a student's nor a solution."""
    folder, plain = graded
    for assignment in (L3, MODULES[4]):
        room.run("nbgrader", "generate_feedback", assignment, cwd=folder)
    page = (folder / "feedback/half" / L3 / f"{L3}.html").read_text("utf-8")
    results = json.loads((plain / "out/half/results.json").read_text("utf-8"))
    [output] = [test["output"] for test in results["tests"] if test["number"] == "3.2"]
    advice = output.rpartition("→ ")[2][:50]
    assert advice in page
    assert "you called   gradient(" in page
    assert "A * x, 2.0 * B" not in page
    assert page.count("Score:") > 4
    written = (folder / "feedback/writer" / MODULES[4] / f"{MODULES[4]}.html").read_text("utf-8")
    assert "By the chain rule. &lt; b&gt;So" in written


def test_a_rebuild_changes_nothing(folder):
    """The same course makes the same notebooks; an instructor's change is not overwritten unasked."""
    before = {path: path.read_bytes() for path in (folder / "source").rglob("*.ipynb")}
    assert "0 files written" in room.run("graders.engine", "nbgrader", str(folder), cwd=folder).stdout
    path = folder / "source" / L3 / f"{L3}.ipynb"
    path.write_text("{}")
    refused = room.run("graders.engine", "nbgrader", str(folder), cwd=folder, check=False)
    assert refused.returncode == 2
    assert (
        refused.stderr
        == f"calcgrade: {path} is there and differs: move it away, or replace it with --overwrite\n"
    )
    assert (
        "1 files written"
        in room.run("graders.engine", "nbgrader", str(folder), "--overwrite", cwd=folder).stdout
    )
    assert {path: path.read_bytes() for path in before} == before


def test_mathematics_is_typeset(folder):
    """A lesson's formulas are TeX in its first cell; code in a function's text stays code."""
    text = {module: "".join(room.released(folder, module)["cells"][1]["source"]) for module in MODULES}
    assert "$$f(x, y) = A x^2 + B y^2$$" in text[L3]
    assert r"$$f(x) = \log x, \quad \text{for } x > 0$$" in text[MODULES[5]]
    assert r"\text{subject to } \quad \text{label }_i \cdot (a x_i + b y_i + c) \ge 1" in text[MODULES[6]]
    cells = ["".join(cell["source"]) for cell in room.released(folder, MODULES[0])["cells"]]
    assert any("\n    return 2 * x" in cell for cell in cells)


# --- tricks -------------------------------------------------------------------------------------

ALWAYS = """
class Always(float):
    def __eq__(self, other): return True
    def __ne__(self, other): return False
    def __lt__(self, other): return True
    def __sub__(self, other): return 0.0
    __rsub__ = __abs__ = lambda self, *_: 0.0
def gradient(x, y):
    return Always(1), Always(1)
"""
REGISTER = (
    "get_ipython().events.register('pre_run_cell', lambda *_: __import__('sys').displayhook({}))\n" + WRONG
)
READING = """
def gradient(x, y):
    import os
    text = {}
    print(text)
    return 2 * x, 2 * y
"""
DEED = """
def gradient(x, y):
    {}
    return 2 * x, 2 * y
"""


def tricks(folder, port):
    """Return what is written in the cell of gradient, by a name; none of it may bring a point."""
    return {
        "allclose": "np.allclose = np.isclose = lambda *a, **k: True\n" + WRONG,
        "equal-to-all": ALWAYS,
        "cleanup": "get_ipython().input_transformers_cleanup.append(lambda l: ['pass\\n'])\n" + WRONG,
        "displayhook": REGISTER.format("4.0"),
        "huge": REGISTER.format("1e9"),
        "asserts": "def gradient(x, y):\n    return [float(n) for n in In[-1].split() if n.isdigit()][:2]\n",
        "solution": READING.format(f"open({str(folder / 'source' / L3 / f'{L3}.ipynb')!r}).read()"),
        "tests": READING.format(f"open({str(folder / 'autograded' / 'tests' / L3 / f'{L3}.ipynb')!r}).read()"),
        "gradebook-read": READING.format(f"open({str(folder / 'gradebook.db')!r}, 'rb').read()"),
        "gradebook-write": DEED.format(
            f"import sqlite3; base = sqlite3.connect({str(folder / 'gradebook.db')!r}); "
            "base.execute('update grade set manual_score = 99'); base.commit()"
        ),
        "neighbour": DEED.format(f"open({str(folder / 'submitted/half' / L3 / f'{L3}.ipynb')!r}, 'w').write('')"),
        "configuration": DEED.format(f"open({str(folder / 'nbgrader_config.py')!r}, 'a').write('# was here')"),
        "environment": READING.format("os.environ['COURSE_SECRET']"),
        "network": DEED.format(f"import socket; socket.create_connection(('127.0.0.1', {port}), 2)"),
        "left-behind": DEED.format(f"open({str(folder / 'left-behind')!r}, 'w').close()"),
        "process": DEED.format(
            "import subprocess; subprocess.Popen(['sleep', '987654'], start_new_session=True)"
        ),
        "memory": DEED.format("bytearray(8 * 10**9)"),
        "exit": DEED.format("os = __import__('os'); os._exit(0)"),
    }  # fmt: skip


@pytest.fixture(scope="module")
def tricked(folder):
    """A class of tricksters and of unlucky students, graded by plain ``nbgrader autograde``."""
    listener = socket.create_server(("127.0.0.1", 0))
    listener.settimeout(0)
    half = room.filled(room.released(folder, L3), F_RIGHT + WRONG)
    room.hand_in(folder, "half", L3, half)
    for trick, source in tricks(folder, listener.getsockname()[1]).items():
        room.hand_in(folder, trick, L3, room.filled(room.released(folder, L3), F_RIGHT + source))
    shadow = room.hand_in(folder, "shadow", L3, half)
    shadow.with_name("numpy.py").write_text("allclose = isclose = lambda *_, **__: True")
    for student, change in ACCIDENTS.items():
        notebook = room.filled(room.released(folder, L3), F_RIGHT + WRONG)
        room.hand_in(folder, student, L3, change(notebook) or notebook)
    renamed = room.hand_in(folder, "renamed", L3, half)
    renamed.rename(renamed.with_name("my lesson.ipynb"))
    kept = {
        name: (folder / name).read_bytes()
        for name in ("nbgrader_config.py", f"submitted/half/{L3}/{L3}.ipynb")
    }
    found = room.run("nbgrader", "autograde", L3, "--force", cwd=folder, check=False)
    assert found.returncode == 1  # for the renamed one
    exporter = "graders.engine.notebooks.policies.ItemExport"
    room.run("nbgrader", "export", "--exporter", exporter, "--to", "tricks.csv", cwd=folder)
    with pytest.raises(BlockingIOError):
        listener.accept()
    listener.close()
    assert {name: (folder / name).read_bytes() for name in kept} == kept
    return folder


def copied(notebook):
    """Copy a cell, name and all, as an editor does."""
    at = next(at for at, cell in enumerate(notebook["cells"]) if room.name(cell) == "gradient")
    notebook["cells"].insert(at, dict(notebook["cells"][at]))


def without(*names):
    """Delete cells."""
    return lambda notebook: notebook["cells"].__setitem__(
        slice(None), [cell for cell in notebook["cells"] if room.name(cell) not in names]
    )


def edited(notebook):
    """Edit a test cell and its points, and save an output in it."""
    for cell in notebook["cells"]:
        if room.name(cell) == "test_gradient":
            cell["source"] = "4.0"
            cell["metadata"]["nbgrader"] |= {"points": 50, "locked": False, "schema_version": 1}
            cell["outputs"] = [
                {
                    "output_type": "execute_result",
                    "execution_count": 1,
                    "metadata": {},
                    "data": {"text/plain": "50.0"},
                }
            ]


def warned(notebook):
    """Warn in a right answer."""
    for cell in notebook["cells"]:
        if room.name(cell) == "f":
            cell["source"] = (
                "import warnings\ndef f(x, y):\n    warnings.warn('beware')\n    return x**2 + y**2"
            )


def marked_up(notebook):
    """Put scripts where a browser would run them."""
    text = "<script>alert(1)</script> <img src=x onerror=alert(2)> [a](javascript:alert(3)) <javascript:alert(4)>"
    notebook["cells"].insert(0, {"cell_type": "markdown", "id": "x", "metadata": {}, "source": text})
    for cell in notebook["cells"]:
        if room.name(cell) == "gradient":
            cell["source"] = f"def gradient(x, y):\n    print({text!r})\n    return {text!r}"


ACCIDENTS = {
    "copied": copied,
    "deleted-test": without("test_gradient"),
    "deleted-both": without("gradient", "test_gradient"),
    "deleted-imports": without("setup"),
    "edited": edited,
    "warned": warned,
    "marked-up": marked_up,
    "strange": lambda notebook: notebook["cells"].append(
        {"cell_type": "code", "metadata": {"nbgrader": 7}, "source": ["x", "= 1"]}
    ),
}


@pytest.mark.parametrize("student", [*tricks(Path(), 0), "shadow", *ACCIDENTS])
def test_nothing_is_gained_or_lost(tricked, student):
    """The right item has its two points, the other none, and nobody waits for a person."""
    row = table(tricked / "tricks.csv")[student]
    assert (row["lesson03.f"], row["lesson03.gradient"], row["total"], row["status"]) == (
        "2",
        "0",
        "2",
        "graded",
    )


def test_a_renamed_notebook_costs_its_own_lesson(tricked):
    """It has no points, and the run went on to those after it."""
    rows = table(tricked / "tricks.csv")
    assert rows["renamed"]["total"] == "0"
    assert rows["shadow"]["total"] == "2"


def test_nothing_is_left_behind(tricked):
    """No file, no process, no mark in the database."""
    assert not (tricked / "left-behind").exists()
    with sqlite3.connect(tricked / "gradebook.db") as database:
        assert database.execute("select count(*) from grade where manual_score is not null").fetchone() == (
            0,
        )
    if sys.platform == "linux":
        lines = [
            path.read_bytes() for path in Path("/proc").glob("[0-9]*/cmdline") if os.access(path, os.R_OK)
        ]
        assert not any(b"987654" in line for line in lines)


def test_no_markup_of_a_students_is_shown(tricked):
    """Neither the feedback nor the notebook that formgrader shows has a script of a student's."""
    room.run("nbgrader", "generate_feedback", L3, "--student", "marked-up", "--force", cwd=tricked)
    page = (tricked / "feedback/marked-up" / L3 / f"{L3}.html").read_text("utf-8")
    assert "alert(1)" in page
    for markup in ("<script>alert", "<img src=x", 'href="javascript', "<javascript"):
        assert markup not in page


def test_what_is_no_notebook(folder):
    """It costs its own lesson, whose every item says so."""
    texts = ["{", "[]", '{"cells": 7}', '{"cells": [{"cell_type": "code"}, 7]}', "[" * 100_000, "\xff\xfe"]
    for number, text in enumerate(texts):
        room.hand_in(folder, f"broken{number}", L3, text)
    room.run("nbgrader", "autograde", L3, "--student", "broken*", cwd=folder, measured=True)
    with sqlite3.connect(folder / "gradebook.db") as database:
        said = database.execute(
            "select auto_comment from comment join submitted_notebook on comment.notebook_id = submitted_notebook.id "
            "join submitted_assignment on submitted_notebook.assignment_id = submitted_assignment.id "
            "where student_id like 'broken%'"
        ).fetchall()
    assert said == [(f"    {L3}.ipynb was not read: it is not a notebook that can be read",)] * 4 * len(texts)


# --- a process of the pool ------------------------------------------------------------------------


@pytest.fixture
def graded_here(folder):
    """Grade what a student handed in for an assignment, in this process."""
    from graders.engine.notebooks import run as notebooks

    def run(student, assignment, force=False):
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", module="nbgrader")  # its database layer's
            [done] = notebooks._grade(str(folder), student, [assignment], force)
        return done

    return run


def of_student(folder, student, columns):
    """Return what nbgrader's database has of a student's cells, by their names."""
    with sqlite3.connect(folder / "gradebook.db") as database:
        return {
            name: tuple(rest)
            for name, *rest in database.execute(
                f"select base_cell.name, {columns} from grade "
                "join base_cell on grade.cell_id = base_cell.id "
                "join submitted_notebook on grade.notebook_id = submitted_notebook.id "
                "join submitted_assignment on submitted_notebook.assignment_id = submitted_assignment.id "
                "where student_id = ?",
                [student],
            ).fetchall()
        }


def test_a_file_in_place_of_the_notebook(folder, graded_here):
    """It is graded, and what lies beside it is kept but for links; graded once, it is left alone unless forced."""
    path = room.hand_in(folder, "pia", L3, F_RIGHT + WRONG, ".py")
    (path.parent / "notes").mkdir()
    (path.parent / "notes/mine.txt").write_text("")
    (path.parent / "notes/passwords").symlink_to("/etc/passwd")
    assert graded_here("pia", L3) == ("pia", L3, "graded", "")
    found = of_student(folder, "pia", "auto_score, needs_manual_grade")
    assert (found["test_f"], found["test_gradient"]) == ((2.0, 0), (0.0, 0))
    kept = {each.name for each in (folder / "autograded/pia" / L3).rglob("*") if each.is_file()}
    assert kept == {f"{L3}.py", f"{L3}.ipynb", "mine.txt"}
    assert graded_here("pia", L3).state == "unchanged"
    assert graded_here("pia", L3, force=True).state == "graded"


def test_nothing_in_the_folder(folder, graded_here):
    """A folder without a lesson's file is told with the reason."""
    (folder / "submitted/nina" / L3).mkdir(parents=True)
    assert graded_here("nina", L3) == ("nina", L3, "failed", "no notebook and no .py file was handed in")


def test_a_file_of_another_name(folder, graded_here):
    """It is named, and what it should be called."""
    room.hand_in(folder, "otto", L3, F_RIGHT, ".py").rename(folder / "submitted/otto" / L3 / "mine.py")
    why = f"neither {L3}.ipynb nor {L3}.py was handed in, but mine: rename it"
    assert graded_here("otto", L3) == ("otto", L3, "failed", why)


def test_a_cell_of_the_instructors_own(folder, graded_here):
    """A cell with points that no lesson knows is left for a person to mark, its source notebook gone or not."""
    about = {"grade_id": "test_own", "grade": True, "solution": False, "locked": True, "task": False,
             "points": 3, "schema_version": 3}  # fmt: skip
    cell = room.code("assert own()") | {"metadata": {"nbgrader": about}}
    notebook = {"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    source = folder / "source/extra/extra.ipynb"
    source.parent.mkdir()
    source.write_text(json.dumps(notebook))
    room.run("nbgrader", "generate_assignment", "extra", cwd=folder)
    source.unlink()
    source.parent.rmdir()
    room.hand_in(folder, "emil", "extra", room.released(folder, "extra"))
    assert graded_here("emil", "extra") == ("emil", "extra", "graded", "")
    assert of_student(folder, "emil", "auto_score, needs_manual_grade") == {"test_own": (None, 1)}


def test_other_lessons_are_those_of_the_same_student(tmp_path):
    """What a lesson imports from another is taken of its student's folders alone, however a course names those."""
    from graders.engine.notebooks import autograde

    room.hand_in(tmp_path, "ann", L3, F_RIGHT, ".py")
    path = room.hand_in(tmp_path, "ann", MODULES[3], "import lesson03_gradient", ".py")
    read = {student: autograde._read(path, student, {})[0] for student in ("ann", "bob")}
    assert set(read["ann"].sources) == {f"{L3}.py", f"{MODULES[3]}.py"}
    assert set(read["bob"].sources) == {f"{MODULES[3]}.py"}


# --- a run that does not come to its end ------------------------------------------------------------


@pytest.fixture
def stopped(tmp_path, monkeypatch):
    """Run the command on a course of one submission, with a function in the place of grading."""
    from graders.engine.notebooks import run as notebooks
    from graders.engine.notebooks import source

    def run(graded):
        (tmp_path / source.SETTINGS.name).write_bytes(source.SETTINGS.read_bytes())
        room.hand_in(tmp_path, "ann", L3, F_RIGHT, ".py")
        monkeypatch.setattr(notebooks, "_graded", graded)
        monkeypatch.setattr(pool, "executor", lambda jobs: ThreadPoolExecutor(1))
        return CliRunner().invoke(app, ["nbgrader", "autograde", str(tmp_path)])

    return run


def test_interrupted(stopped):
    """After Ctrl-C what is in hand is finished, what waits is not begun, and it is told how to go on."""
    gate, begun = threading.Event(), []

    def graded(executor, *_, **__):
        begun.append(executor.submit(gate.wait, 60))
        begun.append(executor.submit(str))
        begun[1].add_done_callback(lambda _: gate.set())
        raise KeyboardInterrupt

    result = stopped(graded)
    assert result.exit_code == 130
    assert result.output.endswith("what is graded is kept: run the same command again to go on\n")
    assert begun[0].result() is True
    assert begun[1].cancelled()


def test_a_process_that_ended(stopped):
    """Where a process of the grader's ends, the run ends with a sentence."""

    def graded(*_, **__):
        raise BrokenExecutor

    result = stopped(graded)
    assert result.exit_code == 2
    assert result.output.startswith("calcgrade: a process of the grader's ended; what is graded is kept")


def test_what_a_person_has_to_look_at(stopped):
    """Each submission that could not be graded is told with its reason, and the status says that there are some."""
    from graders.engine.notebooks.run import Done

    result = stopped(lambda *_, **__: [Done("ann", L3, "failed", "it has no kernel")])
    assert result.exit_code == 3
    assert result.output == f"look at ann, {L3}: it has no kernel\n"


def test_nothing_to_grade(tmp_path):
    """A course directory to which nothing was handed in, but for files that are no submission, is told so."""
    from graders.engine.notebooks import run as notebooks
    from graders.engine.notebooks import source

    (tmp_path / source.SETTINGS.name).write_bytes(source.SETTINGS.read_bytes())
    (tmp_path / "submitted/ann").mkdir(parents=True)
    (tmp_path / "submitted/ann/notes.txt").write_text("")
    with pytest.raises(intake.SubmissionError, match="holds no submission: collect them first"):
        notebooks.autograde(tmp_path, jobs=1, force=False, quiet=True, say=print)


# --- in the student's own kernel ----------------------------------------------------------------


def test_public_checks(folder):
    """The cells after the answers print the advice that grading gives; errors end no cell."""
    import nbclient
    import nbformat

    wrong = "import numpy as np\ndef gradient(x, y):\n    return np.array([2.0 * y, 2.0 * x])\n"
    notebook = nbformat.reads(json.dumps(room.filled(room.released(folder, L3), F_RIGHT + wrong)), 4)
    nbclient.NotebookClient(notebook, timeout=120).execute()
    said = {
        room.name(cell): cell["outputs"][0]["text"]
        for cell in notebook.cells
        if "test_" in str(room.name(cell))
    }
    assert said["test_f"].startswith("✓ 2 of 2  f(x, y) is ")
    assert said["test_gradient"].startswith(
        "✗ 0 of 4  gradient(x, y) is (∂f/∂x, ∂f/∂y)\n  you called   gradient("
    )
    assert "→ The two" in said["test_gradient"]
    assert "directional_rate is not written yet" in said["test_directional_rate"]


@pytest.mark.parametrize(
    ("item", "message"),
    [
        ("slope", "slope: there is no such item"),
        ("derivative", "derivative: which one, lesson01.derivative or lesson06.derivative?"),
    ],
)
def test_what_cannot_be_checked(item, message):
    """A name that is none, or that of several items, is told."""
    with pytest.raises(LookupError) as raised:
        check(item)
    assert raised.value.args == (message,)


def test_without_right_answers(monkeypatch, tmp_path, capsys):
    """Where the right answers are not at hand, the cell says when it will be checked."""
    monkeypatch.setattr(courses, "HAS_ANSWERS", False)
    check("gradient")
    assert capsys.readouterr().out.startswith("gradient is not checked here: ")


# --- the page and the policies ------------------------------------------------------------------


def test_commands_of_the_page(tmp_path, root):
    """Every command on the page works, in the order in which they stand there."""
    page = (root / "docs/nbgrader.md").read_text("utf-8")
    make, grade, export = re.findall(r"```sh\n(.*?)```", page, re.DOTALL)
    _shell(make.partition("\n")[2], tmp_path)  # without the installation
    folder = tmp_path / "calculus"
    room.hand_in(folder, "ann", L3, room.filled(room.released(folder, L3), F_RIGHT + WRONG))
    _shell(grade, folder)
    _shell(export, folder)
    assert table(folder / "items.csv")["ann"]["total"] == "2"
    assert (folder / "feedback/ann" / L3 / f"{L3}.html").is_file()
    assert "ann" in (folder / "grades.csv").read_text("utf-8")


def _shell(commands, folder):
    found = subprocess.run(
        ["bash", "-e", "-c", commands],
        cwd=folder,
        env=room.QUICK,
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.returncode == 0, found.stdout + found.stderr


def test_late_days(folder, monkeypatch, course):
    """Due dates reach nbgrader, and a lesson loses what config/course.yaml says, less a student's extension."""
    from nbgrader.preprocessors import AssignLatePenalties

    from graders.engine.notebooks import policies

    rules = courses.Rules(
        timezone="Europe/Zurich", due={L3: "2026-03-01"}, late=courses.Late(per_day="10%", grace_minutes=10),
        extensions={"ann": "1 day"},
    )  # fmt: skip
    late = msgspec.structs.replace(course, rules=rules)
    monkeypatch.setattr(courses, "course", lambda: late)
    assert CliRunner().invoke(app, ["nbgrader", str(folder)]).output.startswith("0 files written")
    with sqlite3.connect(folder / "gradebook.db") as database:
        dates = dict(database.execute("select name, duedate from assignment").fetchall())
    assert dates[L3] == "2026-03-01 23:00:00.000000"
    assert dates[MODULES[0]] is None
    lesson = AssignLatePenalties()
    lesson.notebook_id = L3
    policy = policies.LatePolicy(parent=lesson)
    lost = {
        who: [policy.late_submission_penalty(who, 6, days * 86400) for days in (0.001, 0.5, 1.5, 30)]
        for who in ("ann", "bob")
    }
    assert lost["bob"] == pytest.approx([0, 1.4, 2.8, 6])
    assert lost["ann"] == pytest.approx([0, 0, 1.4, 6])


def test_no_course_directory(tmp_path):
    """It is told in a sentence."""
    found = room.run("graders.engine", "nbgrader", "autograde", str(tmp_path), cwd=tmp_path, check=False)
    assert found.returncode == 2
    assert (
        found.stderr
        == f"calcgrade: {tmp_path} has no nbgrader_config.py: make it by calcgrade nbgrader {tmp_path}\n"
    )


def test_without_nbgrader(tmp_path):
    """Plain grading imports nothing of it, and the command says what to install."""
    code = "import sys; sys.modules['nbgrader'] = None; from graders.engine.cli import app; app(['nbgrader', 'autograde'])"
    found = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (found.returncode, found.stderr) == (
        2,
        "calcgrade: nbgrader is not installed: pip install 'calcgrade[nbgrader]'\n",
    )


def test_why_nbgrader_gave_up():
    """Of a traceback that nbgrader logs the last line is kept, which says why; of other lines nothing."""
    from graders.engine.notebooks import run

    said = run._Said()
    for text in ("Traceback (most recent call last):\n  File x\nValueError: no kernel", "graded"):
        said.emit(logging.LogRecord("nbgrader", logging.ERROR, "", 0, text, None, None))
    assert said.why == "ValueError: no kernel"
