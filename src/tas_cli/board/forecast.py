"""Forecast that should not be: what the grid says against the process, as `tas check` finds it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from tas_cli.checking.ignores import MARK, ignored
from tas_cli.diagnostics import Diagnostic
from tas_cli.model.opportunity import Opportunity
from tas_cli.reading.reading import Reading
from tas_cli.rules.forecast import FORECAST_THAT_SHOULD_NOT_BE
from tas_cli.rules.subject import Subject

if TYPE_CHECKING:
    from tas_cli.rules.rule import Rule


def contradictions(subject: Subject, reading: Reading[Opportunity], data: bytes) -> list[list[str]]:
    """Return what these checks find in an open deal, each with code, severity and message.

    What an ignore comment in the file lets off is left out.
    """
    if not subject.open or subject.opportunity.process is None:
        return []
    found = list(_found(subject, reading))
    text = reading.text
    if found and MARK in text.content:
        found = ignored(found, data, text)
    return [
        [each.code, str(each.severity), each.message]
        for each in found
        if each.code in FORECAST_THAT_SHOULD_NOT_BE
    ]


def _found(subject: Subject, reading: Reading[Opportunity]) -> Iterator[Diagnostic]:
    for rule in _rules():
        for finding in rule.findings(subject):
            yield rule.diagnostic(finding, reading)


@cache
def _rules() -> tuple[Rule, ...]:
    from tas_cli.rules.catalogue import RULES  # noqa: PLC0415 - what is remembered asks no rule

    return tuple(rule for rule in RULES if rule.code in FORECAST_THAT_SHOULD_NOT_BE)
