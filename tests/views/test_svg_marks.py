"""The marks of ratings: each is known without its color; what rests on little is hollow."""

from __future__ import annotations

from datetime import date
from itertools import combinations, product
from xml.etree.ElementTree import Element

import pytest
from organizations import deal_of

from tas_cli.assess.scorecard import CellState
from tas_cli.method.catalogue import US
from tas_cli.model.evidence import Evidence
from tas_cli.model.scalars import Rating
from tas_cli.views.svg.geometry import Point
from tas_cli.views.svg.marks import Look, look, mark, placed, scale
from tas_cli.views.svg.palette import PAPER

RATINGS: tuple[Rating, ...] = ("-", "?", "+")
PROVED = (Evidence(what="Seen"),)


def _shapes(rating: Rating, shown: Look) -> list[str]:
    """Return the outlines of a mark, and whether each is filled or dashed, without its color."""
    parts = mark(Element("svg"), Point(0, 0), rating, shown)
    facts = ("d", "stroke-dasharray")
    return [
        " ".join([*(part.get(fact, "") for fact in facts), str(part.get("fill") == PAPER)])
        for part in parts
    ]


def test_marks_differ_without_color() -> None:
    """Each rating has a place and a shape of its own, and each look another outline."""
    places = {placed(Point(50, 9), rating, 20) for rating in RATINGS}
    assert {place.x for place in places} == {30, 50, 70}
    drawn = [_shapes(*each) for each in product(RATINGS, Look)]
    assert all(one != other for one, other in combinations(drawn, 2))
    assert not any(
        {*_shapes(one, shown)} & {*_shapes(other, shown)}
        for shown in Look
        for one, other in combinations(RATINGS, 2)
    )


def test_a_scale_reaches_to_both_poles() -> None:
    """What nobody has rated is the scale alone, with a dot where each mark would be."""
    root = Element("svg")
    scale(root, Point(50, 9), 20)
    assert [each.get("cx") for each in root.iter("circle")] == ["30", "50", "70"]


@pytest.mark.parametrize(
    ("state", "party", "shown"),
    [
        (CellState("+", date(2026, 11, 29), evidence=PROVED), US, Look.FIRM),
        (CellState("+", date(2026, 11, 29)), US, Look.CLAIMED),
        (CellState("-", date(2026, 11, 29)), US, Look.FIRM),
        (CellState("?", date(2026, 11, 29)), US, Look.FIRM),
        (CellState("-", date(2026, 1, 1)), US, Look.STALE),
        (CellState("+", date(2026, 1, 1), evidence=PROVED), US, Look.STALE),
        (CellState(), US, Look.FIRM),
        (CellState("+", date(2026, 1, 1)), "x", Look.FIRM),
    ],
)
def test_how_far_a_rating_can_be_relied_on(state: CellState, party: str, shown: Look) -> None:
    """A + of ours needs evidence, and all ours are re-checked; a competitor's need neither."""
    assert look(deal_of({}), state, party) is shown


def test_nothing_is_re_checked_in_a_closed_deal() -> None:
    """An old rating of a deal that was won is as good as it was; one without evidence is not."""
    deal = deal_of({})
    deal.opportunity = deal.opportunity.model_copy(update={"status": "won"})
    old = date(2026, 1, 1)
    assert look(deal, CellState("+", old, evidence=PROVED), US) is Look.FIRM
    assert look(deal, CellState("+", old), US) is Look.CLAIMED
