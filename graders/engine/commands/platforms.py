"""What platforms need, and what a machine has."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from graders.engine import course
from graders.engine.commands import app, one_of, refuse


@app.command()
def gradescope(
    out: Annotated[Path, typer.Option("--out", metavar="ZIP", help="The archive to write.")] = Path(
        "autograder.zip"
    ),
    visibility: Annotated[
        str,
        typer.Option(
            metavar="WHEN", help="Who sees the items: visible, after_due_date, after_published or hidden."
        ),
    ] = "visible",
    key: Annotated[
        str,
        typer.Option(
            envvar="CALCGRADE_KEY", help="A secret that decides which points are drawn.", show_default=False
        ),
    ] = "",
) -> None:
    """Write the archive of an autograder for Gradescope.

    It holds the right answers: upload it there and nowhere else.

    Exit status: 0, written; 2, it could not be.

    \b
    Example:
      calcgrade gradescope --out autograder.zip
    """
    from graders.engine.platforms import gradescope as platform

    try:
        one_of("--visibility", visibility, platform.VISIBILITY)
        platform.archive(out, visibility=visibility, key=key)
    except (OSError, course.CourseError) as error:
        refuse(error)
    typer.echo(f"{out} written: {out.stat().st_size / 1e6:.1f} MB")


@app.command()
def github(
    results: Annotated[
        Path | None,
        typer.Argument(metavar="RESULTS", help="The results.json of a grading run.", show_default=False),
    ] = None,
    submission: Annotated[
        Path, typer.Option(metavar="DIR", help="Where the submission lies in the repository.")
    ] = Path(),
    workflow: Annotated[
        bool, typer.Option("--workflow", help="Print a workflow for GitHub Classroom instead.")
    ] = False,
) -> None:
    """Report results in a job of GitHub's.

    In its summary, as annotations, and as outputs for Classroom's reporter.

    Exit status: 0, done; 2, RESULTS cannot be read.

    \b
    Examples:
      calcgrade github results.json --submission assignments
      calcgrade github --workflow
    """
    import msgspec

    from graders.engine.platforms import WORKFLOW
    from graders.engine.platforms import github as platform
    from graders.engine.reports import feedback

    if workflow or results is None:
        typer.echo(WORKFLOW.read_text("utf-8"), nl=False)
        return
    try:
        typer.echo(platform.write(feedback.decode(results.read_bytes()), submission))
    except (OSError, msgspec.DecodeError) as error:
        refuse(error)


@app.command()
def doctor() -> None:
    """Say what this machine has to keep student code in.

    And what to do about what it lacks.

    Exit status: 0, strict isolation can be had; 1, it cannot; 2, no worker can be started.

    \b
    Example:
      calcgrade doctor
    """
    from graders.engine import sandbox
    from graders.engine.child import SandboxError
    from graders.engine.reports import doctor as report

    limits = course.course().limits
    try:
        with sandbox.start(limits, "auto") as worker:
            label, confined = worker.isolation, worker.confined
    except SandboxError as error:
        refuse(error)
    typer.echo(report.table(label, confined))
    raise typer.Exit(0 if label.startswith("strict") else 1)
