"""The findings for a faulty file: every code, at its place, with what to write instead."""

from __future__ import annotations

import pathlib
import pickle
import re
from typing import TYPE_CHECKING

import pytest
from finding_tables import ALL, CELLS, Finding
from workspaces import HEAD

import tas_cli
from tas_cli.diagnostics import Severity
from tas_cli.reading.read import read_opportunity
from tas_cli.reading.reading import Reading
from tas_cli.source.faults import MAX_FAULTS
from tas_cli.source.nodes import Node, Span, locate

if TYPE_CHECKING:
    from tas_cli.diagnostics import Path
    from tas_cli.model.opportunity import Opportunity


@pytest.mark.parametrize(("data", "expected"), ALL.values(), ids=ALL)
def test_fault_is_one_finding_at_its_place(data: bytes, expected: list[Finding]) -> None:
    """Each fault gives exactly its findings: code, place, what is wrong, what to write."""
    found = read_opportunity(data, "deals/f.yaml").diagnostics
    assert [(one.code, one.line, one.column, one.end_line, one.end_column) for one in found] == [
        (code, line, start, line, end) for code, line, start, end, _, _ in expected
    ]
    for one, (*_, message, advice) in zip(found, expected, strict=True):
        assert message in one.message
        assert advice in (one.help or "")
        assert (one.file, one.severity) == ("deals/f.yaml", Severity.ERROR)


@pytest.mark.parametrize(("data", "expected"), ALL.values(), ids=ALL)
def test_only_fixed_signs_leave_a_value(data: bytes, expected: list[Finding]) -> None:
    """A file with any other error is not trusted as data."""
    fixed = {"TAS102", "TAS103"}
    trusted = {code for code, *_ in expected} <= fixed
    assert (read_opportunity(data, "f.yaml").value is not None) == trusted


def test_every_code_of_reading_is_in_the_tables() -> None:
    """Every code in the source has a case above."""
    rooms = pathlib.Path(tas_cli.__file__).parent
    written = {
        code
        for room in ("source", "reading")
        for path in (rooms / room).glob("*.py")
        for code in re.findall(r"TAS1\d\d", path.read_text(encoding="utf-8"))
    }
    assert written == {code for _, findings in ALL.values() for code, *_ in findings}


PATHS: dict[str, tuple[str, list[tuple[str | int, ...]]]] = {
    "unknown-key": (f"{HEAD}turnover: 12\n", [("turnover",)]),
    "missing": ("tas: 1\nname: n\n", [("customer",)]),
    "cell": (
        f"{CELLS}      solution_fit: {{us: good}}\n",
        [("assessments", 0, "ratings", "solution_fit", "us", "rating")],
    ),
    "evidence": (
        f"{CELLS}      solution_fit: {{us: {{rating: '+', evidence: [{{what: 1}}]}}}}\n",
        [("assessments", 0, "ratings", "solution_fit", "us", "evidence", 0, "what")],
    ),
    "history-by-the-name-in-the-file": (
        f"{HEAD}history: [{{date: 2026-01-05, field: owner, from: []}}]\n",
        [("history", 0, "from")],
    ),
    "party": (
        f"{CELLS}      solution_fit: {{y: '+'}}\n",
        [("assessments", 0, "ratings", "solution_fit", "y")],
    ),
    "text-at-the-root": ("hello\n", [()]),
}


@pytest.mark.parametrize(("text", "paths"), PATHS.values(), ids=PATHS)
def test_finding_names_its_path_in_the_document(
    text: str, paths: list[tuple[str | int, ...]]
) -> None:
    """A finding has the keys and indexes that lead to it, as in the file."""
    assert [found.path for found in read_opportunity(text.encode(), "f.yaml").diagnostics] == paths


def _codes(text: str) -> list[str]:
    return [found.code for found in read_opportunity(text.encode(), "f.yaml").diagnostics]


