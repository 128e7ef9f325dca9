"""Deals to take out of the forecast: ratings that contradict the process, as `tas check` finds."""

from __future__ import annotations

from tas_cli.checking.ignores import MARK, ignored
from tas_cli.model.opportunity import Opportunity
from tas_cli.reading.reading import Reading
from tas_cli.rules.forecast import FORECAST_RULES
from tas_cli.rules.subject import Subject

_CODES = {rule.code for rule in FORECAST_RULES}


def contradictions(subject: Subject, reading: Reading[Opportunity], data: bytes) -> list[list[str]]:
    """Return these checks' findings in an open deal, each as code, severity and message.

    Findings silenced by an ignore comment in the file are left out.
    """
    found = [
        rule.diagnostic(finding, reading)
        for rule in FORECAST_RULES
        for finding in rule.findings(subject)
    ]
    if found and MARK in reading.text.content:
        found = ignored(found, data, reading.text)
    return [[each.code, str(each.severity), each.message] for each in found if each.code in _CODES]
