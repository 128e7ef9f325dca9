"""`tas list`."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from tas_cli.commands.options import Format, Formatted, screen, today_or_stop

if TYPE_CHECKING:
    from tas_cli.overview import Line
    from tas_cli.workspace import Loaded


class Status(StrEnum):
    """Which opportunities to list."""

    all = "all"
    open = "open"
    won = "won"
    lost = "lost"
    disengaged = "disengaged"


class Order(StrEnum):
    """What the list is sorted by."""

    close = "close"
    id = "id"
    customer = "customer"
    owner = "owner"
    amount = "amount"
    balance = "balance"
    known = "known"
    strategy = "strategy"


def command(  # noqa: PLR0913 - its options
    *,
    owner: Annotated[str | None, typer.Option(help="Only those of this owner.")] = None,
    customer: Annotated[
        str | None, typer.Option(help="Only customers whose name has these letters.")
    ] = None,
    status: Annotated[Status, typer.Option(help="Only those of this status.")] = Status.all,
    strategy: Annotated[
        str | None, typer.Option(help="Only those for which this strategy can come out.")
    ] = None,
    sort: Annotated[Order, typer.Option(help="What to sort by.")] = Order.close,
    reverse: Annotated[bool, typer.Option("--reverse", help="Turn the order round.")] = False,
    output: Formatted = Format.text,
) -> None:
    """List the opportunities, one line each.

    1 to 4 are the balances of the four questions, plus less minus. `?` after a strategy: none is
    chosen yet; `≠`: another one is chosen.
    """
    from tas_cli.overview import arranged, line  # noqa: PLC0415
    from tas_cli.workspace import load, open_workspace  # noqa: PLC0415

    workspace = open_workspace()
    loaded = load(workspace)
    day = today_or_stop()
    lines = [line(deal, day) for deal in loaded.deals]
    wanted = [
        entry
        for entry in lines
        if _fits(entry, owner=owner, customer=customer, status=status, strategy=strategy)
    ]
    lines = arranged(wanted, sort.value, reverse=reverse)
    if output is Format.json:
        from tas_cli.views.json.overview import overview_json  # noqa: PLC0415

        sys.stdout.write(overview_json(lines, workspace.settings.currency))
    else:
        from tas_cli.views.terminal.overview import overview  # noqa: PLC0415

        sys.stdout.write(overview(lines, workspace.settings.currency, screen()))
    _say_what_is_missing(loaded)


def _fits(
    entry: Line,
    *,
    owner: str | None,
    customer: str | None,
    status: Status,
    strategy: str | None,
) -> bool:
    opportunity = entry.deal.opportunity
    return (
        (owner is None or (opportunity.owner or "").lower() == owner.lower())
        and (customer is None or customer.lower() in opportunity.customer.lower())
        and status in (Status.all, opportunity.status)
        and (strategy is None or strategy in entry.reachable)
    )


def _say_what_is_missing(loaded: Loaded) -> None:
    """Name on standard error the files that could not be used, so that no deal goes unnoticed."""
    from tas_cli.views.safe import safe  # noqa: PLC0415

    good = {deal.file for deal in loaded.deals}
    bad = sorted({found.file for found in loaded.diagnostics} - good)
    if bad:
        sys.stderr.write(f"Left out, see `tas check`: {safe(', '.join(bad))}\n")
