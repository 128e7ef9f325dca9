"""Standard input, output and error may be closed or something unexpected."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from calls import CALLS, Call

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from cli import Tas

READING = [call for call in CALLS if call.names_file]


@pytest.fixture
def closed(ground: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Yield the attacked ground, with standard input closed the way Python represents it."""
    monkeypatch.setattr(sys, "stdin", None)
    yield ground
    if sys.stdin is not None:
        sys.stdin.close()


@pytest.mark.usefixtures("closed")
@pytest.mark.parametrize("call", [each for each in CALLS if not each.names_file], ids=str)
def test_closed_input_does_not_affect_calls_that_read_none(tas: Tas, call: Call) -> None:
    """A command that does not read standard input works without it."""
    assert tas(*call.words()).status == call.status


@pytest.mark.usefixtures("closed")
@pytest.mark.parametrize("call", READING, ids=str)
def test_closed_input_is_a_wrong_call(tas: Tas, call: Call) -> None:
    """A command that has to read it reports that it is closed."""
    result = tas(*call.words())
    assert (result.status, result.out) == (2, "")
    assert "standard input is closed" in result.err


NAMES = {"nothing": ("", "the file name is empty"), "folder": (".", "is a directory")}


@pytest.mark.usefixtures("ground")
@pytest.mark.parametrize(("name", "message"), NAMES.values(), ids=NAMES)
@pytest.mark.parametrize("call", [each for each in READING if each.command != "check"], ids=str)
def test_a_file_that_cannot_be_read_is_a_wrong_call(
    tas: Tas, call: Call, name: str, message: str
) -> None:
    """The message is about the unreadable file, not about the deal."""
    result = tas(*call.words(file=name))
    assert (result.status, result.out) == (2, "")
    assert message in result.err


@pytest.mark.parametrize("call", READING, ids=str)
def test_endless_input_is_too_large(ground: Path, tas: Tas, call: Call) -> None:
    """No more is read than a file may hold, and larger input is refused."""
    before = (ground / "opportunities/d1.yaml").read_bytes()
    with open("/dev/zero", encoding="utf-8") as endless, pytest.MonkeyPatch.context() as patch:  # noqa: PTH123
        patch.setattr(sys, "stdin", endless)
        assert tas(*call.words()).status in (1, 2)
    assert (ground / "opportunities/d1.yaml").read_bytes() == before


@pytest.mark.parametrize(
    ("line", "status", "error"),
    [
        ("list >&-", 0, b""),
        ("list 2>&-", 0, b""),
        ("show nowhere 2>&- >&-", 2, b""),
        ("check - <&-", 2, b"tas: standard input is closed."),
        ("set d1 owner=kim <&- >&- 2>&-", 0, b""),
    ],
)
def test_closed_streams_of_a_process(ground: Path, line: str, status: int, error: bytes) -> None:
    """With streams closed by a shell, an opened file does not take a stream's number."""
    command = f'exec "{sys.executable}" -m tas_cli {line}'
    done = subprocess.run(["sh", "-c", command], cwd=ground, capture_output=True, check=False)
    assert (done.returncode, done.stderr.partition(b"\n")[0]) == (status, error)
    assert (ground / "opportunities/d1.yaml").read_bytes().startswith(b"tas: 1\n")
