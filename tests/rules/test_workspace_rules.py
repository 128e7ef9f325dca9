"""The checks of a deal's state, of all deals together and of the settings."""

from __future__ import annotations

import pytest
from workspaces import HEAD, day

from tas_cli.checking.examine import examine
from tas_cli.model.settings import Settings
from tas_cli.reading.read import read_as
from tas_cli.rules.catalogue import RULES
from tas_cli.rules.subject import Entry

TODAY = day("2026-11-23")
TEAM = Settings.model_validate(
    {"team": {"nicole": {"name": "Nicole Baumgartner"}, "tomas": {}, "jens": {}}}
)
STATE = {
    "close-yesterday": (
        "amount: 1\nexpected_close: 2026-11-22\n",
        ["TAS509 warning expected_close"],
    ),
    "close-today": ("amount: 1\nexpected_close: 2026-11-23\n", []),
    "close-yesterday-and-over": (
        "amount: 1\nexpected_close: 2026-11-22\nstatus: won\n",
        ["TAS511 warning status"],
    ),
    "close-yesterday-and-ended": (
        "amount: 1\nexpected_close: 2026-11-22\nclosed: {date: 2026-11-20}\n",
        ["TAS512 warning closed"],
    ),
    "no-amount-today": ("expected_close: 2026-11-23\n", ["TAS510 info expected_close"]),
    "no-amount-in-90-days": ("expected_close: 2027-02-21\n", ["TAS510 info expected_close"]),
    "no-amount-in-91-days": ("expected_close: 2027-02-22\n", []),
    "no-amount-and-late": ("expected_close: 2026-11-22\n", ["TAS509 warning expected_close"]),
    "amount-of-zero": ("amount: 0\nexpected_close: 2026-11-23\n", []),
    "no-amount-and-over": (
        "expected_close: 2026-11-23\nstatus: lost\nclosed: {date: 2026-11-20}\n",
        [],
    ),
    "won": ("status: won\n", ["TAS511 warning status"]),
    "disengaged-with-a-reason-only": (
        "status: disengaged\nclosed: {reason: x}\n",
        ["TAS511 warning closed/date"],
    ),
    "lost-with-a-date": ("status: lost\nclosed: {date: 2026-11-20}\n", []),
    "open-with-a-reason": ("status: open\nclosed: {reason: x}\n", ["TAS512 warning closed"]),
    "open-with-an-empty-closed": ("closed: {reason: }\n", []),
    "owner-unknown": ("owner: anna\n", ["TAS508 warning owner"]),
    "owner-in-the-team": ("owner: jens\n", []),
    "owner-in-capitals": ("owner: Jens\n", []),
    "owner-by-full-name": ("owner: Nicole  baumgartner\n", []),
    "owner-who-has-left": ("owner: anna\nstatus: won\nclosed: {date: 2026-11-20}\n", []),
    "no-owner": ("", []),
}
MODELINE = "# yaml-language-server: $schema=../schemas/opportunity.schema.json"
BEGINNINGS = {
    "none": (HEAD, ["TAS121 info "]),
    "first": (f"{MODELINE}\n{HEAD}", []),
    "windows-line-ends": (f"# a\r\n{MODELINE}\r\n" + HEAD.replace("\n", "\r\n"), []),
    "after-other-comments": (f"# Kestrel\n\n  # north\n{MODELINE}\n{HEAD}", []),
    "after-the-first-key": (f"tas: 1\n{MODELINE}\n" + HEAD[7:], ["TAS121 info "]),
    "without-a-schema": (f"# yaml-language-server: on\n{HEAD}", ["TAS121 info "]),
    "schema-named-in-another-comment": (
        f"# see $schema=../schemas/opportunity.schema.json\n{HEAD}",
        ["TAS121 info "],
    ),
    "no-comment": (f"{HEAD}external_id: '{MODELINE}'\n", ["TAS121 info "]),
}


def in_short(text: str, settings: Settings, asked_for: frozenset[str] = frozenset()) -> list[str]:
    """Return the findings about a file in short: code, severity and place."""
    found = examine(text.encode(), settings, TODAY, asked_for).diagnostics
    return [f"{each.code} {each.severity} {'/'.join(map(str, each.path))}" for each in found]


@pytest.mark.parametrize(("text", "expected"), STATE.values(), ids=STATE)
def test_state(text: str, expected: list[str]) -> None:
    """A deal whose dates, amount, owner or status do not fit together is reported."""
    assert in_short(HEAD + text, TEAM) == expected


@pytest.mark.parametrize(("text", "expected"), BEGINNINGS.values(), ids=BEGINNINGS)
def test_modeline(text: str, expected: list[str]) -> None:
    """The optional check reports a file that does not name its schema at the top."""
    assert in_short(text, TEAM, frozenset({"TAS121"})) == expected
    assert in_short(text, TEAM) == []


def test_a_minimal_file() -> None:
    """A file with only the required keys is clean, with a team and without."""
    assert in_short(HEAD, TEAM) == in_short(HEAD, Settings()) == []


def test_nobody_is_unknown_without_a_team() -> None:
    """Settings without a team accept any owner."""
    assert in_short(f"{HEAD}owner: anna\n", Settings()) == []


@pytest.mark.parametrize(
    ("owner", "advice"),
    [
        ("nikole", "did you mean `nicole`? Otherwise add `nikole` under `team:` in tas.yaml"),
        (
            "Nicole Baumgarten",
            "did you mean `nicole`? Otherwise add `Nicole Baumgarten` under `team:` in tas.yaml",
        ),
        ("xyz", "add `xyz` under `team:` in tas.yaml"),
    ],
)
def test_the_closest_owner_is_suggested(owner: str, advice: str) -> None:
    """An unknown owner comes with the closest team member, also by full name."""
    (found,) = examine(f"{HEAD}owner: {owner}\n".encode(), TEAM, TODAY).diagnostics
    assert found.help == advice


