"""A student made of functions of our own, without a process: for the course's tests of itself."""

from __future__ import annotations

import copy
import types
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from graders.engine.proxy import Ask, Came, Stop
from graders.engine.worker import arguments as received
from graders.engine.worker import encode, figures, watch, wire


def student(functions: Mapping[str, Callable[..., Any]], module: types.ModuleType) -> Ask:
    """Return what asks a table of functions as a child would be asked, in this very process.

    Never for a submission: nothing is confined here. ``module`` has the classes that arguments are
    instances of. Answers pass through the same encoding as a child's.
    """

    namespace = types.SimpleNamespace(**functions)

    def ask(function: str, arguments: list[wire.Argument], watched: Sequence[str] = ()) -> Callable[[], Came]:
        answer = call(function, arguments, list(watched))
        return lambda: answer

    def call(function: str, arguments: list[wire.Argument], watched: list[str]) -> Came:
        given = [received.decode(argument, module) for argument in copy.deepcopy(arguments)]
        try:
            with watch.watching(namespace, watched) as ran:
                answer = functions[function](*given)
            value = answer if isinstance(answer, wire.Figure) else encode.encode(answer)
        except Exception as error:
            return Stop("exception", f"{function} stopped with {type(error).__name__}: {error}")
        finally:
            figures.close()
        changed = any(map(received.changed, arguments, given))
        return wire.Returned(value, changed, "", calls=received.calls(given), ran=sorted(ran))

    return ask
