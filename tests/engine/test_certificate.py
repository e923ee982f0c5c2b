"""Certificates: earned by every lesson, and of a code that nobody can forge."""

import re
import shutil
import subprocess
import sys

import msgspec
import pytest

from graders.engine import assess, bulk, certificate
from graders.engine import course as courses
from graders.engine.certificate import Certificate, NotGenuine

GIVEN = Certificate("Zoë $x$ O'Neil", "0123456789ab", "93 of 100", "2026-03-01")
KEY = b"secret"


def test_a_code_says_what_was_put_in():
    """Blanks and small letters do not matter: people type it off a sheet."""
    made = certificate.code(GIVEN, KEY)
    assert certificate.verify(made, KEY) == GIVEN
    assert certificate.verify(" \n".join(certificate.lines(made.lower(), 20)), KEY) == GIVEN


@pytest.mark.parametrize("code", ["", "-", "ABC", "A-A", "é-é", "MFRGG-MFRGG", "=-="])
def test_what_is_no_code(code):
    """It is refused, whatever it is."""
    with pytest.raises(NotGenuine):
        certificate.verify(code, KEY)


def test_forgeries():
    """Another key, another score under the same mark, another mark: none is genuine."""
    made = certificate.code(GIVEN, KEY)
    better = certificate.code(GIVEN._replace(score="100 of 100"), b"guess")
    for code in (better, better.rpartition("-")[0] + "-" + made.rpartition("-")[2], made[:-2] + "AA"):
        with pytest.raises(NotGenuine):
            certificate.verify(code, KEY)


def test_every_lesson_counts(course):
    """One lesson below the share, and there is none; without the line in the configuration neither."""
    asked = msgspec.structs.replace(course, certificate="60%")
    possible = {lesson.module: 10.0 for lesson in course.lessons}
    points = dict.fromkeys(possible, 6.0)
    assert certificate.earned(asked, points, possible)
    assert not certificate.earned(course, points, possible)
    assert not certificate.earned(asked, points | {"lesson07_support_vector_machine": 5.9}, possible)
    assert not certificate.earned(asked, {}, {})


def test_from_a_class_to_the_sheet(course, monkeypatch, tmp_path):
    """Who passes gets both files, and the command finds them genuine; without a key nothing is graded."""
    asked = msgspec.structs.replace(course, certificate="60%")
    monkeypatch.setattr(courses, "course", lambda: asked)
    monkeypatch.delenv("CALCGRADE_KEY", raising=False)
    shutil.copytree(courses.REFERENCE, tmp_path / "class/Zoë $x$_12")
    shutil.copytree(courses.ASSIGNMENTS, tmp_path / "class/stub")
    request = assess.Request(tmp_path / "class", tmp_path / "out", jobs=1, quiet=True)
    with pytest.raises(courses.CourseError, match="set the environment variable CALCGRADE_KEY"):
        assess.assess(request, asked)
    monkeypatch.setenv("CALCGRADE_KEY", "secret")
    codes = []
    monkeypatch.setattr(certificate, "lines", lambda code: codes.append(code) or [code])
    for student in ("Zoë $x$_12", "stub"):
        submission = bulk.Handed(student, {"": tmp_path / "class" / student}).read(asked)
        made = bulk.graded(submission, "auto", 1, True, b"secret")
        assert ("certificate.pdf" in made) == (student != "stub")
        if student != "stub":
            assert list(made)[-1] == "results.json"
            assert made["certificate.pdf"].startswith(b"%PDF")
            assert re.search(rb"<svg [^>]*width=\"841.68pt\"", made["certificate.svg"])
    command = [sys.executable, "-m", "graders.engine", "verify", codes[0]]
    said = subprocess.run([*command, "--key", "secret"], capture_output=True, text=True, check=True).stdout
    assert said.startswith("genuine: Zoë $x$_12, 100 of 100 points, 20")
    wrong = subprocess.run([*command, "--key", "other"], capture_output=True, text=True, check=False)
    assert (wrong.returncode, wrong.stderr) == (1, "calcgrade: that code was not made with this key\n")
