"""Who handed in what, as instructors have it on disk."""

import os
import sys
import zipfile

import pytest

from graders.engine import classroom, intake

L1, L2, L3 = "lesson01_differentiation.py", "lesson02_integration.py", "lesson03_gradient.py"


@pytest.fixture
def handed_in(tmp_path, course):
    """Write a class' files into a folder of a name, and return what each student handed in, read."""

    def run(files, name="class"):
        folder = tmp_path / name
        for path, content in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            if isinstance(content, dict):
                with zipfile.ZipFile(folder / path, "w") as made:
                    for member, text in content.items():
                        made.writestr(member, text)
            else:
                (folder / path).write_text(content)
        handed, notes = classroom.handed_in(folder, folder / "out", course)
        return {each.student: (each, each.read(course)) for each in handed}, notes

    return run


def sources(found):
    """Return the names of what was read of each student."""
    return {student: sorted(submission.sources) for student, (_, submission) in found.items()}


def test_folders_and_archives(handed_in):
    """Folders and archives are submissions; the rest is noted, the results' own folder passed over."""
    found, notes = handed_in(
        {f"ann/{L1}": "", f"bob/{L1}": "", "bob.zip": {L2: ""}, "carl.zip": {L3: ""}, "notes.txt": "",
         f"out/ann/{L1}": "", f".git/{L1}": ""}
    )  # fmt: skip
    assert sources(found) == {"ann": [L1], "bob": [L1], "carl": [L3]}
    assert notes == [
        "notes.txt is passed over: it is no folder, no zip archive and no lesson's file",
        "bob.zip is passed over: bob counts",
    ]


def test_moodle(handed_in):
    """Moodle's folders, with files or an archive in them, and its flat names."""
    found, notes = handed_in(
        {
            f"Jane Doe_11_assignsubmission_file_/{L1}": "",
            "Åsa B_12_assignsubmission_file_/work.zip": {f"work/{L1}": "", "work/helpers.py": ""},
            f"Carl_13_assignsubmission_file_{L1}": "",
            f"Carl_13_assignsubmission_file_{L2}": "",
            "Dora_14_assignsubmission_file_all.zip": {L3: ""},
        }
    )
    assert sources(found) == {
        "Jane Doe_11": [L1], "Åsa B_12": ["helpers.py", L1], "Carl_13": [L1, L2], "Dora_14": [L3]
    }  # fmt: skip
    assert [found[student][0].number for student in sorted(found)] == ["13", "14", "11", "12"]
    assert notes == []


def test_canvas(handed_in):
    """Canvas' names, of those who were late, and of files that were handed in anew."""
    found, notes = handed_in(
        {
            f"doejane_7_81_{L1}": "",
            "doejane_7_82_lesson02_integration-2.py": "",
            "roecarl_LATE_9_83_work.zip": {L3: ""},
        }
    )
    assert sources(found) == {"doejane_7": [L1, L2], "roecarl_9": [L3]}
    assert [(each.number, each.late) for each, _ in found.values()] == [("7", False), ("9", True)]
    assert notes == []


def test_a_flat_folder(handed_in):
    """A student's name before a lesson's file."""
    found, notes = handed_in(
        {f"jane_{L1}": "", f"jane-{L2}": "", f"van der roe {L1}": "", L1: "", "x.py": ""}
    )
    assert sources(found) == {"jane": [L1, L2], "van der roe": [L1]}
    assert len(notes) == 2


def test_clones(handed_in):
    """GitHub Classroom's clones are named for their students; the lessons lie where the course has them."""
    found, _ = handed_in(
        {f"calculus-ann-b/assignments/{L1}": "", f"calculus-ann-b/.git/{L2}": "", f"calculus-carl/{L1}": ""},
        "calculus-submissions",
    )
    assert sources(found) == {"ann-b": [L1], "carl": [L1]}


