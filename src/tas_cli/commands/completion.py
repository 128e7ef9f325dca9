"""What the shell offers: ids, competitors, names of the method. Never fails, never says a word."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator


def opportunities(incomplete: str) -> list[str]:
    """Return the ids of the workspace's opportunities, without reading any file."""
    from tas_cli.workspace import open_workspace, opportunity_files, opportunity_id  # noqa: PLC0415

    with suppress(Exception):
        ids = {opportunity_id(path) for path in opportunity_files(open_workspace())}
        return sorted(name for name in ids if name.startswith(incomplete))
    return []


def competitors(ctx: Any, incomplete: str) -> list[tuple[str, str]]:
    """Return the competitors of the opportunity that stands on the line already."""
    with suppress(Exception):
        return [(party, name) for party, name in _competitors(ctx) if party.startswith(incomplete)]
    return []


def _competitors(ctx: Any) -> Iterator[tuple[str, str]]:
    from tas_cli.workspace import find, open_workspace, read  # noqa: PLC0415

    # An option that lacks its value leaves the words before it unread.
    unread = (word for word in ctx.args if not word.startswith("-"))
    name = ctx.params.get("opportunity") or next(unread)
    workspace = open_workspace()
    opportunity = read(find(workspace, name), workspace).value
    if opportunity is not None:
        for party in opportunity.competitors:
            yield party, opportunity.party_name(party)
