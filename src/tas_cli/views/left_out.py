"""What a page leaves out so that it may get around, in words for its foot."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from tas_cli.assess.disclosure import Disclosure
from tas_cli.model.account import Account
from tas_cli.model.opportunity import Opportunity
from tas_cli.places import shown_name

_STANDINGS = "Left out: how people stand, what drives them and how we deal with them."
_REDACTED = "Left out to share this page: names of people, amounts, and everything in free text."


def foot(
    shown: Disclosure, file: str, day: date, *files: Opportunity | Account | None
) -> tuple[str, ...]:
    """Return the foot of a page: what it was made from, as of which day, and what is left out.

    The content of `files` is on the page; `file` is the name of the one that it is about, if any.
    """
    made_from = "" if shown.redact or not file else f" from {shown_name(Path(file))}"
    return (f"Made by tas{made_from}, as of {day}.", *_left_out(shown, day, *files))


def _left_out(shown: Disclosure, day: date, *files: Opportunity | Account | None) -> Iterator[str]:
    if shown.redact:
        yield _REDACTED
    if shown.hides(day, *files):
        yield _STANDINGS
