"""Damage to a text before it is YAML: merges, invisible characters, foreign encodings."""

from __future__ import annotations

import pytest

from tas_cli.source.faults import MAX_FAULTS
from tas_cli.source.parse import parse

OURS, THEIRS = "<<<<<<< HEAD", ">>>>>>> feature/x"

# The text, and (line, column, end column) of each reported conflict.
CONFLICTS: dict[str, tuple[str, list[tuple[int, int, int]]]] = {
    "between-keys": (f"a: b\n{OURS}\nc: d\n=======\nc: e\n{THEIRS}\n", [(2, 1, 13)]),
    "crlf": (f"a: b\r\n{OURS}\r\nc: d\r\n=======\r\nc: e\r\n{THEIRS}\r\n", [(2, 1, 13)]),
    "cr": (f"a: b\r{OURS}\rc: d\r=======\rc: e\r{THEIRS}\r", [(2, 1, 13)]),
    "first-line": (f"{OURS}\na: b\n=======\na: c\n{THEIRS}\n", [(1, 1, 13)]),
    "after-a-byte-order-mark": (f"\ufeff{OURS}\na: b\n=======\na: c\n{THEIRS}\n", [(1, 1, 13)]),
    "in-double-quotes": (f'a: "b\n{OURS}\n c\n=======\n d\n{THEIRS}\n e"\n', [(2, 1, 13)]),
    "in-single-quotes": (f"a: 'b\n{OURS}\n c\n=======\n d\n{THEIRS}\n e'\n", [(2, 1, 13)]),
    "in-double-quotes-cr": (f'a: "b\r{OURS}\r c\r=======\r d\r{THEIRS}\r e"\r', [(2, 1, 13)]),
    "in-a-block-text": (f"a: |\n  b\n{OURS}\n  c\n=======\n  d\n{THEIRS}\n", [(3, 1, 13)]),
    "in-a-plain-text": (f"a: b\n  c\n{OURS}\n  d\n=======\n  e\n{THEIRS}\n", [(3, 1, 13)]),
    "in-a-comment-block": (f"# a\n{OURS}\n# b\n=======\n# c\n{THEIRS}\n", [(2, 1, 13)]),
    "three-way": (
        f"{OURS}\na: b\n||||||| base\na: x\n=======\na: c\n{THEIRS}\n",
        [(1, 1, 13)],
    ),
    "two": (
        f"{OURS}\na: b\n=======\na: c\n{THEIRS}\nx: y\n{OURS}\nd: e\n=======\nd: f\n{THEIRS}\n",
        [(1, 1, 13), (7, 1, 13)],
    ),
    "only-the-end-is-left": (f"a: c\n{THEIRS}\n", [(2, 1, 18)]),
    "only-the-beginning-is-left": (f"{OURS}\na: c\n", [(1, 1, 13)]),
    "marker-without-a-name": ("<<<<<<<\na: b\n=======\na: c\n>>>>>>>\n", [(1, 1, 8)]),
    "at-the-end-of-the-file": ("a: b\n>>>>>>>", [(2, 1, 8)]),
}


@pytest.mark.parametrize(("text", "places"), CONFLICTS.values(), ids=CONFLICTS)
def test_conflict_is_reported_wherever_it_was_left(
    text: str, places: list[tuple[int, int, int]]
) -> None:
    """A conflict is one finding at its first marker, even if YAML would read it as text."""
    document = parse(text.encode())
    assert document.root is None
    found = []
    for fault in document.faults:
        start, end = (document.text.position(at) for at in (fault.span.start, fault.span.end))
        assert (fault.code, start.line) == ("TAS113", end.line)
        found.append((start.line, start.column, end.column))
    assert found == places


NO_CONFLICTS = {
    "underline-in-a-text": "a: |\n  Title\n  =======\n",
    "underline-in-quotes": 'a: "b\n=======\n c"\n',
    "six": "a: '\n<<<<<< b\n>>>>>> c'\n",
    "eight": "a: '\n<<<<<<<< b\n>>>>>>>> c'\n",
    "indented": "a: |\n  <<<<<<< b\n  =======\n  >>>>>>> c\n",
    "not-at-the-start": "a: b <<<<<<< c >>>>>>> d\n",
    "no-blank-after": "a: '\n<<<<<<<b\n>>>>>>>c'\n",
}


@pytest.mark.parametrize("text", NO_CONFLICTS.values(), ids=NO_CONFLICTS)
def test_what_only_looks_like_a_conflict_is_text(text: str) -> None:
    """A line of `=` alone, more or fewer signs, or an indented one is not a conflict."""
    assert not parse(text.encode()).faults


