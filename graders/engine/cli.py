"""The ``calcgrade`` command."""

from __future__ import annotations

import sys

from graders.engine.commands import app, instructors, notebooks, platforms, students

__all__ = [
    "app",
    "instructors",
    "main",
    "notebooks",
    "platforms",
    "students",
]  # imported, they add their commands


def main() -> None:
    """Run the command."""
    sys.exit(app())
