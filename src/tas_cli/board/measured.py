"""Computes a deal's line of figures; pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import chain, takewhile
from typing import Any, Protocol

from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.plan import open_tactics
from tas_cli.assess.process import Standing
from tas_cli.assess.signs import signs_of
from tas_cli.assess.slips import slips
from tas_cli.assess.statements import Statement
from tas_cli.assess.tally import WEIGHT, question_keys
from tas_cli.board.actions import due, planned
from tas_cli.board.line import UNRATED, DealLine, Hold, Meeting
from tas_cli.board.scope import Scope, iso
from tas_cli.board.then import earlier
from tas_cli.method.catalogue import US, criterion_keys, questions
from tas_cli.model.opportunity import NO_CHOICE, ChosenStrategy, Closed, NextMeeting
from tas_cli.reading.owners import Owners

_ASKS = 6
"""The most cells to find out next that a line has."""


def measured(
    deal: DealOnDay,
    scope: Scope,
    *,
    owners: Owners,
    began: date | None,
    forecast: list[list[str]],
) -> DealLine:
    """Return a deal's line, without the reasons for a debrief.

    `owners` knows the team; `began` is the first day on which the file records something, even if
    that is after the deal's day; `forecast` has the findings of the forecast checks.
    """
    opportunity, decision = deal.opportunity, deal.decision
    closed = opportunity.closed or Closed()
    return DealLine(
        name=opportunity.name,
        customer=opportunity.customer,
        account=opportunity.account,
        external_id=opportunity.external_id,
        owner=opportunity.owner or None,
        person=owners.person(opportunity.owner),
        currency=deal.currency,
        amount=None if opportunity.amount is None else f"{opportunity.amount:f}",
        status=opportunity.status,
        close=iso(opportunity.expected_close),
        ended=iso(closed.date),
        why=closed.reason,
        lost_to=closed.to,
        begun=iso(began),
        **_planned(deal),
        **_process(deal),
        chosen=opportunity.chosen,
        choice=_choice(opportunity.strategy or NO_CHOICE),
        competitors=[[key, opportunity.party_name(key)] for key in opportunity.competitors],
        recommended=decision.recommended,
        variation=decision.variation,
        reachable=list(decision.reachable),
        **_ratings(deal),
        reviews=_days(chain(opportunity.assessments, opportunity.history), deal.day),
        debriefs=_days(opportunity.debriefs, deal.day),
        **_to_do(deal),
        signs_seen=[*signs_of(deal)],
        **earlier(deal, scope.since, owners, began),
        postponed=len(slips(opportunity, deal.day)),
        forecast=forecast,
        reasons=[],
        **_ahead(deal, wanted=scope.ahead),
    )


def _to_do(deal: DealOnDay) -> dict[str, Any]:
    """Return how many action items and tactics are open, and how many of them overdue."""
    actions = deal.actions if deal.open else ()
    tactics = open_tactics(deal.opportunity) if deal.open else ()
    return {
        "actions": len(actions),
        "overdue_actions": sum(each.overdue(deal.day) for each in actions),
        "open_tactics": len(tactics),
        "overdue_tactics": sum(each.overdue(deal.day) for each in tactics),
    }


def _ahead(deal: DealOnDay, *, wanted: bool) -> dict[str, Any]:
    """Return what is to be found out, re-checked and done in a deal; nothing if it is closed."""
    if not wanted or not deal.open:
        return {"asks": [], "stale": 0, "agreed": [], "tactics": []}
    stale = {index for index in deal.past if deal.staleness.is_stale(deal.date_of(index))}
    return {
        "asks": [[cell.criterion, cell.party] for cell in deal.decision.deciding[:_ASKS]],
        "stale": sum(said[-1][0] in stale for said in deal.statements[US].values()),
        "agreed": [due(each, deal.day) for each in deal.actions],
        "tactics": [planned(each.number, each.tactic) for each in open_tactics(deal.opportunity)],
    }


def _planned(deal: DealOnDay) -> dict[str, Any]:
    """Return the owner's call, the next meeting, and whether the deal is on hold."""
    opportunity = deal.opportunity
    meeting, hold = opportunity.next, opportunity.on_hold
    return {
        "called": opportunity.forecast,
        "meeting": meeting and _meeting(meeting, deal),
        "hold": hold and Hold(iso(hold.since), hold.trigger),
    }


