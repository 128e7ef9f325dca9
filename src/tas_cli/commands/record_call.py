"""Carries out `tas NOUN`: lists a deal's records, or adds, changes or removes one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from tas_cli.assess.people import with_people_of
from tas_cli.commands.days import day_not_in_future
from tas_cli.commands.edit_support import (
    Opened,
    account_or_that_of,
    change,
    opened_account,
    print_result,
    target,
)
from tas_cli.commands.inputs import all_given, given
from tas_cli.commands.opening import user
from tas_cli.commands.options import How
from tas_cli.commands.people_changes import change_people
from tas_cli.commands.printing import print_as
from tas_cli.commands.prompts import agreed_or_stop
from tas_cli.commands.record_more import more_of
from tas_cli.diagnostics import filled_in
from tas_cli.edits import record_words
from tas_cli.edits.becoming import origin
from tas_cli.edits.evidence import evidence
from tas_cli.edits.people_records import proven
from tas_cli.edits.record_ways import edits_of, way_of
from tas_cli.edits.record_words import Words
from tas_cli.edits.records import Change, Loses, RecordEffect, check_expected
from tas_cli.edits.short_form import is_short, short_form
from tas_cli.model.account import Account
from tas_cli.model.base import FileModel
from tas_cli.model.evidence import Evidence
from tas_cli.model.opportunity import Opportunity
from tas_cli.nouns.noun import Noun, by_id, records, texts_of
from tas_cli.nouns.people import PEOPLE
from tas_cli.nouns.stored import only_in_accounts
from tas_cli.refusals import WrongCall
from tas_cli.today import todays_date
from tas_cli.views import records as views
from tas_cli.views.json.records import listed_json, record_json
from tas_cli.writing import Written

_WHOLE_DAY = r"[0-9]{4}-"
"""How a day as files spell it begins; a number may follow the day."""


class Called(NamedTuple):
    """A call: the noun, the deal, the words after it, and the options of this command.

    `origin` is the number of the record that becomes one of this noun.
    """

    noun: Noun
    deal: str
    words: list[str]
    remove: bool
    replace: bool
    expect: str | None
    details: tuple[str | None, ...] = ()
    origin: str | None = None

    @property
    def evidence(self) -> bool:
        """Whether it has any part of evidence."""
        return any(text is not None for text in self.details)


def carry_out(call: Called, how: How) -> None:
    """Print the list, or make the change and report it; a refusal has the command to type."""
    try:
        _carry_out(call, how)
    except WrongCall as refusal:
        _opened(call)  # without such a deal, that is what is wrong
        file = call.deal if "." in call.deal else f"{call.deal}.yaml"
        refusal.advice = filled_in(refusal.advice, file) or ""
        raise


def _carry_out(call: Called, how: How) -> None:
    words = record_words.words_of(call.noun, all_given(call.words, "FIELD=VALUE"))
    words = words._replace(key=_key(call.noun, words.key))
    if words.assignments or call.remove or call.evidence or call.origin is not None:
        _change(call, words, how)
    else:
        _list(call, words, how)


def _key(noun: Noun, key: str) -> str:
    """Return the key of a record as files spell it: a day is read as in options."""
    field = noun.field(noun.key_field)
    if not key or field is None or field.kind.error != "date" or re.match(_WHOLE_DAY, key):
        return key
    return str(day_not_in_future(key, noun.one))


def _opened(call: Called) -> Opened[Any]:
    """Open the deal to change, or the account if the noun's records can be in one."""
    if only_in_accounts(call.noun):
        return account_or_that_of(call.deal)
    shared = call.noun.path[0] in Account.model_fields
    return (opened_account(call.deal) if shared else None) or target(call.deal)


def _owner(to: Opened[Any]) -> Any:
    """Return the file as the user saw it; a deal with the people of its account."""
    found = to.opportunity
    return with_people_of(to.account, found) if isinstance(found, Opportunity) else found


def _list(call: Called, words: Words, how: How) -> None:
    """Print all records of a file, or the one with this id or number; a new name adds one."""
    noun, to = call.noun, _opened(call)
    owner = _owner(to)
    words = record_words.named(noun, owner, words)
    if words.assignments:
        _change(call, words, how)
        return
    if call.expect is not None or how.dry_run:
        raise WrongCall("--expect and --dry-run need a change.", "Add FIELD=VALUE or --remove.")
    found = record_words.listed(noun, owner, words.key)
    more = more_of(noun, to, found)
    group = record_words.group_of(noun, owner, words.key) if words.key else ""
    listed = views.Listed(noun, to.id, to.seen.file, found, more, group)
    page = more.document if how.output == "markdown" and more.document else views.records(listed)
    print_as(how.output, json=lambda: listed_json(listed), page=lambda: page)


