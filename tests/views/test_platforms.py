"""What the platforms that show findings require: limits, references, names."""

from __future__ import annotations

import json
from email.message import Message
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from any_results import obeyed
from results import KINDS, ORCHARD, RESULTS

from tas_cli import __version__
from tas_cli.checking.fingerprints import fingerprints
from tas_cli.checking.report import Report
from tas_cli.diagnostics import Diagnostic, Severity
from tas_cli.rules.catalogue import RULES
from tas_cli.views.github.annotations import workflow_commands
from tas_cli.views.github.summary import FINDINGS, step_summary
from tas_cli.views.junit import junit_xml
from tas_cli.views.sarif import sarif_log

MEGABYTE = 1_048_576


def run_of(report: Report) -> Any:
    """Return the single run of a SARIF log."""
    return json.loads(sarif_log(report))["runs"][0]


def place_of(found: Diagnostic) -> dict[str, str]:
    """Return the place of a finding as reported to GitHub."""
    return obeyed(workflow_commands(Report((found,), 1)).rstrip("\n"))[1]


def test_a_place_across_lines_has_no_columns() -> None:
    """GitHub takes columns on one line only; an end at a line's start becomes the line before."""
    found = next(found for found in KINDS if found.file == ORCHARD)
    over = found._replace(end_line=6, end_column=4)
    assert place_of(found).keys() == place_of(over).keys() == {"file", "line", "endLine", "title"}
    assert (place_of(found)["endLine"], place_of(over)["endLine"]) == ("5", "6")


def test_a_line_end_in_a_name_is_exact() -> None:
    """GitHub finds a file whose name has a line break, a comma, a colon or a percent sign."""
    name = "a\n\r%0A,b: c=d.yaml"
    assert place_of(KINDS[0]._replace(file=name))["file"] == name


def test_the_run_page_is_small() -> None:
    """With many findings, the page stays far below GitHub's limit and says what is left out."""
    found = KINDS[0]._replace(message="\u202e" * 100_000, file="`\u202e" * 5000, help="\u202e" * 99)
    page = step_summary(Report((found,) * 10_000, 10_000))
    assert len(page.encode()) < MEGABYTE / 2
    assert f"\n{10_000 - FINDINGS} more: run `tas check` to see them all.\n" in page


def test_the_run_page_of_a_few() -> None:
    """If all findings are listed, the page mentions none left out."""
    found = Report(tuple(KINDS[:1] * FINDINGS), 1)
    assert "more, which" not in step_summary(found)


def test_sarif_lists_every_check() -> None:
    """Every check is declared with its help, and a result points at its own."""
    run = run_of(RESULTS["kinds"])
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("tas", __version__)
    assert [rule["id"] for rule in driver["rules"]] == [rule.code for rule in RULES]
    for rule in driver["rules"]:
        assert rule["help"]["markdown"].startswith(f"# {rule['id']}: {rule['name']}\n")
        assert len(rule["fullDescription"]["text"]) <= 1024
    for result in run["results"]:
        index = result.get("ruleIndex")
        assert index is None or driver["rules"][index]["id"] == result["ruleId"]


def test_sarif_keeps_to_the_most_results(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of more results than GitHub takes the most severe stay, and the rest is counted."""
    monkeypatch.setattr("tas_cli.views.sarif.RESULTS", 8)
    run = run_of(RESULTS["kinds"])
    levels = [result["level"] for result in run["results"]]
    assert levels == ["error"] * 7 + ["warning"]
    (note,) = run["invocations"][0]["toolExecutionNotifications"]
    assert note["message"]["text"].startswith("2 findings left out")


def test_sarif_links() -> None:
    """Text that looks like a link in a message is shown literally; other brackets stay."""
    found = KINDS[0]._replace(message="[a](https://example.com) [b] c[0](x", help=None)
    (result,) = run_of(Report((found,), 1))["results"]
    assert result["message"]["text"] == r"\[a](https://example.com) [b] c\[0](x"


def test_sarif_names_the_page_of_a_check(monkeypatch: pytest.MonkeyPatch) -> None:
    """If the package has an address for its documents, each check has its page there."""
    package = Message()
    monkeypatch.setattr("importlib.metadata.metadata", lambda _: package)
    rules = run_of(RESULTS["clean"])["tool"]["driver"]["rules"]
    assert not any("helpUri" in rule for rule in rules)
    package["Project-URL"] = "Documentation, https://example.com/docs/"
    rules = run_of(RESULTS["clean"])["tool"]["driver"]["rules"]
    assert rules[0]["helpUri"] == "https://example.com/docs/rules/TAS101.md"


def test_sarif_outside_the_root() -> None:
    """A file outside the repository has an absolute URI."""
    (result,) = run_of(Report((KINDS[0]._replace(file="/deals/a b.yaml"),), 1))["results"]
    artifact = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert artifact == {"uri": "file:///deals/a%20b.yaml"}


def test_junit_names_clean_files() -> None:
    """Every checked file is a test; hints alone let it pass, however strict the call."""
    files = ["opportunities/clean.yaml", ORCHARD]
    suite = ET.fromstring(junit_xml(RESULTS["kinds"], files, strict=True))[0]  # noqa: S314 - our own
    passed = {case.get("name") for case in suite if case.find("failure") is None}
    assert passed == set(files)
    assert len({case.get("name") for case in suite}) == len(suite) == 5


ALLOWED = {
    "testsuites": {"name", "time", "tests", "failures", "errors"},
    "testsuite": {"name", "tests", "failures", "errors", "skipped", "time", "timestamp", "file"},
    "testcase": {"name", "time", "classname", "group"},
    "failure": {"type", "message"},
    "system-out": set(),
}
"""Elements and attributes in the schema of Jenkins' xUnit plugin (junit-10.xsd)."""


@pytest.mark.parametrize("strict", [False, True])
@pytest.mark.parametrize("kind", RESULTS)
def test_jenkins_takes_the_report(kind: str, strict: bool) -> None:  # noqa: FBT001 - pytest's
    """There are only elements and attributes of its schema, and all required ones."""
    report = ET.fromstring(junit_xml(RESULTS[kind], ["a.yaml"], strict=strict))  # noqa: S314 - our own
    for element in report.iter():
        assert {*element.attrib} <= ALLOWED[element.tag]
    assert {"name", "tests", "failures", "errors"} <= {*report[0].attrib}


@pytest.mark.parametrize("found", KINDS)
def test_other_words_are_not_a_new_finding(found: Diagnostic) -> None:
    """A finding that is a day older, or reworded, keeps its fingerprint."""
    reworded = found._replace(message="49 days became 50", help="something else")
    assert fingerprints([found, found]) == fingerprints([reworded, reworded])


def test_what_makes_a_different_finding() -> None:
    """Another check, file or place has another fingerprint; so has each of equal findings."""
    found = KINDS[0]
    others = [
        found,
        found,
        found._replace(code="TAS999"),
        found._replace(file="other.yaml"),
        found._replace(path=("place", "2")),
        found._replace(line=found.line + 1),
    ]
    assert len(set(fingerprints(others))) == len(others)
    assert fingerprints([found._replace(severity=Severity.INFO)]) == fingerprints([found])
