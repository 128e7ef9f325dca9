"""`tas list`."""

from __future__ import annotations

import sys
import unicodedata
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from tas_cli.commands.display import screen
from tas_cli.commands.everywhere import say_settings_are_wrong
from tas_cli.commands.options import Format, Formatted, today_or_stop, workspace_here
from tas_cli.commands.stop import WRONG_CALL, Stop, say

if TYPE_CHECKING:
    from tas_cli.overview import Line
    from tas_cli.workspace import Loaded


_NAMED = 10
"""How many of the files that were left out are named."""


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

    1 to 4 are the balances of the four questions, plus less minus (our reading). `!` after a date:
    it has passed. `?` after a strategy: none is chosen yet; `≠`: another one is chosen; `3 open`:
    three strategies can still come out. Amounts are sorted by currency, the largest first.
    """
    from tas_cli.overview import arranged, line  # noqa: PLC0415
    from tas_cli.workspace import load  # noqa: PLC0415

    wanted_strategy = _strategy_or_stop(strategy)
    workspace = workspace_here()
    day = today_or_stop()
    everything: list[Line] = []
    loaded = load(workspace, take=lambda deal: everything.append(line(deal, day)))
    wanted = [
        entry
        for entry in everything
        if _fits(entry, owner=owner, customer=customer, status=status, strategy=wanted_strategy)
    ]
    lines = arranged(wanted, sort.value, workspace.settings.currency, reverse=reverse)
    if output is Format.json:
        from tas_cli.views.json.overview import overview_json  # noqa: PLC0415

        sys.stdout.write(overview_json(lines, workspace.settings.currency))
    else:
        from tas_cli.views.terminal.overview import overview  # noqa: PLC0415

        sys.stdout.write(overview(lines, workspace.settings.currency, screen()))
    good = {entry.deal.file for entry in everything}
    say_settings_are_wrong(workspace)
    settings = workspace.settings_reading
    _say_what_is_missing(loaded, good | {settings.file} if settings else good)


def _strategy_or_stop(name: str | None) -> str | None:
    """Return a strategy's key; stop where there is no such strategy."""
    from tas_cli.method.catalogue import strategies  # noqa: PLC0415

    if name is None or name.lower() in strategies():
        return name.lower() if name else None
    listed = ", ".join(strategies())
    raise Stop(f"{name} is no strategy.", status=WRONG_CALL, help=f"Write one of {listed}.")


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
        and (customer is None or _folded(customer) in _folded(opportunity.customer))
        and status in (Status.all, opportunity.status)
        and (strategy is None or strategy in entry.reachable)
    )


def _folded(text: str) -> str:
    """Return a text for comparing: small letters without their accents."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _say_what_is_missing(loaded: Loaded, good: set[str]) -> None:
    """Name on standard error the files that could not be used, so that no deal goes unnoticed."""
    bad = sorted({found.file for found in loaded.diagnostics} - good)
    if bad:
        more = f" and {len(bad) - _NAMED} more" if len(bad) > _NAMED else ""
        say(f"Left out, see `tas check`: {', '.join(bad[:_NAMED])}{more}")
