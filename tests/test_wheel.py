"""A wheel built from the source distribution, installed in an empty environment and run from another folder."""

import os
import shutil
import subprocess
import sys
import venv
import zipfile

import pytest


@pytest.fixture(scope="module")
def wheel(root, tmp_path_factory):
    """Build the source distribution, and the wheel from it."""
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    unwanted = shutil.ignore_patterns(".*", "build", "*.egg-info", "__pycache__")
    shutil.copytree(root, source, ignore=unwanted)
    command = [sys.executable, "-m", "build", "--outdir", str(folder), str(source)]
    subprocess.run(command, check=True, capture_output=True, cwd=folder)
    [built] = folder.glob("*.whl")
    return built


def test_top_level(wheel, root):
    """Nothing but one package lands in site-packages: no tests, config or reference."""
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.partition("/")[0] for name in names if ".dist-info/" not in name} == {"graders"}
    for name in (
        "test_lesson07_support_vector_machine.py",
        "course/config/course.yaml",
        "course/config/nbgrader_config.py",
        "engine/reports/templates/student.html",
        "engine/worker/boot.py",
    ):
        assert f"graders/{name}" in names
    modules = {
        f"graders/{path.relative_to(root / 'graders').as_posix()}" for path in root.glob("graders/**/*.py")
    }
    assert modules <= set(names)
    assert sum(name.startswith("graders/course/reference/lesson") for name in names) == 7
    assert sum(name.startswith("graders/course/assignments/lesson") for name in names) == 7


def test_runs_from_another_folder(wheel, root, tmp_path):
    """Installed in an empty environment, it grades the reference that came with it, from another folder."""
    venv.create(tmp_path / "venv", with_pip=True)
    programs = tmp_path / "venv" / ("Scripts" if os.name == "nt" else "bin")
    subprocess.run(
        [programs / "python", "-m", "pip", "install", "-q", "--no-compile", wheel],
        check=True,
        capture_output=True,
    )
    (tmp_path / "elsewhere").mkdir()
    reference = next((tmp_path / "venv").rglob("course/reference"))
    command = [programs / "pytest", "--pyargs", "graders", "--submission", reference]
    run = subprocess.run(
        command, cwd=tmp_path / "elsewhere", capture_output=True, encoding="utf-8", timeout=300
    )
    assert run.stdout.rstrip().splitlines()[-1].split() == ["total", "100", "of", "100"], (
        run.stdout + run.stderr
    )
    stubs = subprocess.run(
        [programs / "calcgrade", "stubs", "."],
        cwd=tmp_path / "elsewhere",
        capture_output=True,
        encoding="utf-8",
    )
    assert stubs.stdout == "7 stubs in .\n"
    assert run.returncode == 0
