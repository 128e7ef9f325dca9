"""`tas list`."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from tas_cli.commands.completion_names import columns as columns_named
from tas_cli.commands.completion_names import outcomes, sales_steps
from tas_cli.commands.options import Customer, Owner, Remembered, Text

Status = Literal["all", "open", "hold", "won", "lost", "disengaged"]
Grouping = Literal["owner", "customer", "step", "strategy", "close", "forecast"]
Category = Literal["commit", "best_case", "pipeline", "omitted"]
ListFormat = Literal["text", "json", "csv", "markdown"]


def command(  # noqa: PLR0913 - its options
    *,
    owner: Owner = None,
    customer: Customer = None,
    status: Annotated[
        Status, typer.Option(help="Only deals with this status; hold: open and on hold.")
    ] = "all",
    strategy: Annotated[
        Text,
        typer.Option(metavar="STRATEGY", help="Only deals for which this strategy is possible."),
    ] = None,
    step: Annotated[
        Text,
        typer.Option(
            metavar="STEP",
            help="Only deals in this sales step, or none.",
            autocompletion=sales_steps,
        ),
    ] = None,
    competitor: Annotated[
        Text, typer.Option("--vs", metavar="COMPETITOR", help="Only deals against this competitor.")
    ] = None,
    close: Annotated[
        Text,
        typer.Option(
            metavar="PERIOD",
            help="Only deals that close, or closed, in this period: 2027, 2027Q1, Q1, "
            "next quarter, Mar 2027, today..+3m; or none.",
        ),
    ] = None,
    where: Annotated[
        list[str] | None,
        typer.Option(
            metavar="CELL=SIGN",
            help="Only deals with this rating: 5=u, 5=+,- (either), 5!=+ (any other), x-sys:9=+.",
        ),
    ] = None,
    outcome: Annotated[
        list[str] | None,
        typer.Option(
            metavar="OUTCOME",
            help="Only deals with this outcome, or, with '!OUTCOME', only deals without it.",
            autocompletion=outcomes,
        ),
    ] = None,
    forecast: Annotated[
        Category | None,
        typer.Option(
            help="Only open deals in this forecast category: "
            "as called, or as evidenced if not called."
        ),
    ] = None,
    gap: Annotated[
        bool,
        typer.Option(
            "--gap", help="Only open deals whose claim or forecast call goes beyond the evidence."
        ),
    ] = False,
    age: Annotated[
        int | None,
        typer.Option(
            metavar="DAYS", min=0, help="Only deals not assessed for at least this many days."
        ),
    ] = None,
    group: Annotated[Grouping | None, typer.Option(help="Group deals by this.")] = None,
    sort: Annotated[
        str,
        typer.Option(metavar="COLUMN", help="Sort by this column.", autocompletion=columns_named),
    ] = "close",
    reverse: Annotated[bool, typer.Option("--reverse", help="Reverse the order.")] = False,
    columns: Annotated[
        Text,
        typer.Option(
            metavar="A,B,C",
            help="Show these columns, in this order.",
            autocompletion=columns_named,
        ),
    ] = None,
    no_cache: Remembered = False,
    output: Annotated[ListFormat, typer.Option("--format", help="Output format.")] = "text",
) -> None:
    """List deals, one line each.

    Filters can be combined, and --where and --outcome repeated: a deal is listed if it matches all
    of them. Columns 1 to 4: the balance (how many more + than –) for each of the four questions.
    `!` means the close date has passed. `?` after a strategy means none is chosen yet; `≠` marks a
    chosen strategy that is not the recommended one. `3 possible` means that three strategies are
    still possible. Amounts are sorted by currency, largest first.

    Columns for --columns and --sort: id, name, customer, owner, amount, close, balance, known,
    strategy, step, evidenced, forecast, next, age, actions, against, status, external_id. The csv
    format has every column unless --columns names some; it is in the UTF-8 that spreadsheets
    expect, and no cell runs as a formula.
    """
    from tas_cli.board.filters import Asked  # noqa: PLC0415 - not for help
    from tas_cli.commands.listing import Shape, print_list  # noqa: PLC0415 - as above

    asked = Asked(
        customer, status, strategy, step, competitor, close, forecast, gap, age,
        where or (), outcome or (),
    )  # fmt: skip
    shape = Shape(group, sort, reverse, columns, output)
    print_list(owner, asked, shape, remember=not no_cache)
