"""Prints a rep's page."""

from __future__ import annotations

from collections.abc import Iterator
from shlex import quote

from tas_cli.board.line import DealLine
from tas_cli.board.scope import Scope, last_monday
from tas_cli.board.today import today
from tas_cli.commands.account_tasks import account_tasks
from tas_cli.commands.all_deals import all_deals, report_unlisted
from tas_cli.commands.opening import user, workspace_here
from tas_cli.commands.options import PageFormat
from tas_cli.commands.printing import print_as
from tas_cli.diagnostics import typeable
from tas_cli.reading.owners import Owners
from tas_cli.today import todays_date
from tas_cli.views.json.today import today_json
from tas_cli.views.today import page
from tas_cli.workspace import Workspace


def print_today(owner: str | None, output: PageFormat, *, everything: bool, remember: bool) -> None:
    """Print the page of an owner, as typed, or of the user.

    Raises:
        WrongCall: there is no such owner.
    """
    workspace, day = workspace_here(), todays_date()
    scope = Scope(workspace.settings, day, last_monday(day), ahead=True)
    found = all_deals(workspace, scope, remember=remember)
    person, remark = _person(owner, found.deals, workspace)
    shown = today(found.deals, scope, person, [*account_tasks(workspace, day)])
    print_as(
        output,
        json=lambda: today_json(shown, found.left_out, found.not_yet),
        page=lambda: page(shown, _whole(owner), everything=everything, remark=remark),
    )
    report_unlisted(found, workspace, scope)


def _whole(owner: str | None) -> str:
    """Return the command for the same page with everything on it."""
    return "tas today --all" if owner is None else f"tas today --owner {quote(owner)} --all"


def _person(
    owner: str | None, lines: list[DealLine], workspace: Workspace
) -> tuple[str | None, str]:
    """Return whose page to show, None for everybody's, and a remark on that."""
    owners = Owners(workspace.settings.team)
    if owner is not None:
        return owners.wanted(owner, (each for line in lines for each in _at_work(line))), ""
    me = user(workspace)
    if me and any(owners.same(each, me) for line in lines if line.open for each in _at_work(line)):
        return me, ""
    if not any(line.open for line in lines):
        return None, ""
    who = f"No open deal belongs to {me}" if me else "tas does not know your name"
    return None, f"{who}: this is everybody's page. {_advice(me, lines)}"


def _at_work(line: DealLine) -> Iterator[str | None]:
    """Yield who owns a deal, an open action item or an open tactic of it."""
    yield line.person
    yield from (each.owner for each in (*line.agreed, *line.tactics) if each.open)


def _advice(me: str | None, lines: list[DealLine]) -> str:
    """Return how to get a page of one's own: by taking a deal that has no owner, or by name."""
    free = [line.id for line in lines if line.open and line.person is None]
    if me and free:
        return f"Yours to take: `tas set {typeable(free[0])} {quote(f'owner={me}')}`"
    once = "Yours: `tas today --owner NAME`"
    return once if me else f"{once}; to make it last: `git config --global user.name NAME`"
