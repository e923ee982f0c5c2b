"""How a worker process is started: with a clean environment, and no path, variable or word that names the grader's place."""

from __future__ import annotations

import contextlib
import functools
import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import IO, Any, Final

from graders.engine import isolation
from graders.engine.child import SandboxError
from graders.engine.course import Limits

# What a fork has imported already. A lesson that names no other library than NumPy gets a fork that has no other;
# the rest have what nearly every submission uses, with the parts that SymPy imports on first use; then what
# is left, in small steps, since a request waits for the one in hand
NUMBERS: Final = (
    "numpy", "numpy.random", "numpy.fft", "numpy.ma", "numpy.polynomial",
    "cmath", "csv", "heapq", "logging", "pathlib", "pprint", "statistics", "string", "timeit", "traceback",
)  # fmt: skip
FIRST: Final = (
    "sympy", "sympy.combinatorics", "sympy.assumptions.wrapper", "sympy.sets.setexpr", "sympy.tensor.tensor",
    "matplotlib.pyplot", "worker.expressions",
)  # fmt: skip
LATER: Final = (
    "scipy.special", "scipy.linalg", "scipy.sparse", "scipy.sparse.linalg", "scipy.optimize", "scipy.integrate",
    "sympy.integrals.heurisch", "sympy.integrals.manualintegrate", "sympy.integrals.risch",
    "sympy.calculus.util", "sympy.physics.units",
)  # fmt: skip


def worker(
    private: str, folder: str, limits: Limits, level: str, errors: IO[bytes], **more: Any
) -> subprocess.Popen[bytes]:
    """Start a worker.

    Parameters
    ----------
    private
        A folder of the sandbox's own, where the links to the libraries are.
    folder
        Where the worker's children may have theirs.
    limits, level
        What a child may use, and what it is to be confined by.
    errors
        Where goes what it writes to standard error.
    more
        What else the worker's first lines are told: the descriptors ``controls``, or ``port`` and ``token``.

    Raises
    ------
    SandboxError
        When Python cannot be started.
    """
    libraries = _links(private)
    boot = {
        "modules": modules(),
        "path": libraries,
        "environment": _environment(),
        "settings": {
            "numbers": NUMBERS,
            "first": FIRST,
            "later": LATER,
            "folder": folder,
            "limits": limits.of_a_child(),
            "layers": isolation.layers(level),
            "readable": isolation.readable(libraries),
        },
        **more,
    }
    python = getattr(sys, "_base_executable", sys.executable)
    try:
        process = subprocess.Popen(
            [python, "-s", "-S", "-P", "-B", "-c", modules()["worker.boot"]],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=errors,
            cwd=private,  # no settings of the libraries from wherever this was started
            env={"PYTHONHASHSEED": "0", **_windows()},
            pass_fds=more.get("controls", ()),
            start_new_session=True,
        )
    except OSError as error:
        raise SandboxError(f"the worker process cannot be started: {error}") from error
    assert process.stdin is not None
    with contextlib.suppress(BrokenPipeError), process.stdin as stdin:
        stdin.write(json.dumps(boot).encode() + b"\n")
    return process


def _links(private: str) -> list[str]:
    """Return import paths that do not tell where the libraries lie: often beside the grader."""
    links = []
    for number, folder in enumerate(library_paths()):
        link = Path(private, f"libraries{number}")
        try:
            if not link.is_symlink():
                link.symlink_to(folder, target_is_directory=True)
        except OSError:  # Windows, without the right to make links
            link = Path(folder)
        links.append(str(link))
    return links


@functools.cache
def modules() -> dict[str, str]:
    """Return the worker's modules by name, as text."""
    folder = Path(__file__).parent / "worker"
    found = {f"worker.{path.stem}": path.read_text("utf-8") for path in folder.glob("*.py")}
    found["worker"] = found.pop("worker.__init__")
    return found


@functools.cache
def library_paths() -> list[str]:
    """Return the folders that hold the libraries students may import."""
    specs = (importlib.util.find_spec(name) for name in isolation.LIBRARIES)
    origins = (spec.origin for spec in specs if spec is not None and spec.origin is not None)
    return list(dict.fromkeys(str(Path(origin).parent.parent) for origin in origins))


def _environment() -> dict[str, str]:
    """Return what the libraries read while they are imported; it is gone before student code runs."""
    home = {
        name: os.environ[name] for name in ("HOME", "XDG_CACHE_HOME", "MPLCONFIGDIR") if name in os.environ
    }
    # a child may start no threads
    return home | {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MPLBACKEND": "Agg"}


def _windows() -> dict[str, str]:
    """Return the variables without which Windows starts no Python."""
    return {
        name: os.environ[name] for name in ("SYSTEMROOT", "PATH") if os.name == "nt" and name in os.environ
    }
