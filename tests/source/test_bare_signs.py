"""Bare rating signs: each is read as its sign and reported at its character."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tas_cli.source.nodes import plain_value
from tas_cli.source.parse import parse

# The text; the bare signs as (line, column, sign); what is read.
Case = tuple[str, list[tuple[int, int, str]], Any]
CASES: dict[str, Case] = {
    "minus": ("us: -\n", [(1, 5, "-")], {"us": "-"}),
    "question": ("us: ?\n", [(1, 5, "?")], {"us": "?"}),
    "plus-needs-no-quotes": ("us: +\n", [], {"us": "+"}),
    "quoted": ("us: \"-\"\nx: '?'\n", [], {"us": "-", "x": "?"}),
    "each-in-a-block": (
        "us: -\nx: ?\ny: +\n",
        [(1, 5, "-"), (2, 4, "?")],
        {"us": "-", "x": "?", "y": "+"},
    ),
    "indented": (
        "fit:\n  us: -\n  x: ?\n",
        [(2, 7, "-"), (3, 6, "?")],
        {"fit": {"us": "-", "x": "?"}},
    ),
    "more-blanks-before": ("us:    -\n", [(1, 8, "-")], {"us": "-"}),
    "tab-before": ("us:\t-\n", [(1, 5, "-")], {"us": "-"}),
    "blanks-after": ("us: -  \nx: ?\t\n", [(1, 5, "-"), (2, 4, "?")], {"us": "-", "x": "?"}),
    "comment-after-minus": ("us: - # lost\n", [(1, 5, "-")], {"us": "-"}),
    "comment-after-question": ("us: ?   # x: ?\n", [(1, 5, "?")], {"us": "?"}),
    "no-line-end-minus": ("us: -", [(1, 5, "-")], {"us": "-"}),
    "no-line-end-question": ("us: ?", [(1, 5, "?")], {"us": "?"}),
    "blank-then-end": ("us: ? ", [(1, 5, "?")], {"us": "?"}),
    "crlf": ("us: -\r\nx: ?\r\n", [(1, 5, "-"), (2, 4, "?")], {"us": "-", "x": "?"}),
    "cr": ("us: -\rx: ?\r", [(1, 5, "-"), (2, 4, "?")], {"us": "-", "x": "?"}),
    "quoted-key": ("\"us\": -\n'x': ?\n", [(1, 7, "-"), (2, 6, "?")], {"us": "-", "x": "?"}),
    "blank-before-colon": ("us : -\n", [(1, 6, "-")], {"us": "-"}),
    "flow-minus": ("fit: {us: +, x: -}\n", [(1, 17, "-")], {"fit": {"us": "+", "x": "-"}}),
    "flow-question": ("fit: {us: ?}\n", [(1, 11, "?")], {"fit": {"us": "?"}}),
    "flow-first": ("fit: {us: -, x: +}\n", [(1, 11, "-")], {"fit": {"us": "-", "x": "+"}}),
    "flow-both": (
        "fit: {us: ?, x: -} # why\n",
        [(1, 11, "?"), (1, 17, "-")],
        {"fit": {"us": "?", "x": "-"}},
    ),
    "flow-blanks": (
        "fit: { us: ? , x: - }\n",
        [(1, 12, "?"), (1, 19, "-")],
        {"fit": {"us": "?", "x": "-"}},
    ),
    "flow-lines": (
        "fit: {us: -,\n  x: ?\n}\n",
        [(1, 11, "-"), (2, 6, "?")],
        {"fit": {"us": "-", "x": "?"}},
    ),
    "flow-crlf": (
        "fit: {us: -,\r\n  x: ?}\r\n",
        [(1, 11, "-"), (2, 6, "?")],
        {"fit": {"us": "-", "x": "?"}},
    ),
    "flow-trailing-comma": ("fit: {us: -,}\n", [(1, 11, "-")], {"fit": {"us": "-"}}),
    "flow-quoted-key-without-a-blank": ('fit: {"us":-}\n', [(1, 12, "-")], {"fit": {"us": "-"}}),
    "nested-cell": (
        "us: {rating: -, note: n}\nx:\n  rating: ?\n",
        [(1, 14, "-"), (3, 11, "?")],
        {"us": {"rating": "-", "note": "n"}, "x": {"rating": "?"}},
    ),
    "list": ("l: [+, -, ?]\n", [(1, 8, "-"), (1, 11, "?")], {"l": ["+", "-", "?"]}),
    "list-of-one-minus": ("l: [-]\n", [(1, 5, "-")], {"l": ["-"]}),
    "list-of-one-question": ("l: [?]\n", [(1, 5, "?")], {"l": ["?"]}),
    "list-no-blanks": ("l: [-,?,+]\n", [(1, 5, "-"), (1, 7, "?")], {"l": ["-", "?", "+"]}),
    "after-astral": (
        "n: 😀\nfit: {a: 😀, us: ?}\n",
        [(2, 17, "?")],
        {"n": "😀", "fit": {"a": "😀", "us": "?"}},
    ),
    "after-a-byte-order-mark": ("\ufeffus: -\n", [(1, 5, "-")], {"us": "-"}),
    "after-a-comment": ("# us: -\n# [-, ?]\nus: -\n", [(3, 5, "-")], {"us": "-"}),
}


@pytest.mark.parametrize(("text", "signs", "value"), CASES.values(), ids=CASES)
def test_bare_sign_is_reported_at_its_character_and_read_anyway(
    text: str, signs: list[tuple[int, int, str]], value: Any
) -> None:
    """Every bare sign is one finding of one character, and its value is the sign."""
    document = parse(text.encode())
    assert document.root is not None
    assert plain_value(document.root) == value
    assert [fault.code for fault in document.faults] == ["TAS102"] * len(signs)
    for fault, (line, column, sign) in zip(document.faults, signs, strict=True):
        assert document.text.position(fault.span.start) == (line, column)
        assert document.text.content[fault.span.start : fault.span.end] == sign
        assert fault.fixed
        assert fault.help == f'write `"{sign}"`, or run `tas check --fix`'


# Texts that look like bare signs but are not. `FIXED` triggers the fix that must spare them.
UNTOUCHED: dict[str, tuple[str, Any]] = {
    "double-quotes": ('note: "us: - , x: ?"\n', "us: - , x: ?"),
    "single-quotes": ("note: 'us: -, [-, ?], {us: ?}'\n", "us: -, [-, ?], {us: ?}"),
    "quotes-over-lines": ('note: "us: -\n\n  x: ?\n\n  end"\n', "us: -\nx: ?\nend"),
    "single-quotes-over-lines": ("note: 'a: -\n\n  b: ?'\n", "a: -\nb: ?"),
    "block-text": ("note: |\n  us: -\n  x: ?\n  [-, ?]\n", "us: -\nx: ?\n[-, ?]\n"),
    "folded-text": ("note: >-\n  us: -\n\n  {x: ?}\n", "us: -\n{x: ?}"),
    "block-text-with-comment-look": ("note: |-\n  us: - # kept\n", "us: - # kept"),
    "plain-text": ("note: one - two ? three\n", "one - two ? three"),
    "plain-list-look": ("note: a, -, b, ?, c\n", "a, -, b, ?, c"),
    "question-at-the-end": ("note: who knows?\n", "who knows?"),
    "minus-word": ("note: -x\n", "-x"),
    "only-comment": ("note: n # us: -\n", "n"),
    "link": ("note: http://x.example/?a=-&b=?\n", "http://x.example/?a=-&b=?"),
    "private-use": ("note: '\ue000 \ue001'\n", "\ue000 \ue001"),
    "list-of-dashes": ("note:\n  - '-'\n  - \"?\"\n", ["-", "?"]),
    "list-item-text": ("note:\n  - a\n  - b ?\n", ["a", "b ?"]),
    "key": ('note: {"-": a, "?": b}\n', {"-": "a", "?": "b"}),
}
FIXED = "us: -\nx: ?\n"


@pytest.mark.parametrize(("text", "value"), UNTOUCHED.values(), ids=UNTOUCHED)
def test_signs_inside_texts_and_comments_are_left_alone(text: str, value: Any) -> None:
    """A text that only looks like a bare sign has no finding."""
    document = parse(text.encode())
    assert document.root is not None
    assert not document.faults
    assert plain_value(document.root) == {"note": value}


@pytest.mark.parametrize(("text", "value"), UNTOUCHED.values(), ids=UNTOUCHED)
def test_fixing_a_sign_changes_no_other_text(text: str, value: Any) -> None:
    """Texts come through unchanged next to real bare signs."""
    document = parse((text + FIXED).encode())
    assert document.root is not None
    assert len(document.faults) == 2
    assert plain_value(document.root) == {"note": value, "us": "-", "x": "?"}


@pytest.mark.parametrize(
    ("escape", "character"),
    [(r"\uE000", "\ue000"), (r"\ue001", "\ue001"), (r"\U0000E000", "\ue000")],
    ids=["short", "small-letters", "long"],
)
def test_fixing_a_sign_changes_no_escaped_character(escape: str, character: str) -> None:
    """An escaped character in a text is not mistaken for a fixed sign."""
    document = parse(f'note: "a{escape}b"\n{FIXED}'.encode())
    assert document.root is not None
    assert plain_value(document.root)["note"] == f"a{character}b"


# No escapes of private-use characters: the test above covers them.
TEXTS = st.text("ab:-?,[]{}#'\"\\ +é😀", max_size=30)


def _single(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _double(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _escaped(text: str) -> str:
    return '"' + "".join(f"\\U{ord(character):08x}" for character in text) + '"'


def _block(text: str) -> str:
    return f"|2-\n  {text}|"


@given(text=TEXTS, style=st.sampled_from([_single, _double, _escaped, _block]), after=st.booleans())
def test_fixing_a_sign_never_changes_a_text(text: str, style: Any, *, after: bool) -> None:
    """Any text, quoted in any way, before or after a bare sign, is read as written."""
    note = f"note: {style(text)}\n"
    document = parse((FIXED + note if after else note + FIXED).encode())
    assert document.root is not None
    expected = f"{text}|" if style is _block else text
    assert plain_value(document.root) == {"note": expected, "us": "-", "x": "?"}
    assert [fault.code for fault in document.faults] == ["TAS102", "TAS102"]
