"""A check runs on the deals that its declaration names, and on no others."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from workspaces import HEAD, day, opportunity

from tas_cli.diagnostics import Finding
from tas_cli.model.settings import Settings
from tas_cli.rules import scope
from tas_cli.rules.subject import Subject
from tas_cli.rules.topics import rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

TODAY = day("2026-11-23")
SETTINGS = Settings.model_validate({"currency": "USD", "thresholds": {"profit": "5"}})
RATED = "assessments: [{date: 2026-11-16, ratings: {solution_fit: {us: '-'}}}]\n"
DEALS = {
    "bare": "",
    "rated": RATED,
    "neglected": RATED.replace("2026", "2025"),
    "long-rated": "assessments:\n"
    "  - {date: 2025-11-16, ratings: {inside_support: {us: '-'}}}\n"
    "  - {date: 2026-11-16, ratings: {solution_fit: {us: '-'}}}\n",
    "in-euros": "currency: EUR\n",
    "process": "process: {step: qualify}\n",
    "debriefs": "debriefs: [{date: 2026-11-16, by: martha}]\n",
    "choice": "strategy: {chosen: disengage}\n",
    "notes": "notes: [{date: 2026-11-16, text: The CFO is on leave}]\n",
    "people": "people: {hart: {left: 2026-11-16}}\n",
    "lost": "status: lost\nprocess: {step: qualify}\nstrategy: {chosen: disengage}\n"
    f"debriefs: [{{date: 2026-11-16, by: martha}}]\npeople: {{hart: {{}}}}\n{RATED}",
}
OPEN = set(DEALS) - {"lost"}


def subject(name: str) -> Subject:
    """Return a deal of the table as the checks see it."""
    return Subject(opportunity(HEAD + DEALS[name]), SETTINGS, TODAY)


@pytest.mark.parametrize(
    ("asked_of", "expected"),
    [
        (scope.every_deal, set(DEALS)),
        (scope.open_deals, OPEN),
        (scope.recently_rated_deals, {"rated", "long-rated"}),
        (scope.measured_deals, OPEN - {"in-euros"}),
        (scope.established_deals, {"long-rated"}),
        (scope.open_choices, {"choice"}),
        (scope.open_processes, {"process"}),
        (scope.open_debriefs, {"debriefs"}),
        (scope.open_processes_or_debriefs, {"process", "debriefs"}),
        (scope.mapped_deals, {"people"}),
        (scope.with_records, {"notes", "people", "lost"}),
    ],
    ids=lambda each: getattr(each, "__name__", ""),
)
def test_scopes(asked_of: Callable[[Subject], bool], expected: set[str]) -> None:
    """Each scope has exactly the deals it names: closed or without the data are left out."""
    assert {name for name in DEALS if asked_of(subject(name))} == expected


def test_a_check_is_not_asked_of_other_deals() -> None:
    """A check that does not apply does not even start."""
    looked_at: list[str] = []

    def check(looked: Subject) -> Iterator[Finding]:
        looked_at.append(looked.opportunity.status)
        yield Finding("said", ("name",))

    asked = replace(rule("TAS301"), asked_of=scope.open_deals, check=check)
    assert [list(asked.findings(subject(name))) for name in ("lost", "bare")] == [
        [],
        [Finding("said", ("name",))],
    ]
    assert looked_at == ["open"]
    assert list(rule("TAS101").findings(subject("bare"))) == []
