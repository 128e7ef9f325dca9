"""Caches, drafts and the journal are private, and nothing planted in their place does harm."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

import pytest
from doors import DOORS, Door
from workspaces import write

from tas_cli.gather.memory import digest
from tas_cli.tui.draft_files import DraftFiles

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from cli import Tas

REMEMBERING = ("check", "board", "actions", "list", "today")
SHARING = {"last-run": ["check"], "board": ["list", "board"], "ahead": ["today"]}
ODD = [
    *("[]", "{", "null", '"x"', "1e400", "Infinity", "[" * 100_000),
    *('{"a": Infinity}', '{"version": 1}', '{"version": 2, "day": 1, "process": Infinity}'),
]
"""Contents that are not a valid cache, draft or baseline."""


@pytest.fixture
def cache(ground: Path, tas: Tas) -> Path:
    """Return the cache folder after every command has cached something."""
    folder = ground.parent / "cache"
    tas.env(TAS_CACHE_DIR=str(folder))
    for command in REMEMBERING:
        tas(command)
    return folder


def _kept(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if not path.is_dir())


@pytest.mark.parametrize("door", [door for door in DOORS if not door.filled], ids=str)
def test_something_else_in_place_of_a_cache(
    ground: Path, tas: Tas, cache: Path, door: Door
) -> None:
    """Commands work the same without a cache, and a link's target stays unchanged."""
    before = {command: tas(command, "--no-cache") for command in REMEMBERING}
    paths, secret = _kept(cache), ground.parent / "outside" / "secret.yaml"
    assert len(paths) == 5  # a check keeps two, board and list share one
    content = secret.read_bytes()
    for path in paths:
        if path.exists():
            path.unlink()
            door.put(path, secret)
    for command in REMEMBERING * 2:
        assert tas(command) == before[command]
    assert secret.read_bytes() == content
    assert sorted(path.name for path in secret.parent.iterdir()) == ["secret.yaml", "tas.yaml"]


def _odd_answers(kept: Any) -> Iterator[Any]:
    """Yield cached answers that are almost valid."""
    yield from (None, [], {}, "x", 1, [None], [[]], [*kept, None], kept[:-1])
    for at in range(len(kept)):
        others: tuple[Any, ...] = (None, "x")
        for other in others:
            yield [*kept[:at], other, *kept[at + 1 :]]


@pytest.mark.usefixtures("ground")
def test_a_cache_of_another_shape(tas: Tas, cache: Path) -> None:
    """A cached answer of the wrong shape does not crash, even if its checksum is right."""
    for path in _kept(cache):
        head, _, known = path.read_bytes().partition(b"\n")
        kept = json.loads(known)
        for odd in _odd_answers(next(iter(kept.values()))):
            changed = json.dumps(dict.fromkeys(kept, odd)).encode()
            path.write_bytes(head.split()[0] + f" {digest(changed)}\n".encode() + changed)
            for command in SHARING.get(path.parent.name, [path.parent.name]):
                assert tas(command).status in (0, 1), (path, odd)


@pytest.mark.parametrize("door", [door for door in DOORS if not door.filled], ids=str)
def test_something_else_in_place_of_a_journal(ground: Path, tas: Tas, door: Door) -> None:
    """What is not an entry cannot be taken back, and a link's target stays unchanged."""
    tas("set", "d1", "owner=nicole")
    [entry] = (ground.parent / "state" / "journal").rglob("*.jsonl")
    deal, secret = ground / "opportunities/d1.yaml", ground.parent / "outside" / "secret.yaml"
    now, content = deal.read_bytes(), secret.read_bytes()
    entry.unlink()
    door.put(entry, secret)
    assert tas("undo").status == 1
    assert tas("undo", "--list").status == 0
    assert deal.read_bytes() == now
    result = tas("set", "d1", "owner=lena")
    assert result.status == 0
    changed = deal.read_bytes()
    assert changed != now
    undone = tas("undo").status == 0
    assert undone == ("cannot be undone" not in result.err)
    assert deal.read_bytes() == (now if undone else changed)
    assert secret.read_bytes() == content


@pytest.mark.parametrize("content", ODD)
def test_an_invalid_baseline(ground: Path, tas: Tas, content: str) -> None:
    """An invalid baseline is refused with a message."""
    numbers = '{"version": 1, "findings": {"a": {"TAS201": %s}}}' % content  # noqa: UP031
    for text in (content, numbers):
        write(ground, {"tas-baseline.json": text})
        result = tas("check")
        assert result.status == 1
        assert "tas-baseline.json is not a valid baseline" in result.err


@pytest.mark.parametrize("umask", [0o000, 0o777, 0o022])
def test_kept_files_are_private(ground: Path, tas: Tas, umask: int) -> None:
    """Files are 0600 in 0700 folders, new ones included, whatever the umask."""
    home = ground.parent / "home"
    tas.env(TAS_CACHE_DIR=str(home / "a/cache"), TAS_STATE_DIR=str(home / "a/state"))
    before = os.umask(umask)
    try:
        for command in REMEMBERING:
            assert tas(command).status in (0, 1)
        DraftFiles("drafts", "x").keep({})
        assert tas("set", "d1", "owner=nicole").status == 0
    finally:
        os.umask(before)
    paths = list(home.rglob("*"))
    assert {path.stat().st_mode & 0o777 for path in paths if path.is_file()} == {0o600}
    assert {path.stat().st_mode & 0o777 for path in paths if path.is_dir()} == {0o700}
    assert len([path for path in paths if path.is_file()]) == 7


@pytest.mark.parametrize("door", DOORS, ids=str)
def test_something_else_in_place_of_a_draft(ground: Path, tas: Tas, door: Door) -> None:
    """Such a draft is set aside and reported, or ignored; nothing is read through it."""
    del tas
    files = DraftFiles("drafts", "x")
    files.keep({"version": 2})
    secret = ground.parent / "outside" / "secret.yaml"
    files.own.unlink()
    door.put(files.own, secret)

    def read(data: bytes) -> bytes:
        raise AssertionError(data)

    found, damaged = DraftFiles("drafts", "x").waiting(read, (ValueError,))
    assert found is None
    assert len(damaged) == (0 if door.below else 1)
    assert DraftFiles("drafts", "x").waiting(read, (ValueError,)) == (None, [])
