"""The collections of answers are well formed, large enough, and stand on the page on fairness as they are.

They are graded by tests/benchmarks/fairness.py; here a few of each lesson are, as a smoke test.
"""

import importlib.util
import re
import sys
from collections import Counter
from pathlib import Path

import pytest

from graders.engine import course as courses
from graders.engine import suites

_spec = importlib.util.spec_from_file_location("corpus", Path(__file__).parents[1] / "benchmarks/corpus.py")
corpus = importlib.util.module_from_spec(_spec)
sys.modules[_spec.name] = corpus
_spec.loader.exec_module(corpus)

LESSONS = courses.course().lessons


@pytest.fixture(scope="module")
def sections():
    """All sections of all collections."""
    return corpus.sections()


def test_enough_of_every_item(sections):
    """There are a dozen right and a dozen wrong answers an item at the least, no two of one name."""
    counts = Counter((each.module, each.item, each.right) for each in sections)
    for lesson in LESSONS:
        for item in suites.items(lesson):
            assert counts[lesson.module, item.name, True] >= 12
            assert counts[lesson.module, item.name, False] >= 12
    names = Counter((each.module, each.item, each.right, each.name) for each in sections)
    assert [name for name, count in names.items() if count > 1] == []


def test_the_page_has_their_numbers(root, sections):
    """The table of docs/fairness.md was made from these collections, and shows nothing amiss."""
    page = (root / "docs/fairness.md").read_text("utf-8")
    counts = Counter((each.module, each.right) for each in sections)
    for lesson in LESSONS:
        right, wrong = counts[lesson.module, True], counts[lesson.module, False]
        assert re.search(
            rf"^\| {lesson.module} \| {right} \| 0 \| {wrong} \| 0 \| 0 \| \d+% \|$", page, re.MULTILINE
        )


@pytest.mark.parametrize("module", [lesson.module for lesson in LESSONS])
def test_a_few_of_each_lesson(module, sections, worker):
    """Every tenth answer is judged as it should be."""
    chosen = [each for each in sections if each.module == module][::10]
    amiss = [
        (str(each), each.verdict(outcome)) for each in chosen for outcome in corpus.judge(each, worker, [5])
    ]
    assert [(name, verdict) for name, verdict in amiss if verdict] == []


@pytest.mark.parametrize(
    "header",
    [
        "# wrong f: no brackets",
        "# right f [swapped]: brackets",
        "# wrong f [a [b]]: nested",
        "# right f words without a colon",
    ],
)
def test_headers_that_are_none(tmp_path, header):
    """A header that is misspelt is not passed over."""
    path = tmp_path / "lesson01_differentiation.py"
    path.write_text(f"{header}\ndef f(x):\n    return x\n")
    with pytest.raises(ValueError, match=r"lesson01_differentiation.py:1"):
        corpus.read(path)
