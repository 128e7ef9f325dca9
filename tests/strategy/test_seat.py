"""The engine from a competitor's seat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from tas_cli.method.catalogue import US, criterion_keys
from tas_cli.strategy.decision import decide
from tas_cli.strategy.facts import Facts
from tas_cli.strategy.seat import borrowed, decide_as, seated

if TYPE_CHECKING:
    from tas_cli.method.cells import CellKey
    from tas_cli.model.scalars import Rating

SIGNS = st.sampled_from("+-?")
CELLS = [(key, party) for key in criterion_keys() for party in (US, "x", "y")]
KNOWN = st.fixed_dictionaries({cell: st.sampled_from("+-") for cell in CELLS})
ANY = st.fixed_dictionaries(dict.fromkeys(CELLS, SIGNS))
INCUMBENTS = st.sampled_from([None, (US,), ("x",), ("y",), (US, "x"), ("nobody",)])


@given(KNOWN, INCUMBENTS)
def test_from_their_seat_and_back_is_ours(
    ratings: dict[CellKey, Rating], incumbent: tuple[str, ...] | None
) -> None:
    """Two swaps give the deal back, if nothing is unknown and no answer was stated."""
    facts = Facts(("x", "y"), ratings, incumbent, {})
    assert seated(seated(facts, "x"), "x") == facts


@given(ANY, INCUMBENTS)
def test_their_decision_is_ours_with_the_columns_swapped(
    ratings: dict[CellKey, Rating], incumbent: tuple[str, ...] | None
) -> None:
    """The engine decides for them as for us, and its cells name the parties of the file."""
    facts = Facts(("x", "y"), ratings, incumbent, {"three_to_one": True})
    theirs, ours = decide_as(facts, "x"), decide(seated(facts, "x"))
    assert (theirs.reachable, theirs.variation) == (ours.reachable, ours.variation)
    for taken in theirs.path:
        assert taken.source != "stated"
        assumed = [cell for cell in taken.because if cell.criterion in borrowed(facts, "x")]
        for cell in (cell for cell in taken.because if cell not in assumed):
            assert cell.rating == facts.rating(cell.criterion, cell.party)
    assert all(facts.rating(*cell[:2]) == "?" for cell in theirs.deciding)
    known = (flip for flip in theirs.flips if flip.criterion != "compelling_event")
    assert all(facts.rating(*flip[:2]) == flip.before for flip in known)


def test_the_customers_side_is_taken_from_our_column() -> None:
    """Of #1 to #5, what we know counts where their rating is unknown; nothing else is filled in."""
    ratings: dict[CellKey, Rating] = {
        ("compelling_event", US): "+", ("access_to_funds", US): "-",
        ("access_to_funds", "x"): "+", ("solution_fit", US): "+",
    }  # fmt: skip
    facts = Facts(("x",), ratings, None, {})
    assert borrowed(facts, "x") == ("compelling_event",)
    theirs = seated(facts, "x")
    assert theirs.rating("compelling_event") == "+"
    assert theirs.rating("access_to_funds") == "+"
    assert theirs.rating("solution_fit") == "?"
    assert theirs.rating("solution_fit", "x") == "+"
