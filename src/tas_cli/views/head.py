"""The head of a page about one deal: name, customer, money, dates, owner, and the day."""

from __future__ import annotations

from datetime import date

from tas_cli.assess.deal import DealOnDay
from tas_cli.model.opportunity import Opportunity
from tas_cli.views.page import DIM, Block, Title, paragraph
from tas_cli.views.words import amount, days_until


def head(name: str, on_day: DealOnDay) -> tuple[Block, ...]:
    """Return the head of the page about a deal."""
    deal, day = on_day.opportunity, on_day.day
    facts = (
        amount(deal.amount, deal.currency or on_day.settings.currency),
        _close(deal, day),
        deal.owner or "no owner",
        _step(on_day),
    )
    return (
        Title(deal.name, (deal.customer,)),
        paragraph(" · ".join(filter(None, facts))),
        paragraph(_must_act(deal) if on_day.open else _why_closed(deal)),
        paragraph((f"{name} · as of {day}", DIM)),
    )


def _step(on_day: DealOnDay) -> str:
    """Return the sales step that an open deal works on; empty if the file names none."""
    working = on_day.standing.working if on_day.open and on_day.opportunity.step else None
    return f"sales step {working.title}" if working else ""


def _why_closed(deal: Opportunity) -> str:
    closed = deal.closed
    return f"why {deal.status}: {closed.reason}" if closed and closed.reason else ""


def _must_act(deal: Opportunity) -> str:
    event = deal.compelling_event
    if event is None or not (event.what or event.date):
        return ""
    by = f"customer must act by {event.date}" if event.date else "customer must act"
    return f"{by}: {event.what}" if event.what else by


def _close(deal: Opportunity, day: date) -> str:
    close, closed = deal.expected_close, deal.closed
    if deal.status != "open":
        return f"{deal.status} on {closed.date}" if closed and closed.date else deal.status
    if close is None:
        return "open, no close date"
    due = "closes" if close >= day else "OVERDUE: was due to close"
    return f"{due} {close}, {days_until(close, day)}"
