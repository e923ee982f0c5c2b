"""The pages in a real browser: whole, readable by everyone, and deaf to what students write into them."""

import base64
import json
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

from graders.engine import course as courses

HALF = "tests/submissions/half_right/submission"
MARKUP = "<script>window.hacked = 1</script><img src=x onerror='window.hacked = 2'>"
NAMES = ["<img src=x onerror='window.hacked=3'>", "=1+1", 'Zoë O\'Neil & "Co"', "javascript:window.hacked=4"]
HOSTILE = {
    "lesson03_gradient.py": f"""
MARKUP = {MARKUP!r}
def f(x, y):
    print(MARKUP)
    return MARKUP
def gradient(x, y):
    raise ValueError(MARKUP)
""",
    "lesson01_differentiation.py": f"""
import sympy as sp
import matplotlib.pyplot as plt
def derivative():
    return sp.Symbol("</math>{MARKUP[:60]}")
def plot_derivative(x, delta):
    fig, ax = plt.subplots()
    ax.plot(x, x, label={MARKUP!r})
    return fig
""",
    "lesson04_jacobian.py": f"raise RuntimeError({MARKUP!r})",
}


@pytest.fixture(scope="module")
def out(tmp_path_factory, root):
    """A class with hostile names and answers, graded with pages."""
    folder = tmp_path_factory.mktemp("pages")
    for student, source in {
        "right": courses.REFERENCE,
        "half": root / HALF,
        "stub": courses.ASSIGNMENTS,
    }.items():
        shutil.copytree(source, folder / "class" / student)
    for name in NAMES:
        (folder / "class" / name).mkdir()
        for file, text in HOSTILE.items():
            (folder / "class" / name / file).write_text(text)
    (folder / "class" / "broken.zip").write_bytes(b"no archive")
    run("grade", folder / "class", "--out", folder / "out", "--quiet")
    return folder / "out"


