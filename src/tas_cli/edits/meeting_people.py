"""People in a meeting: who is new, who somebody is, how they stand, and that we met them. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from tas_cli.edits import record_words
from tas_cli.edits.people_records import key_in, new_key_in, read
from tas_cli.edits.record_words import Words
from tas_cli.edits.records import Change
from tas_cli.edits.short_form import is_short
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.person import Person
from tas_cli.nouns.people import PEOPLE
from tas_cli.reading import names
from tas_cli.reading.names import bare, is_role
from tas_cli.reading.nearest import nearest
from tas_cli.reading.speakers import Speakers
from tas_cli.refusals import WrongCall
from tas_cli.typed.interpreter import Interpreter

_NEW = re.compile(r"new\s+(?P<who>\S.*)", re.IGNORECASE | re.DOTALL)
_IS = re.compile(r"(?P<key>[a-z0-9][a-z0-9-]*)\s*=\s*(?P<who>\S.*)", re.DOTALL)
_FEWEST, _MOST = 2, 4
"""The least and most words of a name that a line can begin with, or that can be new."""
_ALIKE = 0.8
"""From here on, a word is probably a short name mistyped; 1 is the same."""
_CLOSER = {None: "brief", "none": "brief", "brief": "multiple"}
"""The contact after a meeting, by the contact before it."""


class Closer(NamedTuple):
    """A person whom we know better after a meeting: the contact before and after."""

    key: str
    name: str
    before: str | None
    after: str

    @property
    def line(self) -> str:
        """The line of a meeting that says so."""
        return f"{self.key} {self.after}"

    @property
    def words(self) -> Words:
        """What that line means."""
        return Words(self.key, [("coverage", self.after)])


def people(text: str | None, known: Mapping[str, Person]) -> tuple[str, ...]:
    """Return the people in a list: those on the map by short name, others with a role if given."""
    found: list[str] = []
    for person in names.people(text or ""):
        named, *more = (part.strip() for part in person.split(","))
        found.append(named)
        for part in more:
            if part in known:
                found.append(part)
            else:
                found[-1] += f", {part}"
    return tuple(on_map(each, known) or each for each in found)


def on_map(person: str, known: Mapping[str, Person]) -> str | None:
    """Return the short name of somebody on the map, from a name or an unambiguous part of it."""
    key = Speakers(known).key(person) or key_in(known, person)
    return key if key in known else None


def said(line: str, known: Mapping[str, Person]) -> Words | None:
    """Return what a line says about somebody on the map, or who is new; None if nothing.

    Raises:
        WrongCall: it says who somebody is whom we know.
    """
    if not known:
        return None
    return _described(line, known) or _identified(line, known) or _added(line, known)


def _described(line: str, known: Mapping[str, Person]) -> Words | None:
    """Return the fields in a line such as `kessler + 5 brief`.

    Raises:
        WrongCall: it begins with a short name that is mistyped.
    """
    words = line.split()
    for size in range(1, min(_MOST + 1, len(words))):
        key, rest = on_map(" ".join(words[:size]), known), words[size:]
        if key and _are_fields(rest):
            return record_words.words_of(PEOPLE, [key, *rest])
    if words[1:] and _are_fields(words[1:]) and (near := nearest(words[0], known, _ALIKE)):
        raise WrongCall(f"{words[0]} is not on the map.", f"Did you mean {near}?")
    return None


def _are_fields(words: Sequence[str]) -> bool:
    return all(is_short(PEOPLE, each) or _is_field(each) for each in words)


def _is_field(word: str) -> bool:
    name, equals, _ = word.partition("=")
    return bool(equals) and PEOPLE.field(name) is not None


def _identified(line: str, known: Mapping[str, Person]) -> Words | None:
    """Return who somebody is, from a line such as `analyst = Dana Ortiz`."""
    found = _IS.fullmatch(line)
    person = known.get(found["key"]) if found else None
    if found is None or person is None:
        return None
    fields = read(None, found["who"], None)
    if person.identified and person.name == fields["name"]:
        return Words(found["key"], [])
    if person.identified:
        advice = f"To rename: `tas people ID {found['key']} name=NAME`."
        raise WrongCall(f"{found['key']} is {person.name or 'identified'} already.", advice)
    return Words(found["key"], [*fields.items()])


def _added(line: str, known: Mapping[str, Person]) -> Words | None:
    """Return somebody new, from a line such as `new Sam Hart, board adviser`."""
    found = _NEW.fullmatch(line)
    if not found or not _is_name(bare(found["who"])):
        return None
    key = on_map(found["who"], known)
    fields = {} if key else read(None, found["who"], None)
    return Words(key or new_key_in(known, found["who"]), [*fields.items()])


def _is_name(text: str) -> bool:
    words = text.split()
    capitals = all(each[0].isupper() for each in words)
    return _FEWEST <= len(words) <= _MOST and capitals and not is_role(text, "")


def with_said(deal: Opportunity, about: Iterable[Words], interpreter: Interpreter) -> Opportunity:
    """Return the deal with what is said about its people.

    Raises:
        WrongCall: a value is invalid.
    """
    for each in about:
        if each.assignments:
            made = record_words.change(PEOPLE, deal, each, {}, interpreter)
            deal = deal.model_copy(update={"people": {**deal.people, each.key: made.after}})
    return deal


def changes(
    deal: Opportunity,
    met: Sequence[str],
    day: date,
    about: Iterable[Words],
    interpreter: Interpreter,
) -> tuple[Change, ...]:
    """Return the changes to the map: what is said about people, and when we last met whom.

    Raises:
        WrongCall: a value is invalid.
    """
    now = with_said(deal, about, interpreter)
    now = with_said(now, _met(now.people, met, day), interpreter)
    return tuple(
        Change(PEOPLE, key, (PEOPLE.key, key), deal.people.get(key), person)
        for key, person in now.people.items()
        if deal.people.get(key) != person
    )


def _met(known: Mapping[str, Person], met: Sequence[str], day: date) -> Iterator[Words]:
    for key in people("; ".join(met), known):
        person = known.get(key)
        if person and (person.last_met is None or person.last_met < day):
            yield Words(key, [("last_met", day.isoformat())])


def closer(
    deal: Opportunity, met: Sequence[str], day: date, about: Iterable[Words]
) -> Iterator[Closer]:
    """Yield whom we know better after a meeting, unless something is said about the contact."""
    stated = {each.key for each in about if "coverage" in dict(each.assignments)}
    for key in people("; ".join(met), deal.people):
        person = deal.people.get(key)
        if person is None or key in stated:
            continue
        after = _CLOSER.get(person.coverage)
        first = person.last_met is None or person.last_met < day
        if after and (first or person.coverage != "brief"):
            yield Closer(key, bare(person.name or key), person.coverage, after)
