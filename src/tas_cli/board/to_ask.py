"""What to ask the people of a meeting, first what they should know (our reading). Pure."""

from __future__ import annotations

import re
from typing import NamedTuple

from tas_cli.assess.deal import DealOnDay
from tas_cli.board.behind import answerable, may_be_asked
from tas_cli.board.prep import Prep
from tas_cli.board.prompts import known_by
from tas_cli.board.voices import Meeting
from tas_cli.method.catalogue import US
from tas_cli.source.characters import folded


class ToAsk(NamedTuple):
    """An unknown cell that the customer can answer.

    `known` is whether the people to meet should know: they spoke about the criterion, or their
    role suggests it. `decides` is whether the answer helps to narrow the strategy down.
    """

    criterion: str
    party: str
    questions: tuple[str, ...]
    known: bool
    decides: bool


def to_ask(shown: Prep, met: Meeting) -> tuple[ToAsk, ...]:
    """Return every unknown cell to ask the customer about, first those that the people know.

    What one of them may not be asked is left out.
    """
    deal = shown.deal
    known, there = known_to(met, deal), [deal.people[key] for key in met.mapped]
    deciding = [
        ToAsk(each.cell.criterion, each.cell.party, each.questions, decides=True, known=False)
        for each in shown.ask
        if not each.in_house
    ]
    others = [
        ToAsk(each.criterion, US, each.questions, decides=False, known=False)
        for each in shown.unknown
        if not each.in_house
    ]
    cells = [
        each._replace(known=each.criterion in known)
        for each in (*deciding, *others)
        if all(may_be_asked(each.criterion, person, deal) for person in there)
    ]
    return tuple(sorted(cells, key=lambda each: not each.known))


def for_ourselves(shown: Prep) -> tuple[str, ...]:
    """Return the unknown criteria that we answer in-house, deciding ones first."""
    deciding = (each.cell.criterion for each in shown.ask if each.in_house)
    return (*deciding, *(each.criterion for each in shown.unknown if each.in_house))


def known_to(met: Meeting, deal: DealOnDay) -> frozenset[str]:
    """Return the criteria that these people spoke about, or that go with their roles."""
    names = (*met.people, *(name for voice in met.voices for name in voice.names))
    words = frozenset(word for name in names for word in re.findall(r"\w+", folded(name)))
    said = (each.criterion for voice in met.voices for each in voice.said)
    return known_by(words).union(said, *(answerable(deal, key) for key in met.mapped))
