"""nbgrader's formgrader in a real browser: it shows what was graded, and takes a mark."""

import importlib.util
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from graders.engine import course as courses

pytest.importorskip("nbgrader")
_spec = importlib.util.spec_from_file_location(
    "notebooks_classroom", Path(__file__).with_name("classroom.py")
)
room = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(room)

L5 = "lesson05_backpropagation"


@pytest.fixture(scope="module")
def formgrader(tmp_path_factory, browser):
    """A class of one, graded, and a server that shows it; returns its address and the course directory."""
    folder = tmp_path_factory.mktemp("course")
    room.run("graders.engine", "nbgrader", str(folder), cwd=folder)
    room.run("nbgrader", "generate_assignment", L5, cwd=folder)
    source = (courses.REFERENCE / f"{L5}.py").read_text("utf-8").replace("mlp.W[layer].T", "mlp.W[layer]")
    notebook = room.filled(room.released(folder, L5), source)
    next(cell for cell in notebook["cells"] if room.name(cell) == "why")["source"] = "By the *chain rule*."
    room.hand_in(folder, "ann", L5, notebook)
    room.run("nbgrader", "autograde", L5, cwd=folder)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    settings = [
        f"--ServerApp.port={port}",
        "--ServerApp.token=",
        "--ServerApp.password=",
        "--allow-root",
        "--no-browser",
    ]
    with open(folder / "server.log", "w") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", "jupyter", "server", *settings],
            cwd=folder,
            env=room.QUICK,
            stdout=log,
            stderr=log,
        )
    address = f"http://127.0.0.1:{port}/formgrader"
    try:
        _wait(address)
        yield address, folder
    finally:
        server.terminate()
        server.wait()


def _wait(address):
    for _ in range(120):
        try:
            urllib.request.urlopen(address, timeout=5).close()
        except OSError:
            time.sleep(0.5)
        else:
            return
    raise TimeoutError(address)


def _until(browser, script):
    """Wait until a script in the page returns something."""
    for _ in range(100):
        if found := browser.execute_script(f"return {script}"):
            return found
        time.sleep(0.2)
    raise TimeoutError(script)


def test_formgrader(browser, formgrader):
    """It lists the assignment, shows the submission with its advice, and stores the mark that a person gives."""
    address, folder = formgrader
    browser.get(address)
    _until(browser, f"document.body.innerText.includes('{L5}')")
    browser.get(f"{address}/gradebook/{L5}/{L5}")
    link = _until(browser, "document.querySelector('a[href*=\"/formgrader/submissions/\"]')?.href")
    browser.get(link)
    comment = _until(browser, "document.querySelector('#layer_jacobian-comment')?.placeholder")
    assert "you called   layer_jacobian(" in comment
    assert "→" in comment
    assert _until(browser, "document.querySelector('input.score#test_layer_jacobian')?.placeholder") == "0"
    assert _until(browser, "document.querySelector('input.score#test_jacobian_term')?.placeholder") == "3"
    mark = browser.find_element("css selector", "input.score#why")
    mark.send_keys("1.5\t")
    stored = "select manual_score, needs_manual_grade from grade where manual_score is not null"
    for _ in range(50):
        with sqlite3.connect(folder / "gradebook.db") as database:
            found = database.execute(stored).fetchall()
        if found:
            break
        time.sleep(0.2)
    assert found == [(1.5, 0)]
