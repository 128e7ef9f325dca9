"""There is one way to turn a finding into a diagnostic, and one way to cache and recall it."""

from __future__ import annotations

import json

import pytest

from tas_cli.diagnostics import Diagnostic, Finding, Severity, recalled
from tas_cli.reading.read import read_opportunity
from tas_cli.rules.topics import rule

DEAL = b"tas: 1\nname: Cranes\ncustomer: Harbour\namount: 5\n"
NONE_CHOSEN = rule("TAS301")
FOUND = Diagnostic("TAS201", Severity.INFO, "said", "a.yaml", 1, 2, 3, 4, ("notes", 0), None)


@pytest.mark.parametrize(
    ("finding", "severity", "columns"),
    [
        (Finding("said", ("amount",)), NONE_CHOSEN.severity, (9, 10)),
        (Finding("said", ("amount",), on_key=True), NONE_CHOSEN.severity, (1, 7)),
        (Finding("said", ("amount",), severity=Severity.INFO), Severity.INFO, (9, 10)),
    ],
    ids=["at-the-value", "at-the-key", "of-less-weight"],
)
def test_code_and_severity_come_from_the_check(
    finding: Finding, severity: Severity, columns: tuple[int, int]
) -> None:
    """A finding gets its check's code and place, and its severity unless it has its own."""
    found = NONE_CHOSEN.diagnostic(finding, read_opportunity(DEAL, "cranes.yaml"))
    assert (found.code, found.severity, found.path) == ("TAS301", severity, ("amount",))
    assert (found.file, found.line, (found.column, found.end_column)) == ("cranes.yaml", 4, columns)


@pytest.mark.parametrize(("file", "expected"), [(None, "a.yaml"), ("", ""), ("b.yaml", "b.yaml")])
def test_recalled(file: str | None, expected: str) -> None:
    """A diagnostic survives JSON, in its own file or in another named one."""
    kept = json.loads(json.dumps(FOUND))
    assert recalled(kept, file) == FOUND._replace(file=expected)
    assert recalled(kept, file).severity is Severity.INFO
