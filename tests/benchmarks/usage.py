"""What a command uses: time, processor time and memory, of its own and of all that it starts."""

from __future__ import annotations

import contextlib
import itertools
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass
class Used:
    """What a command took: seconds, processor seconds of all its processes and of its own, MB of memory."""

    wall: float = 0.0
    processor: float = 0.0
    own: float = 0.0
    own_mb: float = 0.0
    helpers_mb: float = 0.0  # of all processes that it started, what they share counted once


def timed(command: list[str], **more: Any) -> Used:
    """Run a command, and watch what it uses."""
    used, before, start = Used(), os.times(), time.perf_counter()
    with (
        tempfile.TemporaryFile() as errors,  # a pipe that nobody reads meanwhile would fill up
        subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=errors, **more) as process,
    ):
        for look in itertools.count():
            if process.poll() is not None:
                break
            with contextlib.suppress(OSError):
                _watch(process.pid, used, closely=look % 50 == 49)
            time.sleep(0.02)
        errors.seek(0)
        said = errors.read()
    if process.returncode:
        sys.exit(f"{' '.join(command)}: exit status {process.returncode}\n{said.decode()}")
    after = os.times()
    used.wall = time.perf_counter() - start
    used.processor = sum(after[2:4]) - sum(before[2:4])
    return used


def _watch(pid: int, used: Used, *, closely: bool) -> None:
    times = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    used.own = sum(map(int, times[11:13])) / os.sysconf("SC_CLK_TCK")
    used.own_mb = max(used.own_mb, _kilobytes(pid, "status", "VmHWM:") / 1024)
    if closely:
        shares = [_kilobytes(each, "smaps_rollup", "Pss:") for each in _started_by(pid)]
        used.helpers_mb = max(used.helpers_mb, sum(shares) / 1024)


def _kilobytes(pid: int, file: str, field: str) -> int:
    with contextlib.suppress(OSError):
        for line in Path(f"/proc/{pid}/{file}").read_text("ascii").splitlines():
            if line.startswith(field):
                return int(line.split()[1])
    return 0


def _started_by(pid: int) -> list[int]:
    found = []
    with contextlib.suppress(OSError):
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in map(int, (task / "children").read_text("ascii").split()):
                found += [child, *_started_by(child)]
    return found
