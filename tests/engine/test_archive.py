"""Zip archives: read in memory, in bounds, and never further than their own names."""

import io
import stat
import zipfile

import pytest

from graders.engine import archive, intake

L1, L3 = "lesson01_differentiation.py", "lesson03_gradient.py"


@pytest.fixture
def read(tmp_path, course):
    """Read a submission from an archive of files, given by name or ZipInfo."""

    def run(files, name="ann.zip"):
        path = tmp_path / name
        if isinstance(files, bytes):
            path.write_bytes(files)
        else:
            with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
                for member, content in files:
                    made.writestr(member, content)
        return intake.read(path, course)

    return run


@pytest.mark.parametrize("around", ["", "my submission/"])
def test_files(read, around):
    """Modules, helpers and packages are found, in a folder around them all or not; the rest is passed over."""
    files = {L1: "x = 1", "helpers.py": "", "tools/more.py": "y = 2", "notes.txt": "", "my essay.py": ""}
    found = read([*((around + name, text) for name, text in files.items()), ("__MACOSX/._x.py", "")])
    assert found.sources == {L1: b"x = 1", "helpers.py": b"", "tools/more.py": b"y = 2"}
    assert (found.name, found.problems) == ("ann", {})


def test_an_archive_is_as_good_as_a_folder(read, tmp_path, course):
    """Both have the same digest, so that neither is graded twice."""
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / L1).write_text("x = 1")
    assert read([(L1, "x = 1")]).digest == intake.read(folder, course).digest


def link(name):
    """Return a member that is a link."""
    info = zipfile.ZipInfo(name)
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    return info


def test_an_encrypted_member(read):
    """It costs its own lesson, with the reason; the neighbour is read."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        made.writestr(L1, "x = 1")
        made.writestr(L3, "x = 1")
    data = bytearray(buffer.getvalue())
    data[data.index(b"PK\x01\x02") + 8] |= 1  # its flags in the list of members
    found = read(bytes(data))
    assert found.problems == {L1: "it is encrypted"}
    assert found.sources == {L3: b"x = 1"}


@pytest.mark.parametrize(
    ("files", "problem"),
    [
        ([(link(L1), "/etc/passwd")], "it is a link, and links are not followed"),
        ([(L1, "#" * 1_100_000)], "it is larger than 1 MB"),
        (
            [("Lesson01_differentiation.py", "x = 1"), (L1, "x = 2")],
            "another file has the same name but for the case",
        ),
    ],
)
def test_refused_members(read, files, problem):
    """What is refused costs its own lesson, with the reason; the neighbour is read."""
    found = read([*files, (L3, "x = 1")])
    assert found.problems[L1].startswith(problem)
    assert found.sources[L3] == b"x = 1"


@pytest.mark.parametrize("name", [f"../{L1}", f"/{L1}", f"a/../../{L1}", f"C:/{L1}", f"..\\{L1}"])
def test_names_that_lead_out(read, name):
    """A path out of the archive is no module of the submission."""
    found = read([(name, "x = 1"), (L3, "x = 1")])
    assert list(found.sources) == [L3]


def test_a_bomb_is_read_in_bounds(read):
    """Ten gigabytes of nothing in a small archive cost no more than a megabyte a member."""
    found = read([(f"{chr(97 + at)}.py", b"\0" * 20_000_000) for at in range(26)])
    assert found.sources == {}
    assert set(found.problems.values()) == {"it is larger than 1 MB"}


def test_a_member_that_lies_about_its_size(read):
    """What a header claims is not what is believed."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr(L1, b"#" * 3_000_000)
    size = (3_000_000).to_bytes(4, "little")
    found = read(buffer.getvalue().replace(size, (10).to_bytes(4, "little")))
    assert L1 in found.problems


def test_a_huge_archive(read, monkeypatch):
    """An archive beyond a size is not opened."""
    monkeypatch.setattr(archive, "MAX_BYTES", 50)
    found = read([(L1, "x = 1")])
    assert set(found.problems.values()) == {"ann.zip is larger than 5e-05 MB"}


@pytest.mark.parametrize("data", [b"", b"junk", b"PK\x03\x04" + b"\0" * 40, b"PK\x05\x06" + b"\xff" * 18])
def test_no_archive_at_all(read, data):
    """A broken archive is a submission in which every lesson has that problem."""
    found = read(data)
    assert found.sources == {}
    assert len(found.problems) in (0, 7)
    assert all("is not a zip archive" in problem for problem in found.problems.values())
