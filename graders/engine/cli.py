"""The ``calcgrade`` command."""

from __future__ import annotations

import contextlib
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer
import typer.core

from graders.engine import course, stubs

app = typer.Typer(no_args_is_help=True, pretty_exceptions_enable=False)


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


@app.command("stubs")
def make_stubs(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="Where the stubs go; made if it is not there.")
    ],
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="Replace stubs that are there already.")
    ] = False,
) -> None:
    """Write the seven stub files that students fill in.

    Example: calcgrade stubs my-course
    """
    try:
        written = stubs.write_stubs(course.REFERENCE, folder, overwrite=overwrite)
    except (OSError, ValueError) as error:
        typer.echo(f"calcgrade: {error}", err=True)
        raise typer.Exit(2) from None
    typer.echo(f"{len(written)} stubs in {folder}")


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
        int | None, typer.Option(min=1, help="Processes side by side.", show_default="a core each")
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
    """Grade a whole class: OUT/<student>/results.json and feedback.html, OUT/gradebook.csv and index.html.

    What is graded already, by the same course and settings, is kept: after an interruption, or when
    somebody hands in anew, run the same command again. Exit status 0 where every student has a score,
    2 where the run could not start or go on, 3 where a person has to look at something, 130 after Ctrl-C.

    Examples: calcgrade grade submissions/ --out results/

    calcgrade grade moodle-download/ --roster worksheet.csv --format moodle --out results/
    """
    from graders.engine import assess, bulk, intake, pool

    try:
        settings = course.course()
        _one_of("--isolation", isolation, ("auto", "strict", "basic"))
        _one_of("--format", format, ("canvas", "moodle"))
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
        _refuse(error)
    raise typer.Exit(0 if complete else 3)


