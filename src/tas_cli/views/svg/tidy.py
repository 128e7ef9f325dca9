"""A tidy tree (Reingold and Tilford, with Buchheim's even spread), in linear time, no recursion.

What is placed is a block: a card, or a column of cards. Siblings are as near as their subtrees
allow, and a subtree is as compact under another boss as under its own. Of the two ways to pack
siblings, from the left and from the right, each takes the mean: it is as far apart as both, and
small subtrees stand evenly between large ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple


class Block(NamedTuple):
    """Something to place, with the index of the block above it, None at the top.

    `left` and `right` are how far it reaches from its middle, `rows` how far down, `deep` where the
    blocks below begin; the latter two are counted in rows.
    """

    above: int | None
    left: float
    right: float
    rows: int
    deep: int


class Spot(NamedTuple):
    """Where a block is: the middle, in pixels from the left, and the row of its upper end."""

    middle: float
    row: int


@dataclass(slots=True)
class _Side:
    """How far a subtree reaches to one side of its top's middle, row by row, the deepest first.

    `shift` is still to be added to each: that moves a subtree without touching its rows.
    """

    reaches: list[float]
    shift: float = 0

    def upper(self, most: int) -> Iterable[float]:
        """Return the reaches of the upper rows, from the top."""
        return (each + self.shift for each in reversed(self.reaches[-most:]))

    def put_on_top(self, reach: float, rows: int) -> None:
        """Add rows above."""
        self.reaches += [reach - self.shift] * rows


class _Outline(NamedTuple):
    left: _Side
    right: _Side

    @property
    def rows(self) -> int:
        return len(self.left.reaches)


def tidy(blocks: Sequence[Block], gap: float) -> list[Spot]:
    """Return the spot of each block; `gap` pixels are left between two of them.

    Blocks come after the one above them, siblings from left to right. The first pixel of the
    leftmost is 0.
    """
    below: list[list[int]] = [[] for _ in blocks]
    for at, block in enumerate(blocks):
        if block.above is not None:
            below[block.above].append(at)
    offsets = [0.0] * len(blocks)
    outlines: dict[int, _Outline] = {}
    for at in reversed(range(len(blocks))):
        parts = [outlines.pop(each) for each in below[at]]
        outlines[at] = _with_top(blocks[at], _settle(below[at], parts, offsets, gap))
    tops = [at for at, block in enumerate(blocks) if block.above is None]
    _settle(tops, [outlines.pop(each) for each in tops], offsets, gap)
    return _absolute(blocks, offsets)


def _settle(
    keys: Sequence[int], parts: Sequence[_Outline], offsets: list[float], gap: float
) -> _Outline:
    """Note the offset of each subtree from their common middle, and return their outline."""
    places = _spread(parts, gap)
    for key, place, part in zip(keys, places, parts, strict=True):
        offsets[key] = place
        part.left.shift -= place
        part.right.shift += place
    return _Outline(
        _merged([part.left for part in parts]),
        _merged([part.right for part in reversed(parts)]),
    )


def _spread(parts: Sequence[_Outline], gap: float) -> list[float]:
    """Return the places of subtrees beside one another, around 0."""
    deepest = sorted(part.rows for part in parts)
    compared = deepest[-2] if len(deepest) > 1 else 0
    from_left = _packed(((each.left, each.right) for each in parts), compared, gap)
    mirrored = ((each.right, each.left) for each in reversed(parts))
    from_right = reversed(_packed(mirrored, compared, gap))
    return [(one - other) / 2 for one, other in zip(from_left, from_right, strict=True)]


def _packed(parts: Iterable[tuple[_Side, _Side]], compared: int, gap: float) -> list[float]:
    """Return how far along each subtree stands if all move as near as they can to the first."""
    reached: list[float] = []
    places: list[float] = []
    for near, far in parts:
        pairs = zip(reached, near.upper(compared), strict=False)
        place = max((back + front + gap for back, front in pairs), default=0.0)
        places.append(place)
        beyond = [place + each for each in far.upper(compared)]
        reached[: len(beyond)] = beyond
    return places


def _merged(sides: Sequence[_Side]) -> _Side:
    """Return one side of subtrees beside one another, given from that side inward.

    In each row the first that reaches it counts. The longest is written on, so this takes as long
    as the others are deep.
    """
    if not sides:
        return _Side([])
    longest = max(sides, key=lambda each: len(each.reaches))
    seen = 0
    for side in sides:
        if side is longest:
            break
        for row in range(seen, len(side.reaches)):
            longest.reaches[-1 - row] = side.reaches[-1 - row] + side.shift - longest.shift
        seen = max(seen, len(side.reaches))
    return longest


def _with_top(block: Block, below: _Outline) -> _Outline:
    """Return the outline of a block and what is below it."""
    rows = block.deep if below.rows else block.rows
    below.left.put_on_top(block.left, rows)
    below.right.put_on_top(block.right, rows)
    return below


def _absolute(blocks: Sequence[Block], offsets: Sequence[float]) -> list[Spot]:
    spots: list[Spot] = []
    for block, offset in zip(blocks, offsets, strict=True):
        if block.above is None:
            spots.append(Spot(offset, 0))
        else:
            above = spots[block.above]
            spots.append(Spot(above.middle + offset, above.row + blocks[block.above].deep))
    edge = min(
        chain((spot.middle - block.left for spot, block in zip(spots, blocks, strict=True))),
        default=0.0,
    )
    return [Spot(each.middle - edge, each.row) for each in spots]
