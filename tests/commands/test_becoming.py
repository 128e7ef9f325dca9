"""Action items become tactics, and tactics action items: one edit, and nothing is listed twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import yaml
from changes import Deal
from workspaces import HEAD

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Tas

OWN = """\
owner: nicole
debriefs:
  - date: 2026-11-09
    by: lena
    actions:
      - {what: Ask Luis, owner: kim, due: 2026-11-20}   # he knows
actions:
  - date: 2026-11-16
    what: Call   # twice
  - {date: 2026-11-17, what: Was, done: 2026-11-18}
tactics:
  - {what: Show it, kind: prove, criteria: [10], owner: tomas, due: 2026-11-25}
  - {what: Did it, done: 2026-11-20}
challenges:
  - date: 2026-11-18
    by: lena
    role: spoiler
    points:
      - {what: "What if they wait?", recommendation: Ask Ruiz, answer: Never}
"""


@pytest.fixture
def deal(tas: Tas, tmp_path: Path) -> Deal:
    """A deal with tactics, and action items of a debrief, a challenge and its own."""
    return Deal(tas, tmp_path, HEAD + OWN)


def _record(deal: Deal, *path: str | int) -> Any:
    found = yaml.load(deal.text, Loader=yaml.BaseLoader)  # noqa: S506 - text
    for step in path:
        found = found[step]
    return found


BECOME = {
    "of-a-debrief": (
        "1",
        {"what": "Ask Luis", "owner": "kim", "due": "2026-11-20"},
        ("debriefs", 0, "actions", 0),
    ),
    "of-the-deal": ("2", {"what": "Call"}, ("actions", 0)),
    "of-a-challenge": ("4", {"what": "Ask Ruiz"}, ("challenges", 0, "points", 0)),
}


@pytest.mark.parametrize(("number", "tactic", "place"), BECOME.values(), ids=BECOME)
def test_an_action_item_becomes_a_tactic_and_back(
    deal: Deal, number: str, tactic: dict[str, str], place: tuple[str | int, ...]
) -> None:
    """It stays in its record, marked with the day, and is open again if the tactic goes back."""
    made = deal.tas("tactics", "a", "--from-action", number, "R", "criteria=4")
    assert made.status == 0, made.err
    assert f"Action item {number} is followed up as this tactic from now on." in made.out
    assert _record(deal, "tactics", 2) == {**tactic, "kind": "retrieve", "criteria": ["4"]}
    assert _record(deal, *place, "tactic") == "2026-11-23"
    back = deal.tas("actions", "a", "--from-tactic", "3", "due=2026-12-01")
    assert "Tactic 3 left the plan with its kind and criteria." in back.out
    assert len(_record(deal, "tactics")) == 2
    again = _record(deal, *place)
    assert (again["due"], "tactic" in again) == ("2026-12-01", False)
    for _ in range(2):
        assert deal.tas("undo").status == 0
    assert deal.untouched


def test_a_tactic_that_was_no_action_item_becomes_one_of_the_deal(deal: Deal) -> None:
    """Agreed on today, with its owner and date; one undo takes back both."""
    made = deal.tas("actions", "a", "--from-tactic", "1", "owner=kim", "--format", "json").json
    new = {"date": "2026-11-23", "what": "Show it", "owner": "kim", "due": "2026-11-25"}
    assert _record(deal, "actions", 2) == new
    assert [each["what"] for each in _record(deal, "tactics")] == ["Did it"]
    was = made["instead_of"]
    assert (was["noun"], was["key"], was["after"]) == ("tactics", "1", None)
    assert was["before"]["what"] == "Show it"
    deal.tas("undo")
    assert deal.untouched


def test_what_became_a_tactic_is_listed_once(deal: Deal) -> None:
    """As a tactic: on today's page, in what to prepare, on the sheet, in the lists."""
    for number in ("1", "2", "4"):
        deal.tas("tactics", "a", "--from-action", number)
    assert deal.tas("actions", "--format", "json").json["actions"] == []
    every = deal.tas("actions", "--all").out
    assert every.startswith("0 open action items, 0 overdue; 1 done")
    assert every.count("now a tactic") == 3
    today = deal.tas("today", "--owner", "nicole", "--format", "json").json
    assert [*today["due"], *today["later"], *today["waiting"]] == []
    assert [each["what"] for each in today["tactics_later"]] == ["Call", "Ask Ruiz"]
    for words in (("prep", "a"), ("debrief", "a", "--prepare"), ("plan", "a")):
        page = " ".join(deal.tas(*words).out.partition("Warnings from tas check")[0].split())
        assert page.count("Ask Luis") == 1, words
        assert "What if they wait?" not in page
    found = deal.tas("check", "--format", "json").json["diagnostics"]
    assert [each["code"] for each in found if each["code"] in ("TAS410", "TAS705")] == ["TAS705"]
    assert (
        "kim · due 2026-11-20 · a tactic since 2026-11-23" in deal.tas("debrief", "a", "--last").out
    )


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("tactics", "a", "--from-action", "3"), "action item 3 was done on 2026-11-18"),
        (("tactics", "a", "--from-action", "9"), "there is no action item '9'"),
        (("tactics", "a", "--from-action", ""), "which action item?"),
        (("tactics", "a", "1", "--from-action", "2"), "this makes a new tactic"),
        (("tactics", "a", "--from-action", "2", "--remove"), "makes none of another"),
        (("tactics", "a", "--from-action", "2", "people=no"), "people: 'no' is not in people"),
        (("actions", "a", "1", "tactic=today"), "a day alone makes no tactic"),
        (("actions", "a", "what=New", "tactic=today"), "a day alone makes no tactic"),
        (("actions", "a", "--from-tactic", "2"), "tactic 2 was done on 2026-11-20"),
        (("actions", "a", "--from-tactic", "3"), "there is no tactic '3'"),
        (("actions", "--from-tactic", "1"), "--from-tactic needs a deal"),
        (("actions", "done", "a", "1", "--from-tactic", "1"), "needs a deal"),
    ],
)
def test_what_cannot_become_the_other(deal: Deal, words: tuple[str, ...], says: str) -> None:
    """What is done, not there, or asked for together with something else."""
    made = deal.tas(*words)
    assert (made.status, made.out) == (2, "")
    assert says in made.err
    assert deal.untouched


def test_a_script_can_say_which_one_it_means(deal: Deal) -> None:
    """--expect is about the record that becomes the other."""
    wrong = deal.tas("tactics", "a", "--from-action", "1", "--expect", "Call")
    assert wrong.status == 1
    assert deal.untouched
    assert deal.tas("tactics", "a", "--from-action", "1", "--expect", "Ask Luis").status == 0


def test_what_became_a_tactic_is_not_done_as_an_action_item(deal: Deal) -> None:
    """It becomes one once, and clearing the day opens it again."""
    deal.tas("tactics", "a", "--from-action", "2")
    for words in (("actions", "done", "a", "2"), ("tactics", "a", "--from-action", "2")):
        refused = deal.tas(*words)
        assert refused.status == 2
        assert "action item 2 became a tactic on 2026-11-23" in refused.err
    assert deal.tas("actions", "a", "2", "tactic=").status == 0
    assert deal.tas("actions", "done", "a", "2").status == 0


def test_a_tactic_is_marked_done_as_an_action_item_is(deal: Deal) -> None:
    """`done ID N` is the same call for both, and marks it done today."""
    assert deal.tas("tactics", "done", "a", "1").status == 0
    assert "done" in _record(deal, "tactics", 0)
