"""`tas value`."""

from __future__ import annotations

from typing import Annotated

import typer

from tas_cli.commands.completion_names import value_fields
from tas_cli.commands.options import At, DryRun, How, Opportunity, Paged
from tas_cli.refusals import WrongCall


def command(
    opportunity: Opportunity,
    assignments: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="FIELD=VALUE",
            help='solution="Route planning" live="1 Sep"',
            autocompletion=value_fields,
        ),
    ] = None,
    *,
    at: At = None,
    dry_run: DryRun = False,
    output: Paged = "text",
) -> None:
    """Show what a deal is worth to the customer: net value, payback, waiting.

    Benefits (`tas benefits`) and costs (`tas costs`) are added up from the day on which the
    customer goes live, over 36 months unless you set another number, without discounting: what the
    customer confirmed, and with your own claims. What waiting costs is shown beside, and never
    added. Where the file has benefits or costs of a competitor, both are compared.

    Fields: the chain from the customer's business to what only you bring, chain.profile,
    chain.drivers, chain.initiatives, chain.capabilities, chain.solution, chain.differentiation
    (solution="…" is enough); live, the day on which it begins to bring anything; months, for how
    long it is counted from then on; delay.formula, what waiting costs the customer, and delay.per
    (month, year or once). An empty value clears a field; chain= and delay= clear all of it.
    """
    from tas_cli.commands import value_page  # noqa: PLC0415 - see options.py

    if not assignments:
        value_page.print_value(opportunity, at, output)
        return
    if at is not None or output == "markdown":
        option = "--format markdown" if at is None else "--at"
        raise WrongCall(f"{option} applies only to the page.", "Leave out FIELD=VALUE, or that.")
    value_page.set_value(opportunity, assignments, How(None, dry_run, output))
