"""Settings of a network, judged by what comes of them: trained so, does it classify unseen points?"""

from __future__ import annotations

import functools
import math
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from graders.engine import show
from graders.engine.check import Check, Objection
from graders.engine.plain import NOTHING, Floats, plain, refused
from graders.engine.worker import wire

KEYS: Final = ("layer_sizes", "activations", "learning_rate", "epochs", "seed")
ACTIVATIONS: Final = ("sigmoid", "relu", "tanh", "linear")
MAX_UNITS: Final = 64  # a layer: training is bounded before it starts
MAX_EPOCHS: Final = 20_000
POINTS: Final = 1_000
NOISE: Final = 0.06  # standard deviation, where the outer circle has radius 1
INNER: Final = 0.4  # radius of the inner circle
LOSSES: Final = 60  # noted on the way
GRID: Final = 33
SQUARE: Final = 1.3


class Trains(Check):
    """See :func:`trains`."""

    def __init__(self, network: Any, accuracy: float, seed: int) -> None:
        self._network, self.accuracy, self.seed = network, accuracy, seed

    def objection(self, value: wire.Value) -> Objection | None:
        """Object to settings that name no such network, and to one that does not learn."""
        if isinstance(value, wire.Refused):
            return refused(value.code, value.shown)
        if value is None:
            return NOTHING
        if not isinstance(value, wire.Mapping):
            return Objection(
                "kind", f"it is {show.kind(value)}, not a dict", f"Return a dict with {', '.join(KEYS)}."
            )
        settings = _settings(plain(value))
        if isinstance(settings, Objection):
            return settings
        reached = trained(self._network, settings, self.seed).accuracy
        if reached >= self.accuracy:
            return None
        return Objection(
            "accuracy",
            f"trained so, it classifies {reached:.1%} of unseen points; {self.accuracy:.0%} are asked for",
        )

    def training(self, value: wire.Value) -> Training | None:
        """Return what came of a training with an answer's settings, if they are settings."""
        settings = _settings(plain(value)) if isinstance(value, wire.Mapping) else None
        return trained(self._network, settings, self.seed) if isinstance(settings, tuple) else None

    def expecting(self, value: Any) -> Check:
        """Return the same check: there is no other right answer to expect."""
        return self

    def answer(self) -> str:
        """Say what is asked for."""
        return f"settings that reach {self.accuracy:.0%}"

    def __repr__(self) -> str:
        return self.answer()


Settings = tuple[tuple[int, ...], tuple[str, ...], float, int, int]


def _settings(given: dict[str, Any]) -> Settings | Objection:
    """Return the settings in bounds, or the objection to them."""
    missing = [key for key in KEYS if key not in given]
    if missing:
        return _malformed(
            "keys", f"the dict has no {', '.join(missing)}", "Compare its keys with the task's."
        )
    sizes = [_whole(size) for size in _listed(given["layer_sizes"])]
    if len(sizes) != 4 or None in sizes or sizes[0] != 2 or sizes[-1] != 1:
        shown = show.text(str(given["layer_sizes"]), 60)
        return _malformed(
            "sizes",
            f"layer_sizes is {shown}, not four whole numbers that begin with 2 and end with 1",
            "Count: the inputs, the units of two hidden layers, the output.",
        )
    if not all(1 <= size <= MAX_UNITS for size in sizes if size is not None):
        return _malformed(
            "work", f"a layer has between 1 and {MAX_UNITS} units here", "Far fewer are enough."
        )
    names = _listed(given["activations"])
    if len(names) != 3 or not all(isinstance(name, str) and name in ACTIVATIONS for name in names):
        return _malformed(
            "activations",
            f"activations is {show.text(str(names), 60)}, not three names of {', '.join(ACTIVATIONS)}",
            "One name, in quotes, for each layer after the input.",
        )
    rate, epochs, seed = given["learning_rate"], _whole(given["epochs"]), _whole(given["seed"])
    if isinstance(rate, bool) or not isinstance(rate, int | float) or not math.isfinite(rate) or rate <= 0:
        return _malformed("rate", "learning_rate is not a number above 0", "How far should a step go?")
    if epochs is None or not 1 <= epochs <= MAX_EPOCHS:
        return _malformed(
            "work",
            f"epochs is not a whole number from 1 to {MAX_EPOCHS:,}",
            "Far fewer than that are enough.",
        )
    if seed is None or not 0 <= seed < 2**32:
        return _malformed("seed", "seed is not a whole number from 0 on", "Any such number will do.")
    return tuple(size for size in sizes if size is not None), tuple(names), float(rate), epochs, seed


def _malformed(code: str, sentence: str, advice: str) -> Objection:
    return Objection(code, sentence, advice, exact=True)


def _listed(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list | np.ndarray) else []


def _whole(value: Any) -> int | None:
    if isinstance(value, bool) or not isinstance(value, int | float | np.integer) or value != value // 1:
        return None
    return int(value)


@dataclass(frozen=True)
class Training:
    """What came of a training.

    ``accuracy`` on points that it has not seen; ``losses``, the mean binary cross-entropy at epochs evenly
    spread; ``inside``, where the model says 1 on a square grid of :data:`GRID` points a side over ±:data:`SQUARE`.
    """

    accuracy: float
    losses: tuple[float, ...]
    inside: NDArray[np.bool_]
    epochs: int


@functools.lru_cache(maxsize=256)
def trained(network: Any, settings: Settings, seed: int) -> Training:
    """Train a network with settings, full batch."""
    sizes, activations, rate, epochs, start = settings
    rng = np.random.default_rng(seed)
    x, y = circles(rng)
    losses, every = [], math.ceil(epochs / LOSSES)
    across = np.linspace(-SQUARE, SQUARE, GRID)
    square = np.stack(np.meshgrid(across, across), axis=-1).reshape(-1, 2)
    with np.errstate(all="ignore"):
        model = network(list(sizes), list(activations), seed=start)
        for epoch in range(epochs):
            output = model.forward(x)
            if epoch % every == 0:
                losses.append(_cross_entropy(y, output))
            model.backward(y, output)
            model.update(rate)
        x, y = circles(rng)
        guess = np.asarray(model.forward(x)) > 0.5
        inside = np.asarray(model.forward(square)) > 0.5
    accuracy = float(np.mean(guess == (y > 0.5)))
    return Training(accuracy, tuple(losses), inside.reshape(GRID, GRID), epochs)


def _cross_entropy(y: Floats, output: Any) -> float:
    output = np.clip(output, 1e-12, 1.0 - 1e-12)
    loss = -np.mean(y * np.log(output) + (1.0 - y) * np.log(1.0 - output))
    return float(loss) if np.isfinite(loss) else 0.0


def circles(rng: np.random.Generator) -> tuple[Floats, Floats]:
    """Draw noisy points on two concentric circles: (n, 2) points, (n, 1) labels, 1 on the inner one."""
    inner = np.arange(POINTS) % 2 == 1
    angle = rng.uniform(0, 2 * np.pi, POINTS)
    radius = np.where(inner, INNER, 1.0)
    points = np.column_stack([radius * np.cos(angle), radius * np.sin(angle)])
    return points + rng.normal(scale=NOISE, size=points.shape), inner[:, None].astype(float)


def trains(network: Any, *, accuracy: float, seed: int) -> Trains:
    """Accept settings with which ``network`` learns two noisy concentric circles.

    Parameters
    ----------
    network
        The class of the network: ``network(layer_sizes, activations, seed=…)``.
    accuracy
        The share of unseen points to be classified right.
    seed
        Draws the points; the student's own seed only starts the weights.
    """
    return Trains(network, accuracy, seed)
