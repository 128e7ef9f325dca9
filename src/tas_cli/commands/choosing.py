"""Chooses a strategy, and shows the recommended one for comparison."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from tas_cli.assess.deal import DealOnDay
from tas_cli.commands.days import day_not_in_future
from tas_cli.commands.edit_support import Target, change_fields, target
from tas_cli.commands.inputs import given
from tas_cli.commands.options import How
from tas_cli.commands.printing import print_page
from tas_cli.commands.prompts import can_ask, reason_or_stop
from tas_cli.commands.standard_error import say
from tas_cli.edits import choice as edits
from tas_cli.method.catalogue import Strategy, strategies
from tas_cli.model.opportunity import NO_CHOICE, ChosenStrategy
from tas_cli.refusals import WrongCall
from tas_cli.views.chosen import comparison
from tas_cli.views.page import bare
from tas_cli.views.verdict import verdict

NONE = "none"
"""What is given for a strategy to take the choice back."""


class ChoiceCall(NamedTuple):
    """What the call says about the choice."""

    strategy: str
    variation: str | None
    reason: str | None
    by: str | None


def choose(name: str, call: ChoiceCall, how: How) -> None:
    """Write the choice; ask for the reason if it is needed and missing."""
    to = target(name)
    day = day_not_in_future(how.on)
    if call.strategy == NONE:
        _take_back(to, call, day, how)
        return
    deal = DealOnDay.of(to.opportunity, to.workspace.settings, day, account=to.account)
    wanted = edits.strategy_named(call.strategy)
    choice = _choice(wanted, given(call.variation, "--variation"), deal, to.opportunity.strategy)
    since = (choice.since if how.on is None else None) or day
    reason = given(call.reason, "--reason") or choice.reason
    if wanted.key != deal.decision.recommended and reason is None:
        reason = _why(wanted, deal, how)
    choice = choice._replace(since=since, reason=reason, by=given(call.by, "--by"))
    if how.dry_run and wanted.key != deal.decision.recommended:
        say(bare(verdict(deal.decision)))  # the diff does not show it
    fields = ["chosen", "variation", "since", "reason", *(["by"] if choice.by else [])]
    change_fields(to, lambda now: edits.choose(now, choice, day), _paths(fields), how)


def _take_back(to: Target, call: ChoiceCall, day: date, how: How) -> None:
    """Remove the choice, which history keeps."""
    if call != ChoiceCall(NONE, None, None, None):
        raise WrongCall(
            "none takes the choice back, and cannot be combined with --variation, --reason or --by."
        )
    had = [key for key in edits.CHOICE if getattr(to.opportunity.strategy, key, None)]
    change_fields(to, lambda now: edits.unchoose(now, day), _paths(had or ["chosen"]), how)


def _paths(fields: Iterable[str]) -> list[tuple[str, tuple[str, str]]]:
    """Return the fields of the choice as they are called, with their paths."""
    return [(f"strategy.{field}", ("strategy", field)) for field in fields]


def _choice(
    wanted: Strategy, variation: str | None, deal: DealOnDay, before: ChosenStrategy | None
) -> edits.Choice:
    """Return the choice; if the strategy stays the same, keep what the file says about it."""
    present = before or NO_CHOICE
    way = edits.variation_for(wanted, variation, present, deal.decision)
    same = present if present.chosen == wanted.key else NO_CHOICE
    return edits.Choice(wanted.key, way, same.since, same.reason or None)


def _why(wanted: Strategy, deal: DealOnDay, how: How) -> str:
    """Show both strategies, and ask why the recommended one was not chosen."""
    if can_ask(how.output):
        print_page(comparison(wanted, deal))
    recommended = deal.decision.recommended
    instead = f" rather than {strategies()[recommended].title}" if recommended else ""
    return reason_or_stop("--reason", f"why {wanted.title}{instead}", how.output)
