"""The table of commands is complete and says how each ends when nothing is wrong."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

import pytest
from calls import CALLS, Call

from tas_cli.commands import COMMANDS

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Tas

TYPED = {
    "meeting": b"learned: 4 + Reserve approved\n",
    "rate": b"criterion,rating\n5,+\n",
    "people": b"name,title\nAna Ruiz,COO\n",
    "debrief": b'{"step": "confirmed", "by": "lena"}',
    "check": b"tas: 1\nname: Cranes\ncustomer: Harbour\n",
}
"""The input of a command that reads standard input."""


def test_every_command_is_attacked() -> None:
    """A new command needs its line in the table."""
    assert {call.command for call in CALLS} == {command.name for command in COMMANDS}


@pytest.mark.parametrize("call", CALLS, ids=str)
def test_a_call_undisturbed(
    ground: Path, tas: Tas, monkeypatch: pytest.MonkeyPatch, call: Call
) -> None:
    """A call in the table ends as the table says, and writes only if the table says so."""
    typed = io.TextIOWrapper(io.BytesIO(TYPED.get(call.command, b"")))
    monkeypatch.setattr(sys, "stdin", typed)
    tas("init")
    before = _files(ground)
    result = tas(*call.words())
    assert (result.status, _files(ground) != before) == (call.status, call.writes), result.err


def _files(root: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
