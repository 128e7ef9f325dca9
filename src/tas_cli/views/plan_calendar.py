"""The plan as a calendar: the open tactics, and the customer's dates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.plan import in_time_order
from tas_cli.assess.way_back import customers_dates
from tas_cli.model.plan import Tactic
from tas_cli.views.ics import Event
from tas_cli.words import spelled


def events(name: str, deal: DealOnDay) -> list[Event]:
    """Return what is to be done and what the customer has a date for, in order of time."""
    found = (*_tactics(name, deal), *_customers(name, deal), *_dates(name, deal))
    return sorted(found, key=lambda each: (each.day, each.time or "", each.key))


def _tactics(name: str, deal: DealOnDay) -> Iterator[Event]:
    """Yield the open tactics; two with the same words differ by their order."""
    seen: Counter[str] = Counter()
    for each in in_time_order(deal.opportunity):
        tactic = each.tactic
        seen[tactic.what] += 1
        if each.open and tactic.due:
            key = (name, "tactic", tactic.what, str(seen[tactic.what]))
            title = f"{tactic.what} ({deal.opportunity.customer})"
            yield Event(key, tactic.due, tactic.time, title, "\n".join(_more(name, tactic, deal)))


def _more(name: str, tactic: Tactic, deal: DealOnDay) -> Iterator[str]:
    """Yield the lines on a tactic below its title: nothing that an invited customer may not read.

    Kinds such as "Insulate against competition", and criteria, stay on the plan's page.
    """
    yield f"{name}: {deal.opportunity.name}"
    facts = (
        ("With", deal.speakers.listed(tactic.people)),
        ("Owner", tactic.owner),
        ("Resources", tactic.resources),
    )
    yield from (f"{label}: {fact}" for label, fact in facts if fact)


def _customers(name: str, deal: DealOnDay) -> Iterator[Event]:
    for key, day in customers_dates(deal).items():
        title = f"{spelled(key)} ({deal.opportunity.customer})"
        more = f"{name}: {deal.opportunity.name}\nThe customer's date"
        yield Event((name, "date", key), day, None, title, more)


def _dates(name: str, deal: DealOnDay) -> Iterator[Event]:
    """Yield by when the customer must act, and when an open deal is expected to close."""
    facts = deal.opportunity
    event = facts.compelling_event
    days = {
        "Compelling event": event.date if event else None,
        "Expected close": facts.expected_close,
    }
    for title, day in days.items():
        if day and facts.closed is None:
            more = f"{name}: {facts.name}"
            yield Event((name, title), day, None, f"{title} ({facts.customer})", more)
