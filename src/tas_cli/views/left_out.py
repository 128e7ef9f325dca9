"""What a page leaves out so that it may get around, in words for its foot."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.assess.disclosure import Disclosure
from tas_cli.model.account import Account
from tas_cli.model.opportunity import Opportunity

_STANDINGS = "Left out: how people stand, what drives them and how we deal with them."
_REDACTED = "Left out to share this page: names of people, amounts, and everything in free text."


def left_out(shown: Disclosure, *files: Opportunity | Account | None) -> Iterator[str]:
    """Yield what a page made from some files leaves out; nothing if nothing was there."""
    if shown.redact:
        yield _REDACTED
    if shown.hides(*files):
        yield _STANDINGS
