"""Finds the deal that a person at a terminal means: by part of its name, or picked from a list.

Without a terminal a deal needs its whole short name or its path: tomorrow's deal must not redirect
a script.
"""

from __future__ import annotations

from tas_cli.board.line import DealLine
from tas_cli.board.scope import Scope, last_monday
from tas_cli.commands.all_deals import all_deals
from tas_cli.commands.display import is_interactive
from tas_cli.commands.opening import user, workspace_here
from tas_cli.commands.picking import chosen, pick
from tas_cli.commands.standard_error import say
from tas_cli.places import opportunity_id
from tas_cli.reading.owners import Owners
from tas_cli.refusals import WrongCall
from tas_cli.today import todays_date
from tas_cli.typed.choices import Choice, fitting
from tas_cli.workspace import Workspace, opportunity_files


def deal_by_part(workspace: Workspace, part: str) -> str | None:
    """Return the short name of the deal with this in its names; ask if several have it.

    Return None if none has it, or if there is no terminal.
    """
    if not is_interactive():
        return None
    found = fitting(part, [_choice(line) for line in _lines(workspace)])
    if not found:
        return None
    return _echoed(found[0] if len(found) == 1 else pick("deal", found))


def deal_picked() -> str:
    """Return the short name of the open deal that a person picks; one's own come first.

    Raises:
        WrongCall: there is nobody to ask, or no deal.
    """
    workspace = workspace_here()
    if is_interactive():
        choices = [_choice(line) for line in _lines(workspace) if line.open]
    else:
        ids = sorted(map(opportunity_id, opportunity_files(workspace)))
        choices = [Choice(each) for each in ids]
    if not choices:
        raise WrongCall("there are no deals to choose from.", "`tas new` starts one.")
    return _echoed(chosen("deal", choices, "tas list"))


def _echoed(deal: Choice) -> str:
    say(f"{deal.key}: {deal.about}")
    return deal.key


def _lines(workspace: Workspace) -> list[DealLine]:
    """Return all deals: open ones first, and among them one's own."""
    day = todays_date()
    found = all_deals(workspace, Scope(workspace.settings, day, last_monday(day)), remember=True)
    me, owners = user(workspace), Owners(workspace.settings.team)

    def order(line: DealLine) -> tuple[bool, bool, str]:
        return not line.open, not (me and owners.same(line.person, me)), line.id

    return sorted((*found.deals, *found.later), key=order)


def _choice(line: DealLine) -> Choice:
    return Choice(line.id, f"{line.customer}, {line.name}")
