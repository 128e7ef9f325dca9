"""What the checks of what we know of competitors have in common."""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.diagnostics import Finding
from tas_cli.rules.subject import Subject


def unknown(subject: Subject, *, rated: bool) -> Iterator[tuple[str, str]]:
    """Yield the competitors of whom no sign is known that counts, each with its name.

    With `rated` they are those that an assessment rates all the same, else the others.
    """
    for party in subject.opportunity.competitors:
        if not subject.knows_of(party) and bool(subject.statements[party]) is rated:
            yield party, subject.opportunity.party_name(party)


def of_competitor(party: str, message: str, advice: str) -> Finding:
    """Return a finding at a competitor's own key."""
    return Finding(message, ("competitors", party), advice, on_key=True)
