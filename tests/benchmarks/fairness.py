"""How fair the grader is: false rejects, false accepts, and diagnoses, over the collections of answers.

    python tests/benchmarks/fairness.py [--seeds 20] [--lesson 03] [--item gradient] [--write]

Every answer of tests/fairness is graded in the real worker with each seed. What is amiss is listed; the
table counts answers, not seeds: one wrong verdict among twenty seeds makes an answer count. --write puts
the table, and that of the rubric's own exam, into docs/fairness.md. Exit status 1 where anything is amiss.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter

import corpus
import page

from graders.engine import course as courses
from graders.engine import exam, pool
from graders.engine.reports import exam as report

SHARE = 0.9  # of the wrong answers, to be explained by a note
KINDS = ("false reject", "false accept", "wrong diagnosis", "unexplained")
HEADS = ("lesson", "right", "false rejects", "wrong", "false accepts", "wrong diagnoses", "explained")


def _examine(section: corpus.Section, seeds: range) -> tuple[corpus.Section, list[str], bool]:
    outcomes = list(corpus.judge(section, pool.worker(exam.LIMITS), seeds))
    amiss = sorted(set(filter(None, map(section.verdict, outcomes))))
    return section, amiss, all(map(corpus.explained, outcomes))


def table(chosen: list[corpus.Section], seeds: int) -> tuple[str, bool]:
    """Grade sections; return the table, and whether all is as it should be."""
    counts: Counter[tuple[str, str]] = Counter()
    for section, found, explained in pool.run(_examine, [(each, range(seeds)) for each in chosen]):
        for name in (section.module, "total"):
            counts[name, "right" if section.right else "wrong"] += 1
            counts[name, "explained"] += explained and not section.right
            for kind in KINDS:
                counts[name, kind] += any(each.startswith(kind) for each in found)
        for each in found:
            print(f"{section}\n    {each}")
    rows: list[tuple[object, ...]] = []
    for name in [*sorted({each.module for each in chosen}), "total"]:
        reject, accept, misled, _ = (counts[name, kind] for kind in KINDS)
        right, wrong = counts[name, "right"], counts[name, "wrong"]
        share = f"{counts[name, 'explained'] / max(wrong, 1):.0%}"
        rows.append((name, right, reject, wrong, accept, misled, share))
    sound = not any(counts["total", kind] for kind in KINDS)
    sound &= counts["total", "explained"] >= SHARE * counts["total", "wrong"]
    return page.table(HEADS, *rows), sound


def main() -> None:
    """Grade the collections, list what is amiss, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--seeds", type=int, default=20)
    parser.add_argument("--lesson", default="")
    parser.add_argument("--item", default="")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    chosen = [each for each in corpus.sections(options.lesson) if options.item in ("", each.item)]
    answers, sound = table(chosen, options.seeds)
    print(f"{options.seeds} seeds\n{answers}")
    if options.write:
        results = list(exam.examine(courses.course().lessons))
        page.write("answers", f"{options.seeds} seeds:\n\n{answers}")
        page.write("mutants", report.table(results))
        sound &= not any(each.amiss for each in results)
    sys.exit(not sound)


if __name__ == "__main__":
    main()
