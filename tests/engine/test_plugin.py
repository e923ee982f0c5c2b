"""The pytest plugin: options, the report, exit statuses, and what it must never import."""

import json
import re
import subprocess
import sys

import jsonschema
import pytest

RIGHT = "tests/submissions/right"


@pytest.fixture
def pytest_graders(root, tmp_path):
    """Run `pytest graders` as a user would, in a process of its own."""

    def run(*arguments, cwd=root):
        command = [sys.executable, "-m", "pytest", *map(str, arguments), "-p", "no:cacheprovider"]
        return subprocess.run(command, cwd=cwd, capture_output=True, encoding="utf-8", timeout=300)

    return run


def test_reference(pytest_graders):
    """The reference earns 100 of 100, and the run exits with 0."""
    run = pytest_graders("graders", "--submission", "reference")
    assert run.stdout.rstrip().splitlines()[-1].split() == ["total", "100", "of", "100"]
    assert run.returncode == 0
    assert run.stderr == ""


def test_stubs(pytest_graders):
    """Without an option the assignments are graded: 0 of 100, nothing written yet, exit status 1."""
    run = pytest_graders("graders")
    assert run.stdout.rstrip().splitlines()[-1].split() == ["total", "0", "of", "100"]
    assert run.stdout.count("is not written yet") == 30
    assert run.returncode == 1


def test_one_lesson(pytest_graders):
    """-k chooses, and the total is of what ran."""
    run = pytest_graders("graders", "--submission=reference", "-k", "lesson03")
    assert [line.split() for line in run.stdout.splitlines() if line.endswith(" of 14")] == [
        ["lesson03_gradient", "14", "of", "14"],
        ["total", "14", "of", "14"],
    ]


def test_brief(pytest_graders):
    """-q prints a line a lesson."""
    run = pytest_graders("graders", "--submission", "reference", "-q")
    lines = [line.split() for line in run.stdout.splitlines() if line]
    assert [line[1:] for line in lines[:-2]] == [
        [str(points), "of", str(points)] for points in (14, 14, 14, 14, 16, 14, 14)
    ]
    assert lines[-2][0] == "isolation:"
    assert lines[-1] == ["total", "100", "of", "100"]


def test_plain_for_authors(pytest_graders, tmp_path):
    """-v --tb=short is plain pytest, and shows the suite's own line, not the engine's."""
    (tmp_path / "lesson03_gradient.py").write_text("def gradient(x, y):\n    return (x, y)\n")
    run = pytest_graders("graders", "--submission", tmp_path, "-v", "--tb=short", "-k", "lesson03")
    assert "test_lesson03_gradient.py::test_gradient FAILED" in run.stdout
    assert "assert student.gradient(x, y) == close(" in run.stdout
    assert "graders/engine" not in run.stdout
    assert run.returncode == 1


@pytest.mark.unmeasured
def test_same_verdicts_in_both_modes(pytest_graders, root):
    """Stopping at the first wrong answer or not changes no verdict."""
    half = root / "tests/submissions/half_right/submission"
    patient = pytest_graders("graders", "--submission", half)
    plain = pytest_graders("graders", "--submission", half, "-v", "--tb=no")
    assert patient.stdout.count("✓") == plain.stdout.count(" PASSED")


def test_distributed(pytest_graders):
    """Outcomes survive pytest-xdist."""
    run = pytest_graders("graders", "--submission", "reference", "-n", "2", "--dist", "loadfile")
    assert run.stdout.rstrip().splitlines()[-1].split() == ["total", "100", "of", "100"]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--submission", "no/such/folder"], "ERROR: no/such/folder does not exist: give the folder that holds the lessons' files"),
        (["--submission", "README.md"], "ERROR: README.md is not a folder: give the folder that holds the lessons' files"),
        (["--results", "no/such/folder/x.json"], "ERROR: --results no/such/folder/x.json: give a file in a folder that exists"),
    ],
)  # fmt: skip
def test_could_not_grade(pytest_graders, arguments, sentence):
    """What cannot be graded is refused in one sentence, with an exit status above 1."""
    run = pytest_graders("graders", *arguments)
    assert run.stderr.strip() == sentence
    assert run.returncode == 4