@app.command()
def report(
    out: Annotated[Path, typer.Argument(metavar="OUT", help="Where calcgrade grade wrote its results.")],
    jobs: Annotated[
        int | None, typer.Option(min=1, help="Processes side by side.", show_default="a core each")
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no summary.")] = False,
) -> None:
    """Make the pages of an earlier run anew, from its results alone: nothing is graded.

    OUT/<student>/feedback.html for each student, and OUT/index.html for the class. Example: calcgrade report results/
    """
    from graders.engine import intake, pages

    try:
        pages.make_again(out, course.course(), jobs, quiet=quiet)
    except (OSError, course.CourseError, intake.SubmissionError) as error:
        _refuse(error)


@app.command()
def explain(
    name: Annotated[
        str,
        typer.Argument(metavar="ITEM", help="As in lesson03.gradient; lesson03 alone for all of its items."),
    ],
) -> None:
    """Print the task of an item, its points, what is checked, and what learners stumble over; not the answer.

    Examples: calcgrade explain lesson03.gradient     calcgrade explain lesson03
    """
    from graders.engine.reports import explanation

    try:
        found = explanation.find(course.course(), name)
    except course.CourseError as error:
        _refuse(error)
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
    """See a lesson's verdict as soon as you save its file.

    Keys: h for a hint, n for the next item, p for a picture of it, q to quit. Example: calcgrade watch assignments
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
        _refuse(error)


def _lessons_in(folder: Path | None) -> Path:
    """Return the folder that is watched: this one, or the assignments in it."""
    if folder is not None:
        return folder
    here = any(Path().glob("lesson*"))
    return Path() if here or not Path("assignments").is_dir() else Path("assignments")


@app.command()
def kit(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="Where the kit goes: a new folder, or an empty one.")
    ],
) -> None:
    """Write a kit for students: stubs, a README, and what checks them, without the right answers.

    Example: calcgrade kit calculus-kit && zip -r calculus-kit.zip calculus-kit
    """
    from graders.engine import kit as kits

    try:
        written = kits.write(course.course(), folder)
    except (OSError, course.CourseError) as error:
        _refuse(error)
    typer.echo(f"{len(written)} files written in {folder}")


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
    """Write the archive that Gradescope asks for when you configure an autograder.

    It holds the right answers: upload it there and nowhere else. Example: calcgrade gradescope --out autograder.zip
    """
    from graders.engine.platforms import gradescope as platform

    try:
        _one_of("--visibility", visibility, platform.VISIBILITY)
        platform.archive(out, visibility=visibility, key=key)
    except (OSError, course.CourseError) as error:
        _refuse(error)
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
    """Report results in a GitHub Actions job: its summary, annotations, and outputs for Classroom's reporter.

    Examples: calcgrade github results.json --submission assignments     calcgrade github --workflow
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
        _refuse(error)


@app.command()
def verify(
    code: Annotated[str, typer.Argument(metavar="CODE", help="What stands at the foot of a certificate.")],
    key: Annotated[
        str, typer.Option("--key", envvar="CALCGRADE_KEY", help="The secret that it was made with.")
    ],
) -> None:
    """Say whether a certificate is genuine, and what it says.

    Exit status 0 where it is, 1 where not. Example: calcgrade verify PJWG…-K5FA… --key secret
    """
    from graders.engine import certificate

    try:
        found = certificate.verify(code, key.encode())
    except certificate.NotGenuine as error:
        typer.echo(f"calcgrade: {error}", err=True)
        raise typer.Exit(1) from None
    typer.echo(f"genuine: {found.student}, {found.score} points, {found.date} (course {found.course})")


def _one_of(option: str, value: str | None, known: tuple[str, ...]) -> None:
    if value and value not in known:
        raise course.CourseError(f"{option} {value}: {' or '.join(known)}")


class _DirectoryOrCommand(typer.core.TyperGroup):
    """Takes a first word that is no command's name for the argument of ``make``."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command."""
        return super().resolve_command(ctx, args if args[0] in self.commands else ["make", *args])


nbgrader = typer.Typer(cls=_DirectoryOrCommand, no_args_is_help=True)
app.add_typer(nbgrader, name="nbgrader")


@nbgrader.callback()
def about_nbgrader() -> None:
    """Teach the course as notebooks, with nbgrader: calcgrade nbgrader DIR makes the course directory.

    Needs nbgrader: pip install 'calcgrade[nbgrader]'. Then nbgrader's own commands work in that folder.
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
    """Write a course directory: nbgrader_config.py, and a source notebook for each lesson.

    Example: calcgrade nbgrader calculus && cd calculus && nbgrader generate_assignment lesson01_differentiation
    """
    from graders.engine.notebooks import source

    try:
        settings = course.course()
        written = source.write(settings, folder, overwrite=overwrite)
        if settings.rules.due:
            from graders.engine.notebooks import run

            run.set_due_dates(settings, folder)
    except (OSError, ImportError, course.CourseError) as error:
        _refuse(error)
    typer.echo(f"{len(written)} files written in {folder}")


@nbgrader.command("autograde")
def autograde(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="nbgrader's course directory.")] = Path(),
    jobs: Annotated[
        int | None, typer.Option(min=1, help="Processes side by side.", show_default="a core each")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Grade anew what is graded already.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress.")] = False,
) -> None:
    """Grade all that lies in submitted/, students side by side: notebooks, and .py files in their place.

    Exit status 0 where all was graded, 2 where the run could not start, 3 where a person has to look at
    something. Example: calcgrade nbgrader autograde --jobs 4
    """
    from graders.engine import intake

    try:
        from graders.engine.notebooks import run

        complete = run.autograde(folder, jobs=jobs, force=force, quiet=quiet, say=typer.echo)
    except (OSError, ImportError, course.CourseError, intake.SubmissionError) as error:
        _refuse(error)
    raise typer.Exit(0 if complete else 3)


def _refuse(error: Exception) -> NoReturn:
    """End with a sentence."""
    missing = isinstance(error, ModuleNotFoundError) and str(error.name).startswith(
        ("nbgrader", "nbformat", "nbconvert")
    )
    said = "nbgrader is not installed: pip install 'calcgrade[nbgrader]'" if missing else error
    typer.echo(f"calcgrade: {said}", err=True)
    raise typer.Exit(2) from None


@app.command()
def check(
    lesson: Annotated[
        str,
        typer.Option("--lesson", metavar="NAME", help="Only lessons whose name contains this: 03, gradient."),
    ] = "",
    seeds: Annotated[int, typer.Option(min=1, help="How many draws of points each is judged with.")] = 2,
    jobs: Annotated[
        int | None, typer.Option(min=1, help="Processes side by side.", show_default="a core each")
    ] = None,
) -> None:
    """Examine the rubric itself: what is right must earn its points, and what is wrong must lose them.

    For authors of suites. The reference and the stubs, every known mistake and every mutant of the
    reference (one operator, constant, sign, index or term changed) are graded as submissions are.
    Exit status 0 where all is as it should be, 1 where not.

    Examples: calcgrade check --lesson 03     calcgrade check --seeds 5
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
        typer.echo(f"calcgrade: {error}", err=True)
        raise typer.Exit(2) from None
    stale = exam.unused(results)
    typer.echo("\n".join([report.table(results), *stale]))
    raise typer.Exit(int(bool(stale) or any(each.amiss for each in results)))


@app.command()
def doctor() -> None:
    """Say what this machine has to keep student code in, and what to do about what it lacks.

    Exit status 0 where strict isolation can be had, 1 where not. Example: calcgrade doctor
    """
    from graders.engine import sandbox
    from graders.engine.child import SandboxError
    from graders.engine.reports import doctor as report

    limits = course.course().limits
    try:
        with sandbox.start(limits, "auto") as worker:
            label, confined = worker.isolation, worker.confined
    except SandboxError as error:
        typer.echo(f"calcgrade: {error}", err=True)
        raise typer.Exit(2) from None
    typer.echo(report.table(label, confined))
    raise typer.Exit(0 if label.startswith("strict") else 1)


def main() -> None:
    """Run the command."""
    sys.exit(app())
