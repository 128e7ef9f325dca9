"""A file is written completely or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import NoReturn

import pytest

from tas_cli.source.save import create, write_new_or_replace


def _refuse(*_arguments: object, **_named: object) -> NoReturn:
    raise OSError(28, "No space left on device")


def test_new_file_has_the_usual_mode(tmp_path: Path) -> None:
    """A new file has the bytes and the usual mode of a new file."""
    mask = os.umask(0o027)
    try:
        write_new_or_replace(tmp_path / "new", b"content")
    finally:
        os.umask(mask)
    assert (tmp_path / "new").read_bytes() == b"content"
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o640


def test_replaced_file_keeps_its_mode(tmp_path: Path) -> None:
    """An existing file gets the new bytes and keeps its mode; nothing else is left behind."""
    path = tmp_path / "file"
    path.write_bytes(b"old and longer")
    path.chmod(0o604)
    write_new_or_replace(path, b"new")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o604
    assert list(tmp_path.iterdir()) == [path]


def test_replaced_file_is_never_seen_in_part(tmp_path: Path) -> None:
    """A reader that has the old file open continues to read the old content."""
    path = tmp_path / "file"
    path.write_bytes(b"old")
    with path.open("rb") as reader:
        write_new_or_replace(path, b"new")
        assert reader.read() == b"old"


@pytest.mark.parametrize("step", ["os.fsync", "os.replace"])
def test_a_failure_leaves_the_file_unchanged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """If a step fails, the old file is unchanged and the temporary one is gone."""
    path = tmp_path / "file"
    path.write_bytes(b"old")
    monkeypatch.setattr(step, _refuse)
    with pytest.raises(OSError, match="No space"):
        write_new_or_replace(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_synced_before_and_after_the_replacement(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The content reaches the disk before it gets its name, and the name after it."""
    path = tmp_path / "file"
    path.write_bytes(b"old")
    seen = []
    monkeypatch.setattr(
        "os.fsync",
        lambda number: seen.append((stat.S_ISDIR(os.fstat(number).st_mode), path.read_bytes())),
    )
    write_new_or_replace(path, b"new")
    assert seen == [(False, b"old"), (True, b"new")]


def test_link_keeps_pointing(tmp_path: Path) -> None:
    """For a link, its target is replaced."""
    path, link = tmp_path / "file", tmp_path / "link"
    path.write_bytes(b"old")
    link.symlink_to(path)
    write_new_or_replace(link, b"new")
    assert link.is_symlink()
    assert path.read_bytes() == b"new"


def test_leftovers_are_cleared(tmp_path: Path) -> None:
    """A killed process's leftover of the same file is removed; another file's is left alone."""
    leftover, foreign = (tmp_path / name for name in (".a*.1.tas-tmp", ".ab.3.tas-tmp"))
    for path in (leftover, foreign):
        path.write_bytes(b"")
    write_new_or_replace(tmp_path / "a*", b"")
    assert sorted(tmp_path.iterdir()) == sorted([foreign, tmp_path / "a*"])


def test_creating_never_replaces(tmp_path: Path) -> None:
    """An existing file, even a link that leads nowhere, stays."""
    (tmp_path / "file").write_bytes(b"old")
    (tmp_path / "link").symlink_to("nowhere")
    for name in ("file", "link"):
        with pytest.raises(FileExistsError):
            create(tmp_path / name, b"new", tmp_path)
    assert (tmp_path / "file").read_bytes() == b"old"
    assert {path.name for path in tmp_path.iterdir()} == {"file", "link"}


def test_a_name_taken_meanwhile_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that somebody else creates during the write is not replaced."""
    path = tmp_path / "file"

    def sync_and_interfere(_descriptor: int) -> None:
        path.write_bytes(b"theirs")

    monkeypatch.setattr("os.fsync", sync_and_interfere)
    with pytest.raises(FileExistsError):
        create(path, b"ours", tmp_path)
    assert path.read_bytes() == b"theirs"


def test_creating_without_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file system without hard links still gets the new file."""
    monkeypatch.setattr("os.link", _refuse)
    create(tmp_path / "sub" / "file", b"content", tmp_path)
    assert [path.name for path in (tmp_path / "sub").iterdir()] == ["file"]
    assert (tmp_path / "sub" / "file").read_bytes() == b"content"
