"""`tas set`."""

from __future__ import annotations

from typing import Annotated

import typer

from tas_cli.commands.completion_names import fields
from tas_cli.commands.edit_support import DryRun, all_given, change_fields, endings, target
from tas_cli.commands.options import Format, Formatted, Opportunity, today_or_stop


def command(
    opportunity: Opportunity,
    assignments: Annotated[
        list[str],
        typer.Argument(
            metavar="FIELD=VALUE",
            help="amount=250000 expected_close=2027-03-31 competitor:acme='Acme Ltd'",
            autocompletion=fields,
        ),
    ],
    *,
    dry_run: DryRun = False,
    output: Formatted = Format.text,
) -> None:
    """Set plain fields: amount, close date, owner, competitors.

    Fields: name, customer, external_id, owner, amount, currency, profit, expected_close,
    future_revenue.one_year, future_revenue.three_years, incumbent (ids, with commas between),
    compelling_event.what, compelling_event.date, competitor:ID. An empty value takes a field away.

    Changes of amount, currency, profit, close date, owner, event and competitors are kept under
    `history:`.
    """
    from tas_cli.edits.fields import asked, set_fields  # noqa: PLC0415

    to = target(opportunity)
    today = today_or_stop()
    with endings():
        wanted = asked(all_given(assignments, "FIELD=VALUE"), to.opportunity)
    change_fields(
        to,
        lambda now: set_fields(now, wanted, today),
        [(each.field, each.path) for each in wanted],
        dry_run=dry_run,
        output=output,
    )
