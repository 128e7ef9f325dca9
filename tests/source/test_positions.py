"""From an index in a text to its visible line and column, and back to the line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tas_cli.source.text import BYTE_ORDER_MARK, Text, decode

# What is looked for in the text, and where a person finds it.
PLACES = {
    "first": ("*abc", 1, 1),
    "lf": ("a\nb\n  *c", 3, 3),
    "crlf": ("a\r\nb\r\n  *c", 3, 3),
    "cr": ("a\rb\r  *c", 3, 3),
    "mixed": ("a\nb\r\nc\rd*", 4, 2),
    "empty-lines-lf": ("\n\n\n*", 4, 1),
    "empty-lines-crlf": ("\r\n\r\n*", 3, 1),
    "lf-then-cr": ("\n\r*", 3, 1),
    "after-the-last-line-end": ("abc\n*", 2, 1),
    "at-a-line-end": ("abc*\ndef", 1, 4),
    "at-a-crlf": ("abc*\r\ndef", 1, 4),
    "astral": ("😀😀*\n", 1, 3),
    "astral-line-before": ("😀\n*a", 2, 1),
    "combining": ("e\u0301*", 1, 3),
    "tab": ("\t*", 1, 2),
    "form-feed-is-not-a-line-end": ("a\x0cb*", 1, 4),
    "nel-is-not-a-line-end": ("a\x85b*", 1, 4),
    "line-separator-is-not-a-line-end": ("a\u2028b*", 1, 4),
}


@pytest.mark.parametrize(("marked", "line", "column"), PLACES.values(), ids=PLACES)
def test_position_counts_from_one_in_code_points(marked: str, line: int, column: int) -> None:
    """Lines and columns count from 1; a line ends at LF, CRLF or CR, and nowhere else."""
    text = Text(marked.replace("*", ""))
    assert text.position(marked.index("*")) == (line, column)


def test_position_of_an_empty_text() -> None:
    """An empty file has a first line and column."""
    assert Text("").position(0) == (1, 1)


LINES = {
    "lf": ("ab\ncd\nef", ["ab", "cd", "ef"]),
    "crlf": ("ab\r\ncd\r\nef", ["ab", "cd", "ef"]),
    "cr": ("ab\rcd\ref", ["ab", "cd", "ef"]),
    "end": ("ab\n", ["ab", ""]),
    "empty": ("", [""]),
    "blank-line": ("ab\n\nef", ["ab", "", "ef"]),
    "blank-line-crlf": ("ab\r\n\r\nef", ["ab", "", "ef"]),
}


@pytest.mark.parametrize(("content", "lines"), LINES.values(), ids=LINES)
def test_line_comes_without_its_ending(content: str, lines: list[str]) -> None:
    """`line` returns what an editor shows on that line."""
    text = Text(content)
    assert [text.line(number) for number in range(1, len(lines) + 1)] == lines


@given(st.text("ab😀 \t\n\r", max_size=40), st.data())
def test_a_position_leads_back_to_its_character(content: str, data: st.DataObject) -> None:
    """The character at a position's column of its line is the one at the index."""
    text = Text(content)
    index = data.draw(st.integers(0, len(content)))
    line, column = text.position(index)
    character = content[index : index + 1]
    if character not in ("\n", "\r", ""):
        assert text.line(line)[column - 1] == character
    assert line <= len(content.replace("\r\n", "\n").replace("\r", "\n").split("\n"))


@given(st.text("ab\n\r", max_size=40))
def test_positions_grow_with_the_index(content: str) -> None:
    """No two indexes share a position, and a later one is never further up."""
    text = Text(content)
    positions = [text.position(index) for index in range(len(content) + 1)]
    assert positions == sorted(set(positions))


MARKED = {
    "without": (b"tas: 1", "tas: 1", False),
    "with": (b"\xef\xbb\xbftas: 1", "tas: 1", True),
    "only": (b"\xef\xbb\xbf", "", True),
    "twice": (b"\xef\xbb\xbf\xef\xbb\xbfa", BYTE_ORDER_MARK + "a", True),
    "in-the-middle": (b"a\xef\xbb\xbfb", f"a{BYTE_ORDER_MARK}b", False),
}


@pytest.mark.parametrize(("data", "content", "marked"), MARKED.values(), ids=MARKED)
def test_decode_remembers_a_byte_order_mark_and_leaves_it_out(
    data: bytes, content: str, *, marked: bool
) -> None:
    """A byte order mark is not part of the text: it shifts no column, but is not lost."""
    text = decode(data)
    assert (text.content, text.byte_order_mark) == (content, marked)


@pytest.mark.parametrize("content", ["a\r\nb\rc\n", "\x00", "\u2028😀", " \t"])
def test_decode_changes_no_character(content: str) -> None:
    """Line endings and all other characters come through unchanged."""
    assert decode(content.encode()).content == content
