"""What students use: stubs, explanations, and the loop of saving and looking."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Annotated

import typer

from graders.engine import course, stubs
from graders.engine.commands import app, refuse


@app.command("stubs")
def make_stubs(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="Where the stubs go; made if it is not there.")
    ],
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="Replace stubs that are there already.")
    ] = False,
) -> None:
    """Write the stub files that students fill in.

    Exit status: 0, written; 2, one of them is there already, or DIR cannot be written.

    \b
    Example:
      calcgrade stubs my-course
    """
    try:
        written = stubs.write_stubs(course.REFERENCE, folder, overwrite=overwrite)
    except (OSError, ValueError) as error:
        refuse(error)
    typer.echo(f"{len(written)} stubs in {folder}")


@app.command()
def explain(
    name: Annotated[
        str,
        typer.Argument(metavar="ITEM", help="As in lesson03.gradient; lesson03 alone for all of its items."),
    ],
) -> None:
    """Say what an item asks; not the answer.

    Prints its task, its points, what is checked, and what learners stumble over.

    Exit status: 0, found; 2, there is no such item.

    \b
    Examples:
      calcgrade explain lesson03.gradient
      calcgrade explain lesson03
    """
    from graders.engine.reports import explanation

    try:
        found = explanation.find(course.course(), name)
    except course.CourseError as error:
        refuse(error)
    typer.echo("\n\n\n".join(explanation.text(lesson, item) for lesson, item in found))


@app.command()
def watch(
    folder: Annotated[
        Path | None, typer.Argument(metavar="DIR", help="Where your lessons are.", show_default="this folder")
    ] = None,
    plain: Annotated[
        bool,
        typer.Option("--plain", help="Print line after line; for screen readers, and where keys do nothing."),
    ] = False,
) -> None:
    """See a lesson's verdict as soon as you save it.

    Keys: h for a hint, n for the next item, p for a picture of it, q to quit.

    Exit status: 0, after q; 2, DIR cannot be read.

    \b
    Example:
      calcgrade watch assignments
    """
    from rich.console import Console

    from graders.engine import intake
    from graders.engine import watch as watching
    from graders.engine.child import SandboxError
    from graders.engine.reports import screen

    try:
        place = _lessons_in(folder)
        console = Console(highlight=False)
        full = console.is_terminal and not plain
        with screen.shown(console, full=full) as show, contextlib.suppress(KeyboardInterrupt):
            watching.run(place, course.course(), show, screen.opened_in_browser)
    except (OSError, course.CourseError, intake.SubmissionError, SandboxError) as error:
        refuse(error)


def _lessons_in(folder: Path | None) -> Path:
    """Return the folder that is watched: this one, or the assignments in it."""
    if folder is not None:
        return folder
    here = any(Path().glob("lesson*"))
    return Path() if here or not Path("assignments").is_dir() else Path("assignments")
