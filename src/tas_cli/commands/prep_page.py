"""Prints the page with which a rep prepares a call."""

from __future__ import annotations

from tas_cli.assess.deal import DealOnDay
from tas_cli.board.prep import prep
from tas_cli.board.voices import meeting
from tas_cli.commands.days import day_or_stop
from tas_cli.commands.opening import open_deal
from tas_cli.commands.options import PageFormat
from tas_cli.commands.person import say_mistyped
from tas_cli.commands.printing import print_as
from tas_cli.views.json.prep import prep_json
from tas_cli.views.prep import page


def print_prep(name: str, people: list[str], at: str | None, output: PageFormat) -> None:
    """Print what to ask, and what to bring back, from these people or whoever is met next."""
    workspace, deal = open_deal(name)
    day = day_or_stop(at, "--at")
    then = DealOnDay.of(deal.opportunity, workspace.settings, day, account=deal.account)
    shown, met = prep(then), meeting(then, people or _next(then))
    say_mistyped(met.unmapped if met else (), then.people)
    print_as(
        output,
        json=lambda: prep_json(deal.id, deal.file, shown, met),
        page=lambda: page(deal.id, shown, met),
    )


def _next(deal: DealOnDay) -> list[str]:
    """Return the people of the next meeting, unless its day is over."""
    ahead = deal.opportunity.next
    over = ahead is None or (ahead.date is not None and ahead.date < deal.day)
    return [] if ahead is None or over else ahead.people
