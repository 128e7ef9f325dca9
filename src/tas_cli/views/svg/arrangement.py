"""Where everybody's card is: lines of authority as a tidy tree, outsiders beside its top.

So that forty people fit on a slide, a small department hangs below its head, card under card, and
those without reports are put in columns where a boss has many.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import ceil, sqrt
from typing import NamedTuple

from tas_cli.assess.organization import Position
from tas_cli.views.svg.geometry import CARD_WIDTH, Card, Point
from tas_cli.views.svg.tidy import Block, Spot, tidy

GAP = 40.0
"""Between two cards beside one another."""
_ROW = 36.0
"""The height of a row; a card takes three, with the gap below it, and the next level begins a
row further down, where the lines of authority run."""
_CARD_ROWS, _LEVEL_ROWS = 3, 4
_INDENT = 24.0
"""How far a card is to the right of its boss's if it hangs below."""
_SPINE = 13.0
"""How far the line that it hangs from is to its left."""
_BESIDE = 4
"""The most people beside one another before those without reports are put in columns."""
_HANGING = 10
"""The most people of a department that hangs below its head."""
_BUS = 14.0
"""How far above a card the line runs that joins it to its siblings."""


class Arrangement(NamedTuple):
    """Cards by id, lines of authority, and those from outside, whom no line leads to."""

    cards: dict[str, Card]
    lines: tuple[tuple[Point, ...], ...]
    outside: tuple[str, ...]

    @property
    def right(self) -> float:
        """The right edge of the rightmost card."""
        return max((each.right for each in self.cards.values()), default=0.0)

    @property
    def bottom(self) -> float:
        """The lower edge of the lowest card."""
        return max((each.bottom for each in self.cards.values()), default=0.0)

    def moved(self, right: float, down: float) -> Arrangement:
        """Return everything somewhere else."""
        by = Point(right, down)
        return Arrangement(
            {key: each.moved(right, down) for key, each in self.cards.items()},
            tuple(tuple(point.moved(by) for point in line) for line in self.lines),
            self.outside,
        )


class _Group(NamedTuple):
    """People placed as one, card under card, each with the steps it is indented.

    They are somebody alone, a department with its head, or people with the same boss who hang from
    a line: then the first is indented, too.
    """

    keys: tuple[str, ...]
    steps: tuple[int, ...]
    boss: str | None

    @property
    def hangs(self) -> bool:
        """Whether a line leads down beside all cards, rather than to the top of the first."""
        return self.steps[0] > 0


def arranged(people: Mapping[str, Position]) -> Arrangement:
    """Return where everybody is drawn, from positions in the order of the organization."""
    groups = list(_groups(people))
    index = {group.keys[0]: at for at, group in enumerate(groups)}
    spots = tidy([_block(group, index) for group in groups], GAP)
    cards = {key: card for pair in zip(groups, spots, strict=True) for key, card in _cards(*pair)}
    lines = (line for group in groups for line in _lines(group, people, cards))
    outside = tuple(key for key, each in people.items() if each.outside)
    return Arrangement({key: cards[key] for key in people}, tuple(lines), outside)


def _groups(people: Mapping[str, Position]) -> Iterator[_Group]:
    """Yield all groups, each after that of the boss."""
    departments = _departments(people)
    top = [key for key, each in people.items() if each.boss is None]
    for outside in (False, True):
        here = [key for key in top if people[key].outside is outside]
        yield from _beside(here, people, departments)
    hanging = {key for each in departments.values() for key in each}
    for key, each in people.items():
        if key not in hanging:
            yield from _beside(each.below, people, departments)


