"""Ratings of an earlier day that do not count today, since a later day rates the cell otherwise."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from tas_cli.assess.scorecard import CellState, Scorecard, cell_name
from tas_cli.method.cells import CellKey, cell_code
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.scalars import Rating
from tas_cli.views.page import SIGN


def overruling(card: Scorecard, where: CellKey, rating: Rating, day: date) -> CellState | None:
    """Return the state of a cell that counts instead of its rating of a day; None if that does."""
    state = card.cell(*where)
    later = state.stated is not None and state.stated > day
    return state if later and state.rating != rating else None


def stays(state: CellState) -> str:
    """Return that a later rating stays, in a few words."""
    return f"stays {SIGN[state.rating]}, rated later"


def overruled(
    card: Scorecard,
    rated: Iterable[tuple[CellKey, Rating]],
    day: date,
    opportunity: Opportunity,
    name: str,
) -> list[str]:
    """Return a sentence about each rating of a day that does not count, with the way out.

    `card` is today's, and `name` the deal's short name.
    """
    found = ((where, overruling(card, where, rating, day)) for where, rating in rated)
    return [_sentence(where, state, opportunity, name) for where, state in found if state]


def _sentence(where: CellKey, state: CellState, opportunity: Opportunity, name: str) -> str:
    now = SIGN[state.rating]
    return (
        f"{cell_name(opportunity, *where)} stays {now}: rated {now} on {state.stated}, a later day."
        f" `tas rate {name} {cell_code(*where)}= --date {state.stated}` takes that back."
    )
