"""What suites hand to students' functions: functions, given by their formula."""

from __future__ import annotations

from graders.engine.worker.formula import Function


def formula(text: str, *variables: str) -> Function:
    """Return the function with that formula, in ``x`` unless told otherwise.

    It travels as data, is evaluated in the worker, and prints as itself in the feedback. Names such
    as ``exp`` and ``sin`` are NumPy's.
    """
    return Function(text, *(variables or ("x",)))
