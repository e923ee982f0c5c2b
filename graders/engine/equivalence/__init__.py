"""Whether two expressions are the same function, decided on data alone: no SymPy, no simplifier.

:mod:`~graders.engine.equivalence.program` checks a graph and lays it out as a list of steps;
:mod:`~graders.engine.equivalence.modular` runs rational ones modulo a random prime;
:mod:`~graders.engine.equivalence.balls` runs any, with error bounds that hold;
:mod:`~graders.engine.equivalence.compare` decides with both;
:mod:`~graders.engine.equivalence.slope` shows why an antiderivative is none. Each step costs a bounded time and the
number of steps is budgeted, so whatever a graph holds, deciding ends within about a second.
"""

from graders.engine.equivalence.compare import Verdict, compare, number, symbols
from graders.engine.equivalence.slope import slopes

__all__ = ["Verdict", "compare", "number", "slopes", "symbols"]
