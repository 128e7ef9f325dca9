"""The place of a path in a document, and the plain values of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tas_cli.source.nodes import Bare, locate, plain_value
from tas_cli.source.parse import parse

if TYPE_CHECKING:
    from tas_cli.diagnostics import Path

TEXT = """\
name: "Cranes"
empty:
block:
  inner: 1
  list:
    - one
    - {a: 2, b: [x, y]}
flow: {k: v, e: , m: {n: 1}}
text: |
  two
  lines
'quoted key': z
items:
  - when: now
    what: w
"""

VALUES: dict[str, tuple[Path, str]] = {
    "quotes-belong-to-a-text": (("name",), '"Cranes"'),
    "plain-in-block": (("block", "inner"), "1"),
    "item": (("block", "list", 0), "one"),
    "flow-mapping-whole": (("block", "list", 1), "{a: 2, b: [x, y]}"),
    "flow-value": (("block", "list", 1, "a"), "2"),
    "flow-list-whole": (("block", "list", 1, "b"), "[x, y]"),
    "flow-item": (("block", "list", 1, "b", 1), "y"),
    "flow-in-flow": (("flow", "m", "n"), "1"),
    "block-mapping-by-its-key": (("block",), "block"),
    "block-list-by-its-key": (("block", "list"), "list"),
    "empty-value-by-its-key": (("empty",), "empty"),
    "empty-flow-value-by-its-key": (("flow", "e"), "e"),
    "block-text": (("text",), "|\n  two\n  lines\n"),
    "quoted-key": (("quoted key",), "z"),
    "mapping-in-a-list-by-its-first-character": (("items", 0), "w"),
    "root-by-its-first-character": ((), "n"),
    "missing-at-the-root": (("nothing",), "n"),
    "missing-in-a-block": (("block", "nothing"), "block"),
    "missing-in-a-flow-mapping": (("flow", "nothing"), "{k: v, e: , m: {n: 1}}"),
    "missing-in-a-list-item": (("items", 0, "who"), "w"),
    "beyond-the-list": (("block", "list", 7), "list"),
    "under-a-scalar": (("block", "inner", "deeper", 3), "1"),
    "index-into-a-mapping": (("block", 0), "block"),
    "key-into-a-list": (("block", "list", "a"), "list"),
}

KEYS: dict[str, tuple[Path, str]] = {
    "top": (("name",), "name"),
    "block": (("block",), "block"),
    "flow": (("flow", "k"), "k"),
    "quoted": (("quoted key",), "'quoted key'"),
    "in-a-list": (("items", 0, "what"), "what"),
}


@pytest.mark.parametrize(("path", "expected"), VALUES.values(), ids=VALUES)
def test_locate_points_where_a_person_would_look(path: Path, expected: str) -> None:
    """A value is located where it is written; a block or a missing value, at its key."""
    root = parse(TEXT.encode()).root
    assert root is not None
    span = locate(root, path)
    assert TEXT[span.start : span.end] == expected


@pytest.mark.parametrize(("path", "expected"), KEYS.values(), ids=KEYS)
def test_locate_points_at_a_key_when_asked(path: Path, expected: str) -> None:
    """With `key`, the span is the key of the place."""
    root = parse(TEXT.encode()).root
    assert root is not None
    span = locate(root, path, key=True)
    assert TEXT[span.start : span.end] == expected


def test_locate_distinguishes_equal_texts() -> None:
    """Two equal values are distinguished by their paths."""
    content = "a: {x: v}\nb: {x: v}\n"
    root = parse(content.encode()).root
    assert root is not None
    assert locate(root, ("a", "x")).start == content.index("v")
    assert locate(root, ("b", "x")).start == content.rindex("v")


# A plain scalar that YAML 1.2 reads as null, boolean or number is Bare; all others are their text.
SCALARS: dict[str, Any] = {
    **{
        bare: Bare(bare)
        for bare in [
            "null", "Null", "NULL", "~", "true", "True", "TRUE", "false", "False", "FALSE",
            "0", "12", "-3", "+4", "010", "0o17", "0x1F", "1.5", ".5", "5.", "-1e3", "6.02E+23",
            ".inf", "-.INF", ".nan", "7" * 5000,
        ]
    },
    **{
        text: text
        for text in [
            "yes", "no", "on", "off", "y", "n", "Yes", "NO", "12:30", "1_000", "2024-01-01",
            "2024-02-30", "1.2.3", "0o8", "0xG", "1e", "tRUE", "nULL", "+", "--", "inf", "nan",
            "a b", "http://x.example/?a=b#c", "1,000", "12 %", "٣",
        ]
    },
    "'12'": "12",
    '"true"': "true",
    "'~'": "~",
    "''": "",
    '"a\\tb"': "a\tb",
    '"\\u00e9"': "é",
    "'it''s'": "it's",
    "|-\n  12": "12",
    ">-\n  a\n  b": "a b",
}  # fmt: skip


@pytest.mark.parametrize(
    ("written", "value"), SCALARS.items(), ids=[repr(written)[:20] for written in SCALARS]
)
def test_a_scalar_keeps_the_text_as_written(written: str, value: str | Bare) -> None:
    """YAML's guesses convert nothing: a scalar is its text, and Bare if it lacks quotes."""
    document = parse(f"key: {written}\n".encode())
    assert document.root is not None
    assert plain_value(document.root) == {"key": value}
    assert str(plain_value(document.root)["key"]) == str(value)
