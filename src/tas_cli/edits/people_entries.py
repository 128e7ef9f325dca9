"""People from a list, such as a CRM export or the names in evidence, put on the map. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from tas_cli.assess.organization import rings
from tas_cli.edits.cells_of_csv import BadRow
from tas_cli.edits.people_records import key_in, new_key_in
from tas_cli.edits.records import Change
from tas_cli.edits.valid import valid
from tas_cli.model.person import Person
from tas_cli.nouns.noun import content
from tas_cli.nouns.people import PEOPLE


class Entry(NamedTuple):
    """Somebody in a list: the number of the row, and what it says.

    `boss` is the name or short name of whom the person reports to.
    """

    number: int
    name: str
    title: str = ""
    boss: str = ""
    roles: tuple[str, ...] = ()


class LeftOut(NamedTuple):
    """Something in a row that is not used, and why."""

    number: int
    why: str


class Entered(NamedTuple):
    """What a list means for the map: its changes, who stays as they are, and what is left out."""

    changes: tuple[Change, ...]
    same: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()


def entered(people: Mapping[str, Person], entries: Sequence[Entry]) -> Entered:
    """Return the changes that put people on the map; for those who are on it, only empty fields.

    Raises:
        BadRow: an entry closes a ring of people who report to one another.
    """
    now = dict(people)
    keys = [_found_or_added(now, each) for each in entries]
    left_out: list[LeftOut] = []
    for key, each in zip(keys, entries, strict=True):
        boss = key_in(now, each.boss) if each.boss else ""
        if boss and (boss not in now or boss == key):
            why = f"{each.name} reports to {each.boss}: {_why(boss, key)}"
            left_out.append(LeftOut(each.number, why))
            boss = ""
        now[key] = _filled(now[key], each, boss)
    _refuse_rings(people, now, dict(zip(keys, entries, strict=True)))
    unique = dict.fromkeys(keys)
    return Entered(
        tuple(
            Change(PEOPLE, key, (PEOPLE.key, key), people.get(key), now[key])
            for key in unique
            if people.get(key) != now[key]
        ),
        tuple(key for key in unique if people.get(key) == now[key]),
        tuple(left_out),
    )


def _found_or_added(now: dict[str, Person], entry: Entry) -> str:
    """Return the short name of somebody, who is added without anything else if new."""
    key = key_in(now, entry.name)
    if key not in now:
        key = new_key_in(now, entry.name)
        now[key] = valid(Person, {"name": entry.name})
    return key


def _why(boss: str, key: str) -> str:
    return "the same person" if boss == key else "nobody on the map or in the list"


def _filled(person: Person, entry: Entry, boss: str) -> Person:
    """Return a person with what an entry says in fields that are empty."""
    said = {"title": entry.title, "reports_to": boss, "roles": list(entry.roles)}
    known = content(person)
    missing = {name: value for name, value in said.items() if value and name not in known}
    return valid(Person, known | missing)


def _refuse_rings(
    before: Mapping[str, Person], now: Mapping[str, Person], entries: Mapping[str, Entry]
) -> None:
    """Refuse rings that were not there before."""
    there = {frozenset(ring) for ring in rings(before)}
    for ring in rings(now):
        if frozenset(ring) not in there:
            number = max(entries[key].number for key in ring if key in entries)
            way = " > ".join(now[key].name or key for key in (*ring, ring[0]))
            raise BadRow(number, f"these people report to one another: {way}.", "Correct the list.")


def changed_people(people: Mapping[str, Person], changes: Iterable[Change]) -> dict[str, Person]:
    """Return the people with some changes made."""
    made = {each.key: each.after for each in changes if isinstance(each.after, Person)}
    return {**people, **made}
