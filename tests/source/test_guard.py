"""The guard around the parser: bombs are stopped early, and foreign features refused."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from workspaces import HEAD, run_each_limited

from tas_cli.source.faults import MAX_FAULTS
from tas_cli.source.files import MAX_BYTES
from tas_cli.source.nodes import plain_value
from tas_cli.source.parse import MAX_DEPTH, MAX_NODES, parse

if TYPE_CHECKING:
    from collections.abc import Iterator

pytest.importorskip("resource", reason="process limits need POSIX")


def _alias_bomb() -> bytes:
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    for before, name in zip("abcdefgh", "bcdefghi", strict=True):
        lines.append(f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]")
    return "\n".join(lines).encode()


def _merge_bomb() -> bytes:
    lines = ["a: &a {x: 1}"]
    for before, name in zip("abcdefgh", "bcdefghi", strict=True):
        lines.append(f"{name}: &{name} {{<<: [{', '.join([f'*{before}'] * 9)}]}}")
    return "\n".join(lines).encode()


# The bytes, and the reported codes (each once or more).
BOMBS: dict[str, tuple[bytes, set[str]]] = {
    "alias-bomb": (_alias_bomb(), {"TAS111"}),
    "merge-bomb": (_merge_bomb(), {"TAS111"}),
    "alias-to-itself": (b"a: &a [*a]\n", {"TAS111"}),
    "25000-open-brackets": (b"owner: " + b"[" * 25_000, {"TAS112"}),
    "80000-nested-brackets": (b"owner: " + b"[" * 80_000 + b"]" * 80_000, {"TAS112"}),
    "80000-open-braces": (b"owner: " + b"{a: " * 80_000, {"TAS112"}),
    "nested-dashes": (b"owner:\n" + b"- " * 80_000, {"TAS112"}),
    "nested-questions": (b"? " * 80_000, {"TAS112"}),
    "nested-blocks": (
        b"".join(b" " * depth + b"a:\n" for depth in range(1200)),
        {"TAS112"},
    ),
    "million-values": (b"owner: [" + b"a," * 500_000 + b"]", {"TAS112"}),
    "million-bare-signs": (b"owner: [" + b"?," * 500_000 + b"]", {"TAS102", "TAS112"}),
    "too-large": (b"owner: " + b"x" * (40 * MAX_BYTES), {"TAS112"}),
    "long-key": (b"k" * (MAX_BYTES - 10) + b": x", {"TAS101"}),
    "5000-digit-integer": (b"tas: " + b"9" * 5000, {"TAS115"}),
    "million-digit-integer": (HEAD.encode() + b"owner: " + b"9" * 900_000, {"TAS109"}),
    "million-digit-amount": (HEAD.encode() + b"amount: " + b"9" * 900_000, {"TAS108"}),
    "same-key-over-and-over": (b"owner: a\n" * 20_000, {"TAS104"}),
    "unknown-keys": ((HEAD + "".join(f"k{n}: x\n" for n in range(20_000))).encode(), {"TAS105"}),
    "empty-keys": (
        (f"{HEAD}competitors:\n" + "".join(f"  K{n}:\n" for n in range(20_000))).encode(),
        {"TAS108"},
    ),
    "conflicts": (b"<<<<<<< a\n=======\n>>>>>>> b\n" * 30_000, {"TAS113"}),
    "controls": (b"\x01" * MAX_BYTES, {"TAS116"}),
    "open-quotes": (b'"' * 100_000, {"TAS101"}),
    "escapes": (b'owner: "' + b"\\\\" * 400_000 + b'"\n', {"TAS106"}),
    "blanks": (b" " * MAX_BYTES, {"TAS106"}),
    "colons": (b":" * MAX_BYTES, {"TAS101"}),
    "line-ends": (b"\r" * MAX_BYTES, {"TAS106"}),
}  # fmt: skip

READ = "from tas_cli.reading.read import read_opportunity"
AND_PRINT = """
reading = read_opportunity(data, "bomb.yaml")
assert reading.value is None
for found in reading.diagnostics:
    print(repr(found))
