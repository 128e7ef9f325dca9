"""`tas check --format sarif`: SARIF 2.1.0, for code scanning and editors."""

from __future__ import annotations

import json
import re
from importlib import metadata
from typing import Any
from urllib.parse import quote

from tas_cli import __version__
from tas_cli.checking.fingerprints import fingerprints
from tas_cli.checking.report import Report
from tas_cli.diagnostics import Diagnostic, Severity
from tas_cli.rules.catalogue import RULES
from tas_cli.rules.rule import Rule
from tas_cli.views.findings import rank
from tas_cli.views.markdown.rule import rule_page
from tas_cli.views.safe import safe

RESULTS = 25_000
"""The most results of a run: GitHub refuses a file with more."""
_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_ROOT = "%SRCROOT%"
_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_LINK = re.compile(r"\[(?=[^\]]*\]\()")


def sarif_log(report: Report) -> str:
    """Return the log of one run, on one line.

    It lists all checks, not only those that found something: readers see what was checked, and the
    help for a finding that is gone remains. Compressed, they take fifteen kilobytes.
    """
    pages = _pages()
    rules = [_rule(rule) | _address(rule, pages) for rule in RULES]
    driver = {"name": "tas", "version": __version__, "rules": rules}
    run = {
        "tool": {"driver": driver},
        "invocations": [_invocation(report)],
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The root of the repository."}}},
        "columnKind": "unicodeCodePoints",
        "results": _results(report),
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log) + "\n"


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.name.replace("-", " ").capitalize() + "."},
        "fullDescription": {"text": rule.why},
        "help": {"text": f"{rule.why}\n\n{rule.instead}", "markdown": rule_page(rule)},
        "defaultConfiguration": {"level": _LEVEL[rule.severity], "enabled": rule.enabled},
    }


def _address(rule: Rule, pages: str) -> dict[str, str]:
    return {"helpUri": f"{pages.rstrip('/')}/rules/{rule.code}.md"} if pages else {}


def _pages() -> str:
    """Return the address of the documentation from the package, empty until it has one."""
    try:
        named: list[str] = metadata.metadata("tas-cli").get_all("Project-URL") or []
    except metadata.PackageNotFoundError:
        return ""
    return dict(each.split(", ", 1) for each in named).get("Documentation", "")


def _invocation(report: Report) -> dict[str, Any]:
    """Return how the run went, and how many findings were left out."""
    left = len(report.diagnostics) - RESULTS
    if left <= 0:
        return {"executionSuccessful": True}
    words = f"{left} findings left out: a run has at most {RESULTS:,}, the most severe first."
    note = {"level": "warning", "message": {"text": words}}
    return {"executionSuccessful": True, "toolExecutionNotifications": [note]}


def _results(report: Report) -> list[dict[str, Any]]:
    indexes = {rule.code: index for index, rule in enumerate(RULES)}
    known = zip(report.diagnostics, fingerprints(report.diagnostics), strict=True)
    kept = sorted(known, key=lambda each: rank(each[0]))[:RESULTS]
    return [_result(found, indexes.get(found.code), mark) for found, mark in kept]


def _result(found: Diagnostic, index: int | None, fingerprint: str) -> dict[str, Any]:
    return {
        "ruleId": found.code,
        **({} if index is None else {"ruleIndex": index}),
        "level": _LEVEL[found.severity],
        "message": {"text": _message(found)},
        "locations": [
            {"physicalLocation": {"artifactLocation": _file(found.file), "region": _region(found)}}
        ],
        "partialFingerprints": {"tasFinding/v2": fingerprint},
    }


def _message(found: Diagnostic) -> str:
    """Return the text without links: SARIF has them even in plain text."""
    help_ = f"\n{safe(found.help)}" if found.help else ""
    return _LINK.sub(r"\\[", safe(found.message) + help_)


def _file(file: str) -> dict[str, str]:
    """Return the file as a URI, relative to the root unless it is elsewhere."""
    uri = quote(_bytes(file))
    return {"uri": f"file://{uri}"} if file.startswith("/") else {"uri": uri, "uriBaseId": _ROOT}


def _bytes(file: str) -> bytes:
    """Return the name's bytes: surrogates stand for those that are not text."""
    try:
        return file.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return file.encode("utf-8", "surrogatepass")


def _region(found: Diagnostic) -> dict[str, int]:
    return {
        "startLine": found.line,
        "startColumn": found.column,
        "endLine": found.end_line,
        "endColumn": found.end_column,
    }
