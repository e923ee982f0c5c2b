"""A certificate as one would hang it up: an A4 sheet, as SVG and as PDF."""

from __future__ import annotations

import io
import re
from typing import Any, Final

import numpy as np

from graders.engine import certificate
from graders.engine.certificate import Certificate
from graders.engine.course import Course

_INK, _BLUE, _GOLD = "#1d2430", "#2458c5", "#b08d2c"
_STYLE: Final = {
    "svg.fonttype": "path",
    "svg.hashsalt": "calcgrade",
    "pdf.fonttype": 42,
    "font.family": "serif",
}
_PLATFORM_NUMBER: Final = re.compile(r"_\d+$")  # after a name, in a platform's download


def sheets(given: Certificate, code: str, course: Course) -> dict[str, bytes]:
    """Return the sheet as files by name. Of the student it has the name, letter by letter, and nothing else."""
    import matplotlib as mpl
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    found = {}
    with mpl.rc_context(_STYLE):
        figure = Figure(figsize=(11.69, 8.27))
        FigureCanvasAgg(figure)
        _draw(figure, given, code, course)
        for kind, metadata in (("svg", {"Date": None}), ("pdf", {"CreationDate": None})):
            file = io.BytesIO()
            figure.savefig(file, format=kind, metadata=metadata)
            found[f"certificate.{kind}"] = file.getvalue()
    return found


def _draw(figure: Any, given: Certificate, code: str, course: Course) -> None:
    axes = figure.add_axes((0, 0, 1, 1), xlim=(0, 1), ylim=(0, 1))
    axes.axis("off")
    for inset, width, colour in ((0.035, 2.5, _BLUE), (0.045, 0.8, _GOLD)):
        x = [inset, 1 - inset, 1 - inset, inset, inset]
        high = inset * 11.69 / 8.27
        axes.plot(x, [high, high, 1 - high, 1 - high, high], color=colour, lw=width)
    _landscape(axes)
    name = _PLATFORM_NUMBER.sub("", given.student)
    large = 40 if len(name) <= 28 else 40 * 28 / len(name)
    for y, text, size, colour in (
        (0.80, "Certificate", 46, _BLUE),
        (0.70, "This is to say that", 15, _INK),
        (0.60, name, large, _INK),
        (0.50, f"has passed all {len(course.lessons)} lessons of", 15, _INK),
        (0.43, course.course, 24, _BLUE),
        (0.37, f"with {given.score} points, on {given.date}", 15, _INK),
    ):
        axes.text(0.5, y, text, size=size, color=colour, ha="center", va="center", parse_math=False)
    for place, line in enumerate(certificate.lines(code)):
        axes.text(
            0.5,
            0.115 - 0.018 * place,
            line,
            size=6.5,
            family="monospace",
            color=_INK,
            ha="center",
            parse_math=False,
        )


def _landscape(axes: Any) -> None:
    """Draw a curve with its tangent: what the course is about."""
    x = np.linspace(0.12, 0.88, 300)
    t = 6 * (x - 0.5)
    y = 0.23 + 0.05 * np.sin(1.7 * t) * np.exp(-0.08 * t**2)
    axes.plot(x, y, color=_BLUE, lw=2, alpha=0.85)
    at = 175
    slope = (y[at + 1] - y[at - 1]) / (x[at + 1] - x[at - 1])
    ends = np.array([x[at] - 0.13, x[at] + 0.13])
    axes.plot(ends, y[at] + slope * (ends - x[at]), color=_GOLD, lw=1.6)
    axes.plot(x[at], y[at], "o", color=_GOLD, ms=7)
