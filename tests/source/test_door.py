"""Files are opened and written in the folder that was checked, whatever changes meanwhile."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from workspaces import write

from tas_cli.source import door
from tas_cli.source.door import Stray, entered
from tas_cli.source.files import Reader, Unreadable, read_bytes
from tas_cli.source.save import create, write_new_or_replace

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture(params=["descriptors", "paths"])
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Path:
    """Return a workspace next to somebody else's folder, with and without descriptors."""
    monkeypatch.setattr(door, "_AT", request.param == "descriptors" and door._AT)  # noqa: SLF001
    write(tmp_path, {"root/deals/a.yaml": "ours", "outside/a.yaml": "theirs"})
    (tmp_path / "root/out").symlink_to("../outside")
    (tmp_path / "root/deals/same").symlink_to("../deals")
    (tmp_path / "root/deals/b.yaml").symlink_to("same/a.yaml")
    return tmp_path / "root"


READ = {
    "deals/a.yaml": "ours",
    "deals/same/a.yaml": "ours",
    "deals/same/same/b.yaml": "ours",
    "out/a.yaml": "TAS503",
    "deals/same/../../out/a.yaml": "TAS503",
    "deals/../../outside/a.yaml": "theirs",  # naming it explicitly means that very file
    "deals/gone/a.yaml": "TAS501",
    "deals/a.yaml/a.yaml": "TAS501",
    "deals": "TAS502",
    ".": "TAS502",
}


def _read(path: Path, root: Path) -> str:
    try:
        return read_bytes(path, root).decode()
    except Unreadable as error:
        return error.fault.code


@pytest.mark.parametrize(("path", "expected"), READ.items(), ids=READ)
def test_links_are_followed_only_inside(root: Path, path: str, expected: str) -> None:
    """Any part of a path may be a link that stays inside, but none may lead out."""
    assert _read(root / path, root) == expected


def test_a_root_may_itself_be_reached_through_a_link(root: Path) -> None:
    """The path to the root is the user's own business; only what is below it is checked."""
    alias = root.with_name("alias")
    alias.symlink_to(root.name)
    assert _read(alias / "deals/b.yaml", alias) == "ours"
    assert _read(alias / "out/a.yaml", alias) == "TAS503"


WRITERS: dict[str, Callable[[Path, Path], None]] = {
    "replace": lambda path, root: write_new_or_replace(path, b"new", root),
    "create": lambda path, root: create(path, b"new", root),
}


@pytest.mark.parametrize("writer", WRITERS.values(), ids=WRITERS)
@pytest.mark.parametrize("name", ["out/a.yaml", "out/new.yaml", "out/sub/new.yaml"])
def test_nothing_is_written_through_a_link_that_leads_out(
    root: Path, writer: Callable[[Path, Path], None], name: str
) -> None:
    """Neither an existing nor a new file is written, and no folder is created."""
    with pytest.raises(Stray, match="points outside the workspace"):
        writer(root / name, root)
    outside = root.with_name("outside")
    assert [(path.name, path.read_text()) for path in outside.iterdir()] == [("a.yaml", "theirs")]


@pytest.mark.skipif(not door._AT, reason="needs descriptors of folders")  # noqa: SLF001
@pytest.mark.parametrize("writer", WRITERS.values(), ids=WRITERS)
def test_a_folder_swapped_while_writing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, writer: Callable[[Path, Path], None]
) -> None:
    """The file goes into the folder that was checked, not where its name leads by then."""
    write(tmp_path, {"root/deals/z.yaml": "", "outside/z.yaml": "theirs"})
    deals = tmp_path / "root/deals"

    def swap(_: int) -> None:
        if not deals.is_symlink():
            deals.rename(tmp_path / "was")
            deals.symlink_to("../outside")

    monkeypatch.setattr(os, "fsync", swap)
    writer(deals / "a.yaml", tmp_path / "root")
    assert (tmp_path / "was/a.yaml").read_bytes() == b"new"
    assert [path.name for path in (tmp_path / "outside").iterdir()] == ["z.yaml"]


@pytest.mark.skipif(not door._AT, reason="needs descriptors of folders")  # noqa: SLF001
def test_a_link_created_after_the_look(root: Path) -> None:
    """A file that became a link after the check is refused when opened."""
    with entered(root / "deals/a.yaml", root) as place:
        (root / "deals/a.yaml").unlink()
        (root / "deals/a.yaml").symlink_to("../../outside/a.yaml")
        with pytest.raises(OSError, match="symbolic links"):
            place.open(os.O_RDONLY)


def test_a_reader_keeps_one_folder_open(root: Path) -> None:
    """A reader has one folder open at a time, and none afterwards."""
    names = [f"f{number}/a.yaml" for number in range(20)]
    write(root, dict.fromkeys(names, "ours"))
    before = len(list(Path("/dev/fd").iterdir()))
    with Reader(root) as reader:
        for name in names:
            assert reader.read(root / name) == b"ours"
        assert len(list(Path("/dev/fd").iterdir())) <= before + 1
    assert len(list(Path("/dev/fd").iterdir())) == before
