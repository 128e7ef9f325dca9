"""Entries of a list whose date is in the future."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from tas_cli.diagnostics import Finding
from tas_cli.rules.subject import Subject


def dated_in_future(
    key: str, one: str, advice: Callable[[date], str]
) -> Callable[[Subject], Iterator[Finding]]:
    """Return a check for the entries of a list that are dated after the day of the check.

    `one` is what an entry is called, `advice` the fix for one of that day.
    """

    def check(subject: Subject) -> Iterator[Finding]:
        for index, entry in enumerate(getattr(subject.opportunity, key)):
            if entry.date > subject.day:
                message = f"this {one} is dated {entry.date}, which is in the future"
                yield Finding(message, (key, index, "date"), advice(entry.date))

    return check
