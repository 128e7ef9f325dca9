"""The same results in every output of `tas check`, each reviewed by a person."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from results import RESULTS, TEXTS, report_text

from tas_cli.views.diagnostics import report_statistics
from tas_cli.views.github.annotations import workflow_commands
from tas_cli.views.github.summary import step_summary
from tas_cli.views.gitlab import code_quality
from tas_cli.views.json.diagnostics import report_json, statistics_json
from tas_cli.views.junit import junit_xml
from tas_cli.views.sarif import sarif_log
from tas_cli.views.terminal.page import text
from tas_cli.views.terminal.screen import Screen

if TYPE_CHECKING:
    from collections.abc import Callable

    from syrupy.assertion import SnapshotAssertion

    from tas_cli.checking.report import Report

FILES = ["opportunities/harbour.yaml", "opportunities/silent.yaml"]


def sarif_without_rules(report: Report) -> str:
    """Return the log without what every release changes, for people to read."""
    log: Any = json.loads(sarif_log(report))
    log["runs"][0]["tool"]["driver"] |= {"version": "…", "rules": "…"}
    for result in log["runs"][0]["results"]:
        result.pop("ruleIndex", None)
    return indented(json.dumps(log))


def indented(document: str) -> str:
    """Return a JSON document the way people read it; ASCII stays as written."""
    return json.dumps(json.loads(document), indent=1) + "\n"


OUTPUTS: dict[str, Callable[[Report], str]] = {
    "text": lambda report: report_text(report, TEXTS.get, Screen()),
    "text-ascii-48": lambda report: report_text(report, TEXTS.get, Screen(48, unicode=False)),
    "color": lambda report: report_text(report, TEXTS.get, Screen(color=True)),
    "statistics": lambda report: text(report_statistics(report), Screen()),
    "statistics.json": statistics_json,
    "json": report_json,
    "github": workflow_commands,
    "summary": step_summary,
    "sarif": sarif_without_rules,
    "junit": lambda report: junit_xml(report, FILES if report.diagnostics else ()),
    "junit-strict": lambda report: junit_xml(report, FILES, strict=True),
    "gitlab": lambda report: indented(code_quality(report)),
}


@pytest.mark.parametrize("name", RESULTS)
@pytest.mark.parametrize("output", OUTPUTS)
def test_outputs(name: str, output: str, page: SnapshotAssertion) -> None:
    """Every output says what was found and where, and no text of a file acts in it."""
    assert OUTPUTS[output](RESULTS[name]).replace("\x1b", "␛") == page
