"""Edits that close or reopen an opportunity."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from tas_cli.edits.history import kept
from tas_cli.edits.upsert import filled
from tas_cli.method.catalogue import US
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.scalars import NO_COMPETITOR
from tas_cli.reading.parties import parties_meant
from tas_cli.refusals import WrongCall
from tas_cli.source.edit import Edit, Put


class Ending(NamedTuple):
    """A status, with the day, the reason, and who won a lost deal; an open deal has none."""

    status: str
    day: date | None = None
    reason: str | None = None
    to: str | None = None


def close(now: Opportunity, ending: Ending, day: date) -> Iterator[Edit]:
    """Yield the edits that close or reopen an opportunity."""
    yield Put(("status",), ending.status)
    if ending.day is None:
        yield Put(("closed",), "")
    else:
        wanted = {"date": ending.day, "reason": ending.reason, "to": ending.to}
        yield from filled(("closed",), now.closed, wanted)
    yield from kept(now, "status", now.status, ending.status, day)


def winner(typed: str, opportunity: Opportunity) -> str:
    """Return who won a lost deal, as files spell it.

    Raises:
        WrongCall: it is nobody known, or several competitors have that name.
    """
    known = [*NO_COMPETITOR, *opportunity.competitors]
    found = [typed] if typed in known else parties_meant(typed, opportunity)
    if len(found) != 1 or found == [US]:
        advice = f"Use one of {', '.join(known)}. To add one: `tas competitors`."
        raise WrongCall(f"--to {typed}: unknown competitor.", advice)
    return found[0]
