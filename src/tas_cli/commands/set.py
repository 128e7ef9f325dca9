"""`tas set`."""

from __future__ import annotations

from typing import Annotated

import typer

from tas_cli.commands.completion_names import fields
from tas_cli.commands.options import DryRun, Formatted, How, Opportunity, picked_value


def command(
    opportunity: Opportunity,
    assignments: Annotated[
        list[str],
        typer.Argument(
            metavar="FIELD=VALUE",
            help="amount=250k expected_close='31 Mar' competitor:acme='Acme Ltd'",
            default_factory=picked_value("field", fields, "FIELD=VALUE", "tas set --help"),
            show_default=False,
            autocompletion=fields,
        ),
    ],
    *,
    dry_run: DryRun = False,
    output: Formatted = "text",
) -> None:
    """Change the amount, close date, owner and other basic fields.

    Fields: name, customer, account, external_id, owner, amount, currency, profit, expected_close,
    future_revenue.one_year, future_revenue.three_years, incumbent (short names, separated by
    commas), compelling_event.what, compelling_event.date, forecast (omitted, pipeline, best_case or
    commit), next.date, next.with, next.what (the next meeting), on_hold.since, on_hold.trigger,
    competitor:ID. An empty value clears a field; next= and on_hold= clear all of it. A deal waits
    with on_hold=yes, or with on_hold="until their budget is set".

    Amounts and dates can be typed as people write them: 780k, 1.2M, $780,000, 780.000,00 €; fri,
    +2w, 31 Mar, 31.3.2027 (names of months and days in English). What can mean two things, such
    as 1.250 or 3/4/2027, is refused; `numbers:` and `dates:` in tas.yaml
    settle it.

    Changes to the amount, currency, profit, close date, owner, forecast, event and competitors are
    recorded under `history:`.
    """
    from tas_cli.commands.field_edits import set_plain  # noqa: PLC0415 - see options.py

    set_plain(opportunity, assignments, How(None, dry_run, output))
