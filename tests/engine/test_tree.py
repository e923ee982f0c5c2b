"""The files of a folder: links are told, never followed."""

import pytest

from graders.engine import tree


@pytest.mark.parametrize("by", ["the system", "hand"])
def test_a_link(tmp_path, monkeypatch, by):
    """It is refused with the reason, also where the system cannot open a file without following links."""
    if by == "hand":
        monkeypatch.setattr(tree, "_FLAGS", tree._FLAGS & ~tree._NOFOLLOW)
        monkeypatch.setattr(tree, "_NOFOLLOW", 0)
    (tmp_path / "secret.py").write_text("answer = 42")
    (tmp_path / "link.py").symlink_to(tmp_path / "secret.py")
    assert tree.read(tmp_path / "link.py", 1) == "it is a link, and links are not followed"
    assert tree.read(tmp_path / "secret.py", 1) == b"answer = 42"
