"""The checks that every noun has, on both sides of their limits, for the scratch nouns."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import scratch
from workspaces import HEAD, day, opportunity

from tas_cli.model.settings import Settings
from tas_cli.rules.records import dangling_references, in_future, repeated
from tas_cli.rules.subject import Subject

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tas_cli.diagnostics import Finding, Path

TODAY = day("2026-11-23")
PROBE = "  - {date: 2026-11-01, what: Ask}\n"
CASES: dict[str, tuple[Callable[..., Iterable[Finding]], str, list[Path]]] = {
    "tomorrow": (
        in_future,
        "probes: [{date: 2026-11-24, what: x}, {date: 2026-11-23, what: x}]",
        [("probes", 0, "date")],
    ),
    "since, not due": (
        in_future,
        "leads: {a: {name: A, since: 2026-11-24, due: 2027-01-01}}",
        [("leads", "a", "since")],
    ),
    "twice": (repeated, f"probes:\n{PROBE}{PROBE}{PROBE}", [("probes", 1), ("probes", 2)]),
    "by somebody else": (
        repeated,
        "probes: [{date: 2026-11-01, what: x, by: a}, {date: 2026-11-01, what: x, by: b}]",
        [("probes", 1)],
    ),
    "another day": (
        repeated,
        "probes: [{date: 2026-11-01, what: x}, {date: 2026-11-02, what: x}]",
        [],
    ),
    "by name": (repeated, "leads: {a: {name: A}, b: {name: A}}", [("leads", "b")]),
    "of two kinds": (
        repeated,
        "leads: {a: {name: A}}\nprobes: [{date: 2026-11-01, what: A}]",
        [],
    ),
    "to nobody": (
        dangling_references,
        "competitors: {x: {}}\nleads: {a: {name: A, from_lead: b, against: [x, y]}}",
        [("leads", "a", "from_lead"), ("leads", "a", "against")],
    ),
    "to each other": (
        dangling_references,
        "leads: {a: {name: A, from_lead: b}, b: {name: B, from_lead: a}}",
        [],
    ),
}


@pytest.mark.parametrize(("check", "text", "places"), CASES.values(), ids=CASES)
def test_findings_of_a_noun(
    monkeypatch: pytest.MonkeyPatch,
    check: Callable[..., Iterable[Finding]],
    text: str,
    places: list[Path],
) -> None:
    """A future date, a duplicate and a reference to nobody are found at their places."""
    scratch.declare(monkeypatch)
    subject = Subject(opportunity(f"{HEAD}{text}\n"), Settings(), TODAY)
    found = list(check(subject))
    assert [each.path for each in found] == places
