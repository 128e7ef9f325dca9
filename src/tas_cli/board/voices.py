"""Who told us what: the evidence by its speaker, and what a meeting's people said. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain
from typing import NamedTuple

from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.said import Said, said
from tas_cli.board.behind import concerning
from tas_cli.method.catalogue import US
from tas_cli.model.evidence import Evidence
from tas_cli.reading.names import is_role
from tas_cli.reading.speakers import Speakers
from tas_cli.rules.voices import own_side, voice_in
from tas_cli.source.characters import folded
from tas_cli.typed.unaccented import unaccented


class Outcome(NamedTuple):
    """What the buyer did, by the word of a person: a step of the sales process, its outcome."""

    step: str
    outcome: str
    day: date
    entry: Evidence


_Spoken = Said | Outcome


class Voice(NamedTuple):
    """A person outside our own side, and all they told us, about cells and about outcomes.

    `who` is the name and title on the map, where the person is at `key`; else it is as the latest
    evidence with their role names them, or as the latest does. `names` are all ways in which
    evidence does.
    """

    who: str
    last: date
    said: tuple[Said, ...]
    outcomes: tuple[Outcome, ...] = ()
    names: tuple[str, ...] = ()
    key: str | None = None


class Meeting(NamedTuple):
    """The people to meet: as asked for, who of them was heard before, and who was not.

    `others` is the newest that anybody else said about the same cells. `mapped` are the short names
    of those who are on the map, `unmapped` is how the rest were asked for.
    """

    people: tuple[str, ...]
    voices: tuple[Voice, ...]
    strangers: tuple[str, ...]
    others: tuple[Said, ...]
    mapped: tuple[str, ...]
    unmapped: tuple[str, ...]


def voices(deal: DealOnDay) -> tuple[Voice, ...]:
    """Return everybody at the customer who said something, who was heard last first."""
    ours = own_side(deal.opportunity, deal.settings)
    found: dict[str, list[tuple[str, _Spoken]]] = {}
    everything: Iterator[_Spoken] = chain(said(deal), _outcomes(deal))
    for each in everything:
        for person in deal.speakers.each(each.entry.who):
            if (name := voice_in(deal, person)) not in ours:
                found.setdefault(name, []).append((person, each))
    heard = [_voice(each, deal.speakers) for each in found.values()]
    return tuple(sorted(heard, key=lambda each: each.last, reverse=True))


def _outcomes(deal: DealOnDay) -> Iterator[Outcome]:
    """Yield the evidence for outcomes that was known on the deal's day; undated: the outcome's."""
    process = deal.opportunity.process
    for step, record in process.steps.items() if process else ():
        for outcome, met in record.outcomes.items():
            for entry in met.evidence:
                day = entry.when or met.date
                if entry.given and day and day <= deal.day:
                    yield Outcome(step, outcome, day, entry)


def _voice(entries: list[tuple[str, _Spoken]], speakers: Speakers) -> Voice:
    named, _ = max(entries, key=lambda each: ("," in each[0], each[1].day))
    key = speakers.key(named)
    return Voice(
        speakers.titled(key) if key and speakers.everybody[key].title else speakers.shown(named),
        max(each.day for _, each in entries),
        tuple(each for _, each in entries if isinstance(each, Said)),
        tuple(each for _, each in entries if isinstance(each, Outcome)),
        tuple(dict.fromkeys((*speakers.names(key), *(person for person, _ in entries)))),
        key,
    )


def meeting(deal: DealOnDay, people: Iterable[str]) -> Meeting | None:
    """Return what is known from and about the people to meet; None if nobody is named.

    A person is found by the short name or by words of their name or role: all of them, in any
    order; first on the map, then among those who spoke. Several may be given in one text, between
    commas, semicolons or `and`.
    """
    everybody = voices(deal)
    asked = tuple(name for each in people for name in _separate(each, deal, everybody))
    if not asked:
        return None
    on_map = {person: _on_map(deal, person) for person in asked}
    mapped = tuple(dict.fromkeys(chain.from_iterable(on_map.values())))
    rest = tuple(person for person in asked if not on_map[person])
    met = [
        each
        for each in everybody
        if each.key in mapped or any(_is(each.names, person) for person in rest)
    ]
    heard = {voice.key for voice in met}
    strangers = (
        person
        for person, keys in on_map.items()
        if not heard.intersection(keys) and not any(_is(voice.names, person) for voice in met)
    )
    others = tuple(_others(deal, everybody, met, mapped))
    return Meeting(asked, tuple(met), tuple(strangers), others, mapped, rest)


def _on_map(deal: DealOnDay, person: str) -> tuple[str, ...]:
    """Return the short names of the people on the map that a text may mean."""
    key = deal.speakers.key(person)
    if key:
        return (key,)
    return tuple(key for key in deal.present if _is(deal.speakers.names(key), person))


def _separate(named: str, deal: DealOnDay, everybody: Iterable[Voice]) -> list[str]:
    """Return the people that a text names: one if somebody is called so, else each of them."""

    def known(person: str) -> bool:
        return bool(_on_map(deal, person)) or any(_is(each.names, person) for each in everybody)

    if known(named) and len(deal.speakers.ids(named)) < 2:
        return [named]
    return [
        name.strip()
        for person in deal.speakers.each(named)
        for name in ([person] if known(person) or _with_role(person) else person.split(","))
    ]


def _with_role(person: str) -> bool:
    """Whether a text is a name with what that person does, rather than several people."""
    name, *roles = person.split(",")
    return not is_role(name, "") and all(is_role(each, "") for each in roles)


def _is(names: Iterable[str], person: str) -> bool:
    wanted = _words(person)
    return bool(wanted) and any(wanted <= _words(name) for name in names)


def _words(name: str) -> set[str]:
    return {word.strip(".,;:()") for word in unaccented(folded(name)).split()} - {""}


def _others(
    deal: DealOnDay, everybody: Iterable[Voice], met: list[Voice], mapped: Iterable[str]
) -> Iterable[Said]:
    """Return the newest that others said on each cell that the people to meet spoke about.

    From those on the map, we can hear about other criteria, too.
    """
    theirs = [each for known in met for each in known.said]
    cells = {each[:2] for each in theirs}
    cells |= {(criterion, US) for key in mapped for criterion in concerning(deal, key)}
    newest: dict[tuple[str, str], Said] = {}
    for known in everybody:
        for each in known.said if known not in met else ():
            kept = newest.get(each[:2])
            new = each[:2] in cells and not any(each.entry is other.entry for other in theirs)
            if new and (kept is None or kept.day < each.day):
                newest[each[:2]] = each
    return newest.values()
