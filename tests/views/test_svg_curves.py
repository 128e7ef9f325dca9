"""Curves between cards: where they leave and enter, and what they go around."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from organizations import LINES, staff

from tas_cli.assess.organization import organization
from tas_cli.views.svg.arrangement import arranged
from tas_cli.views.svg.curves import Arrow, Curve, curves
from tas_cli.views.svg.geometry import CARD_HEIGHT, CARD_WIDTH, Card, Point

WIDE, HIGH = CARD_WIDTH + 40, CARD_HEIGHT + 54


def _grid(*places: tuple[int, int]) -> dict[str, Card]:
    """Return cards by column and row, as far from one another as on a map."""
    return {f"{x}{y}": Card(x * WIDE, y * HIGH) for x, y in places}


def _inside(point: Point, card: Card) -> bool:
    return card.x < point.x < card.right and card.y < point.y < card.bottom


def _on_edge(point: Point, card: Card) -> bool:
    sides = point.x in (card.x, card.right) or point.y in (card.y, card.bottom)
    across = card.x <= point.x <= card.right and card.y <= point.y <= card.bottom
    return sides and across


@pytest.mark.parametrize(
    ("arrow", "others"),
    [
        ("00 10", ""),
        ("00 20", "10"),
        ("00 40", "10 20 30"),
        ("00 02", "01"),
        ("00 11", "10"),
        ("11 00", "01"),
        ("00 31", "10 20 30"),
    ],
    ids=["neighbors", "over one", "over three", "past one below", "down", "up", "along a row"],
)
def test_a_curve_goes_around_other_cards(arrow: str, others: str) -> None:
    """Where there is a free way, no point of a curve is behind a card."""
    keys = [*arrow.split(), *others.split()]
    cards = _grid(*((int(key[0]), int(key[1])) for key in keys))
    [curve] = curves([Arrow(*arrow.split())], cards)
    assert not [
        key for key, card in cards.items() for point in curve.points(99) if _inside(point, card)
    ]


@settings(max_examples=12)
@given(LINES)
def test_a_curve_joins_the_edges_of_its_cards(lines: list[tuple[int, bool]]) -> None:
    """Each end is on an edge of its card, and the ends on a card are apart from one another."""
    cards = arranged(organization(staff(lines))).cards
    keys = [*cards]
    arrows = [Arrow(one, other) for one, other in zip(keys, keys[3:], strict=False)]
    arrows += [Arrow(key, keys[0]) for key in keys[1:6]]
    found = curves(arrows, cards)
    for arrow, curve in zip(arrows, found, strict=True):
        assert _on_edge(curve.start, cards[arrow.start])
        assert _on_edge(curve.end, cards[arrow.end])
    ends = [end for curve in found for end in (curve.start, curve.end)]
    assert len({*ends}) == len(ends)


def test_curves_to_one_side_come_in_the_order_of_where_they_come_from() -> None:
    """Those from further up enter further up, so that they do not cross."""
    cards = _grid((0, 0), (0, 1), (0, 2), (2, 1))
    found: list[Curve] = curves([Arrow(f"0{row}", "21") for row in (2, 0, 1)], cards)
    heights = {curve.start.y: curve.end.y for curve in found}
    assert [heights[start] for start in sorted(heights)] == sorted(heights.values())
