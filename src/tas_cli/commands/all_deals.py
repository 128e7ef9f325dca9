"""The lines of all deals in a workspace as of a day, and the filters of a call."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from tas_cli.board.line import DealLine
from tas_cli.board.restore import restored_line
from tas_cli.board.scope import Scope
from tas_cli.board.survey import Question
from tas_cli.board.worker import answered
from tas_cli.commands.everywhere import Surveyed, everywhere, warn_of_wrong_settings
from tas_cli.commands.standard_error import say
from tas_cli.model.settings import Settings
from tas_cli.reading.owners import Owners
from tas_cli.source.characters import folded
from tas_cli.today import todays_date
from tas_cli.words import NAMED, some
from tas_cli.workspace import Workspace


def all_deals(workspace: Workspace, scope: Scope, *, remember: bool) -> Surveyed[DealLine]:
    """Return the lines of all deals; those that began after the day are listed separately."""
    depends_on = (scope.settings.model_dump_json(), str(scope.day), str(scope.since))
    work = partial(answered, question="lines", scope=scope)
    kept = "ahead" if scope.ahead else "board" if scope.day == todays_date() else "earlier"
    question = Question(kept, DealLine | tuple[()], work, depends_on, accounts=True)
    line = partial(restored_line, root=workspace.root, settings=workspace.settings)
    found = everywhere(workspace, question, line, remember=remember)
    there = [each for each in found.deals if not each.later_than(scope.day)]
    later = [each for each in found.deals if each.later_than(scope.day)]
    return found._replace(deals=there, later=later)


def lines_for(
    lines: list[DealLine], settings: Settings, owner: str | None, team: str | None = None
) -> list[DealLine]:
    """Return the deals of an owner and a team, as typed; None does not filter.

    Raises:
        WrongCall: the owner or team is unknown, or several people have the owner's name.
    """
    counts = deals_of([line.person for line in lines], settings, owner, team)
    return [line for line in lines if counts(line.person)]


def deals_of(
    people: Iterable[str | None], settings: Settings, owner: str | None, team: str | None
) -> Callable[[str | None], bool]:
    """Return what tells whether a person's deals are those of an owner and a team, likewise.

    `people` are all owners of deals.
    """
    owners = Owners(settings.team)
    wanted = None if team is None else folded(owners.wanted_team(team))
    person = owners.wanted(owner, people)
    return lambda whose: (
        owners.same(whose, person) and (wanted in (None, folded(owners.team_of(whose) or "")))
    )


def report_left_out(found: Surveyed[DealLine], workspace: Workspace, scope: Scope) -> None:
    """Report on standard error which files are not counted, and why."""
    warn_of_wrong_settings(workspace)
    for copy in found.copies[:NAMED]:
        say(f"Skipped {copy.file}: it is a copy of {copy.of}. See `tas check`.")
    if found.later:
        names = some([line.id for line in found.later])
        say(f"Skipped because they start after {scope.day}: {names}.")


def report_unlisted(found: Surveyed[DealLine], workspace: Workspace, scope: Scope) -> None:
    """Report the same, and which files have errors, if the page does not name those."""
    report_left_out(found, workspace, scope)
    if found.broken:
        say(f"Skipped because of errors (see `tas check`): {some(found.broken)}")
