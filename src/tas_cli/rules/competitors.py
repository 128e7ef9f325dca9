"""What the checks of our knowledge about competitors have in common."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.diagnostics import Finding
from tas_cli.rules.subject import Subject


def unknown(subject: Subject, *, rated: bool) -> Iterator[tuple[str, str]]:
    """Yield the competitors about whom nothing that counts is known, each with its name.

    With `rated` they are those that an assessment rates nevertheless, otherwise the others.
    """
    for party in subject.unknown:
        if bool(subject.statements[party]) is rated:
            yield party, subject.opportunity.party_name(party)


def of_competitor(party: str, message: str, advice: str) -> Finding:
    """Return a finding at a competitor's own key."""
    return Finding(message, ("competitors", party), advice, on_key=True)
