"""Whether the kit for students gives the verdicts of the full installation, over all collections of answers.

    python tests/benchmarks/kit.py [--lesson 03] [--write]

Every section is graded twice at the points for practice: with the reference at hand, and by a kit that was just
made, which has none. ``--write`` puts what was counted into docs/fairness.md.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import corpus
import page

from graders.engine import course as courses
from graders.engine import kit

ROOT = Path(__file__).resolve().parents[2]
GRADE = """
import contextlib, json, sys
from graders.engine import course as courses, references, sandbox, suites
from graders.engine.intake import Submission
from graders.engine.score import Judge
from graders.engine.session import Session

course, found = courses.course(), {}
with sandbox.start(course.limits) as worker:
    for name, module, item, source in json.load(open(sys.argv[1])):
        entry = course.lesson(module)
        chosen = next(each for each in suites.items(entry) if each.name == item)
        submission = Submission("", {f"{module}.py": source.encode()})
        with contextlib.closing(Session(entry, submission, worker, references.official(entry))) as session:
            outcome = Judge(course, entry, session.ask, suites.PRACTICE).judge(chosen)
        found[name] = [outcome.outcome, outcome.note]
json.dump(found, open(sys.argv[2], "w"))
"""


def verdicts(home: Path, sections: Path, out: Path) -> dict[str, list[str]]:
    """Return outcome and note of every section, by the installation in a folder."""
    environment = os.environ | {"PYTHONPATH": str(home), "PYTHONSAFEPATH": "1"}
    subprocess.run([sys.executable, "-c", GRADE, str(sections), str(out)], check=True, env=environment)
    found: dict[str, list[str]] = json.loads(out.read_text("utf-8"))
    return found


def main() -> None:
    """Grade twice, compare, print, and write down."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--lesson", default="")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    sections = corpus.sections(options.lesson)
    with tempfile.TemporaryDirectory() as place:
        path = Path(place, "sections.json")
        sources = [
            (
                str(each),
                each.module,
                each.item,
                f"{(courses.REFERENCE / f'{each.module}.py').read_text('utf-8')}\n\n{each.source}",
            )
            for each in sections
        ]
        path.write_text(json.dumps(sources), "utf-8")
        kit.write(courses.course(), Path(place, "kit"))
        own = verdicts(ROOT, path, Path(place, "own.json"))
        its = verdicts(Path(place, "kit"), path, Path(place, "its.json"))
    differ = [name for name in own if own[name][0] != its[name][0]]
    wrong = [name for name in own if own[name][0] != "right"]
    other = sum(own[name][1] != its[name][1] for name in wrong)
    for name in differ:
        print(name, own[name], its[name])
    found = f"{len(own):,} answers: {len(differ)} other verdicts; of {len(wrong):,} wrong ones, {other} have another note."
    print(found)
    if options.write:
        page.write("kit", found)


if __name__ == "__main__":
    main()
