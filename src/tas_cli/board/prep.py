"""What to prepare before a call or a meeting: takes a deal on a day, returns lists; pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from tas_cli.assess.actions import Numbered
from tas_cli.assess.deal import DealOnDay, Stale
from tas_cli.assess.orphans import Orphan, orphans
from tas_cli.assess.plan import Planned, in_time_order
from tas_cli.assess.process import StepState
from tas_cli.board.prompts import about_rival, in_house, source_of
from tas_cli.method.catalogue import US, criterion_keys, strategies
from tas_cli.rules.voices import own_side, voice_in
from tas_cli.strategy.decision import Deciding, Decision, Flip


class Ask(NamedTuple):
    """A deciding unknown cell, and questions that help to rate it.

    `in_house` are questions for ourselves, not for the customer.
    """

    cell: Deciding
    questions: tuple[str, ...]
    in_house: bool = False


class Unknown(NamedTuple):
    """A criterion that is unknown for us but decides nothing now."""

    criterion: str
    questions: tuple[str, ...]
    in_house: bool


class Missing(NamedTuple):
    """An outcome without evidence, of the step being worked on or of an earlier claimed one.

    `met` is whether the file calls it met; `role` is who can give it to us, and `person` is
    somebody that the evidence on the criterion `known_from` already names.
    """

    step: str
    outcome: str
    title: str
    met: bool
    person: str | None
    known_from: str | None
    role: str


class Prep(NamedTuple):
    """Everything to prepare, most important first in each list."""

    deal: DealOnDay
    step: StepState | None
    ask: tuple[Ask, ...]
    missing: tuple[Missing, ...]
    actions: tuple[Numbered, ...]
    claims: tuple[str, ...]
    wins: tuple[Flip, ...]
    stale: tuple[Stale, ...]
    unknown: tuple[Unknown, ...] = ()
    orphans: tuple[Orphan, ...] = ()
    tactics: tuple[Planned, ...] = ()

    def tactics_with(self, people: Iterable[str]) -> tuple[Planned, ...]:
        """Return the open tactics with any of these people, given by their short names."""
        among = set(people)
        return tuple(each for each in self.tactics if among.intersection(each.tactic.people))

    @property
    def empty(self) -> bool:
        """Whether there is nothing to prepare."""
        return not any(self[2:])


def prep(deal: DealOnDay) -> Prep:
    """Return what to prepare for a deal; nothing if it is closed."""
    if not deal.open:
        return Prep(deal, None, (), (), (), (), (), ())
    step = deal.standing.current
    return Prep(
        deal,
        step,
        tuple(_ask(cell, deal) for cell in deal.decision.deciding),
        tuple(missing(deal, step)),
        tuple(_by_urgency(deal)),
        tuple(_claims(deal)),
        tuple(_wins(deal.decision)),
        tuple(deal.stale),
        tuple(_unknown(deal)),
        tuple(orphans(deal)),
        tuple(each for each in in_time_order(deal.opportunity) if each.open),
    )


def _ask(cell: Deciding, deal: DealOnDay) -> Ask:
    if cell.party == US:
        return Ask(cell, deal.asks(cell.criterion), cell.criterion in in_house())
    rival = deal.opportunity.party_name(cell.party)
    return Ask(cell, about_rival(rival, cell.criterion))


def _unknown(deal: DealOnDay) -> Iterator[Unknown]:
    """Yield our other unknown criteria, by number."""
    deciding = {cell.criterion for cell in deal.decision.deciding if cell.party == US}
    for key in criterion_keys():
        if deal.card.rating(key, US) == "?" and key not in deciding:
            yield Unknown(key, deal.asks(key), key in in_house())


def missing(deal: DealOnDay, step: StepState | None) -> Iterator[Missing]:
    """Yield the outcomes without evidence: first those of claimed steps, then this step's.

    Within a step, mandatory outcomes come first.
    """
    gap = deal.standing.gap
    for state in (*gap, *([step] if step and step not in gap else [])):
        titles = dict(state.step.outcomes)
        for key in sorted(state.lacking, key=lambda key: key not in state.step.mandatory):
            person = _person(key, deal)
            met, role = key in state.unproven, source_of(key).role
            yield Missing(state.step.key, key, titles[key], met, *person, role)


def _person(outcome: str, deal: DealOnDay) -> tuple[str | None, str | None]:
    """Return a person, not one of our own, whom the latest evidence names, and the criterion."""
    ours = own_side(deal.opportunity, deal.settings)
    for criterion in source_of(outcome).criteria:
        state = deal.card.cell(criterion, US)
        if state.rating == "+":
            dated = sorted(state.evidence, key=lambda each: each.when or date.min, reverse=True)
            for entry in dated:
                if entry.who and voice_in(deal, entry.who) not in ours:
                    return entry.who, criterion
    return None, None


def _by_urgency(deal: DealOnDay) -> list[Numbered]:
    return sorted(
        deal.actions,
        key=lambda each: (not each.overdue(deal.day), each.action.due or date.max, each.number),
    )


def _claims(deal: DealOnDay) -> list[str]:
    """Return our + without evidence, first those whose loss would change the recommendation."""
    ours = [(key, deal.card.cell(key, US)) for key in criterion_keys()]
    bare = [key for key, state in ours if state.rating == "+" and not state.evidence]
    matter = {flip.criterion for flip in deal.decision.flips if flip.party == US}
    return sorted(bare, key=lambda criterion: criterion not in matter)


def _wins(decision: Decision) -> list[Flip]:
    """Return the cells worth winning, those for the most direct attack strategy first."""
    order = {key: number for number, key in enumerate(strategies())}
    won = [flip for flip in decision.flips if flip.helps]
    return sorted(won, key=lambda flip: order.get(flip.strategy or "", len(order)))
