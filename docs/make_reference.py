"""Write the pages that are made from the code: every command with its options, and every note with its advice.

python docs/make_reference.py
"""

import inspect
from pathlib import Path

import typer

from graders.engine import course as courses
from graders.engine import suites
from graders.engine.cli import app

DOCS = Path(__file__).resolve().parent
MADE = "<!-- made by docs/make_reference.py -->"
COMMANDS = f"""# Commands

{MADE}

One submission is graded by `pytest graders`, whose options are in the [README](../README.md). What follows is printed by
`calcgrade grade --help` and so on, too. `calcgrade --install-completion` has the shell complete commands and options.
"""
NOTES = f"""# Notes

{MADE}

A note is a stable name for what was found in an answer, to count a class by: it stands in `results.json`, and the class' page and
the summary count it. `lesson03.gradient.descent` is lesson, item and kind. These are the kinds that an item knows by itself, and
what is said of them. [Others](results_json.md#notes) any item may have.
"""


def commands() -> str:
    """Return the page of commands."""
    return "\n".join([COMMANDS, *_group(typer.main.get_command(app), "calcgrade")])


def _group(group, path):
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from _group(command, f"{path} {name}")
        else:
            yield _command(command, f"{path} {name}")


def _command(command, path):
    text = inspect.cleandoc(command.help)
    words, _, examples = text.partition("\b\n")
    lines = [f"## {path}", "", _escaped(words.strip()), ""]
    rows = [_row(parameter) for parameter in command.params]
    if rows:
        lines += ["| | | default |", "| --- | --- | --- |", *rows, ""]
    _, *commands = examples.splitlines()
    return "\n".join([*lines, "```sh", *map(str.strip, commands), "```", ""])


def _row(parameter):
    option = parameter.param_type_name == "option"
    names = ", ".join([*parameter.opts, *parameter.secondary_opts] if option else [parameter.metavar])
    value = f" {parameter.metavar}" if option and parameter.metavar else ""
    default = parameter.default
    if parameter.required:
        shown = "needed"
    elif isinstance(parameter.show_default, str):
        shown = parameter.show_default
    else:
        shown = "" if default in (None, "", False) else {True: "on"}.get(default, f"`{default}`")
    return f"| `{names}{value}` | {_escaped(parameter.help)} | {shown} |"


def _escaped(text):
    return text.replace("<", "\\<").replace("|", "\\|")


def notes() -> str:
    """Return the page of notes."""
    return "\n".join([NOTES, *map(_lesson, courses.course().lessons)])


def _lesson(lesson):
    lines = [f"## {lesson.title}", ""]
    for item in suites.items(lesson):
        lines += [f"### {courses.item_name(lesson.module, item.name)}", "", item.title, ""]
        if item.mistakes:
            lines += ["| kind | what is said |", "| --- | --- |"]
            lines += [f"| `{mistake.name}` | {_escaped(mistake.advice)} |" for mistake in item.mistakes]
            lines.append("")
    return "\n".join(lines)


PAGES = {"commands.md": commands, "notes.md": notes}

if __name__ == "__main__":
    for name, made in PAGES.items():
        (DOCS / name).write_text(made(), "utf-8")
