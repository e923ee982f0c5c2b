"""The pytest plugin: options, and the one decision whether this run grades.

Registered as an entry point, so that ``--submission DIR`` is known as an option before pytest looks
for test folders. It imports nothing of weight: other projects' runs pay for this file alone.
"""

from __future__ import annotations

import sys
from collections.abc import Generator
from pathlib import Path
from typing import Final

import pytest

GRADERS: Final = Path(__file__).resolve().parents[1]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options of a grading run."""
    group = parser.getgroup("calcgrade", "grading (calcgrade): pytest graders")
    group.addoption(
        "--submission",
        metavar="DIR",
        help="folder with a student's modules (default: assignments/)",
    )
    group.addoption(
        "--results",
        metavar="FILE",
        help="write the results as JSON, as Gradescope reads it",
    )
    group.addoption(
        "--isolation",
        choices=["auto", "strict", "basic"],
        help="how student code is kept in: the strongest there is (auto), all of it or nothing (strict), "
        "a process with limits (basic); default: as config/course.yaml says",
    )
    group.addoption(
        "--seed",
        metavar="N",
        type=int,
        help="repeat a run: the seed stands in its results (default: from submission and course)",
    )


@pytest.hookimpl(wrapper=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> Generator[None, None, None]:
    """Keep a submission's own pytest settings and conftest files out of this process.

    pytest looks for both before it knows our options, so it may take the folder after
    ``--submission`` for one of its own.
    """
    options = early_config.known_args_namespace
    if options.submission is not None:
        submission = Path(options.submission).resolve()
        settings = early_config.inipath
        if settings is not None and early_config.inicfg and _within(submission, settings):
            raise pytest.UsageError(
                f"pytest took {settings} for its own settings: write --submission={options.submission}, with ="
            )
        options.noconftest = True
        sys.path[:] = [entry for entry in sys.path if not _within(submission, Path(entry))]
    if not options.help and any(_grades(name, early_config) for name in options.file_or_dir):
        from graders.engine.grading import start_worker

        start_worker(early_config)
    yield


def pytest_configure(config: pytest.Config) -> None:
    """Turn a run of the suites in ``graders/`` into a grading run."""
    if config.option.help or not any(_grades(argument, config) for argument in config.args):
        return
    from graders.engine.grading import Grading

    config.pluginmanager.register(Grading(config), "calcgrade-grading")


def _grades(argument: str, config: pytest.Config) -> bool:
    name = argument.partition("::")[0]
    if (
        config.known_args_namespace.pyargs
        and name.partition(".")[0] == GRADERS.name
        and not Path(name).exists()
    ):
        return True
    path = Path(config.invocation_params.dir, name).resolve()
    return _within(GRADERS, path) or _within(path, GRADERS)


def _within(folder: Path, path: Path) -> bool:
    return path.resolve().is_relative_to(folder)