@pytest.mark.parametrize(
    ("close", "words"), [("2026-11-22", "1 day after"), ("2026-11-21", "2 days after")]
)
def test_days_past_the_close_date(close: str, words: str) -> None:
    """A late deal's finding says by how many days."""
    text = f"{HEAD}amount: 1\nexpected_close: {close}\n"
    (found,) = examine(text.encode(), TEAM, TODAY).diagnostics
    assert words in found.message


NAMESAKES = {
    "the-same": ({"a": ("Cranes", "Harbour"), "b": ("Cranes", "Harbour")}, ["b: a"]),
    "case-and-blanks": (
        {"a": ("Crane  renewal", "HARBOUR"), "b": (" crane renewal", "Harbour ")},
        ["b: a"],
    ),
    "three": (
        {
            "c": ("Cranes", "Harbour"),
            "b": ("Cranes", "Harbour"),
            "n/a": ("Cranes", "Harbour"),
        },
        ["c: b", "n/a: b"],
    ),
    "another-customer": ({"a": ("Cranes", "Harbour"), "b": ("Cranes", "Airport")}, []),
    "another-name": ({"a": ("Cranes", "Harbour"), "b": ("Lifts", "Harbour")}, []),
    "the-other-way-round": ({"a": ("Cranes", "Harbour"), "b": ("Harbour", "Cranes")}, []),
}


def across(entries: dict[str, Entry]) -> list[str]:
    """Return the findings across the workspace: each file and the one it resembles."""
    checks = {each.code: each.check_across for each in RULES if each.check_across}
    assert set(checks) == {"TAS507"}
    found = [each for check in checks.values() for each in check(entries)]
    assert {finding.path for _, finding in found} <= {("name",)}
    return [f"{file}: {finding.message.split()[0]}" for file, finding in found]


@pytest.mark.parametrize(("deals", "expected"), NAMESAKES.values(), ids=NAMESAKES)
def test_namesakes(deals: dict[str, tuple[str, str]], expected: list[str]) -> None:
    """Of open deals with one name at one customer, all but the first file are reported."""
    entries = {file: Entry(*words, status="open") for file, words in deals.items()}
    assert across(entries) == expected
    assert across(dict(reversed(entries.items()))) == expected


def test_a_closed_deal_has_no_namesake() -> None:
    """The same request from a customer is a new deal once the old one is closed."""
    deals = {"a": Entry("Cranes", "Harbour", "lost"), "b": Entry("Cranes", "Harbour", "open")}
    assert across(deals) == []


LEVELS = {
    "a-check": ("rules: {TAS301: off}", []),
    "a-family": ("rules: {TAS3: off, TAS20: error}", []),
    "raised": ("rules: {TAS121: warning}", []),
    "no-such-check": ("rules: {TAS399: off}", ["TAS506 error rules/TAS399"]),
    "no-such-family": ("rules: {TAS9: off}", ["TAS506 error rules/TAS9"]),
    "all": ("rules: {TAS: off}", ["TAS506 error rules/TAS"]),
    "small-letters": ("rules: {tas301: off}", ["TAS506 error rules/tas301"]),
    "a-name": ("rules: {none-chosen: off}", ["TAS506 error rules/none-chosen"]),
    "for-some-files": ("rules_for: {'old/**': {TAS301: off, TAS3: info}}", []),
    "no-such-check-for-some-files": (
        "rules_for: {'old/**': {TAS301: off, TAS399: info}}",
        ["TAS506 error rules_for/old/**/TAS399"],
    ),
    "an-error-off": ("rules: {TAS110: off}", ["TAS513 error rules/TAS110"]),
    "an-error-lowered": ("rules: {TAS505: warning}", ["TAS513 error rules/TAS505"]),
    "an-error-as-it-is": ("rules: {TAS505: error}", []),
    "errors-off": ("rules: {TAS11: off}", ["TAS513 error rules/TAS11"]),
    "errors-and-others-off": ("rules: {TAS50: off}", ["TAS513 info rules/TAS50"]),
    "an-error-off-for-some-files": (
        "rules_for: {'old/**': {TAS110: off}}",
        ["TAS513 error rules_for/old/**/TAS110"],
    ),
}


def about_settings(settings: str) -> list[tuple[str, str | None]]:
    """Return the findings about the settings, in short and with advice; all are at keys."""
    reading = read_as(Settings, f"tas: 1\n{settings}\n".encode(), "tas.yaml")
    assert reading.value is not None, reading.diagnostics
    found = []
    for each in RULES:
        for finding in each.check_settings(reading.value) if each.check_settings else ():
            assert finding.on_key
            severity = finding.severity or each.severity
            place = "/".join(map(str, finding.path))
            found.append((f"{each.code} {severity} {place}", finding.help))
    return found


@pytest.mark.parametrize(("settings", "expected"), LEVELS.values(), ids=LEVELS)
def test_levels(settings: str, expected: list[str]) -> None:
    """A level is for an existing check or family, and cannot lower an error."""
    assert [found for found, _ in about_settings(settings)] == expected


@pytest.mark.parametrize(
    ("named", "advice"),
    [
        ("tas301", "did you mean TAS301?"),
        ("TAS-310", "did you mean TAS310?"),
        ("none-choosen", "did you mean TAS301?"),
        ("TAS999", "list the checks with `tas explain`"),
    ],
)
def test_the_closest_check_is_suggested(named: str, advice: str) -> None:
    """An unknown check comes with the closest code, if any is close."""
    assert about_settings(f"rules: {{{named}: off}}")[0][1] == advice
