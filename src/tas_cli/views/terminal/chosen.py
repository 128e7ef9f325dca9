"""The recommended and the chosen strategy beside each other, before the choice is made."""

from __future__ import annotations

from tas_cli.assess.deal import DealOnDay
from tas_cli.method.catalogue import Strategy, strategies
from tas_cli.views.page import DIM, STRONG
from tas_cli.views.terminal.page import Page
from tas_cli.views.terminal.screen import Screen
from tas_cli.views.verdict import verdict

_INDENT = 13


def beside(wanted: Strategy, advice: DealOnDay, screen: Screen) -> str:
    """Return what is recommended, and what is about to be chosen."""
    page = Page(screen)
    page.paragraph(*verdict(advice.decision))
    recommended = advice.decision.recommended
    if recommended:
        page.paragraph((strategies()[recommended].summary, DIM), indent=_INDENT)
    page.paragraph((wanted.title, STRONG), label="Your choice:", indent=_INDENT)
    page.paragraph((wanted.summary, DIM), indent=_INDENT)
    return page.text()
