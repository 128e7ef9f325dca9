"""Edits that close or reopen an opportunity."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from tas_cli.edits.history import kept
from tas_cli.edits.upsert import filled
from tas_cli.model.opportunity import Opportunity
from tas_cli.source.edit import Edit, Put


class Ending(NamedTuple):
    """A status, with the day and the reason for closing; an open deal has neither."""

    status: str
    day: date | None = None
    reason: str | None = None


def close(now: Opportunity, ending: Ending, day: date) -> Iterator[Edit]:
    """Yield the edits that close or reopen an opportunity."""
    yield Put(("status",), ending.status)
    if ending.day is None:
        yield Put(("closed",), "")
    else:
        wanted = {"date": ending.day, "reason": ending.reason}
        yield from filled(("closed",), now.closed, wanted)
    yield from kept(now, "status", now.status, ending.status, day)
