"""What a submission may look like: each oddity costs its own item or lesson, and says so in one sentence."""

import json
import os

import pytest

from graders.engine import course as courses
from graders.engine import intake, sandbox

L1, L3 = "lesson01_differentiation", "lesson03_gradient"
NEIGHBOUR = L3  # graded as if nothing had happened beside it


@pytest.fixture(scope="module")
def worker(quick):
    """A warm worker that does not wait long: some of these submissions never end."""
    with sandbox.start(quick) as started:
        yield started


@pytest.fixture
def oddity(grade, reference_source):
    """Grade lesson 1 as given beside a right lesson 3; return lesson 1's outcomes by item."""

    def run(source, name=f"{L1}.py", **files):
        given = {f"{NEIGHBOUR}.py": reference_source(NEIGHBOUR), **files}
        if source is not None:
            given[name] = source
        outcomes = grade(given, only=(L1, NEIGHBOUR))
        beside = [outcome.outcome for key, outcome in outcomes.items() if key.startswith("lesson03")]
        assert beside == ["right"] * 4
        return {key.partition(".")[2]: each for key, each in outcomes.items() if key.startswith("lesson01")}

    return run


@pytest.fixture
def lesson1(reference_source):
    """The reference of lesson 1 as a student's module, with another definition of some functions behind it."""
    return lambda more="": reference_source(L1) + "\n\n" + more


def sentences(outcomes):
    """Return what is said, once for all items that say the same."""
    return {outcome.objection for outcome in outcomes.values()}


def test_whole_file_right(oddity, lesson1):
    """The plain case: everything is right."""
    assert {outcome.outcome for outcome in oddity(lesson1()).values()} == {"right"}


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        (None, "lesson01_differentiation.py is not there"),
        ("", "lesson01_differentiation.py is empty"),
        ("  \n\n", "lesson01_differentiation.py is empty"),
        (b"\x00\x01\x02\xff", "lesson01_differentiation.py was not read: it holds binary data, not Python"),
        (
            b"# caf\xe9\n",
            "lesson01_differentiation.py was not read: it is not text in UTF-8: save it as UTF-8",
        ),
        (
            "x = 1".encode("utf-16"),
            "lesson01_differentiation.py was not read: it is saved as UTF-16: save it as UTF-8",
        ),
        (
            "def f(x):\n    return x +\n",
            "lesson01_differentiation.py cannot be imported: SyntaxError: invalid syntax "
            "(lesson01_differentiation.py, line 2)",
        ),
        (
            "import numpy\nimport no_such_package\n",
            "lesson01_differentiation.py cannot be imported: ModuleNotFoundError: No module named 'no_such_package' "
            "(lesson01_differentiation.py, line 2)",
        ),
        (
            "\nimport sys\nsys.exit()\n",
            "lesson01_differentiation.py cannot be imported: SystemExit (lesson01_differentiation.py, line 3)",
        ),
        (
            "import os\nos._exit(4)\n",
            "lesson01_differentiation.py ended the Python process (exit status 4) while it was imported",
        ),
        (
            "import ctypes\nctypes.string_at(0)\n",
            "lesson01_differentiation.py crashed the Python process (SIGSEGV) while it was imported",
        ),
        (
            "while True:\n    pass\n",
            "lesson01_differentiation.py took longer than 2.5 s while it was imported",
        ),
        ("n = 10 ** 10 ** 10\n", "lesson01_differentiation.py took longer than 2.5 s while it was imported"),
        (
            "def f(x): raise NotImplementedError\nf(1)\n",
            "lesson01_differentiation.py cannot be imported: a function that is not written yet is called in it",
        ),
    ],
)
def test_module_that_cannot_be_loaded(oddity, source, sentence):
    """A module that cannot be loaded costs its lesson, in one sentence with file and line."""
    outcomes = oddity(source)
    assert sentences(outcomes) == {sentence}
    assert {outcome.outcome for outcome in outcomes.values()} == {"stopped"}


@pytest.mark.parametrize("change", [lambda s: b"\xef\xbb\xbf" + s, lambda s: s.replace(b"\n", b"\r\n")])
def test_windows_files(oddity, lesson1, change):
    """A byte order mark and Windows line ends are nothing to stumble over."""
    assert {outcome.outcome for outcome in oddity(change(lesson1().encode())).values()} == {"right"}


def test_folder_in_place_of_a_module(oddity, tmp_path):
    """A folder of the module's name is not read."""
    (tmp_path / "submission" / f"{L1}.py").mkdir(parents=True)
    assert sentences(oddity(None)) == {f"{L1}.py was not read: it is a folder, not a file"}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no named pipes in folders")
