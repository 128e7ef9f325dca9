"""An edit and its reverse give the file back, byte for byte."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest
from asked import Asked, File, another_scalar
from hand_kept import RANDOMS, files
from hypothesis import given, settings

from tas_cli.source.edit import Put, edited
from tas_cli.source.nodes import Scalar
from tas_cli.source.scalars import can_be_plain, quoted
from tas_cli.source.values import Plain, Quoted, Value


def _node(file: File, path: tuple[str | int, ...]) -> tuple[Scalar, bool]:
    node, flow = next((node, flow) for at, node, flow in file.nodes() if at == path)
    assert isinstance(node, Scalar)
    return node, flow


def _mark(file: File, node: Scalar) -> str:
    first = file.content[node.span.start]
    return first if first in "'\"|>" else "plain"


def _as_we_write_it(file: File, node: Scalar, value: Value, *, flow: bool) -> bool:
    """Whether a scalar is spelt as an edit would spell it in the same quotes."""
    raw = file.content[node.span.start : node.span.end]
    if _mark(file, node) == "'":
        return raw == "'" + node.text.replace("'", "''") + "'"
    if _mark(file, node) == '"':
        return raw == quoted(node.text)
    if isinstance(value, Quoted) or "\n" in raw:
        return False
    return isinstance(value, Plain) or can_be_plain(node.text, flow=flow)


def _reversed(asked: Asked, text: str) -> Put:
    assert isinstance(asked.edit, Put)
    assert isinstance(asked.edit.value, str)
    return Put(asked.edit.path, type(asked.edit.value)(text))


def test_an_edit_and_its_reverse_restore_the_file() -> None:
    """So it is for every scalar that is spelt as we would, while its quotes can stay the same."""
    count: Counter[bool] = Counter()

    @settings(max_examples=400)
    @given(files(odd=0.15), RANDOMS)
    def holds(data: bytes, random: Random) -> None:
        file = File(data)
        asked = another_scalar(file, random)
        assert asked is not None
        there = File(edited(data, [asked.edit]))
        old, flow = _node(file, asked.edit.path)
        new, _ = _node(there, asked.edit.path)
        back = _reversed(asked, old.text)
        exact = _as_we_write_it(file, old, back.value, flow=flow)
        exact = exact and _mark(file, old) == _mark(there, new)
        count[exact] += 1
        result = File(edited(there.data, [back]))
        assert result.value == file.value
        assert result.data == data or not exact

    holds()
    assert count[True] > 2 * count[False]


KEPT = {
    "plain": ("owner: Maria\n", "Ann Smith"),
    "plain-that-we-would-quote": ("owner: 50% of Maria – or so  # c\n", "3M"),
    "plain-in-brackets": ("a: {owner: Maria}\n", "it's"),
    "single-quotes": ("owner: 'it''s'\r\n", "back\\slash"),
    "double-quotes": ('owner: "Maria"\n', 'say "so" \\ \U000e0001'),
    "text-without-end": ("owner: Maria", "Ann"),
}


@pytest.mark.parametrize(("content", "other"), KEPT.values(), ids=KEPT)
def test_a_text_keeps_its_quotes(content: str, other: str) -> None:
    """There and back, a text stays as it was written."""
    file = File(content.encode())
    path, old = next(
        (path, node) for path, node, _ in file.nodes() if path and isinstance(node, Scalar)
    )
    assert isinstance(old, Scalar)
    there = edited(file.data, [Put(path, other)])
    assert File(there).value != file.value
    assert edited(there, [Put(path, old.text)]) == file.data


def test_a_text_that_had_to_be_quoted_stays_so() -> None:
    """What is plain and then, for a time, needs quotes has them from then on."""
    there = edited(b"owner: Maria # c\n", [Put(("owner",), "#1")])
    assert there == b'owner: "#1" # c\n'
    assert edited(there, [Put(("owner",), "Maria")]) == b'owner: "Maria" # c\n'


TAKEN = {
    "block": ("owner: Maria  # c\nb: 1\n", "owner:  # c\nb: 1\n", ("owner",)),
    "last": ("b: 1\nowner: Maria", "b: 1\nowner:", ("owner",)),
    "brackets": ("a: {owner: Maria, b: 1}\n", "a: {owner: , b: 1}\n", ("a", "owner")),
    "in-lines": ("a: {owner: Maria # c\n }\n", "a: {owner:  # c\n }\n", ("a", "owner")),
    "crlf": ("owner: Maria\r\n", "owner:\r\n", ("owner",)),
}


@pytest.mark.parametrize(("content", "without", "path"), TAKEN.values(), ids=TAKEN)
def test_a_value_taken_away_can_be_put_back(
    content: str, without: str, path: tuple[str, ...]
) -> None:
    """The key stays where it is, and its comment too."""
    taken = edited(content.encode(), [Put(path, "")])
    assert taken.decode() == without
    assert edited(taken, [Put(path, "Maria")]).decode() == content
    assert edited(taken, [Put(path, "")]) == taken
