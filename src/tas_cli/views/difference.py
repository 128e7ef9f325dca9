"""What changed in a deal from a day on, as `tas show --since` prints it."""

from __future__ import annotations

from datetime import date

from tas_cli.assess.difference import Difference
from tas_cli.views.changes import changes
from tas_cli.views.head import head
from tas_cli.views.page import GAP, STRONG, Page, items, line, paragraph
from tas_cli.views.words import ago


def difference(name: str, found: Difference, since: date) -> Page:
    """Return what changed in a deal from `since` on, that day included: strategy first."""
    days = (found.after.day - since).days
    return (
        *head(name, found.after),
        GAP,
        paragraph((f"Changes since {since} ({ago(days)})", STRONG)),
        *([line("Nothing changed.")] if found.empty else []),
        items(changes(found), 2, "•"),
    )