def test_fifo_in_place_of_a_module(oddity, tmp_path):
    """A named pipe is not opened for reading, which would wait for ever."""
    (tmp_path / "submission").mkdir()
    os.mkfifo(tmp_path / "submission" / f"{L1}.py")
    assert sentences(oddity(None)) == {f"{L1}.py was not read: it is not a regular file"}


def test_link_in_place_of_a_module(oddity, tmp_path):
    """A link, say to the reference, is not followed."""
    (tmp_path / "submission").mkdir()
    (tmp_path / "submission" / f"{L1}.py").symlink_to(courses.REFERENCE / f"{L1}.py")
    assert sentences(oddity(None)) == {f"{L1}.py was not read: it is a link, and links are not followed"}


def test_100_megabytes(oddity, tmp_path):
    """A huge file is not read."""
    (tmp_path / "submission").mkdir()
    with open(tmp_path / "submission" / f"{L1}.py", "wb") as file:
        file.truncate(100_000_000)
    assert sentences(oddity(None)) == {f"{L1}.py was not read: it is larger than 1 MB"}


def test_many_files(tmp_path, course):
    """The lessons' own files are read first, whatever else lies there."""
    for number in range(300):
        (tmp_path / f"a{number}.py").write_text("x = 1")
    (tmp_path / f"{L1}.py").write_text("x = 1")
    submission = intake.read(tmp_path, course)
    assert f"{L1}.py" in submission.sources
    assert len(submission.sources) == intake.MAX_FILES
    assert "larger than 4 MB or 200 files" in next(iter(submission.problems.values()))


@pytest.mark.parametrize(
    "noise",
    [
        "print('hello' * 10**6)",
        "import sys; sys.stderr.write('warning\\n'); sys.stdout.buffer.write(b'\\xff')",
        "plt.plot([1, 2]); plt.show()",
        "plt.plot([1, 2]); plt.savefig('picture.png'); plt.tight_layout()",
        "import matplotlib; matplotlib.use('TkAgg')",
        "plt.rcParams['font.family'] = 'A font of mine'; plt.plot([1, 2]); plt.xlabel('x')",
        "name = input('Who are you? '); assert name == ''",
        "import warnings; warnings.warn('look out')",
        "if __name__ == '__main__':\n    raise SystemExit(3)",
        "import logging; logging.basicConfig(); logging.warning('look out')",
        "import matplotlib; print(matplotlib.__version__, np.__version__, sp.__version__)",
        "sp.plot(sp.Symbol('x'), show=False)",
    ],
)
def test_habits(oddity, lesson1, noise):
    """What students' files do by habit does nothing."""
    assert {outcome.outcome for outcome in oddity(lesson1(noise)).values()} == {"right"}


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ("raise ValueError('no')", "derivative stopped with ValueError: no (lesson01_differentiation.py, line {line})"),
        ("return undefined_name", "derivative stopped with NameError: name 'undefined_name' is not defined (lesson01_differentiation.py, line {line})"),
        ("raise ValueError('\\x1b[2J\\x1b]0;title\\x07\\x00<b>' + 'x' * 10**6)", None),
        ("raise SystemExit", "derivative stopped with SystemExit (lesson01_differentiation.py, line {line})"),
        ("raise KeyboardInterrupt", "derivative stopped with KeyboardInterrupt (lesson01_differentiation.py, line {line})"),
        ("import os; os._exit(0)", "derivative ended the Python process (exit status 0)"),
        ("import os; os.abort()", "derivative crashed the Python process (SIGABRT)"),
        ("import ctypes; ctypes.string_at(0)", "derivative crashed the Python process (SIGSEGV)"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", "derivative ended the Python process (SIGKILL)"),
        ("while True: pass", "derivative took longer than 2.5 s"),
        ("return 3 ** 10 ** 10", "derivative took longer than 2.5 s"),
        ("import time; time.sleep(60)", "derivative took longer than 2.5 s"),
        ("return derivative()", None),
        ("return [0] * 10**12", None),
        ("raise NotImplementedError", "derivative is not written yet"),
    ],
)  # fmt: skip
def test_function_that_stops(oddity, lesson1, body, sentence):
    """A function that stops costs its own item, in one sentence with file and line."""
    source = lesson1(f"def derivative():\n    {body}\n")
    outcomes = oddity(source)
    assert {name for name, outcome in outcomes.items() if outcome.outcome != "right"} == {"derivative"}
    found = outcomes["derivative"]
    assert found.outcome == "stopped"
    assert found.objection.isprintable()
    assert len(found.objection) < 350
    if sentence is not None:
        assert found.objection == sentence.format(line=source.rstrip().count("\n") + 1)


