"""Whatever takes a file's place: no command hangs, crashes or leaves the workspace."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

import pytest
from calls import CALLS, Call
from doors import DOORS, Door
from ground import OUTSIDE

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Result, Tas

ON_A_DEAL = [call for call in CALLS if call.names_deal and not call.names_file]
OVER_ALL = [Call(line) for line in ("check", "check --fix", "list", "board", "show d2")]
PLACES = {
    "opportunities/d1.yaml": ON_A_DEAL + OVER_ALL,
    "opportunities/north/d3.yaml": ON_A_DEAL + OVER_ALL,
    "opportunities": [*OVER_ALL, Call("new d3 --name N --customer C"), Call("set d1 owner=kim")],
    "tas.yaml": [*OVER_ALL, Call("set d2 owner=kim"), Call("check tas.yaml"), Call("init")],
    "tas-baseline.json": [Call("check"), Call("check --write-baseline")],
    "schemas/tas.schema.json": [Call("schema --write"), Call("check --fix"), Call("init")],
    ".vscode/settings.json": [Call("init")],
    ".github/workflows/tas.yml": [Call("init --ci github")],
}
"""Where each door goes, from the workspace's root, and the calls that meet it."""
CASES = [(place, door) for place in PLACES for door in DOORS if "/" in place or not door.below]


@pytest.mark.no_cover
@pytest.mark.parametrize(("place", "door"), CASES, ids=str)
def test_something_else_in_place_of_a_file(ground: Path, tas: Tas, place: str, door: Door) -> None:
    """Each call ends with a message or continues without the file; nothing outside changes."""
    _put(door, ground, place)
    before = _outside(ground)
    for call in PLACES[place]:
        for deal in {place, PurePath(place).stem} if call.names_deal else {""}:
            _harmless(tas(*call.words(deal)), call)
            assert _outside(ground) == before, call


@pytest.mark.parametrize("door", DOORS, ids=str)
def test_something_else_in_place_of_a_file_to_undo(ground: Path, tas: Tas, door: Door) -> None:
    """Nothing outside changes if a change, or a new file, is to be taken back where it was."""
    tas("new", "d3", "--name", "N", "--customer", "C")
    tas("set", "d1", "owner=kim")
    _put(door, ground, "opportunities/d1.yaml")
    if not door.below:
        _put(door, ground, "opportunities/d3.yaml")
    before = _outside(ground)
    for words in ("undo d1", "undo d3", "undo --list"):
        _harmless(tas(*words.split()), Call(words))
    assert _outside(ground) == before


def _put(door: Door, root: Path, place: str) -> None:
    path = root / place
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists():
        path.rename(root.parent / "was")
    door.put(path, root.parent / "outside" / "secret.yaml")


def _outside(root: Path) -> dict[str, bytes]:
    """Return what is outside the workspace."""
    return {path.name: path.read_bytes() for path in (root.parent / "outside").iterdir()}


def _harmless(result: Result, call: Call) -> None:
    """Assert that a call ended properly and showed nothing from outside."""
    assert result.status in (0, 1, 2), (call, result.err)
    assert OUTSIDE not in result.out + result.err, call
