"""`tas list`."""

from __future__ import annotations

import unicodedata
from typing import Annotated, Literal

import typer

from tas_cli.board.line import DealLine
from tas_cli.board.order import arranged
from tas_cli.board.scope import Scope, last_monday
from tas_cli.commands.all_deals import all_deals, lines_for, report_left_out
from tas_cli.commands.opening import workspace_here
from tas_cli.commands.options import Formatted, Remembered, Text
from tas_cli.commands.printing import print_as
from tas_cli.commands.standard_error import say
from tas_cli.method.catalogue import strategies
from tas_cli.refusals import WrongCall
from tas_cli.today import todays_date
from tas_cli.views.deal_list import overview
from tas_cli.views.json.deal_list import overview_json
from tas_cli.words import some

Status = Literal["all", "open", "won", "lost", "disengaged"]
Order = Literal["close", "id", "customer", "owner", "amount", "balance", "known", "strategy"]


def command(  # noqa: PLR0913 - its options
    *,
    owner: Annotated[
        Text,
        typer.Option(metavar="NAME", help="Only this owner's deals: short name or full name."),
    ] = None,
    customer: Annotated[
        Text, typer.Option(metavar="TEXT", help="Only customers whose name contains this text.")
    ] = None,
    status: Annotated[Status, typer.Option(help="Only deals with this status.")] = "all",
    strategy: Annotated[
        Text,
        typer.Option(metavar="STRATEGY", help="Only deals for which this strategy is possible."),
    ] = None,
    sort: Annotated[Order, typer.Option(help="Sort by this column.")] = "close",
    reverse: Annotated[bool, typer.Option("--reverse", help="Reverse the order.")] = False,
    no_cache: Remembered = False,
    output: Formatted = "text",
) -> None:
    """List deals, one line each.

    Columns 1 to 4: the balance (how many more + than –) for each of the four questions. `!` means
    the close date has passed. `?` after a strategy means none is chosen yet; `≠` comes before the
    strategy chosen instead. `3 possible` means that three strategies are still possible. With
    --sort amount, deals are grouped by currency, largest first.
    """
    wanted_strategy = _strategy_or_stop(strategy)
    workspace = workspace_here()
    day = todays_date()
    scope = Scope(workspace.settings, day, last_monday(day))
    found = all_deals(workspace, scope, remember=not no_cache)
    wanted = [
        row
        for row in lines_for(found.deals, workspace.settings, owner)
        if _fits(row, customer=customer, status=status, strategy=wanted_strategy)
    ]
    rows = arranged(wanted, sort, reverse=reverse)
    print_as(
        output,
        json=lambda: overview_json(rows, day, found.left_out, found.not_yet),
        page=lambda: overview(rows, day),
    )
    report_left_out(found, workspace, scope)
    if found.broken:
        say(f"Skipped because of errors (see `tas check`): {some(found.broken)}")


def _strategy_or_stop(name: str | None) -> str | None:
    """Return a strategy's key.

    Raises:
        WrongCall: there is no such strategy.
    """
    if name is None or name.lower() in strategies():
        return name.lower() if name else None
    listed = ", ".join(strategies())
    raise WrongCall(f"unknown strategy {name}.", f"Use one of {listed}.")


def _fits(
    row: DealLine,
    *,
    customer: str | None,
    status: Status,
    strategy: str | None,
) -> bool:
    return (
        (customer is None or _folded(customer) in _folded(row.customer))
        and status in ("all", row.status)
        and (strategy is None or strategy in row.reachable)
    )


def _folded(text: str) -> str:
    """Return a text for comparison: lowercase, without accents."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
