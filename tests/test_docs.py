"""The documents say what is there: options, keys, checks, links."""

import importlib.util
import re
import sys

import msgspec
import pytest
import typer

import graders.engine
from graders.engine import course as courses
from graders.engine import suites
from graders.engine.cli import app

PAGES = [
    "README.md",
    "CONTRIBUTING.md",
    "docs/for_instructors.md",
    "docs/for_students.md",
    "docs/fairness.md",
    "docs/for_developers.md",
    "docs/nbgrader.md",
    "docs/platforms.md",
    "docs/results_json.md",
    "docs/scaling.md",
    "docs/security.md",
    "SECURITY.md",
]


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
    spec = importlib.util.spec_from_file_location("hostile_collection", root / "tests/hostile/collection.py")
    collection = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = collection  # dataclasses look themselves up there
    spec.loader.exec_module(collection)
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
