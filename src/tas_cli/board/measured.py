"""A deal's line of figures, worked out; pure."""

from __future__ import annotations

from datetime import date
from itertools import chain

from tas_cli.assess.actions import due_actions
from tas_cli.assess.process import sales_process
from tas_cli.board.line import Line
from tas_cli.board.moves import moves, postponed
from tas_cli.method.catalogue import US, criterion_keys
from tas_cli.model.opportunity import Opportunity
from tas_cli.rules.subject import Subject


def measured(subject: Subject, since: date, forecast: list[list[str]]) -> Line:
    """Return a deal's line; `forecast` is what the checks of the forecast found."""
    opportunity, day = subject.opportunity, subject.day
    amount, close = opportunity.amount, opportunity.expected_close
    closed = opportunity.closed
    actions, overdue = _actions(opportunity, day) if subject.open else (0, 0)
    changed = moves(subject, since)
    return Line(
        opportunity.name,
        opportunity.customer,
        opportunity.owner or None,
        opportunity.currency or subject.settings.currency,
        None if amount is None else f"{amount:f}",
        opportunity.status,
        close.isoformat() if close else None,
        closed.date.isoformat() if closed and closed.date else None,
        *_standing(subject),
        opportunity.chosen,
        *_outlook(subject),
        *_known(subject),
        subject.date_of(subject.past[0]).isoformat() if subject.past else None,
        _graded(subject),
        _reviews(opportunity, day),
        sorted(each.date.isoformat() for each in opportunity.debriefs if each.date <= day),
        actions,
        overdue,
        changed.worse,
        changed.better,
        changed.slipped,
        changed.moved,
        changed.new,
        changed.closed,
        postponed(opportunity, day),
        forecast,
        [],
    )


def _standing(
    subject: Subject,
) -> tuple[str | None, str | None, str | None, int, int, int | None, int | None]:
    """Return the step worked on, claimed and supported, both probabilities, days and usual days."""
    if subject.opportunity.process is None:
        won = subject.opportunity.status == "won"
        last = sales_process(subject.settings)[-1] if won else None
        return (
            None,
            last.key if last else None,
            None,
            0,
            last.probability if last else 0,
            None,
            None,
        )
    found = subject.standing
    return (
        found.working.key if found.working else None,
        found.claimed.key if found.claimed else None,
        found.supported.key if found.supported else None,
        found.probability,
        found.claimed_probability,
        found.days,
        found.working.days if found.working else None,
    )


def _outlook(subject: Subject) -> tuple[str | None, list[str]]:
    """Return the recommended strategy and all reachable ones; nothing for what is over."""
    if not subject.open:
        return None, []
    return subject.outlook.recommended, list(subject.outlook.reachable)


def _known(subject: Subject) -> tuple[int, int, int]:
    """Return how many of our cells were ever rated, the sum of their ages, and the `?` of all."""
    ours = subject.statements[US].values() if subject.open else ()
    today = subject.day.toordinal()
    ages = unknown = 0
    for said in ours:
        index, cell = said[-1]
        ages += today - subject.date_of(index).toordinal()
        unknown += cell.rating == "?"
    rated = len(ours)
    return rated, ages, unknown + len(criterion_keys()) - rated


def _graded(subject: Subject) -> str | None:
    """Return the day from which the deal is graded to standard, None where it is not.

    Our reading of "to standard": an assessment states all twenty of ours, and the primary
    competitor's on everything on which competitors are compared with us. A stated `?` counts.
    """
    firsts = []
    for party, asked in _standard(subject):
        said = subject.statements[party]
        if not asked <= said.keys():
            return None
        firsts += [said[criterion][0][0] for criterion in asked]
    return max(map(subject.date_of, firsts)).isoformat()


def _standard(subject: Subject) -> list[tuple[str, frozenset[str]]]:
    ours = (US, frozenset(criterion_keys()))
    return [ours, *((party, subject.compared) for party in subject.primary)]


def _reviews(opportunity: Opportunity, day: date) -> list[str]:
    """Return the days on which the deal was brought up to date."""
    assessed = (each.date for each in opportunity.assessments)
    changed = (each.date for each in opportunity.history)
    return sorted({each.isoformat() for each in chain(assessed, changed) if each <= day})


def _actions(opportunity: Opportunity, day: date) -> tuple[int, int]:
    """Return how many corrective actions are open, and overdue."""
    if not opportunity.debriefs:
        return 0, 0
    listed = due_actions(opportunity, day)
    return len(listed), sum(each.overdue(day) for each in listed)
