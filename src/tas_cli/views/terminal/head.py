"""The head of a page about one deal: name, customer, money, dates, owner, and the day."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from tas_cli.model.opportunity import Opportunity
from tas_cli.views.page import DIM, STRONG
from tas_cli.views.terminal.page import Page
from tas_cli.views.words import amount, days_until


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
    closed = opportunity.closed
    if opportunity.status != "open" and closed and closed.reason:
        page.paragraph(f"why {opportunity.status}: {closed.reason}")
    event = opportunity.compelling_event
    if opportunity.status == "open" and event and (event.what or event.date):
        by = f"must act by {event.date}" if event.date else "must act"
        page.paragraph(f"{by}: {event.what}" if event.what else by)
    page.paragraph((f"{about.id} · as of {about.day}", DIM))


def _close(opportunity: Opportunity, day: date) -> str:
    closed = opportunity.closed
    if opportunity.status != "open":
        on = f" on {closed.date}" if closed and closed.date else ""
        return f"{opportunity.status}{on}"
    if opportunity.expected_close is None:
        return "open, no close date"
    verb = "closes" if opportunity.expected_close >= day else "OVERDUE: was to close"
    return f"{verb} {opportunity.expected_close}, {days_until(opportunity.expected_close, day)}"
