"""Make the README's picture: the real report on the sample submission, as SVG.

python docs/make_pictures.py
"""

import io
import re
import subprocess
import sys
from pathlib import Path

from rich.console import Console
from rich.text import Text

ROOT = Path(__file__).resolve().parents[1]
COMMAND = ["pytest", "graders", "--submission", "tests/submissions/half_right/submission"]


def main() -> None:
    """Run the command in colour, and draw the start of what it prints."""
    run = [
        sys.executable,
        "-m",
        *COMMAND,
        "--color=yes",
        "-k",
        "lesson01 or lesson03",
        "-p",
        "no:cacheprovider",
    ]
    output = subprocess.run(run, cwd=ROOT, capture_output=True, encoding="utf-8", check=False).stdout
    console = Console(record=True, width=82, file=io.StringIO(), force_terminal=True)
    console.print(Text(f"$ {' '.join(COMMAND)} -k 'lesson01 or lesson03'"))
    console.print(Text.from_ansi(output))
    picture = re.sub(r"@font-face \{.*?\}", "", console.export_svg(title="calcgrade"), flags=re.DOTALL)
    (ROOT / "docs/images/report.svg").write_text(picture, "utf-8")  # no fonts from the network


if __name__ == "__main__":
    main()
