"""Ratings of ours that a figure of the deal contradicts: as the settings ask, so they must be."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from tas_cli.diagnostics import Finding, Severity
from tas_cli.method.catalogue import US, numbered
from tas_cli.model.settings import Thresholds
from tas_cli.rules.subject import Subject

_NOTHING_ASKED = Thresholds()


def thresholds_of(subject: Subject) -> Thresholds:
    """Return what the deal's amounts are held against, if they are in the settings' currency."""
    return subject.thresholds or _NOTHING_ASKED


def speaks_against(sign: str, amount: Decimal, asked: Decimal) -> bool:
    """Whether an amount reaches what is asked for while we are -, or misses it while we are +."""
    return sign != "?" and (amount >= asked) != (sign == "+")


def contradicted(subject: Subject, criterion: str, words: str, key: str) -> Finding:
    """Return the finding that our rating does not go with the figure under a key.

    A - that might be a + is a hint: it makes no deal look better than it is.
    """
    sign = subject.sign(criterion)
    return Finding(
        f"{numbered(criterion)} is {sign}, yet {words}",
        subject.cell_path(criterion, US),
        f"correct the rating or the `{key}:`, whichever is wrong",
        severity=None if sign == "+" else Severity.INFO,
    )


def against_amount(
    subject: Subject, criterion: str, key: str, amount: Decimal | None, asked: Decimal | None
) -> Iterator[Finding]:
    """Find a rating that a single amount contradicts."""
    sign = subject.sign(criterion)
    if amount is not None and asked is not None and speaks_against(sign, amount, asked):
        how = "is below" if sign == "+" else "reaches"
        words = (
            f"the {key} of {subject.money(amount)} {how} our threshold of {subject.money(asked)}"
        )
        yield contradicted(subject, criterion, words, key)
