"""Curves from card to card: each leaves and enters where it crosses the fewest other cards."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise, product
from math import hypot, inf
from typing import NamedTuple

from tas_cli.views.svg.geometry import CARD_HEIGHT, CARD_WIDTH, Card, Point

_SIDES = (Point(0, -1), Point(1, 0), Point(0, 1), Point(-1, 0))
"""The directions in which a curve leaves a card: up, right, down, left."""
_TIGHT, _LOW, _BENDS = 14.0, 40.0, (0.3, 0.5, 0.85)
"""How far a curve goes straight on at its ends, in pixels and in parts of the distance. A tight one
fits between two cards of a column, a low one between two levels; the best is taken."""
_STIFF, _BACK = 3.0, 1.5
"""How many pixels of a detour are better than one that makes a curve tighter than a low one, or
than one by which it has to turn back."""
_STEPS = 16
"""How many points of a curve are looked at."""
_ROUNDED = 0.001
"""How many pixels are nothing but rounding."""
_HIDDEN, _OFF = 7.0, 12.0
"""How many pixels are as good as one behind a card, or as one off the map or behind an end."""
MARGIN = 30.0
"""How far outside the cards the map ends, for curves."""


class Arrow(NamedTuple):
    """Who is joined to whom, by id."""

    start: str
    end: str


class Curve(NamedTuple):
    """A cubic curve: its ends, and where its tangents lead."""

    start: Point
    toward: Point
    back: Point
    end: Point

    def points(self, steps: int = _STEPS) -> list[Point]:
        """Return points along the curve, without its ends."""
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = self
        return [
            Point(a * ax + b * bx + c * cx + d * dx, a * ay + b * by + c * cy + d * dy)
            for a, b, c, d in _weights(steps)
        ]


@cache
def _weights(steps: int) -> list[tuple[float, float, float, float]]:
    """Return the weights of a cubic curve's four points, step by step."""
    shares = (step / (steps + 1) for step in range(1, steps + 1))
    return [((1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t * t, t**3) for t in shares]


class _Way(NamedTuple):
    """Which sides a curve joins, and how many pixels it goes straight on at each.

    `detour` is how long a detour is better than what is not smooth about it.
    """

    leaves: int
    enters: int
    bend: float
    detour: float


class _Ground:
    """What is in the way of curves: cards, found by squares as large as a card, and the margin."""

    def __init__(self, cards: Iterable[Card]) -> None:
        self.squares: defaultdict[tuple[int, int], list[Card]] = defaultdict(list)
        several = [*cards]
        for card in several:
            for corner in product((card.x, card.right), (card.y, card.bottom)):
                self.squares[_square(Point(*corner))].append(card)
        self.left = min(each.x for each in several) - MARGIN
        self.right = max(each.right for each in several) + MARGIN
        self.top = min(each.y for each in several) - MARGIN
        self.bottom = max(each.bottom for each in several) + MARGIN

    def price(self, at: Point, ends: Sequence[Card]) -> float:
        """Return what a pixel of a curve between two cards costs at a point."""
        if not (self.left < at.x < self.right and self.top < at.y < self.bottom):
            return _OFF
        for card in self.squares.get(_square(at), ()):
            if card.x < at.x < card.right and card.y < at.y < card.bottom:
                return _OFF if card in ends else _HIDDEN
        return 1


def _square(point: Point) -> tuple[int, int]:
    return int(point.x // CARD_WIDTH), int(point.y // CARD_HEIGHT)


def curves(arrows: Sequence[Arrow], cards: Mapping[str, Card]) -> list[Curve]:
    """Return a curve for each arrow; those that meet on one side of a card are spread over it."""
    if not arrows:
        return []
    ground = _Ground(cards.values())
    ways = [_best(cards[each.start], cards[each.end], ground) for each in arrows]
    ports = _ports(arrows, ways, cards)
    return [_curve(ports[at, False], ports[at, True], way) for at, way in enumerate(ways)]


def _best(start: Card, end: Card, ground: _Ground) -> _Way:
    """Return the way that costs least, the first of several; most need no look at their points.

    No way costs less than its straight line, so those whose line costs more than the best are out.
    """
    ways = [*_ways(start, end)]
    straight = [
        way.detour + _distance(_edge(start, way.leaves), _edge(end, way.enters)) for way in ways
    ]
    least = (inf, 0)
    for at in sorted(range(len(ways)), key=straight.__getitem__):
        if straight[at] > least[0] + _ROUNDED:
            break
        least = min(least, (_cost(ways[at], (start, end), ground, least[0]), at))
    return ways[least[1]]


def _ways(start: Card, end: Card) -> Iterator[_Way]:
    for leaves, enters in product(range(4), repeat=2):
        one, two = _edge(start, leaves), _edge(end, enters)
        far, back = _distance(one, two), _backward(one, two, leaves) + _backward(two, one, enters)
        low = min(_LOW, far / 2)
        for bend in (min(_TIGHT, low), low, *(share * far for share in _BENDS)):
            yield _Way(leaves, enters, bend, _STIFF * max(0, low - bend) + _BACK * back)


def _cost(way: _Way, ends: tuple[Card, Card], ground: _Ground, most: float) -> float:
    """Return how long a way is, in pixels, where those that are hidden count more.

    It is infinite if that is more than `most`.
    """
    curve = _curve(_edge(ends[0], way.leaves), _edge(ends[1], way.enters), way)
    length = 0.0
    for one, two in pairwise((curve.start, *curve.points(), curve.end)):
        length += _distance(one, two) * ground.price(two, ends)
        if way.detour + length > most:
            return inf
    return way.detour + length


def _backward(here: Point, there: Point, side: int) -> float:
    """Return how far a point is behind the side of a card from which a curve leads to it."""
    ahead = _SIDES[side]
    return max(0, ahead.x * (here.x - there.x) + ahead.y * (here.y - there.y))


def _distance(one: Point, other: Point) -> float:
    return hypot(one.x - other.x, one.y - other.y)


def _edge(card: Card, side: int, share: float = 0.5) -> Point:
    """Return a point on a side of a card, from left to right or from top to bottom."""
    if side in (1, 3):
        return Point(card.right if side == 1 else card.x, card.y + CARD_HEIGHT * share)
    return Point(card.x + CARD_WIDTH * share, card.y if side == 0 else card.bottom)


def _curve(start: Point, end: Point, way: _Way) -> Curve:
    toward, back = _SIDES[way.leaves], _SIDES[way.enters]
    return Curve(start, start.moved(toward, way.bend), end.moved(back, way.bend), end)


def _ports(
    arrows: Sequence[Arrow], ways: Sequence[_Way], cards: Mapping[str, Card]
) -> dict[tuple[int, bool], Point]:
    """Return where each arrow leaves (False) and enters (True) its cards.

    On a side, those that come from further left or further up are there as well. The middle of the
    upper and the lower side is left to the lines of authority.
    """
    ends: defaultdict[tuple[str, int], list[tuple[float, int, bool]]] = defaultdict(list)
    for at, (arrow, way) in enumerate(zip(arrows, ways, strict=True)):
        for enters, side in ((False, way.leaves), (True, way.enters)):
            here, there = (arrow.end, arrow.start) if enters else (arrow.start, arrow.end)
            far = cards[there].middle
            ends[here, side].append((far.x if side in (0, 2) else far.y, at, enters))
    found: dict[tuple[int, bool], Point] = {}
    for (key, side), several in ends.items():
        for share, (_, at, enters) in zip(
            _shares(len(several), side), sorted(several), strict=True
        ):
            found[at, enters] = _edge(cards[key], side, share)
    return found


def _shares(count: int, side: int) -> Iterator[float]:
    """Yield shares of a side, evenly, on the upper and lower side apart from the middle."""
    slots = count + 1 if side in (1, 3) else count + count % 2 + 1
    for at in range(1, count + 1):
        yield at / slots
