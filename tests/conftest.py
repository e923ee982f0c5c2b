"""What many tests need: a course, a warm worker, and submissions made on the spot."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from graders.engine import course as courses
from graders.engine import intake, sandbox, suites

pytest_plugins = ["pytester"]

ROOT = Path(__file__).resolve().parents[1]
LONG = ("kit", "notebooks", "pages")


def pytest_collection_modifyitems(items):
    """Put the folders first whose files take longest: side by side with others, none is alone at the end."""
    items.sort(key=lambda item: item.path.parent.name not in LONG)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item):
    """Leave what a test marked ``unmeasured`` runs out of coverage: measured, it takes twice as long.

    pytest-cov has a mark for this, which has no effect in xdist's processes, and in those that a test starts.
    """
    if item.get_closest_marker("unmeasured") is None:
        return (yield)
    tracing = sys.gettrace()
    sys.settrace(None)
    with pytest.MonkeyPatch.context() as processes:
        processes.delenv("COVERAGE_PROCESS_CONFIG", raising=False)
        try:
            return (yield)
        finally:
            sys.settrace(tracing)


@pytest.fixture(scope="session")
def root():
    """The project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def course():
    """The course as it is configured."""
    return courses.course()


@pytest.fixture(scope="session")
def quick(course):
    """Limits for what never ends: everything else needs a fraction of them, on a busy machine too."""
    return courses.Limits(call_seconds=2.5, load_seconds=2.5, cpu_seconds=20, memory_mb=512)


@pytest.fixture(scope="session")
def worker(course):
    """A warm worker that all tests share."""
    with sandbox.start(course.limits) as started:
        yield started


@pytest.fixture
def grade(worker, course, tmp_path):
    """Grade files, given as text or bytes by their name; returns outcomes by "lesson.item"."""

    def run(files=None, *, folder=None, only=(), seed=7, base=None):
        place = folder or tmp_path / "submission"
        if base is not None:
            shutil.copytree(base, place, dirs_exist_ok=True)
        place.mkdir(exist_ok=True)
        for name, content in (files or {}).items():
            path = place / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        submission = intake.read(place, course)
        outcomes = suites.grade(submission, worker, course, seed=seed, only=only)
        return {f"{outcome.lesson[:8]}.{outcome.item}": outcome for outcome in outcomes}

    return run


@pytest.fixture(scope="session")
def reference_source():
    """The source of a lesson's reference, by its module."""
    return lambda module: (courses.REFERENCE / f"{module}.py").read_text("utf-8")


@pytest.fixture(scope="session")
def browser(tmp_path_factory):
    """A headless Chromium, with Debian's driver; `.ci/run` installs both."""
    webdriver = pytest.importorskip("selenium.webdriver")
    paths = shutil.which("chromium"), shutil.which("chromedriver")
    if None in paths:
        pytest.skip("needs Chromium and its driver")
    options = webdriver.ChromeOptions()
    options.binary_location = paths[0]
    quiet = ["no-first-run", "disable-background-networking", "disable-component-update", "disable-sync"]
    for option in (
        "headless=new",
        "no-sandbox",
        "disable-gpu",
        "disable-quic",
        "disable-dev-shm-usage",
        *quiet,
    ):
        options.add_argument(f"--{option}")
    options.add_argument(f"--user-data-dir={tmp_path_factory.mktemp('chromium')}")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    log = webdriver.ChromeService(paths[1], log_output=os.devnull)
    driver = webdriver.Chrome(options, log)
    yield driver
    driver.quit()


@pytest.fixture
def tmux():
    """A terminal of 80 columns, as people use one over ssh."""
    if shutil.which("tmux") is None:
        pytest.skip("needs tmux")
    name = f"calcgrade-{time.monotonic_ns()}"

    def run(*command):
        return subprocess.run(
            ["tmux", "-L", name, *command], capture_output=True, text=True, check=True
        ).stdout

    def wait(*words):
        for _ in range(300):
            pane = run("capture-pane", "-p")
            if all(word in pane or word in " ".join(pane.split()) for word in words):  # lines are wrapped
                return pane
            time.sleep(0.1)
        raise TimeoutError(pane)

    run("new-session", "-d", "-x", "80", "-y", "30", "sh")
    yield run, wait
    run("kill-server")
