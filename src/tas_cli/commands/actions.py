"""`tas actions`."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from tas_cli.commands.display import screen
from tas_cli.commands.edit_support import (
    DryRun,
    On,
    change,
    day_that_has_come,
    endings,
    target,
    tell,
)
from tas_cli.commands.everywhere import (
    Paged,
    PageFormat,
    Remembered,
    everywhere,
    say_settings_are_wrong,
)
from tas_cli.commands.options import Format, today_or_stop, workspace_here
from tas_cli.commands.owners import owner_or_stop
from tas_cli.commands.stop import WRONG_CALL, Stop

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tas_cli.board.actions import DealActions, Listed
    from tas_cli.edits.outcome import Outcome

_DONE = "done"
_USAGE = "Write `tas actions` for the list, or `tas actions done ID N` to close one."


def command(  # noqa: PLR0913 - its options
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[done ID N]", help="The action to close: its deal and its number."),
    ] = None,
    *,
    owner: Annotated[str | None, typer.Option(help="Only what this person is to do.")] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="What is done, and what closed deals left, as well.")
    ] = False,
    on: On = None,
    dry_run: DryRun = False,
    no_cache: Remembered = False,
    output: Paged = PageFormat.text,
) -> None:
    """List the corrective actions that debriefs agreed on, or close one.

    What is overdue comes first. The number counts a deal's actions over all of its debriefs in the
    order of their days, and stays.
    """
    if words:
        if owner is not None or everything or no_cache:
            raise Stop("--owner, --all and --no-cache belong to the list.", status=WRONG_CALL)
        _close(words, on, output, dry_run=dry_run)
        return
    if on is not None or dry_run:
        raise Stop("--date and --dry-run need an action.", status=WRONG_CALL, help=_USAGE)
    _list(owner, output, everything=everything, remember=not no_cache)


def _list(owner: str | None, output: PageFormat, *, everything: bool, remember: bool) -> None:
    from tas_cli.board.actions import DealActions, listed, restored  # noqa: PLC0415
    from tas_cli.board.once import once  # noqa: PLC0415
    from tas_cli.board.survey import Question  # noqa: PLC0415
    from tas_cli.board.worker import actions_of  # noqa: PLC0415
    from tas_cli.reading.owners import Owners  # noqa: PLC0415

    day, workspace = today_or_stop(), workspace_here()
    deals, broken = [], []
    work = partial(actions_of, day=day)
    question = Question("actions", DealActions | tuple[()], work, (str(day),))
    for each in everywhere(workspace, question, "reading", remember=remember):
        deal = restored(each)
        if deal is None:
            broken.append(each.file)
        else:
            deals.append(deal)
    deals, copies = once(deals)
    broken += [each.file for each in copies]
    found = listed(deals, day, everything=everything)
    owners = Owners(workspace.settings.team)
    person = owner_or_stop(owner, owners, _people(deals))
    if person is not None:
        found = [each for each in found if owners.same(each.owner, person)]
    sys.stdout.write(_shown(found, tuple(sorted(broken)), output))
    say_settings_are_wrong(workspace)


def _people(deals: list[DealActions]) -> Iterator[str | None]:
    """Yield all who own a deal or an action."""
    for deal in deals:
        yield deal.owner
        yield from (action.owner for action in deal.actions)


def _shown(found: list[Listed], broken: tuple[str, ...], output: PageFormat) -> str:
    if output is PageFormat.json:
        from tas_cli.views.json.actions import actions_json  # noqa: PLC0415

        return actions_json(found, broken)
    if output is PageFormat.markdown:
        from tas_cli.views.markdown import actions as markdown  # noqa: PLC0415

        return markdown.actions(found, broken)
    from tas_cli.views.terminal import actions as terminal  # noqa: PLC0415

    return terminal.actions(found, broken, screen())


def _close(words: list[str], on: str | None, output: PageFormat, *, dry_run: bool) -> None:
    """Close the action that was named, and say so."""
    name, number = _asked(words)
    if output is PageFormat.markdown:
        raise Stop("--format markdown is for the list.", status=WRONG_CALL)
    from tas_cli.edits.actions import asked_action, finish  # noqa: PLC0415
    from tas_cli.edits.outcome import FieldChange, outcome  # noqa: PLC0415

    to = target(name)
    day = day_that_has_come(on)
    with endings():
        before = asked_action(to.opportunity, number, day)
    written = change(to, lambda now: finish(to.opportunity, now, number, day), dry_run=dry_run)
    field = FieldChange(f"action {number}", before.action.done, day)
    settings, today = to.workspace.settings, today_or_stop()
    told = outcome(to.id, written, settings, today, dry_run=dry_run)._replace(fields=(field,))
    if output is PageFormat.json or dry_run:
        tell(told, Format(output.value))
    else:
        sys.stdout.write(_told(told, number, before.action.what))


def _asked(words: list[str]) -> tuple[str, int]:
    """Return the deal and the number of the action to close."""
    if len(words) != 3 or words[0] != _DONE:
        raise Stop(f"`{' '.join(words)}` is not understood.", status=WRONG_CALL, help=_USAGE)
    _, name, number = words
    if not number.isascii() or not number.isdecimal():
        raise Stop(f"{number} is no number of an action.", status=WRONG_CALL, help=_USAGE)
    return name, int(number)


def _told(told: Outcome, number: int, what: str) -> str:
    from tas_cli.views.terminal.actions import closed  # noqa: PLC0415

    return closed(told, number, what, screen())
