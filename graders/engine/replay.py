"""Items made of a recording: they ask what the suites ask, and judge as those would, without a right answer at hand."""

from __future__ import annotations

import functools
import types
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from graders.engine import course as courses
from graders.engine import recording, references
from graders.engine.check import Check
from graders.engine.checks.choice import OneOf
from graders.engine.checks.close import Close
from graders.engine.checks.figure import curves
from graders.engine.checks.line import widest_line
from graders.engine.checks.points import SamePoints
from graders.engine.checks.sampled import SameValues
from graders.engine.checks.training import trains
from graders.engine.proxy import argument
from graders.engine.recording import Asked, Recorded, Value
from graders.engine.rubric import ATTRIBUTE, Follow, Item, Mistake
from graders.engine.worker import arguments, wire
from graders.engine.worker.formula import Function


@functools.cache
def recorded() -> recording.Recording:
    """Return the recording of this installation."""
    return recording.decode(courses.RECORDING.read_bytes())


def suite(file: str, names: dict[str, Any]) -> None:
    """Put the items of a lesson into its suite: the module with that ``__file__`` and those ``globals()``."""
    module = Path(file).stem.removeprefix("test_")
    for each in recorded().lessons[module]:
        item = _item(each, module, names)
        names[item.test.__name__] = item.test


def _item(each: Recorded, module: str, names: dict[str, Any]) -> Item:
    network = references.load(module).__dict__.get("MLP")
    asked = [
        (line, [_argument(given, network) for given in line.arguments], _check(line, network))
        for line in each.lines
    ]
    keys = {_key(line.arguments): place for place, line in enumerate(each.lines)}

    ask = functools.partial(_ask, asked)

    def test(student: Any) -> None:
        ask(student)

    made = types.FunctionType(test.__code__, names, f"test_{each.name}", None, test.__closure__)
    made.__doc__ = each.title
    slips = tuple(
        Mistake(slip.name, tuple(_way(keys, way) for way in slip.ways), slip.advice) for slip in each.slips
    )
    item = Item(
        each.name, each.title, each.points, each.hint, slips, made, tuple(_follows(each, keys, names))
    )
    setattr(made, ATTRIBUTE, item)
    return item


def _ask(asked: list[tuple[Asked, list[Any], Check | None]], student: Any) -> None:
    """Ask what was recorded, line by line."""
    answers: list[Any] = []
    for line, given, check in asked:
        answers.append(getattr(student, line.function)(*given))
        if isinstance(line.check, recording.Echo):
            check = Close(np.ravel(answers[line.check.line].value)[line.check.entry])
        assert answers[-1] == check


def _follows(each: Recorded, keys: dict[bytes, int], names: dict[str, Any]) -> list[Follow]:
    def ways(earlier: str) -> Callable[[Any], list[Any]]:
        def made(wrong: Any) -> list[Any]:
            before: Item = getattr(names[f"test_{earlier}"], ATTRIBUTE)
            found = next(
                (slip.name, place)
                for slip in before.mistakes
                for place, way in enumerate(slip.ways)
                if way is wrong
            )
            return [
                _way(keys, way)
                for follow in each.follows
                if (follow.earlier, (follow.slip, follow.way)) == (earlier, found)
                for way in follow.ways
            ]

        return made

    return [
        Follow(earlier, ways(earlier)) for earlier in dict.fromkeys(follow.earlier for follow in each.follows)
    ]


def _way(keys: dict[bytes, int], values: list[Value]) -> Callable[..., Any]:
    """Return a function that answers on every recorded line as the mistake does."""

    def way(*given: Any) -> Any:
        return _value(values[keys[_key([argument(each) for each in given])]])

    return way


def _key(given: list[wire.Argument]) -> bytes:
    return msgspec.msgpack.encode(given)


def _value(value: Value) -> Any:
    match value:
        case recording.Numbers():
            return _array(value)
        case recording.Word(digest):
            return digest
        case recording.Sampled(samples):
            return samples
        case recording.Picture(figure):
            return figure
        case recording.Same():
            return None
    raise ValueError("it raised where it was recorded")


def _array(numbers: recording.Numbers) -> Any:
    return np.asarray(numbers.values, float).reshape(numbers.shape)[()]


def _argument(given: wire.Argument, network: Any) -> Any:
    """Return an argument as suites hand it over."""
    if isinstance(given, wire.Formula):
        return Function(given.text, *given.variables)
    module = types.ModuleType("recorded")
    module.__dict__["MLP"] = network
    return arguments.decode(given, module)


class HashedWord(OneOf):
    """Accepts the word of that hash."""

    def accepts(self, word: str) -> bool:
        """Say whether it is the word."""
        return recording.hashed(self.normal(word)) == self.right  # type: ignore[comparison-overlap] # here the right word is a digest


def _check(line: Asked, network: Any) -> Check | None:
    spec = line.check
    match spec:
        case recording.CloseTo(numbers, relative, up_to_constant, length, error):
            return Close(_array(numbers), relative, up_to_constant, None, length, error)
        case recording.Equals(samples, positive, up_to_constant):
            return SameValues(samples, positive, up_to_constant)
        case recording.Points(points):
            return SamePoints(points)
        case recording.Choice(digest, choices, exact):
            return HashedWord(digest, tuple(choices), exact)  # type: ignore[arg-type] # the same
        case recording.Shows(x, wanted, shifted, legend, labels):
            right = {name: _array(y) for name, y in wanted.items()}
            return curves(_array(x), right, shifted=tuple(shifted), legend=legend, labels=labels)
        case recording.Widest(numbers, points_, labels_):
            return widest_line(_array(numbers), _array(points_), _array(labels_))
        case recording.Learns(accuracy, seed):
            return trains(network, accuracy=accuracy, seed=seed)
    return None  # an echo, which is made of an answer