def run(*command, status=0):
    """Run a command of ours."""
    found = subprocess.run(
        [sys.executable, "-m", "graders.engine", *map(str, command)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.returncode == status, found.stdout + found.stderr
    return found


@pytest.fixture(scope="module")
def axe(tmp_path_factory):
    """axe-core's script, from the npm registry."""
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("needs npm")
    folder = tmp_path_factory.mktemp("axe")
    subprocess.run([npm, "pack", "--silent", "axe-core@4"], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    [archive] = folder.glob("*.tgz")
    with tarfile.open(archive) as packed:
        return packed.extractfile("package/axe.min.js").read().decode()


def pages(out):
    """Return all pages of a class."""
    return [out / "index.html", *sorted(out.glob("*/feedback.html"))]


def opened(browser, page, width=1280):
    """Open a page; return what the console says."""
    size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    browser.get_log("browser")  # what was said before
    browser.get(page.as_uri())
    return [entry["message"] for entry in browser.get_log("browser") if "favicon" not in entry["message"]]


def test_pages_open(browser, out):
    """Without an error; all pictures show; nothing of a student's runs; nothing overflows, wide or narrow."""
    found = pages(out)
    assert len(found) == 1 + 4 + len(NAMES)
    for page in found:
        for width in (1280, 360):
            assert opened(browser, page, width) == []
            assert browser.execute_script("return window.hacked") is None
            assert (
                browser.execute_script("return document.querySelectorAll('img, iframe, object').length") == 0
            )
            over = browser.execute_script("return document.documentElement.scrollWidth - window.innerWidth")
            assert over <= 0, (page, width)
            pictures = "return [...document.querySelectorAll('svg.picture')].map(each => each.getBoundingClientRect().height)"
            assert all(height > 80 for height in browser.execute_script(pictures))
    assert (out / "half/feedback.html").stat().st_size < 400_000


def test_the_half_right_page(browser, out):
    """It has what was called, what came back and the advice of every item, pictures, and typeset mathematics."""
    opened(browser, out / "half/feedback.html")
    text = browser.execute_script("return document.body.innerText")
    results = json.loads((out / "half/results.json").read_text("utf-8"))
    for test in results["tests"]:
        about = test["extra_data"]
        assert test["name"] in text
        if about["outcome"] != "right":
            assert about.get("advice", "") in text
            assert " ".join(about.get("called", "").split()) in " ".join(text.split())
    assert browser.execute_script("return document.querySelectorAll('svg.picture').length") == 6
    assert "46 of 100 points" in text
    assert "15 of 30 functions are right." in text
    assert browser.execute_script("return document.querySelector('math').textContent") == "3x2−2x"


def test_nothing_gives_the_answer(out):
    """With ``feedback.answer: hide``, there is no right answer in the results that pages are made from."""
    for path in out.glob("*/results.json"):
        for test in json.loads(path.read_text("utf-8"))["tests"]:
            assert "answer" not in test["extra_data"]
            assert not test["extra_data"].get("picture", {}).get("right")


def test_sorting_and_filtering(browser, out):
    """The table sorts by a column, forth and back, and shows the rows that hold what is typed."""
    assert opened(browser, out / "index.html") == []
    total = browser.find_element("xpath", "//table[@id='table']//button[text()='total']")
    script = "return [...document.querySelectorAll('#table tbody tr')].filter(row => !row.hidden).map(row => row.cells[8].textContent)"
    total.click()
    rising = [float(each) for each in browser.execute_script(script) if each]
    assert rising == sorted(rising)
    total.click()
    assert [float(each) for each in browser.execute_script(script) if each] == rising[::-1]
    browser.find_element("id", "filter").send_keys("ZOË")
    assert len(browser.execute_script(script)) == 1
    assert browser.find_element("id", "shown").text == "1 of 8"


def test_links_lead_to_the_students(browser, out):
    """Whatever a student is called."""
    opened(browser, out / "index.html")
    script = (
        "return [...document.querySelectorAll('#table tbody a')].map(each => [each.textContent, each.href])"
    )
    links = dict(browser.execute_script(script))
    assert set(links) == {"right", "half", "stub", "broken", *NAMES}
    for name, href in links.items():
        browser.get(href)
        assert browser.find_element("tag name", "h1").text == name


def test_someone_has_to_look(browser, out):
    """What could not be graded is named, with the reason."""
    opened(browser, out / "index.html")
    assert (
        "half" not in browser.find_element("id", "people").text
        if browser.find_elements("id", "people")
        else True
    )
    text = browser.execute_script("return document.body.innerText")
    assert "8 graded" in text


@pytest.mark.parametrize("dark", [False, True])
def test_everyone_can_read_them(browser, out, axe, dark):
    """Contrast, labels, order of headings: axe-core finds nothing to object to, on light and on dark paper."""
    scheme = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": scheme})
    try:
        for page in (out / "index.html", out / "half/feedback.html", out / NAMES[2] / "feedback.html"):
            opened(browser, page)
            browser.execute_script(axe)
            found = browser.execute_async_script("axe.run().then(arguments[arguments.length - 1])")
            assert [(each["id"], each["nodes"][0]["html"]) for each in found["violations"]] == []
            assert len(found["passes"]) > 15
    finally:
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})


def test_print(browser, out):
    """Printed, a page is whole: of several sheets, on which no item is cut by the edge."""
    opened(browser, out / "half/feedback.html")
    printed = base64.b64decode(browser.print_page())
    assert printed.startswith(b"%PDF")
    assert 3 <= printed.count(b"/Type /Page\n") + printed.count(b"/Type /Page ") <= 9


def test_made_again_from_results_alone(out, tmp_path):
    """The same pages come of the results; without the gradebook, of the results' own totals."""
    again = tmp_path / "again"
    shutil.copytree(out, again)
    for page in pages(again):
        page.unlink()
    run("report", again, "--quiet")
    assert {page.relative_to(again): page.read_bytes() for page in pages(again)} == {
        page.relative_to(out): page.read_bytes() for page in pages(out)
    }
    # as a spreadsheet of another country writes it
    (again / "gradebook.csv").write_text("student;total;status\nhalf;46,0;graded\n")
    said = run("report", again).stdout
    assert said.startswith("8 graded\n")
    assert run("report", tmp_path, status=2).stderr.startswith(f"calcgrade: {tmp_path} holds no results")


def test_without_pages(tmp_path, root):
    """``--no-html`` writes none, and no process that grades imports what draws."""
    shutil.copytree(root / HALF, tmp_path / "class/half")
    run("grade", tmp_path / "class", "--out", tmp_path / "out", "--no-html", "--quiet")
    assert sorted(path.name for path in (tmp_path / "out").rglob("*") if path.is_file()) == [
        "gradebook.csv",
        "results.json",
    ]
    run("grade", tmp_path / "class", "--out", tmp_path / "out", "--quiet")
    assert (tmp_path / "out/half/feedback.html").is_file()
    code = """
import sys
from pathlib import Path
from graders.engine import bulk, intake, course as courses
bulk.graded(intake.read(Path(sys.argv[1]), courses.course()), "auto", 1, False)
print({"matplotlib.figure", "jinja2"} & set(sys.modules))
"""
    found = subprocess.run(
        [sys.executable, "-c", code, str(root / HALF)], capture_output=True, text=True, check=True
    )
    assert found.stdout == "set()\n"
    assert Path(tmp_path / "out/half/results.json").stat().st_size < 40_000
