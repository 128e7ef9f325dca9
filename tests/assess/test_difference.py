"""What changed in a deal between two states, as `tas show --since` reports it."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from cli import ROOT
from workspaces import rated, write

from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.difference import Difference
from tas_cli.workspace import find, open_workspace, read

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Tas
    from syrupy.assertion import SnapshotAssertion

NATIONAL = "national-manufacturing"
SIGNED = "2026-11-10 | solution_fit: {us: {rating: '+', evidence: [{when: 2026-11-09, what: b}]}}"
DEAL = (
    rated("2026-01-10 | solution_fit: {us: '?', x: '-'} | access_to_funds: {us: '+'}", SIGNED)
    + """\
owner: nicole
amount: 200
process:
  step: develop
  steps:
    qualify:
      outcomes:
        burning_issue_identified: {date: 2026-11-12, evidence: [{when: 2026-11-12, what: c}]}
        first_contacts_named: {date: 2026-02-12, evidence: [{when: 2026-02-12, what: c}]}
notes:
  - {date: 2026-11-13, by: nicole, text: Prado is on leave}
  - {date: 2026-03-13, text: Old}
debriefs:
  - date: 2026-02-20
    actions: [{what: Call the CFO, owner: nicole, done: 2026-11-14}, {what: Old, done: 2026-03-01}]
  - date: 2026-11-15
    actions: [{what: Get the weights, due: 2026-12-01}]
history:
  - {date: 2026-11-16, field: amount, from: 100, to: 200}
  - {date: 2026-11-16, field: process.step, from: qualify, to: develop}
"""
)


def since(tas: Tas, folder: Path, day: str, *options: str) -> dict[str, Any]:
    """Return what changed in the deal since a day."""
    write(folder, {"opportunities/deal.yaml": DEAL})
    result = tas.at(folder)("show", "deal", "--since", day, "--format", "json", *options)
    assert result.status == 0, result.err
    found: dict[str, Any] = result.json["difference"]
    return found


def test_every_kind_of_change(tas: Tas, tmp_path: Path) -> None:
    """Ratings, fields, outcomes, evidence, action items, debriefs and notes are all found."""
    found = since(tas, tmp_path, "2026-11-01")
    assert found["since"] == "2026-11-01"
    assert found["ratings"] == [
        {"criterion": "solution_fit", "party": "us", "from": "?", "to": "+"}
    ]
    assert {each["field"]: (each["before"], each["after"]) for each in found["fields"]} == {
        "amount": ("100", "200"),
        "process.step": ("qualify", "develop"),
    }
    assert found["outcomes_met"] == [{"step": "qualify", "outcome": "burning_issue_identified"}]
    assert [each["what"] for each in found["evidence_added"]] == ["b"]
    assert [each["what"] for each in found["actions_agreed"]] == ["Get the weights"]
    assert [each["what"] for each in found["actions_done"]] == ["Call the CFO"]
    assert found["debriefs"] == ["2026-11-15"]
    assert [each["text"] for each in found["notes"]] == ["Prado is on leave"]
    assert (found["evidence_removed"], found["outcomes_unmet"], found["new"]) == ([], [], False)


@pytest.mark.parametrize(
    ("day", "ratings", "new"),
    [("2026-11-10", 1, False), ("2026-11-11", 0, False), ("2026-01-10", 3, True)],
)
def test_the_day_itself_counts(
    tas: Tas,
    tmp_path: Path,
    day: str,
    ratings: int,
    new: bool,  # noqa: FBT001 - a column
) -> None:
    """What is dated on the day is a change; a deal that began then is new."""
    found = since(tas, tmp_path, day)
    assert (len(found["ratings"]), found["new"]) == (ratings, new)


def test_nothing_changed(tas: Tas, tmp_path: Path) -> None:
    """A quiet time has no changes, and the page says so."""
    found = since(tas, tmp_path, "2026-05-01", "--at", "2026-06-01")
    lists = {key: value for key, value in found.items() if isinstance(value, list)}
    assert not any(lists.values())
    out = tas("show", "deal", "--since", "2026-05-01", "--at", "2026-06-01").out
    assert "Nothing changed." in out


def test_evidence_for_an_older_assessment_is_new(tas: Tas, tmp_path: Path) -> None:
    """Evidence counts from its own day, even if it was added to an earlier assessment."""
    cell = "{rating: '+', evidence: [{when: 2026-11-09, what: late}, {what: old}]}"
    write(
        tmp_path, {"opportunities/deal.yaml": rated(f"2026-01-10 | solution_fit: {{us: {cell}}}")}
    )
    call = ("show", "deal", "--since", "2026-11-01", "--format", "json")
    found = tas.at(tmp_path)(*call).json["difference"]
    assert [each["what"] for each in found["evidence_added"]] == ["late"]


def test_the_ratings_behind_another_strategy_are_named(tas: Tas) -> None:
    """Only a rating without which the result would be another one is a reason."""
    call = ("show", NATIONAL, "--since", "2026-10-01", "--format", "json")
    found = tas(*call).json["difference"]
    assert found["strategy"]["before"]["reachable"] == ["fragment", "develop"]
    assert found["strategy"]["after"]["reachable"] == ["flanking"]
    assert [each["criterion"] for each in found["because"]] == [
        "executive_credibility", "political_alignment",
    ]  # fmt: skip


def test_page(tas: Tas, page: SnapshotAssertion) -> None:
    """The page of what changed looks the way it did when last reviewed."""
    assert tas("show", NATIONAL, "--since", "2026-10-01").out == page


def test_a_day_after_the_last_is_a_wrong_call(tas: Tas) -> None:
    """Nothing can have changed since a day that is yet to come."""
    result = tas("show", NATIONAL, "--since", "2026-10-02", "--at", "2026-10-01")
    assert (result.status, result.out) == (2, "")
    assert "--since 2026-10-02 is after 2026-10-01" in result.err


DAYS = (date(2025, 6, 1), date(2026, 3, 1), date(2026, 9, 1), date(2026, 11, 23))


@pytest.mark.parametrize("name", [path.stem for path in sorted((ROOT / "opportunities").iterdir())])
def test_a_difference_and_its_opposite(name: str) -> None:
    """A state does not differ from itself, and what one way is added the other way is removed."""
    workspace = open_workspace(ROOT)
    opportunity = read(find(workspace, name), workspace).value
    assert opportunity is not None
    states = [DealOnDay.of(opportunity, workspace.settings, day) for day in DAYS]
    assert all(Difference(state, state).empty for state in states)
    for before, after in pairwise(states):
        there, back = Difference(before, after), Difference(after, before)
        assert (there.added, there.removed) == (back.removed, back.added)
        assert (there.met, there.unmet) == (back.unmet, back.met)
        turned = {(each.field, each.after, each.before) for each in back.fields}
        assert {tuple(each) for each in there.fields} == turned
        assert set(there.turning) <= set(there.ratings)
