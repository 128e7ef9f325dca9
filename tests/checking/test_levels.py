"""Which findings count and how severely: settings, paths, the call's options, comments."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from workspaces import HEAD, write

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Tas

LATE = f"{HEAD}expected_close: 2026-01-31\namount: 100\n"
"""A warning, TAS509 on line 4: the date is past and the deal still open."""


def found(tas: Tas, *arguments: str) -> list[tuple[str, str, str]]:
    """Return code, severity and file of every finding."""
    document = tas("check", "--format", "json", *arguments).json
    return [(each["code"], each["severity"], each["file"]) for each in document["diagnostics"]]


@pytest.fixture
def folder(tas: Tas, tmp_path: Path) -> Path:
    """A workspace with the same late deal in two folders."""
    tas.at(tmp_path)
    other = LATE.replace("Cranes", "Locks")
    files = {"opportunities/a.yaml": LATE, "opportunities/archive/b.yaml": other}
    return write(tmp_path, {**files, "tas.yaml": "tas: 1\n"})


LEVELS = [
    ("", ["warning", "warning"]),
    ("rules: {TAS509: error}", ["error", "error"]),
    ("rules: {TAS509: info}", ["info", "info"]),
    ("rules: {TAS509: off}", []),
    ("rules: {TAS5: off}", []),
    ("rules: {TAS5: off, TAS50: info}", ["info", "info"]),
    ("rules: {TAS509: off, TAS5: error}", []),
    ('rules_for: {"opportunities/archive/*": {TAS509: off}}', ["warning"]),
    ('rules_for: {"opportunities/archive/**": {TAS5: error}}', ["warning", "error"]),
    ('rules_for: {"opportunities/**/b.yaml": {TAS509: off}}', ["warning"]),
    ('rules_for: {"opportunities/**/a.yaml": {TAS509: off}}', ["warning"]),
    ('rules_for: {"opportunities/archive/": {TAS509: off}}', ["warning"]),
    ('rules_for: {"./opportunities/*": {TAS509: off}}', []),
    ('rules: {TAS509: off}\nrules_for: {"*/archive/*": {TAS509: info}}', ["info"]),
    ('rules_for: {"*": {TAS509: off}, "*/b.yaml": {TAS509: error}}', ["error"]),
]


@pytest.mark.parametrize(("settings", "severities"), LEVELS)
def test_settings(tas: Tas, folder: Path, settings: str, severities: list[str]) -> None:
    """Settings disable checks and raise them: the longest code and the last pattern win."""
    write(folder, {"tas.yaml": f"tas: 1\n{settings}\n"})
    assert [severity for _, severity, _ in found(tas)] == severities


def test_errors_stay(tas: Tas, folder: Path) -> None:
    """An error that keeps a file from being data cannot be disabled or lowered."""
    write(folder, {"opportunities/c.yaml": f"{HEAD}owner: 12\n"})
    write(folder, {"tas.yaml": "tas: 1\nrules: {TAS1: off, TAS5: off}\n"})
    assert ("TAS109", "error", "opportunities/c.yaml") in found(tas)


SELECTIONS = [
    (("--select", "TAS509"), ["TAS509", "TAS509"]),
    (("--select", "tas5"), ["TAS509", "TAS509"]),
    (("--select", "TAS3,TAS2"), []),
    (("--select", "TAS3", "--select", "TAS509"), ["TAS509", "TAS509"]),
    (("--ignore", "TAS5"), []),
    (("--select", "TAS5", "--ignore", "TAS509"), []),
]


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(("options", "codes"), SELECTIONS)
def test_selection(tas: Tas, options: tuple[str, ...], codes: list[str]) -> None:
    """A call reports only the checks, or families, that it selects and does not ignore."""
    assert [code for code, _, _ in found(tas, *options)] == codes


def test_an_unreadable_file_is_always_reported(tas: Tas, folder: Path) -> None:
    """An unreadable file is always reported: otherwise it would seem clean."""
    write(folder, {"opportunities/c.yaml": "tas: [\n"})
    assert found(tas, "--select", "TAS3") == [("TAS101", "error", "opportunities/c.yaml")]


@pytest.mark.usefixtures("folder")
def test_unknown_code(tas: Tas) -> None:
    """An unknown code is an error, not an empty result."""
    result = tas("check", "--select", "TAS999")
    assert result.status == 2
    assert "there is no check TAS999" in result.err
    assert "`tas explain` lists all checks" in result.err


@pytest.mark.usefixtures("folder")
def test_off_unless_asked_for(tas: Tas) -> None:
    """An optional check runs if the call selects it."""
    assert "TAS121" not in {code for code, _, _ in found(tas)}
    assert {code for code, _, _ in found(tas, "--select", "TAS121")} == {"TAS121"}


def test_asked_for_by_settings(tas: Tas, folder: Path) -> None:
    """An optional check also runs if the settings give it a level."""
    write(folder, {"tas.yaml": "tas: 1\nrules: {TAS121: warning, TAS5: off}\n"})
    assert {(code, severity) for code, severity, _ in found(tas)} == {("TAS121", "warning")}


EVENT = "compelling_event: {what: the lease ends, date: 2026-12-01}\n"


def test_asked_for_by_path(tas: Tas, folder: Path) -> None:
    """If a pattern enables it, it runs for the matching files only."""
    asked = 'rules_for: {"*/archive/*": {TAS121: info}}'
    write(folder, {"tas.yaml": f"tas: 1\n{asked}\nrules: {{TAS509: off}}\n"})
    assert found(tas) == [("TAS121", "info", "opportunities/archive/b.yaml")]


IGNORES = [
    (
        "on the line",
        f"{HEAD}expected_close: 2026-01-31 # tas: ignore[TAS509] agreed\namount: 1\n",
        [],
    ),
    (
        "above it",
        f"{HEAD}# tas: ignore[TAS509] agreed\nexpected_close: 2026-01-31\namount: 1\n",
        [],
    ),
    (
        "two codes",
        f"{HEAD}expected_close: 2026-12-31 # tas: ignore[TAS510, TAS218]\n{EVENT}",
        [],
    ),
    (
        "another line",
        f"{HEAD}# tas: ignore[TAS509] agreed\namount: 1\nexpected_close: 2026-01-31\n",
        ["TAS520", "TAS509"],
    ),
    (
        "another code",
        f"{HEAD}expected_close: 2026-01-31 # tas: ignore[TAS201]\namount: 1\n",
        ["TAS509", "TAS520"],
    ),
    ("small letters", f"{HEAD}expected_close: 2026-01-31 #tas:ignore[tas509] x\namount: 1\n", []),
    (
        "no brackets",
        f"{HEAD}expected_close: 2026-01-31 # tas: ignore TAS509\namount: 1\n",
        ["TAS509", "TAS520"],
    ),
    ("no code", f"{HEAD}expected_close: 2027-01-31 # tas: ignore[]\namount: 1\n", ["TAS520"]),
    (
        "in a text",
        f'{HEAD}amount: 1\nexternal_id: "# tas: ignore[TAS509]"\nexpected_close: 2026-01-31\n',
        ["TAS509"],
    ),
    ("an error", f"{HEAD}owner: 12 # tas: ignore[TAS109]\n", ["TAS109"]),
]


@pytest.mark.parametrize(("text", "codes"), [case[1:] for case in IGNORES], ids=lambda _: "")
def test_ignore(tas: Tas, folder: Path, text: str, codes: list[str]) -> None:
    """A comment suppresses what it names, at its place; an unused one is reported."""
    write(folder, {"opportunities/c.yaml": text})
    assert [code for code, _, _ in found(tas, "opportunities/c.yaml")] == codes


def test_ignore_above_a_block(tas: Tas, folder: Path) -> None:
    """A comment above a block covers the whole block, and nothing after it."""
    text = f"""{HEAD}competitors: {{x: {{}}}}
assessments:
  # tas: ignore[TAS202] the minutes were typed late
  - date: 2026-10-05
    ratings:
      compelling_event:
        us:
          rating: "-"
          evidence:
            - {{when: 2026-10-06, who: A. Meyer, what: said so}}
  - date: 2026-10-10
    ratings:
      solution_fit:
        us:
          rating: "-"
          evidence:
            - {{when: 2026-10-11, who: A. Meyer, what: said so}}
"""
    write(folder, {"opportunities/c.yaml": text})
    document = tas("check", "opportunities/c.yaml", "--format", "json").json
    assert [(each["code"], each["line"]) for each in document["diagnostics"]] == [("TAS202", 20)]
