"""All that the documents say of speed, fairness and size, measured anew.

    python tests/benchmarks [NAME ...] [--write]

Each benchmark is a script of its own, with more options and `--help`. They run one after the other, each in a
fresh process, since they compete for the same cores; without names all do, which takes about an hour and a half.
With ``--write`` each puts what it found where the documents take it from. Exit status 1 where one of them failed.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
BENCHMARKS = {
    "confinement": ["confinement.py"],
    "single-run": ["single_run.py"],
    "watch": ["watch.py"],
    "expressions": ["expressions.py"],
    "kit": ["kit.py"],
    "kills": ["bulk.py", "kills"],
    "again": ["bulk.py", "again"],
    "throughput": ["bulk.py", "throughput"],
    "notebooks": ["notebooks.py"],
    "fairness": ["fairness.py"],
    "scale": ["bulk.py", "scale"],
}


def main() -> None:
    """Run those that were asked for, and say which failed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(BENCHMARKS))
    parser.add_argument("--write", action="store_true", help="put what was found into the documents")
    options = parser.parse_args()
    unknown = [name for name in options.names if name not in BENCHMARKS]
    if unknown:
        parser.error(f"{', '.join(unknown)}: no benchmark; there are {', '.join(BENCHMARKS)}")
    failed = []
    for name in options.names or BENCHMARKS:
        print(f"== {name}", flush=True)
        script, *words = BENCHMARKS[name]
        command = [sys.executable, str(HERE / script), *words, *(["--write"] if options.write else [])]
        if subprocess.run(command, check=False).returncode:
            failed.append(name)
    if failed:
        sys.exit(f"failed: {', '.join(failed)}")


if __name__ == "__main__":
    main()