ONE_CAUSE: dict[str, tuple[str, list[str]]] = {
    "misspelled-required-key": ("tas: 1\nnmae: n\ncustomer: c\n", ["TAS105"]),
    "misspelled-required-key-without-a-value": ("tas: 1\nnmae:\ncustomer: c\n", ["TAS105"]),
    "misspelled-required-key-in-a-cell": (
        f"{CELLS}      solution_fit: {{us: {{ratin: '+'}}}}\n",
        ["TAS105"],
    ),
    "misspelled-and-the-right-one": (f"{HEAD}nmae: n\n", ["TAS105"]),
    "unknown-version-and-more": ("tas: 9\nfoo: 1\nname: 12\n", ["TAS115"]),
    "wrong-criterion-with-a-good-cell": (f"{CELLS}      soluton_fit: {{us: '+'}}\n", ["TAS105"]),
    "mapping-with-faults-for-a-text": (f"{HEAD}owner: {{a: 1, b: [2]}}\n", ["TAS107"]),
    "date-of-a-wrong-shape": (f"{HEAD}expected_close: {{a: b}}\n", ["TAS107"]),
    "amount-wrong-in-every-way": (f"{HEAD}amount: -1_000,0e5 EUR\n", ["TAS108"]),
    "one-conflict-with-three-markers": (
        f"{HEAD}<<<<<<< a\nowner: 1\n=======\nowner: 2\n>>>>>>> b\n",
        ["TAS113"],
    ),
    "foreign-sign-that-is-bare": (f"{CELLS}      solution_fit: {{us: –}}\n", ["TAS103"]),
    "party-in-two-cells": (
        f"{CELLS}      solution_fit: {{y: '+'}}\n      inside_support: {{y: '+'}}\n",
        ["TAS117", "TAS117"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "codes"), ONE_CAUSE.values(), ids=ONE_CAUSE)
def test_one_cause_is_one_finding(text: str, codes: list[str]) -> None:
    """A consequence of a fault is not reported as another finding."""
    assert _codes(text) == codes


REFERENCE_FAULTS = """\
competitors: {us: {name: u}}
incumbent: q
strategy: {chosen: defend, variation: niche}
assessments:
  - date: 2026-01-05
  - date: 2026-01-05
"""
SEVERAL: dict[str, tuple[str, list[str]]] = {
    "values": (
        f"{HEAD}owner: 12\namount: x\nexpected_close: 2024-02-30\nstatus: Won\nfoo: 1\n",
        ["TAS109", "TAS108", "TAS110", "TAS108", "TAS105"],
    ),
    "signs-and-values": (
        f"{CELLS}      solution_fit: {{us: -, x: –}}\nowner: 12\n",
        ["TAS102", "TAS103", "TAS109"],
    ),
    "signs-and-references": (
        f"{CELLS}      solution_fit: {{us: -, y: '+'}}\nincumbent: z\n",
        ["TAS102", "TAS117", "TAS117"],
    ),
    "references-of-all-kinds": (
        HEAD + REFERENCE_FAULTS,
        ["TAS119", "TAS117", "TAS120", "TAS118"],
    ),
    "features-and-duplicates": (
        f"{HEAD}owner: &a x\nowner: *a\n",
        ["TAS111", "TAS104", "TAS111"],
    ),
    "in-several-assessments": (
        f"{CELLS}      solution_fit: {{us: a}}\n  - date: x\n    ratings: {{9: {{us: b}}}}\n",
        ["TAS108", "TAS108", "TAS105", "TAS108"],
    ),
    "conflict-and-control-character": (
        f"{HEAD}owner: a\u200b\n>>>>>>> x\n",
        ["TAS116", "TAS113"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "codes"), SEVERAL.values(), ids=SEVERAL)
def test_several_faults_are_reported_together_in_the_order_of_the_text(
    text: str, codes: list[str]
) -> None:
    """All errors of a file are reported together, sorted by line and column."""
    assert _codes(text) == codes


def _crowded(text: str) -> Reading[Opportunity]:
    reading = read_opportunity(text.encode(), "f.yaml")
    assert len(reading.diagnostics) == MAX_FAULTS
    return reading


def test_findings_by_the_thousand_are_cut_short() -> None:
    """A file of another kind does not fill the screen, and the last finding says so."""
    reading = _crowded(HEAD + "".join(f"key{number}: x\n" for number in range(1000)))
    cut = [each for each in reading.diagnostics if "there may be more" in each.message]
    assert cut == [reading.diagnostics[-1]]


def test_no_more_findings_are_placed_than_are_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """Locating a finding takes time in a big file, so it is not done for those never shown."""
    placed = []

    def counting(root: Node, path: Path, *, key: bool = False) -> Span:
        placed.append(path)
        return locate(root, path, key=key)

    monkeypatch.setattr("tas_cli.reading.guarded.locate", counting)
    _crowded(HEAD + "".join(f"key{number}: x\n" for number in range(1000)))
    assert len(placed) <= MAX_FAULTS


def test_what_stops_a_file_is_reported_even_if_the_list_is_full() -> None:
    """Among hundreds of fixed signs, the finding that costs the value is still shown."""
    cells = "".join(
        f"  - date: 20{year:02}-{month:02}-01\n    ratings: {{solution_fit: {{us: -}}}}\n"
        for year in range(10, 40)
        for month in range(1, 13)
    )
    reading = _crowded(f"{HEAD}assessments:\n{cells}owner: 12\n")
    assert reading.value is None
    assert "TAS109" in {found.code for found in reading.diagnostics}


@pytest.mark.parametrize(("data", "_expected"), ALL.values(), ids=ALL)
def test_diagnostics_pickle(data: bytes, _expected: list[Finding]) -> None:
    """A reading can be sent between processes."""
    found = read_opportunity(data, "f.yaml").diagnostics
    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301 - our own bytes
