"""How fair the grader is: false rejects, false accepts, and diagnoses, over the collections of answers.

    python tests/benchmarks/fairness.py [--seeds 20] [--lesson 03] [--item gradient]

Every answer of tests/fairness is graded in the real worker with each seed. What is amiss is listed; the
table counts answers, not seeds: one wrong verdict among twenty seeds makes an answer count.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "fairness"))
import corpus

from graders.engine import course as courses
from graders.engine import sandbox

KINDS = ("false reject", "false accept", "wrong diagnosis", "unexplained")
_STARTED: list[sandbox.Sandbox] = []  # of this process


def _start() -> None:
    _STARTED.append(sandbox.start(courses.course().limits))


def _examine(section: corpus.Section, seeds: range) -> tuple[corpus.Section, list[str], bool]:
    outcomes = list(corpus.judge(section, _STARTED[0], seeds))
    amiss = sorted(set(filter(None, map(section.verdict, outcomes))))
    return section, amiss, all(map(corpus.explained, outcomes))


def main() -> None:
    """Grade the collections, list what is amiss, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=20)
    parser.add_argument("--lesson", default="")
    parser.add_argument("--item", default="")
    options = parser.parse_args()
    chosen = [each for each in corpus.sections(options.lesson) if options.item in ("", each.item)]
    amiss: Counter[tuple[str, str]] = Counter()
    total: Counter[tuple[str, bool]] = Counter()
    explained: Counter[str] = Counter()
    with ProcessPoolExecutor(initializer=_start) as pool:
        for section, found, known in pool.map(_examine, chosen, [range(options.seeds)] * len(chosen)):
            total[section.module, section.right] += 1
            explained[section.module] += known and not section.right
            for kind in KINDS:
                amiss[section.module, kind] += any(each.startswith(kind) for each in found)
            for each in found:
                print(f"{section}\n    {each}")
    print(f"{options.seeds} seeds")
    print("| lesson | right | false rejects | wrong | false accepts | wrong diagnoses | explained |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for module in sorted({module for module, _ in total}):
        right, wrong = total[module, True], total[module, False]
        reject, accept, misled, _ = (amiss[module, kind] for kind in KINDS)
        share = f"{explained[module] / wrong:.0%}" if wrong else "–"
        print(f"| {module} | {right} | {reject} | {wrong} | {accept} | {misled} | {share} |")


if __name__ == "__main__":
    main()
