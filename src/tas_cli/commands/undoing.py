"""Takes back the last change, brings it back, or lists or forgets what can be taken back."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tas_cli.commands.inputs import given
from tas_cli.commands.opening import deal_file, workspace_here
from tas_cli.commands.options import Format
from tas_cli.commands.printing import print_as
from tas_cli.commands.standard_error import say_waiting
from tas_cli.places import opportunity_id
from tas_cli.refusals import Refused, WrongCall
from tas_cli.source.journal import entries as journal
from tas_cli.source.journal.entries import Entry
from tas_cli.source.journal.recording import taking_back
from tas_cli.today import todays_date
from tas_cli.undoing import concerning, deals_of, in_effect, standing, take_back, taken_back
from tas_cli.views import undone as views
from tas_cli.views.json.undone import forgotten_json, listed_json, undone_json
from tas_cli.views.undone import TakenBack
from tas_cli.workspace import Workspace, open_workspace


class Wanted(NamedTuple):
    """What a call asks for; `name` is a deal, or None for all."""

    name: str | None
    listed: bool
    redo: bool
    forget: bool


def undo(wanted: Wanted, output: Format, *, dry_run: bool) -> None:
    """Do what a call asks for, and report it."""
    name = given(wanted.name, "ID")
    _refuse_combinations(wanted, dry_run=dry_run)
    workspace = _workspace(name)
    root = workspace.root
    if wanted.forget:
        number = journal.forget(root)
        print_as(output, lambda: forgotten_json(number), lambda: views.forgotten(number))
        return
    every = list(journal.entries(root))
    present = list(in_effect(every, root))
    found = taken_back(present, every) if wanted.redo else standing(present)
    if name:
        found = _of(name, found, workspace)
    if wanted.listed:
        today = todays_date()
        print_as(output, lambda: listed_json(found), lambda: views.listed(found, today))
        return
    if not found:
        raise _nothing(name, redo=wanted.redo)
    try:
        _take_back(found[0], root, output, redo=wanted.redo, dry_run=dry_run)
    except Refused as refused:
        raise refused if name or wanted.redo else _with_another(refused, found) from None


def _with_another(refused: Refused, found: Sequence[Entry]) -> Refused:
    """Return a refusal that also names another deal, whose last change may be taken back."""
    first, *others = (deals_of(each) for each in found)
    for deals in others:
        if deals and not set(deals) & set(first):
            line = f"To take back the last change of another deal: tas undo {deals[0]}"
            return Refused(refused.message, refused.advice, lines=[*refused.lines, line])
    return refused


def _take_back(entry: Entry, root: Path, output: Format, *, redo: bool, dry_run: bool) -> None:
    taking_back(entry.id, entry.command)
    files = take_back(entry, root, say_waiting, dry_run=dry_run)
    done = TakenBack(entry, tuple(files), redo, dry_run)
    today = todays_date()
    print_as(output, lambda: undone_json(done), lambda: views.undone(done, today))
    if dry_run and output == "text":
        sys.stderr.write("Nothing was saved.\n")


def _refuse_combinations(wanted: Wanted, *, dry_run: bool) -> None:
    if wanted.forget and (wanted.name or wanted.listed or wanted.redo or dry_run):
        raise WrongCall("--forget cannot be combined with anything else.")
    if wanted.listed and (wanted.redo or dry_run):
        raise WrongCall("--list cannot be combined with --redo or --dry-run.")


def _workspace(name: str | None) -> Workspace:
    """Return the workspace around a path, or around the working directory."""
    return open_workspace(Path(name)) if name and os.sep in name else workspace_here()


def _of(name: str, found: list[Entry], workspace: Workspace) -> list[Entry]:
    """Return the entries about a deal: one that they name, or else one that exists.

    Raises:
        WrongCall: there is no such deal.
    """
    named = concerning(found, name, workspace.root)
    return named or concerning(found, opportunity_id(deal_file(workspace, name)), workspace.root)


def _nothing(name: str | None, *, redo: bool) -> Refused:
    """Return the refusal of a call that finds nothing to take back."""
    where = f" of {name}" if name else ""
    if redo:
        return Refused(
            f"there is nothing to bring back{where}.",
            "Only what `tas undo` took back, until tas writes something else.",
        )
    return Refused(
        f"there is no change{where} to take back.",
        f"tas remembers its own changes of the last {journal.DAYS} days, on this computer.",
    )
