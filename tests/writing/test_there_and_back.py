"""An edit and its reverse restore the file, byte for byte."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest
from asked import (
    Asked,
    File,
    another_item,
    another_key,
    another_name,
    another_scalar,
    more_of_a_cell,
    parts,
)
from hand_kept import RANDOMS, files
from hypothesis import given, settings

from tas_cli.source.edit import CannotEdit, Edit, Insert, Put, Rename, edited
from tas_cli.source.nodes import Scalar, Sequence, plain_value
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
    """Whether a scalar is spelled as an edit would spell it in the same quotes."""
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


@pytest.mark.no_cover
def test_an_edit_and_its_reverse_restore_the_file() -> None:
    """Every scalar in tas's own spelling is restored if its quotes can stay the same."""
    count: Counter[bool] = Counter()

    @settings(max_examples=400)
    @given(files(odd=0.15), RANDOMS)
    def check(data: bytes, random: Random) -> None:
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

    check()
    assert count[True] > 2 * count[False]


@pytest.mark.no_cover
def test_a_key_and_its_old_name_restore_the_file() -> None:
    """The file is restored in any style; a plain key that needed quotes meanwhile keeps them."""
    count: Counter[bool] = Counter()

    @settings(max_examples=150)
    @given(files(odd=0.2), RANDOMS)
    def check(data: bytes, random: Random) -> None:
        asked = another_name(File(data), random)
        if asked is None:
            return
        assert isinstance(asked.edit, Rename)
        *way, old = asked.edit.path
        there = edited(data, [asked.edit])
        result = edited(there, [Rename((*way, asked.edit.key), str(old))])
        exact = can_be_plain(asked.edit.key, flow=True) and can_be_plain(str(old), flow=True)
        count[exact] += 1
        assert there != data
        assert File(result).value == File(data).value
        assert result == data or not exact

    check()
    assert count[True] > 30


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
    """A text that is changed and changed back looks as before."""
    file = File(content.encode())
    path, old = next(
        (path, node) for path, node, _ in file.nodes() if path and isinstance(node, Scalar)
    )
    assert isinstance(old, Scalar)
    there = edited(file.data, [Put(path, other)])
    assert File(there).value != file.value
    assert edited(there, [Put(path, old.text)]) == file.data


def test_a_text_that_had_to_be_quoted_stays_so() -> None:
    """A plain text that needs quotes for a while has them from then on."""
    there = edited(b"owner: Maria # c\n", [Put(("owner",), "#1")])
    assert there == b'owner: "#1" # c\n'
    assert edited(there, [Put(("owner",), "Maria")]) == b'owner: "Maria" # c\n'


ADDED = {
    "a key": another_key,
    "an item": another_item,
    "more of a cell": more_of_a_cell,
}


def _removing(file: File, edit: Edit) -> Put:
    """Return the edit that removes what another one added."""
    if not isinstance(edit, Insert):
        return Put(edit.path, "", edit.bare_as if isinstance(edit, Put) else "")
    nodes = {path: node for path, node, _ in file.nodes()}
    there = nodes.get(edit.path)
    number = edit.place(plain_value(there)) if isinstance(there, Sequence) else 0
    return Put((*edit.path, number), "", edit.bare_as)


def _was_empty(file: File, edit: Edit) -> bool:
    """Whether the place existed as a key without a value, or as empty brackets."""
    nodes = {path: node for path, node, _ in file.nodes()}
    way = [nodes.get(edit.path[:depth]) for depth in range(1, len(edit.path) + 1)]
    return any(
        node.empty if isinstance(node, Scalar) else node is not None and not parts(node)
        for node in way
    )


def _sign_is_apart(file: File, edit: Edit) -> bool:
    """Whether a value that becomes a block is further from its colon than tas would put it."""
    for path, node, flow in file.nodes():
        if path and path == edit.path[: len(path)] and isinstance(node, Scalar):
            start, _ = file.region(path, node)
            return not flow and file.content[start : node.span.start] != ": "
    return False


