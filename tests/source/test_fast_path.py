"""The quick way to read agrees with the guarded parse, and steps aside if that one objects."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from places_in import paths_in

from tas_cli.source.fast_path import read_quickly
from tas_cli.source.nodes import locate, plain_value
from tas_cli.source.parse import parse

EXAMPLES = [path.read_bytes() for path in sorted(Path("opportunities").rglob("*.yaml"))]
DOCUMENTED = Path("docs/format.md").read_bytes().split(b"```yaml\n")[1].split(b"```")[0]
"""A file with every key."""
EXAMPLES.append(DOCUMENTED)
SLIPS = [b"&", b"*a", b"!", b"- ", b"? ", b": ", b"{", b"}", b"[", b"]", b'"', b"'", b"#", b"\n"]
SLIPS += [
    b" ",
    b"\t",
    b"\r",
    b"<<: ",
    b"<<<<<<< ",
    b"~",
    b"010",
    b"\xef\xbb\xbf",
    b"\x00",
    b"\xe2\x80\xae",
]
SLIPS += [
    b"---\n",
    b"...\n",
    b"&a x",
    b"*a",
    b"!!str ",
    b"%YAML 1.1\n",
    b"a: \n",
    b"us: -\n",
    b"\xc3\xa9",
]


def agrees(data: bytes) -> bool:
    """Compare a quick reading with the guarded parse; False if it stepped aside."""
    quick = read_quickly(data)
    if quick is None:
        return False
    document = parse(data)
    assert document.faults == []
    assert document.root is not None
    assert quick.value == plain_value(document.root)
    assert quick.text == document.text
    return True


@st.composite
def slipped(draw: st.DrawFn) -> bytes:
    """An example with a few typing errors."""
    data = draw(st.sampled_from(EXAMPLES))
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(data)))
        cut = draw(st.sampled_from([0, 0, 1, 3]))
        data = data[:at] + draw(st.sampled_from(SLIPS)) + data[at + cut :]
    return data


@pytest.mark.parametrize("data", EXAMPLES)
def test_examples_are_read_quickly(data: bytes) -> None:
    """A good file is read the quick way, and gives the same value."""
    assert agrees(data)


@settings(max_examples=1500)
@given(slipped())
def test_slips(data: bytes) -> None:
    """Whatever the typing errors, a quick reading has no fault and the same value."""
    agrees(data)


@settings(max_examples=500)
@given(st.text("ab-?:,[]{}&*!|>'\"%@`#~ \n\t", max_size=40))
def test_any_text(text: str) -> None:
    """The same is true of any text in YAML's own characters."""
    agrees(text.encode())


@pytest.mark.parametrize("data", EXAMPLES)
def test_places_are_the_same(data: bytes) -> None:
    """Every place in a file is located where the guarded parse locates it."""
    quick, root = read_quickly(data), parse(data).root
    assert quick is not None
    assert root is not None
    for path in [*paths_in(quick.value), ("nowhere",), ("assessments", 99), ("name", "more")]:
        for key in (False, True):
            assert locate(quick.along(path), path, key=key) == locate(root, path, key=key)


@pytest.mark.parametrize("depth", [33, 900, 1100, 30_000, 500_000])
@pytest.mark.parametrize("ends", ["[]", ("{a: ", "}"), ("- ", "x"), ("? ", "x"), ("a:\n", "x")])
def test_depth(depth: int, ends: tuple[str, str]) -> None:
    """Too deeply nested text, however deep, is left to the guarded parse."""
    opening, closing = ends
    assert not agrees((opening * depth + closing * depth).encode())


@pytest.mark.parametrize("key", ["[a]", "{a: b}", "? [a]\n", "? {a: b}\n", "[]", "{}"])
def test_compound_keys(key: str) -> None:
    """A list or a mapping as a key is left to the guarded parse."""
    assert not agrees(f"tas: 1\n{key}: b\n".encode())


def test_deepest() -> None:
    """Text nested to the limit is read quickly."""
    assert agrees(b"[" * 32 + b"]" * 32)
