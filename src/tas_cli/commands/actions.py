"""`tas actions`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Annotated

import typer

from tas_cli.assess.changes import FieldChange
from tas_cli.board.actions import DealActions, listed
from tas_cli.board.restore import restored_actions
from tas_cli.board.survey import Question
from tas_cli.board.worker import actions_of
from tas_cli.commands.days import day_not_in_future
from tas_cli.commands.edit_support import (
    change,
    effect_of,
    print_result,
    target,
)
from tas_cli.commands.everywhere import everywhere, warn_of_wrong_settings
from tas_cli.commands.opening import workspace_here
from tas_cli.commands.options import DryRun, How, On, Paged, PageFormat, Remembered, Text
from tas_cli.commands.printing import print_as
from tas_cli.edits.actions import asked_action, finish
from tas_cli.reading.owners import Owners
from tas_cli.refusals import WrongCall
from tas_cli.today import todays_date
from tas_cli.views.actions import actions, closed
from tas_cli.views.json.actions import actions_json
from tas_cli.views.json.changed import changed_json

_DONE = "done"
_USAGE = "`tas actions` lists the action items; `tas actions done ID N` marks one done."


def command(  # noqa: PLR0913 - its options
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="done ID N", help="Mark action item N of a deal as done."),
    ] = None,
    *,
    owner: Annotated[
        Text, typer.Option(metavar="NAME", help="Only this person's action items.")
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Include items that are done, and those of closed deals.")
    ] = False,
    on: On = None,
    dry_run: DryRun = False,
    no_cache: Remembered = False,
    output: Paged = "text",
) -> None:
    """List the action items agreed on in debriefs, or mark one done.

    Overdue items come first. A deal's items are numbered across all of its debriefs, oldest first;
    an item's number N never changes.
    """
    if words:
        if owner is not None or everything or no_cache:
            raise WrongCall("--owner, --all and --no-cache apply only to the list.")
        _close(words, How(on, dry_run, output))
        return
    if on is not None or dry_run:
        raise WrongCall("--date and --dry-run need an action item.", _USAGE)
    _list(owner, output, everything=everything, remember=not no_cache)


def _list(owner: str | None, output: PageFormat, *, everything: bool, remember: bool) -> None:
    day, workspace = todays_date(), workspace_here()
    work = partial(actions_of, day=day)
    question = Question("actions", DealActions | tuple[()], work, (str(day),))
    found = everywhere(workspace, question, restored_actions, remember=remember)
    owners = Owners(workspace.settings.team)
    person = owners.wanted(owner, _people(found.deals))
    every = listed(found.deals, day, everything=everything)
    shown = [each for each in every if owners.same(each.owner, person)]
    print_as(
        output,
        json=lambda: actions_json(shown, found.left_out),
        page=lambda: actions(shown, found.left_out),
    )
    warn_of_wrong_settings(workspace)


def _people(deals: list[DealActions]) -> Iterator[str | None]:
    """Yield everybody who owns a deal or an action."""
    for deal in deals:
        yield deal.owner
        yield from (action.owner for action in deal.actions)


def _close(words: list[str], how: How) -> None:
    """Close the named action, and report it."""
    name, number = _asked(words)
    if how.output == "markdown":
        raise WrongCall("--format markdown applies only to the list.")
    to = target(name)
    day = day_not_in_future(how.on)
    before = asked_action(to.opportunity, number, day).action
    written = change(to, lambda now: finish(now, number, day), how)
    field = FieldChange(f"action {number}", before.done, day)
    effect = effect_of(to, written, how)._replace(fields=(field,))
    print_result(
        written,
        how,
        json=lambda: changed_json(effect),
        page=lambda: closed(effect, number, before.what),
    )


def _asked(words: list[str]) -> tuple[str, int]:
    """Return the deal, and the number of the action to close."""
    if len(words) != 3 or words[0] != _DONE:
        raise WrongCall(f"unknown arguments `{' '.join(words)}`.", _USAGE)
    _, name, number = words
    if not number.isascii() or not number.isdecimal():
        raise WrongCall(f"{number!r} is not the number of an action item.", _USAGE)
    return name, int(number)
