"""The course's rules: what being late costs, and what each lesson weighs in the total.

A lesson's deduction is a number of points, or a share of its points, for each day that has begun after
its due date; never more than the cap, nor than was earned. It is zero within the grace period.
"""

from __future__ import annotations

import math
import re
import zoneinfo
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from graders.engine.classroom import Graded
from graders.engine.course import Course, CourseError

DAY: Final = timedelta(days=1)
_MOODLE: Final = "%A, %d %B %Y, %I:%M %p"  # of a grading worksheet in English


@dataclass(frozen=True)
class Amount:
    """Points, or a share of points."""

    value: float
    share: bool

    def of(self, points: float) -> float:
        """Return it in points."""
        return self.value * points if self.share else self.value


@dataclass(frozen=True)
class Total:
    """A student's total, what of it was lost by being late, and what a person has to look at."""

    points: float
    late: float
    remarks: tuple[str, ...] = ()


class Rules:
    """The rules of a course, read and checked.

    Raises
    ------
    CourseError
        When the configuration has a time, an amount or a lesson that cannot be understood.
    """

    def __init__(self, course: Course) -> None:
        rules = course.rules
        try:
            self._zone = zoneinfo.ZoneInfo(rules.timezone)
        except (ValueError, OSError, zoneinfo.ZoneInfoNotFoundError):
            raise CourseError(
                f"rules.timezone: no time zone {rules.timezone!r}; as in Europe/Zurich"
            ) from None
        modules = [lesson.module for lesson in course.lessons]
        due = dict.fromkeys(modules, rules.due) if isinstance(rules.due, str) else rules.due
        for key, named in (("due", due), ("weights", rules.weights)):
            for module in named:
                if module not in modules:
                    raise CourseError(f"rules.{key}: no lesson {module}")
        self._due = {module: self._date(f"rules.due: {text!r}", text) for module, text in due.items() if text}
        self._extensions = {
            student: self._extension(f"rules.extensions: {student}: {text!r}", text)
            for student, text in rules.extensions.items()
        }
        self._per_day = _amount("rules.late.per_day", rules.late.per_day)
        self._cap = _amount("rules.late.cap", rules.late.cap)
        self._grace = timedelta(minutes=rules.late.grace_minutes)
        self._weights = {module: rules.weights.get(module, 1.0) for module in modules}

    @property
    def has_due_dates(self) -> bool:
        """Whether anything can be late."""
        return bool(self._due)

    def total(self, graded: Graded) -> Total:
        """Return a student's total: lessons by their weights, out of the same points as without them."""
        if graded.marks is None:
            return Total(0.0, 0.0)
        scores, most = graded.marks.lessons(), graded.marks.possible()
        remarks = dict.fromkeys(["late by the platform's word, which gives no time"] if graded.late else [])
        lost = {}
        for module in self._due.keys() & graded.marks.handed_in():
            stamp = graded.stamps.get(module, "")
            days = self._days_late(graded.student, module, stamp) if stamp else 0
            if days is None:
                remarks[f"its time of handing in cannot be read: {stamp[:40]!r}"] = None
            else:
                lost[module] = self._lost(days, most=most[module], earned=scores[module])
        weighed = sum(self._weights[module] * most[module] for module in most)
        scale = sum(most.values()) / weighed if weighed else 0.0
        late = scale * sum(self._weights[module] * points for module, points in lost.items())
        whole = scale * sum(self._weights[module] * points for module, points in scores.items())
        return Total(round(whole - late, 2), round(late, 2), tuple(remarks))

    def due(self, module: str, student: str = "") -> datetime | None:
        """Return when a lesson is due, for all or for a student; None if it never is."""
        due = self._due.get(module)
        extended = self._extensions.get(student, timedelta())
        if due is None:
            return None
        return max(due, extended) if isinstance(extended, datetime) else due + extended

    def deduction(self, late: timedelta, *, most: float, earned: float) -> float:
        """Return what is lost of a lesson's points, handed in so long after it was due."""
        return self._lost(self._days(late), most=most, earned=earned)

    def _days(self, late: timedelta) -> int:
        """Return how many days have begun since a lesson was due."""
        return math.ceil(late / DAY) if late > self._grace else 0

    def _lost(self, days: int, *, most: float, earned: float) -> float:
        return min(days * self._per_day.of(most), self._cap.of(most), earned)

    def _days_late(self, student: str, module: str, stamp: str) -> int | None:
        """Return how many days have begun since a lesson was due; None if the time cannot be read."""
        submitted, due = self._read(stamp), self.due(module, student)
        return None if submitted is None or due is None else self._days(submitted - due)

    def _read(self, text: str) -> datetime | None:
        """Read a time as ISO 8601, as nbgrader and as Moodle write it; without a zone it is the course's."""
        plain, _, name = text.rpartition(" ")
        try:
            return self._zoned(datetime.fromisoformat(text))
        except ValueError:
            pass
        try:
            return datetime.fromisoformat(plain).replace(tzinfo=zoneinfo.ZoneInfo(name))
        except (ValueError, OSError, zoneinfo.ZoneInfoNotFoundError):
            pass
        try:
            return self._zoned(datetime.strptime(text, _MOODLE))
        except ValueError:
            return None

    def _zoned(self, when: datetime) -> datetime:
        return when if when.tzinfo else when.replace(tzinfo=self._zone)

    def _date(self, place: str, text: str) -> datetime:
        """Read a due date; a day without a time is due when it ends."""
        try:
            when = datetime.fromisoformat(text)
        except ValueError:
            raise CourseError(f"{place} is no date: write it as in 2026-03-01 23:59") from None
        return self._zoned(when + DAY if len(text) == len("2026-03-01") else when)

    def _extension(self, place: str, text: str) -> datetime | timedelta:
        """Read an extension: a new date, or a number of days or hours."""
        if found := re.fullmatch(r"(\d+(?:\.\d+)?) (day|hour)s?", text):
            return float(found[1]) * (DAY if found[2] == "day" else timedelta(hours=1))
        return self._date(f"{place} is no extension, as in 3 days, and", text)


def _amount(key: str, value: float | str) -> Amount:
    found = re.fullmatch(r"(\d+(?:\.\d+)?) ?(%?)", str(value))
    if found is None:
        raise CourseError(f"{key}: {value!r} is neither points, as in 2, nor a share, as in 10%")
    return Amount(float(found[1]) / (100 if found[2] else 1), bool(found[2]))
