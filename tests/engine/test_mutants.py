"""Mutants: each is another program that differs in one place, and none is written twice."""

import ast

import pytest

from graders.engine import course as courses
from graders.engine import suites
from graders.engine.mutants import mutants

SOURCE = '''import numpy as np


def f(x, y):
    """Return something."""
    if x > 0 and y:
        raise ValueError("no")
    total = [each for each in x[1:] if each]
    return np.cos(-x) + 2 * y


def g(x):
    return f(x, x)
'''


def changes(source, function="f"):
    """Return what is changed by the mutants of a function."""
    return {mutant.change for mutant in mutants(source, function)}


@pytest.mark.parametrize(
    "change",
    [
        "x > 0 → x >= 0", "x > 0 → x < 0", "x > 0 and y → x > 0 or y", "x > 0 and y → y", "x[1:] → x", "x[1:] → x[:]",
        "np.cos → np.sin", "-x → x", "np.cos(-x) + 2 * y → np.cos(-x) - 2 * y", "np.cos(-x) + 2 * y → 2 * y",
        "2 → 3", "2 → 0", "2 → -2", "x → y", "y → x", "2 * y → 2 / y", "np.cos(-x) → -x",
        "[each for each in x[1:] if each] → [each for each in x[1:]]",
    ],
)  # fmt: skip
def test_changes(change):
    """Operators, constants, signs, indices, names, terms and functions are changed."""
    assert change in changes(SOURCE)


def test_only_the_function_is_changed():
    """What stands before and behind a function stays to the letter, and its mutants are all different."""
    sources = [mutant.source for mutant in mutants(SOURCE, "f")]
    assert len(set(sources)) == len(sources) > 40
    assert all(source.startswith("import numpy as np\n\n\ndef f(") for source in sources)
    assert all(source.endswith("\n\n\ndef g(x):\n    return f(x, x)\n") for source in sources)


def test_every_mutant_of_the_reference_is_a_program():
    """Each can be parsed, and differs from the original."""
    for lesson in courses.course().lessons:
        source = (courses.REFERENCE / f"{lesson.module}.py").read_text("utf-8")
        for item in suites.items(lesson):
            found = list(mutants(source, item.name))
            assert found
            original = ast.dump(ast.parse(source))
            assert all(ast.dump(ast.parse(mutant.source)) != original for mutant in found[:20])


def test_what_has_no_docstring():
    """A function need not have one; what is neither a number, a truth nor text is left as it is."""
    found = changes("def f(x):\n    return x[None] + 1\n")
    assert "x[None] + 1 → x[None] - 1" in found
    assert not [change for change in found if change.startswith("None →")]
