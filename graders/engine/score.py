"""From an item to its outcome: run it, judge it, put it in words."""

from __future__ import annotations

import contextlib
import inspect
from typing import Any, Literal

import msgspec
import numpy as np

from graders.engine import draw, exceptions, references, show, traits
from graders.engine.check import GraderFault
from graders.engine.child import SandboxError
from graders.engine.course import Course, Lesson, item_name
from graders.engine.diagnose import diagnose
from graders.engine.follow import followed
from graders.engine.pictures import Picture, picture
from graders.engine.proxy import Ask, Line, Stop, Student, StudentStopped, Transcript
from graders.engine.rubric import Item
from graders.engine.worker import wire

OUR_FAULT = "the grader failed here; this is not your fault"
FOLLOWED = (
    "Follow-through: right for what {0} returns. Its mistake has cost its own points, and costs none here."
)


class Outcome(msgspec.Struct, frozen=True):
    """What came of one item.

    ``outcome``: ``right``; ``wrong`` (an answer that is not right); ``stopped`` (no answer: not
    written, raised, took too long); ``error`` (the grader's fault: not judged, no points lost).
    ``note`` is stable, such as ``lesson03.gradient.the-point-itself``. ``text`` is for the student.
    """

    lesson: str
    item: str
    title: str
    points: float
    outcome: Literal["right", "wrong", "stopped", "error"]
    note: str = ""
    called: str = ""
    returned: str = ""
    answer: str = ""
    objection: str = ""
    advice: str = ""
    printed: str = ""
    picture: Picture | None = None

    @property
    def score(self) -> float:
        """The points earned."""
        return self.points if self.outcome == "right" else 0.0


class Judge:
    """Judges the items of a lesson for one student."""

    def __init__(self, course: Course, lesson: Lesson, ask: Ask, seed: int) -> None:
        self._course, self._lesson, self._ask, self._seed = course, lesson, ask, seed

    def judge(self, item: Item, *, patient: bool = True) -> Outcome:
        """Run an item and return its outcome.

        A patient run asks on after a wrong answer, so that the diagnosis has more to go by. An
        impatient one lets the suite's own AssertionError out, for its authors.
        """
        transcript = Transcript(patient)
        try:
            self._asked(item, transcript)
            with np.errstate(all="ignore"):  # of answers as large as numbers get
                return self.outcome(item, transcript)
        except (GraderFault, SandboxError) as fault:
            return self._fault(item, str(fault))
        except AssertionError:
            if not patient:
                raise
            return self._fault(item, "a check outside the answers failed")
        except Exception as error:
            return self._fault(item, f"{type(error).__name__}: {error}")

    def _asked(self, item: Item, transcript: Transcript) -> None:
        """Run an item as far as its suite gets."""
        try:
            self._run(item, transcript)
        except StudentStopped:
            pass
        except (GraderFault, SandboxError, AssertionError):
            raise
        except Exception:
            if _first_bad(transcript) is None:  # else a patient suite went on with an answer that is none
                raise

    def transcript(self, item: Item) -> Transcript:
        """Run an item and return what was said in it: for the course's own tests."""
        transcript = Transcript()
        with contextlib.suppress(StudentStopped):
            self._run(item, transcript)
        return transcript

    def _run(self, item: Item, transcript: Transcript) -> None:
        seed = draw.seed_of(self._seed, self._lesson.module, item.name)
        with draw.seeded(seed) as drawn, np.errstate(all="ignore"):  # of answers as large as numbers get
            given: dict[str, Any] = {
                "student": Student(self._ask, transcript),
                "reference": references.load(self._lesson.module),
                "draw": drawn,
            }
            item.test(**{name: given[name] for name in inspect.signature(item.test).parameters})

    def outcome(self, item: Item, transcript: Transcript) -> Outcome:
        """Judge a transcript. An item without a line has asked nothing, so it earns nothing."""
        lines = transcript.lines
        bad = _first_bad(transcript)
        if not lines:
            return self._fault(item, "the suite asked nothing")
        if bad is None:
            return self._outcome(item, "right")
        if isinstance(bad.returned, Stop):
            return self._stopped(item, transcript, bad, bad.returned)
        return self._wrong(item, transcript, bad, bad.returned)

    def _stopped(self, item: Item, transcript: Transcript, line: Line, stop: Stop) -> Outcome:
        called = show.call(line.function, line.arguments) if stop.called else ""
        found = None
        if stop.kind == "exception":
            known = diagnose(item, transcript) or traits.of_stops(transcript.lines)
            found = known or exceptions.of(stop.sentence)
        note, advice = (found.note, found.advice) if found else (stop.kind, "")
        return self._outcome(
            item, "stopped", note=note, called=called, objection=stop.sentence, advice=advice
        )

    def _wrong(self, item: Item, transcript: Transcript, line: Line, returned: wire.Returned) -> Outcome:
        assert line.objection is not None
        assert line.check is not None
        if self._course.scoring.follow_through:
            earlier = followed(item, self._lesson.module, transcript, self._ask, self.transcript)
            if earlier:
                return self._outcome(item, "right", note="follow-through", advice=FOLLOWED.format(earlier))
        found = diagnose(item, transcript)
        hint = item.hint if line.objection.code in _VALUES else ""
        advice = found.advice if found else line.objection.advice or hint
        shown = self._course.feedback.answer == "show"
        return self._outcome(
            item,
            "wrong",
            note=found.note if found else line.objection.code,
            called=show.call(line.function, line.arguments),
            returned=show.value(returned.value),
            answer=line.check.answer() if shown else "",
            objection=line.objection.sentence,
            advice=advice
            + (" (An argument was changed in place: work on a copy.)" if returned.changed else ""),
            printed=show.text(returned.printed, 400),
            picture=self._picture(transcript, shown),
        )

    def _picture(self, transcript: Transcript, shown: bool) -> Picture | None:
        """Return what there is to see of the first wrong answer that can be drawn."""
        landscape = getattr(references.load(self._lesson.module), "f", None)
        wrong = (line for line in transcript.lines if line.objection)
        with contextlib.suppress(Exception):  # a picture more or less decides nothing
            found = (picture(line, show=shown, landscape=landscape) for line in wrong)
            made = next((each for each in found if each is not None), None)
            # what JSON cannot hold, such as NaN in a curve, is not drawn
            whole: Picture | None = msgspec.json.decode(msgspec.json.encode(made), type=Picture | None)
            return whole
        return None

    def _fault(self, item: Item, why: str) -> Outcome:
        return self._outcome(
            item, "error", note="grader", objection=OUR_FAULT, advice=f"For the instructor: {why}"
        )

    def _outcome(self, item: Item, outcome: Any, *, note: str = "", **texts: Any) -> Outcome:
        prefix = item_name(self._lesson.module, item.name)
        full = f"{prefix}.{note}" if note else ""
        return Outcome(self._lesson.module, item.name, item.title, item.points, outcome, full, **texts)


# Objections to the value itself: the item's hint helps. Others, to its kind say, are told what is wrong already.
_VALUES = frozenset({"value", "curve", "accuracy", "shape", "infeasible", "not-widest", "undefined"})


def _first_bad(transcript: Transcript) -> Line | None:
    """Return the first line that brought no answer, or one with something against it."""
    lines = transcript.lines
    return next((line for line in lines if isinstance(line.returned, Stop) or line.objection), None)
