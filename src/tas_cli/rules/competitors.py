"""What checks of what we know about competitors have in common."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.diagnostics import Finding
from tas_cli.rules.subject import Subject


def unknown_competitors(subject: Subject, *, rated: bool) -> Iterator[tuple[str, str]]:
    """Yield the id and name of each competitor about whom nothing that counts is known.

    With `rated`, yield those that an assessment rates nevertheless, otherwise those that none does.
    """
    for party in subject.unknown:
        if bool(subject.statements[party]) is rated:
            yield party, subject.opportunity.party_name(party)


def of_competitor(party: str, message: str, advice: str) -> Finding:
    """Return a finding at a competitor's own key."""
    return Finding(message, ("competitors", party), advice, on_key=True)
