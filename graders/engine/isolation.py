"""How student code is kept in: the levels, what each demands, and the canary that proves it."""

from __future__ import annotations

import re
import sys
import sysconfig
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

from graders.engine.worker import wire

BASIC: Final = ("session", "limits")
ALL: Final = ("session", "limits", "user", "landlock", "seccomp")
STRICT: Final = ("session", "limits", "user", "seccomp")  # and Landlock, wherever the kernel offers it
KERNEL: Final = frozenset({"landlock", "seccomp"})

LIBRARIES: Final = ("numpy", "scipy", "sympy", "mpmath", "matplotlib", "msgspec")
# What graded code may import: these where they are installed, and the standard library but for some parts
IMPORTABLE: Final = frozenset(
    "numpy scipy sympy mpmath matplotlib mpl_toolkits pandas seaborn sklearn networkx numdifftools tqdm".split()
)
_MORE_THAN_NUMBERS: Final = re.compile("|".join(sorted(IMPORTABLE - {"numpy"})).encode())
_NOT_IMPORTABLE: Final = frozenset(
    "antigravity this idlelib lib2to3 turtledemo turtle tkinter test ensurepip venv distutils".split()
)
_NEVER: Final = frozenset({"test", "tests", "conftest", "setup"})
_OWN: Final = ("graders", "calcgrade", "__editable__", "_editable_impl_")  # prefixes of what is the grader's
_SYSTEM: Final = ("/lib", "/lib64", "/usr/lib", "/usr/share/fonts", "/etc/ld.so.cache", "/dev/null")
CANARY_SECONDS: Final = 20.0
_NAME: Final = re.compile(r"[A-Za-z_]\w{0,60}(\.[A-Za-z_]\w{0,60}){0,6}", re.ASCII)

CANARY: Final = b"""
import os
import signal
import socket


def escapes():
    "Try what a submission must not be able to do; return the names of what succeeded."
    return [name for name, attempt in ATTEMPTS.items() if succeeds(attempt)]


def succeeds(attempt):
    try:
        attempt()
    except OSError:
        return False
    return True


def fork():
    if os.fork() == 0:
        os._exit(0)


ATTEMPTS = {
    "read a file": lambda: open("/etc/passwd").close(),
    "open a socket": lambda: socket.socket().close(),
    "start a process": fork,
    "signal another process": lambda: os.kill(os.getppid(), signal.SIGCONT),
    "run a program": lambda: os.execv("/bin/false", ["false"]),
}
"""


def layers(level: str) -> tuple[str, ...]:
    """Return the layers to be tried at a level: ``strict``, ``auto`` or ``basic``."""
    return BASIC if level == "basic" else ALL


def lacking(confined: wire.Confined) -> str:
    """Return in words what strict isolation lacks, or nothing."""
    for layer, reason in confined.failed.items():
        return f"{layer} failed ({reason})"
    missing = [layer for layer in STRICT if layer not in confined.held]
    return f"this system has no {' and no '.join(missing)}" if missing else ""


def label(level: str, confined: wire.Confined, escaped: list[str]) -> str:
    """Return what the results say of the isolation: ``strict``, ``partial`` or ``basic``, and the layers.

    Strict is said only of what was proved: every layer that it demands holds, and the canary was held.
    """
    if level == "basic" or not KERNEL & set(confined.held):
        reached = "basic"
    else:
        reached = "partial" if lacking(confined) or escaped else "strict"
    return f"{reached} ({', '.join(layer for layer in ALL if layer in confined.held) or 'process'})"


def escapes(ask: Callable[[wire.Request, float], wire.Reply]) -> list[str]:
    """Return what a trial submission could do that it must not, in the child that is asked."""
    ask(wire.Load("canary", {"canary.py": CANARY}, {}), CANARY_SECONDS)
    ask(wire.Run(), CANARY_SECONDS)
    reply = ask(wire.Call("escapes", []), CANARY_SECONDS)
    if isinstance(reply, wire.Returned) and isinstance(reply.value, wire.Sequence):
        return [str(name) for name in reply.value.items]
    return ["do something unexpected"]


def importable(name: str) -> bool:
    """Say whether graded code may have a module imported for it, by a name that came from its process."""
    top, *parts = name.split(".")
    if any(part.startswith("__") or part in _NEVER for part in parts):
        return False  # what runs something when it is imported
    standard = top in sys.stdlib_module_names and top not in _NOT_IMPORTABLE
    return _NAME.fullmatch(name) is not None and (standard or top in IMPORTABLE)


def numbers_alone(sources: Iterable[bytes]) -> bool:
    """Say whether files name no other library than NumPy: a guess, since more can be imported by other ways."""
    return not any(map(_MORE_THAN_NUMBERS.search, sources))


def readable(library_paths: Iterable[str]) -> list[str]:
    """Return what the landlock layer leaves readable: packages one by one, not the folder they lie in.

    An installed grader may lie among them, and its reference must not be readable. The paths are those
    by which the worker knows the libraries: it is told no others.
    """
    entries = [path for folder in library_paths for path in Path(folder).iterdir()]
    found = [path for path in entries if not path.name.startswith(_OWN) and path.suffix != ".pth"]
    for folder in {sysconfig.get_path("stdlib"), sysconfig.get_path("platstdlib")}:
        found += [path for path in Path(folder).iterdir() if not path.name.endswith("-packages")]
    found += [Path(path) for path in _SYSTEM if not any(Path(path).glob("python3*/*-packages/graders"))]
    return [str(path) for path in found if path.exists()]
