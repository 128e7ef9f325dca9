"""`tas list`."""

from __future__ import annotations

import sys
import unicodedata
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from tas_cli.commands.all_deals import all_deals, say_what_is_missing, some
from tas_cli.commands.display import screen
from tas_cli.commands.everywhere import Remembered
from tas_cli.commands.options import Format, Formatted, today_or_stop, workspace_here
from tas_cli.commands.owners import rows_of
from tas_cli.commands.stop import WRONG_CALL, Stop, say

if TYPE_CHECKING:
    from tas_cli.board.line import DealLine


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
    owner: Annotated[
        str | None, typer.Option(help="Only those of this owner: id, or name in tas.yaml.")
    ] = None,
    customer: Annotated[
        str | None, typer.Option(help="Only customers whose name has these letters.")
    ] = None,
    status: Annotated[Status, typer.Option(help="Only those of this status.")] = Status.all,
    strategy: Annotated[
        str | None, typer.Option(help="Only those for which this strategy can come out.")
    ] = None,
    sort: Annotated[Order, typer.Option(help="What to sort by.")] = Order.close,
    reverse: Annotated[bool, typer.Option("--reverse", help="Turn the order round.")] = False,
    no_cache: Remembered = False,
    output: Formatted = Format.text,
) -> None:
    """List the opportunities, one line each.

    1 to 4 are the balances of the four questions, plus less minus (our reading). `!` after a date:
    it has passed. `?` after a strategy: none is chosen yet; `≠`: another one is chosen; `3 open`:
    three strategies can still come out. Amounts are sorted by currency, the largest first.
    """
    from tas_cli.board.order import arranged  # noqa: PLC0415
    from tas_cli.board.scope import Scope, last_monday  # noqa: PLC0415

    wanted_strategy = _strategy_or_stop(strategy)
    workspace = workspace_here()
    day = today_or_stop()
    scope = Scope(workspace.settings, day, last_monday(day))
    found = all_deals(workspace, scope, remember=not no_cache)
    wanted = [
        row
        for row in rows_of(found.rows, workspace.settings, owner)
        if _fits(row, customer=customer, status=status, strategy=wanted_strategy)
    ]
    rows = arranged(wanted, sort.value, reverse=reverse)
    if output is Format.json:
        from tas_cli.views.json.deal_list import overview_json  # noqa: PLC0415

        sys.stdout.write(overview_json(rows, day, found.left_out, found.not_yet))
    else:
        from tas_cli.views.terminal.deal_list import overview  # noqa: PLC0415

        sys.stdout.write(overview(rows, day, screen()))
    say_what_is_missing(found, workspace, scope)
    if found.broken:
        say(f"Left out, see `tas check`: {some(found.broken)}")


def _strategy_or_stop(name: str | None) -> str | None:
    """Return a strategy's key; stop where there is no such strategy."""
    from tas_cli.method.catalogue import strategies  # noqa: PLC0415

    if name is None or name.lower() in strategies():
        return name.lower() if name else None
    listed = ", ".join(strategies())
    raise Stop(f"{name} is no strategy.", status=WRONG_CALL, help=f"Write one of {listed}.")


def _fits(
    row: DealLine,
    *,
    customer: str | None,
    status: Status,
    strategy: str | None,
) -> bool:
    return (
        (customer is None or _folded(customer) in _folded(row.customer))
        and status in (Status.all, row.status)
        and (strategy is None or strategy in row.reachable)
    )


def _folded(text: str) -> str:
    """Return a text for comparing: small letters without their accents."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
