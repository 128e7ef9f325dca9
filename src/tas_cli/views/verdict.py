"""The decision in words: what is recommended or within reach, and what was chosen."""

from __future__ import annotations

from tas_cli.assess.scorecard import cell_name
from tas_cli.method.catalogue import strategies
from tas_cli.model.opportunity import Opportunity
from tas_cli.strategy.decision import Decision
from tas_cli.views.page import STRONG, Paragraph, Part, paragraph
from tas_cli.words import some


def verdict(decision: Decision) -> list[Part]:
    """Return the recommendation, or the strategies still within reach."""
    if decision.recommended is None:
        titles = [strategies()[key].title for key in decision.reachable]
        listed = ", ".join(titles[:-1]) + f" or {titles[-1]}"
        return ["Not settled: ", (listed, STRONG), " can still come out."]
    return ["Recommended: ", (_titled(decision.recommended, decision.variation), STRONG), "."]


def choice(opportunity: Opportunity, decision: Decision, *, why: bool = True) -> str:
    """Return the choice, its date and the recommendation; with `why`, the reason as well."""
    chosen = opportunity.strategy
    if chosen is None or chosen.chosen is None:
        return "None chosen yet."
    title = _titled(chosen.chosen, chosen.variation)
    since = f" since {chosen.since}" if chosen.since else ""
    reason = f", because: {chosen.reason.rstrip('.')}" if chosen.reason and why else ""
    if chosen.chosen == decision.recommended and chosen.variation in (None, decision.variation):
        return f"Chosen: the same{since}{reason}."
    if decision.recommended and chosen.chosen != decision.recommended:
        return f"Chosen instead: {title}{since}{reason}."
    gone = "" if chosen.chosen in decision.reachable else " It cannot come out any more."
    return f"Chosen: {title}{since}{reason}.{gone}"


def _titled(key: str, variation: str | None) -> str:
    strategy = strategies()[key]
    known = {each.key: each.title for each in strategy.variations}
    return f"{strategy.title} ({known[variation]})" if variation in known else strategy.title


def either_way(strategy: str) -> str:
    """Return the note for an unknown step whose answers all lead to one strategy."""
    return f"either answer leads to {strategies()[strategy].title}"


def first_to_find_out(opportunity: Opportunity, decision: Decision, most: int) -> Paragraph:
    """Return the cells to find out next, at most `most` by name; empty if there are none."""
    cells = [cell_name(opportunity, each.criterion, each.party) for each in decision.deciding]
    return paragraph(f"Find out first: {some(cells, most)}." if cells else "")
