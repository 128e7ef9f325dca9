"""A deal's line of figures, worked out; pure."""

from __future__ import annotations

from datetime import date
from itertools import chain

from tas_cli.assess.deal import DealOnDay
from tas_cli.board.changes import moves, postponed
from tas_cli.board.line import Line
from tas_cli.board.scope import Scope
from tas_cli.method.catalogue import US, criteria, criterion_keys, questions
from tas_cli.model.opportunity import ChosenStrategy, Opportunity
from tas_cli.reading.owners import Owners

_WEIGHTS = {"+": 1, "-": -1}


def measured(
    deal: DealOnDay, scope: Scope, owners: Owners, forecast: list[list[str]], began: date | None
) -> Line:
    """Return a deal's line; `forecast` is what the checks of the forecast found.

    `began` is the first day that the file says something of, be it after the deal's day.
    """
    opportunity, day = deal.opportunity, deal.day
    closed = opportunity.closed
    actions = deal.actions if deal.open else ()
    step, claimed, supported, probability, claimed_probability, days, usual = _standing(deal)
    rated, ages, unknown = _known(deal)
    outlook = deal.outlook
    return Line(
        name=opportunity.name,
        customer=opportunity.customer,
        external_id=opportunity.external_id,
        owner=opportunity.owner or None,
        person=owners.person(opportunity.owner),
        currency=opportunity.currency or deal.settings.currency,
        amount=None if opportunity.amount is None else f"{opportunity.amount:f}",
        status=opportunity.status,
        close=_iso(opportunity.expected_close),
        ended=_iso(closed.date) if closed else None,
        why=closed.reason if closed else None,
        begun=_iso(began),
        step=step,
        claimed=claimed,
        supported=supported,
        probability=probability,
        claimed_probability=claimed_probability,
        days=days,
        usual=usual,
        chosen=opportunity.chosen,
        choice=_choice(opportunity),
        competitors=[[key, opportunity.party_name(key)] for key in opportunity.competitors],
        recommended=outlook.recommended,
        variation=outlook.variation,
        reachable=list(outlook.reachable),
        balances=_balances(deal),
        rated=rated,
        ages=ages,
        unknown=unknown,
        first=_iso(deal.date_of(deal.past[0])) if deal.past else None,
        assessed=_iso(deal.date_of(deal.past[-1])) if deal.past else None,
        graded=_graded(deal),
        reviews=_reviews(opportunity, day),
        debriefs=sorted(
            {each.date.isoformat() for each in opportunity.debriefs if each.date <= day}
        ),
        actions=len(actions),
        overdue_actions=sum(each.overdue(day) for each in actions),
        **moves(deal, scope.since)._asdict(),
        postponed=postponed(opportunity, day),
        forecast=forecast,
        reasons=[],
    )


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _choice(opportunity: Opportunity) -> list[str | None]:
    """Return the variation that is followed, since when, why, and who chose it."""
    choice = opportunity.strategy or ChosenStrategy()
    return [choice.variation, _iso(choice.since), choice.reason, choice.by]


def _balances(deal: DealOnDay) -> list[int]:
    """Return our plus less minus in each of the four questions."""
    counts = dict.fromkeys((question.number for question in questions()), 0)
    for criterion in criteria():
        counts[criterion.question] += _WEIGHTS.get(deal.sign(criterion.key), 0)
    return list(counts.values())


def _standing(
    deal: DealOnDay,
) -> tuple[str | None, str | None, str | None, int, int, int | None, int | None]:
    """Return the step worked on, claimed and supported, both probabilities, days and usual days."""
    if deal.opportunity.process is None:
        last = deal.process[-1] if deal.opportunity.status == "won" else None
        return (
            None,
            last.key if last else None,
            None,
            0,
            last.probability if last else 0,
            None,
            None,
        )
    found = deal.standing
    return (
        found.working.key if found.working else None,
        found.claimed.key if found.claimed else None,
        found.supported.key if found.supported else None,
        found.probability,
        found.claimed_probability,
        found.days,
        found.working.days if found.working else None,
    )


def _known(deal: DealOnDay) -> tuple[int, int, int]:
    """Return how many of our cells were ever rated, the sum of their ages, and the `?` of all."""
    ours = deal.statements[US].values()
    today = deal.day.toordinal()
    ages = unknown = 0
    for said in ours:
        index, cell = said[-1]
        ages += today - deal.date_of(index).toordinal()
        unknown += cell.rating == "?"
    rated = len(ours)
    return rated, ages, unknown + len(criterion_keys()) - rated


def _graded(deal: DealOnDay) -> str | None:
    """Return the day from which the deal is graded to standard, None where it is not.

    Our reading of "to standard": an assessment states all twenty of ours, and the primary
    competitor's on everything on which competitors are compared with us. A stated `?` counts.
    """
    firsts = []
    for party, asked in _standard(deal):
        said = deal.statements[party]
        if not asked <= said.keys():
            return None
        firsts += [said[criterion][0][0] for criterion in asked]
    return max(map(deal.date_of, firsts)).isoformat()


def _standard(deal: DealOnDay) -> list[tuple[str, frozenset[str]]]:
    ours = (US, frozenset(criterion_keys()))
    return [ours, *((party, deal.compared) for party in deal.primary)]


def _reviews(opportunity: Opportunity, day: date) -> list[str]:
    """Return the days on which the deal was brought up to date."""
    assessed = (each.date for each in opportunity.assessments)
    changed = (each.date for each in opportunity.history)
    return sorted({each.isoformat() for each in chain(assessed, changed) if each <= day})