INVISIBLE = {
    "null": "\x00", "backspace": "\x08", "vertical-tab": "\x0b", "form-feed": "\x0c",
    "escape": "\x1b", "delete": "\x7f", "next-line": "\x85", "csi": "\x9b",
    "zero-width-space": "\u200b", "line-separator": "\u2028", "paragraph-separator": "\u2029",
    "left-to-right-embedding": "\u202a", "right-to-left-override": "\u202e",
    "word-joiner": "\u2060", "isolate": "\u2066", "byte-order-mark": "\ufeff",
    "annotation": "\ufff9", "non-character": "\uffff",
}  # fmt: skip
AROUND = {
    "plain": "name: a{}b\n",
    "quotes": 'name: "a{}b"\n',
    "block": "name: |\n  a{}b\n",
    "key": "na{}me: b\n",
    "comment": "name: b # a{}\n",
    "after-astral": "name: 😀{}\n",
    "start-of-a-line": "a: b\n{}c: d\n",
}


@pytest.mark.parametrize("around", AROUND.values(), ids=AROUND)
@pytest.mark.parametrize("character", INVISIBLE.values(), ids=INVISIBLE)
def test_invisible_character_is_reported_at_its_place(character: str, around: str) -> None:
    """An invisible control or format character is TAS116, anywhere."""
    text = around.format(character)
    document = parse(text.encode())
    (fault,) = document.faults
    assert fault.code == "TAS116"
    assert f"U+{ord(character):04X}" in fault.message
    assert (fault.span.start, fault.span.end) == (text.index(character), text.index(character) + 1)
    assert document.root is None
    assert character not in fault.message


def test_first_byte_order_mark_is_fine_and_a_second_is_not() -> None:
    """A byte order mark at the start is how some editors save; a further one is TAS116."""
    assert not parse("\ufeffa: b\n".encode()).faults
    assert [fault.code for fault in parse("\ufeff\ufeffa: b\n".encode()).faults] == ["TAS116"]


@pytest.mark.parametrize("text", ["a\tb: c", "a: é ß 漢字 😀 \u00a0 \u00ad", "a: 👩\u200d🚀"])
def test_ordinary_characters_are_not_findings(text: str) -> None:
    """Tabs inside a line, letters of all scripts and joined emoji are text."""
    assert not parse(text.encode()).faults


def test_invisible_characters_by_the_thousand_are_cut_short() -> None:
    """A thousand bad characters do not get a finding each."""
    assert len(parse(("a: " + "\u200b" * 1000).encode()).faults) == MAX_FAULTS


# The bytes, and the line and column of the first one that is foreign.
ENCODINGS: dict[str, tuple[bytes, int, int]] = {
    "latin-1": ("a: b\nname: Jürg\n".encode("latin-1"), 2, 8),
    "windows-1252": ("name: “x”\n".encode("cp1252"), 1, 7),
    "latin-1-crlf": ("a: b\r\nname: é\r\n".encode("latin-1"), 2, 7),
    "after-astral": ("name: 😀 ".encode() + b"\xfc\n", 1, 9),
    "after-a-byte-order-mark": (b"\xef\xbb\xbfname: \xfc\n", 1, 7),
    "utf-16-with-mark": ("a: b\n".encode("utf-16"), 1, 1),
    "utf-32-with-mark": ("a: b\n".encode("utf-32"), 1, 1),
    "cut-in-a-character": (b"a: \xe2\x82", 1, 4),
    "surrogate": (b"a: \xed\xa0\x80", 1, 4),
    "overlong": (b"a: \xc0\xaf", 1, 4),
    "beyond-unicode": (b"a: \xf4\x90\x80\x80", 1, 4),
}


@pytest.mark.parametrize(("data", "line", "column"), ENCODINGS.values(), ids=ENCODINGS)
def test_foreign_encoding_is_reported_at_the_first_foreign_byte(
    data: bytes, line: int, column: int
) -> None:
    """Bytes that are not UTF-8 are TAS114, at the place where an editor would show them."""
    document = parse(data)
    (fault,) = document.faults
    assert fault.code == "TAS114"
    assert document.text.position(fault.span.start) == (line, column)
    assert fault.help == "save the file as UTF-8"
    assert document.root is None


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_never_read(encoding: str) -> None:
    """Bytes that happen to be UTF-8 but are full of nulls are refused."""
    document = parse("tas: 1\n".encode(encoding))
    assert document.faults
    assert document.root is None
