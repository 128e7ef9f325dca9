"""The lines that differ between two versions of a text, and the way back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple
from zlib import crc32


class Splice(NamedTuple):
    """Some lines of a text, from line `at` (from 0) of the new version on: `old` became `new`."""

    at: int
    old: str
    new: str


def decoded(data: bytes) -> str:
    """Return a text that `encoded` turns into the same bytes, whatever they are."""
    return data.decode(errors="surrogateescape")


def encoded(text: str) -> bytes:
    """Return the bytes of a decoded text."""
    return text.encode(errors="surrogateescape")


def lines_of(text: str) -> list[str]:
    """Return the lines of a text with their ends, which are line feeds."""
    found = [f"{line}\n" for line in text.split("\n")]
    found[-1] = found[-1][:-1]
    return found if found[-1] else found[:-1]


def checksums(text: str) -> str:
    """Return eight characters for each line, by which it is found again."""
    return "".join(map(_checksum, lines_of(text)))


def _checksum(line: str) -> str:
    return f"{crc32(line.encode(errors='surrogateescape')):08x}"


def splices(before: str, after: str) -> tuple[Splice, ...]:
    """Return what differs between two texts."""
    was, now = lines_of(before), lines_of(after)
    return tuple(
        Splice(start, "".join(was[old]), "".join(now[start:end]))
        for old, start, end in _differing(was, now)
    )


def _differing(was: Sequence[str], now: Sequence[str]) -> Iterable[tuple[slice, int, int]]:
    """Yield the places that differ: lines of the one, first and last line of the other."""
    head = _common(was, now)
    tail = _common(was[head:][::-1], now[head:][::-1])
    middle = was[head : len(was) - tail], now[head : len(now) - tail]
    for tag, i, j, start, end in SequenceMatcher(None, *middle).get_opcodes():
        if tag != "equal":
            yield slice(head + i, head + j), head + start, head + end


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many lines two texts have in common at their beginning."""
    for number, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return number
    return min(len(one), len(other))


def undone(after: str, found: Iterable[Splice]) -> str:
    """Return the text before, given the very text after."""
    lines = lines_of(after)
    for at, old, new in sorted(found, reverse=True):
        lines[at : at + len(lines_of(new))] = [old]
    return "".join(lines)


def aligned(known: str, now: Sequence[str]) -> dict[int, int]:
    """Return which lines of a text known by its checksums are which lines of another text."""
    was = [known[at : at + 8] for at in range(0, len(known), 8)]
    found = [_checksum(line) for line in now]
    differing = [*_differing(was, found), (slice(len(was), None), len(found), 0)]
    same: dict[int, int] = {}
    i = j = 0
    for place, start, end in differing:
        same |= dict(zip(range(i, place.start), range(j, start), strict=True))
        i, j = place.stop, end
    return same
