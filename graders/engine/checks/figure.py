"""Figures, by what was drawn: any two lines, steps or scatters that carry the curves."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from graders.engine import show
from graders.engine.check import Check, Objection
from graders.engine.plain import Floats, array, refused
from graders.engine.worker import wire

TOLERANCE: Final = 1e-6  # of a curve's scale


class Curves(Check):
    """See :func:`curves`."""

    def __init__(
        self, x: Any, wanted: dict[str, Any], shifted: frozenset[str], legend: bool, labels: bool
    ) -> None:
        self.x = np.asarray(x, float)
        self._wanted = {name: np.asarray(y, float) for name, y in wanted.items()}
        self.shifted, self.legend, self.labels = shifted, legend, labels

    @property
    def wanted(self) -> dict[str, tuple[Floats, Floats]]:
        """The wanted curves by name, as x and y."""
        return {name: (self.x, y) for name, y in self._wanted.items()}

    def objection(self, value: wire.Value) -> Objection | None:
        """Object to a curve that is not there, and to labels that are missing."""
        if value is None:
            return Objection(
                "none",
                "there is no figure to look at",
                "Draw with plt.plot or ax.plot, return the figure, and do not close it.",
            )
        if isinstance(value, wire.Refused):
            return refused(value.code, value.shown)
        if not isinstance(value, wire.Figure):
            return Objection(
                "kind",
                f"it is {show.kind(value)}, not a figure",
                "Return the figure: plt.gcf(), or fig from plt.subplots().",
            )
        drawn = [(panel, curve) for panel in value.panels for curve in panel.curves]
        found = self._assign([(array(curve.x), array(curve.y)) for _, curve in drawn])
        if not drawn:
            return Objection(
                "empty",
                "the figure holds no curve",
                "Was another figure made after you drew, or this one closed? Return the one that you drew on.",
            )
        if not any(self._over_x(array(curve.x)) is not None for _, curve in drawn):
            return Objection(
                "grid",
                "no curve is drawn over the x that was passed in",
                "Draw over the array x as it comes, point for point.",
            )
        missing = [name for name, index in found.items() if index is None]
        if missing:
            return Objection("curve", f"no curve over the given x shows {' nor '.join(missing)}")
        chosen = [drawn[index] for index in found.values() if index is not None]
        return self._lettering(value, [panel for panel, _ in chosen], {curve.label for _, curve in chosen})

    def _assign(self, drawn: list[tuple[Floats, Floats]]) -> dict[str, int | None]:
        """Find for each wanted curve a drawn one of its own."""
        taken: dict[str, int | None] = {}
        for name, wanted in self._wanted.items():
            matches = (
                index
                for index, (x, y) in enumerate(drawn)
                if index not in taken.values() and self._carries(x, y, wanted, name in self.shifted)
            )
            taken[name] = next(matches, None)
        return taken

    def _carries(self, x: Floats, y: Floats, wanted: Floats, shifted: bool) -> bool:
        order = self._over_x(x)
        if order is None:
            return False
        y, wanted = y[order], wanted.ravel()[np.argsort(self.x.ravel(), kind="stable")]
        if shifted:  # each by itself: a huge constant must not swamp what differs
            y, wanted = y - y[0], wanted - wanted[0]
        return bool(np.max(np.abs(y - wanted)) <= TOLERANCE * (float(np.max(np.abs(wanted))) or 1.0))

    def _over_x(self, x: Floats) -> NDArray[np.intp] | None:
        """Return the order in which a curve's x rises, if it is the given x; else None."""
        given = np.sort(self.x.ravel(), kind="stable")
        if x.shape != given.shape:
            return None
        order = np.argsort(x, kind="stable")
        near = np.max(np.abs(x[order] - given)) <= TOLERANCE * (float(np.ptp(given)) or 1.0)
        return order if near else None

    def _all_named(self, figure: wire.Figure, legends: list[list[str]], labels: set[str]) -> bool:
        """Say whether legends name as many curves as are wanted, by their labels or by texts of their own."""
        texts = [{text for text in each if _names(text)} for each in legends]
        drawn = {curve.label for panel in figure.panels for curve in panel.curves}
        named = sum(len(each & labels) + len(each - drawn) for each in texts)
        return named >= len(self._wanted)

    def _lettering(self, figure: wire.Figure, panels: list[wire.Panel], named: set[str]) -> Objection | None:
        if self.legend:
            legends = [figure.legend, *(panel.legend for panel in figure.panels)]
            if not any(legends):
                return Objection(
                    "legend",
                    "the figure has no legend with a label in it",
                    "Give each curve a label=..., and call legend() after they are drawn.",
                )
            if not self._all_named(figure, legends, named):
                return Objection(
                    "labels",
                    "the legend does not name each of the two curves",
                    "Give each curve a label=... of its own, and call legend() after they are drawn.",
                )
        if self.labels and not all(panel.xlabel.strip() and panel.ylabel.strip() for panel in panels):
            return Objection("labels", "an axis has no label", "Use plt.xlabel(...) and plt.ylabel(...).")
        return None

    def expecting(self, value: Any) -> Check:
        """Return a check for the curves of another figure, a ``drawing``."""
        return _Drawn(value)

    def answer(self) -> str:
        """Name the curves."""
        return " and ".join(self._wanted)

    def __repr__(self) -> str:
        return f"a figure of {self.answer()}"


class _Drawn(Check):
    """Exactly the curves of another figure."""

    def __init__(self, figure: wire.Figure) -> None:
        self._wanted = _curves(figure)

    def objection(self, value: wire.Value) -> Objection | None:
        found = _curves(value) if isinstance(value, wire.Figure) else []
        if len(found) != len(self._wanted):
            return Objection("curve", "")
        for wanted in self._wanted:
            same = next((at for at, each in enumerate(found) if _same(each, wanted)), None)
            if same is None:
                return Objection("curve", "")
            del found[same]
        return None

    def expecting(self, value: Any) -> Check:
        return _Drawn(value)

    def answer(self) -> str:
        return f"{len(self._wanted)} curves"


def _curves(figure: wire.Figure) -> list[Floats]:
    """Return the curves of a figure, shape (2, n) each, from left to right."""
    drawn = [np.stack([array(curve.x), array(curve.y)]) for panel in figure.panels for curve in panel.curves]
    return [curve[:, np.argsort(curve[0], kind="stable")] for curve in drawn]


def _same(found: Floats, wanted: Floats) -> bool:
    if found.shape != wanted.shape or not np.isfinite(wanted).all():
        return False
    sizes = np.max(np.abs(wanted), axis=1, keepdims=True, initial=0.0)
    return bool(np.all(np.abs(found - wanted) <= TOLERANCE * np.where(sizes > 0, sizes, 1.0)))


def _names(text: str) -> bool:
    return bool(text.strip()) and not text.startswith("_")


def curves(
    x: Any,
    wanted: dict[str, Any],
    *,
    shifted: tuple[str, ...] = (),
    legend: bool = False,
    labels: bool = False,
) -> Curves:
    """Accept a figure on which each wanted curve is drawn over ``x``, on any axes, in any order.

    Parameters
    ----------
    x
        The array that the student's function got.
    wanted
        The curves by a name for the feedback: arrays of the shape of ``x``.
    shifted
        The names of those to which any constant may be added.
    legend
        Whether a legend has to name each curve.
    labels
        Whether both axes have to be labelled.
    """
    return Curves(x, wanted, frozenset(shifted), legend, labels)
