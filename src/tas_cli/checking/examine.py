"""Checking one file's content: bytes in, what is wrong out; pure, and nothing about its name."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from tas_cli.diagnostics import Diagnostic, in_order
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.settings import Settings
from tas_cli.reading.read import Reading, read_opportunity
from tas_cli.rules.catalogue import RULES
from tas_cli.rules.subject import Entry, Subject


class Examined(NamedTuple):
    """What was found in a file; the diagnostics name no file, so that equal contents share them.

    `entry` is what the checks across the workspace need, None where the file is not data.
    """

    diagnostics: tuple[Diagnostic, ...]
    entry: Entry | None = None


def examine(data: bytes, settings: Settings, day: date) -> Examined:
    """Read an opportunity's bytes and put every check's question to it."""
    reading = read_opportunity(data, "")
    if reading.value is None:
        return Examined(reading.diagnostics)
    subject = Subject(reading.value, settings, day)
    found = [*reading.diagnostics, *_findings(subject, reading)]
    return Examined(tuple(in_order(found)), _entry(reading.value))


def _findings(subject: Subject, reading: Reading[Opportunity]) -> Iterator[Diagnostic]:
    for rule in RULES:
        if rule.check is not None:
            for finding in rule.check(subject):
                yield reading.diagnostic(finding, finding.severity or rule.severity)


def _entry(opportunity: Opportunity) -> Entry:
    return Entry(opportunity.name, opportunity.customer, opportunity.status, opportunity.owner)