def _meeting(coming: NextMeeting, deal: DealOnDay) -> Meeting:
    people = coming.people
    named = deal.speakers.listed(people) if people else ""
    return Meeting(iso(coming.date), [*people], coming.what, named)


def _process(deal: DealOnDay) -> dict[str, Any]:
    """Return a deal's place in the process: nothing if its file has none, unless it is won.

    Most files have no process, and this saves them going through all outcomes.
    """
    standing = deal.standing if deal.opportunity.process else _nowhere(deal)
    return {
        "step": standing.working.key if standing.working else None,
        "claimed": standing.claimed.key if standing.claimed else None,
        "supported": standing.supported.key if standing.supported else None,
        "unquestioned": _unquestioned(standing),
        "met": [f"{each.step.key}.{key}" for each in standing.states for key in each.met],
        "probability": standing.probability,
        "claimed_probability": standing.claimed_probability,
        "days": standing.days,
        "usual": standing.working.days if standing.working else None,
    }


def _unquestioned(standing: Standing) -> str | None:
    """Return the last step complete by evidence as if no debrief had doubted any; None if none did.

    It may be the one that is complete anyway.
    """
    states = standing.states
    if not any(state.doubted for state in states):
        return None
    enough = takewhile(lambda state: state.enough((*state.shown, *state.doubted)), states)
    return next(iter([state.step.key for state in enough][-1:]), None)


def _nowhere(deal: DealOnDay) -> Standing:
    last = deal.process[-1] if deal.opportunity.status == "won" else None
    return Standing((), claimed=last, supported=None, working=None, days=None, reset=None)


def _choice(choice: ChosenStrategy) -> list[str | None]:
    """Return the chosen variation, since when, why, and who chose it."""
    return [choice.variation, iso(choice.since), choice.reason, choice.by]


def _signs(deal: DealOnDay) -> list[str]:
    """Return the signs of every party, us first."""
    signs, criteria = deal.signs, criterion_keys()
    return [
        "".join([signs.get((key, party), UNRATED) for key in criteria])
        for party in (US, *deal.opportunity.competitors)
    ]


def _balances(deal: DealOnDay) -> list[int]:
    """Return our balance in each of the four questions."""
    signs = deal.signs
    return [
        sum([WEIGHT[signs.get((key, US), "?")] for key in question_keys(question.number)])
        for question in questions()
    ]


def _ratings(deal: DealOnDay) -> dict[str, Any]:
    """Return the figures of our ratings: balances, counts and ages, and when they were made."""
    newest = [said[-1] for said in deal.statements[US].values()]
    days = [deal.date_of(index) for index in deal.past]
    today = deal.day.toordinal()
    return {
        "signs": _signs(deal),
        "balances": _balances(deal),
        "rated": len(newest),
        "ages": sum(today - deal.date_of(index).toordinal() for index, _ in newest),
        "unknown": len(criterion_keys()) - sum(cell.rating != "?" for _, cell in newest),
        "proven": sum(map(_proven, deal.statements[US].values())),
        "first": iso(days[0]) if days else None,
        "assessed": iso(days[-1]) if days else None,
        "graded": _graded(deal),
    }


def _proven(said: Sequence[Statement]) -> bool:
    """Whether our sign is + and has evidence, given since it has been +."""
    for _, cell in reversed(said):
        if cell.rating != "+":
            return False
        if any(entry.given for entry in cell.evidence):
            return True
    return False


def _graded(deal: DealOnDay) -> str | None:
    """Return the day from which the deal is graded to standard, None if it is not.

    Our reading of "to standard": assessments state all twenty of our ratings, and the primary
    competitor's on every criterion on which competitors are compared with us. A stated `?` counts.
    """
    firsts: set[int] = set()
    for party in (US, *deal.primary):
        said, asked = deal.statements[party], criterion_keys() if party == US else deal.compared
        if not said.keys() >= set(asked):
            return None
        firsts |= {said[criterion][0][0] for criterion in asked}
    return max(map(deal.date_of, firsts)).isoformat()


class _Dated(Protocol):
    date: date


def _days(entries: Iterable[_Dated], day: date) -> list[str]:
    """Return the days of entries up to a day, without duplicates."""
    return sorted({each.date.isoformat() for each in entries if each.date <= day})
