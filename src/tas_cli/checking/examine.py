"""Checks one file's content: bytes in, findings out; pure, and independent of its name."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from tas_cli.assess.as_of import account_as_of, as_of
from tas_cli.checking.ignores import MARK, ignored
from tas_cli.diagnostics import Diagnostic, in_order, recalled
from tas_cli.gather.content import Content
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.settings import Settings
from tas_cli.reading.accounts import account_in
from tas_cli.reading.read import read_opportunities
from tas_cli.reading.reading import Reading
from tas_cli.rules.catalogue import RULES
from tas_cli.rules.rule import Check, Rule, Scope
from tas_cli.rules.subject import Entry, Subject
from tas_cli.source.faults import Fault


class Task(NamedTuple):
    """What `examine` checks files against."""

    settings: Settings
    day: date
    asked_for: frozenset[str] = frozenset()


class Examined(NamedTuple):
    """What was found in a file; its diagnostics name no file, so equal contents share them.

    `entry` is what the checks across the workspace need, None if the file is not data.
    """

    diagnostics: tuple[Diagnostic, ...]
    entry: Entry | None = None


def examine(
    data: bytes,
    settings: Settings,
    day: date,
    asked_for: frozenset[str] = frozenset(),
    *,
    other: bytes | Fault | None = None,
) -> Examined:
    """Read an opportunity's bytes and run every check on it; `other` is its account's file.

    `asked_for` are the rules that are off by default and that this workspace turns on.
    """
    return examine_all([Content(data, other)], Task(settings, day, asked_for))[0]


def examine_all(contents: Sequence[Content], task: Task) -> list[Examined]:
    """Examine a batch of files: all go through each step, and each check, together."""
    readings = read_opportunities([each.data for each in contents])
    cases = [
        _Case(reading, content.data, _subject(reading, content.other, task), [])
        for reading, content in zip(readings, contents, strict=True)
    ]
    for asked_of, checks in _checks(task.asked_for).items():
        asked = [
            (case.reading, subject, case.found)
            for case in cases
            if (subject := case.subject) is not None and asked_of(subject)
        ]
        for rule, check in checks:
            for reading, subject, found in asked:
                for finding in check(subject):
                    found.append(rule.diagnostic(finding, reading))
    return [_examined(case) for case in cases]


class _Case(NamedTuple):
    """A file under examination; the subject is None if the file is not data."""

    reading: Reading[Opportunity]
    data: bytes
    subject: Subject | None
    found: list[Diagnostic]


def _subject(
    reading: Reading[Opportunity], other: bytes | Fault | None, task: Task
) -> Subject | None:
    if reading.value is None:
        return None
    known = _known(reading.value, task.day)
    subject = Subject(known, task.settings, task.day, text=reading.text.content)
    if known.account:
        account = account_in(other)
        subject.account = account and account_as_of(account, task.day)
        subject.no_account = "" if account else "is missing" if other is None else "has errors"
    return subject


def _known(opportunity: Opportunity, day: date) -> Opportunity:
    """Return the deal as it was known on a day; it keeps the file's lists, so places stay correct.

    If nothing has changed since, that is the file as it is, contradictions included.
    """
    ended = opportunity.closed.date if opportunity.closed else None
    if not any(
        each > day for each in (ended, *(each.date for each in opportunity.history)) if each
    ):
        return opportunity
    lists = {key: getattr(opportunity, key) for key in ("debriefs", "actions", "history")}
    return as_of(opportunity, day).model_copy(update=lists)


def _examined(case: _Case) -> Examined:
    reading, data, subject, found = case
    if subject is None:
        return Examined(reading.diagnostics)
    if MARK in subject.text:
        found = ignored(found, data, reading.text)
    return Examined(tuple(in_order([*found, *reading.diagnostics])), entry_of(subject.opportunity))


@lru_cache(maxsize=8)
def _checks(asked_for: frozenset[str]) -> dict[Scope, list[tuple[Rule, Check]]]:
    """Return the checks that are on by default or that the workspace turns on, by scope.

    So a scope is evaluated once per deal, not once per check.
    """
    found: dict[Scope, list[tuple[Rule, Check]]] = {}
    for rule in RULES:
        if rule.check and (rule.enabled or rule.code in asked_for):
            found.setdefault(rule.asked_of, []).append((rule, rule.check))
    return found


def entry_of(opportunity: Opportunity) -> Entry:
    """Return what the checks that compare deals need of one."""
    return Entry(opportunity.name, opportunity.customer, opportunity.status)


def plain(examined: Examined) -> list[Any]:
    """Return the same as lists, texts and numbers, for other processes and the cache."""
    return [[*map(list, examined.diagnostics)], examined.entry]


def restored(kept: list[Any], file: str) -> Examined:
    """Return what `plain` was given, as found in `file`."""
    rows, entry = kept
    found = tuple(recalled(row, file) for row in rows)
    return Examined(found, None if entry is None else Entry._make(entry))
