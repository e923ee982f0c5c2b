"""The one door to the engine: the words that suites are written in.

They are imported on first use, so that the pytest plugin costs other projects nothing.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from graders.engine.checks.choice import one_of
    from graders.engine.checks.close import close
    from graders.engine.checks.expression import same_expression
    from graders.engine.checks.figure import curves
    from graders.engine.checks.line import widest_line
    from graders.engine.checks.points import same_points
    from graders.engine.checks.training import trains
    from graders.engine.differences import gradient_of, jacobian_of, slope
    from graders.engine.references import lesson, remembered
    from graders.engine.rubric import follows, item, mistake, mistakes
    from graders.engine.words import drawing, formula

__all__ = [
    "close",
    "curves",
    "drawing",
    "follows",
    "formula",
    "gradient_of",
    "item",
    "jacobian_of",
    "lesson",
    "mistake",
    "mistakes",
    "one_of",
    "remembered",
    "same_expression",
    "same_points",
    "slope",
    "trains",
    "widest_line",
]

_HOMES: Final = {
    "close": "checks.close",
    "curves": "checks.figure",
    "drawing": "words",
    "follows": "rubric",
    "formula": "words",
    "gradient_of": "differences",
    "item": "rubric",
    "jacobian_of": "differences",
    "lesson": "references",
    "mistake": "rubric",
    "mistakes": "rubric",
    "one_of": "checks.choice",
    "remembered": "references",
    "same_expression": "checks.expression",
    "same_points": "checks.points",
    "slope": "differences",
    "trains": "checks.training",
    "widest_line": "checks.line",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(importlib.import_module(f"{__name__}.{_HOMES[name]}"), name)
