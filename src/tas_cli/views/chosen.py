"""Shows the recommended strategy and the one about to be chosen."""

from __future__ import annotations

from tas_cli.assess.deal import DealOnDay
from tas_cli.method.catalogue import Strategy, strategies
from tas_cli.views.page import DIM, STRONG, Page, item, items, paragraph
from tas_cli.views.verdict import verdict

_INDENT = 13


def comparison(wanted: Strategy, deal: DealOnDay) -> Page:
    """Return the recommended strategy and the one about to be chosen."""
    recommended = strategies().get(deal.decision.recommended or "")
    return (
        paragraph(*verdict(deal.decision)),
        paragraph((recommended.summary if recommended else "", DIM), indent=_INDENT),
        items([item((wanted.title, STRONG), mark="Your choice:")], _INDENT),
        paragraph((wanted.summary, DIM), indent=_INDENT),
    )
