"""Shows a customer's account, starts one, and changes its plain fields."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path

from tas_cli.assess.as_of import account_as_of, as_of
from tas_cli.assess.customer import across
from tas_cli.board.line import DealLine
from tas_cli.board.scope import Scope, last_monday
from tas_cli.commands.all_deals import all_deals, report_unlisted
from tas_cli.commands.days import day_not_in_future, interpreter_for, say_heard
from tas_cli.commands.edit_support import (
    account_target,
    change,
    change_files,
    opened_account,
    print_result,
    target,
)
from tas_cli.commands.inputs import all_given
from tas_cli.commands.opening import report_in_brief, workspace_here
from tas_cli.commands.options import How
from tas_cli.commands.printing import print_as
from tas_cli.commands.short_names import check_id
from tas_cli.commands.standard_error import unwritable
from tas_cli.edits.account import AskedOf, asked_of_account, new_account, set_account_fields
from tas_cli.edits.effect import fields_of
from tas_cli.edits.people_files import shared_people
from tas_cli.edits.records import edits
from tas_cli.kinds import ACCOUNT
from tas_cli.model.opportunity import Opportunity
from tas_cli.refusals import WrongCall
from tas_cli.source.edit import Put
from tas_cli.source.save import create
from tas_cli.today import todays_date
from tas_cli.views import account as views
from tas_cli.views.deal_cells import Context
from tas_cli.views.json.account import account_json
from tas_cli.views.json.document import document
from tas_cli.views.json.written import written_json
from tas_cli.workspace import Workspace, read


def show_account(name: str, at: str | None, output: str) -> None:
    """Print an account with its deals and people, as of a day.

    Raises:
        WrongCall: there is no such account, or the day is in the future.
    """
    workspace, day = workspace_here(), day_not_in_future(at, "--at")
    to = account_target(name)
    report_in_brief(to.seen.diagnostics)
    account = account_as_of(to.seen.value, day)
    scope = Scope(workspace.settings, day, last_monday(day))
    found = all_deals(workspace, scope, remember=True)
    deals = tuple(line for line in found.deals if line.account == to.id)
    files = {name: as_of(deal, day) for name, deal in read_deals(deals, workspace).items()}
    people = across(account, files)
    page = views.AccountPage(to.id, to.seen.file, account, deals, tuple(people), day)
    on = Context(workspace.settings, day)
    print_as(
        output,
        json=lambda: account_json(page),
        page=lambda: views.account(page, on),
        paged=True,
    )
    report_unlisted(found, workspace, scope)


def read_deals(lines: Iterable[DealLine], workspace: Workspace) -> dict[str, Opportunity]:
    """Return the files of the deals of some lines, by short name."""
    found = ((each.id, read(Path(each.file), workspace).value) for each in lines)
    return {name: deal for name, deal in found if deal}


def set_account(name: str, assignments: list[str], how: How) -> None:
    """Set the fields of an account, or start it.

    Raises:
        WrongCall: a field or its value is invalid, or a new account has no name.
    """
    workspace = workspace_here()
    to = opened_account(name, deals_first=False)
    settings = workspace.settings
    interpreter = to.interpreter if to else interpreter_for(settings, settings.currency)
    wanted = asked_of_account(all_given(assignments, "FIELD=VALUE"), interpreter)
    if to is None:
        say_heard(interpreter)
        _start(name, wanted, workspace, how)
        return
    day = todays_date()
    written = change(to, lambda now: set_account_fields(now, wanted, day), how)
    fields = fields_of(written, [(each.field, (each.field,)) for each in wanted])
    print_result(
        written,
        how,
        json=lambda: document(written_json(to.id, written, dry_run=how.dry_run)),
        page=lambda: views.fields_written(fields, written),
    )


def share_people(name: str, deal: str, how: How) -> None:
    """Put a deal into an account, and move what is true in all its deals there.

    Raises:
        WrongCall: there is no such account, or the deal is in another one.
    """
    to, from_deal = account_target(name), target(deal)
    named = from_deal.opportunity.account
    if named not in (None, to.id):
        raise WrongCall(
            f"{from_deal.id} is in the account {named}.",
            f"To move it: `tas set {from_deal.id} account={to.id}`.",
        )
    parts = shared_people(from_deal.opportunity, to.seen.value)
    joined = Put(("account",), to.id)
    ours = [edit for each in parts if each.deal for edit in edits(each.deal)]
    theirs = [edit for each in parts if each.account for edit in edits(each.account)]
    deals, accounts = change_files(
        from_deal, [(from_deal.seen, lambda _: [joined, *ours]), (to.seen, lambda _: theirs)], how
    )
    moved = [each.account.key for each in parts if each.account]
    said = {**written_json(to.id, accounts, dry_run=how.dry_run), "deal": from_deal.id}
    print_result(
        accounts,
        how,
        json=lambda: document({**said, "people": moved}),
        page=lambda: views.people_shared(from_deal.id, name, moved, (deals, accounts)),
        also=[deals],
    )


def _start(name: str, wanted: list[AskedOf], workspace: Workspace, how: How) -> None:
    check_id(name, "tas account")
    text = new_account(wanted)
    path = workspace.root / ACCOUNT.folder / f"{name}.yaml"
    if not how.dry_run:
        _create(path, text, workspace.root)
    file = os.path.relpath(path)
    if how.output == "json":
        said = {"id": name, "file": file, "changed": True, "dry_run": how.dry_run}
        diff = {"diff": [f"+{line}" for line in text.splitlines()]} if how.dry_run else {}
        sys.stdout.write(document({**said, **diff}))
    elif how.dry_run:
        sys.stdout.write(text)
        sys.stderr.write("Nothing was saved.\n")
    else:
        sys.stdout.write(
            f"Created {file}\nTo put a deal into it: `tas account {name} --share DEAL`\n"
        )


def _create(path: Path, text: str, root: Path) -> None:
    try:
        create(path, text.encode(), root)
    except OSError as error:
        raise unwritable(path, error) from None
