"""The kit for students: the same verdicts at public points, and no right answer to be found in it."""

import json
import re
import shutil
import subprocess
import sys

import msgspec
import pytest

from graders.engine import course as courses
from graders.engine import kit, recording, suites

HALF = "tests/submissions/half_right/submission"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A kit, as the command writes it."""
    folder = tmp_path_factory.mktemp("kit") / "calculus"
    found = subprocess.run(
        [sys.executable, "-m", "graders.engine", "kit", str(folder)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert found.stdout.endswith(f"files written in {folder}\n")
    return folder


def graded(folder, submission, out, *more):
    """Grade a submission by the installation in a folder, and return its results."""
    command = [
        sys.executable,
        "-P",
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        "-p",
        "graders.engine.plugin",
        "graders",
    ]
    environment = {
        "PYTHONPATH": str(folder),
        "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
        "PATH": "",
        "HOME": str(out.parent),
    }
    given = [f"--submission={submission}", f"--results={out}", *more]
    found = subprocess.run(
        [*command, *given], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert found.returncode in (0, 1), found.stdout + found.stderr
    return json.loads(out.read_text("utf-8"))


@pytest.mark.parametrize(
    "name", ["reference", HALF, "tests/submissions/other_styles/submission", "assignments"]
)
def test_the_same_verdicts(made, root, tmp_path, name):
    """At the points for practice, the kit's outcomes and notes are those of the full installation."""
    own = graded(root, root / name, tmp_path / "own.json", "--seed=0")
    kits = graded(made, root / name, tmp_path / "kit.json")
    assert kits["score"] == own["score"]
    for mine, its in zip(own["tests"], kits["tests"], strict=True):
        assert its["name"] == mine["name"]
        assert its["extra_data"]["outcome"] == mine["extra_data"]["outcome"]
        assert its["extra_data"].get("called") == mine["extra_data"].get("called")
        if (
            name != HALF or its["extra_data"]["item"] != "model_settings"
        ):  # told by a predicate, which is no number
            assert its["extra_data"]["note"] == mine["extra_data"]["note"]


def test_nothing_to_read_off(made, root, course):
    """No line of a solution, no mistake's formula and no word that is right stand in any file of the kit."""
    texts = {path: path.read_bytes().decode("utf-8", "replace") for path in made.rglob("*") if path.is_file()}
    everything = "\n".join(texts.values())
    stubs = "\n".join(path.read_text("utf-8") for path in (root / "assignments").glob("*.py"))
    assert not any("reference" in path.relative_to(made).parts for path in texts)
    for lesson in course.lessons:
        source = (root / f"reference/{lesson.module}.py").read_text("utf-8")
        solutions = re.findall(r"### BEGIN SOLUTION\n(.*?)### END SOLUTION", source, re.DOTALL)
        lines = {line.strip() for solution in solutions for line in solution.splitlines()}
        told = [
            line
            for line in lines
            if len(line) > 12
            and not line.startswith(("axes.", "figure, ", "return figure"))
            and line not in stubs
            and line in everything
        ]
        assert told == []
        suite = (root / f"graders/test_{lesson.module}.py").read_text("utf-8")
        beliefs = {each.strip() for each in re.findall(r"lambda[^:]*:([^,\n]{12,})", suite)}
        assert [belief for belief in beliefs if re.search(r"[-+*/]", belief) and belief in everything] == []
    recorded = recording.decode((made / "config/recording").read_bytes())
    words = [line.check for items in recorded.lessons.values() for item in items for line in item.lines
             if isinstance(line.check, recording.Choice)]  # fmt: skip
    assert len(words) == 3
    assert all(len(word.digest) == 16 for word in words)


def test_a_wheel_without_answers(made, tmp_path):
    """Installed by one command, it runs from any folder, and no file of the reference is in it."""
    target = tmp_path / "installed"
    command = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-deps",
        "--target",
        str(target),
        str(made),
    ]
    subprocess.run(command, check=True, capture_output=True)
    assert not list(target.rglob("reference"))
    assert len(list(target.rglob("course/assignments/lesson*.py"))) == 7
    assert (target / "graders/course/config/recording").is_file()


