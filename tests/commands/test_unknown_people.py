"""A new owner who is not in the team is reported when written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from workspaces import HEAD, write

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Tas

TEAM = "tas: 1\nteam: {grace: {name: Grace Hall}, lee: {}}\n"
DEBRIEF = ["debrief", "a", "--by", "lee", "--confirm"]
CALLS = {
    "set": ["set", "a", "owner=gracee"],
    "new": ["new", "b", "--name", "n", "--customer", "c", "--owner", "gracee"],
    "debrief": [*DEBRIEF, "--action", "Call them | gracee"],
    "of-an-action-too": ["set", "agreed", "owner=gracee"],
}
KNOWN = {
    "set": ["set", "a", "owner=grace"],
    "debrief": [*DEBRIEF, "--action", "Call them | Grace Hall"],
    "set-by-name": ["set", "a", "owner=grace hall"],
    "unchanged": ["set", "old", "amount=5"],
}


@pytest.fixture
def team(tas: Tas, tmp_path: Path) -> Tas:
    """A workspace with a team, and a deal owned by somebody who has left it."""
    deals = {"opportunities/a.yaml": HEAD, "opportunities/old.yaml": f"{HEAD}owner: gone\n"}
    action = "{what: Call, owner: gracee}"
    agreed = f"{HEAD}debriefs: [{{date: 2026-11-20, actions: [{action}]}}]\n"
    deals |= {"opportunities/agreed.yaml": agreed}
    return tas.at(write(tmp_path, {"tas.yaml": TEAM, **deals}))


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
def test_an_unknown_person_is_reported(team: Tas, tmp_path: Path, call: list[str]) -> None:
    """The closest name is suggested on standard error, and the file is written all the same."""
    result = team(*call)
    assert result.status == 0, result.err
    assert "gracee is not on the team: did you mean `grace`?" in result.err
    name = call[1] + ".yaml"
    assert "owner: gracee" in (tmp_path / "opportunities" / name).read_text()


@pytest.mark.parametrize("call", KNOWN.values(), ids=KNOWN)
def test_known_people_are_not_reported(team: Tas, call: list[str]) -> None:
    """Team members and owners already in the file are not reported."""
    result = team(*call)
    assert (result.status, "not on the team" in result.err) == (0, False)


def test_without_a_team(tas: Tas, tmp_path: Path) -> None:
    """If tas.yaml has no team, anybody may own a deal."""
    write(tmp_path, {"opportunities/a.yaml": HEAD})
    assert tas.at(tmp_path)("set", "a", "owner=gracee").err == ""


@pytest.mark.parametrize(
    ("answers", "status", "message"),
    [
        (["--date", "2026-11-24"], 2, "future"),
        (["--date", "2026-11-23"], 1, "there is already a debrief on 2026-11-23"),
    ],
)
def test_a_debriefs_day(team: Tas, answers: list[str], status: int, message: str) -> None:
    """A debrief in the future, or a second one on one day, is refused."""
    assert team(*DEBRIEF).status == 0
    refused = team(*DEBRIEF, *answers)
    assert refused.status == status
    assert message in refused.err
