"""A suggested tactic, and whether an open tactic of the deal covers it. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from tas_cli.assess.deal import DealOnDay
from tas_cli.board.prompts import source_of
from tas_cli.method.catalogue import criteria_by_key
from tas_cli.source.characters import folded

if TYPE_CHECKING:
    from tas_cli.model.plan import Tactic

_INSULATE, _RETRIEVE = "insulate", "retrieve"


class Suggestion(NamedTuple):
    """A tactic to suggest: what it is about, and why.

    `key` names it in a call: the letter of its kind, and the criterion's number with the competitor
    (`I7:x-sys`), the person (`E@hart`) or the outcome (`P:requirements_met`). `rival` is the
    competitor whose strength, or whose unknown, it is about. `weight` orders: the least comes
    first. `benefit` is the number of a benefit that it would prove (`P10.2`).
    """

    key: str
    kind: str
    what: str
    criteria: tuple[str, ...]
    people: tuple[str, ...]
    rival: str | None
    reasons: tuple[str, ...]
    weight: int
    outcome: str | None = None
    benefit: int | None = None

    @property
    def numbers(self) -> list[int]:
        """The numbers of its criteria."""
        return _numbers(self.criteria)


def is_covered(suggested: Suggestion, deal: DealOnDay) -> bool:
    """Whether an open tactic of the deal is about the same.

    That is a tactic of the same kind on the same criterion. A competitor is the one that its words
    name; where they name none, a tactic insulates against all competitors, and retrieves what is
    unknown about us. To deal with a person, any tactic with that person will do; a benefit needs
    one with its owner.
    """
    tactics = deal.opportunity.tactics
    return any(
        _covers(each, suggested, deal)
        for each in tactics
        if each.done is None or each.done > deal.day
    )


def _covers(tactic: Tactic, suggested: Suggestion, deal: DealOnDay) -> bool:
    if not (suggested.criteria or suggested.outcome):
        return not {*suggested.people}.isdisjoint(tactic.people)
    if tactic.kind != suggested.kind:
        return False
    if tactic.what == suggested.what:
        return True
    outcome = suggested.outcome
    about = _numbers(source_of(outcome).criteria) if outcome else suggested.numbers
    if {*about}.isdisjoint(tactic.criteria):
        return False
    if suggested.benefit is not None and suggested.people:
        return not {*suggested.people}.isdisjoint(tactic.people)
    return _same_rival(tactic, suggested, deal)


def _same_rival(tactic: Tactic, suggested: Suggestion, deal: DealOnDay) -> bool:
    if tactic.kind not in (_INSULATE, _RETRIEVE):
        return True
    named = [key for key in deal.facts.competitors if _names(tactic.what, key, deal)]
    if named:
        return suggested.rival in named
    return suggested.rival is None or tactic.kind == _INSULATE


def _names(text: str, rival: str, deal: DealOnDay) -> bool:
    """Whether a text names a competitor."""
    names = {folded(rival), folded(deal.opportunity.party_name(rival))}
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", folded(text)) for name in names)


def _numbers(criteria: Iterable[str]) -> list[int]:
    return [criteria_by_key()[each].number for each in criteria]