def test_every_item_is_recorded(made, course):
    """With its lines and its mistakes; none without a question."""
    recorded = recording.decode((made / "config/recording").read_bytes())
    for lesson in course.lessons:
        items = {item.name: item for item in recorded.lessons[lesson.module]}
        assert list(items) == [item.name for item in suites.items(lesson)]
        for item in suites.items(lesson):
            assert len(items[item.name].lines) >= 1
            assert [slip.name for slip in items[item.name].slips] == [
                mistake.name for mistake in item.mistakes
            ]


def test_no_students_are_named(course, tmp_path):
    """The kit's configuration has neither due dates nor anybody's extension."""
    rules = courses.Rules(due="2026-03-01", extensions={"Jane Doe": "3 days"})
    text = kit._configuration(msgspec.structs.replace(course, rules=rules, certificate="60%"))
    assert "Jane" not in text
    (tmp_path / "course.yaml").write_text(text, "utf-8")
    assert courses.read(tmp_path / "course.yaml") == course


def test_where_it_cannot_be_made(course, monkeypatch, tmp_path):
    """Not into somebody's work, and not from a kit."""
    (tmp_path / "mine.py").write_text("")
    with pytest.raises(FileExistsError, match="is not empty"):
        kit.write(course, tmp_path)
    monkeypatch.setattr(courses, "HAS_ANSWERS", False)
    with pytest.raises(courses.CourseError, match="where the right answers are"):
        kit.write(course, tmp_path / "new")


def test_a_students_way(made, tmux, tmp_path, reference_source):
    """In a terminal of 80 columns, from the first command to all points of a lesson, by following the advice."""
    run, wait = tmux
    folder = tmp_path / "calculus"
    shutil.copytree(made, folder)
    check = f"{sys.executable} -P -m pytest -p graders.engine.plugin -p no:cacheprovider graders -k lesson01"
    run("send-keys", f"cd {folder}; export PYTHONPATH=. PYTEST_DISABLE_PLUGIN_AUTOLOAD=1", "Enter")
    path = folder / "assignments/lesson01_differentiation.py"
    written = path.read_text("utf-8")

    def saved(function, body):
        """Write a function's body in place of its NotImplementedError, or of what was there before."""
        nonlocal written
        head, rest = written.split(f"def {function}(", 1)
        text, docstring, after = rest.split('"""', 2)
        tail = after[after.index("\n\n\n") :] if "\n\n\n" in after else "\n"
        written = f'{head}def {function}({text}"""{docstring}"""\n    {body}{tail}'
        path.write_text(written, "utf-8")

    def told(*words):
        run("send-keys", f"clear; {check}", "Enter")
        return wait("total", *words)

    told("0 of 14", "f is not written yet")
    saved("f", "return x**3 - A*x**2")
    told("0 of 14", "you called   f(")
    saved("f", "return x**3 - A*x**2 + C")
    saved("f_prime", "return 3*x**2 - A*x")
    told("2 of 14", "the factor from its power is missing")
    saved("f_prime", "return 3*x**2 - 2*A*x")
    saved("derivative", 'x = sp.Symbol("x"); return sp.diff(f(x), x)')
    saved("rate_of_change", "return (func(x + delta) - func(x - delta)) / (2*delta)")
    told("8 of 14", "a central difference")
    saved("rate_of_change", "return (func(x + delta) - func(x)) / delta")
    saved(
        "plot_derivative",
        'plt.plot(x, f_prime(x), label="rule"); plt.plot(x, rate_of_change(f, x, delta), label="rate"); return plt.gcf()',
    )
    told("12 of 14", "legend()")
    saved(
        "plot_derivative",
        'plt.plot(x, f_prime(x), label="rule"); plt.plot(x, rate_of_change(f, x, delta), label="rate"); plt.legend(); return plt.gcf()',
    )
    told("14 of 14")
