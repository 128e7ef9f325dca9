"""Edits follow the file's own style: they look as if a person had made them there."""

from __future__ import annotations

import pytest

from tas_cli.source.edit import (
    CannotEdit,
    Edit,
    First,
    Insert,
    Put,
    Rename,
    as_bytes,
    changed,
    edited,
    with_signs_quoted,
)
from tas_cli.source.parse import parse
from tas_cli.source.values import Plain, Quoted

LONG = "What was said at length, so that it needs a line of its own and more than that, by far"
EVIDENCE = {"when": Plain("2026-01-05"), "what": LONG}
CELL = {"rating": Quoted("-"), "evidence": [EVIDENCE]}

# The file, the edit, and the file after it.
CASES: dict[str, tuple[str, Edit, str]] = {
    "list-under-its-key": (
        "a:\n- k: 1\nb:\n    c: 2\n",
        Put(("b", "d"), [{"k": {"l": [LONG]}}]),
        f"a:\n- k: 1\nb:\n    c: 2\n    d:\n    - k:\n          l: [{LONG!r}]\n".replace("'", '"'),
    ),
    "list-further-in": (
        "a:\n    - k: 1\n",
        Insert(("b",), {"k": [{"l": "m"}]}),
        "a:\n    - k: 1\nb:\n    - k:\n          - {l: m}\n",
    ),
    "dash-and-gap-as-above": (
        "a:\n # - not this one\n -   k: 1 # c\n     l: 2\n# end\n",
        Insert(("a",), {"k": Plain("2"), "l": ["m", {"m": "o"}]}),
        (
            "a:\n # - not this one\n -   k: 1 # c\n     l: 2\n -   k: 2\n     l:\n      - m\n"
            "      - {m: o}\n# end\n"
        ),
    ),
    "comment-below-the-dash": (
        "a:\n  -\n    # k - l\n    k: 1\n",
        Insert(("a",), "b"),
        "a:\n  -\n    # k - l\n    k: 1\n  - b\n",
    ),
    "sign-gets-evidence-in-a-block": (
        "r:\n  us: '+'  # sure?\n  x: \"-\"\n",
        Insert(("r", "us", "evidence"), EVIDENCE, "rating"),
        (
            "r:\n  us:  # sure?\n    rating: '+'\n    evidence:\n"
            f'      - when: 2026-01-05\n        what: "{LONG}"\n  x: "-"\n'
        ),
    ),
    "sign-gets-evidence-in-brackets": (
        "r: {us: +, x: '-'}  # c\n",
        Insert(("r", "us", "evidence"), {"what": "so"}, "rating"),
        "r: {us: {rating: +, evidence: [{what: so}]}, x: '-'}  # c\n",
    ),
    "sign-gets-a-note-on-its-line": (
        'us: "+"\r\n',
        Put(("us", "note"), "so, so", "rating"),
        'us: {rating: "+", note: "so, so"}\r\n',
    ),
    "cell-becomes-a-sign": (
        "us:  # ours\n  rating: +\n  note: x  # hm\nx: y\n",
        Put(("us",), Quoted("-")),
        'us: "-"  # ours  # hm\nx: y\n',
    ),
    "sign-becomes-a-cell": (
        "us: +  # ours\nx: y",
        Put(("us",), CELL),
        (
            'us:  # ours\n  rating: "-"\n  evidence:\n'
            f'    - when: 2026-01-05\n      what: "{LONG}"\nx: y'
        ),
    ),
    "key-without-value": (
        "what:   # later\nowner: x\n",
        Put(("what",), "a: b"),
        'what: "a: b"   # later\nowner: x\n',
    ),
    "behind-a-text-that-keeps-its-lines": (
        "a:\n  k: |+\n    text\n\n\nb: 1\n",
        Put(("a", "l"), "m"),
        "a:\n  k: |+\n    text\n\n\n  l: m\nb: 1\n",
    ),
    "behind-a-text-that-does-not": (
        "a:\n  k: |\n    text\n\n\nb: 1\n",
        Put(("a", "l"), "m"),
        "a:\n  k: |\n    text\n  l: m\n\n\nb: 1\n",
    ),
    "block-text-replaced": (
        "a: >-  # why\n  one\n  two\n\n# c\nb: 1\n",
        Put(("a",), "three"),
        "a: three  # why\n\n# c\nb: 1\n",
    ),
    "block-text-removed": ("a: |  # why\n  one\nb: 1\n", Put(("a",), ""), "b: 1\n"),
    "mapping-removed": ("a: b\nc:  # c\n  k: l # k\n# e\n", Put(("c",), ""), "a: b\n# e\n"),
    "last-line-removed": ("a: b\r\nc: d", Put(("c",), ""), "a: b"),
    "key-removed-from-brackets": (
        "a: {b: 1, c: 2, d: 3}\n",
        Put(("a", "c"), ""),
        "a: {b: 1, d: 3}\n",
    ),
    "last-key-removed": ("a: {b: 1, c: 2 }\n", Put(("a", "c"), ""), "a: {b: 1 }\n"),
    "line-removed-from-brackets": (
        "a: {\n  # of b\n  b: 1,  # b\n  c: 2  # c\n}\n",
        Put(("a", "c"), ""),
        "a: {\n  # of b\n  b: 1  # b\n}\n",
    ),
    "comma-behind-a-comment": (
        "a: {b: 1  # b\n , c: 2}\n",
        Put(("a", "c"), ""),
        "a: {b: 1  # b\n  }\n",
    ),
    "removed-with-its-empty-parents": (
        "a: b\nc:\n  d: {e: [f]}\n",
        Put(("c", "d", "e", 0), ""),
        "a: b\n",
    ),
    "a-key-without-value-next-to-it": ("a:\n  b: 1\n  c:\n", Put(("a", "b"), ""), "a:\n  c:\n"),
    "first-key-of-an-item": ("a:\n- k: 1 # k\n  l: 2\n", Put(("a", 0, "k"), ""), "a:\n- l: 2\n"),
    "first-key-with-a-comment-behind": (
        "a:\n  -  k: 1 # k\n     # l\n     l: 2\n",
        Put(("a", 0, "k"), ""),
        "a:\n  -\n     # l\n     l: 2\n",
    ),
    "item-removed": (
        "a:\n- - b\n  # - c\n  - c\n- d\n",
        Put(("a", 0, 1), ""),
        "a:\n- - b\n  # - c\n- d\n",
    ),
    "note-removed": (
        "us:  # ours\n  rating: '+'\n  note: x\n",
        Put(("us", "note"), "", "rating"),
        "us: '+'  # ours\n",
    ),
    "note-removed-next-to-a-comment": (
        "us:\n  rating: '+'  # sure\n  note: x\n",
        Put(("us", "note"), "", "rating"),
        "us:\n  rating: '+'  # sure\n",
    ),
    "empty-brackets": ("a: {}  # c\n", Put(("a", "b"), "c"), "a: {b: c}  # c\n"),
    "empty-brackets-with-a-comment": (
        "a: [  # c\n ]\n",
        Insert(("a",), "b"),
        "a: [b  # c\n ]\n",
    ),
    "comma-at-the-end": ("{a: b,}\n", Put(("c",), "d"), "{a: b, c: d,}\n"),
    "key-alone-in-brackets": ("a: {b}\n", Put(("a", "b"), "c"), "a: {b: c}\n"),
    "two-keys-together": ("a: x", Put(("b", "c"), "d"), "a: x\nb: {c: d}"),
    "old-mac": ("a: x\rb: y\r", Put(("c",), "d"), "a: x\rb: y\rc: d\r"),
    "number-as-id": ("a: {}\n", Put(("a", "42"), "x"), 'a: {"42": x}\n'),
    "behind-the-comments-at-the-end": (
        "a: b\n\n# c\n  # d\n",
        Put(("e",), "f"),
        "a: b\n\n# c\n  # d\ne: f\n",
    ),
    "where-a-comment-keeps-its-place": (
        "a: b\n# e:   # why\n#   - f\n#     g\n# h:\n\nc: d\n# e\n",
        Put(("e",), "f"),
        "a: b\n# e:   # why\n#   - f\n#     g\ne: f\n# h:\n\nc: d\n# e\n",
    ),
    "where-a-list-in-comments-keeps-it": (
        "a: b\r\n#e:\r\n#- f\r\n#g\r\nc: d\r\n",
        Insert(("e",), "f"),
        "a: b\r\n#e:\r\n#- f\r\ne: [f]\r\n#g\r\nc: d\r\n",
    ),
    "no-place-kept-by-prose": (
        "a: b\n# e: a sentence\n# of two lines\nc: |\n  # e:\nd: x\n",
        Put(("e",), "f"),
        "a: b\n# e: a sentence\n# of two lines\nc: |\n  # e:\nd: x\ne: f\n",
    ),
    "only-comments": ("# c", Put(("a",), "b"), "# c\na: b\n"),
    "the-end-of-the-document": (
        "---\na: x\n...\n# c\n",
        Put(("b",), "z"),
        "---\na: x\nb: z\n...\n# c\n",
    ),
    "item-in-front": (
        "a:\n# of a\n- x\n# of y\n- y  # y\n",
        Insert(("a",), "b", at=0),
        "a:\n# of a\n- b\n- x\n# of y\n- y  # y\n",
    ),
    "item-between": (
        "a:\r\n  -  x  # x\r\n  # of y\r\n  -  k: 1",
        Insert(("a",), {"k": ["l", {"m": "o"}]}, at=1),
        ("a:\r\n  -  x  # x\r\n  -  k:\r\n       - l\r\n       - {m: o}\r\n  # of y\r\n  -  k: 1"),
    ),
    "item-in-front-in-the-middle-of-a-line": (
        "a:\n- - x\n  - c\n",
        Insert(("a", 0), "b", at=0),
        "a:\n- - b\n  - x\n  - c\n",
    ),
    "item-between-in-brackets": (
        "a: [\n  x, # x\n  c\n]\n",
        Insert(("a",), "b", at=1),
        "a: [\n  x, # x\n  b, c\n]\n",
    ),
    "item-into-an-empty-list-in-a-list": (
        "a:\n- []\n",
        Insert(("a", 0), "b"),
        "a:\n- [b]\n",
    ),
    "item-past-the-end": ("a: [x]\n", Insert(("a",), "b", at=7), "a: [x, b]\n"),
    "item-replaced": (
        "a:\n- x\n- k: 1 # k\n  l: 2 # l\n# of c\n- c\n",
        Put(("a", 1), {"k": ["m", {"o": "b"}]}),
        "a:\n- x\n- k: # l\n  - m\n  - {o: b}\n# of c\n- c\n",
    ),
    "item-replaced-below-its-dash": (
        "a:\n  -\n    # c\n    k: 1\n    l: 2\n",
        Put(("a", 0), {"k": LONG, "l": "m"}),
        f'a:\n  -\n    # c\n    k: "{LONG}"\n    l: m\n',
    ),
    "field-of-an-item": ("a:\n- k: 1 # k\n", Put(("a", 0, "k"), "b"), "a:\n- k: b # k\n"),
    "key-renamed": (
        "a:\n  'x': 1 # c\n  y: 2\n",
        Rename(("a", "x"), "it's"),
        "a:\n  'it''s': 1 # c\n  y: 2\n",
    ),
    "key-renamed-in-brackets": (
        "a: {x: 1, y}\n",
        Rename(("a", "y"), "b, c"),
        'a: {x: 1, "b, c"}\n',
    ),
    "key-of-its-own-name": ("a: 'x'\n", Rename(("a",), "a"), "a: 'x'\n"),
    "key-with-a-question-mark": ("? x\n: 1\n", Rename(("x",), "42"), '? "42"\n: 1\n'),
    "moved-first": (
        "a:\n  x: 1 # x\n  # of y\n  y: # y\n    z: 2\n",
        First(("a", "y")),
        "a:\n  y: # y\n    z: 2\n  x: 1 # x\n  # of y\n",
    ),
    "moved-first-in-brackets": (
        "a: {x: 1, y: {z: 2}} # a\n",
        First(("a", "y")),
        "a: {y: {z: 2}, x: 1} # a\n",
    ),
    "moved-first-of-three": ("x: 1\ny: 2\nz: 3\n", First(("y",)), "y: 2\nx: 1\nz: 3\n"),
    "moved-first-from-the-end": ("a:\n  x: 1\n  y: 2", First(("a", "y")), "a:\n  y: 2\n  x: 1"),
    "moved-first-with-other-line-ends": (
        "a:\r\n  x: 1\r\n\r\n  y:\r\n    z: 2\r\nb: 3\r\n",
        First(("a", "y")),
        "a:\r\n  y:\r\n    z: 2\r\n  x: 1\r\n\r\nb: 3\r\n",
    ),
    "moved-first-in-brackets-over-lines": (
        "a: {\n  x: 1,  # x\n  y: 2,\n}\n",
        First(("a", "y")),
        "a: {\n  y: 2, x: 1,  # x\n}\n",
    ),
    "first-already": ("a: {x: 1, y: 2}\n", First(("a", "x")), "a: {x: 1, y: 2}\n"),
    "room-to-grow": (
        "a: x\n",
        Put(("b", "c", "d"), "e", spread=True),
        "a: x\nb:\n  c:\n    d: e\n",
    ),
    "no-room-in-brackets": (
        "a: {x: y}\n",
        Put(("a", "c", "d"), "e", spread=True),
        "a: {x: y, c: {d: e}}\n",
    ),
    "nothing-to-remove": ("a: x\n", Put(("b", "c"), ""), "a: x\n"),
}


