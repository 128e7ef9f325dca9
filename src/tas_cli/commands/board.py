"""`tas board`."""

from __future__ import annotations

import sys
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from tas_cli.commands.all_deals import all_deals, say_what_is_missing
from tas_cli.commands.display import screen
from tas_cli.commands.everywhere import Paged, PageFormat, Remembered
from tas_cli.commands.options import day_or_stop, today_or_stop, workspace_here
from tas_cli.commands.owners import rows_of, team_or_stop
from tas_cli.commands.stop import WRONG_CALL, Stop

if TYPE_CHECKING:
    from tas_cli.board.line import DealLine
    from tas_cli.board.scope import Scope
    from tas_cli.commands.all_deals import AllDeals


class By(StrEnum):
    """What the deals of a group have in common."""

    owner = "owner"
    step = "step"
    customer = "customer"


Owner = Annotated[
    str | None, typer.Option(help="Only the deals of this owner: id, or name in tas.yaml.")
]


def command(  # noqa: PLR0913 - its options
    *,
    owner: Owner = None,
    team: Annotated[
        str | None, typer.Option(help="Only the deals of this team's members, as in tas.yaml.")
    ] = None,
    by: Annotated[By, typer.Option(help="What to group by.")] = By.owner,
    since: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Changes from this day on; from last Monday."),
    ] = None,
    rollout: Annotated[
        bool, typer.Option("--rollout", help="Show how far the roll-out is, by day and by rep.")
    ] = False,
    began: Annotated[
        str | None,
        typer.Option(
            "--from", metavar="DATE", help="The roll-out's first day; the first assessment's."
        ),
    ] = None,
    no_cache: Remembered = False,
    output: Paged = PageFormat.text,
) -> None:
    """Show a manager which deals and which reps need attention.

    Shown: the amount weighted by the probability of the last milestone that the evidence shows;
    Claimed: of the last one claimed. Review, Debrief: the share brought up to date, and debriefed
    (after the slash: how many debriefs), in the last 30 days. Age: of our ratings on average. Unkn:
    the share of our twenty criteria that is `?`. Actions: open and overdue. Late: past the close
    date, or longer in the step than usual. Currencies stay apart unless tas.yaml has `rates:`.
    """
    from tas_cli.board.scope import Scope, last_monday  # noqa: PLC0415

    day = today_or_stop()
    first = _past(since, "--since", day) or last_monday(day)
    start = _past(began, "--from", day)
    if start and not rollout:
        raise Stop("--from belongs to --rollout.", status=WRONG_CALL)
    workspace = workspace_here()
    wanted_team = team_or_stop(team, workspace.settings)
    scope = Scope(workspace.settings, day, first)
    found = all_deals(workspace, scope, remember=not no_cache)
    rows = rows_of(found.rows, workspace.settings, owner, wanted_team)
    if rollout:
        sys.stdout.write(_rollout(rows, scope, start, found.left_out, output))
    else:
        sys.stdout.write(_board(rows, scope, by.value, found, output))
    say_what_is_missing(found, workspace, scope)


def _past(text: str | None, option: str, day: date) -> date | None:
    """Return the day that an option gives; stop where it is still to come."""
    if text is None:
        return None
    given = day_or_stop(text, option)
    if given > day:
        raise Stop(f"{option} {text}: that day is still to come.", status=WRONG_CALL)
    return given


def _board(rows: list[DealLine], scope: Scope, by: str, found: AllDeals, output: PageFormat) -> str:
    from tas_cli.board.board import board  # noqa: PLC0415

    shown = board(rows, scope, by, found.left_out)
    if output is PageFormat.json:
        from tas_cli.views.json.board import board_json  # noqa: PLC0415

        return board_json(shown, found.not_yet)
    if output is PageFormat.markdown:
        from tas_cli.views.markdown import board as markdown  # noqa: PLC0415

        return markdown.board(shown)
    from tas_cli.views.terminal import board as terminal  # noqa: PLC0415

    return terminal.board(shown, screen())


def _rollout(
    rows: list[DealLine], scope: Scope, began: date | None, broken: list[str], output: PageFormat
) -> str:
    from tas_cli.board.rollout import rollout  # noqa: PLC0415

    shown = rollout(rows, scope, began, broken)
    if output is PageFormat.json:
        from tas_cli.views.json.board import rollout_json  # noqa: PLC0415

        return rollout_json(shown)
    if output is PageFormat.markdown:
        from tas_cli.views.markdown import rollout as markdown  # noqa: PLC0415

        return markdown.rollout(shown)
    from tas_cli.views.terminal import rollout as terminal  # noqa: PLC0415

    return terminal.rollout(shown, screen())
