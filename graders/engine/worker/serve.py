"""The worker's main loop: a warm process that forks a child a lesson, or a plain process for one.

Theory of operation. The trusted side starts this process with an empty environment and no path but
those of the installed libraries. It imports the libraries once; before most of them it forks a second
process, which stays as small as NumPy is, for the children that need no more. Either waits on a control
socket of its own:

    S + descriptor   fork a child that serves the connected socket    → its process id
    R + process id   kill the child's process group, reap the child   → its wait status

End of file on the control socket ends a process and all its children. It is single-threaded and
reaps on request only, so a process id it was told is always that of its own, unreaped child.

The libraries that most code needs are imported first, then children can be had. The rest pays only
for many submissions, so it follows after the children of the first, a step at a time while nobody asks;
a child that was forked before imports what it lacks by itself.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import os
import select
import shutil
import signal
import socket
from collections.abc import Iterator
from typing import Final, NoReturn, TypedDict

from . import child, figures, warm
from .channel import NUMBER, Channel
from .confine import Confinement, Limits
from .kernel import become_subreaper, die_with_parent

ONE_SUBMISSION: Final = 8  # children: a lesson each, and one that tries what it can reach
MAX_DESCRIPTORS: Final = 4096  # far beyond what the libraries leave open


class Settings(TypedDict):
    """What the trusted side says at the start, as JSON."""

    numbers: list[str]  # what is imported before the first child of those that need no more
    first: list[str]  # what is imported before the first child of all others
    later: list[str]  # what is imported after the first submission, when nobody asks
    limits: Limits
    folder: str
    layers: list[str]  # of confinement
    readable: list[str]  # what the landlock layer leaves readable


def serve(libraries: socket.socket, numbers: socket.socket, settings: Settings) -> NoReturn:
    """Fork children on request until the control sockets are closed.

    ``libraries`` asks for those that have all libraries imported, ``numbers`` for those with NumPy alone.
    """
    become_subreaper()
    confinement = _confinement(settings)
    _preload(settings["numbers"])
    small = os.fork()
    if small == 0:
        libraries.close()
        die_with_parent()
        become_subreaper()
        _fork_on_request(numbers, confinement, settings, iter(()), set())
        os._exit(0)
    numbers.close()
    _preload(settings["first"])
    figures.prepare()
    _fork_on_request(libraries, confinement, settings, _later(settings["later"]), {small})
    shutil.rmtree(settings["folder"], ignore_errors=True)  # whoever started it may have been killed
    os._exit(0)


def _fork_on_request(
    control: socket.socket,
    confinement: Confinement,
    settings: Settings,
    later: Iterator[bool],
    kept: set[int],
) -> None:
    """Serve one control socket; ``kept`` are children that are none of a submission's."""
    children, forked = set[int](), 0
    while True:
        while forked >= ONE_SUBMISSION and not select.select([control], [], [], 0)[0]:
            if next(later, None) is None:
                break
        request, descriptors, _, _ = socket.recv_fds(control, 5, 1)
        if not request:
            break
        number = NUMBER.unpack(request[1:])[0]
        if request[:1] == b"S":
            [descriptor] = descriptors
            pid = os.fork()
            if pid == 0:
                control.close()
                _child(descriptor, confinement, settings)
            os.close(descriptor)
            children.add(pid)
            forked += 1
            control.sendall(NUMBER.pack(pid))
        else:
            status = _reap(number, children | kept, settings) if number in children else 0
            control.sendall(NUMBER.pack(status))
            children.discard(number)
    _end_orphans(set())  # all that is left


def _preload(names: list[str]) -> None:
    gc.disable()  # a collection amid imports finds nothing
    for name in names:
        importlib.import_module(name)
    _settle()
    gc.enable()


def _later(names: list[str]) -> Iterator[bool]:
    """Import modules, then warm SymPy up; yields after each step."""
    for name in names:
        _preload([name])
        yield True
    for _ in warm.up():
        _settle()
        yield True


def _settle() -> None:
    gc.collect()
    gc.freeze()  # a child's first full collection then touches nothing that it shares


def _reap(pid: int, known: set[int], settings: Settings) -> int:
    # What the child is doing ends here; a child that has not come to setsid yet has no group.
    for kill in (os.killpg, os.kill):
        with contextlib.suppress(ProcessLookupError, PermissionError):
            kill(pid, signal.SIGKILL)
    _, status = os.waitpid(pid, 0)
    _end_orphans(known - {pid})
    shutil.rmtree(os.path.join(settings["folder"], str(pid)), ignore_errors=True)
    return status


def _end_orphans(known: set[int]) -> None:
    """End what a child left behind, in whatever session: its orphans are this process's children now."""
    with contextlib.suppress(OSError, ChildProcessError):
        while True:
            with open(f"/proc/self/task/{os.getpid()}/children") as file:
                orphans = {int(number) for number in file.read().split()} - known
            if not orphans:
                return
            for pid in orphans:
                os.kill(pid, signal.SIGKILL)
                os.waitpid(pid, 0)


def _child(descriptor: int, confinement: Confinement, settings: Settings) -> NoReturn:
    """Serve one lesson. Never returns to the loop above, whatever happens."""
    try:
        nothing = os.open(os.devnull, os.O_RDWR)
        for standard in (0, 1, 2):
            os.dup2(nothing, standard)
        start = 3
        for kept in sorted({descriptor, confinement.keeps or descriptor}):
            os.closerange(start, kept)
            start = kept + 1
        os.closerange(start, MAX_DESCRIPTORS)
        folder = os.path.join(settings["folder"], str(os.getpid()))
        os.mkdir(folder, 0o700)
        child.serve(Channel(socket.socket(fileno=descriptor)), confinement, folder)
    finally:
        os._exit(0)


def single(connection: socket.socket, settings: Settings) -> None:
    """Serve one lesson in this process: the way where forking is not to be had."""
    child.serve(Channel(connection), _confinement(settings), settings["folder"])


def _confinement(settings: Settings) -> Confinement:
    return Confinement(settings["layers"], settings["limits"], settings["readable"])