@pytest.mark.parametrize(
    ("value", "objection"),
    [
        ("None", "nothing came back"),
        ("'6'", "it is text, not numbers"),
        ("True", "it is True, not a number"),
        ("float('nan')", "it is not a number everywhere: nan"),
        ("float('inf')", "it is not finite everywhere: inf"),
        ("np.array([1.0, 2.0, 3.0, 4.0])", "shape (4,), not one number"),
        ("np.array(['a', None], dtype=object)", "it is text, not numbers"),
        ("np.broadcast_to(1.0, (10**6, 10**6))", "it is larger than the grader reads: array of shape (1000000, 1000000)"),
        ("{'answer': 6}", "it is a dict, not numbers"),
        ("{6.0}", "a set has no order"),
        ("lambda: 6", "it is a function"),
        ("sp.Symbol('x') + 1", "it still holds the symbol x"),
        ("10 ** 5000", "it is larger than the grader reads: whole number of about 5,000 digits"),
        ("[[1.0, 2.0], [3.0]]", "its entries differ in shape"),
        ("np.array([1, 2], dtype='datetime64[s]')", "it is not a value that can be compared: array of datetime64[s]"),
    ],
)  # fmt: skip
def test_answers_that_are_none(oddity, lesson1, value, objection):
    """An answer of another kind is wrong, and the sentence says which kind it is."""
    outcomes = oddity(lesson1(f"def f_prime(x):\n    return {value}\n"))
    assert {name for name, outcome in outcomes.items() if outcome.outcome != "right"} == {
        "f_prime",
        "plot_derivative",
    }
    assert outcomes["f_prime"].outcome == "wrong"
    assert outcomes["f_prime"].objection == objection


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("sp.Derivative(x**3 - 2*x**2 + 1, x)", "unevaluated"),
        ("sp.Add(*[x**k for k in range(6000)], evaluate=False)", "too_big"),
        ("eval('x' + '+ sp.exp(x)**2' * 3)", "value"),
        ("sp.zoo", "not_finite"),
        ("sp.Function('f')(x)", "unknown_function"),
        ("'3*x**2 - 4*x'", "kind"),
        ("lambda x: 3*x**2 - 4*x", "not_data"),
        ("[3*x**2 - 4*x]", "kind"),
        ("3*x**2 - 4*x + sp.Symbol('y')", "symbols"),
        ("3*x**2 - 4*x + sp.I", "complex"),
    ],
)
def test_expressions_that_are_none(oddity, lesson1, value, code):
    """An expression that cannot be right is refused by a code of its own."""
    outcomes = oddity(lesson1(f"def derivative():\n    x = sp.Symbol('x')\n    return {value}\n"))
    assert outcomes["derivative"].outcome == "wrong"
    assert outcomes["derivative"].note.rpartition(".")[2] == code


def test_expression_without_end(oddity, lesson1):
    """A tree of 2⁶⁰ leaves whose nodes are shared costs its own item, and no time."""
    endless = "    e = x\n    for _ in range(60):\n        e = sp.Add(e, e, evaluate=False)\n    return e\n"
    outcomes = oddity(lesson1(f"def derivative():\n    x = sp.Symbol('x')\n{endless}"))
    assert outcomes["derivative"].outcome == "wrong"
    assert outcomes["derivative"].objection


def test_right_for_numbers_only(oddity, lesson1):
    """A function that is right for numbers and stops at an array is told so."""
    outcomes = oddity(lesson1("import math\n\ndef f_prime(x):\n    return 3 * math.pow(x, 2) - 4 * x\n"))
    assert outcomes["f_prime"].note == "lesson01.f_prime.numbers-only"
    assert outcomes["f_prime"].advice.startswith("It works for a number, but not for an array")


def notebook(*cells, **more):
    """Return a notebook of code cells."""
    made = [
        {"cell_type": "code", "source": cell, "metadata": {}, "outputs": [], "execution_count": None}
        for cell in cells
    ]
    text = {"cell_type": "markdown", "source": ["# words"], "metadata": {}}
    return json.dumps({"cells": [text, *made], "metadata": {}, "nbformat": 4, "nbformat_minor": 5, **more})


