"""Pictures as SVG: drawn by matplotlib from the data in the results, and lettered in words for who cannot see them.

Their colours are the page's, by name, so that they are right on light and on dark paper.
"""

from __future__ import annotations

import functools
import hashlib
import io
import re
from collections.abc import Callable
from typing import Any, Final

import msgspec
import numpy as np
from markupsafe import Markup

from graders.engine import pictures
from graders.engine.checks.training import INNER
from graders.engine.pictures import Picture, Series
from graders.engine.show import number

# Colours that stand for the page's own: no drawing uses these very ones for anything else
_INK, _GRID, _OWN, _RIGHT, _WRONG = "#010101", "#020202", "#030303", "#040404", "#050505"
_PALE, _OTHER = "#060606", "#070707"
_NAMES: Final = {
    _INK: "ink",
    _GRID: "grid",
    _OWN: "own",
    _RIGHT: "right",
    _WRONG: "wrong",
    _PALE: "pale",
    _OTHER: "other",
}
_LIGHT: Final = {
    "ink": "#1d2430", "grid": "#c9d0dc", "own": "#2458c5", "right": "#1a7f45", "wrong": "#c0262d", "pale": "#c9d8f5",
    "other": "#b0561b",
}  # fmt: skip
_SIZE: Final = (4.4, 2.7)  # inches
_STYLE: Final = {
    "svg.fonttype": "none", "svg.hashsalt": "calcgrade", "font.family": "sans-serif", "font.size": 9,
    "axes.edgecolor": _INK, "axes.labelcolor": _INK, "xtick.color": _INK, "ytick.color": _INK, "text.color": _INK,
    "axes.spines.top": False, "axes.spines.right": False, "axes.grid": True, "grid.color": _GRID,
    "grid.linewidth": 0.6, "legend.frameon": False, "path.simplify": True,
}  # fmt: skip


def drawing(picture: Picture) -> tuple[Markup, str] | None:
    """Return a picture as an ``<svg>`` element, and in words; None where there is none to draw."""
    if isinstance(picture, pictures.Formula):
        return None
    try:
        return _drawn(msgspec.json.encode(picture))
    except Exception:  # numbers at the end of what can be drawn: an item without a picture is still an item
        return None


def picture_file(picture: Picture) -> tuple[bytes, str] | None:
    """Return a picture as an SVG file of its own, on light paper, and in words."""
    found = drawing(picture)
    if found is None:
        return None
    svg = str(found[0]).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    return re.sub(r"var\(--(\w+)\)", lambda each: _LIGHT[each[1]], svg).encode(), found[1]


@functools.lru_cache(maxsize=512)  # once for the same data: classes make the same mistakes
def _drawn(data: bytes) -> tuple[Markup, str]:
    import matplotlib as mpl
    from matplotlib.backends.backend_svg import FigureCanvasSVG
    from matplotlib.figure import Figure

    picture = msgspec.json.decode(data, type=Picture)
    with mpl.rc_context(_STYLE):
        figure = Figure(figsize=_SIZE, layout="constrained")
        FigureCanvasSVG(figure)
        words = _DRAW[type(picture)](figure, picture)
        text = io.StringIO()
        figure.savefig(text, format="svg", transparent=True, metadata={"Date": None, "Creator": None})
    return _inline(text.getvalue(), hashlib.sha256(data).hexdigest()[:8], words), words


def _inline(svg: str, prefix: str, words: str) -> Markup:
    """Return what is put into a page: names of its own, the page's colours, and words for its title."""
    svg = svg[svg.index("<svg") :]
    svg = re.sub(r"<metadata>.*?</metadata>", "", svg, flags=re.DOTALL)
    svg = re.sub(r'(\bid="|href="#|url\(#)', rf"\g<1>p{prefix}-", svg)
    for colour, name in _NAMES.items():
        svg = svg.replace(colour, f"var(--{name})")
    size = re.search(r'viewBox="[^"]*"', svg)
    assert size is not None
    head = Markup(
        '<svg role="img" aria-label="{}" class="picture" xmlns:xlink="http://www.w3.org/1999/xlink" '
    ).format(words)
    return Markup(f"{head}{size[0]}{svg[svg.index('>', size.end()) :]}")