@pytest.mark.unmeasured
def test_results(pytest_graders, tmp_path, root):
    """--results writes what the schema describes, and the same but for timings in a second run."""
    found = []
    for name in ("one.json", "two.json"):
        pytest_graders(
            "graders", "--submission", "tests/submissions/half_right/submission", "--results", tmp_path / name
        )
        text = (tmp_path / name).read_text("utf-8")
        found.append(json.loads(text, parse_constant=lambda name: pytest.fail(f"{name} is no JSON")))
    schema = json.loads((root / "docs/results.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    for results in found:
        jsonschema.validate(results, schema)
        assert results["score"] == sum(test["score"] for test in results["tests"])
        assert sum(test["max_score"] for test in results["tests"]) == 100
        del results["extra_data"]["timings"]
    assert found[0] == found[1]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one.json", "two.json"]


def test_seed_is_repeated(pytest_graders, tmp_path):
    """--seed repeats the questions of another run, and stands in the results."""
    pytest_graders(
        "graders",
        "--submission",
        "reference",
        "--seed",
        "42",
        "--results",
        tmp_path / "r.json",
        "-k",
        "lesson01",
    )
    assert json.loads((tmp_path / "r.json").read_text())["extra_data"]["seed"] == 42


def test_fault_of_ours_is_nobody_elses(pytester, monkeypatch, root):
    """Where the grader fails, points are not judged, and the exit status is 3."""
    pytester.makepyfile(
        broken="""
        import graders.engine.checks.choice as choice

        def fail(self, value):
            raise RuntimeError("broken")

        choice.OneOf.objection = fail
        """
    )
    run = pytester.run(
        sys.executable,
        "-m",
        "pytest",
        "-p",
        "broken",
        str(root / "graders"),
        f"--submission={root / 'reference'}",
        "-k",
        "lesson06",
    )
    assert run.ret == 3
    run.stdout.fnmatch_lines(
        [
            "*! –/3*",
            "*the grader failed here; this is not your fault",
            "*RuntimeError: broken",
            "1 not judged (3 points)*",
        ]
    )


STRICT_DEMANDS_MORE = """
import graders.engine.intake
import graders.engine.isolation

graders.engine.isolation.STRICT = (*graders.engine.isolation.STRICT, "moat")


def opened(place, course):
    raise AssertionError("the submission was opened")


graders.engine.intake.read = opened
"""


@pytest.mark.skipif(sys.platform != "linux", reason="strict isolation is Linux's")
@pytest.mark.parametrize(("level", "status"), [("strict", 2), ("auto", 1)])
def test_strict_that_cannot_be_had_is_refused(pytester, root, level, status):
    """Before a submission is opened: one sentence, exit status 2. What is less is named by auto."""
    code = STRICT_DEMANDS_MORE if level == "strict" else STRICT_DEMANDS_MORE.partition("def opened")[0]
    pytester.makepyfile(demanding="import graders.engine.isolation\n" + code)
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-p",
        "demanding",
        str(root / "graders"),
        f"--isolation={level}",
    ]
    run = pytester.run(
        *command, f"--submission={root / 'assignments'}", "-k", "lesson07", "-p", "no:cacheprovider"
    )
    assert run.ret == status
    if level == "strict":
        assert run.errlines == ["calcgrade: strict isolation cannot be had: this system has no moat"]
        assert "".join(run.outlines) == ""
    else:
        run.stdout.fnmatch_lines(["isolation: partial (session, limits, user, landlock, seccomp)"])


@pytest.mark.parametrize(
    ("fault", "status", "said"),
    [
        (
            "import sys; sys._base_executable = '/no/such/python'",
            2,
            "calcgrade: the worker process cannot be started: *No such file*",
        ),
        (
            "import graders.engine.launch as launch; launch.FIRST = ('no_such_library',)",
            3,
            "isolation: none",
        ),
    ],
)
def test_no_worker(pytester, root, fault, status, said):
    """Where no worker can be started nothing is graded; where it ends at once, nothing counts as judged."""
    pytester.makepyfile(fault=fault)
    run = pytester.run(
        sys.executable,
        "-m",
        "pytest",
        "-p",
        "fault",
        str(root / "graders"),
        f"--submission={root / 'reference'}",
        "-k",
        "lesson06",
    )
    assert run.ret == status
    (run.stderr if status == 2 else run.stdout).fnmatch_lines([said])
    assert "right" not in "".join(run.outlines)


EVIL = "from pathlib import Path\nPath({marker!r}).write_text('imported')\n"


@pytest.mark.unmeasured
@pytest.mark.parametrize("form", ["--submission {}", "--submission={}"])
@pytest.mark.parametrize("where", ["root", "class", "inside"])
def test_nothing_of_a_submission_is_imported(tmp_path, root, form, where):
    """Neither conftest files nor modules of a submission reach the trusted process, from wherever it is run."""
    submission = tmp_path / "class" / "test_alice"
    markers = tmp_path / "markers"
    markers.mkdir()
    for name in (
        "conftest.py",
        "tests/conftest.py",
        "test_evil.py",
        "numpy.py",
        "pytest_evil.py",
        "sitecustomize.py",
    ):
        (submission / name).parent.mkdir(parents=True, exist_ok=True)
        (submission / name).write_text(EVIL.format(marker=str(markers / name.replace("/", "-"))))
    (submission / "lesson03_gradient.py").write_text("def f(x, y): return x**2 + y**2\n")
    cwd = {"root": root, "class": tmp_path / "class", "inside": submission}[where]
    option = form.format(submission).split(" ", 1)
    graders = ["--pyargs", "graders"] if where != "root" else ["graders"]
    program = [
        sys.executable,
        "-P",
        "-m",
        "pytest",
    ]  # -P, as the `pytest` command: the folder is not importable
    run = subprocess.run(
        [*program, *graders, *option, "-k", "lesson03", "-p", "no:cacheprovider"],
        cwd=cwd, capture_output=True, encoding="utf-8", timeout=120,
    )  # fmt: skip
    assert list(markers.iterdir()) == []
    assert "2 of 14" in run.stdout, run.stdout + run.stderr


def test_settings_of_a_submission_are_refused(tmp_path):
    """A pytest.ini of the submission's is not obeyed: the run stops, and the sentence names the way out."""
    marker = tmp_path / "marker"
    submission = tmp_path / "submission"
    submission.mkdir()
    (submission / "numpy.py").write_text(EVIL.format(marker=str(marker)))
    (submission / "pytest.ini").write_text("[pytest]\npythonpath = .\n")
    command = [
        sys.executable,
        "-P",
        "-m",
        "pytest",
        "--submission",
        str(submission),
        "--pyargs",
        "graders",
        "-k",
        "lesson03",
    ]
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", timeout=120)
    assert run.returncode == 4
    assert run.stderr.strip().endswith(f"write --submission={submission}, with =")
    command[4:6] = [f"--submission={submission}"]
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", timeout=120)
    assert run.returncode == 1
    assert not marker.exists()


def test_costs_other_projects_nothing(pytester):
    """Another project's run imports neither numpy nor the engine."""
    pytester.makepyfile(
        """
        import sys

        def test_clean():
            names = [name for name in sys.modules if name.partition(".")[0] in ("numpy", "sympy", "msgspec", "graders")]
            assert set(names) <= {"graders", "graders.engine", "graders.engine.plugin"}
        """
    )
    result = pytester.runpytest_subprocess()
    result.assert_outcomes(passed=1)


def test_trusted_side_imports_no_drawing(root):
    """Grading a lesson without figures or expressions never imports matplotlib on the trusted side."""
    code = (
        "import sys, pytest\n"
        "status = pytest.main(['graders', '--submission=reference', '-k', 'lesson07', '-q', '-p', 'no:cacheprovider'])\n"
        "print(status, 'matplotlib' in sys.modules)"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, encoding="utf-8", timeout=120
    )
    assert run.stdout.splitlines()[-1] == "0 False"


def test_help_names_the_options(pytest_graders):
    """--help lists what a grading run can be told."""
    run = pytest_graders("--help")
    for option in ("--submission=DIR", "--results=FILE", "--seed=N"):
        assert re.search(re.escape(option), run.stdout)
