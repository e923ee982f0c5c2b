"""What a student drew, as data: the series of points on each axes, the legends, the axes' labels."""

from __future__ import annotations

import functools
import itertools
import sys
import types
from typing import Any

import numpy as np

from . import wire

MAX_POINTS = 20_000  # of one series


@functools.cache  # a fork of a process that has done it need not: that would undo what is warm
def prepare() -> None:
    """Import matplotlib so that habits do nothing: ``show``, ``savefig``, ``use``, layout, drawing.

    Nothing is ever rendered: what counts is the data, and no font file is opened.
    """
    import matplotlib
    import matplotlib.pyplot as plt
    from matplotlib import font_manager
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    def nothing(*_: object, **__: object) -> None:
        """Do nothing."""

    matplotlib.__version__  # noqa: B018 - it looks for files when first asked, which a child may not
    plt.switch_backend("Agg")
    # An axes asks for a font as soon as it is made; older versions then list all fonts anew, in a thread
    font = f"{matplotlib.get_data_path()}/fonts/ttf/DejaVuSans.ttf"
    font_manager.findfont = lambda *_, **__: font  # type: ignore[assignment,unused-ignore] # a str, too
    for owner, names in {
        matplotlib: ["use"],
        plt: ["show", "savefig", "switch_backend", "pause", "tight_layout", "draw"],
        Figure: ["show", "savefig", "tight_layout", "draw"],
        FigureCanvasAgg: ["draw", "print_figure", "print_png"],
    }.items():
        for name in names:
            setattr(owner, name, nothing)


def close() -> None:
    """Forget all figures that ``pyplot`` keeps."""
    plt = sys.modules.get("matplotlib.pyplot")
    if plt is not None:
        plt.close("all")


def encode_current() -> wire.Figure | None:
    """Return the current figure's data if something was drawn since the last ``close``."""
    plt = sys.modules.get("matplotlib.pyplot")
    if plt is None or not plt.get_fignums():
        return None
    return encode(plt.gcf())


def find(value: Any) -> Any:
    """Return the figure that an answer stands for: a Figure, anything on one, ``plt``, or a list of those."""
    if "matplotlib.figure" not in sys.modules:
        return None
    from matplotlib.artist import Artist
    from matplotlib.figure import FigureBase

    if isinstance(value, list | tuple | np.ndarray):
        found = (find(each) for each in itertools.islice(value, 8) if not isinstance(each, list | tuple))
        return next((figure for figure in found if figure is not None), None)
    if isinstance(value, types.ModuleType) and value.__name__ == "matplotlib.pyplot":
        return value.gcf() if value.get_fignums() else None
    if isinstance(value, Artist) and not isinstance(value, FigureBase):
        value = value.get_figure()
    return value if isinstance(value, FigureBase) else None


def encode(figure: Any) -> wire.Figure:
    """Return a figure's data, cut to what a frame may hold."""
    return wire.Figure(
        [_panel(axes, figure) for axes in figure.axes[:16]],
        [text for part in (figure, *figure.subfigs) for legend in part.legends for text in _texts(legend)][
            :64
        ],
    )


def _panel(axes: Any, figure: Any) -> wire.Panel:
    legend = axes.get_legend()
    return wire.Panel(
        _curves(axes)[: wire.MAX_CURVES],
        _texts(legend)[:64] if legend is not None else [],
        _label(axes, "x", figure),
        _label(axes, "y", figure),
    )


def _label(axes: Any, name: str, figure: Any) -> str:
    """Return an axis' label: its own, one of those that share the axis, or the figure's."""
    sharing = getattr(axes, f"get_shared_{name}_axes")().get_siblings(axes)
    own = [getattr(each, f"get_{name}label")() for each in (axes, *sharing)]
    return _cut(next(filter(None, own), "") or getattr(figure, f"get_sup{name}label")())


def _curves(axes: Any) -> list[wire.Curve]:
    """Return what was drawn on axes. Single points of one look, as a loop draws them, are one curve."""
    curves: list[wire.Curve] = []
    points: dict[Any, list[wire.Curve]] = {}
    for artist in _artists(axes):
        curve = _curve(artist)
        if curve is not None and curve.x.shape == (1,) and hasattr(artist, "get_marker"):
            points.setdefault((str(artist.get_color()), str(artist.get_marker())), []).append(curve)
        elif curve is not None:
            curves.append(curve)
    return curves + [_joined(group) for group in points.values()]


def _joined(curves: list[wire.Curve]) -> wire.Curve:
    label = next((curve.label for curve in curves if not curve.label.startswith("_")), "")
    x, y = (
        wire.Array("f8", (len(curves),), b"".join(getattr(curve, name).data for curve in curves))
        for name in "xy"
    )
    return wire.Curve(x, y, label)


def _artists(axes: Any) -> list[Any]:
    from matplotlib.collections import PathCollection

    drawn = [*axes.lines, *(each for each in axes.collections if isinstance(each, PathCollection))]
    return [artist for artist in drawn if _shows(artist)]


def _shows(artist: Any) -> bool:
    nothing = ("None", "", " ", None)
    blank = hasattr(artist, "get_linestyle") and hasattr(artist, "get_marker")
    blank = blank and artist.get_linestyle() in nothing and artist.get_marker() in nothing
    return bool(artist.get_visible() and artist.get_alpha() != 0 and not blank)


def _curve(artist: Any) -> wire.Curve | None:
    if hasattr(artist, "get_xdata"):
        x, y = artist.get_xdata(orig=False), artist.get_ydata(orig=False)
    else:
        x, y = np.asarray(artist.get_offsets()).reshape(-1, 2).T
    try:
        x, y = (np.ma.filled(np.ma.asarray(each, dtype="<f8"), np.nan).ravel() for each in (x, y))
    except (TypeError, ValueError):
        return None
    if x.size != y.size or x.size > MAX_POINTS:
        return None
    return wire.Curve(_array(x), _array(y), _cut(artist.get_label()))


def _array(values: Any) -> wire.Array:
    return wire.Array("f8", values.shape, values.tobytes())


def _texts(legend: Any) -> list[str]:
    return [_cut(text.get_text()) for text in legend.get_texts()]


def _cut(text: object) -> str:
    return str(text)[:200].encode("utf-8", "replace").decode("utf-8")