@pytest.mark.parametrize(("before", "edit", "after"), CASES.values(), ids=CASES)
def test_an_edit_follows_the_file(before: str, edit: Edit, after: str) -> None:
    """Indentation, quotes, line endings and comments are those of the file."""
    assert edited(before.encode(), [edit]).decode() == after


REFUSED: dict[str, tuple[str, Edit, str, int | None]] = {
    "syntax": ("a: [\n", Put(("b",), "c"), "missing or out of place", 2),
    "no-mapping": ("- a\n", Put(("b",), "c"), "not a mapping", 1),
    "text-where-a-mapping-belongs": (
        "x: y\na: b\n",
        Put(("a", "b"), "c"),
        "no mapping to put `b` in",
        2,
    ),
    "text-where-a-list-belongs": ("x: y\na: b\n", Insert(("a",), "c"), "not a list", 2),
    "blank-lines-that-would-join-a-text": (
        "a: |+\n  b\nc: d\n\ne: f\n",
        Put(("c",), ""),
        "change other parts",
        3,
    ),
    "no-such-key": ("x: y\na: {b: c}\n", Rename(("a", "d"), "e"), "no key `d`", 2),
    "a-key-that-is-taken": ("x: y\na:\nb:\n", Rename(("a",), "b"), "`b` exists already", 2),
    "an-item-has-no-key": ("x: y\na: [b]\n", Rename(("a", 0), "c"), "no key `0`", 2),
    "first-behind-a-dash": ("a:\n- x: 1\n  y: 2\n", First(("a", 0, "y")), "lines to itself", 3),
    "key-given-twice": ("a: x\nb: 1\na: y\n", Put(("a",), "z"), "change other parts", 3),
    "text-without-line-end": (
        "x: y\na: |\n  b",
        Put(("c",), "d"),
        "nothing can be added after its last line",
        1,
    ),
}


