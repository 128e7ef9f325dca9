"""If a locked file cannot be replaced (Windows), a hidden file next to it is locked instead."""

from __future__ import annotations

import os
import subprocess
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from changes import Deal

from tas_cli.source.door import Place, entered
from tas_cli.source.lock import locked

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from cli import Tas


@pytest.fixture
def deal(tas: Tas, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Deal:
    """A deal on such a system, with short waits."""
    monkeypatch.setattr("tas_cli.source.system_lock.BESIDE", True)
    monkeypatch.setattr("tas_cli.source.lock.SILENCE", 0)
    monkeypatch.setattr("tas_cli.source.lock.PATIENCE", 0)
    return Deal(tas, tmp_path)


def test_a_locked_side_file_keeps_others_out(tas: Tas, deal: Deal) -> None:
    """The lock works whatever happens to the file itself; once released, a change is made."""
    with entered(deal.path) as place, locked(place):
        deal.path.rename(deal.path.with_suffix(".was"))
        deal.path.with_suffix(".was").rename(deal.path)
        assert tas("set", "a", "owner=maria").status == 1
        assert deal.untouched
    assert tas("set", "a", "owner=maria").status == 0
    assert "+ owner: maria" in deal.changes()


@pytest.mark.usefixtures("deal")
def test_a_file_is_closed_before_it_takes_the_name(
    tas: Tas, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The system would refuse to rename an open file."""
    still_open: list[bool] = []
    take = Place.take

    def observed(written: Place, other: Place) -> None:
        still_open.append(written.status().st_ino in _open_files())
        take(written, other)

    monkeypatch.setattr(Place, "take", observed)
    assert tas("set", "a", "owner=maria").status == 0
    assert still_open == [False]


def _open_files() -> Iterator[int]:
    """Yield the number of each file that this process has open."""
    for descriptor in range(256):
        with suppress(OSError):
            yield os.fstat(descriptor).st_ino


def test_the_side_file_stays_hidden(tas: Tas, deal: Deal) -> None:
    """There is one side file, which no command finds and git does not offer."""
    folder = deal.path.parent
    tas("init")
    tas("set", "a", "owner=maria")
    assert [each.name for each in folder.iterdir() if each.name[0] == "."] == [".a.lock"]
    assert tas("check").status == 0
    assert ".a" not in tas("list").out
    subprocess.run(["git", "init", "-q"], cwd=folder.parent, check=True)
    ignored = ["git", "check-ignore", "-q", ".a.lock"]
    assert subprocess.run(ignored, cwd=folder, check=False).returncode == 0


def test_a_missing_file_gets_no_side_file(deal: Deal) -> None:
    """Locking a file that is gone says so and leaves nothing behind."""
    deal.path.unlink()
    with pytest.raises(FileNotFoundError), entered(deal.path) as place, locked(place):
        pass
    assert not list(deal.path.parent.iterdir())
