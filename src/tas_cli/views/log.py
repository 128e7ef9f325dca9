"""`tas log`: what changed in a deal, day by day, who wrote it down, and why."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.log import Entry
from tas_cli.views.changes import changes
from tas_cli.views.page import (
    DIM,
    Page,
    Section,
    Title,
    items,
    paragraph,
    section,
)
from tas_cli.views.words import short_day


def page(name: str, deal: DealOnDay, entries: Sequence[Entry], since: date | None) -> Page:
    """Return the log of a deal from a day on: a section for each day, the oldest first."""
    nothing = f"Nothing has changed since {since}." if since else "Nothing is recorded."
    return (
        Title(deal.opportunity.name, (deal.opportunity.customer, name)),
        *(_day(each, deal) for each in entries),
        *([] if entries else [paragraph(nothing)]),
    )


def _day(entry: Entry, deal: DealOnDay) -> Section:
    step = entry.step
    day = short_day(step.day, deal.day)
    by = ", ".join(step.by)
    why = "; ".join(step.why)
    return section(
        f"{day} · {by}" if by else day,
        paragraph((why, DIM), indent=2),
        items(changes(entry.difference), 2, "•"),
    )
