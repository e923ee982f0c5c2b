"""Certificates that can be checked: a code says who earned which score, and when; nobody without the key can make one.

A code is what it says, in base 32, and an HMAC-SHA256 of that, cut to 80 bits (RFC 2104, section 5).
"""

from __future__ import annotations

import base64
import datetime
import hashlib
import hmac
import os
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from graders.engine.course import Course, CourseError
from graders.engine.suites import KEY

FILES: Final = frozenset({"certificate.svg", "certificate.pdf"})
_MAC_BYTES: Final = 10
_SEPARATOR: Final = "\x1f"


class Certificate(NamedTuple):
    """What a certificate says. ``course`` is the start of the course's digest, ``date`` as in 2026-03-01."""

    student: str
    course: str
    score: str
    date: str


class NotGenuine(Exception):
    """A code that was not made with this key."""


def key(course: Course) -> bytes:
    """Return the key that certificates are made with; empty where the course gives none.

    Raises
    ------
    CourseError
        When the course gives certificates, and there is no key.
    """
    found = os.environ.get(KEY, "").encode()
    if course.certificate and not found:
        raise CourseError(f"certificate: set the environment variable {KEY} to a secret of your own")
    return found if course.certificate else b""


def earned(course: Course, lessons: Mapping[str, float], possible: Mapping[str, float]) -> bool:
    """Say whether every lesson has the share of its points that the course asks for."""
    share = float(course.certificate.rstrip("%") or 0) / 100
    return bool(course.certificate) and all(
        lessons.get(lesson.module, 0.0) >= share * possible.get(lesson.module, 1.0)
        for lesson in course.lessons
    )


def today() -> str:
    """Return the date, as a certificate has it."""
    return datetime.datetime.now(datetime.UTC).date().isoformat()


def code(certificate: Certificate, key: bytes) -> str:
    """Return the code of a certificate."""
    said = _SEPARATOR.join(certificate).encode("utf-8", "replace")
    return f"{_base32(said)}-{_base32(_mac(said, key))}"


def verify(code: str, key: bytes) -> Certificate:
    """Return what a code says.

    Raises
    ------
    NotGenuine
        When it was not made with this key, or is no code at all.
    """
    said, _, mac = "".join(code.upper().split()).rpartition("-")
    try:
        data, given = (base64.b32decode(each + "=" * (-len(each) % 8)) for each in (said, mac))
        genuine = hmac.compare_digest(given, _mac(data, key))
        parts = data.decode().split(_SEPARATOR)
    except ValueError:
        raise NotGenuine("that is no code of a certificate") from None
    if not genuine or len(parts) != len(Certificate._fields):
        raise NotGenuine("that code was not made with this key")
    return Certificate(*parts)


def _mac(said: bytes, key: bytes) -> bytes:
    return hmac.new(key, b"calcgrade certificate\0" + said, hashlib.sha256).digest()[:_MAC_BYTES]


def _base32(data: bytes) -> str:
    return base64.b32encode(data).decode().rstrip("=")


def lines(code: str, width: int = 60) -> Iterable[str]:
    """Return a code in lines that fit on paper; blanks between them do not matter when it is verified."""
    return (code[at : at + width] for at in range(0, len(code), width))
