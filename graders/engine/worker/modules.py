"""A submission's modules: from the bytes in a frame to something that can be imported.

The worker never sees the submission's folder. Imports between a submission's files find the
sources that came in the frame, wherever the file system is out of reach.
"""

from __future__ import annotations

import ast
import codecs
import importlib.abc
import importlib.machinery
import importlib.util
import io
import json
import re
import sys
import tokenize
import types
from collections.abc import Sequence

_MAGIC = re.compile(r"^(\s*)(?:[%!?].*|[\w.]+\?{1,2}\s*|[\w, ]+=\s*[%!].*)$")
_PYTHON_CELLS = ("%%time", "%%timeit", "%%capture", "%%prun", "%%python", "%%python3")


class BadSource(Exception):
    """A file that cannot be read as Python: the kind of ``wire.Raised``, what to say, and the line."""

    def __init__(self, kind: str, message: str, file: str, line: int = 0) -> None:
        self.kind, self.message, self.file, self.line = kind, message, file, line


def text(data: bytes, file: str) -> str:
    """Decode a source file as Python would, and say in words what stands in the way."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise BadSource("encoding", "it is saved as UTF-16: save it as UTF-8", file)
    if b"\0" in data:
        raise BadSource("encoding", "it holds binary data, not Python", file)
    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
        return data.decode(encoding).replace("\r\n", "\n").replace("\r", "\n")
    except (SyntaxError, UnicodeDecodeError, LookupError) as error:
        line = data.count(b"\n", 0, error.start) + 1 if isinstance(error, UnicodeDecodeError) else 1
        raise BadSource("encoding", "it is not text in UTF-8: save it as UTF-8", file, line) from None


def cells(data: bytes, file: str) -> list[str]:
    """Return the code cells of a notebook; magics and ``!`` lines are left out."""
    try:
        notebook = json.loads(text(data, file))
        found = notebook["cells"] if "cells" in notebook else notebook["worksheets"][0]["cells"]
        sources = [cell.get("source", cell.get("input", "")) for cell in found if cell["cell_type"] == "code"]
        return [_python("".join(source)) for source in sources]
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        raise BadSource("notebook", "it is not a notebook that can be read", file) from None


def _python(cell: str) -> str:
    """Return what is Python in a cell, line for line; magic lines become ``pass``."""
    if cell.lstrip().startswith("%%") and not cell.lstrip().startswith(_PYTHON_CELLS):
        return ""
    try:
        ast.parse(cell)
    except (SyntaxError, ValueError):
        return "\n".join(_MAGIC.sub(r"\1pass", line) for line in cell.split("\n"))
    return cell


def parts(sources: dict[str, bytes], file: str) -> list[tuple[str, str]]:
    """Return what of a file is compiled, as pairs of a name for messages and a source."""
    if not file.endswith(".ipynb"):
        return [(file, text(sources[file], file))]
    return [(f"{file}, cell {n}", cell) for n, cell in enumerate(cells(sources[file], file), 1)]


def changed_classes(trees: Sequence[ast.AST], official: dict[str, str]) -> list[str]:
    """Return the names of the classes that differ from their official source, or are not there.

    Comments, docstrings and formatting are free. Nothing is executed.
    """
    return [name for name, source in official.items() if not _unchanged(trees, name, source)]


def _unchanged(trees: Sequence[ast.AST], name: str, source: str) -> bool:
    wanted = _dump(next(node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.ClassDef)))
    nodes = [node for tree in trees for node in ast.walk(tree)]
    classes = [node for node in nodes if isinstance(node, ast.ClassDef) and node.name == name]
    if not classes or any(_dump(each) != wanted for each in classes):
        return False
    return not any(_rebinds(node, name) for node in nodes)


def _rebinds(node: ast.AST, name: str) -> bool:
    """Say whether a statement gives the class another meaning: ``MLP = …``, ``MLP.forward = …``."""
    if isinstance(node, ast.Call):
        first = node.args[0] if node.args else None
        patched = isinstance(node.func, ast.Name) and node.func.id in ("setattr", "delattr")
        return patched and isinstance(first, ast.Name) and first.id == name
    if isinstance(node, ast.Name | ast.Attribute) and isinstance(node.ctx, ast.Store | ast.Del):
        while isinstance(node, ast.Attribute):
            node = node.value
        return isinstance(node, ast.Name) and node.id == name
    return False


def _dump(node: ast.ClassDef) -> str:
    for each in ast.walk(node):
        if isinstance(each, ast.ClassDef | ast.FunctionDef) and ast.get_docstring(each) is not None:
            each.body = each.body[1:] or [ast.Pass()]
    return ast.dump(node)  # without positions


class Misses(importlib.abc.MetaPathFinder):
    """The last finder of all: it finds nothing, and remembers what was asked for."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: types.ModuleType | None = None
    ) -> None:
        """Remember a module that nobody found."""
        if len(self.names) < 8 and len(name) <= 200 and name not in self.names:
            self.names.append(name)


class Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Imports the modules of one submission from the sources that came in the frame.

    They come before installed packages, as a script's own folder does, but never in place of the
    standard library or of a package already imported.
    """

    def __init__(self, sources: dict[str, bytes]) -> None:
        self.sources = sources
        self.notes: list[BaseException] = []  # what failed in a notebook's cells

    def file(self, name: str) -> str | None:
        """Return the file that holds a module, or None."""
        path = name.replace(".", "/")
        candidates = (f"{path}.py", f"{path}/__init__.py", f"{path}.ipynb")
        return next((file for file in candidates if file in self.sources), None)

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: types.ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        """Find a module of the submission."""
        file = self.file(name)
        if file is None or name.partition(".")[0] in sys.stdlib_module_names:
            return None
        return importlib.util.spec_from_loader(
            name, self, origin=file, is_package=file.endswith("/__init__.py")
        )

    def exec_module(self, module: types.ModuleType) -> None:
        """Run a module. In a notebook, a cell that fails ends nothing."""
        file = self.file(module.__name__)
        assert file is not None
        module.__file__ = file
        if not file.endswith(".ipynb"):
            [(label, source)] = parts(self.sources, file)
            exec(compile(source, label, "exec", dont_inherit=True), module.__dict__)
            return
        module.__dict__.update(display=lambda *_, **__: None, get_ipython=lambda: None)
        for label, source in parts(self.sources, file):
            try:
                exec(compile(source, label, "exec", dont_inherit=True), module.__dict__)
            except BaseException as error:
                self.notes.append(error)