def _departments(people: Mapping[str, Position]) -> dict[str, tuple[str, ...]]:
    """Return, by their heads, the departments that hang: head first, bosses before those below.

    They are below the top, not too large, and somebody in them has more than one report.
    """
    order = [*people]
    sizes, wide = dict.fromkeys(order, 1), dict.fromkeys(order, False)
    for key in reversed(order):
        below = people[key].below
        sizes[key] += sum(sizes[each] for each in below)
        wide[key] = len(below) > 1 or any(wide[each] for each in below)
    found: dict[str, tuple[str, ...]] = {}
    beyond = 0
    for at, key in enumerate(order):
        if at >= beyond and people[key].depth and wide[key] and sizes[key] <= _HANGING:
            beyond = at + sizes[key]
            found[key] = tuple(order[at:beyond])
    return found


def _beside(
    keys: Sequence[str],
    people: Mapping[str, Position],
    departments: Mapping[str, tuple[str, ...]],
) -> Iterator[_Group]:
    """Yield the groups of people with the same boss, from left to right."""
    if not keys:
        return
    boss = people[keys[0]].boss
    single = [key for key in keys if not people[key].below]
    high = boss is None or people[boss].depth == 0
    stacked = len(single) > 1 and not (high and len(keys) <= _BESIDE)
    for key in keys:
        if key in departments:
            members = departments[key]
            depths = tuple(people[each].depth - people[key].depth for each in members)
            yield _Group(members, depths, boss)
        elif not stacked or people[key].below:
            yield _Group((key,), (0,), boss)
        elif key == single[0]:
            step = 1 if boss else 0
            yield from (_Group(each, (step,) * len(each), boss) for each in _columns(single, boss))


def _columns(keys: Sequence[str], boss: str | None) -> Iterator[tuple[str, ...]]:
    """Yield people column by column, about as many rows as columns, all about as high."""
    rows = max(_BESIDE if boss else 1, ceil(sqrt(len(keys))))
    columns = ceil(len(keys) / rows)
    at = 0
    for left in range(columns, 0, -1):
        taken = ceil((len(keys) - at) / left)
        yield tuple(keys[at : at + taken])
        at += taken


def _block(group: _Group, index: Mapping[str, int]) -> Block:
    """Return a group as a block, whose middle is that of the first card."""
    first, deepest = group.steps[0], max(group.steps)
    above = index[group.boss] if group.boss else None
    left, right = CARD_WIDTH / 2 + first * _INDENT, CARD_WIDTH / 2 + (deepest - first) * _INDENT
    return Block(above, left, right, _CARD_ROWS * len(group.keys), _LEVEL_ROWS)


def _cards(group: _Group, spot: Spot) -> Iterator[tuple[str, Card]]:
    left = spot.middle - CARD_WIDTH / 2
    for down, (key, step) in enumerate(zip(group.keys, group.steps, strict=True)):
        row = spot.row + down * _CARD_ROWS
        yield key, Card(left + (step - group.steps[0]) * _INDENT, row * _ROW)


def _lines(
    group: _Group, people: Mapping[str, Position], cards: Mapping[str, Card]
) -> Iterator[tuple[Point, ...]]:
    """Yield the lines of authority that lead to a group, and those within it."""
    first = cards[group.keys[0]]
    if group.boss:
        boss = cards[group.boss]
        down, bus = first.x - _SPINE if group.hangs else first.middle.x, first.y - _BUS
        lead = (Point(boss.middle.x, boss.bottom), Point(boss.middle.x, bus), Point(down, bus))
        if group.hangs:
            yield from _comb(lead, [cards[key] for key in group.keys])
        else:
            yield (*lead, Point(down, first.y))
    if len(group.keys) > 1 and not group.hangs:
        for key in group.keys:
            below = [cards[each] for each in people[key].below]
            if below:
                yield from _comb((Point(below[0].x - _SPINE, cards[key].bottom),), below)


def _comb(lead: tuple[Point, ...], below: Sequence[Card]) -> Iterator[tuple[Point, ...]]:
    """Yield a line that leads down beside cards, and a short one from it to each of them."""
    x = lead[-1].x
    *others, last = ((Point(x, card.middle.y), Point(card.x, card.middle.y)) for card in below)
    yield (*lead, *last)
    yield from others
