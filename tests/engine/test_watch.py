"""The student's loop: what is shown after each save, in a test's own terminal too."""

import contextlib
import shutil
import subprocess
import sys
import threading
import time

import msgspec
import pytest
from rich.console import Console

from graders.engine import course as courses
from graders.engine import intake, keys, watch
from graders.engine.intake import SubmissionError
from graders.engine.reports import screen
from graders.engine.score import Outcome

L3, L4 = "lesson03_gradient", "lesson04_jacobian"


def outcome(module, item, right, **more):
    """Return what came of an item."""
    return Outcome(module, item, f"{item} is right", 2.0, "right" if right else "wrong", **more)


@pytest.fixture
def progress(course):
    """Progress with two lessons, in which one item of each is right."""
    made = watch.Progress(course)
    for module, items in ((L3, ("f", "gradient")), (L4, ("f", "jacobian"))):
        made.take(module, [outcome(module, item, item == "f", advice="Look again.") for item in items])
    return made


def text(progress, width=80):
    """Return the screen as text."""
    console = Console(width=width, record=True, highlight=False, file=None, quiet=False)
    with console.capture() as found:
        console.print(screen.render(progress))
    return found.get()


def test_it_goes_to_the_lesson_that_was_saved(progress):
    """And in it to the first item that is not right; what is new is said."""
    assert (progress.module, progress.item) == (L4, "jacobian")
    progress.take(L3, [outcome(L3, "f", False), outcome(L3, "gradient", True)])
    assert (progress.module, progress.item) == (L3, "f")
    assert "Now right: gradient. Right no more: f." in text(progress)
    progress.take(L3, [outcome(L3, "f", True), outcome(L3, "gradient", True)])
    assert "All of lesson03_gradient is right." in text(progress)


def test_a_save_that_changes_no_verdict(progress):
    """It leaves the student at the item that was chosen, with the hints that were asked for."""
    same = [outcome(L4, item, False) for item in ("f", "jacobian", "g")]
    progress.take(L4, same)
    progress.next()
    progress.hint()
    progress.take(L4, same)
    assert (progress.item, progress.hints) == ("jacobian", 1)


def test_next(progress):
    """The next item that is not right, in a circle; none where all is right."""
    seen = []
    for _ in range(3):
        progress.next()
        seen.append((progress.module, progress.item))
    assert seen == [(L3, "gradient"), (L4, "jacobian"), (L3, "gradient")]
    for module in (L3, L4):
        progress.take(module, [outcome(module, "f", True)])
    progress.next()
    assert progress.item == "f"


def test_hints_come_one_by_one(progress):
    """The advice first, then the item's own hint; another item starts without."""
    assert "try" not in text(progress)
    progress.hint()
    assert "Look again." in text(progress)
    own = progress.rubric().hint.split(".")[0]
    assert own not in " ".join(text(progress).split())
    progress.hint()
    progress.hint()
    assert own[:30] in " ".join(text(progress).split())
    progress.next()
    assert progress.hints == 0


def test_a_narrow_terminal(progress):
    """Nothing is wider than 80 columns, nor than 60."""
    for width in (80, 60):
        assert all(len(line.rstrip()) <= width for line in text(progress, width).splitlines())


@pytest.fixture
def watched(course, tmp_path):
    """Watch a folder of stubs in a thread; returns the folder, and what waits for a verdict."""
    folder = tmp_path / "work"
    shutil.copytree(courses.ASSIGNMENTS, folder)
    shown, pressed = [], []
    quiet = keys.reading

    def show(progress):
        shown.append(
            {each.item: each.outcome for each in progress.outcomes[progress.module]} | {"": progress.module}
        )

    keys.reading = lambda: contextlib.nullcontext(
        lambda seconds: time.sleep(seconds) or (pressed.pop() if pressed else "")
    )
    thread = threading.Thread(target=watch.run, args=(folder, course, show, lambda progress: None))
    thread.start()

    def until(condition):
        for _ in range(600):
            if shown and condition(shown[-1]):
                return shown
            time.sleep(0.05)
        raise TimeoutError(shown[-1:])

    until(lambda found: len(shown) > len(course.lessons))
    yield folder, until
    pressed.append("q")
    thread.join(timeout=20)
    keys.reading = quiet
    assert not thread.is_alive()


def test_saving(watched, reference_source):
    """Saving a lesson grades it and no other; saving a helper, all."""
    folder, until = watched
    (folder / f"{L3}.py").write_text(reference_source(L3))
    shown = until(lambda found: found[""] == L3 and set(found.values()) == {"right", L3})
    before = len(shown)
    (folder / f"{L4}.py").write_text(reference_source(L4))
    until(lambda found: found[""] == L4 and found["f"] == "right")
    assert len(shown) == before + 1
    (folder / "helpers.py").write_text("x = 1")
    until(lambda found: len(shown) >= before + 1 + 7)
    (folder / f"{L4}.py").write_text("def f(:")
    until(lambda found: found.get("f") == "stopped")


