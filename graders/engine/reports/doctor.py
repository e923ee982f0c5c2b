"""The doctor's report: each layer of confinement, what this machine has of it, and what to do."""

from __future__ import annotations

import platform
from typing import Final

from graders.engine import isolation
from graders.engine.worker import wire

WHAT: Final = {
    "session": "a process of its own, that dies with its parent",
    "limits": "processor time, memory, file size, processes",
    "user": "another user id, where started as root",
    "landlock": "no files but the libraries', no TCP, no signals outside",
    "seccomp": "no files, no sockets, no programs, no processes",
}
REMEDIES: Final = {
    "session": "needs a Unix: on Windows, grade in WSL 2 or in a Linux container",
    "limits": "needs a Unix whose limits bind: on macOS and Windows, grade in a Linux container",
    "user": "start as an ordinary user, or allow setuid in the container",
    "landlock": "needs Linux 5.13 with landlock in its lsm= list; strict isolation does without where there is none",
    "seccomp": "needs Linux on x86-64 or aarch64, and a container profile that allows the seccomp call",
}


def table(label: str, confined: wire.Confined) -> str:
    """Return the report as text.

    Parameters
    ----------
    label
        The isolation that was reached.
    confined
        What a child said of its layers.
    """
    lines = [f"{platform.system()} {platform.release()} on {platform.machine()}", ""]
    for layer in isolation.ALL:
        state, remedy = "holds", ""
        if layer in confined.failed:
            state, remedy = "failed", f"{confined.failed[layer]}; {REMEDIES[layer]}"
        elif layer not in confined.held:
            state, remedy = "missing", REMEDIES[layer]
        lines.append(f"  {layer:10} {state:9} {WHAT[layer]}")
        if remedy:
            lines.append(f"{'':23}→ {remedy}")
    reached = label.partition(" ")[0]
    verdict = {
        "strict": "strict isolation can be had: pytest graders --isolation strict",
        "partial": "strict isolation cannot be had here; auto takes what holds",
        "basic": "only basic isolation can be had here: grade strangers' code in a Linux container",
    }
    return "\n".join([*lines, "", verdict[reached]])
