"""JUnit XML of a student's results, for all that reads that: GitLab, Jenkins, and others."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from graders.engine.files import write_whole

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(path: Path, student: str, results: dict[str, Any]) -> None:
    """Write ``results.json`` as JUnit XML: a case an item, whole or not at all.

    What is not right is a failure, with the student's words; what could not be judged is an error.
    """
    tests = results["tests"]
    outcomes = [test["extra_data"]["outcome"] for test in tests]
    errors = outcomes.count("error")
    counts = {
        "tests": len(tests),
        "failures": len(tests) - outcomes.count("right") - errors,
        "errors": errors,
        "time": results["extra_data"]["timings"]["seconds"],
    }
    suite = ElementTree.Element(
        "testsuite", {"name": _text(student), **{key: str(value) for key, value in counts.items()}}
    )
    for test, outcome in zip(tests, outcomes, strict=True):
        about = test["extra_data"]
        names = {"classname": f"{_text(student)}.{about['lesson']}", "name": about["item"]}
        case = ElementTree.SubElement(suite, "testcase", names)
        if outcome != "right":
            kind = "error" if outcome == "error" else "failure"
            note = {"message": f"{test['score']:g} of {test['max_score']:g}: {about['note'] or outcome}"}
            ElementTree.SubElement(case, kind, note).text = _text(test["output"])
    whole = ElementTree.Element("testsuites")
    whole.append(suite)
    ElementTree.indent(whole, " ")
    write_whole(path, ElementTree.tostring(whole, "utf-8", xml_declaration=True).decode() + "\n")


def _text(text: str) -> str:
    """Return text without what XML cannot hold."""
    return _NOT_XML.sub("�", text)
