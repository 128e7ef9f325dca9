"""Puts several people on the map at once: from a table, or those whom evidence names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import typer

from tas_cli.assess.deal import DealOnDay
from tas_cli.commands.edit_support import (
    Opened,
    Target,
    opened_account,
    print_result,
    target,
)
from tas_cli.commands.inputs import all_given, file_given
from tas_cli.commands.options import How
from tas_cli.commands.people_changes import change_people, people_of
from tas_cli.commands.printing import print_page
from tas_cli.commands.prompts import ask, can_ask, confirmed
from tas_cli.edits import people_records
from tas_cli.edits.people_entries import Entered, Entry, changed_people, entered
from tas_cli.edits.people_records import key_in
from tas_cli.edits.people_table import people_table
from tas_cli.edits.texts import comma_separated
from tas_cli.method.people import likely_roles
from tas_cli.reading.nearest import did_you_mean
from tas_cli.refusals import WrongCall
from tas_cli.rules.voices import strangers
from tas_cli.today import todays_date
from tas_cli.views import people_entered as views
from tas_cli.views.json.people_entered import entered_json
from tas_cli.views.people_entered import EnteredFrom


class EnteredCall(NamedTuple):
    """A call: the deal, the words after it, and where the people come from.

    `changing` says that it has options for changing one person.
    """

    deal: str
    words: list[str]
    file: str | None
    from_evidence: bool
    changing: bool


def carry_out(call: EnteredCall, how: How) -> None:
    """Add the people, or complete those on the map, and report it; ask first on a terminal."""
    if how.output == "markdown":
        raise WrongCall("--format markdown applies only to the list.")
    if call.changing:
        raise WrongCall(
            "--remove, --expect and evidence are for one person.",
            "Leave out --from or --from-evidence.",
        )
    if call.file is not None and (call.from_evidence or call.words):
        raise WrongCall("--from FILE cannot be combined with other people.")
    if call.file is None:
        to = target(call.deal)
        found = entered(people_of(to), _in_evidence(to))
        _save(to, EnteredFrom(to.id, _picked(_asked(call, how, to.id, found), found)), how)
    else:
        _from_table(call.deal, call.file, how)


def _from_table(name: str, file: str, how: How) -> None:
    """Put the people of a table on the map of a deal or an account."""
    to: Opened[Any] = opened_account(name) or target(name)
    table = people_table(file_given(file))
    found = entered(people_of(to), table.entries)
    found = found._replace(left_out=tuple(sorted((*table.left_out, *found.left_out))))
    listed = EnteredFrom(to.id, found, table.unused)
    shown = _shown(listed, how)
    _save(to, listed, how, shown=shown)


def _shown(listed: EnteredFrom, how: How) -> bool:
    """Show a person what a table changes, and stop unless they agree; scripts are not asked."""
    if not listed.found.changes or not can_ask(how.output) or how.dry_run:
        return False
    print_page(views.proposed(listed))
    if not confirmed("Save this?"):
        raise typer.Abort
    return True


def _in_evidence(to: Target) -> list[Entry]:
    """Return the people in evidence who are not on the map, the longest names first."""
    deal = DealOnDay.of(to.opportunity, to.workspace.settings, todays_date(), account=to.account)
    named = (people_records.read(None, text, to.interpreter) for text in strangers(deal))
    found = [
        Entry(number, each["name"], title := each.get("title", ""), roles=likely_roles(title))
        for number, each in enumerate(named, 1)
    ]
    return sorted(found, key=lambda each: -len(each.name.split()))


def _asked(call: EnteredCall, how: How, name: str, found: Entered) -> list[str]:
    """Return the words for those to be added, from the call or a person; none means all."""
    words = all_given(call.words, "KEY")
    if words or not found.changes or how.dry_run or not can_ask(how.output):
        return words
    print_page(views.proposed(EnteredFrom(name, found)))
    answer = ask("Add whom? Enter for all, short names, or n for nobody")
    if answer.casefold() in ("n", "no"):
        raise typer.Abort
    return comma_separated(answer.replace(" ", ","))


def _picked(words: Sequence[str], found: Entered) -> Entered:
    """Return the changes for the people whom words name, by short name or name.

    Raises:
        WrongCall: a word names none of them.
    """
    new = changed_people({}, found.changes)
    picked = [key_in(new, each) for each in words]
    for each in picked:
        if each not in new:
            advice = did_you_mean(each, [*new], f"It names: {', '.join(new) or 'nobody else'}.")
            raise WrongCall(f"evidence names no {each!r} who is not on the map.", advice)
    return Entered(tuple(each for each in found.changes if not words or each.key in picked))


def _save(to: Opened[Any], listed: EnteredFrom, how: How, *, shown: bool = False) -> None:
    """Write the changes to the map, and report them, unless they are shown already."""
    written, shared = change_people(to, listed.found.changes, how)
    saved = views.Saved(listed, written, shared, how.dry_run)
    print_result(
        written,
        how,
        json=lambda: entered_json(saved),
        page=lambda: views.files(saved) if shown else views.saved(saved),
        also=[shared] if shared else [],
    )
