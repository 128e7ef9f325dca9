"""`tas board`: what a manager is to ask about, on one screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from workspaces import HEAD, write

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Tas
    from syrupy.assertion import SnapshotAssertion

LATE = "expected_close: 2026-11-01\n"
DEBRIEFED = "debriefs: [{date: 2026-11-10}]\nassessments: [{date: 2026-11-10, ratings: {}}]\n"


@pytest.mark.parametrize(("columns", "lines"), [(80, 24), (120, 40)])
def test_first_screen(tas: Tas, page: SnapshotAssertion, columns: int, lines: int) -> None:
    """The board fits on a terminal with its prompt, however large that is."""
    out = tas.env(COLUMNS=str(columns), LINES=str(lines))("board").out
    assert out.count("\n") < lines
    assert out == page


def test_for_a_channel(tas: Tas, page: SnapshotAssertion) -> None:
    """As markdown, the board is short enough to be posted: five deals."""
    assert tas("board", "--format", "markdown").out == page


def asked(tas: Tas) -> list[Any]:
    """Return the deals to ask about."""
    found: list[Any] = tas("board", "--format", "json").json["asks"]
    return found


def test_the_largest_deal_at_risk_comes_first(tas: Tas, tmp_path: Path) -> None:
    """What makes the forecast wrong comes first, among that the largest amount, at the rates."""
    amounts = {"small": "10", "large": "3000", "foreign": "2000\ncurrency: EUR"}
    texts = {name: f"{HEAD}amount: {amount}\n{LATE}" for name, amount in amounts.items()}
    texts["calm"] = f"{HEAD}amount: 9000\n"
    files = {f"opportunities/{name}.yaml": text + DEBRIEFED for name, text in texts.items()}
    write(tmp_path, files | {"tas.yaml": "tas: 1\nrates: {EUR: 2}\n"})
    found = [each["id"] for each in asked(tas.at(tmp_path))]
    assert found == ["foreign", "large", "small"]


def test_what_is_true_of_many_is_said_once(tas: Tas, tmp_path: Path) -> None:
    """If more than half of the deals lack a debrief, one line says so, and whose they are."""
    owners = ("kim", "lee", "Kim", "kim", None)
    for number, owner in enumerate(owners):
        text = HEAD + (f"owner: {owner}\n" if owner else DEBRIEFED)
        write(tmp_path, {f"opportunities/d{number}.yaml": text})
    out = tas.at(tmp_path)("board").out
    assert "No debrief in 30 days: 4 of 5 deals (kim, lee)." in out
    assert "ever debriefed" not in out
    shared = tas("board", "--format", "json").json["shared"]
    assert {each["code"]: each["owners"] for each in shared}["debrief"] == ["kim", "lee"]


def test_what_is_true_of_few_is_said_of_each(tas: Tas, tmp_path: Path) -> None:
    """Three deals or fewer are named one by one."""
    for number in range(3):
        write(tmp_path, {f"opportunities/d{number}.yaml": f"{HEAD}{LATE}"})
    document = tas.at(tmp_path)("board", "--format", "json").json
    assert document["shared"] == []
    assert [len(each["matters"]) for each in document["asks"]] == [3, 3, 3]


@pytest.mark.parametrize(
    "text",
    [
        LATE + "debriefs: [{date: 2026-11-17}]\n",
        LATE + "on_hold: {since: 2026-11-02}\n",
        LATE + "status: lost\n",
    ],
)
def test_nothing_to_ask(tas: Tas, tmp_path: Path, text: str) -> None:
    """A deal debriefed this week, on hold or closed is not asked about."""
    write(tmp_path, {"opportunities/d.yaml": HEAD + text})
    assert asked(tas.at(tmp_path)) == []
    assert "Ask about" not in tas("board").out


def test_each_deal_has_its_question_and_command(tas: Tas, tmp_path: Path) -> None:
    """What matters most decides what to ask, and the command that shows more; it works."""
    write(tmp_path, {"opportunities/d.yaml": HEAD + DEBRIEFED + "process: {step: develop}\n"})
    (deal,) = asked(tas.at(tmp_path))
    assert deal["matters"][0]["code"] == "claimed"
    assert deal["question"] == "What has the buyer done that shows it?"
    assert deal["command"] == "tas debrief d"


def test_the_rest_is_behind_one_command(tas: Tas, tmp_path: Path) -> None:
    """What does not fit is counted, and --full shows it."""
    for number in range(12):
        write(tmp_path, {f"opportunities/d{number:02}.yaml": f"{HEAD}{LATE}{DEBRIEFED}"})
    out = tas.at(tmp_path)("board").out
    shown = out.count("Was due to close")
    assert f"{12 - shown} more deals to ask about: tas board --full" in out
    assert tas("board", "--full").out.count("Was due to close") == 12
