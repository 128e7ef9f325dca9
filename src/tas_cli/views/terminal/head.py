"""The head of a page about one deal: name, customer, money, dates, owner, and the day."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from tas_cli.model.opportunity import Opportunity
from tas_cli.views.terminal.page import DIM, STRONG, Page
from tas_cli.views.terminal.words import amount, days_until


class Head(NamedTuple):
    """What a page is about: the deal's id, the opportunity as of `day`, the default currency."""

    id: str
    opportunity: Opportunity
    day: date
    currency: str


def head(page: Page, about: Head) -> None:
    """Add the head."""
    opportunity = about.opportunity
    page.paragraph((opportunity.name, STRONG), " · ", opportunity.customer)
    facts = [
        amount(opportunity.amount, opportunity.currency or about.currency),
        _close(opportunity, about.day),
        opportunity.owner or "no owner",
    ]
    page.paragraph(" · ".join(fact for fact in facts if fact))
    page.paragraph((f"{about.id} · as of {about.day}", DIM))


def _close(opportunity: Opportunity, day: date) -> str:
    closed = opportunity.closed
    if opportunity.status != "open":
        on = f" on {closed.date}" if closed and closed.date else ""
        return f"{opportunity.status}{on}"
    if opportunity.expected_close is None:
        return "open, no close date"
    return f"closes {opportunity.expected_close}, {days_until(opportunity.expected_close, day)}"
