"""Numbers that agree with the right ones in shape and in value."""

from __future__ import annotations

from typing import Any, Final

import numpy as np

from graders.engine import show
from graders.engine.check import Check, GraderFault, Objection
from graders.engine.differences import Measured
from graders.engine.plain import Floats, Numbers, numbers
from graders.engine.worker import wire

RELATIVE: Final = 1e-6  # of the answer's scale: the course's ruling
ROUNDINGS: Final = 32  # that a float32 answer may have gathered
TRANSPOSED: Final = "It looks transposed. What does a row stand for?"
SWAMPED: Final = 1e-4  # of the scale: digits that a large constant may cost, and no more


class Close(Check):
    """See :func:`close`."""

    def __init__(
        self,
        expected: Any,
        relative: float = RELATIVE,
        up_to_constant: bool = False,
        differences: Measured | None = None,
        length: float | None = None,
        error: float = 0.0,
    ) -> None:
        self._measured = expected if isinstance(expected, Measured) else None
        self._given = None if self._measured else np.asarray(expected, dtype=float)
        self.relative, self.up_to_constant = relative, up_to_constant
        self._differences, self.length, self._error = differences, length, error

    @property
    def error(self) -> float:
        """What may be added to the tolerance: twenty times the estimated error of a measured answer."""
        return 20 * self._measured.error if self._measured is not None else self._error

    @property
    def expected(self) -> Floats:
        """The right answer."""
        if self._measured is not None:
            return self._measured.value
        assert self._given is not None
        return self._given

    def objection(self, value: wire.Value) -> Objection | None:
        """Object to what is no numbers, has another shape, or is further off than the tolerance."""
        found = numbers(value)
        if isinstance(found, Objection):
            return found
        values = fitted(found, self.expected.shape)
        if values.shape != self.expected.shape:
            return self._another_shape(values, found.precision)
        if self.accepts(values, found.precision):
            return None
        return Objection("value", "")

    def _another_shape(self, values: Floats, precision: float) -> Objection:
        wanted = self.expected.shape
        objection = wrong_shape(values.shape, wanted)
        if values.size != self.expected.size or not values.size or (self.up_to_constant and values.size == 1):
            return objection
        if values.T.shape == wanted and self.accepts(values.T, precision):
            return Objection("transposed", objection.sentence, TRANSPOSED)
        if self.accepts(values.reshape(wanted), precision):
            advice = "The numbers are right, only their shape is not. Print the shape of what you return."
            return Objection("shape-only", objection.sentence, advice)
        return objection

    def accepts(self, values: Floats, precision: float = 0.0) -> bool:
        """Say whether numbers of the right shape are close enough."""
        expected = self.expected
        if not values.size:
            return True
        if not np.isfinite(expected).all():
            return False  # as where a mistake divides by zero: its tolerance would be infinite, too
        difference = values - expected
        error = self.error
        if self.length is not None:
            return bool(np.linalg.norm(difference) <= self.length * np.linalg.norm(expected) + error)
        if self.up_to_constant and values.size > 1:
            expected = expected - expected.flat[0]
            difference = (values - values.flat[0]) - expected
        elif self.up_to_constant:
            return True
        scale = float(np.max(np.abs(expected))) or 1.0
        # what is added to an answer costs it digits
        lost = float(np.max(np.abs(values))) * 16 * precision if self.up_to_constant else 0.0
        lost = min(lost, SWAMPED * scale)
        tolerance = max(self.relative, ROUNDINGS * precision if precision > 2.0**-50 else 0.0) * scale
        return bool(np.max(np.abs(difference)) <= tolerance + error + lost)

    def confirm(self) -> None:
        """Ask finite differences: the reference has to agree with them."""
        if self._differences is not None:
            wanted, error = self._differences.value, 20 * self._differences.error
            scale = float(np.max(np.abs(self.expected))) or 1.0
            if not np.max(np.abs(wanted - self.expected)) <= error + 1e-6 * scale:
                raise GraderFault("the reference disagrees with finite differences")

    def expecting(self, value: Any) -> Close:
        """Return the same check for other numbers."""
        return Close(_as_numbers(value), self.relative, self.up_to_constant, None, self.length)

    def answer(self) -> str:
        """Show the right numbers."""
        shown = (
            tuple(self.expected.tolist())
            if self.expected.ndim == 1 and self.expected.size <= 8
            else self.expected
        )
        return show.value(shown) + (" + any constant" if self.up_to_constant else "")

    def __repr__(self) -> str:
        return f"close to {self.answer()}"


def _as_numbers(value: Any) -> Any:
    """Take what a mistaken implementation returns for numbers, SymPy's too."""
    return np.asarray(value.tolist() if hasattr(value, "tolist") else value, dtype=float)


def fitted(found: Numbers, shape: tuple[int, ...]) -> Floats:
    """Return the values; a SymPy row or column, which is always 2-D, as a vector where one is asked."""
    if found.matrix and len(shape) == 1 and found.values.size == shape[0] and 1 in found.values.shape:
        return found.values.reshape(shape)
    return found.values


def wrong_shape(found: tuple[int, ...], wanted: tuple[int, ...]) -> Objection:
    """Return the objection to a shape."""
    sentence = f"shape {found}, not {wanted}"
    if found == ():
        sentence = f"one number, not shape {wanted}"
    elif wanted == ():
        sentence = f"shape {found}, not one number"
    return Objection("shape", sentence)


def close(
    expected: Any,
    *,
    relative: float = RELATIVE,
    up_to_constant: bool = False,
    differences: Measured | None = None,
    length: float | None = None,
) -> Close:
    """Accept numbers of the shape of ``expected``, each within ``relative`` of the answer's scale.

    The scale is the largest magnitude in ``expected``: no absolute tolerance lets zeros pass. NaN
    and infinity never pass. An answer in float32 may have gathered a few roundings more.

    Parameters
    ----------
    expected
        The right numbers, or a value measured by finite differences, whose error is allowed for.
    relative
        The tolerance, as a share of the scale.
    up_to_constant
        Accept one constant added to all of an array.
    differences
        A second opinion on ``expected``: where it disagrees, the grader is at fault, not the student.
    length
        Judge a vector as a whole: its distance from ``expected``, as a share of the length of that.
    """
    return Close(expected, relative, up_to_constant, differences, length)
