"""Following links, wherever they lead."""

from __future__ import annotations

from pathlib import Path

import pytest

import tas_cli
from tas_cli.source.paths import real

LINKS = {"to-itself": "l", "to-nowhere": "gone", "through-itself": "l/below", "to-a-file": "f"}


@pytest.mark.parametrize("target", LINKS.values(), ids=LINKS)
def test_links_never_raise(tmp_path: Path, target: str) -> None:
    """Wherever a link leads, there is an answer, and a file is found."""
    (tmp_path / "f").touch()
    (tmp_path / "l").symlink_to(target)
    assert real(tmp_path / "l").parent.is_relative_to(tmp_path)
    assert (real(tmp_path / "l") == tmp_path / "f") is (target == "f")


def test_links_are_followed_in_one_place() -> None:
    """`Path.resolve` raises an error for circular links, so the program does not call it."""
    files = Path(tas_cli.__file__).parent.rglob("*.py")
    assert [path for path in files if ".resolve(" in path.read_text("utf-8")] == []
