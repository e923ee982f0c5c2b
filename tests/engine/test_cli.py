"""The command line."""

import pytest
from typer.testing import CliRunner

from graders.engine import course as courses
from graders.engine.cli import app


@pytest.fixture
def run():
    """Run the command with arguments."""
    return lambda *arguments: CliRunner().invoke(app, [str(argument) for argument in arguments])


def test_stubs(run, tmp_path):
    """`calcgrade stubs DIR` writes the seven stubs that are committed."""
    result = run("stubs", tmp_path / "new")
    assert result.exit_code == 0
    assert result.output == f"7 stubs in {tmp_path / 'new'}\n"
    for path in courses.ASSIGNMENTS.glob("*.py"):
        assert (tmp_path / "new" / path.name).read_bytes() == path.read_bytes()


def test_stubs_never_overwrite(run, tmp_path):
    """A student's work is not overwritten, unless told so."""
    (tmp_path / "lesson01_differentiation.py").write_text("mine")
    result = run("stubs", tmp_path)
    assert result.exit_code == 2
    assert "lesson01_differentiation.py" in result.output
    assert len(list(tmp_path.iterdir())) == 1
    assert run("stubs", tmp_path, "--overwrite").exit_code == 0


def test_version(run):
    """`calcgrade --version` names the version."""
    assert run("--version").output.startswith("calcgrade 0.1.0")


def test_help(run):
    """Help names the commands and how to grade."""
    result = run("--help")
    assert "stubs" in result.output
    assert "pytest graders --submission DIR" in result.output


def test_unknown_option(run):
    """A wrong use exits with status 2."""
    assert run("stubs", "--no-such-option").exit_code == 2
