"""What a student sees while working: the lessons at a glance, and the item that comes next."""

from __future__ import annotations

import atexit
import contextlib
import functools
import shutil
import tempfile
import webbrowser
from collections.abc import Callable, Iterator
from pathlib import Path

from rich.console import Console, Group, RenderableType
from rich.live import Live
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from graders.engine import course as courses
from graders.engine import suites
from graders.engine.reports import Run, feedback, gradescope, points
from graders.engine.score import Outcome
from graders.engine.watch import Progress

KEYS = "h  a hint    n  next    p  picture    q  quit"
_BAR = 14


@contextlib.contextmanager
def shown(console: Console, *, full: bool) -> Iterator[Callable[[Progress], None]]:
    """Yield what shows progress: on the whole screen, which is as it was afterwards, or line after line."""
    if not full:
        last: list[str] = []

        def tell(progress: Progress) -> None:
            with console.capture() as text:
                console.print(render(progress))
            if [text.get()] != last:  # the same needs not be read again
                last[:] = [text.get()]
                console.print(text.get(), markup=False)

        yield tell
        return
    with Live(Text("The worker is started …"), console=console, screen=True, auto_refresh=False) as live:
        yield lambda progress: live.update(render(progress), refresh=True)


@functools.cache
def _folder() -> str:
    folder = tempfile.mkdtemp(prefix="calcgrade-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def opened_in_browser(progress: Progress) -> None:
    """Open the page with what there is to see of the current item."""
    if progress.current is None:
        return
    found = [outcome for outcomes in progress.outcomes.values() for outcome in outcomes]
    results = gradescope.results(Run(found, courses.digest(), "", suites.PRACTICE, "basic", 0.0))
    at = next(at for at, each in enumerate(found) if each is progress.current)
    page = Path(_folder(), "feedback.html")
    page.write_bytes(
        feedback.as_page(gradescope.text(results).encode("utf-8", "replace"), "Your work", progress.course)
    )
    webbrowser.open(f"{page.as_uri()}#item-{results['tests'][at]['number']}")


def render(progress: Progress) -> RenderableType:
    """Return the screen."""
    parts: list[RenderableType] = [_lessons(progress), Text()]
    if progress.new or progress.lost:
        parts.append(_news(progress))
    if progress.current is not None:
        parts += [_item(progress, progress.current), Text()]
    parts.append(Text(KEYS, style="dim"))
    return Group(*parts)


def _lessons(progress: Progress) -> Table:
    table = Table(box=None, show_header=False, pad_edge=False)
    for justify in ("left", "left", "left", "right"):
        table.add_column(justify=justify, no_wrap=True)
    earned = most = 0.0
    for lesson in progress.course.lessons:
        outcomes = progress.outcomes.get(lesson.module, [])
        has, of = sum(each.score for each in outcomes), sum(each.points for each in outcomes)
        earned, most = earned + has, most + of
        here = lesson.module == progress.module
        name = Text(f"{courses.number(lesson.module)} {lesson.title}", style="bold" if here else "")
        table.add_row(
            Text(">" if here else " ", style="cyan"),
            name,
            _bar(has, of),
            f"{points(has)} of {points(of)}" if of else "…",
        )
    table.add_row("", Text("total", style="bold"), _bar(earned, most), f"{points(earned)} of {points(most)}")
    return table


def _bar(has: float, of: float) -> Text:
    full = round(_BAR * has / of) if of else 0
    return Text("#" * full, style="green") + Text("-" * (_BAR - full), style="dim")


def _news(progress: Progress) -> Text:
    said = Text()
    if progress.new:
        said.append(f"Now right: {', '.join(progress.new)}. ", style="bold green")
    if progress.lost:
        said.append(f"Right no more: {', '.join(progress.lost)}.", style="bold red")
    return said


def _item(progress: Progress, outcome: Outcome) -> RenderableType:
    if outcome.outcome == "right":
        return Text(f"All of {outcome.lesson} is right.", style="bold green")
    head = Text(f"{points(outcome.points)} points  ", style="bold") + Text(outcome.title)
    facts = Table(box=None, show_header=False, pad_edge=False)
    facts.add_column(style="dim", no_wrap=True)
    facts.add_column(overflow="fold")
    for name, text in (
        ("you called", outcome.called),
        ("it returned", outcome.returned),
        ("the answer", outcome.answer),
        ("", outcome.objection),
        ("it printed", outcome.printed),
    ):
        if text:
            facts.add_row(name, Text(text))
    for hint in hints(progress, outcome)[: progress.hints]:
        facts.add_row("try", Text(hint, style="cyan"))
    return Group(head, Padding(facts, (0, 0, 0, 2)))


def hints(progress: Progress, outcome: Outcome) -> list[str]:
    """Return what can be asked for, one after the other: the advice on this answer, then the item's own hint."""
    found = dict.fromkeys([outcome.advice, progress.rubric().hint])
    return [hint for hint in found if hint] or ["Read the function's text again: it has an example."]
