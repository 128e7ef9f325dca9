"""The board's figures equal those of an independent plain program, to the cent."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import generated
import pytest
import recount

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Tas

TODAY = generated.TODAY
pytestmark = pytest.mark.no_cover  # hundreds of deals: the board's own cases cover it


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The generated workspace, in three currencies."""
    return generated.make(tmp_path_factory.mktemp("apart"))


@pytest.fixture(scope="module")
def rated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same workspace with rates."""
    return generated.make(tmp_path_factory.mktemp("rated"), rates=True)


@pytest.fixture(scope="module")
def deals(root: Path) -> dict[str, recount.Deal]:
    """The data of the files, as the other program reads them."""
    return recount.deals(root)


@pytest.fixture(scope="module")
def memory(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The cache of the calls in this module: each file is read once."""
    return str(tmp_path_factory.mktemp("memory"))


@pytest.fixture(autouse=True)
def _remembering(tas: Tas, memory: str) -> None:
    tas.env(TAS_CACHE_DIR=memory)


def board(tas: Tas, root: Path, *options: str) -> Any:
    """Return the board's document."""
    result = tas.at(root)("board", "--format", "json", *options)
    assert result.status == 0, result.err
    return result.json


def plain(figures: dict[str, Any]) -> dict[str, Any]:
    """Return a group's figures without its name."""
    return {key: value for key, value in figures.items() if key not in ("key", "name")}


def test_the_files_are_good(tas: Tas, root: Path) -> None:
    """Every generated file can be trusted, so that none is left out."""
    assert board(tas, root)["left_out"] == []


@pytest.mark.parametrize("by", ["owner", "step", "customer"])
def test_every_group(tas: Tas, root: Path, deals: dict[str, recount.Deal], by: str) -> None:
    """Each group's figures, and the total's, are exact."""
    found = board(tas, root, "--by", by)
    groups: dict[str | None, list[recount.Deal]] = {}
    for deal in deals.values():
        key = deal.get("process", {}).get("step") if by == "step" else deal.get(by)
        groups.setdefault(key, []).append(deal)
    assert plain(found["total"]) == recount.figures(list(deals.values()), TODAY, None)
    expected = {key: recount.figures(some, TODAY, None) for key, some in groups.items()}
    kept = {key: each for key, each in expected.items() if each["open"] or each["debriefs"]}
    assert {each["key"]: plain(each) for each in found["groups"]} == kept
    assert len(found["total"]["money"]) == 3


def test_rates_make_one_sum(tas: Tas, rated: Path, deals: dict[str, recount.Deal]) -> None:
    """With a rate for each currency all totals are in the settings' currency, rounded once."""
    found = board(tas, rated)
    assert found["converted"] is True
    expected = recount.figures(list(deals.values()), TODAY, generated.RATES)
    assert plain(found["total"]) == expected
    assert [each["currency"] for each in found["total"]["money"]] == ["USD"]


def test_a_team(tas: Tas, root: Path, deals: dict[str, recount.Deal]) -> None:
    """A team's board has its members' deals and no others."""
    found = board(tas, root, "--team", "North")
    members = generated.REPS[::2]
    some = [deal for deal in deals.values() if deal.get("owner") in members]
    assert plain(found["total"]) == recount.figures(some, TODAY, None)
    assert [each["key"] for each in found["groups"]] == members


def test_an_owner(tas: Tas, root: Path, deals: dict[str, recount.Deal]) -> None:
    """An owner's board is the owner's line of the whole board."""
    found = board(tas, root, "--owner", "REP03")
    some = [deal for deal in deals.values() if deal.get("owner") == "rep03"]
    assert plain(found["total"]) == recount.figures(some, TODAY, None)


