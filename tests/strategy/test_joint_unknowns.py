"""Joint unknowns: how many of a party's cells, set to the same sign, rule strategies out."""

from __future__ import annotations

import pytest
from engine_cases import KEYS, STRONG, Case

from tas_cli.method.catalogue import US
from tas_cli.strategy.decision import Deciding, decide
from tas_cli.strategy.joint_unknowns import together

Row = tuple[str, int, str, str, str]
"""A party, how many cells, their sign, among which (by number), and the strategies ruled out."""


def case(us: str, unknown: str = "", **others: str) -> Case:
    """Return a deal against x: `them` are its criteria with +, `their_unknown` those with ?."""
    them = {"x": others.get("them", "")}
    theirs = {"x": others.get("their_unknown", "")}
    return Case(us, None, None, "", them=them, unknown=unknown, their_unknown=theirs)


CASES: dict[str, tuple[Case, list[Row]]] = {
    "no-unknowns": (case("5 6 7 8 10 11 12 13"), []),
    "an-unknown-that-does-not-matter": (case("5 7 8 10 12 15", "9 11 13", them=STRONG["x"]), []),
    "one-cell-decides-either-way": (
        case("1 2 3 4 5 6 8 9 10 11 12 13 14 15 16 17 18 19 20", "7"),
        [(US, 1, "+", "7", "defend"), (US, 1, "-", "7", "frontal")],
    ),
    "both-for-the-good-and-one-for-the-bad": (
        case("5 7 8 10", "12 15", them=STRONG["x"]),
        [(US, 2, "+", "12 15", "disengage"), (US, 1, "-", "12 15", "flanking")],
    ),
    "all-three-for-the-good": (
        case("7 8", "5 10 12 15", them=STRONG["x"]),
        [(US, 3, "+", "10 12 15", "disengage"), (US, 1, "-", "10 12 15", "flanking")],
    ),
    "several-strategies-are-ruled-out-together": (
        case("5 6 7 8 10 11 12", "9 13 14 15", them="6 7 9"),
        [
            (US, 2, "+", "9 15", "defend disengage"),
            (US, 2, "-", "9 15", "defend flanking frontal"),
        ],
    ),
    "eight-of-ours-are-still-tried": (
        case("5", "6 7 8 9 10 11 12 13 14 15"),
        [
            (US, 8, "+", "7 9 10 11 12 13 14 15", "defend disengage flanking"),
            (US, 8, "-", "7 9 10 11 12 13 14 15", "defend flanking frontal"),
        ],
    ),
    "three-of-theirs-of-which-one-is-like-another": (
        case("5 6 7 8 10 11 12 13", their_unknown="6 7 9 13"),
        [("x", 3, "+", "6 7 9 13", "frontal")],
    ),
    "one-of-theirs-and-never-for-their-minus": (
        case("5 6 7 8 10 11 12 13", them="6 7", their_unknown="8 9 10 11 12 13 14 15"),
        [("x", 1, "+", "8 9 10 11 12 13 14 15", "frontal")],
    ),
}


@pytest.mark.parametrize(("deal", "expected"), CASES.values(), ids=CASES)
def test_how_many_cells_rule_strategies_out(deal: Case, expected: list[Row]) -> None:
    """Each party has its smallest number: ours for either sign, theirs only for +."""
    found = [
        (
            each.party,
            each.number,
            each.rating,
            " ".join(str(KEYS.index(key) + 1) for key in each.among),
            " ".join(each.ruled_out),
        )
        for each in together(deal.facts, decide(deal.facts).deciding)
    ]
    assert found == expected


def test_more_than_eight_of_ours_are_not_tried() -> None:
    """Trying all choices among nine cells would take too long, so nothing is reported."""
    facts = case("5", "6 7 8 9 10 11 12 13 14 15").facts
    deciding = tuple(Deciding(key, US, alone=True) for key in KEYS[5:14])
    assert len(deciding) == 9
    assert together(facts, deciding) == []
