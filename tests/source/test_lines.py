"""Reading line by line: which texts qualify, and that libyaml reads them the same."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from places_in import paths_in
from workspaces import run_each_limited

from tas_cli.source.line_places import along_lines
from tas_cli.source.lines import read_lines
from tas_cli.source.nodes import Bare, locate, plain_value
from tas_cli.source.parse import parse

# Lines -> how they are read.
READ: dict[str, tuple[str, Any]] = {
    "key-and-value": ("a: b c\n", {"a": "b c"}),
    "no-line-end": ("a: b", {"a": "b"}),
    "carriage-returns": ("a:\r\n  b: c\r\nd: e\r\n", {"a": {"b": "c"}, "d": "e"}),
    "quotes": ('a: "x: #"\nb: \'{\'\nc: ""\n', {"a": "x: #", "b": "{", "c": ""}),
    "numbers": ("a: 010\nb: -1.50\nc: '1'\n", {"a": Bare("010"), "b": Bare("-1.50"), "c": "1"}),
    "words-that-yaml-knows": (
        "a: no\nb: true\nc: 2026-01-02\n",
        {"a": "no", "b": Bare("true"), "c": "2026-01-02"},
    ),
    "comments": ("# x\na: b # c\n\n   # d\nc: d#e\n", {"a": "b", "c": "d#e"}),
    "colons": (
        "a: 12:30\nb: https://example.com/#x\n",
        {"a": "12:30", "b": "https://example.com/#x"},
    ),
    "brackets-in-text": ("a: b [c], {d} 'e'\n", {"a": "b [c], {d} 'e'"}),
    "nested": ("a:\n  b:\n    c: d\n  e: f\ng: h\n", {"a": {"b": {"c": "d"}, "e": "f"}, "g": "h"}),
    "list": (
        "a:\n  - b\n  - c: d\n    e: f\n  - g:\n      h: i\n",
        {"a": ["b", {"c": "d", "e": "f"}, {"g": {"h": "i"}}]},
    ),
    "list-as-far-out-as-its-key": (
        "a:\n- b\n- c: d\n  e: f\ng: h\n",
        {"a": ["b", {"c": "d", "e": "f"}], "g": "h"},
    ),
    "list-in-a-list-s-item": ("a:\n  - b:\n    - c\n    d: e\n", {"a": [{"b": ["c"], "d": "e"}]}),
    "wide-dash": ("a:\n  -   b: c\n      d: e\n", {"a": [{"b": "c", "d": "e"}]}),
    "brackets": (
        'a: {b: 1, c: "d, e", f: [g, {h: i}], j: {}}\n',
        {"a": {"b": Bare("1"), "c": "d, e", "f": ["g", {"h": "i"}], "j": {}}},
    ),
    "loose-brackets": (
        "a: { b: c , d: [ e,f ] } # g\nh: []\n",
        {"a": {"b": "c", "d": ["e", "f"]}, "h": []},
    ),
    "other-scripts": ("a: é 日本\nb: {c: 日本}\n", {"a": "é 日本", "b": {"c": "日本"}}),
}

LEFT_TO_LIBYAML = {
    "nothing": "",
    "comments-alone": "# a\n\n",
    "empty-value": "a:\nb: c\n",
    "empty-value-at-the-end": "a: b\nc:\n",
    "list-at-the-top": "- a\n",
    "indented-from-the-start": "  a: b\n",
    "text-over-two-lines": "a: b\n  c\n",
    "block-text": "a: |\n  b\n",
    "quotes-over-two-lines": 'a: "b\n  c"\n',
    "brackets-over-two-lines": "a: [b,\n  c]\n",
    "twice": "a: b\na: c\n",
    "twice-in-brackets": "a: {b: 1, b: 2}\n",
    "further-in-without-a-key-above": "a: b\n  c: d\n",
    "between-two-columns": "a:\n    b: c\n  d: e\n",
    "back-to-a-column-without-a-key": "a:\n  b:\n      c: d\n    e: f\n",
    "item-among-keys": "a:\n  b: c\n  - d\n",
    "key-among-items": "a:\n  - b\n  c: d\n",
    "bare-sign": "a: -\n",
    "escape": 'a: "b\\n"\n',
    "doubled-quote": "a: 'b''c'\n",
    "colon-in-text": "a: b: c\n",
    "text-that-ends-in-a-colon": "a: b:\n",
    "quotes-and-more": 'a: "b" c\n',
    "brackets-and-more": "a: {b: c} d\n",
    "brackets-unlike": "a: [b}\n",
    "key-without-value-in-brackets": "a: {b, c: d}\n",
    "pair-in-a-list": "a: [b: c]\n",
    "comma-first": "a: [, b]\n",
    "comma-last": "a: [b,]\n",
    "comma-twice": "a: [b,, c]\n",
    "comment-without-a-space": 'a: "b"#c\n',
    "tab": "a:\tb\n",
    "tab-before-a-comment": "a: b\t# c\n",
    "carriage-return-alone": "a: b\rc: d\n",
    "quoted-key": '"a": b\n',
    "document-start": "---\na: b\n",
    "two-dashes": "a:\n  - - b\n",
    "anchor": "a: &b c\n",
    "tag": "a: !b c\n",
    "alias": "a: *b\n",
    "long-line": f"a: {'b' * 8000}\n",
    "deep-brackets": f"a: {'[' * 7}{']' * 7}\n",
    "deep-indentation": f"{'a:'.join(chr(10) + ' ' * n for n in range(27))[1:]}a: b\n",
}  # fmt: skip

KEYS = ["a", "b", "c", "us", "x-sys"]
_USUAL = """
a | a b | a, b | a [b] | x} | a#b | a:b | 12:30 | 010 | -5 | 1_0 | ~a | null | no | é | 日本 (a)
"x y" | 'z' | "a: b" | 'a "b"' | "{" | a - b | a - | a? | {} | [] | [ ] | { a: 1 } | [-1]
{a: 1} | {a: 1, b: "x, y"} | [a, b] | {a: {b: c}} | [{a: 1}, {b: 2}] | {a: [b], c: d}
"""
_ODD = r"""
'it''s' | "a\n" | " | 'a' b | {a: 1,} | [a b , ] | {a} | [a: b] | {a: 1, a: 2} | {a: -} | [?]
{a: b} c | {a: b}#c | [a} | [a]b | {a:b} | [a | {a: 'b', c: d#e} | {a: b #c} | {a: b:c}
- x | ? x | a: b | b: | | | >- | --- | ... | %a | @a | `a` | &a | *a | !a | , | # | ~
"""


def listed(values: str) -> list[str]:
    """Return the values of a table, separated by bars."""
    return [each for line in values.strip().splitlines() for each in line.split(" | ")]


VALUES = st.sampled_from([*listed(_USUAL) * 8, *listed(_ODD)])


@pytest.mark.parametrize(("text", "value"), READ.values(), ids=READ)
def test_self_contained_lines_are_read(text: str, value: Any) -> None:
    """A text of ordinary lines is read literally."""
    assert read_lines(text) == value
    agree(text)


@pytest.mark.parametrize("text", LEFT_TO_LIBYAML.values(), ids=LEFT_TO_LIBYAML)
def test_any_other_line_is_left_to_libyaml(text: str) -> None:
    """A text with a line that YAML might read otherwise, or as an error, is not read here."""
    assert read_lines(text) is None


LOOK = "from tas_cli.source.lines import UnusualLineError, line_of"
AT_THE_LAST_LINE = """
try:
    line_of(data.decode().splitlines()[-1])
