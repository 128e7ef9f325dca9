"""What the shell offers: ids, competitors, names of the method. Never fails, never says a word."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator


def opportunities(incomplete: str) -> list[str]:
    """Return the ids of the workspace's opportunities, without reading any file."""
    from tas_cli.places import opportunity_id  # noqa: PLC0415
    from tas_cli.workspace import open_workspace, opportunity_files  # noqa: PLC0415

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


def cells(incomplete: str) -> list[tuple[str, str]]:
    """Return the criteria by number or key, up to the sign that is to follow."""
    with suppress(Exception):
        from tas_cli.method.catalogue import criteria  # noqa: PLC0415

        named = [(str(each.number), each.short) for each in criteria()]
        named += [(each.key, each.short) for each in criteria()]
        return [(f"{name}=", title) for name, title in named if name.startswith(incomplete)]
    return []


def fields(incomplete: str) -> list[str]:
    """Return the fields that can be set."""
    with suppress(Exception):
        from tas_cli.edits.fields import COMPETITOR, FIELDS  # noqa: PLC0415

        names = [*(f"{name}=" for name in FIELDS), COMPETITOR]
        return [name for name in names if name.startswith(incomplete)]
    return []


def strategies(incomplete: str) -> list[tuple[str, str]]:
    """Return the strategies."""
    with suppress(Exception):
        from tas_cli.method.catalogue import strategies  # noqa: PLC0415

        listed = [(each.key, each.title) for each in strategies().values()]
        return [(key, title) for key, title in listed if key.startswith(incomplete)]
    return []


def variations(ctx: Any, incomplete: str) -> list[tuple[str, str]]:
    """Return the variations of the strategy that stands on the line already, else all."""
    with suppress(Exception):
        from tas_cli.method.catalogue import strategies  # noqa: PLC0415

        known = strategies()
        words = {str(ctx.params.get("strategy")), *ctx.args}
        chosen = [known[word] for word in words if word in known] or list(known.values())
        listed = [(each.key, each.title) for strategy in chosen for each in strategy.variations]
        return [(key, title) for key, title in listed if key.startswith(incomplete)]
    return []


def steps(incomplete: str) -> list[tuple[str, str]]:
    """Return the questions of the tree, up to the answer that is to follow."""
    with suppress(Exception):
        from tas_cli.method.catalogue import tree  # noqa: PLC0415

        listed = [(f"{each.key}=", each.title) for each in tree().steps.values()]
        return [(key, title) for key, title in listed if key.startswith(incomplete)]
    return []
