"""`tas choose`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from tas_cli.commands.completion_names import strategies, variations
from tas_cli.commands.display import screen
from tas_cli.commands.edit_support import (
    DryRun,
    On,
    can_ask,
    change_fields,
    day_that_has_come,
    endings,
    given,
    reason_or_stop,
    target,
)
from tas_cli.commands.options import Format, Formatted, Opportunity

if TYPE_CHECKING:
    from tas_cli.assess.deal import DealOnDay
    from tas_cli.edits.choice import Choice
    from tas_cli.method.catalogue import Strategy
    from tas_cli.model.opportunity import ChosenStrategy

_FIELDS = ("chosen", "variation", "since", "reason")


def command(  # noqa: PLR0913 - its options
    opportunity: Opportunity,
    strategy: Annotated[
        str,
        typer.Argument(
            metavar="STRATEGY", help="frontal, flanking, fragment …", autocompletion=strategies
        ),
    ],
    *,
    variation: Annotated[
        str | None,
        typer.Option(help="The way to carry it out.", autocompletion=variations),
    ] = None,
    reason: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Why, where it is not the recommended one.")
    ] = None,
    by: Annotated[str | None, typer.Option(metavar="NAME", help="Who chooses it.")] = None,
    on: On = None,
    dry_run: DryRun = False,
    output: Formatted = Format.text,
) -> None:
    """Choose the strategy to follow, beside the recommended one.

    A choice that is not the recommended one needs a reason. The recommended variation is taken
    where none is named. `history:` keeps what the choice replaces.
    """
    from tas_cli.assess.deal import DealOnDay  # noqa: PLC0415
    from tas_cli.edits.choice import choose, strategy_named  # noqa: PLC0415

    to = target(opportunity)
    day = day_that_has_come(on)
    advice = DealOnDay.of(to.opportunity, to.workspace.settings, day)
    with endings():
        wanted = strategy_named(strategy)
        choice = _choice(wanted, given(variation, "--variation"), advice, to.opportunity.strategy)
    since = (choice.since if on is None else None) or day
    because = given(reason, "--reason") or choice.reason
    if wanted.key != advice.decision.recommended and because is None:
        because = _why(wanted, advice, output)
    choice = choice._replace(since=since, reason=because, by=given(by, "--by"))
    change_fields(
        to,
        lambda now: choose(now, choice, day),
        [
            (f"strategy.{name}", ("strategy", name))
            for name in (*_FIELDS, *(("by",) if choice.by else ()))
        ],
        dry_run=dry_run,
        output=output,
    )


def _choice(
    wanted: Strategy, variation: str | None, advice: DealOnDay, before: ChosenStrategy | None
) -> Choice:
    """Return the choice as it stands in the file, as far as it is the same strategy."""
    from tas_cli.edits.choice import NO_CHOICE, Choice, variation_for  # noqa: PLC0415

    present = before or NO_CHOICE
    way = variation_for(wanted, variation, present, advice.decision)
    same = present.chosen == wanted.key
    return Choice(
        wanted.key,
        way,
        present.since if same else None,
        (present.reason or None) if same else None,
    )


def _why(wanted: Strategy, advice: DealOnDay, output: Format) -> str:
    """Ask why the recommended strategy is not the one, with the two beside each other."""
    from tas_cli.method.catalogue import strategies as known  # noqa: PLC0415
    from tas_cli.views.terminal.chosen import beside  # noqa: PLC0415

    if can_ask(output):
        sys.stdout.write(beside(wanted, advice, screen()))
    recommended = advice.decision.recommended
    instead = f" and not {known()[recommended].title}" if recommended else ""
    return reason_or_stop("--reason", f"why {wanted.title}{instead}", output)
