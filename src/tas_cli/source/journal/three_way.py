"""Takes a change back in a text that somebody else has changed since.

The lines of the change are found again by comparing the text with the checksums of the lines as
they were then, and must be there unchanged. The result is parsed and compared: everything outside
of the change is in the same place of the tree and says the same, or the change is not taken back.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from tas_cli.source.journal.splices import Splice, aligned, decoded, encoded, lines_of
from tas_cli.source.nodes import Mapping, Node, Scalar
from tas_cli.source.parse import Document, parse


class Overlap(Exception):  # noqa: N818 - describes a place
    """Somebody else has changed the place of a change: its line, from 1, in the text now.

    `new` has the lines as they were written then.
    """

    def __init__(self, line: int, new: str) -> None:
        super().__init__(new)
        self.line = line
        self.new = new


class _Place(NamedTuple):
    """Where lines `start` to `end` of the present text are replaced by those of `old`."""

    start: int
    end: int
    splice: Splice

    @property
    def size(self) -> int:
        """How many lines come back."""
        return len(lines_of(self.splice.old))


def merged(now: bytes, found: Sequence[Splice], checksums: str) -> bytes:
    """Return a text without a change that was made to an earlier version of it.

    Raises:
        Overlap: somebody else has changed the same place.
    """
    lines = lines_of(decoded(now))
    same = aligned(checksums, lines)
    places: list[_Place] = []
    for each in sorted(found):
        start = _start(each, lines, same, len(checksums) // 8)
        if places and start < places[-1].end:
            raise Overlap(start + 1, each.new)
        places.append(_Place(start, start + len(lines_of(each.new)), each))
    result = list(lines)
    for place in reversed(places):
        result[place.start : place.end] = [place.splice.old]
    after = encoded("".join(result))
    _verify(parse(now), parse(after), places)
    return after


def _start(splice: Splice, lines: Sequence[str], same: dict[int, int], total: int) -> int:
    """Find the lines of a splice: they are unchanged, and so is the line before or after them.

    `same` says which lines of the `total` ones then are which lines now.
    """
    new = lines_of(splice.new)
    end = splice.at + len(new)
    after = 0 if splice.at == 0 else same.get(splice.at - 1, -2) + 1
    before = (len(lines) if end == total else same.get(end, -1)) - len(new)
    for start in (after, before):
        if start >= 0 and list(lines[start : start + len(new)]) == new:
            return start
    near = max((now for then, now in same.items() if then < splice.at), default=-1)
    raise Overlap(near + 2, splice.new)


def _verify(now: Document, result: Document, places: Sequence[_Place]) -> None:
    """Compare everything outside of the places: where it is in the tree, and what it says.

    Raises:
        Overlap: something there would become part of something else, or break.
    """
    first = places[0]
    if now.root is None or result.root is None:
        raise Overlap(first.start + 1, first.splice.new)
    known = {(each.code, each.message) for each in now.faults}
    broken = any((each.code, each.message) not in known for each in result.faults)
    kept = {_moved(each, places) for each in _kept(now, places)}
    if broken or kept != {*_kept(result, _in_result(places))}:
        raise Overlap(first.start + 1, first.splice.new)


_Spot = tuple[int, int]
"""A line and a column, from 0."""
_Said = tuple[str, _Spot | None, tuple[_Spot | None, ...]]
"""A scalar: its text, where it begins, and where the keys and items around it begin."""


def _kept(document: Document, places: Sequence[_Place]) -> Iterator[_Said]:
    """Yield the scalars that have no line in any of the places."""
    content = document.text.content
    starts = [0, *(at + 1 for at, character in enumerate(content) if character == "\n")]

    def spot(index: int) -> _Spot:
        line = bisect_right(starts, index) - 1
        return line, index - starts[line]

    for scalar, around in _scalars(document.root) if document.root else ():
        at, (last, _) = spot(scalar.span.start), spot(max(scalar.span.end - 1, scalar.span.start))
        if not any(at[0] < each.end and last >= each.start for each in places):
            yield scalar.text, at, tuple(map(spot, around))


def _scalars(node: Node, around: tuple[int, ...] = ()) -> Iterator[tuple[Scalar, tuple[int, ...]]]:
    """Yield keys and values, each with the beginnings of the keys and items around it."""
    if isinstance(node, Scalar):
        if not node.empty:
            yield node, around
    elif isinstance(node, Mapping):
        for key, value in node.entries:
            yield key, around
            yield from _scalars(value, (*around, key.span.start))
    else:
        for item in node.items:
            yield from _scalars(item, (*around, item.span.start))


def _moved(said: _Said, places: Sequence[_Place]) -> _Said:
    """Return where a scalar is in the result, if the tree there is the same."""
    text, at, around = said
    return text, _spot_moved(at, places), tuple(_spot_moved(each, places) for each in around)


def _spot_moved(spot: _Spot | None, places: Sequence[_Place]) -> _Spot | None:
    """Return a spot in the result; inside of a place, that is the line with the same number."""
    if spot is None:
        return None
    line, shift = spot[0], 0
    for each in places:
        if line >= each.end:
            shift += each.size - (each.end - each.start)
        elif line >= each.start and line - each.start >= each.size:
            return None
    return line + shift, spot[1]


def _in_result(places: Iterable[_Place]) -> list[_Place]:
    """Return the places as they are in the result."""
    found, shift = [], 0
    for each in places:
        start = each.start + shift
        found.append(_Place(start, start + each.size, each.splice))
        shift += each.size - (each.end - each.start)
    return found
