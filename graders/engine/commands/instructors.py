"""What instructors use: a class, its pages and certificates, a kit to hand out, and the rubric's own exam."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from graders.engine import course
from graders.engine.commands import app, one_of, refuse


@app.command()
def grade(
    class_dir: Annotated[
        Path,
        typer.Argument(
            metavar="CLASS_DIR",
            help="What the students handed in: a folder or a zip archive each, or the unpacked download of "
            "Moodle, Canvas, GitHub Classroom or nbgrader.",
        ),
    ],
    out: Annotated[Path, typer.Option("--out", metavar="OUT", help="Where results and the gradebook go.")],
    roster: Annotated[
        Path | None,
        typer.Option(
            metavar="CSV",
            help="Who belongs to the class: a column student, Canvas' gradebook or Moodle's grading worksheet.",
        ),
    ] = None,
    jobs: Annotated[
        int | None,
        typer.Option(metavar="N", min=1, help="Processes side by side.", show_default="a core each"),
    ] = None,
    cluster: Annotated[
        str, typer.Option(metavar="ADDRESS", help="Grade on a Dask cluster: tcp://host:8786")
    ] = "",
    isolation: Annotated[
        str | None,
        typer.Option(metavar="LEVEL", help="auto, strict or basic; default: as config/course.yaml says."),
    ] = None,
    format: Annotated[
        str, typer.Option(metavar="PLATFORM", help="canvas or moodle: write OUT/PLATFORM.csv to upload, too.")
    ] = "",
    junit: Annotated[bool, typer.Option("--junit", help="Write OUT/<student>/junit.xml, too.")] = False,
    html: Annotated[
        bool, typer.Option("--html/--no-html", help="Write a page for each student, and one for the class.")
    ] = True,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no summary.")] = False,
) -> None:
    """Grade a whole class.

    Writes OUT/<student>/results.json and feedback.html for each student, OUT/gradebook.csv and
    OUT/index.html for the class. What is graded already, by the same course and settings, is kept:
    after an interruption, or when somebody hands in anew, run the same command again.

    Exit status: 0, every student has a score; 2, the run could not start or go on; 3, a person has to
    look at something; 130, after Ctrl-C.

    \b
    Examples:
      calcgrade grade submissions --out results
      calcgrade grade download --roster worksheet.csv --format moodle --out results
    """
    from graders.engine import assess, bulk, intake, pool

    try:
        settings = course.course()
        one_of("--isolation", isolation, ("auto", "strict", "basic"))
        one_of("--format", format, ("canvas", "moodle"))
        asked = assess.Request(
            class_dir, out, roster, jobs, cluster, isolation or settings.isolation, format, junit, html, quiet
        )
        complete = assess.assess(asked, settings)
    except bulk.Interrupted:
        typer.echo(
            "calcgrade: stopped; all that was finished is kept: run the same command again to go on", err=True
        )
        raise typer.Exit(130) from None
    except (OSError, course.CourseError, intake.SubmissionError, pool.ClusterError, bulk.Refused) as error:
        refuse(error)
    raise typer.Exit(0 if complete else 3)


@app.command()
def report(
    out: Annotated[Path, typer.Argument(metavar="OUT", help="Where calcgrade grade wrote its results.")],
    jobs: Annotated[
        int | None,
        typer.Option(metavar="N", min=1, help="Processes side by side.", show_default="a core each"),
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no summary.")] = False,
) -> None:
    """Make the pages of an earlier run anew.

    From its results alone: nothing is graded. Writes OUT/<student>/feedback.html for each student, and
    OUT/index.html for the class.

    Exit status: 0, done; 2, OUT cannot be read or written.

    \b
    Example:
      calcgrade report results
    """
    from graders.engine import intake, pages

    try:
        pages.make_again(out, course.course(), jobs, quiet=quiet)
    except (OSError, course.CourseError, intake.SubmissionError) as error:
        refuse(error)


@app.command()
def verify(
    code: Annotated[str, typer.Argument(metavar="CODE", help="What stands at the foot of a certificate.")],
    key: Annotated[
        str, typer.Option("--key", envvar="CALCGRADE_KEY", help="The secret that it was made with.")
    ],
) -> None:
    """Say whether a certificate is genuine.

    And if it is, what it says.

    Exit status: 0, it is; 1, it is not.

    \b
    Example:
      calcgrade verify PJWG-K5FA-QW7C --key secret
    """
    from graders.engine import certificate

    try:
        found = certificate.verify(code, key.encode())
    except certificate.NotGenuine as error:
        typer.echo(f"calcgrade: {error}", err=True)
        raise typer.Exit(1) from None
    typer.echo(f"genuine: {found.student}, {found.score} points, {found.date} (course {found.course})")


@app.command()
def kit(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="Where the kit goes: a new folder, or an empty one.")
    ],
) -> None:
    """Write a kit for students, without the answers.

    It has stubs, a README, and what checks them.

    Exit status: 0, written; 2, DIR cannot be written, or is not empty.

    \b
    Example:
      calcgrade kit calculus-kit
    """
    from graders.engine import kit as kits

    try:
        written = kits.write(course.course(), folder)
    except (OSError, course.CourseError) as error:
        refuse(error)
    typer.echo(f"{len(written)} files written in {folder}")


@app.command()
def check(
    lesson: Annotated[
        str,
        typer.Option("--lesson", metavar="NAME", help="Only lessons whose name contains this: 03, gradient."),
    ] = "",
    seeds: Annotated[
        int, typer.Option(metavar="N", min=1, help="How many draws of points each is judged with.")
    ] = 2,
    jobs: Annotated[
        int | None,
        typer.Option(metavar="N", min=1, help="Processes side by side.", show_default="a core each"),
    ] = None,
) -> None:
    """Examine the rubric itself, for authors of suites.

    What is right must earn its points, and what is wrong must lose them: the reference and the stubs,
    every known mistake and every mutant of the reference (one operator, constant, sign, index or term
    changed) are graded as submissions are.

    Exit status: 0, all is as it should be; 1, it is not; 2, no lesson has that name.

    \b
    Examples:
      calcgrade check --lesson 03
      calcgrade check --seeds 5
    """
    from graders.engine import exam
    from graders.engine.reports import exam as report
    from graders.engine.reports import progress

    try:
        chosen = [each for each in course.course().lessons if lesson in each.module]
        if not chosen:
            raise course.CourseError(f"--lesson {lesson}: no lesson has that in its name")
        results = list(progress.shown(exam.examine(chosen, range(1, seeds + 1), jobs), report.tell))
    except course.CourseError as error:
        refuse(error)
    stale = exam.unused(results)
    typer.echo("\n".join([report.table(results), *stale]))
    raise typer.Exit(int(bool(stale) or any(each.amiss for each in results)))
