"""Bare signs are quoted, and nothing else in the file changes."""

from __future__ import annotations

from random import Random

import pytest
from hand_kept import RANDOMS, Pen, opportunity
from hypothesis import given, settings

from tas_cli.reading.read import read_opportunity
from tas_cli.source.edit import as_bytes, with_signs_quoted
from tas_cli.source.faults import MAX_FAULTS, Fault
from tas_cli.source.parse import parse

FORMS = {
    "minus": ("us: -\n", 'us: "-"\n', 1),
    "question": ("us: ?  # us: ?\r\n", 'us: "?"  # us: ?\r\n', 1),
    "plus": ("us: +\n", "us: +\n", 0),
    "quoted": ("us: '-'\nx: \"?\"\n", "us: '-'\nx: \"?\"\n", 0),
    "no-line-end": ("us:\t-", 'us:\t"-"', 1),
    "brackets": ("{us: -, x: ?, y: +}", '{us: "-", x: "?", y: +}', 2),
    "tight": ("{us: - ,x: ?}", '{us: "-" ,x: "?"}', 2),
    "lines": ("{us: -,  # - ?\n x: ?\n}", '{us: "-",  # - ?\n x: "?"\n}', 2),
    "list": ("[+, -, ?]", '[+, "-", "?"]', 2),
    "cell": ("us:\n  rating: ?\n  note: '-'\n", "us:\n  rating: \"?\"\n  note: '-'\n", 1),
    "in-a-text": ('us: "a: -, b"\nx: |\n  y: ?\n', 'us: "a: -, b"\nx: |\n  y: ?\n', 0),
    "next-to-a-text": ('us: "a: -, b"\nx: ?\n', 'us: "a: -, b"\nx: "?"\n', 1),
    "byte-order-mark": ("\ufeffus: -\n", '\ufeffus: "-"\n', 1),
    "beyond-fixing": ("us: -\nx: [\n", "us: -\nx: [\n", 0),
}


def _quoted(data: bytes) -> tuple[bytes, list[Fault]]:
    document, faults = with_signs_quoted(parse(data))
    return as_bytes(document), faults


@pytest.mark.parametrize(("before", "after", "count"), FORMS.values(), ids=FORMS)
def test_every_form_is_quoted(before: str, after: str, count: int) -> None:
    """A bare sign is quoted wherever it is a value by itself."""
    data, faults = _quoted(before.encode())
    assert (data.decode(), len(faults)) == (after, count)


def test_more_are_fixed_than_are_shown() -> None:
    """The limit on findings does not limit fixing."""
    count = 2 * MAX_FAULTS + 1
    data, faults = _quoted("".join(f"k{number}: -\n" for number in range(count)).encode())
    assert data.decode() == "".join(f'k{number}: "-"\n' for number in range(count))
    assert len(faults) == count


@settings(max_examples=200)
@given(RANDOMS)
def test_only_the_signs_change(random: Random) -> None:
    """In files of every style, removing the new quotes restores the old bytes."""
    pen = Pen(random, bare_signs=True)
    data = pen.document(opportunity(pen.random))
    before = read_opportunity(data, "f.yaml")
    assert {found.code for found in before.diagnostics} <= {"TAS102"}
    result, faults = _quoted(data)
    assert len(faults) == pen.signs
    after = read_opportunity(result, "f.yaml")
    assert not after.diagnostics
    assert after.value == before.value
    content = result.decode().removeprefix("\ufeff")
    for fault in faults:
        at = fault.span.start
        assert content[at : at + 3] in ('"-"', '"?"')
        content = content[:at] + content[at + 1] + content[at + 3 :]
    assert content == data.decode().removeprefix("\ufeff")
