"""An edit changes exactly what was asked for, in files of every style, and no other byte."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from random import Random

import pytest
from asked import EVERYDAY, Asked, File, read_by_another, without_empty
from hand_kept import RANDOMS, files
from hypothesis import given, settings

from tas_cli.model.opportunity import Opportunity
from tas_cli.model.paths import key_order
from tas_cli.reading.read import read_opportunity
from tas_cli.source.edit import CannotEdit, Edit, First, Rename, edited
from tas_cli.source.new_file import NewDeal, compose

EXAMPLES = {
    path.stem: path.read_bytes()
    for path in sorted((Path(__file__).parents[2] / "opportunities").glob("*.yaml"))
}
NEW = {
    "bare": NewDeal(name="Cranes", customer="Harbour"),
    "full": NewDeal(
        name="Cranes: two, or three",
        customer="Harbour",
        owner="Maria",
        amount="12",
        competitors={"x-sys": "X, Inc.", "42": "42"},
        incumbent=("us", "x-sys"),
    ),
}
TEMPLATE = compose(NewDeal(name="", customer=""), schema="")
"""What `tas new` writes, with a comment for each key that can wait."""
USUAL = EXAMPLES | {f"new-{key}": compose(new, schema="s").encode() for key, new in NEW.items()}


def _check(data: bytes, kind: str, random: Random, count: Counter[str]) -> None:
    """Make an edit and check the result; count those that are refused."""
    assert not read_opportunity(data, "f.yaml").diagnostics
    file = File(data)
    asked = EVERYDAY[kind](file, random)
    if asked is None:
        return
    count["all"] += 1
    try:
        result = edited(data, [_in_order(asked.edit)])
    except CannotEdit:
        count["refused"] += 1
    else:
        _check_result(file, asked, File(result))


def _in_order(edit: Edit) -> Edit:
    """Return an edit that puts new keys where the format has them, as all commands do."""
    if isinstance(edit, Rename | First):
        return edit
    orders = tuple(key_order(Opportunity, edit.path[:depth]) for depth in range(len(edit.path)))
    return edit._replace(orders=orders)


def _check_result(file: File, asked: Asked, new: File) -> None:
    """Assert what is true of every edit that was made."""
    assert new.value == asked.after
    if isinstance(asked.edit, Rename):  # the first competitor is the main one
        assert str(new.value) == str(asked.after)
    if "\t" not in file.content:  # which the other parser rejects at the end of a line
        assert read_by_another(new.data) == without_empty(asked.after)
    mark = b"\xef\xbb\xbf"
    assert new.data.startswith(mark) == file.data.startswith(mark)
    if file.data.endswith(b"\n") or asked.adds:  # otherwise a blank line may be left at the end
        assert new.data.endswith(b"\n") == file.data.endswith(b"\n")
    if "\r\n" in file.content:
        assert not re.search(r"(?<!\r)\n", new.content)
    _stays_in_place(file, asked, new)
    _keeps_comments(file, asked, new)


def _stays_in_place(file: File, asked: Asked, new: File) -> None:
    start, end = (
        _in_common(file.content, new.content),
        _in_common(file.content[::-1], new.content[::-1]),
    )
    first, last = asked.within
    until = len(file.content) - end
    if asked.adds:
        assert file.content[start:until] in TEMPLATE  # nothing else is removed
    assert start >= first
    assert until <= last


def _in_common(old: str, new: str) -> int:
    """Return how many characters both have in common at the start."""
    pairs = enumerate(zip(old, new, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(old), len(new)))


def _keeps_comments(file: File, asked: Asked, new: File) -> None:
    first, last = asked.goes
    kept = file.content[:first] + file.content[last:]
    assert set(re.findall(r"#\d+;", kept)) <= set(re.findall(r"#\d+;", new.content))


@pytest.mark.no_cover
@pytest.mark.parametrize("kind", EVERYDAY)
def test_an_edit_changes_only_its_value(kind: str) -> None:
    """This is true in any style; fewer than one edit in fifty is refused."""
    count: Counter[str] = Counter()

    @settings(max_examples=150)
    @given(files(odd=0.25), RANDOMS)
    def check(data: bytes, random: Random) -> None:
        _check(data, kind, random, count)

    check()
    assert count["all"] > 20
    assert count["refused"] <= 0.02 * count["all"]


@pytest.mark.no_cover
@pytest.mark.parametrize("kind", EVERYDAY)
def test_the_usual_manner_can_always_be_edited(kind: str) -> None:
    """In files in the style of our examples, no edit is refused."""
    count: Counter[str] = Counter()

    @settings(max_examples=60)
    @given(files(odd=0), RANDOMS)
    def check(data: bytes, random: Random) -> None:
        _check(data, kind, random, count)

    check()
    assert count["all"] > 10
    assert not count["refused"]


@pytest.mark.no_cover
@pytest.mark.parametrize("data", USUAL.values(), ids=USUAL)
def test_examples_and_new_files_can_always_be_edited(data: bytes) -> None:
    """The same is true of the examples themselves and of what `tas new` writes."""
    count: Counter[str] = Counter()
    random = Random(0)  # noqa: S311 - no secret
    for kind in [*EVERYDAY, *EVERYDAY, *EVERYDAY]:
        _check(data, kind, random, count)
    assert count["all"] > 10
    assert not count["refused"]
