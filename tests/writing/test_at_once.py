"""Concurrent writers: every acknowledged change is there, and nobody sees half a file."""

from __future__ import annotations

import errno
import subprocess
import sys
import threading
from contextlib import ExitStack
from pathlib import Path

import pytest
import saving

from tas_cli.edits.rate import RatedCell, rate
from tas_cli.model.opportunity import Opportunity
from tas_cli.reading.read import read_opportunity
from tas_cli.refusals import Refused
from tas_cli.source.door import entered
from tas_cli.source.edit import Put
from tas_cli.source.lock import locked
from tas_cli.workspace import open_workspace
from tas_cli.writing import look, update

EACH = 30
"""More than there are criteria: some cells are rated a second time."""


def _deal(folder: Path) -> Path:
    path = folder / "opportunities" / "deal.yaml"
    path.parent.mkdir()
    path.write_text(saving.HEAD + saving.COMPETITORS + "assessments:\n", encoding="utf-8")
    return path


def _all_there(path: Path, each: int) -> None:
    reading = read_opportunity(path.read_bytes(), "deal.yaml")
    assert not reading.diagnostics
    assert reading.value is not None
    [assessment] = reading.value.assessments
    found = {
        (party, criterion): cell.rating
        for criterion, row in assessment.ratings.items()
        for party, cell in row.items()
    }
    last = dict(saving.ratings(each))
    assert found == {(party, key): sign for party in saving.PARTIES for key, sign in last.items()}
    assert path.read_bytes().startswith(saving.HEAD.encode())


def test_eight_processes_rate_thirty_cells_each(tmp_path: Path) -> None:
    """All 240 acknowledged ratings are in the file, and every reader saw a complete one."""
    path, done, read = _deal(tmp_path), threading.Event(), []

    def reads() -> None:
        while not done.is_set():
            reading = read_opportunity(path.read_bytes(), "deal.yaml")
            read.append(reading.value is not None)

    reader = threading.Thread(target=reads)
    reader.start()
    children = [saving.start("rate", path, party, EACH) for party in saving.PARTIES]
    outputs = [child.communicate() for child in children]
    done.set()
    reader.join()
    assert [errors for _, errors in outputs] == [b""] * 8
    assert sum(len(printed.splitlines()) for printed, _ in outputs) == 8 * EACH
    assert len(read) > 10
    assert all(read)
    _all_there(path, EACH)
    assert [entry.name for entry in path.parent.iterdir()] == ["deal.yaml"]


def test_command_lines_at_the_same_time(tmp_path: Path) -> None:
    """The same is true of `tas rate` itself, with eight at a time."""
    path, each = _deal(tmp_path), 2
    for key, sign in saving.ratings(each):
        commands = [
            [sys.executable, "-m", "tas_cli", "rate", "deal", f"{key}:{party}={sign}"]
            for party in saving.PARTIES
        ]
        children = [
            subprocess.Popen(
                [*command, "--date", str(saving.DAY)],
                cwd=tmp_path,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
            )
            for command in commands
        ]
        outputs = [child.communicate()[0] for child in children]
        assert [child.returncode for child in children] == [0] * 8, outputs
    _all_there(path, each)


def test_a_waiter_locks_the_new_file(tmp_path: Path) -> None:
    """A writer that waited for a file replaced in the meantime gets the lock of the new file."""
    path = tmp_path / "deal.yaml"
    path.write_bytes(saving.content(0))
    path.with_name("other").write_bytes(saving.content(1))
    with ExitStack() as stack:
        with entered(path) as place, locked(place):
            waiter = stack.enter_context(saving.locking(path))
            assert not saving.next_line(waiter, seconds=0.5)
            path.with_name("other").replace(path)
        assert saving.next_line(waiter) == b"locked\n"
        second = stack.enter_context(saving.locking(path))
        assert not saving.next_line(second, seconds=0.5)
        waiter.kill()  # the lock of a killed holder is free
        assert saving.next_line(second) == b"locked\n"


def test_changes_made_without_a_lock_are_not_lost(tmp_path: Path) -> None:
    """What an editor saves while an edit is planned is edited, not overwritten."""
    path, calls = _deal(tmp_path), []

    def plan(found: object) -> list[Put]:
        calls.append(found)
        if len(calls) == 1:
            path.write_bytes(path.read_bytes().replace(b"Harbour", b"Shipyard"))
        return [Put(("owner",), "Maria")]

    written = update(look(path, open_workspace(path), Opportunity), plan)
    assert len(calls) == 2
    assert (written.now.customer, written.now.owner) == ("Shipyard", "Maria")
    assert path.read_bytes() == written.after


def _no_locks(_: int, __: int) -> None:
    raise OSError(errno.ENOLCK, "no locks available")


def test_a_rating_is_written_even_without_locks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file system without locks still gets the rating."""
    path = _deal(tmp_path)
    cell = RatedCell("solution_fit", "us", "+")
    monkeypatch.setattr("fcntl.flock", _no_locks)
    seen = look(path, open_workspace(path), Opportunity)
    written = update(seen, lambda found: rate(found, saving.DAY, [cell]))
    assert written.changed
    assert path.read_bytes() == written.after


CHANGED = {
    "another-value": (b"owner: Maria\n", b"owner: Ann\n", "it was Maria, is now Ann, "),
    "a-value-that-was-added": (b"", b"owner: Ann\n", "it was empty, is now Ann, "),
    "a-value-that-is-gone": (b"owner: Maria\n", b"", "it was Maria, is now empty, "),
}


@pytest.mark.parametrize(("before", "after", "values"), CHANGED.values(), ids=CHANGED)
def test_changes_since_the_look_are_not_overwritten(
    tmp_path: Path, before: bytes, after: bytes, values: str
) -> None:
    """The writer compares every place of a change, and reports the current value."""
    path = _deal(tmp_path)
    start = path.read_bytes()
    path.write_bytes(start + before)
    seen = look(path, open_workspace(path), Opportunity)
    path.write_bytes(start + after)
    with pytest.raises(Refused) as refused:
        update(seen, lambda _: [Put(("owner",), "Lena")])
    assert refused.value.message.startswith("someone else has changed owner; nothing was saved")
    assert refused.value.message.endswith(f"{values}and yours is Lena.")
    assert path.read_bytes() == start + after
    update(seen, lambda _: [Put(("owner",), "Lena")], compared=True)
    assert b"owner: Lena\n" in path.read_bytes()


def test_an_item_that_has_moved_is_another_one(tmp_path: Path) -> None:
    """The item at an index is compared whole; additions elsewhere do not matter."""
    path = _deal(tmp_path)
    start = path.read_bytes()
    items = b"  - {date: 2026-01-05, field: owner, to: Ann}\n"
    path.write_bytes(start + b"history:\n" + items)
    seen = look(path, open_workspace(path), Opportunity)
    path.write_bytes(start + b"history:\n" + items.replace(b"Ann", b"Bo") + items)
    with pytest.raises(Refused, match=r"someone else has changed history\.0; nothing was saved"):
        update(seen, lambda _: [Put(("history", 0), "")])
    path.write_bytes(start + b"history:\n" + items + items.replace(b"Ann", b"Bo"))
    update(seen, lambda _: [Put(("history", 0), "")])
    assert b"Ann" not in path.read_bytes()
    assert b"Bo" in path.read_bytes()
