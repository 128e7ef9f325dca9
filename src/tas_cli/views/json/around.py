"""Parts that several documents about a deal share: ending, choice, competitors, steps."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from tas_cli.assess.process import Standing
from tas_cli.model.opportunity import NO_CHOICE, Closed, Opportunity

if TYPE_CHECKING:
    from tas_cli.board.line import DealLine  # pages of one deal have none

_CHOICE = ("chosen_variation", "chosen_since", "chosen_reason", "chosen_by")
_STEPS = ("step", "claimed", "supported")


def around(opportunity: Opportunity, standing: Standing) -> dict[str, Any]:
    """Return how a deal ended, its competitors, and its place in the sales process."""
    closed = opportunity.closed or Closed()
    steps = (standing.working, standing.claimed, standing.supported)
    return _around(
        None if opportunity.status == "open" else (closed.date, closed.reason, closed.to),
        ((key, opportunity.party_name(key)) for key in opportunity.competitors),
        (step.key if step else None for step in steps),
    )


def choice(opportunity: Opportunity | None) -> dict[str, Any]:
    """Return the chosen strategy's variation, first day, reason and author; of no deal, nothing."""
    chosen = (opportunity and opportunity.strategy) or NO_CHOICE
    values = (chosen.variation, chosen.since, chosen.reason, chosen.by)
    return dict(zip(_CHOICE, values, strict=True))


def facts(line: DealLine) -> dict[str, Any]:
    """Return what names a deal, and its plain fields, from its line."""
    return {
        "id": line.id,
        "file": line.file,
        "name": line.name,
        "customer": line.customer,
        "account": line.account,
        "external_id": line.external_id,
        "owner": line.owner,
        "amount": line.amount,
        "currency": line.currency,
        "expected_close": line.close,
        "status": line.status,
    }


def plans(line: DealLine) -> dict[str, Any]:
    """Return the owner's call, the next meeting and the hold of a deal, from its line."""
    return _plans(line.called, line.meeting and line.meeting[:-1], line.hold)


def plans_of(opportunity: Opportunity) -> dict[str, Any]:
    """Return the same from the deal."""
    meeting, hold = opportunity.next, opportunity.on_hold
    return _plans(
        opportunity.forecast,
        (meeting.date, meeting.people, meeting.what) if meeting else None,
        (hold.since, hold.trigger) if hold else None,
    )


def _plans(
    called: str | None, meeting: tuple[Any, ...] | None, hold: tuple[Any, ...] | None
) -> dict[str, Any]:
    return {
        "forecast": called,
        "next": meeting and dict(zip(("date", "with", "what"), meeting, strict=True)),
        "on_hold": hold and dict(zip(("since", "trigger"), hold, strict=True)),
    }


def of_line(line: DealLine) -> dict[str, Any]:
    """Return what `around` and `choice` do, from a deal's line."""
    return {
        **_around(
            None if line.open else (line.ended, line.why, line.lost_to),
            line.competitors,
            (line.step, line.claimed, line.supported),
        ),
        **dict(zip(_CHOICE, line.choice, strict=True)),
    }


def _around(
    end: tuple[date | str | None, str | None, str | None] | None,
    competitors: Iterable[Iterable[str]],
    steps: Iterable[str | None],
) -> dict[str, Any]:
    return {
        "closed": end and dict(zip(("date", "reason", "to"), end, strict=True)),
        "competitors": [dict(zip(("id", "name"), each, strict=True)) for each in competitors],
        **dict(zip(_STEPS, steps, strict=True)),
    }
