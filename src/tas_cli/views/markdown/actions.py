"""`tas actions --format markdown`."""

from __future__ import annotations

from collections.abc import Sequence

from tas_cli.board.actions import Listed
from tas_cli.views.actions import lateness, title
from tas_cli.views.board import left_out
from tas_cli.views.markdown.words import plain, table


def actions(found: Sequence[Listed], broken: tuple[str, ...]) -> str:
    """Return the list of corrective actions."""
    heads = ["Deal", "N", "Owner", "Due", "", "What"]
    rows = [
        [
            plain(each.deal.id),
            str(each.action.number),
            plain(each.owner or ""),
            each.action.due or "no day",
            lateness(each),
            plain(each.action.what),
        ]
        for each in found
    ]
    lines = ["## Corrective actions", "", title(found), ""]
    lines += [*table(heads, rows, 0), ""] if rows else []
    return "\n".join([*lines, *([plain(left_out(broken)), ""] if broken else [])])