def test_nbgrader(handed_in):
    """An assignment a lesson, each with the time it was handed in."""
    found, _ = handed_in(
        {
            "ann/lesson 01/lesson01_differentiation.ipynb": "{}",
            "ann/lesson 01/timestamp.txt": "2026-03-01 12:00:00.5 UTC",
            "ann/lesson 02/lesson02_integration.ipynb": "{}",
        },
        "submitted",
    )
    assert sources(found) == {"ann": ["lesson01_differentiation.ipynb", "lesson02_integration.ipynb"]}
    assert found["ann"][1].stamps == {"lesson01_differentiation": "2026-03-01 12:00:00.5 UTC"}


def test_times(handed_in):
    """A time beside a submission counts, then one in its folder; none from an archive."""
    found, notes = handed_in(
        {
            f"ann/{L1}": "", "ann/submitted_at": "2026-03-01 10:00\n",
            "bob.zip": {L1: "", "submitted_at": "2026-03-01 11:00"},
            "carl.zip": {L1: ""}, "carl.submitted_at": "2026-03-01 12:00\n",
        }
    )  # fmt: skip
    assert found["ann"][1].stamps == {"lesson01_differentiation": "2026-03-01 10:00"}
    assert (found["bob"][1].stamps, found["bob"][0].stamp) == ({}, "")
    assert (found["carl"][1].stamps, found["carl"][0].stamp) == ({}, "2026-03-01 12:00")
    assert notes == []


def test_twice(handed_in):
    """A lesson that lies in two folders side by side is refused; what is nearer to the top counts."""
    found, _ = handed_in(
        {f"ann/a/{L1}": "1", f"ann/b/{L1}": "2", f"ann/a/{L2}": "", f"bob/{L1}": "1", f"bob/old/{L1}": ""}
    )
    assert found["ann"][1].problems == {L1: "it was handed in twice, in folders side by side"}
    assert sources(found) == {"ann": [L2], "bob": [L1, f"old/{L1}"]}
    assert found["bob"][1].sources[L1] == b"1"


def test_refused(handed_in, tmp_path):
    """Links, names that differ in case alone, and those of the results' files, each for itself."""
    folder = tmp_path / "class"
    (folder / "inside").mkdir(parents=True)
    (folder / "link").symlink_to(folder / "inside")
    (folder / "link.zip").symlink_to(folder / "x")
    (folder / "inside/all.zip").symlink_to(folder / "Ann.zip")
    found, _ = handed_in({f"ann/{L1}": "", "Ann.zip": {L1: ""}, f"gradebook.csv/{L1}": ""})
    assert {student: each.refused for student, (each, _) in found.items()} == {
        "Ann": "",
        "ann": "another submission has the same name but for the case of its letters",
        "gradebook.csv": "its name is that of a file of the results",
        "inside": "",
        "link": "it is a link, and links are not followed",
        "link.zip": "it is a link, and links are not followed",
    }
    assert sources(found)["inside"] == []


@pytest.mark.parametrize(
    ("name", "said"), [("class/ann", "holds no submission"), ("class/notes.txt", "is not a folder")]
)
def test_no_class(tmp_path, course, name, said):
    """What is no class is told in a sentence."""
    (tmp_path / "class/ann").mkdir(parents=True)
    (tmp_path / "class/notes.txt").write_text("")
    with pytest.raises(intake.SubmissionError, match=said):
        classroom.handed_in(tmp_path / name, tmp_path / "out", course)


@pytest.mark.skipif(sys.platform != "linux", reason="names are bytes there")
def test_a_name_that_is_no_text(tmp_path, course):
    """It is refused, and costs nobody else anything."""
    os.mkdir(os.fsencode(tmp_path) + b"/\xff")
    (tmp_path / "ann").mkdir()
    handed, _ = classroom.handed_in(tmp_path, tmp_path / "out", course)
    assert [each.refused for each in handed] == ["", "its name is not text in UTF-8: rename it"]