@pytest.mark.no_cover
@pytest.mark.parametrize("kind", ADDED)
def test_additions_that_are_removed_again_leave_no_trace(kind: str) -> None:
    """Keys, assessments, evidence, competitors and notes leave no trace, in any style."""
    count: Counter[str] = Counter()

    @settings(max_examples=250)
    @given(files(odd=0.2), RANDOMS)
    def check(data: bytes, random: Random) -> None:
        file = File(data)
        asked = ADDED[kind](file, random)
        if asked is None or _was_empty(file, asked.edit):
            return
        if _sign_is_apart(file, asked.edit):
            return
        count["all"] += 1
        try:
            there = edited(data, [asked.edit])
        except CannotEdit:
            count["refused"] += 1
            return
        assert there != data
        assert edited(there, [_removing(file, asked.edit)]) == data

    check()
    assert count["all"] > 50
    assert count["refused"] <= 0.02 * count["all"]


ENTRY = {
    "when": Plain("2026-01-05"),
    "what": "said at length, so that it needs a line of its own" * 2,
}
NO_TRACE: dict[str, tuple[str, Edit, Put]] = {
    "a-space-behind-a-sign": (
        'us: "?" \r\nx: y\r\n',
        Insert(("us", "evidence"), ENTRY, "rating"),
        Put(("us", "evidence", 0), "", "rating"),
    ),
    "a-comment-behind-a-sign": (
        "us: '+'  # ours\n  # and theirs\nx: y",
        Insert(("us", "evidence"), ENTRY, "rating"),
        Put(("us", "evidence"), "", "rating"),
    ),
    "a-key-without-value-in-brackets": (
        "a: {b: 1, c:  }\n",
        Put(("a", "d"), "é"),
        Put(("a", "d"), ""),
    ),
    "an-odd-list": (
        "a:\n-    b\n# c\n-    d: e # f\n     g: h",
        Insert(("a",), ENTRY),
        Put(("a", 2), ""),
    ),
    "an-assessment": (
        "tas: 1\n\n# assessments:\n#   - date: x\n",
        Insert(("assessments",), {"ratings": {"solution_fit": {"us": Quoted("+")}}}),
        Put(("assessments", 0), ""),
    ),
    "a-competitor": (
        "competitors: {x: {}}   # x\r\n",
        Put(("competitors", "z"), {}),
        Put(("competitors", "z"), ""),
    ),
}


@pytest.mark.parametrize(("content", "there", "back"), NO_TRACE.values(), ids=NO_TRACE)
def test_an_odd_place_is_restored_too(content: str, there: Edit, back: Put) -> None:
    """Spaces, comments, line endings and brackets around a place are restored."""
    between = edited(content.encode(), [there])
    assert between != content.encode()
    assert edited(between, [back]).decode() == content


GONE = {
    "a-key-without-value": ("a: b\nc:  # c\n", Put(("c",), "d"), Put(("c",), ""), "a: b\n"),
    "empty-brackets": ("a: b\nc: {}\n", Put(("c", "d"), "e"), Put(("c", "d"), ""), "a: b\n"),
    "an-empty-list": ("a: b\nc: []\n", Insert(("c",), "d"), Put(("c", 0), ""), "a: b\n"),
}


@pytest.mark.parametrize(("before", "there", "back", "after"), GONE.values(), ids=GONE)
def test_an_empty_place_is_removed_with_its_value(
    before: str, there: Edit, back: Put, after: str
) -> None:
    """A text does not show whether a key was there before its value."""
    assert edited(before.encode(), [there, back]).decode() == after


def test_a_value_removed_and_restored_goes_to_the_end() -> None:
    """A removed key leaves no gap, so it goes where any new key goes."""
    data = b"owner: Maria  # c\nb: 1\n"
    taken = edited(data, [Put(("owner",), "")])
    assert taken == b"b: 1\n"
    assert edited(taken, [Put(("owner",), "")]) == taken
    assert edited(taken, [Put(("owner",), "Maria")]) == b"b: 1\nowner: Maria\n"
