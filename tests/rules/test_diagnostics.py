"""What a check found becomes a diagnostic in one way, and is kept and recalled in one way."""

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
def test_the_check_says_code_and_severity(
    finding: Finding, severity: Severity, columns: tuple[int, int]
) -> None:
    """A finding gets the code of its check, its severity unless it states one, and its place."""
    found = NONE_CHOSEN.diagnostic(finding, read_opportunity(DEAL, "cranes.yaml"))
    assert (found.code, found.severity, found.path) == ("TAS301", severity, ("amount",))
    assert (found.file, found.line, (found.column, found.end_column)) == ("cranes.yaml", 4, columns)


@pytest.mark.parametrize(("file", "expected"), [(None, "a.yaml"), ("", ""), ("b.yaml", "b.yaml")])
def test_recalled(file: str | None, expected: str) -> None:
    """What was kept as JSON is what it was, in its own file or in the one that is named."""
    kept = json.loads(json.dumps(FOUND))
    assert recalled(kept, file) == FOUND._replace(file=expected)
    assert recalled(kept, file).severity is Severity.INFO
