"""The documents say what is there: options, keys, checks, links."""

import ast
import importlib.util
import inspect
import itertools
import re
import sys
import tomllib
from typing import get_args

import msgspec
import pytest
import typer
import yaml

import graders.engine
from graders.engine import course as courses
from graders.engine import exceptions, grading, plain, suites
from graders.engine.cli import app
from graders.engine.worker import wire

ROOT = courses.GRADERS.parent
PAGES = sorted(
    path.relative_to(ROOT).as_posix()
    for place in ("", "docs/", ".github/")
    for path in ROOT.glob(f"{place}*.md")
)


def loaded(path):
    """Return a script as a module."""
    spec = importlib.util.spec_from_file_location(f"docs_{path.stem}", path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look themselves up there
    spec.loader.exec_module(module)
    return module


def test_every_dependency_has_a_reason(root):
    """Each package that pyproject.toml names has its line, and no other has one."""
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    named = [*project["dependencies"], *itertools.chain(*project["optional-dependencies"].values())]
    packages = {re.split(r"[>=\[]", each)[0].lower() for each in named} - {"calcgrade"}
    section = (
        (root / "CONTRIBUTING.md").read_text("utf-8").partition("## Dependencies")[2].partition("\n## ")[0]
    )
    rows = [line.split("|")[1] for line in section.splitlines() if line.startswith("| ")][2:]
    told = {name.strip().lower() for row in rows for name in re.sub(r"\(.*?\)", "", row).split(",")}
    assert told == packages


def test_every_gate_is_documented(root):
    """The tables of gates are those that run by themselves, and those that run beside them in CI."""
    [gates] = re.findall(r'"\$\{\*:-(.*)\}"', (root / ".ci/run").read_text("utf-8"))
    [beside] = re.findall(r"run: \.ci/run (\w.*)", (root / ".github/workflows/ci.yml").read_text("utf-8"))
    section = (root / "CONTRIBUTING.md").read_text("utf-8").partition("## The gates")[2]
    section = section.partition("## Dependencies")[0]
    assert re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE) == [*gates.split(), *beside.split()]


@pytest.mark.parametrize("name", ["verdict", "bug", "idea"])
def test_issue_forms(root, name):
    """A form has a name, a description, and fields of the kinds that GitHub knows, each with its label."""
    form = yaml.safe_load((root / f".github/ISSUE_TEMPLATE/{name}.yml").read_text("utf-8"))
    assert form["name"]
    assert form["description"]
    for field in form["body"]:
        assert field["type"] in ("input", "textarea", "dropdown", "checkboxes")
        assert field["attributes"]["label"]
    assert len({field["id"] for field in form["body"]}) == len(form["body"])


@pytest.mark.parametrize("page", PAGES)
def test_links(root, page):
    """Every link between the project's files leads somewhere."""
    text = (root / page).read_text("utf-8")
    for target in re.findall(r"\]\(([^)#:]+)\)", text):
        assert (root / page).parent.joinpath(target).exists(), target


def test_configuration_is_documented(root):
    """Every key of config/course.yaml is documented with its default, and no other."""
    text = (root / "docs/for_instructors.md").read_text("utf-8")
    kinds = {
        "limits": courses.Limits,
        "feedback": courses.Feedback,
        "scoring": courses.Scoring,
        "rules.late": courses.Late,
    }
    for field in msgspec.structs.fields(courses.Rules):
        assert f"| `rules.{field.name}" in text, field.name
    for prefix, kind in kinds.items():
        for field in msgspec.structs.fields(kind):
            [row] = [
                line
                for line in text.splitlines()
                if f"`{prefix}.{field.name}`" in line and line.startswith("|")
            ]
            default = f"{field.default:g}" if isinstance(field.default, float) else str(field.default).lower()
            assert re.search(rf"(?<!\w){re.escape(default)}(?!\w)", row.rpartition("| ")[2] or row), row


def test_options_of_grading_a_class_are_documented(root):
    """Every option of `calcgrade grade` is on the instructors' page, and no other."""
    text = (root / "docs/for_instructors.md").read_text("utf-8")
    command = typer.main.get_command(app).commands["grade"]
    known = {option for each in command.params for option in each.opts if option.startswith("--")}
    section = text.partition("## Grade a class")[2].partition("\n## ")[0]
    assert set(re.findall(r"^\| `(--\w+)", section, re.MULTILINE)) == known - {"--out"}


def test_own_configuration_is_the_default(root):
    """What config/course.yaml spells out are the defaults that the documents name."""
    assert courses.course().limits == courses.Limits()
    assert courses.course().feedback == courses.Feedback()
    assert courses.course().scoring == courses.Scoring()
    assert courses.course().rules == courses.Rules()


def test_every_check_is_documented(root):
    """Every word of the suites' door is on the instructors' page."""
    text = (root / "docs/for_instructors.md").read_text("utf-8")
    for word in graders.engine.__all__:
        assert re.search(rf"`?@?{word}\b", text), word


