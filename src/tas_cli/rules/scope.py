"""Which deals a check looks at: one that is over may have nothing to fix, for instance."""

from __future__ import annotations

from tas_cli.assess.plan import is_planned
from tas_cli.nouns import stored
from tas_cli.rules.subject import Subject


def every_deal(_: Subject) -> bool:
    """Return true: the check applies to every deal."""
    return True


def open_deals(subject: Subject) -> bool:
    """Whether a deal can still be won."""
    return subject.open


def recently_rated_deals(subject: Subject) -> bool:
    """Whether a deal is open, and somebody has rated it lately."""
    return subject.open and bool(subject.past) and not subject.neglected


def measured_deals(subject: Subject) -> bool:
    """Whether a deal is open, and the settings have minimums in its currency."""
    return subject.open and subject.thresholds is not None


def established_deals(subject: Subject) -> bool:
    """Whether a deal is far enough along for gaps in its ratings to count."""
    return subject.gaps_count


def open_choices(subject: Subject) -> bool:
    """Whether a deal is open, and a strategy is chosen."""
    return subject.followed is not None


def open_processes(subject: Subject) -> bool:
    """Whether a deal is open, and its file has a process."""
    return subject.open and subject.opportunity.process is not None


def open_debriefs(subject: Subject) -> bool:
    """Whether a deal is open, and its file has debriefs."""
    return subject.open and bool(subject.opportunity.debriefs)


def open_actions(subject: Subject) -> bool:
    """Whether a deal is open, and its file has debriefs, action items or challenges."""
    deal = subject.opportunity
    return subject.open and bool(deal.debriefs or deal.actions or deal.challenges)


def open_processes_or_debriefs(subject: Subject) -> bool:
    """Whether a deal is open, and its file has a process or debriefs."""
    return open_processes(subject) or open_debriefs(subject)


def mapped_deals(subject: Subject) -> bool:
    """Whether a deal is open, and all its people are known: at least one."""
    return subject.open and not subject.no_account and bool(subject.people)


def with_records(subject: Subject) -> bool:
    """Whether a deal's file has records of any noun."""
    keys = (*(noun.key for noun in stored.STORED), *stored.RARE)
    return any(getattr(subject.opportunity, key) for key in keys)


def with_needs(subject: Subject) -> bool:
    """Whether a deal is open, and its account knows needs of its customer."""
    return subject.open and bool(subject.account and subject.account.needs)


def planned_deals(subject: Subject) -> bool:
    """Whether a deal is open, and has goals, tactics or the customer's dates."""
    return subject.open and is_planned(subject.opportunity)


def partnered_deals(subject: Subject) -> bool:
    """Whether a deal is open, and its file has partners."""
    return subject.open and bool(subject.opportunity.partners)


def referring_deals(subject: Subject) -> bool:
    """Whether a deal is open, and its file or account has people, tactics, partners or value.

    A deal whose account cannot be used is left out, as some of its people are unknown.
    """
    own = subject.opportunity
    return mapped_deals(subject) or (
        subject.open and not subject.no_account and bool(own.tactics or own.partners or own.value)
    )


def challenged_deals(subject: Subject) -> bool:
    """Whether a deal is open, and its plan has been challenged."""
    return subject.open and bool(subject.opportunity.challenges)


def deals_with_value(subject: Subject) -> bool:
    """Whether a deal is open, and its file says something about value."""
    return subject.open and subject.opportunity.value is not None


def valued_deals(subject: Subject) -> bool:
    """Whether a deal is open, and its file has benefits."""
    value = subject.opportunity.value
    return subject.open and value is not None and bool(value.benefits)
