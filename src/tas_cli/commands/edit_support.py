"""What the commands that change a file share: opening it, changing it, reporting the change.

They read the file first and then call `writing.update`, which compares what the user saw with what
the file contains when the change is made.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Generic, NamedTuple

from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.people import with_people_of
from tas_cli.commands.days import interpreter_for, say_heard
from tas_cli.commands.opening import account_of, find_file, report_in_brief, workspace_here
from tas_cli.commands.options import How
from tas_cli.commands.printing import print_page
from tas_cli.commands.standard_error import say, say_waiting
from tas_cli.edits.effect import Effect, fields_of
from tas_cli.edits.remarks import remarks
from tas_cli.kinds import ACCOUNT
from tas_cli.model.account import Account
from tas_cli.model.base import FileModel
from tas_cli.model.opportunity import Opportunity
from tas_cli.places import found_in, kind_of, opportunity_id
from tas_cli.reading.nearest import did_you_mean
from tas_cli.refusals import WrongCall
from tas_cli.source.files import SUFFIXES
from tas_cli.today import todays_date
from tas_cli.typed.interpreter import Interpreter
from tas_cli.views.changed import changed, difference, written_to
from tas_cli.views.json.changed import changed_json
from tas_cli.views.page import Page
from tas_cli.workspace import Workspace, account_path, open_workspace, opportunity_files
from tas_cli.writing import Model, Plan, Seen, Written, look, update_together


class Opened(NamedTuple, Generic[Model]):
    """The file to change, and its content when the command began."""

    workspace: Workspace
    path: Path
    id: str
    seen: Seen[Model]
    interpreter: Interpreter
    """Reads what the call says about this file; `change` says how it was understood."""
    account: Account | None = None

    @property
    def opportunity(self) -> Model:
        """The deal, or another file, as the user saw it."""
        return self.seen.value


Target = Opened[Opportunity]
"""A deal to change."""
Along = Sequence[tuple[Seen[Any], Plan[Any]]]
"""Files to change together, each with its plan."""


def opened_account(name: str, *, deals_first: bool = True) -> Opened[Account] | None:
    """Open the account with this id or path in order to change it.

    Return None if there is none, or with `deals_first` if there is a deal with this id.
    """
    workspace = open_workspace(Path(name) if os.sep in name and Path(name).exists() else None)
    if os.sep in name or name.lower().endswith(SUFFIXES):
        path = Path(name) if kind_of(name, workspace.root) is ACCOUNT else None
    else:
        deals = map(opportunity_id, opportunity_files(workspace)) if deals_first else ()
        path = None if name in deals else account_path(workspace, name)
    if path is None:
        return None
    seen = look(path, workspace, Account)
    interpreter = interpreter_for(workspace.settings, workspace.settings.currency)
    return Opened(workspace, path, opportunity_id(path), seen, interpreter)


def account_target(name: str) -> Opened[Account]:
    """Open the account with this id or path in order to change it.

    Raises:
        WrongCall: there is none.
    """
    found = opened_account(name, deals_first=False)
    if found is None:
        files = found_in(workspace_here().root, ACCOUNT)
        known = [opportunity_id(each.path) for each in files]
        advice = did_you_mean(name, known, f'To start one: `tas account {name} name="…"`.')
        raise WrongCall(f"there is no account {name}.", advice)
    return found


def account_or_that_of(name: str) -> Opened[Account]:
    """Open the account with this id or path, or that of the deal with it, in order to change it.

    Raises:
        WrongCall: there is none.
    """
    found = opened_account(name, deals_first=False)
    if found is not None:
        return found
    try:
        deal = target(name)
    except WrongCall:
        return account_target(name)
    if deal.opportunity.account is None:
        raise WrongCall(
            f"{deal.id} has no account.",
            f"To put it into one: `tas account ACCOUNT --share {deal.id}`.",
        )
    return account_target(deal.opportunity.account)


def target(name: str) -> Target:
    """Open the opportunity with this id or path, if its errors allow it."""
    workspace, path = find_file(name)
    seen, settings = look(path, workspace, Opportunity), workspace.settings
    interpreter = interpreter_for(settings, seen.value.currency or settings.currency)
    account = account_of(workspace, seen.value)
    return Target(workspace, path, opportunity_id(path), seen, interpreter, account)


def change(
    to: Opened[Model], plan: Plan[Model], how: How, *, compared: bool = False
) -> Written[Model]:
    """Change the file; report on standard error what was fixed and what is still wrong."""
    return change_files(to, [(to.seen, plan)], how, compared=compared)[0]


def change_files(
    to: Opened[Model], changes: Along, how: How, *, compared: bool = False
) -> list[Written[Any]]:
    """Change several files together, or none; the plan of the first may be `compared` already."""
    waiting = partial(say_waiting, to.path)
    say_heard(to.interpreter)
    written = update_together(changes, compared=compared, dry_run=how.dry_run, waiting=waiting)
    for each in written:
        report(each, to.workspace, to.account)
    return written


def seen_account(to: Opened[Any]) -> Seen[Account] | None:
    """Open the file of a deal's account in order to change it; None if it has no usable one."""
    if to.account is None:
        return None
    path = account_path(to.workspace, to.opportunity.account) or to.path
    return look(path, to.workspace, Account)


def report(written: Written[Model], workspace: Workspace, account: Account | None = None) -> None:
    """Report on standard error what was fixed in a file and what is still wrong."""
    for fault in written.quoted:
        say(f"Also fixed: {fault.message}.")
    was, now = written.was, written.now
    if isinstance(was, Opportunity) and isinstance(now, Opportunity):
        people = with_people_of(account, now).people
        for line in remarks(was, now, workspace.settings, todays_date(), people):
            say(line)
    report_in_brief(written.diagnostics)


def change_fields(
    to: Target,
    plan: Plan[Opportunity],
    fields: Iterable[tuple[str, tuple[str | int, ...]]],
    how: How,
) -> None:
    """Change the file, and report the changes to these fields, given with their paths."""
    written = change(to, plan, how)
    effect = effect_of(to, written, how)
    print_effect(effect._replace(fields=fields_of(written, fields)), how)


def effect_of(to: Target, written: Written[Opportunity], how: How) -> Effect:
    """Return the effect of a change on the deal, as of today."""
    day, settings = todays_date(), to.workspace.settings
    was, now = (
        DealOnDay.of(each, settings, day, account=to.account) for each in (written.was, written.now)
    )
    return Effect(to.id, written, how.dry_run, was, now)


def print_effect(effect: Effect, how: How, also: Sequence[Written[FileModel]] = ()) -> None:
    """Report an edit of cells or fields; `also` are other files that it changed."""
    print_result(
        effect.written,
        how,
        json=lambda: changed_json(effect, also),
        page=lambda: (*changed(effect), *(written_to(each) for each in also if each.changed)),
        also=also,
    )


def print_result(
    written: Written[FileModel],
    how: How,
    *,
    json: Callable[[], str],
    page: Callable[[], Page],
    also: Iterable[Written[FileModel]] = (),
) -> None:
    """Report an edit as JSON, as the diff of a dry run, or in words; `also` are other files."""
    if how.output == "json":
        sys.stdout.write(json())
    elif how.dry_run:
        print_page(difference(written, *also))
        sys.stderr.write("Nothing was saved.\n")
    else:
        print_page(page())
