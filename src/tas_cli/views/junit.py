"""`tas check --format junit`: JUnit XML, each file a test that passes or fails.

The name of a test is the same on every run, so GitLab and Jenkins can show what has newly failed
and what is fixed. Both show one failure per test, so it has all findings of the file. The only
attributes are those of the schema that Jenkins' xUnit plugin validates reports against.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from tas_cli.checking.report import Report
from tas_cli.diagnostics import Diagnostic, Severity
from tas_cli.views.findings import WORD, in_full, rank, severities, worst_first
from tas_cli.views.safe import safe

_CLASS = "tas.check"  # GitLab's "suite"; Jenkins reads the part before the dot as a package
_TOGETHER = "all files"


def junit_xml(report: Report, files: Sequence[str] = (), *, strict: bool = False) -> str:
    """Return the suite; a file of `files` without findings is a test that passes.

    A test fails for the same reasons as the call: an error or, if `strict`, a warning.
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

    Jenkins rejects a suite without tests: then one test stands for all files.
    """
    grouped: defaultdict[str, list[Diagnostic]] = defaultdict(list)
    for found in report.diagnostics:
        grouped[found.file].append(found)
    names = sorted({*files, *grouped}) or [_TOGETHER]
    return {name: tuple(grouped[name]) for name in names}


def _case(file: str, diagnostics: tuple[Diagnostic, ...], failing: tuple[Severity, ...]) -> Element:
    """Return one test, which fails if it has findings of a failing severity."""
    case = Element("testcase", {"classname": _CLASS, "name": safe(file)})
    if any(found.severity in failing for found in diagnostics):
        worst = WORD[min(diagnostics, key=rank).severity]
        attributes = {"message": severities(diagnostics), "type": worst}
        SubElement(case, "failure", attributes).text = _lines(diagnostics)
    elif diagnostics:
        SubElement(case, "system-out").text = _lines(diagnostics)
    return case


def _lines(diagnostics: tuple[Diagnostic, ...]) -> str:
    """Return each finding on a line that begins with its place, so none reads as a command."""
    return "\n".join(
        f"{found.line}:{found.column}: {WORD[found.severity]} {found.code}: {safe(in_full(found))}"
        for found in worst_first(diagnostics)
    )
