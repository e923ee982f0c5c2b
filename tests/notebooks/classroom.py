"""A course directory of nbgrader's, its commands, and notebooks as students hand them in: for tests and benchmarks."""

import ast
import json
import os
import subprocess
import sys
from pathlib import Path

from graders.engine import course as courses

ENVIRONMENT = os.environ | {
    # nbgrader starts programs of its own by name
    "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),
    "COURSE_SECRET": "2*x, 2*y",
}
# Processes of nbgrader's run little of ours: measured by coverage, and with all that they import, they take twice as long
QUICK = ENVIRONMENT | {"PYTHONPATH": str(Path(__file__).with_name("without"))}
QUICK.pop("COVERAGE_PROCESS_CONFIG", None)

# nbgrader's own command for one assignment after the other, in a process that has started once
GENERATE = """
import sys
from nbgrader.apps import GenerateAssignmentApp

for name in sys.argv[1:]:
    GenerateAssignmentApp.clear_instance()
    app = GenerateAssignmentApp.instance()
    app.initialize([name])
    app.start()
"""


def run(*command, cwd, check=True, measured=False):
    """Run a command of ours, or of nbgrader's, of which coverage looks at those alone that are to be ``measured``."""
    found = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=cwd,
        env=ENVIRONMENT if measured or command[0] == "graders.engine" else QUICK,
        capture_output=True,
        text=True,
        check=False,
    )
    assert not check or found.returncode == 0, found.stdout + found.stderr
    return found


def make_course(folder):
    """Make a course directory, and generate all assignments."""
    run("graders.engine", "nbgrader", str(folder), cwd=folder)
    modules = [lesson.module for lesson in courses.course().lessons]
    command = [sys.executable, "-c", GENERATE, *modules]
    subprocess.run(command, cwd=folder, env=QUICK, check=True, capture_output=True)


def released(folder, module):
    """Return a notebook as students get it."""
    return json.loads((folder / "release" / module / f"{module}.ipynb").read_text("utf-8"))


def name(cell):
    """Return the name that nbgrader knows a cell by."""
    return cell["metadata"].get("nbgrader", {}).get("grade_id")


def filled(notebook, source):
    """Fill a notebook with the functions of a module, each in its cell, and the module's rest before them."""
    tree, lines = ast.parse(source), source.splitlines()
    names, functions, rest = {name(cell) for cell in notebook["cells"]}, {}, []
    for node in tree.body:
        first = min([node.lineno, *(each.lineno for each in getattr(node, "decorator_list", []))])
        text = "\n".join(lines[first - 1 : node.end_lineno])
        if isinstance(node, ast.FunctionDef) and node.name in names:
            functions[node.name] = functions.get(node.name, "") + text + "\n"
        else:
            rest.append(text)
    for cell in notebook["cells"]:
        cell["source"] = functions.get(name(cell), cell["source"])
    at = next(at for at, cell in enumerate(notebook["cells"]) if name(cell) == "setup")
    notebook["cells"].insert(at + 1, code("\n".join(rest)))
    return notebook


def code(source):
    """Return a cell of a student's own."""
    return {
        "cell_type": "code",
        "execution_count": None,
        "id": "own",
        "metadata": {},
        "outputs": [],
        "source": source,
    }


def hand_in(folder, student, module, content, suffix=".ipynb"):
    """Put a notebook, or a text as it is, where nbgrader collects them."""
    target = folder / "submitted" / student / module / f"{module}{suffix}"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
    return target
