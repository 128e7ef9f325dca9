"""Entries of a list whose day is still to come."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tas_cli.diagnostics import Finding
from tas_cli.rules.subject import Subject


def to_come(key: str, one: str, advice: str) -> Callable[[Subject], Iterator[Finding]]:
    """Return a check for the entries of a list that have a date after the day of the check.

    `one` is what an entry is called, `advice` what to write instead of its date.
    """

    def check(subject: Subject) -> Iterator[Finding]:
        for index, entry in enumerate(getattr(subject.opportunity, key)):
            if entry.date > subject.day:
                message = f"{one} of {entry.date}, a day that is still to come"
                yield Finding(message, (key, index, "date"), advice)

    return check
