"""The decision in words: what is recommended or within reach, and what was chosen."""

from __future__ import annotations

from collections.abc import Sequence

from tas_cli.assess.scorecard import cell_name
from tas_cli.method.catalogue import strategies
from tas_cli.model.opportunity import Opportunity
from tas_cli.strategy.decision import Deciding, Decision
from tas_cli.views.page import STRONG, Paragraph, Part, paragraph
from tas_cli.words import some


def verdict(decision: Decision) -> list[Part]:
    """Return the recommendation, or the strategies still within reach."""
    if decision.recommended is None:
        return ["Undecided between ", (candidates(decision), STRONG), "."]
    return ["Recommended: ", (titled(decision.recommended, decision.variation), STRONG), "."]


def candidates(decision: Decision) -> str:
    """Return the strategies within reach: Flanking, Fragment and Develop."""
    *before, last = (strategies()[key].title for key in decision.reachable)
    return f"{', '.join(before)} and {last}" if before else last


def narrowing(cells: Sequence[Deciding]) -> str:
    """Return whether one of the cells to find out next is enough, or only several of them are."""
    if not all(cell.alone for cell in cells):
        return "only several together narrow it down"
    return (
        "any one of these answers narrows it down"
        if len(cells) > 1
        else "this alone narrows it down"
    )


def choice(opportunity: Opportunity, decision: Decision, *, why: bool = True) -> str:
    """Return the choice, its date and the recommendation; with `why`, the reason as well."""
    chosen = opportunity.strategy
    if chosen is None or chosen.chosen is None:
        return "No strategy chosen yet."
    title = titled(chosen.chosen, chosen.variation)
    since = f", since {chosen.since}" if chosen.since else ""
    reason = f" Reason: {chosen.reason.rstrip('.')}." if chosen.reason and why else ""
    if chosen.chosen == decision.recommended and chosen.variation in (None, decision.variation):
        return f"Chosen: the same{since}.{reason}"
    if decision.recommended and chosen.chosen != decision.recommended:
        return f"Chosen instead: {title}{since}.{reason}"
    gone = "" if chosen.chosen in decision.reachable else "; now out of reach"
    return f"Chosen: {title}{since}{gone}.{reason}"


def titled(key: str, variation: str | None) -> str:
    """Return a strategy's name with its variation's: Flanking (Alter the rules)."""
    strategy = strategies()[key]
    known = {each.key: each.title for each in strategy.variations}
    return f"{strategy.title} ({known[variation]})" if variation in known else strategy.title


def either_way(strategy: str) -> str:
    """Return the note for an unknown step whose answers all lead to one strategy."""
    return f"either answer leads to {strategies()[strategy].title}"


def first_to_find_out(opportunity: Opportunity, decision: Decision, most: int) -> Paragraph:
    """Return the cells to find out next, at most `most` by name; empty if there are none."""
    cells = [cell_name(opportunity, each.criterion, each.party) for each in decision.deciding]
    return paragraph(f"Find out next: {some(cells, most)}." if cells else "")
