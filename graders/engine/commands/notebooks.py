"""The course as notebooks, for nbgrader."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer
import typer.core

from graders.engine import course
from graders.engine.commands import app, refuse


class _DirectoryOrCommand(typer.core.TyperGroup):
    """Takes a first word that is no command's name for the argument of ``make``."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command."""
        return super().resolve_command(ctx, args if args[0] in self.commands else ["make", *args])


nbgrader = typer.Typer(cls=_DirectoryOrCommand, no_args_is_help=True, rich_markup_mode=None)
app.add_typer(nbgrader, name="nbgrader")


@nbgrader.callback()
def about_nbgrader() -> None:
    """Teach the course as notebooks, with nbgrader.

    calcgrade nbgrader DIR makes the course directory. Needs nbgrader: pip install 'calcgrade[nbgrader]'.
    Then nbgrader's own commands work in that folder.
    """


@nbgrader.command("make")
def make_course(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="nbgrader's course directory; made if it is not there.")
    ],
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="Replace files that are there and differ.")
    ] = False,
) -> None:
    """Write a course directory, which is what DIR alone does.

    It has nbgrader_config.py, and a source notebook for each lesson.

    Exit status: 0, written; 2, it could not be.

    \b
    Example:
      calcgrade nbgrader calculus
      cd calculus
      nbgrader generate_assignment lesson01_differentiation
    """
    from graders.engine.notebooks import source

    try:
        settings = course.course()
        written = source.write(settings, folder, overwrite=overwrite)
        if settings.rules.due:
            from graders.engine.notebooks import run

            run.set_due_dates(settings, folder)
    except (OSError, ImportError, course.CourseError) as error:
        refuse(error)
    typer.echo(f"{len(written)} files written in {folder}")


@nbgrader.command("autograde")
def autograde(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="nbgrader's course directory.")] = Path(),
    jobs: Annotated[
        int | None,
        typer.Option(metavar="N", min=1, help="Processes side by side.", show_default="a core each"),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Grade anew what is graded already.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress.")] = False,
) -> None:
    """Grade all that lies in submitted/, students side by side.

    Notebooks, and .py files in their place.

    Exit status: 0, all was graded; 2, the run could not start; 3, a person has to look at something;
    130, after Ctrl-C.

    \b
    Example:
      calcgrade nbgrader autograde --jobs 4
    """
    from graders.engine import intake

    try:
        from graders.engine.notebooks import run

        complete = run.autograde(folder, jobs=jobs, force=force, quiet=quiet, say=typer.echo)
    except KeyboardInterrupt:
        typer.echo(
            "calcgrade: stopped; what is graded is kept: run the same command again to go on", err=True
        )
        raise typer.Exit(130) from None
    except (OSError, ImportError, course.CourseError, intake.SubmissionError) as error:
        refuse(error)
    raise typer.Exit(0 if complete else 3)
