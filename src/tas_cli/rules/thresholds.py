"""Ratings of ours that a figure of the deal contradicts, given the minimums in the settings."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from tas_cli.diagnostics import Finding, Severity
from tas_cli.method.catalogue import US, numbered
from tas_cli.model.settings import Thresholds
from tas_cli.rules.command_lines import TEXT, command, minus, plus
from tas_cli.rules.subject import Subject

_NO_MINIMUMS = Thresholds()


def thresholds_of(subject: Subject) -> Thresholds:
    """Return our minimums, if the deal's amounts are in the settings' currency."""
    return subject.thresholds or _NO_MINIMUMS


def contradicts(sign: str, amount: Decimal, asked: Decimal) -> bool:
    """Whether an amount meets our minimum although we are -, or misses it although we are +."""
    return sign != "?" and (amount >= asked) != (sign == "+")


def contradicted(subject: Subject, criterion: str, words: str, *fields: str) -> Finding:
    """Return the finding that our rating contradicts figures, which `tas set` calls `fields`.

    A - that could be a + is only a hint: it does not make the deal look better than it is.
    """
    sign = subject.sign(criterion)
    other = minus if sign == "+" else plus
    return Finding(
        f"{numbered(criterion)} is rated {sign}, but {words}",
        subject.cell_path(criterion, US),
        f"{other(criterion)}; if the rating is right, {command('set', *fields)}",
        severity=None if sign == "+" else Severity.INFO,
    )


def against_amount(
    subject: Subject, criterion: str, key: str, amount: Decimal | None, asked: Decimal | None
) -> Iterator[Finding]:
    """Find a rating that a single amount contradicts."""
    sign = subject.sign(criterion)
    if amount is not None and asked is not None and contradicts(sign, amount, asked):
        how = "is below" if sign == "+" else "reaches"
        words = f"the {key} of {subject.money(amount)} {how} our minimum of {subject.money(asked)}"
        yield contradicted(subject, criterion, words, f"{key}={TEXT}")
