"""The right answers: the modules of ``reference/``, loaded by path in the trusted process alone."""

from __future__ import annotations

import ast
import copy
import functools
import importlib.util
import inspect
import sys
import types
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import numpy as np

from graders.engine import stubs
from graders.engine.course import REFERENCE, CourseError
from graders.engine.course import Lesson as Entry

REMEMBERED: Final = 256  # answers of one function


@functools.cache
def load(module: str) -> types.ModuleType:
    """Return a lesson's reference module."""
    return _fresh(module)


@functools.lru_cache(maxsize=64)
def replaced(module: str, name: str, function: Callable[..., Any]) -> types.ModuleType:
    """Return a lesson's reference module with another function in the place of one of its own."""
    fresh = _fresh(module)
    setattr(fresh, name, function)
    return fresh


def _fresh(module: str) -> types.ModuleType:
    path = REFERENCE / f"{module}.py"
    # a name of its own: no `import lesson03_gradient` in this process ever finds a submission's
    spec = importlib.util.spec_from_file_location(f"calcgrade_reference.{module}", path)
    if spec is None or spec.loader is None or not path.is_file():
        raise CourseError(f"{path} is not there: every lesson of config/course.yaml has a reference")
    with _LazyPyplot():
        loaded = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(loaded)
    for name, value in vars(loaded).items():
        if inspect.isfunction(value) and value.__module__ == loaded.__name__:
            setattr(loaded, name, remembered(value))
    return loaded


def remembered(function: Callable[..., Any]) -> Callable[..., Any]:
    """Have a function remember what it returned for expressions and arrays: solving takes long, and they are few."""
    known: dict[tuple[Any, ...], Any] = {}

    @functools.wraps(function)
    def answer(*given: Any) -> Any:
        key = tuple(map(_key, given))
        if not key or None in key:
            return function(*given)
        if key not in known:
            if len(known) >= REMEMBERED:
                del known[next(iter(known))]
            known[key] = function(*given)
        return copy.copy(known[key])

    return answer


def _key(argument: Any) -> Any:
    """Return what tells an expression or an array from others; None for all else."""
    if isinstance(argument, np.ndarray):
        return argument.shape, argument.dtype.str, argument.tobytes()
    return argument if hasattr(argument, "free_symbols") else None


def lesson(suite: str) -> types.ModuleType:
    """Return the reference of a suite, by the suite's ``__file__``: for the lesson's own constants."""
    return load(Path(suite).stem.removeprefix("test_"))


@functools.cache
def stub(module: str) -> bytes:
    """Return a lesson's file as students get it."""
    return stubs.stub((REFERENCE / f"{module}.py").read_text("utf-8")).encode()


@functools.cache
def official(entry: Entry) -> dict[str, str]:
    """Return the sources of the classes that a lesson's students may not change."""
    source = (REFERENCE / f"{entry.module}.py").read_text("utf-8")
    classes = [node for node in ast.parse(source).body if isinstance(node, ast.ClassDef)]
    return {
        node.name: ast.get_source_segment(source, node) or ""
        for node in classes
        if node.name in entry.unchanged
    }


class _LazyPyplot:
    """While a reference is imported, ``matplotlib.pyplot`` is one that loads on first use.

    Figures are judged by their data, so the trusted side draws nothing, and need not pay the import.
    """

    NAME = "matplotlib.pyplot"

    def __enter__(self) -> None:
        self._parent: Any = None
        if self.NAME in sys.modules:
            return
        lazy = types.ModuleType(self.NAME)
        lazy.__getattr__ = self._load  # type: ignore[method-assign] # of this one module
        self._parent = types.ModuleType("matplotlib")
        self._parent.pyplot = lazy
        self._before = sys.modules.get("matplotlib")
        sys.modules.update({"matplotlib": self._parent, self.NAME: lazy})

    def __exit__(self, *_: object) -> None:
        if self._parent is None:
            return
        del sys.modules[self.NAME], sys.modules["matplotlib"]
        if self._before is not None:
            sys.modules["matplotlib"] = self._before

    def _load(self, name: str) -> Any:
        return getattr(importlib.import_module(self.NAME), name)
