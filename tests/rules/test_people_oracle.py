"""The checks of people agree with an oracle on random deals, and never rest on what is missing."""

from __future__ import annotations

import json
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
from people_oracle import NUMBERS, STEPS, Data, Found, found_in_account, found_in_deal
from workspaces import day

from tas_cli.checking.examine import Task, examine_all
from tas_cli.checking.run import examine_other
from tas_cli.gather.content import Content
from tas_cli.model.account import Account
from tas_cli.model.settings import Settings
from tas_cli.reading.read import read_as

if TYPE_CHECKING:
    from tas_cli.reading.reading import Reading

TODAY = day("2026-11-23")
DEALS = 120
"""How many deals are drawn for each seed."""
NAMES = {"alder": "Ann Alder", "birch": "Bo Birch", "cedar": "Cy Cedar", "dogwood": "Di Dogwood"}
KEYS = [*NAMES]
NEAR = [*KEYS, "fir"]
DAYS = ["2026-06-01", "2026-10-20", "2026-11-10", "2026-11-23"]
WHO = [*KEYS, *NAMES.values(), "Kim Lee", "Nicole", "Ann Alder; birch", "cedar; Kim Lee"]
SPONSOR = {"develop": {"outcomes": {"key_sponsor_named": {"date": "2026-11-02"}}}}
SETTINGS: list[Data] = [
    {"stale_after": 10, "bands": {"inner_circle": 5, "structure": 4}, "team": {"Nicole": {}}},
    {"stale_after": 90, "bands": {"inner_circle": 4, "structure": 3}, "team": {"Nicole": {}}},
]
MEASURED: dict[str, list[Any]] = {
    "rank": [1, 2, 3, 4, 5],
    "influence": [1, 2, 3, 4, 5],
    "coverage": ["none", "none", "brief", "multiple", "in_depth"],
}
"""The fields that are never held against a deal where they are missing."""
FIELDS: dict[str, list[Any]] = {
    **MEASURED,
    "status": ["enemy", "non_supporter", "neutral", "supporter", "mentor"],
    "roles": [["user"], ["evaluator"], ["decision_maker", "approver"], ["approver"], ["sponsor"]],
    "reports_to": NEAR,
    "influences": [["alder"], ["birch", "fir"], ["cedar"]],
    "via": NEAR,
    "rivals": [{"x": "neutral"}, {"x": "enemy", "y": "neutral"}],
    "unidentified": ["yes", "no"],
    "last_met": DAYS,
    "left": ["2026-11-01", "2026-11-20", "2026-11-23", "2026-11-24"],
    "approach": [
        {"strategy": "leverage"},
        {"strategy": "motivate"},
        {"strategy": "neutralize"},
        {"what": "Visit a user"},
        {"due": "2026-12-04"},
    ],
}
RARE = {"reports_to", "influences", "via", "rivals", "unidentified", "left"}


def chance(seed: int) -> Random:
    """Return a source of chance that is the same on every run."""
    return Random(seed)  # noqa: S311 - nothing secret


def people(draw: Random) -> Data:
    """Draw some people, most of them with their name."""
    return {key: _person(draw, key) for key in draw.sample(KEYS, draw.randint(1, 4))}


def _person(draw: Random, key: str) -> Data:
    named = {"name": NAMES[key]} if draw.random() < 0.7 else {}
    drawn = {
        field: draw.choice(values)
        for field, values in FIELDS.items()
        if draw.random() < (0.3 if field in RARE else 0.7)
    }
    return {**named, **drawn}


def _cell(draw: Random) -> Data:
    evidence = [
        {"what": "So", **({"who": draw.choice(WHO)} if draw.random() < 0.9 else {})}
        for _ in range(draw.choice([0, 1, 1, 2]))
    ]
    return {"rating": draw.choice("++++-?"), **({"evidence": evidence} if evidence else {})}


def _ratings(draw: Random) -> Data:
    return {key: {"us": _cell(draw)} for key in NUMBERS if draw.random() < 0.7}


def deal(draw: Random, *, account: bool) -> Data:
    """Draw a deal; with `account`, it names one."""
    own = people(draw) if draw.random() < 0.9 else {}
    step = draw.choice([None, *STEPS, *STEPS[2:4]])
    process = {
        **({"step": step} if step else {}),
        **({"steps": SPONSOR} if draw.random() < 0.5 else {}),
    }
    return {
        "tas": 1,
        "name": "Cranes",
        "customer": "Harbour",
        **({"account": "harbour"} if account else {}),
        "status": draw.choice(["open"] * 9 + ["lost"]),
        "competitors": {"x": {"name": "X"}},
        **({"people": own} if own else {}),
        **({"process": process} if process else {}),
        "assessments": [
            {"date": each, "ratings": _ratings(draw)}
            for each in draw.sample(DAYS, draw.randint(1, 2))
        ],
    }


def drawn(seed: int) -> list[tuple[Data, Data | None]]:
    """Draw deals, some with an account."""
    draw = chance(seed)
    accounts = [
        {"tas": 1, "name": "Harbour", "people": people(draw)} if draw.random() < 0.3 else None
        for _ in range(DEALS)
    ]
    return [(deal(draw, account=each is not None), each) for each in accounts]


def found(cases: list[tuple[Data, Data | None]], own: Data) -> list[Found]:
    """Return what the program finds about people in some deals: codes and places."""
    task = Task(Settings.model_validate(json.loads(json.dumps(own), parse_int=str)), TODAY)
    contents = [
        Content(_bytes(deal), _bytes(account) if account else None) for deal, account in cases
    ]
    return [_codes(each.diagnostics) for each in examine_all(contents, task)]


def _bytes(data: Data) -> bytes:
    """Return data as JSON, which is YAML as well."""
    return json.dumps(data).encode()


def _codes(diagnostics: Any) -> Found:
    codes = sorted((each.code, each.path) for each in diagnostics)
    assert not [each for each in codes if each[0] < "TAS2"]
    return [each for each in codes if "TAS600" < each[0] < "TAS630"]


@pytest.mark.parametrize("seed", range(4))
def test_checks_of_people(seed: int) -> None:
    """Exactly what the oracle finds is found, at the same places."""
    cases, own = drawn(seed), SETTINGS[seed % 2]
    for (each, account), codes in zip(cases, found(cases, own), strict=True):
        assert codes == found_in_deal(each, account, TODAY, own), _bytes(each).decode()


def test_checks_of_accounts() -> None:
    """An account's own lines are judged by themselves."""
    for _, account in drawn(10):
        if account:
            reading: Reading[Any] = read_as(Account, _bytes(account), "harbour.yaml")
            assert _codes(examine_other(reading, TODAY)) == found_in_account(account)


@pytest.mark.parametrize("seed", range(20, 22))
def test_nothing_rests_on_what_is_missing(seed: int) -> None:
    """What is found stays true, whatever missing ranks, influences and contacts turn out to be."""
    cases, own, draw = drawn(seed), SETTINGS[seed % 2], chance(seed)
    before = found(cases, own)
    for each, account in cases:
        _fill(draw, each.get("people", {}), (account or {}).get("people", {}))
    for was, now in zip(before, found(cases, own), strict=True):
        assert {*was} <= {*now}


def _fill(draw: Random, *files: Data) -> None:
    for key in {**files[0], **files[1]}:
        entries = [file[key] for file in files if key in file]
        for field, values in MEASURED.items():
            if not any(field in each for each in entries) and draw.random() < 0.5:
                entries[0][field] = draw.choice(values)
