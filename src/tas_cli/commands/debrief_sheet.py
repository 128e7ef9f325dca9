"""What `tas debrief` prints without asking: the sheet for a debrief, or the last record."""

from __future__ import annotations

from pathlib import Path

from tas_cli.assess.actions import numbered_actions
from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.doubts import debriefs_until
from tas_cli.commands.days import day_or_stop
from tas_cli.commands.opening import open_deal
from tas_cli.commands.printing import print_as
from tas_cli.views.briefing import sheet
from tas_cli.views.debriefed import record
from tas_cli.views.json.debrief import last_json, prepare_json


def print_sheet(name: str, on: str | None, output: str) -> None:
    """Print the sheet for a debrief: the questions, and what the file says about each."""
    from tas_cli.debrief.brief import brief  # noqa: PLC0415 - loads all rules; the record needs none

    workspace, deal = open_deal(name)
    day = day_or_stop(on, "--date")
    found = brief(workspace, Path(deal.file), deal.opportunity, day, deal.account)
    print_as(
        output,
        json=lambda: prepare_json(deal.id, deal.file, found),
        page=lambda: sheet(deal.id, found),
        paged=True,
    )


def print_last(name: str, on: str | None, output: str) -> None:
    """Print the record of the latest debrief."""
    workspace, deal = open_deal(name)
    day = day_or_stop(on, "--date")
    last = next(reversed(debriefs_until(deal.opportunity, day)), None)
    place = [("debriefs", at) for at, each in enumerate(deal.opportunity.debriefs) if each is last]
    actions = [each for each in numbered_actions(deal.opportunity) if each.path[:2] in place]
    then = DealOnDay.of(deal.opportunity, workspace.settings, day, account=deal.account)
    print_as(
        output,
        json=lambda: last_json(deal.id, deal.file, last, actions),
        page=lambda: record(deal.id, then, last, actions),
    )