def _curves(figure: Any, picture: pictures.Drawn) -> str:
    axes, count = figure.subplots(), len(picture.curves)
    for place, series in enumerate(picture.curves):
        colour, style = (_OWN, _OTHER, _INK)[place % 3], ("-", "-.")[place // 3 % 2]
        label = f"your curve {place + 1}" if count > 1 else "yours"
        axes.plot(series.x, series.y, color=colour, ls=style, lw=1.8, label=label)
        axes.scatter(
            *_places(series), color=_WRONG, s=12, zorder=3, label="not right here" if series.off else None
        )
    for place, series in enumerate(picture.right):
        axes.plot(series.x, series.y, color=_RIGHT, ls="--", lw=1.4, label=None if place else "right")
    _legend(axes)
    off = sum(len(series.off) for series in picture.curves)
    words = "Your curve over x" if count == 1 else f"Your {count} curves over x"
    return words + (f"; {off} of {len(picture.curves[0].x)} points are marked as not right." if off else ".")


def _places(series: Series) -> tuple[list[float], list[float]]:
    return [series.x[at] for at in series.off], [series.y[at] for at in series.off]


def _legend(axes: Any) -> None:
    handles, labels = axes.get_legend_handles_labels()
    if len(labels) > 1:
        axes.legend(handles, labels, loc="best", fontsize=8)


def _arrow(figure: Any, picture: pictures.Arrow) -> str:
    axes = figure.subplots()
    x, y = (
        np.linspace(low, high, len(picture.heights))
        for low, high in zip(picture.low, picture.high, strict=True)
    )
    if np.ptp(picture.heights) > 0:
        axes.contour(x, y, picture.heights, levels=9, colors=_GRID, linewidths=0.9)
    for vector, colour, label in ((picture.vector, _OWN, "yours"), (picture.right, _RIGHT, "right")):
        if vector:
            axes.plot([], [], color=colour, label=label)
            axes.annotate(
                "",
                np.add(picture.at, vector),
                picture.at,
                arrowprops={"arrowstyle": "->", "color": colour, "lw": 2},
            )
    axes.plot(*picture.at, "o", color=_INK, ms=5)
    axes.set(xlabel="x", ylabel="y", aspect="equal", xlim=(x[0], x[-1]), ylim=(y[0], y[-1]))
    _legend(axes)
    start, way = (f"({', '.join(map(number, each))})" for each in (picture.at, picture.vector))
    return f"Level lines of the function, and your vector {way} as an arrow from the point {start}."


def _slope(figure: Any, picture: pictures.Slope) -> str:
    axes = figure.subplots()
    axes.plot(picture.curve.x, picture.curve.y, color=_INK, lw=1.2, label="func")
    ends = np.array([picture.curve.x[0], picture.curve.x[-1]])
    for rate, colour, style, label in (
        (picture.rate, _OWN, "-", "your rate"),
        *((rate, _RIGHT, "--", "right") for rate in picture.right),
    ):
        axes.plot(
            ends, picture.at[1] + rate * (ends - picture.at[0]), color=colour, ls=style, lw=1.8, label=label
        )
    axes.plot(*picture.at, "o", color=_INK, ms=5)
    for place in (picture.at[0], picture.at[0] + picture.step):
        axes.axvline(place, color=_PALE, lw=3, zorder=0)
    low, high = min(picture.curve.y), max(picture.curve.y)
    room = 0.3 * (high - low or 1.0)
    axes.set(xlabel="x", ylim=(low - room, high + room))
    _legend(axes)
    start, end = number(picture.at[0]), number(picture.at[0] + picture.step)
    return (
        f"func with x = {start} and x + δ = {end} marked, and a straight line from the point at x which rises "
        f"by your rate, {number(picture.rate)}."
    )


def _matrix(figure: Any, picture: pictures.Matrix) -> str:
    axes, rows = figure.subplots(), np.array(picture.rows)
    size = float(np.max(np.abs(rows))) or 1.0
    for (row, column), value in np.ndenumerate(rows):
        colour = _OWN if value >= 0 else _OTHER
        off = bool(picture.off) and picture.off[row][column]
        box = {"facecolor": colour, "alpha": 0.75 * abs(value) / size, "linewidth": 0}
        axes.add_patch(_box(column, row, **box))
        axes.add_patch(
            _box(
                column,
                row,
                fill=False,
                edgecolor=_WRONG if off else _GRID,
                linewidth=2.2 if off else 0.8,
                zorder=3 if off else 2,
            )
        )
        axes.text(column, row, number(value), ha="center", va="center", fontsize=8)
    axes.set(
        xlim=(-0.6, rows.shape[1] - 0.4),
        ylim=(rows.shape[0] - 0.4, -0.6),
        xticks=range(rows.shape[1]),
        yticks=range(rows.shape[0]),
    )
    axes.grid(visible=False)
    wrong = int(np.sum(picture.off)) if picture.off else 0
    words = f"Your matrix of {rows.shape[0]} rows and {rows.shape[1]} columns"
    return words + (f"; {wrong} of its {rows.size} entries are framed as not right." if wrong else ".")


def _box(column: int, row: int, **style: Any) -> Any:
    from matplotlib.patches import Rectangle

    return Rectangle((column - 0.46, row - 0.46), 0.92, 0.92, **style)


def _network(figure: Any, picture: pictures.Network) -> str:
    left, right = figure.subplots(1, 2, width_ratios=(3, 2))
    left.plot(
        np.linspace(0, picture.epochs, len(picture.losses), endpoint=False),
        picture.losses,
        color=_OWN,
        lw=1.8,
    )
    left.set(xlabel="epoch", ylabel="loss", ylim=(0, max(picture.losses) * 1.05 or 1))
    inside = np.array([[int(mark) for mark in row] for row in picture.inside])
    across = np.linspace(-picture.reach, picture.reach, len(inside))
    if inside.any():
        right.contourf(across, across, inside, levels=[0.5, 1.5], colors=[_OWN], alpha=0.35)
    turn = np.linspace(0, 2 * np.pi, 60)
    for radius, style in ((1.0, "-"), (INNER, "--")):
        right.plot(radius * np.cos(turn), radius * np.sin(turn), color=_INK, ls=style, lw=0.9)
    right.set(aspect="equal", xticks=[], yticks=[])
    right.set_title("where it says 1", fontsize=9)
    first, last = number(float(f"{picture.losses[0]:.2g}")), number(float(f"{picture.losses[-1]:.2g}"))
    share = f"{inside.mean():.0%}"
    return (
        f"The loss over {picture.epochs} epochs, from {first} to {last}; and where your model says 1: in {share} of the "
        "square. Points of class 1 lie around the inner circle, dashed, the others around the outer one."
    )


def _plane(figure: Any, picture: pictures.Plane) -> str:
    axes, points, labels = figure.subplots(), np.array(picture.points), np.array(picture.labels)
    low, high = points.min(axis=0), points.max(axis=0)
    room = 0.25 * float(np.max(high - low)) or 1.0
    for label, colour, marker in ((1, _OWN, "o"), (-1, _OTHER, "s")):
        axes.scatter(
            *points[labels == label].T,
            color=colour,
            marker=marker,
            s=28,
            zorder=3,
            label=f"class {'+' if label > 0 else '−'}1",
        )
    drawn = _line(axes, picture.line, low - room, high + room, _INK, ("-", ":"))
    if picture.right:
        _line(axes, picture.right, low - room, high + room, _RIGHT, ("--", ""))
    short = labels * (points @ picture.line[:2] + picture.line[2]) < 1 - 1e-3
    axes.scatter(
        *points[short].T,
        s=110,
        facecolors="none",
        edgecolors=_WRONG,
        linewidths=1.8,
        label="margin below 1" if short.any() else None,
    )
    axes.set(
        xlabel="x", ylabel="y", xlim=(low[0] - room, high[0] + room), ylim=(low[1] - room, high[1] + room)
    )
    _legend(axes)
    what = "Your line with its margins, dotted" if drawn else "Your line, which has no direction"
    return f"{what}, between {len(points)} points of two classes; {int(short.sum())} of them have a margin below 1."


def _line(axes: Any, line: list[float], low: Any, high: Any, colour: str, styles: tuple[str, str]) -> bool:
    a, b, offset = line
    if not a and not b:
        return False
    for level, style in ((0, styles[0]), (1, styles[1]), (-1, styles[1])):
        if style and abs(b) >= abs(a):
            x = np.array([low[0], high[0]])
            axes.plot(x, (level - offset - a * x) / b, color=colour, ls=style, lw=1.4)
        elif style:
            y = np.array([low[1], high[1]])
            axes.plot((level - offset - b * y) / a, y, color=colour, ls=style, lw=1.4)
    return True


_DRAW: Final[dict[type, Callable[[Any, Any], str]]] = {
    pictures.Drawn: _curves,
    pictures.Arrow: _arrow,
    pictures.Slope: _slope,
    pictures.Matrix: _matrix,
    pictures.Network: _network,
    pictures.Plane: _plane,
}
