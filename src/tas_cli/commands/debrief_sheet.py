"""What `tas debrief` prints without asking: the sheet before a debrief, the record after one."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import NamedTuple

from tas_cli.assess.actions import numbered_actions
from tas_cli.assess.as_of import as_of
from tas_cli.assess.doubts import debriefs_until
from tas_cli.assess.process import sales_process
from tas_cli.commands.display import screen
from tas_cli.commands.opening import open_deal
from tas_cli.commands.options import day_or_stop
from tas_cli.views.briefing import Section, sheet_sections
from tas_cli.views.debriefed import record, titled
from tas_cli.views.json.debrief import last_json, prepare_json
from tas_cli.views.markdown import debrief as markdown
from tas_cli.workspace import Deal, Workspace


class _Page(NamedTuple):
    """What a page is about, and its title."""

    title: str
    deal: Deal
    workspace: Workspace
    day: date


def print_sheet(name: str, on: str | None, output: str) -> None:
    """Print the sheet before the meeting: the questions, and what the file says to each."""
    from tas_cli.debrief.brief import brief  # noqa: PLC0415 - all rules; the record needs none

    workspace, deal = open_deal(name)
    day = day_or_stop(on, "--date")
    found = brief(workspace, Path(deal.file), deal.opportunity, day)
    if output == "json":
        sys.stdout.write(prepare_json(deal.id, deal.file, found))
        return
    page = _Page(f"Before the debrief of {day}", deal, workspace, day)
    _print(page, sheet_sections(found), output)


def print_last(name: str, on: str | None, output: str) -> None:
    """Print the record of the latest debrief."""
    workspace, deal = open_deal(name)
    day = day_or_stop(on, "--date")
    last = next(reversed(debriefs_until(deal.opportunity, day)), None)
    numbered = numbered_actions(deal.opportunity)
    actions = [each for each in numbered if deal.opportunity.debriefs[each.debrief] is last]
    if output == "json":
        sys.stdout.write(last_json(deal.id, deal.file, last, actions))
        return
    steps = sales_process(workspace.settings)
    sections = record(last, actions, steps, day) if last else []
    _print(_Page(titled(last), deal, workspace, day), sections, output)


def _print(page: _Page, sections: list[Section], output: str) -> None:
    if output == "markdown":
        deal = page.deal
        about = (f"{deal.opportunity.name} · {deal.opportunity.customer}", page.title)
        sys.stdout.write(markdown.sheet(deal.id, about, sections))
        return
    from tas_cli.views.terminal import debrief, head  # noqa: PLC0415 - rich

    then = as_of(page.deal.opportunity, page.day)
    about_deal = head.Head(page.deal.id, then, page.day, page.workspace.settings.currency)
    sys.stdout.write(debrief.sheet(about_deal, page.title, sections, screen()))
