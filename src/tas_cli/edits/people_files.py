"""Edits of people: what `history:` keeps of them, and which of two files says what.

In a deal with an account, what belongs to the deal (`OF_DEAL`) goes to its file, and everything
else to the account's; what a deal's file already says of somebody stays there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from tas_cli.assess.people import OF_DEAL
from tas_cli.edits import records
from tas_cli.edits.history import WithHistory, kept
from tas_cli.edits.records import Change
from tas_cli.edits.valid import valid
from tas_cli.model.account import Account
from tas_cli.model.base import FileModel
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.person import Person
from tas_cli.model.tracked import TRACKED_OF_PEOPLE, person_field, person_value
from tas_cli.nouns.noun import Content, content, texts_of
from tas_cli.nouns.people import PEOPLE
from tas_cli.reading.nearest import did_you_mean
from tas_cli.refusals import WrongCall
from tas_cli.source.edit import Edit


class Parts(NamedTuple):
    """What a change to a person means for each file: None if that stays as it is."""

    deal: Change | None
    account: Change | None


def edits(now: WithHistory, made: Change, day: date) -> Iterator[Edit]:
    """Yield the edits of a change to a person in one file, with its history.

    Raises:
        Refused: a field has a later change.
        WrongCall: somebody is to be added without a name.
    """
    if not isinstance(now, Opportunity) or not now.account:
        _refuse_nameless(made, now.people)
    before, after = made.before, made.after
    yield from records.edits(made)
    if not isinstance(after, Person):
        return
    if not isinstance(before, Person):
        yield from kept(now, person_field(made.key), None, after.name or made.key, day, dated=False)
        return
    for name in TRACKED_OF_PEOPLE:
        was, after_it = person_value(before, name), person_value(after, name)
        yield from kept(now, person_field(made.key, name), was, after_it, day, dated=False)


def _refuse_nameless(made: Change, known: Iterable[str]) -> None:
    after = made.after
    if made.before is None and isinstance(after, Person) and not after.name and after.identified:
        adding = f'To add somebody: `tas people ID {made.key} "First Last, title"`.'
        advice = did_you_mean(made.key, [*known], adding)
        raise WrongCall(f"there is no person {made.key!r}.", advice)


def parted(made: Change, deal: Opportunity, account: Account | None) -> Parts:
    """Return what a change to a person of a deal means for its file and the account's.

    `made` is about the person as both files together have them.

    Raises:
        WrongCall: somebody is to be removed whom only the account's file has, or added without a
            name.
    """
    own = deal.people.get(made.key)
    shared = account.people.get(made.key) if account else None
    if account is None or (own and not shared):
        return Parts(made._replace(before=own), None)
    _refuse_nameless(made, [*account.people, *deal.people])
    if made.after is None:
        if own is None:
            raise WrongCall(
                f"{made.key} is in the account's file, for all deals of this customer.",
                f"Remove it there: `tas people accounts/{deal.account}.yaml {made.key} --remove`.",
            )
        return Parts(made._replace(before=own), None)
    was, now = content(made.before), content(made.after)
    fields = [name for name in {**was, **now} if was.get(name) != now.get(name)]
    said = content(own)
    known = {made.key, *account.people}
    ours = [
        name
        for name in fields
        if name in OF_DEAL or name in said or not known.issuperset(_people_in(made.after, name))
    ]
    theirs = [name for name in fields if name not in ours]
    mine, shares = (now | _evidence(each, was, now) for each in (own, shared))
    return Parts(_part(made, own, mine, ours), _part(made, shared, shares, theirs))


def _people_in(person: FileModel | None, name: str) -> list[str]:
    """Return the people whom a field of a person refers to."""
    return texts_of(person, name) if PEOPLE.refers.get(name) == PEOPLE.key else []


def shared_people(deal: Opportunity, account: Account) -> list[Parts]:
    """Return how the people of a deal move to its account, each file's part of it.

    What belongs to the deal stays there, and so does what the account says otherwise.
    """
    return [
        Parts(_part(made, own, {}, moved), _part(made, there, content(own), moved))
        for key, own in deal.people.items()
        for there in (account.people.get(key),)
        for made in (Change(PEOPLE, key, (PEOPLE.key, key), own, own),)
        if (moved := [name for name in content(own) if name not in (*OF_DEAL, *content(there))])
    ]


def plans(
    changes: Sequence[Change], deal: Opportunity, account: Account | None, day: date
) -> tuple[Callable[[WithHistory], list[Edit]], Callable[[WithHistory], list[Edit]]]:
    """Return the plans for a deal's file and for its account's, for changes made on a day."""
    parts = [parted(made, deal, account) for made in changes]

    def plan(now: WithHistory, made: Iterable[Change | None]) -> list[Edit]:
        return [edit for each in made if each for edit in edits(now, each, day)]

    return (
        lambda now: plan(now, (each.deal for each in parts)),
        lambda now: plan(now, (each.account for each in parts)),
    )


def _evidence(said: Person | None, was: Content, now: Content) -> Content:
    """Return the evidence of one file after a change to that of both: what is new is added."""
    before, after = was.get("evidence", []), now.get("evidence", [])
    kept = [each for each in content(said).get("evidence", []) if each in after]
    return {"evidence": [*kept, *(each for each in after if each not in before)]}


def _part(made: Change, before: Person | None, now: Content, fields: list[str]) -> Change | None:
    """Return the change of these fields in a file that says `before` of the person."""
    if not fields:
        return None
    left = {name: value for name, value in content(before).items() if name not in fields}
    said = left | {name: now[name] for name in fields if name in now}
    return made._replace(before=before, after=valid(Person, said) if said else None)