@pytest.mark.parametrize(("before", "edit", "message", "line"), REFUSED.values(), ids=REFUSED)
def test_an_impossible_edit_is_reported(
    before: str, edit: Edit, message: str, line: int | None
) -> None:
    """A place that cannot be edited is refused with the line that is in the way."""
    with pytest.raises(CannotEdit, match=message) as refused:
        edited(before.encode(), [edit])
    assert refused.value.line == line


def test_errors_elsewhere_stay() -> None:
    """A duplicate key does not block the edit of another value."""
    assert edited(b"a: x\nb: 1\na: y\n", [Put(("b",), Plain("2"))]) == b"a: x\nb: 2\na: y\n"


def test_edits_are_made_one_after_the_other() -> None:
    """A later edit finds what an earlier one has written."""
    edits: list[Edit] = [
        Put(("a", "b"), "c"),
        Put(("a", "b"), "d"),
        Insert(("e",), "f"),
        Insert(("e",), "g"),
    ]
    assert edited(b"x: y\n", edits) == b"x: y\na: {b: d}\ne: [f, g]\n"
    assert edited(b"x: [\n", []) == b"x: [\n"


def test_bare_signs_are_fixed_before_an_edit_wraps_them() -> None:
    """A bare minus is quoted before it goes into its mapping."""
    document, _ = with_signs_quoted(parse(b"us: -  # c\n"))
    result = changed(document, [Put(("us", "note"), "x", "rating")])
    assert as_bytes(result) == b'us: {rating: "-", note: x}  # c\n'
