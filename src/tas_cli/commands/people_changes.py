"""Writes changes to people: to a deal's file, an account's, or what belongs to each of both."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tas_cli.assess.people import with_people_of
from tas_cli.commands.edit_support import Opened, change, change_files, seen_account
from tas_cli.commands.options import How
from tas_cli.edits.people_files import plans
from tas_cli.edits.record_ways import edits_of
from tas_cli.edits.records import Change
from tas_cli.model.account import Account
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.person import Person
from tas_cli.source.edit import Edit
from tas_cli.today import todays_date
from tas_cli.writing import Written


def people_of(to: Opened[Any]) -> dict[str, Person]:
    """Return everybody on the map of a file; of a deal, with the people of its account."""
    found = to.opportunity
    whole = with_people_of(to.account, found) if isinstance(found, Opportunity) else found
    return dict(whole.people)


def change_people(
    to: Opened[Any], changes: Sequence[Change], how: How
) -> tuple[Written[Any], Written[Account] | None]:
    """Make the changes to people; return the file written, and the account's if a deal has one."""
    day = todays_date()

    def plan(now: Any) -> list[Edit]:
        return [edit for made in changes for edit in edits_of(now, made, day)]

    shared = seen_account(to)
    if shared is None:
        return change(to, plan, how), None
    ours, theirs = plans(changes, to.opportunity, shared.value, day)
    first, second = change_files(to, [(to.seen, ours), (shared, theirs)], how)
    return first, second
