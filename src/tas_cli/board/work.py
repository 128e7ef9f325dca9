"""The work behind the questions to all files: takes bytes, returns a deal's line or actions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from tas_cli.assess.actions import numbered_actions
from tas_cli.assess.as_of import as_of
from tas_cli.assess.begun import begun
from tas_cli.board import plotted
from tas_cli.board.actions import DealActions, due
from tas_cli.board.contradictions import contradictions
from tas_cli.board.measured import measured
from tas_cli.board.points import DealPoints
from tas_cli.board.reasons import reasons
from tas_cli.board.scope import Scope
from tas_cli.gather.content import Content
from tas_cli.gather.memory import Kept
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.settings import Settings
from tas_cli.reading.accounts import account_in
from tas_cli.reading.owners import Owners
from tas_cli.reading.read import read_opportunities
from tas_cli.reading.reading import Reading
from tas_cli.rules.subject import Subject


def lines(contents: Sequence[Content], scope: Scope) -> list[Kept]:
    """Return the lines of a batch of files, each empty if the file cannot be trusted."""
    owners = Owners(scope.settings.team)
    readings = read_opportunities([each.data for each in contents])
    return [_line(*each, scope, owners) for each in zip(readings, contents, strict=True)]


def _line(reading: Reading[Opportunity], content: Content, scope: Scope, owners: Owners) -> Kept:
    if reading.value is None:
        return []
    account = account_in(content.other) if reading.value.account else None
    deal = Subject.of(reading.value, scope.settings, scope.day, account=account)
    line = measured(
        deal,
        scope,
        owners=owners,
        began=begun(reading.value),
        forecast=contradictions(deal, reading, content.data),
    )
    plain: dict[str, Any] = {
        "reasons": [[*each] for each in reasons(line, scope)],
        "agreed": [[*each] for each in line.agreed],
        "tactics": [[*each] for each in line.tactics],
        "meeting": line.meeting and [*line.meeting],
        "hold": line.hold and [*line.hold],
        "earlier": None if line.earlier is None else [*line.earlier],
    }
    return [*line._replace(**plain)]


def actions(contents: Sequence[Content], day: date) -> list[Kept]:
    """Return the action items of a batch of files as of a day; likewise."""
    readings = read_opportunities([each.data for each in contents])
    return [_actions(reading.value, day) for reading in readings]


def _actions(found: Opportunity | None, day: date) -> Kept:
    if found is None:
        return []
    then = as_of(found, day)
    agreed = [due(each, day) for each in numbered_actions(then)]
    return [*DealActions(then.name, then.customer, then.owner or None, then.status, agreed)]


def points(contents: Sequence[Content], settings: Settings, days: Sequence[date]) -> list[Kept]:
    """Return the points of a batch of files on some days; likewise."""
    owners = Owners(settings.team)
    readings = read_opportunities([each.data for each in contents])
    return [_points(reading.value, settings, owners, days) for reading in readings]


def _points(
    found: Opportunity | None, settings: Settings, owners: Owners, days: Sequence[date]
) -> Kept:
    if found is None:
        return []
    there = plotted.points(found, settings, owners, days, begun(found))
    return [*DealPoints(found.name, found.customer, there)]
