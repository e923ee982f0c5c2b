"""The files of a zip archive, read in memory and in bounds: nothing is ever unpacked to disk.

An archive is hostile. Names that lead elsewhere are passed over; links, encrypted members and names that
differ in case alone are refused one by one; a member is read no further than its limit, whatever size it
claims.
"""

from __future__ import annotations

import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

MAX_BYTES: Final = 20_000_000  # of an archive: its list of members is read whole
MAX_MEMBERS: Final = 5_000
_BROKEN: Final = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    ValueError,
)

Read = Callable[[float], bytes | str]  # a file's bytes, at most so many megabytes, or why they were not read


def members(archive: Path) -> Iterator[tuple[str, Read]]:
    """Yield what an archive holds: a path with ``/``, and what reads it.

    Raises
    ------
    ValueError
        When it is no zip archive that can be read, or a huge one.
    """
    if archive.stat().st_size > MAX_BYTES:
        raise ValueError(f"{archive.name} is larger than {MAX_BYTES / 1e6:g} MB")
    try:
        with zipfile.ZipFile(archive) as found:
            infos = [info for info in found.infolist()[:MAX_MEMBERS] if not info.is_dir()]
    except _BROKEN as error:
        raise ValueError(f"{archive.name} is not a zip archive that can be read ({error})") from None
    seen: set[str] = set()
    for info in infos:
        name = info.filename
        if _within(name):
            yield name, _reader(archive, info, _refused(info, name, seen))
            seen.add(name.casefold())


def _within(name: str) -> bool:
    """Whether a member's name stays in the archive, and is none that a machine put there."""
    parts = name.split("/")
    hidden = any(not part or part.startswith(".") for part in parts)
    return not (hidden or parts[0] == "__MACOSX" or ":" in name or "\\" in name)


def _refused(info: zipfile.ZipInfo, name: str, seen: set[str]) -> str:
    """Say why a member is not read, if it is not."""
    if stat.S_ISLNK(info.external_attr >> 16):
        return "it is a link, and links are not followed"
    if info.flag_bits & 1:
        return "it is encrypted"
    if name.casefold() in seen:
        return "another file has the same name but for the case of its letters"
    return ""


def _reader(archive: Path, info: zipfile.ZipInfo, refused: str) -> Read:
    def read(megabytes: float) -> bytes | str:
        if refused:
            return refused
        limit = int(megabytes * 1e6)
        try:
            with zipfile.ZipFile(archive) as found, found.open(info) as file:
                data = file.read(limit + 1)
        except _BROKEN as error:
            return f"it cannot be read ({error})"
        return data if len(data) <= limit else f"it is larger than {megabytes:g} MB"

    return read
