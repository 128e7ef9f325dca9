"""`tas value`."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from tas_cli.commands.completion_names import value_fields
from tas_cli.commands.options import At, DryRun, Force, How, Opportunity, PictureFile
from tas_cli.refusals import WrongCall


def command(  # noqa: PLR0913 - its options
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
    output: Annotated[
        Literal["text", "json", "markdown", "svg"],
        typer.Option("--format", help="Output format; svg draws the value for mails and slides."),
    ] = "text",
    file: PictureFile = None,
    force: Force = False,
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

    With --output value.svg, benefits, costs and what is left of them are drawn as a picture for
    mails and slides: what the customer confirmed is solid, what you only claim is an outline.
    """
    from tas_cli.commands import pictures, value_page  # noqa: PLC0415 - see options.py

    to = pictures.To(file, force)
    drawn = pictures.is_picture(output, to)
    if assignments and (drawn or at is not None or output == "markdown"):
        option = "--at" if at is not None else "--output" if file else f"--format {output}"
        raise WrongCall(f"{option} applies only to the page.", "Leave out FIELD=VALUE, or that.")
    if drawn or output == "svg":
        from tas_cli.commands.value_picture import value_picture  # noqa: PLC0415 - see options.py

        pictures.give_picture(to, lambda: value_picture(opportunity, at))
    elif assignments:
        value_page.set_value(opportunity, assignments, How(None, dry_run, output))
    else:
        value_page.print_value(opportunity, at, output)