"""


def test_bombs_are_reported_with_little_memory_time_and_output() -> None:
    """No file takes more than a moment to read and print, or kills the process."""
    every = run_each_limited(READ, AND_PRINT, [data for data, _ in BOMBS.values()])
    for (name, (_, codes)), printed in zip(BOMBS.items(), every, strict=True):
        assert set(re.findall(r"code='(\w+)'", printed)) == codes, name
        assert 1 <= len(printed.splitlines()) <= MAX_FAULTS, name
        assert len(printed) < 1000 * MAX_FAULTS, name


@pytest.mark.parametrize("code", ["while data: pass", "data * 10**9"])
def test_a_process_that_takes_too_much_is_ended(code: str) -> None:
    """The limits that these tests set apply to each of several cases."""
    assert run_each_limited("", code, [b"", b""], seconds=1) == ["", ""]
    with pytest.raises(AssertionError, match="status"):
        run_each_limited("", code, [b"", b"x"], seconds=1)


_PARSE: Any = yaml.parse


class _Counted:
    """A parser's events, with a count of those requested."""

    def __init__(self) -> None:
        self.asked = 0

    def parse(self, *arguments: Any, **options: Any) -> Iterator[yaml.Event]:
        for event in _PARSE(*arguments, **options):
            self.asked += 1
            yield event


