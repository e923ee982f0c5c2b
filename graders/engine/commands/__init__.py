"""The commands, by who uses them; each module adds its own to ``app``."""

from __future__ import annotations

from importlib.metadata import version
from typing import Annotated, NoReturn

import typer

from graders.engine import course

app = typer.Typer(no_args_is_help=True, pretty_exceptions_enable=False, rich_markup_mode=None)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"calcgrade {version('calcgrade')}")
        raise typer.Exit


@app.callback()
def calcgrade(
    asked: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Grade the seven lessons of Calculus for Machine Learning.

    One submission is graded by pytest: pytest graders --submission DIR. A class by: calcgrade grade
    """


def one_of(option: str, value: str | None, known: tuple[str, ...]) -> None:
    """Refuse an option's value that is none of those known."""
    if value and value not in known:
        raise course.CourseError(f"{option} {value}: {' or '.join(known)}")


def refuse(error: Exception) -> NoReturn:
    """End with a sentence."""
    missing = isinstance(error, ModuleNotFoundError) and str(error.name).startswith(
        ("nbgrader", "nbformat", "nbconvert")
    )
    said = "nbgrader is not installed: pip install 'calcgrade[nbgrader]'" if missing else error
    typer.echo(f"calcgrade: {said}", err=True)
    raise typer.Exit(2) from None
