"""`tas check --format junit`: JUnit XML, each file a test that passes or fails.

The name of a test is the same on every run, so that GitLab and Jenkins tell what has newly failed
and what is mended; both show one failure of a test, so it holds all that was found in the file.
There are no attributes but those of the schema by which Jenkins' xUnit plugin takes a report.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from tas_cli.checking.report import Report
from tas_cli.diagnostics import Diagnostic, Severity
from tas_cli.views.findings import WORD, rank, said, severities
from tas_cli.views.safe import safe

_CLASS = "tas.check"  # GitLab's "suite"; Jenkins takes what is before the point for a package
_TOGETHER = "all files"


def junit_xml(report: Report, files: Sequence[str] = (), *, strict: bool = False) -> str:
    """Return the suite; a file of `files` that no finding names is a test that passes.

    A test fails where the call does: by an error, and if `strict` by a warning.
    """
    failing = (Severity.ERROR, Severity.WARNING) if strict else (Severity.ERROR,)
    cases = [_case(file, found, failing) for file, found in _by_file(report, files).items()]
    failures = sum(case.find("failure") is not None for case in cases)
    numbers = {"tests": str(len(cases)), "failures": str(failures), "errors": "0"}
    suite = Element("testsuite", {"name": "tas check"} | numbers | {"skipped": "0"})
    suite.extend(cases)
    suites = Element("testsuites", {"name": "tas check"} | numbers)
    suites.append(suite)
    indent(suites)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(suites, encoding="unicode")}\n'


def _by_file(report: Report, files: Sequence[str]) -> dict[str, tuple[Diagnostic, ...]]:
    """Return the findings of each file by its name.

    Jenkins takes a suite without any test for a mistake: then all files together are one.
    """
    grouped: defaultdict[str, list[Diagnostic]] = defaultdict(list)
    for found in report.diagnostics:
        grouped[found.file].append(found)
    names = sorted({*files, *grouped}) or [_TOGETHER]
    return {name: tuple(grouped[name]) for name in names}


def _case(file: str, diagnostics: tuple[Diagnostic, ...], failing: tuple[Severity, ...]) -> Element:
    """Return one test, which fails by findings of the severities that are failing."""
    case = Element("testcase", {"classname": _CLASS, "name": safe(file)})
    if any(found.severity in failing for found in diagnostics):
        worst = WORD[min(diagnostics, key=rank).severity]
        attributes = {"message": severities(diagnostics), "type": worst}
        SubElement(case, "failure", attributes).text = _lines(diagnostics)
    elif diagnostics:
        SubElement(case, "system-out").text = _lines(diagnostics)
    return case


def _lines(diagnostics: tuple[Diagnostic, ...]) -> str:
    """Return each finding on a line; it begins with the place, so that none is a command."""
    return "\n".join(
        f"{found.line}:{found.column}: {WORD[found.severity]} {found.code}: {safe(said(found))}"
        for found in diagnostics
    )
