"""A writer that has to wait for another one says so, and gives up eventually."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
import saving
from changes import Deal

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Tas

WAITS = "Waiting: another process has locked opportunities/a.yaml.\n"


def test_waiting_is_reported_with_its_reason(tas: Tas, tmp_path: Path) -> None:
    """A message on standard error says so; the change is made once the other writer has ended."""
    deal = Deal(tas, tmp_path)
    with saving.locking(deal.path) as holder:
        assert saving.next_line(holder) == b"locked\n"
        command = [sys.executable, "-m", "tas_cli", "set", "a", "owner=maria", "--format", "json"]
        pipe = subprocess.PIPE
        waiter = subprocess.Popen(command, cwd=tmp_path, stdout=pipe, stderr=pipe, text=True)
        assert waiter.stderr is not None
        assert waiter.stderr.readline() == WAITS
        assert deal.untouched
        holder.kill()
        _, errors = waiter.communicate()
    assert (waiter.returncode, errors) == (0, "")
    assert "+ owner: maria" in deal.changes()


def test_waiting_has_a_limit(tas: Tas, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A writer that gives up exits with 1 and writes nothing."""
    deal = Deal(tas, tmp_path)
    monkeypatch.setattr("tas_cli.source.lock.SILENCE", 0)
    monkeypatch.setattr("tas_cli.source.lock.PATIENCE", 0)
    with saving.locking(deal.path) as holder:
        assert saving.next_line(holder) == b"locked\n"
        result = tas("set", "a", "owner=maria")
        dry = tas("set", "a", "owner=maria", "--dry-run")
    assert (result.status, result.out) == (1, "")
    waits, *sentence = result.err.splitlines(keepends=True)
    assert waits == WAITS
    assert sentence[0].startswith("tas: opportunities/a.yaml is locked by another process")
    assert deal.untouched
    assert (dry.status, dry.err) == (0, "Nothing was saved.\n")  # which needs no lock