def test_notebook(oddity, lesson1):
    """A notebook is as good as a module; magics and failing cells end nothing."""
    cells = [
        "%matplotlib inline\n!pip install numpy\n" + lesson1(),
        "%%bash\nrm -rf /",
        "%%time\ny = 3",
        "1 / 0",
        "this is no Python",
        "import sys; sys.exit()",
        ["display(f(3))\n", "get_ipython()"],
        "if True:\n    %timeit f(2)\n",
    ]
    outcomes = oddity(notebook(*cells), name=f"{L1}.ipynb")
    assert {outcome.outcome for outcome in outcomes.values()} == {"right"}


def test_notebook_names_the_failing_cell(oddity):
    """A function that a failing cell was to define is missed together with the cell's error."""
    outcomes = oddity(notebook("import nothing_here\ndef f(x): return x"), name=f"{L1}.ipynb")
    assert outcomes["f"].objection == (
        "f is not defined in lesson01_differentiation.ipynb; a cell stopped with ModuleNotFoundError: "
        "No module named 'nothing_here' (lesson01_differentiation.ipynb, cell 1, line 1)"
    )


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"cells": 3}', '{"cells": [{"cell_type": "code", "source": 5}]}', "[" * 100_000]
)
def test_broken_notebook(oddity, text):
    """A notebook that is none costs its lesson."""
    assert len(sentences(oddity(text, name=f"{L1}.ipynb"))) == 1


def test_module_and_notebook(grade, tmp_path, course, lesson1):
    """Where both are handed in, the .py counts, and the report says so."""
    outcomes = grade({f"{L1}.py": lesson1(), f"{L1}.ipynb": notebook("1 / 0")}, only=[L1])
    assert {outcome.outcome for outcome in outcomes.values()} == {"right"}
    notes = intake.read(tmp_path / "submission", course).notes
    assert notes == (f"{L1}.py and {L1}.ipynb were handed in: the .py counts",)


def test_helpers_and_imports_between_lessons(oddity, lesson1, reference_source):
    """Helper modules, packages and other lessons can be imported."""
    more = "import helpers\nfrom tools.more import thrice\nimport lesson02_integration\ndef f(x): return helpers.cubic(x)\n"
    outcomes = oddity(
        lesson1(more),
        **{
            "helpers.py": "def cubic(x): return x**3 - 2*x**2 + 1\n",
            "tools/__init__.py": "",
            "tools/more.py": "from . import __name__ as name\ndef thrice(x): return 3 * x\n",
            "lesson02_integration.py": reference_source("lesson02_integration"),
        },
    )
    assert {outcome.outcome for outcome in outcomes.values()} == {"right"}


def test_files_named_like_libraries(oddity, lesson1):
    """A submission's numpy.py or random.py takes nobody's place."""
    evil = "raise RuntimeError('imported')\n"
    files = dict.fromkeys(
        ("numpy.py", "random.py", "conftest.py", "test_x.py", "sitecustomize.py", "json.py"), evil
    )
    outcomes = oddity(lesson1(), **files)
    assert {outcome.outcome for outcome in outcomes.values()} == {"right"}


def test_one_lesson_does_not_reach_another(grade, reference_source):
    """What a lesson breaks in the libraries stays in its own process."""
    breaking = (
        reference_source(L1)
        + "\n\nnp.array = np.cos = np.sin = np.argmax = None\nimport builtins\nbuiltins.len = None\n"
    )
    outcomes = grade({f"{L1}.py": breaking, f"{L3}.py": reference_source(L3)}, only=[L1, L3])
    assert {outcome.outcome for key, outcome in outcomes.items() if key.startswith("lesson03")} == {"right"}


def test_hang_and_death_cost_their_lessons_only(grade, course):
    """Lesson 2 loops for ever, lesson 5 kills its interpreter: the other five are graded."""
    outcomes = grade(
        {
            "lesson02_integration.py": "while True: pass\n",
            "lesson05_backpropagation.py": "import os, signal\nos.kill(os.getpid(), signal.SIGKILL)\n",
        },
        base=courses.REFERENCE,
    )
    lost = {key.partition(".")[0] for key, outcome in outcomes.items() if outcome.outcome != "right"}
    assert lost <= {"lesson02", "lesson05"}
    assert sum(outcome.score for outcome in outcomes.values()) == 100 - 14 - 16


def test_library_that_no_word_names(grade):
    """A library that is imported by a name put together is found as any other."""
    source = """
def gradient(x, y):
    sp = __import__("sym" + "py")
    u, v = sp.symbols("u v")
    return tuple(float(sp.diff(u**2 + v**2, each).subs({u: x, v: y})) for each in (u, v))
"""
    assert (
        grade({"lesson03_gradient.py": source}, only=["lesson03_gradient"])["lesson03.gradient"].outcome
        == "right"
    )