def test_example_is_the_suites_own(root):
    """The example of a suite stands so in the suite itself."""
    page = (root / "docs/for_instructors.md").read_text("utf-8")
    example = page.partition("```python\n")[2].partition("```")[0]
    suite = (root / "graders/test_lesson03_gradient.py").read_text("utf-8")
    for line in example.splitlines():
        if "assert" not in line:
            assert line in suite


def test_numbers_in_the_changelog():
    """30 items, 100 points."""
    items = [item for lesson in courses.course().lessons for item in suites.items(lesson)]
    assert (len(items), sum(item.points for item in items)) == (30, 100)


def test_security_table(root):
    """The table of what still holds with layers switched off is that of the hostile collection."""
    collection = loaded(root / "tests/hostile/collection.py")
    probes = [trick for trick in collection.TRICKS if trick.held_without is not None]
    text = (root / "docs/security.md").read_text("utf-8")
    assert f"Of its {len(collection.TRICKS)} tricks, {len(probes)} try" in text
    for word, layers in {
        "landlock": "Landlock",
        "seccomp": "seccomp",
        "both": "both",
        "everything": "every layer",
    }.items():
        held = sum(word in trick.held_without for trick in probes)
        assert re.search(rf"^\| {layers}[^|]* \| {held} of {len(probes)} \|$", text, re.MULTILINE)


@pytest.mark.parametrize("name", ["commands.md", "notes.md"])
def test_made_pages_are_fresh(root, name):
    """What python docs/make_reference.py writes is what stands there."""
    made = loaded(root / "docs/make_reference.py").PAGES[name]()
    assert (root / "docs" / name).read_text("utf-8") == made


def test_every_general_note_is_documented(root):
    """Each kind of note that the engine can give by itself is on the page of results, and no other."""
    section = (root / "docs/results_json.md").read_text("utf-8").partition("\n## Notes\n")[2]
    rows = [line.split("|")[1] for line in section.splitlines() if line.startswith("| `")]
    assert sorted(re.findall(r"`([^`]+)`", " ".join(rows))) == sorted(general_notes(root))


def general_notes(root):
    """Return the kinds that stand in the engine's source: as literals of calls, and in declared tables."""
    found = {"follow-through", "grader"} | {note for _, note, _ in exceptions._MEANINGS} | set(plain.REFUSALS)
    for path in (root / "graders/engine").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
                name = getattr(node.func, "id", getattr(node.func, "attr", ""))
                if name in ("Objection", "Diagnosis", "Stop", "Ended", "BadSource", "_malformed", "raised"):
                    found.add(node.args[0].value)
    [kinds] = [field for field in msgspec.structs.fields(wire.Raised) if field.name == "kind"]
    return (found | set(get_args(kinds.type))) - {"not_callable"}  # which is told as undefined


def test_measured_tables_are_written_by_benchmarks(root):
    """Each table between marks is there, and a benchmark writes it; one command runs them all."""
    scripts = {path: path.read_text("utf-8") for path in (root / "tests/benchmarks").glob("*.py")}
    for page in PAGES:
        text = (root / page).read_text("utf-8")
        for name, table in re.findall(r"<!-- (.+?) -->\n(.*?)<!-- end of \1 -->", text, re.DOTALL):
            assert table.strip(), name
            assert any(f'"{name}"' in script for script in scripts.values()), name
    command = next(script for path, script in scripts.items() if path.name == "__main__.py")
    for path, script in scripts.items():
        assert "page.write(" not in script or f'"{path.name}"' in command, path.name


def commands(group):
    """Return all commands of a group, those of its groups too."""
    for command in group.commands.values():
        yield from commands(command) if hasattr(command, "commands") else [command]


@pytest.mark.parametrize(
    "command", list(commands(typer.main.get_command(app))), ids=lambda command: command.name
)
def test_exit_statuses(command):
    """Each command's help, and so its page, says with what statuses it ends, and what it is typed like."""
    source = inspect.getsource(inspect.unwrap(command.callback))
    ends = set(re.findall(r"typer\.Exit\((\d+)\)", source)) | ({"2"} if "refuse(" in source else set())
    told = re.search(r"Exit status: (.*?\.)\n", inspect.cleandoc(command.help), re.DOTALL)[1]
    assert ends <= set(re.findall(r"\b(\d+),", told))
    assert "calcgrade" in command.help.partition("\b")[2]


def test_options_of_a_run_are_documented(root):
    """The README has every option that the plugin adds to pytest, and every status that a run ends with."""
    text = (root / "README.md").read_text("utf-8")
    options = re.findall(r'"(--\w+)"', (root / "graders/engine/plugin.py").read_text("utf-8"))
    assert len(options) == 4
    assert all(f"`{option}" in text or f"{option} DIR" in text for option in options)
    statuses = text.partition("Exit status of `pytest graders`:")[2].partition(".")[0]
    assert set(re.findall(r"\b\d\b", statuses)) == {"0", "1", "2", "3"}
    assert (grading.REFUSED, grading.COULD_NOT_GRADE) == (2, 3)