@pytest.mark.parametrize(
    ("text", "events"),
    {
        "deep": ("[" * 20_000 + "]" * 20_000, MAX_DEPTH + 10),
        "wide": ("[" + "a," * 100_000 + "]", MAX_NODES + 10),
        "second-document": ("a: b\n---\n" + "- x\n" * 10_000, 20),
    }.values(),
    ids=["deep", "wide", "second-document"],
)
def test_guard_stops_the_parser_early(
    text: str, events: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once a limit is exceeded, parsing stops: deep nesting costs quadratic time."""
    counted = _Counted()
    monkeypatch.setattr(yaml, "parse", counted.parse)
    assert parse(text.encode()).root is None
    assert counted.asked <= events


LIMITS = {
    "depth-flow": ("a: " + "[" * (MAX_DEPTH - 1) + "]" * (MAX_DEPTH - 1), "a: " + "[" * MAX_DEPTH),
    "nodes": (
        "- x\n" * (MAX_NODES - 1),
        "- x\n" * MAX_NODES,
    ),
    "bytes": ("#" * MAX_BYTES, "#" * (MAX_BYTES + 1)),
    "bytes-not-characters": ("#" + "é" * (MAX_BYTES // 2 - 1), "#" + "é" * (MAX_BYTES // 2)),
}


@pytest.mark.parametrize(("inside", "outside"), LIMITS.values(), ids=LIMITS)
def test_limits_are_as_documented(inside: str, outside: str) -> None:
    """A file just within a limit is read; one just beyond it is TAS112."""
    assert not parse(inside.encode()).faults
    document = parse(outside.encode())
    assert [fault.code for fault in document.faults] == ["TAS112"]
    assert document.root is None


# The text, the reported piece, and what the message names.
FOREIGN: dict[str, tuple[str, str, str]] = {
    "anchor": ("a: &x 1\n", "&x 1", "anchors (&x) are not"),
    "anchor-without-a-value": ("a: &x\n", "&x", "anchors (&x) are not"),
    "anchor-on-a-key": ("&x a: 1\n", "&x a", "anchors (&x) are not"),
    "anchor-on-a-list": ("a: &x [b]\n", "&x [", "anchors (&x) are not"),
    "alias-without-an-anchor": ("a: *x\n", "*x", "aliases (*x) are not"),
    "alias-as-key": ("*x : 1\n", "*x", "aliases (*x) are not"),
    "merge-key": ("<<: {b: c}\n", "<<", "merge keys (<<) are not"),
    "merge-key-in-flow": ("a: {<<: {b: c}}\n", "<<", "merge keys (<<) are not"),
    "standard-tag": ("a: !!str 1\n", "!!str 1", "tags (!!str) are not"),
    "python-tag": (
        "a: !!python/object/apply:os.system [x]\n",
        "!!python/object/apply:os.system [",
        "tags (!!python/object/apply:os.system) are not",
    ),
    "local-tag": ("a: !x y\n", "!x y", "tags (!x) are not"),
    "tag-without-a-name": ("a: ! y\n", "! y", "tags (!) are not"),
    "verbatim-tag": ("a: !<tag:x> y\n", "!<tag:x> y", "tags (tag:x) are not"),
    "tag-on-a-key": ("!!str a: b\n", "!!str a", "tags (!!str) are not"),
    "binary": ("a: !!binary aGk=\n", "!!binary aGk=", "tags (!!binary) are not"),
    "second-document": ("a: b\n---\nc: d\n", "---", "a second document starts here"),
    "second-document-after-an-end": ("a: b\n...\n---\nc: d\n", "---", "a second document"),
    "empty-second-document": ("a: b\n---\n", "---", "a second document starts here"),
    "broken-second-document": ("a: b\n---\n{[\n", "---", "a second document starts here"),
    "list-as-key": ("? [a, b]\n: c\n", "[a, b]", "a list or mapping cannot be used"),
    "mapping-as-key": ("{a: b}: c\n", "{a: b}", "a list or mapping cannot be used"),
}


@pytest.mark.parametrize(("text", "piece", "message"), FOREIGN.values(), ids=FOREIGN)
def test_foreign_feature_is_refused_at_its_place(text: str, piece: str, message: str) -> None:
    """Anchors, aliases, merge keys, tags and second documents are TAS111 at their place."""
    (fault,) = parse(text.encode()).faults
    assert fault.code == "TAS111"
    assert message in fault.message
    assert text[fault.span.start : fault.span.end] == piece
    assert fault.span.start == text.index(piece)
    assert fault.help
    assert not fault.fixed


FAMILIAR: dict[str, str] = {
    "document-start": "---\na: b\n",
    "document-end": "a: b\n...\n",
    "version-directive": "%YAML 1.2\n---\na: b\n",
    "comments": "# &x *y !z <<: ---\na: b # &x\n",
    "ampersand-in-a-text": 'a: "&x"\n',
    "signs-inside-words": "a: R&D *!\n",
    "quoted-merge-key": '"<<": b\n',
    "dashes-in-a-text": "a: |\n  ---\n  b\n",
}


@pytest.mark.parametrize("text", FAMILIAR.values(), ids=FAMILIAR)
def test_what_only_looks_foreign_is_accepted(text: str) -> None:
    """A document marker at the start, directives, comments and quoted texts are fine."""
    assert not parse(text.encode()).faults


DUPLICATES: dict[str, tuple[str, list[int]]] = {
    "twice": ("a: 1\nb: 2\na: 3\n", [10]),
    "three-times": ("a: 1\na: 2\na: 3\n", [5, 10]),
    "flow": ("x: {a: 1, a: 2}\n", [10]),
    "quoted-and-plain": ("a: 1\n'a': 2\n\"a\": 3\n", [5, 12]),
    "explicit": ("a: 1\n? a\n: 2\n", [7]),
    "empty-values": ("a:\na:\n", [3]),
    "no-duplicate-in-another-mapping": ("a: {a: 1}\nb: {a: 2}\n", []),
    "no-duplicate-by-case": ("a: 1\nA: 2\n", []),
    "no-duplicate-by-type": ("1: a\n01: b\n1.0: c\n", []),
}


@pytest.mark.parametrize(("text", "starts"), DUPLICATES.values(), ids=DUPLICATES)
def test_every_repetition_of_a_key_is_reported(text: str, starts: list[int]) -> None:
    """A duplicate key in a mapping is TAS104, at the later key."""
    faults = parse(text.encode()).faults
    assert [(fault.code, fault.span.start) for fault in faults] == [
        ("TAS104", start) for start in starts
    ]


# Texts that libyaml refuses, or reads as something that a document cannot be.
REFUSED = {
    "character-beyond-unicode": r'a: "\U00110000"',
    "lone-surrogate": r'a: "\ud800"',
    "huge-version": "%YAML " + "9" * 5000 + ".1\n---\na: b",
    "unknown-version": "%YAML 9.9\n---\na: b",
    "deep": "[" * 5000,
    "tab": "a:\n\tb: c",
}


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED)
def test_a_text_the_parser_rejects_is_reported(text: str) -> None:
    """A text that the parser itself rejects is a fault and does not crash."""
    document = parse(text.encode())
    assert document.faults
    assert document.root is None


def test_signs_in_a_list_are_signs() -> None:
    """`[+, -, ?]` is three signs: never a mapping with a null key."""
    document = parse(b"a: [+, -, ?]\n")
    assert document.root is not None
    assert plain_value(document.root) == {"a": ["+", "-", "?"]}
    assert [fault.code for fault in document.faults] == ["TAS102", "TAS102"]
