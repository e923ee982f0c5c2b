"""What students' code does by habit, and does not mean: it prints, asks, shows and saves."""

from __future__ import annotations

import builtins
import io
import random
import sys

from . import figures, wire


class Printed(io.RawIOBase):
    """Standard output of the student's code: the start of it is kept, the rest counted as written."""

    def __init__(self) -> None:
        self._kept = bytearray()

    def writable(self) -> bool:
        """Say yes."""
        return True

    def write(self, data: bytes) -> int:  # type: ignore[override] # any buffer is bytes here
        """Keep what still fits."""
        self._kept += bytes(data)[: max(0, wire.MAX_TEXT - len(self._kept))]
        return len(data)

    def take(self) -> str:
        """Return what was printed since the last time."""
        text = self._kept.decode("utf-8", "replace")
        self._kept.clear()
        return text[: wire.MAX_TEXT]


def prepare(sources: dict[str, bytes]) -> Printed:
    """Set the scene for a student's code, in these files, and return where its prints go."""
    printed = Printed()
    sys.stdout = io.TextIOWrapper(printed, "utf-8", "replace", write_through=True)
    sys.stderr = io.TextIOWrapper(Printed(), "utf-8", "replace", write_through=True)  # libraries warn there
    sys.stdin = io.StringIO("")
    builtins.input = lambda prompt="", /: ""
    if "matplotlib" in sys.modules or any(b"matplotlib" in source for source in sources.values()):
        figures.prepare()
    random.seed(0)
    numpy = sys.modules.get("numpy")
    if numpy is not None:
        numpy.random.seed(0)
    return printed
