"""A changed class MLP loses lesson 5's points and says so; comments, docstrings and formatting are free."""

import ast

import pytest

MODULE = "lesson05_backpropagation"


@pytest.fixture
def source(reference_source):
    """The reference of lesson 5."""
    return reference_source(MODULE)


def parts(source):
    """Return what stands before, in and after the class."""
    lines = source.split("\n")
    [node] = [node for node in ast.parse(source).body if isinstance(node, ast.ClassDef)]
    return [
        "\n".join(each)
        for each in (
            lines[: node.lineno - 1],
            lines[node.lineno - 1 : node.end_lineno],
            lines[node.end_lineno :],
        )
    ]


@pytest.mark.parametrize(
    "change",
    [
        lambda before, cls, after: before + "\n" + ast.unparse(ast.parse(cls)) + "\n" + after,
        lambda before, cls, after: (
            before + "\n# a comment\n" + cls.replace("rng = ", "# mine\n        rng = ") + after
        ),
        lambda before, cls, after: (
            before + "\n" + cls.replace('"""A multilayer', '"""My notes. A multilayer') + after
        ),
        lambda before, cls, after: (
            "import numpy as np\n" + cls + "\nclass Mine(MLP):\n    def more(self): return 1\n" + after
        ),
        lambda before, cls, after: (
            before + "\n" + cls + after + "\nmlp = MLP([2, 3, 2, 1], ['tanh'] * 3)\nmlp.W = 3\n"
        ),
    ],
)
def test_free(grade, source, change):
    """What changes nothing costs nothing."""
    outcomes = grade({f"{MODULE}.py": change(*parts(source))}, only=[MODULE])
    assert {outcome.outcome for outcome in outcomes.values()} == {"right"}


@pytest.mark.parametrize(
    "change",
    [
        lambda before, cls, after: before + "\n" + cls.replace("np.tanh(z) ** 2", "np.tanh(z) ** 3") + after,
        lambda before, cls, after: (
            before + "\n" + cls + "\n\n    def more(self):\n        return 1\n" + after
        ),
        lambda before, cls, after: before + after,
        lambda before, cls, after: before + "\n" + cls + after + "\n\nclass MLP:\n    pass\n",
        lambda before, cls, after: before + "\n" + cls + after + "\n\nMLP = dict\n",
        lambda before, cls, after: before + "\n" + cls + after + "\n\nMLP.forward = None\n",
        lambda before, cls, after: before + "\n" + cls + after + "\n\nsetattr(MLP, 'forward', None)\n",
    ],
)
def test_changed(grade, source, change):
    """A changed class costs the lesson, in one sentence."""
    outcomes = grade({f"{MODULE}.py": change(*parts(source))}, only=[MODULE])
    assert {outcome.objection for outcome in outcomes.values()} == {
        f"class MLP in {MODULE}.py was changed: put back the one that came with the assignment"
    }
    assert sum(outcome.score for outcome in outcomes.values()) == 0
