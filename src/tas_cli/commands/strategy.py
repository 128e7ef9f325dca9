"""`tas strategy`."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from tas_cli.commands.completion import competitors
from tas_cli.commands.options import At, Evidenced, Force, Opportunity, PictureFile, Text
from tas_cli.refusals import WrongCall


def command(  # noqa: PLR0913 - its options
    opportunity: Opportunity,
    *,
    seat: Annotated[
        Text,
        typer.Option(
            "--as",
            metavar="COMPETITOR",
            help="What this competitor would do, and which moves to expect.",
            autocompletion=competitors,
        ),
    ] = None,
    at: At = None,
    evidenced: Evidenced = False,
    output: Annotated[
        Literal["text", "json", "svg"],
        typer.Option("--format", help="Output format; svg draws the tree for mails and slides."),
    ] = "text",
    file: PictureFile = None,
    force: Force = False,
) -> None:
    """Recommend a strategy: why, and what would change it.

    Unknown cells are never guessed. If they matter, tas lists the strategies still possible and
    what to find out next. With --at, the page shows what was recommended and chosen on that day,
    and why; strategies chosen earlier or later follow at the end.

    With --output strategy.svg, the decision tree is drawn as a picture for mails and slides: the
    way that the ratings take is a thick line, what is still possible is dashed.
    """
    from tas_cli.commands import pictures, strategy_page  # noqa: PLC0415 - see options.py

    call = strategy_page.StrategyCall(seat, at, evidenced)
    to = pictures.To(file, force)
    if not pictures.is_picture(output, to):
        strategy_page.print_strategy(opportunity, call, output)
        return
    if seat is not None:
        raise WrongCall("a picture shows our strategy, not a competitor's.", "Leave out --as.")
    pictures.give_picture(to, lambda: strategy_page.strategy_picture(opportunity, call))
