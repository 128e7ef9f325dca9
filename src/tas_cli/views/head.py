"""The head of a page about one deal: name, customer, money, dates, owner, and the day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tas_cli.assess.deal import DealOnDay
from tas_cli.model.opportunity import Opportunity
from tas_cli.views.page import DIM, Block, Title, paragraph
from tas_cli.views.words import amount, days_until
from tas_cli.words import spelled

NOBODY = {"no_decision": "no decision", "in_house": "an in-house solution"}
"""What won a lost deal if it was no competitor, in words."""


def head(name: str, on_day: DealOnDay) -> tuple[Block, ...]:
    """Return the head of the page about a deal."""
    deal, day = on_day.opportunity, on_day.day
    facts = (
        amount(deal.amount, deal.currency or on_day.settings.currency),
        closing(deal, day),
        deal.owner or "no owner",
        working_on(on_day),
        called_by_owner(on_day),
    )
    return (
        Title(deal.name, (deal.customer,)),
        paragraph(" · ".join(filter(None, facts))),
        paragraph(must_act(deal) if on_day.open else why_closed(deal)),
        paragraph(" · ".join(filter(None, plans(on_day))) if on_day.open else ""),
        paragraph((f"{name} · as of {day}", DIM)),
    )


def working_on(on_day: DealOnDay) -> str:
    """Return the sales step that an open deal works on; empty if the file names none."""
    working = on_day.standing.working if on_day.open and on_day.opportunity.step else None
    return f"sales step {working.title}" if working else ""


def called_by_owner(on_day: DealOnDay) -> str:
    """Return the forecast as the owner calls it; empty unless the deal is open and has a call."""
    called = on_day.opportunity.forecast if on_day.open else None
    return f"called {spelled(called).lower()}" if called else ""


def plans(on_day: DealOnDay) -> Iterator[str]:
    """Yield since when a deal is on hold and for what, and the next meeting with the customer."""
    deal, day = on_day.opportunity, on_day.day
    hold, meeting = deal.on_hold, deal.next
    if hold:
        since = f"on hold since {hold.since}" if hold.since else "on hold"
        yield f"{since}, until: {hold.trigger}" if hold.trigger else since
    if meeting and (meeting.date or meeting.people or meeting.what):
        past = meeting.date is not None and meeting.date < day
        when = f"{meeting.date}, {days_until(meeting.date, day)}" if meeting.date else "no date yet"
        with_whom = f"with {on_day.speakers.listed(meeting.people)}" if meeting.people else ""
        known = ", ".join(filter(None, (when, with_whom)))
        what = f": {meeting.what}" if meeting.what else ""
        yield f"{'PAST MEETING' if past else 'next meeting'} {known}{what}"


def why_closed(deal: Opportunity) -> str:
    """Return who won a lost deal, and why it ended; empty if the file does not say."""
    closed = deal.closed
    if closed is None:
        return ""
    if closed.to:
        to = f"lost to {NOBODY.get(closed.to) or deal.party_name(closed.to)}"
        return f"{to}: {closed.reason}" if closed.reason else to
    return f"why {deal.status}: {closed.reason}" if closed.reason else ""


def must_act(deal: Opportunity) -> str:
    """Return by when the customer must act, and why; empty if the file does not say."""
    event = deal.compelling_event
    if event is None or not (event.what or event.date):
        return ""
    by = f"customer must act by {event.date}" if event.date else "customer must act"
    return f"{by}: {event.what}" if event.what else by


def closing(deal: Opportunity, day: date) -> str:
    """Return when an open deal closes, or when and how it ended."""
    close, closed = deal.expected_close, deal.closed
    if deal.status != "open":
        return f"{deal.status} on {closed.date}" if closed and closed.date else deal.status
    if close is None:
        return "open, no close date"
    due = "closes" if close >= day else "OVERDUE: was due to close"
    return f"{due} {close}, {days_until(close, day)}"
