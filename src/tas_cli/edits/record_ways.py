"""What a change to a record means where the file keeps it in another place or form."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from typing import Any, NamedTuple

from tas_cli.edits import (
    account_actions,
    action_records,
    assessment_records,
    competitor_records,
    evidence_records,
    people_files,
    people_records,
    propositions,
    records,
    swot,
    value_records,
)
from tas_cli.edits.records import Change
from tas_cli.nouns.noun import Noun, Record
from tas_cli.source.edit import Edit
from tas_cli.typed.ids import id_from
from tas_cli.typed.interpreter import Interpreter


def _as_typed(_owner: Any, key: str) -> str:
    return key


def _plain(_now: Any, made: Change, _day: date) -> Iterable[Edit]:
    return records.edits(made)


def _key_of(_owner: Any, name: str) -> str:
    return id_from(name)


class Way(NamedTuple):
    """How a noun's records are named, where a new one goes, and the edits of a change today.

    Without `place`, a new record goes to the key of the noun's name. `read` gives the fields of a
    new one from the text of its main field, and with `rereads` also those of an existing one;
    without it, the text is that field. `new_key` makes the short name of a new one from that text.
    `alike` is advice if the text looks like that of another record, and `other` whether it is
    probably no new text for the one with a key. `unnamed` is the field that a
    new one can have instead of that text. `also` says what a change takes along, and `fits` refuses
    a record that the model accepts, but that means nothing.
    """

    key: Callable[[Any, str], str] = _as_typed
    place: Callable[[Any, str], Record] | None = None
    edits: Callable[[Any, Change, date], Iterable[Edit]] = _plain
    read: Callable[[Any, str, Interpreter], dict[str, str]] | None = None
    rereads: bool = False
    new_key: Callable[[Any, str], str] = _key_of
    alike: Callable[[Any, str], str] | None = None
    other: Callable[[Any, str, str], bool] | None = None
    unnamed: str = ""
    also: Callable[[Any, Change], str] | None = None
    fits: Callable[[Change], None] | None = None


_PLAIN = Way()
_WAYS = {
    "actions": Way(
        place=action_records.place, edits=action_records.edits, read=action_records.read
    ),
    "evidence": Way(evidence_records.key, evidence_records.place, evidence_records.edits),
    "assessments": Way(
        place=assessment_records.place,
        edits=assessment_records.edits,
        also=assessment_records.also,
    ),
    "competitors": Way(competitor_records.key, edits=competitor_records.edits),
    "priorities.actions": Way(
        account_actions.key, account_actions.place, read=account_actions.read
    ),
    "value.propositions": Way(fits=propositions.check_slots),
    "swot": Way(swot.key, swot.place),
    "value.benefits": Way(value_records.key, partial(value_records.place, "benefits")),
    "value.costs": Way(value_records.key, partial(value_records.place, "costs")),
    "people": Way(
        people_records.key,
        edits=people_files.edits,
        read=people_records.read,
        rereads=True,
        new_key=people_records.new_key,
        alike=people_records.alike,
        other=people_records.other,
        unnamed="unidentified",
        also=people_records.also,
    ),
}


def way_of(noun: Noun) -> Way:
    """Return what is particular to a noun."""
    return _WAYS.get(".".join(map(str, noun.path)), _PLAIN)


def edits_of(now: Any, made: Change, day: date) -> Iterator[Edit]:
    """Yield the edits of a change made today, for the current content of the file."""
    if made.instead_of:
        yield from records.edits(made.instead_of)
    yield from way_of(made.noun).edits(now, made, day)
