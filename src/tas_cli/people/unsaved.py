"""Unsaved people: each as the file had it when it was first changed, and as it would be. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from tas_cli.edits.records import Change
from tas_cli.model.person import Person
from tas_cli.nouns.people import PEOPLE

FIELDS = tuple(Person.model_fields)


class Edited(NamedTuple):
    """A person before and after, None where there is none."""

    base: Person | None
    now: Person | None


Unsaved = Mapping[str, Edited]
"""The changed people by id. It is never changed itself: each change makes another one."""


def put(unsaved: Unsaved, key: str, base: Person | None, now: Person | None) -> Unsaved:
    """Return the changes with this person as `now`; equal to the file's means unchanged."""
    before = unsaved[key].base if key in unsaved else base
    others = {each: kept for each, kept in unsaved.items() if each != key or before != now}
    return others | ({key: Edited(before, now)} if before != now else {})


def applied(people: Mapping[str, Person], unsaved: Unsaved) -> dict[str, Person]:
    """Return people with the changes applied, new ones last."""
    changed = dict(people) | {key: each.now for key, each in unsaved.items()}
    return {key: person for key, person in changed.items() if person is not None}


class Clash(NamedTuple):
    """A field that somebody else changed as well; `field` is empty for the person as a whole."""

    key: str
    field: str
    edited: Edited
    theirs: Person | None


def clashes(unsaved: Unsaved, present: Mapping[str, Person]) -> Iterator[Clash]:
    """Yield what a save would overwrite, given the people as the files have them at present."""
    for key, edited in unsaved.items():
        theirs = present.get(key)
        if theirs in edited:
            continue
        if edited.base is None or edited.now is None or theirs is None:
            yield Clash(key, "", edited, theirs)
            continue
        for name in _changed(edited):
            base, now, other = (getattr(each, name) for each in (*edited, theirs))
            if other not in (base, now) and not isinstance(now, list):
                yield Clash(key, name, edited, theirs)


def yielded(unsaved: Unsaved, found: Iterable[Clash]) -> Unsaved:
    """Return the changes without those that somebody else made differently."""
    for key, field, (base, now), _ in found:
        mine = unsaved[key].now if key in unsaved else now
        kept = mine.model_copy(update={field: getattr(base, field)}) if mine and field else base
        unsaved = put(unsaved, key, base, kept)
    return unsaved


def rebased(unsaved: Unsaved, present: Mapping[str, Person]) -> Unsaved:
    """Return the same changes to the people as the files have them at present.

    What somebody else changed in other fields stays, and so do their items of a list.
    """
    found: Unsaved = {}
    for key, edited in unsaved.items():
        theirs, now = present.get(key), edited.now
        if theirs and now and edited.base:
            every = edited.base, now, theirs
            update = {
                name: _merged(*(getattr(each, name) for each in every)) for name in _changed(edited)
            }
            now = theirs.model_copy(update=update)
        found = put(found, key, theirs, now)
    return found


def _merged(base: object, mine: object, theirs: object) -> object:
    """Return my value; of a list, theirs without what I took out and with what I added."""
    if not (isinstance(base, list) and isinstance(mine, list) and isinstance(theirs, list)):
        return mine
    left = [each for each in theirs if each in mine or each not in base]
    return left + [each for each in mine if each not in base and each not in theirs]


def _changed(edited: Edited) -> list[str]:
    return [name for name in FIELDS if getattr(edited.base, name) != getattr(edited.now, name)]


def changes(unsaved: Unsaved) -> list[Change]:
    """Return the changes as those of records."""
    return [Change(PEOPLE, key, (PEOPLE.key, key), *each) for key, each in unsaved.items()]