@pytest.mark.parametrize("since", [None, "2026-11-22", "2026-11-17", "2026-10-24", "2026-06-01"])
def test_changes(tas: Tas, root: Path, deals: dict[str, recount.Deal], since: str | None) -> None:
    """Changes are the differences from the evening before the given date."""
    found = board(tas, root, *(["--since", since] if since else []))
    first = date.fromisoformat(since or "2026-11-16")
    assert found["since"] == str(first)
    changes = found["changes"]
    shown: dict[str, Any] = {
        "new": {each["id"]: None for each in changes["new"]},
        "closed": {each["id"]: each["status"] for each in changes["closed"]},
        "slipped": {each["id"]: (each["from"], each["to"]) for each in changes["slipped"]},
        "moved": {each["id"]: (each["from"], each["to"]) for each in changes["moved"]},
        "better": {each["id"]: each["criteria"] for each in changes["better"]},
        "worse": {each["id"]: each["criteria"] for each in changes["worse"]},
    }
    assert shown == recount.changes(deals, TODAY, first)
    assert all(shown.values())


@pytest.mark.parametrize("began", [None, "2026-08-01", "2026-09-20", "2026-11-23"])
def test_rollout(tas: Tas, root: Path, deals: dict[str, recount.Deal], began: str | None) -> None:
    """The rollout is exact on each past day of the calendar, and for each rep today."""
    options = ["--rollout", *(["--from", began] if began else [])]
    found = board(tas, root, *options)
    expected = recount.rollout(deals, TODAY, date.fromisoformat(began) if began else None)
    assert (found["from"], found["deals"]) == (expected["from"], expected["deals"])
    keys = ("entered", "graded", "reviewed", "debriefs")
    reached = {
        each["day"]: {key: each[key] for key in keys}
        for each in found["days"]
        if each["reached"] and not each["today"]
    }
    assert reached == expected["reached"]
    by_rep = {each["name"]: {key: each[key] for key in keys} for each in found["by_rep"]}
    assert by_rep == expected["by_rep"]


@pytest.mark.parametrize("began", [None, "2026-09-20", "2026-11-20"])
def test_what_each_rep_still_has_to_do(
    tas: Tas, root: Path, deals: dict[str, recount.Deal], began: str | None
) -> None:
    """The deals to enter, grade and review are the rep's open ones that are not yet so."""
    found = board(tas, root, "--rollout", *(["--from", began] if began else []))
    first = date.fromisoformat(found["from"])
    assert plain(found["total"]) == recount.figures(list(deals.values()), TODAY, None)
    for rep in found["by_rep"]:
        mine = {
            name: deal
            for name, deal in deals.items()
            if deal.get("owner") == rep["name"] and recount.is_open(deal)
        }
        entered = {name: bool(recount.signs(deal, TODAY)) for name, deal in mine.items()}
        graded = {name: recount.graded(deal, TODAY) for name, deal in mine.items()}
        assert rep["to_grade"] == [name for name in mine if entered[name] and not graded[name]]
        assert rep["to_review"] == [
            name
            for name, deal in mine.items()
            if not any(day >= str(first) for day in recount.updates(deal, TODAY))
        ]
        assert {*rep["to_enter"]} == {name for name in mine if not entered[name]}
        held = rep["debriefs"]
        assert rep["debriefs_owed"] == (max(0, 2 - held) if rep["name"] else 0)


def test_the_forecast_agrees_with_check(tas: Tas, root: Path) -> None:
    """The deals to take out of the forecast are those with these findings of `check`."""
    codes = ("TAS401", "TAS402", "TAS403", "TAS404")
    checked = tas.at(root)("check", "--format", "json").json["diagnostics"]
    expected = {
        (each["file"], each["code"], each["message"]) for each in checked if each["code"] in codes
    }
    found = board(tas, root)["forecast"]
    shown = {
        (each["file"], finding["code"], finding["message"])
        for each in found
        for finding in each["findings"]
    }
    assert shown == expected
    assert {code for _, code, _ in shown} == set(codes)


def test_a_cached_run_prints_the_same(tas: Tas, root: Path, tmp_path: Path) -> None:
    """A cached run prints the same bytes as the first run and as one without a cache."""
    tas.env(TAS_CACHE_DIR=str(tmp_path))
    calls = [tas.at(root)("board", "--format", "json", *more) for more in ([], [], ["--no-cache"])]
    assert len({call.out for call in calls}) == 1
    assert json.loads(calls[0].out)["total"]["open"]
