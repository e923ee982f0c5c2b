"""Make the documents' pictures: the report on the sample submission as SVG, both pages of a sample class as PNG.

python docs/make_pictures.py

The pages are photographed by Chromium with its driver (Debian's packages chromium and chromium-driver).
"""

import io
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.text import Text

ROOT = Path(__file__).resolve().parents[1]
IMAGES = ROOT / "docs/images"
HALF = "tests/submissions/half_right/submission"
COMMAND = ["pytest", "graders", "--submission", HALF]
CLASS = {
    "Ada": "reference",
    "Blaise": HALF,
    "Carl": "assignments",
    "Emmy": "tests/submissions/other_styles/submission",
}


def terminal() -> None:
    """Run the command in colour, and draw the start of what it prints."""
    chosen = ["--color=yes", "-k", "lesson01 or lesson03", "-p", "no:cacheprovider"]
    run = [sys.executable, "-m", *COMMAND, *chosen]
    output = subprocess.run(run, cwd=ROOT, capture_output=True, encoding="utf-8", check=False).stdout
    console = Console(record=True, width=82, file=io.StringIO(), force_terminal=True)
    console.print(Text(f"$ {' '.join(COMMAND)} -k 'lesson01 or lesson03'"))
    console.print(Text.from_ansi(output))
    picture = re.sub(r"@font-face \{.*?\}", "", console.export_svg(title="calcgrade"), flags=re.DOTALL)
    (IMAGES / "report.svg").write_text(picture, "utf-8")  # no fonts from the network


def pages() -> None:
    """Grade the sample class, and photograph a student's page and the class'."""
    from selenium import webdriver

    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or ""
    for option in (
        "headless=new",
        "no-sandbox",
        "disable-gpu",
        "hide-scrollbars",
        "disable-background-networking",
    ):
        options.add_argument(f"--{option}")
    with tempfile.TemporaryDirectory() as place:
        for student, source in CLASS.items():
            shutil.copytree(ROOT / source, Path(place, "class", student))
        grade = [
            sys.executable,
            "-m",
            "graders.engine",
            "grade",
            f"{place}/class",
            "--out",
            f"{place}/out",
            "--quiet",
        ]
        subprocess.run(grade, cwd=ROOT, check=True)
        driver = webdriver.Chrome(options, webdriver.ChromeService(shutil.which("chromedriver")))
        driver.set_window_size(900, 1250)
        for name, page, start in (
            ("student", "Blaise/feedback.html", "item-1.4"),
            ("class", "index.html", ""),
        ):
            driver.get(Path(place, "out", page).as_uri())
            if start:
                driver.execute_script(f"document.getElementById('{start}').scrollIntoView()")
            driver.save_screenshot(str(IMAGES / f"{name}.png"))
        driver.quit()


if __name__ == "__main__":
    terminal()
    pages()