def _change(call: Called, words: Words, how: How) -> None:
    if how.output == "markdown":
        raise WrongCall("--format markdown applies only to the list.")
    if call.remove and words.assignments:
        raise WrongCall("--remove cannot be combined with FIELD=VALUE.")
    if call.remove and call.origin is not None:
        raise WrongCall("--remove takes away a record, and makes none of another.")
    to = _opened(call)
    made = _made(call, words, to)
    if call.evidence:
        made = proven(made, _entry(call.details, to))
    if call.expect is not None:
        check_expected(made, given(call.expect, "--expect") or "")
    made = made._replace(replace=call.replace or how.dry_run)
    written, shared = _written(to, made, how)
    along = way_of(call.noun).also
    also = along(written.was, made) if along else ""
    now = with_people_of(shared.now, written.now) if shared else written.now
    done = _as_written(made, now)
    effect = RecordEffect(to.id, written, done, how.dry_run, also, shared, _defaults(made))
    print_result(
        written,
        how,
        json=lambda: record_json(effect),
        page=lambda: views.written(effect),
        also=[shared] if shared else [],
    )


def _defaults(made: Change) -> frozenset[str]:
    """Return the fields of a new record that the call did not set."""
    if made.before is not None or made.after is None:
        return frozenset()
    return frozenset(type(made.after).model_fields) - made.after.model_fields_set


def _entry(details: Sequence[str | None], to: Opened[Any]) -> Evidence:
    """Return the evidence in a call's options."""
    names = ("evidence", "who", "when", "link")
    texts = (given(text, f"--{name}") for text, name in zip(details, names, strict=True))
    what, who, when, link = texts
    entry = evidence(what, who=who, when=when, link=link, interpreter=to.interpreter)
    if entry is None:
        raise WrongCall("the evidence is empty.", 'Write --evidence "…".')
    return entry


def _written(
    to: Opened[Any], made: Change, how: How
) -> tuple[Written[Any], Written[Account] | None]:
    """Make the change; ask first about what else would be lost with a record."""
    day = todays_date()
    if made.noun.key == PEOPLE.key:
        return change_people(to, [made], how)
    try:
        return change(to, lambda now: edits_of(now, made, day), how), None
    except Loses as doubt:
        agreed_or_stop(doubt, "Remove it all?", how.output)
        return _written(to, made._replace(replace=True), how)


def _as_written(made: Change, now: FileModel) -> Change:
    """Return the change as applied to the file now: others may have added or changed records."""
    listed = {each.key: each.value for each in records(made.noun, now)}
    noun, group = made.noun, made.key.rpartition(" ")[0]
    key = next(iter(texts_of(made.after, noun.key_field)), made.key)
    if made.before is None and not by_id(noun, now):
        added = [each for each in listed if each.rpartition(" ")[0] == group]
        same = (each for each in reversed(added) if listed[each] == made.after)
        key = next(same, added[-1])
    return made._replace(key=key, after=listed.get(key) if made.after else None)


def _made(call: Called, words: Words, to: Opened[Any]) -> Change:
    """Return the change asked for; a new record gets today's date and the user as author."""
    noun = call.noun
    if call.remove:
        return record_words.removal(noun, _owner(to), words.key)
    if call.origin is not None:
        return _made_from(call, words, to)
    words = record_words.named(noun, _owner(to), words)
    if not words.key and by_id(noun, _owner(to)):
        raise WrongCall(
            f"which {noun.one}?", f"Put its short name first: {noun.new or 'KEY'} FIELD=VALUE."
        )
    first = {} if words.key else _first(noun, to)
    return record_words.change(noun, _owner(to), words, first, to.interpreter)


def _first(noun: Noun, to: Opened[Any]) -> dict[str, str]:
    """Return the fields of a new record that the call need not name."""
    new = {"date": todays_date().isoformat(), "by": user(to.workspace) or ""}
    return {name: text for name, text in new.items() if noun.field(name)}


def _made_from(call: Called, words: Words, to: Opened[Any]) -> Change:
    """Return the change that makes a record from one of another noun; the call's words go first."""
    noun = call.noun
    if is_short(noun, words.key):
        words = Words("", [*short_form(noun, [words.key]), *words.assignments])
    if words.key:
        advice = f"Leave out {words.key}: it gets a number of its own."
        raise WrongCall(f"this makes a new {noun.one}.", advice)
    found = origin(noun, to.opportunity, call.origin or "", todays_date())
    named = dict(words.assignments)
    kept = [each for each in found.fields.items() if found.key and each[0] not in named]
    words = words._replace(key=found.key, assignments=[*kept, *words.assignments])
    first = {**_first(noun, to), **found.fields}
    made = record_words.change(noun, to.opportunity, words, first, to.interpreter)
    return made._replace(instead_of=found.change)
