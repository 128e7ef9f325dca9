"""Outcomes of the sales process that new evidence may show: offered, never recorded unasked."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from typing import NamedTuple

from tas_cli.assess.deal import DealOnDay
from tas_cli.method.catalogue import US, Entry, SalesStep
from tas_cli.method.cells import CellKey
from tas_cli.model.evidence import Evidence
from tas_cli.model.scalars import Rating
from tas_cli.source.characters import folded
from tas_cli.source.packaged import packaged

_SPONSOR = "key_sponsor_named"
_OF_THE_SPONSOR = "sponsor"
"""What stands for the key sponsor in the data, where others name a criterion."""


class Offer(NamedTuple):
    """An outcome that a piece of evidence may show."""

    step: SalesStep
    outcome: Entry
    entry: Evidence


def offers(
    deal: DealOnDay, learned: Collection[tuple[CellKey, Rating, Evidence]]
) -> tuple[Offer, ...]:
    """Return the first outcome without evidence that each new piece of evidence may show.

    Only our + offers one, and what the key sponsor says. Each outcome is offered once.
    """
    found: dict[str, Offer] = {}
    for (criterion, party), rating, entry in learned:
        if party != US or rating != "+":
            continue
        reasons = {criterion}
        if entry.who and _sponsors(deal).intersection(_speakers(deal, entry.who)):
            reasons.add(_OF_THE_SPONSOR)
        offer = _first(deal, reasons, entry, found)
        if offer:
            found[offer.outcome.key] = offer
    return tuple(found.values())


def _first(
    deal: DealOnDay, reasons: set[str], entry: Evidence, taken: Collection[str]
) -> Offer | None:
    """Return the first outcome in the process that lacks evidence and fits."""
    for state in deal.standing.states:
        for outcome in state.step.outcomes:
            fits = reasons.intersection(_shown_by().get(outcome.key, ()))
            if fits and outcome.key in state.lacking and outcome.key not in taken:
                return Offer(state.step, outcome, entry)
    return None


def _sponsors(deal: DealOnDay) -> set[str]:
    """Return the sponsors on the map, and who spoke when the key sponsor was recorded."""
    process = deal.opportunity.process
    records = process.steps.values() if process else ()
    spoken = {
        name
        for record in records
        for key, met in record.outcomes.items()
        for entry in met.evidence
        if key == _SPONSOR and entry.who
        for name in _speakers(deal, entry.who)
    }
    on_map = (key for key, each in deal.present.items() if "sponsor" in each.roles)
    return spoken.union(*(_speakers(deal, key) for key in on_map))


def _speakers(deal: DealOnDay, who: str) -> set[str]:
    if not deal.speakers:
        return {folded(who)}
    return {deal.speakers.voice(each) or folded(each) for each in deal.speakers.each(who)}


@cache
def _shown_by() -> dict[str, tuple[str, ...]]:
    """Return, by outcome, the criteria whose evidence may show it."""
    listed = packaged("prep")["outcomes"]
    return {each["key"]: tuple(each.get("shown_by", ())) for each in listed}