def test_keys(course, tmp_path, monkeypatch):
    """Each does what the screen says of it, as a capital too; any other does nothing."""
    (tmp_path / f"{L3}.py").write_text("x = 1")
    pressed = iter("PhxNQ")
    monkeypatch.setattr(keys, "reading", lambda: contextlib.nullcontext(lambda seconds: next(pressed)))
    shown, pictures = [], []
    watch.run(
        tmp_path,
        msgspec.structs.replace(course, lessons=(course.lesson(L3),)),
        lambda progress: shown.append((progress.item, progress.hints)),
        lambda progress: pictures.append(progress.item),
    )
    assert pictures == ["f"]
    assert shown[-2:] == [("f", 1), ("gradient", 0)]
    assert next(pressed, None) is None


def test_a_picture_where_all_is_right(course, monkeypatch):
    """There is none, and nothing happens; else the page is opened at the item."""
    opened = []
    monkeypatch.setattr(screen.webbrowser, "open", opened.append)
    progress = watch.Progress(course)
    screen.opened_in_browser(progress)
    progress.take(L3, [outcome(L3, "f", True), outcome(L3, "gradient", False, called="gradient(1, 2)")])
    screen.opened_in_browser(progress)
    [address] = opened
    assert address.endswith("feedback.html#item-3.2")


def test_no_folder(course, tmp_path):
    """It is told before anything starts."""
    with pytest.raises(SubmissionError, match="does not exist"):
        watch.run(tmp_path / "none", course, print, print)


def test_in_a_terminal(tmux, tmp_path, reference_source):
    """From the first look to a full lesson, by keys and saves; at the end the terminal is as it was."""
    run, wait = tmux
    folder = tmp_path / "work"
    shutil.copytree(courses.ASSIGNMENTS, folder)
    run("send-keys", f"clear; echo before; {sys.executable} -m graders.engine watch {folder}", "Enter")
    wait("total", "0 of 100", "f is not written yet", "q  quit")
    path = folder / f"{L3}.py"
    right = reference_source(L3)
    path.write_text(right.replace("[2.0 * A * x, 2.0 * B * y]", "[x, y]"))
    pane = wait(
        "Now right: f, directional_rate, steepest_ascent",
        "10 of 14",
        "gradient(x, y) is (∂f/∂x, ∂f/∂y)",
        "it returned",
    )
    assert "try" not in pane
    run("send-keys", "h")
    wait("try", "Each component is half")
    path.write_text(right)
    wait("Now right: gradient.", "14 of 14", "All of lesson03_gradient is right.")
    run("send-keys", "n")
    wait("f(x, y, p, q, r, s, t, u)")
    run("send-keys", "q")
    pane = wait("before")
    assert "q  quit" not in pane
    run("send-keys", "echo $((6 * 7))", "Enter")
    wait("42")


def test_plain(tmp_path):
    """Without a terminal each verdict is printed, line after line, and nothing moves the cursor."""
    shutil.copytree(courses.ASSIGNMENTS, tmp_path / "work")
    command = [sys.executable, "-m", "graders.engine", "watch", str(tmp_path / "work")]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True)
    lines = []
    while not lines or "0 of 100" not in lines[-1]:
        lines.append(process.stdout.readline())
    process.terminate()
    process.wait(timeout=20)
    process.stdout.close()
    assert "\x1b" not in "".join(lines)


def test_lessons_that_are_not_there(course, tmp_path, monkeypatch):
    """They count among all points from the start, and their screen says so."""
    (tmp_path / f"{L3}.py").write_text("x = 1")
    pressed = iter("q")
    monkeypatch.setattr(keys, "reading", lambda: contextlib.nullcontext(lambda seconds: next(pressed)))
    shown = []
    watch.run(tmp_path, course, shown.append, lambda progress: None)
    assert "0 of 100" in text(shown[-1])
    assert shown[-1].outcomes[L4][0].objection == f"{L4}.py is not there"


def test_a_file_that_is_being_written(course, tmp_path, monkeypatch):
    """It is looked at when it stays as it is: what an editor has emptied first is not told as an empty file."""
    path = tmp_path / f"{L3}.py"
    path.write_text("x = 1")
    pressed, read = iter(["", "q"]), intake.read
    monkeypatch.setattr(keys, "reading", lambda: contextlib.nullcontext(lambda seconds: next(pressed)))
    states = iter(["x = 1", "", "def f(x, y): re", "def f(x, y): return 0", "def f(x, y): return 0"])

    def seen(folder, course):
        path.write_text(next(states))
        return read(folder, course)

    monkeypatch.setattr(intake, "read", seen)
    shown = []
    one = msgspec.structs.replace(course, lessons=(course.lesson(L3),))
    watch.run(
        tmp_path, one, lambda progress: shown.append(progress.outcomes[L3][0].objection), lambda _: None
    )
    missing = f"f is not defined in {L3}.py"
    assert shown == [missing, missing, ""]  # the last is wrong, no more undefined; and nothing between
    assert next(states, None) is None