except UnusualLineError:
    print("it has no usual shape")
"""
LONG = {
    "blanks-behind-a-key": b"a:" + b" " * 400_000 + b"!",
    "blanks-in-a-text": b"a: x" + b" " * 400_000 + b":",
    "blanks-alone": b" " * 400_000 + b"x",
    "blanks-behind-a-dash": b"a:\n- " + b" " * 400_000 + b"!",
    "words": b"a: " + b"x " * 200_000 + b":",
    "colons": b"a: " + b"b:" * 200_000,
    "brackets": b"a: [" + b"] " * 200_000 + b"x",
    "blanks-in-brackets": b"a: {b:" + b" " * 400_000 + b"!}",
    "words-in-brackets": b"a: {b: " + b"x " * 200_000 + b"!}",
    "items": b"a: [" + b"b," * 200_000 + b"!]",
}


def test_a_long_line_is_scanned_only_once() -> None:
    """A long line that could be tried in many ways still takes only a moment."""
    every = run_each_limited(LOOK, AT_THE_LAST_LINE, LONG.values())
    assert dict(zip(LONG, every, strict=True)) == dict.fromkeys(LONG, "it has no usual shape\n")


@st.composite
def lines(draw: st.DrawFn) -> str:
    """A line much like those of a file, at some column, with or without a dash and a key."""
    indent = " " * draw(st.sampled_from([0, 0, 0, 0, 1, 2, 2, 2, 4]))
    dash = draw(st.sampled_from(["", "", "", "", "", "- ", "- ", "-  ", "-"]))
    key = draw(st.sampled_from(["", *(f"{key}: " for key in KEYS), "d:"]))
    value = draw(VALUES) if not key.endswith(":") else ""
    after = draw(st.sampled_from(["", "", "", "", "", "", " ", " # c", "#c", "\t"]))
    return f"{indent}{dash}{key}{value}{after}"


@st.composite
def trees(draw: st.DrawFn, depth: int = 0) -> list[str]:
    """The lines of a mapping."""
    step = draw(st.sampled_from([1, 2, 2, 2, 4]))
    found: list[str] = []
    for key in draw(st.lists(st.sampled_from(KEYS), min_size=1, max_size=3, unique=True)):
        kind = draw(st.sampled_from(["value", "value", "comment", "mapping", "list"]))
        if depth > 2 or kind in ("value", "comment"):
            found.append(f"{key}: {draw(VALUES)}")
            found += ["", "  # c"] if kind == "comment" else []
        elif kind == "mapping":
            found += [f"{key}:", *(" " * step + line for line in draw(trees(depth=depth + 1)))]
        else:
            further = draw(st.sampled_from(["", " " * step]))
            found += [f"{key}:", *(further + line for line in draw(items(depth)))]
    return found


@st.composite
def items(draw: st.DrawFn, depth: int) -> list[str]:
    """The lines of a list: values, and mappings after a dash."""
    found: list[str] = []
    for mapped in draw(st.lists(st.booleans(), min_size=1, max_size=3)):
        if mapped:
            first, *rest = draw(trees(depth=depth + 1))
            found += [f"- {first}", *(f"  {line}" for line in rest)]
        else:
            found.append(f"- {draw(VALUES)}")
    return found


@st.composite
def nearly_trees(draw: st.DrawFn) -> str:
    """The text of a mapping, in which a line may be a column off or missing."""
    found = draw(trees())
    at = draw(st.integers(0, 2 * len(found)))
    if at < len(found):
        found[at : at + 1] = draw(st.sampled_from([[f" {found[at]}"], [found[at][1:]], []]))
    return "\n".join(found)


@settings(max_examples=1500)
@given(st.lists(lines(), min_size=1, max_size=8).map("\n".join))
def test_readings_agree_with_libyaml(text: str) -> None:
    """For any mix of lines, a reading has no fault and the same value and places."""
    agree(text)


@settings(max_examples=1500)
@given(nearly_trees(), st.sampled_from(["\n", "\r\n"]))
def test_trees_agree_with_libyaml(text: str, end: str) -> None:
    """The same is true of texts with the shape of a file, many of which are read."""
    agree(text.replace("\n", end))


def agree(text: str) -> None:
    """Compare a reading line by line, if there is one, with the guarded parse."""
    value = read_lines(text)
    if value is None:
        return
    document = parse(text.encode())
    assert document.faults == []
    assert document.root is not None
    assert value == plain_value(document.root)
    for path in [*paths_in(value), ("nowhere",), ("a", 9), ("a", "nowhere"), ("a", "b", "c", "d")]:
        for key in (False, True):
            found = locate(along_lines(text, path), path, key=key)
            assert found == locate(document.root, path, key=key), path
