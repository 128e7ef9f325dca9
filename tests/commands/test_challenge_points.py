"""Points that a challenge raised are action items of the deal, with an answer of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from changes import Deal
from workspaces import HEAD

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Tas

POINTS = """\
owner: nicole
challenges:
  - date: 2026-11-20
    by: lena
    role: spoiler
    points:
      - {what: "What if the state delays the penalties?", due: 2026-11-21}   # likely
"""
OWN = """\
actions:
  - {date: 2026-11-21, what: Call}
"""


@pytest.fixture
def deal(tas: Tas, tmp_path: Path) -> Deal:
    """A deal with a point and an action item of its own."""
    return Deal(tas, tmp_path, HEAD + POINTS + OWN)


def test_a_point_is_listed_with_the_action_items_and_due_on_the_rep_s_day(deal: Deal) -> None:
    listed = deal.tas("actions", "--format", "json").json["actions"]
    assert [(each["number"], each["what"][:10], each["overdue"]) for each in listed] == [
        (1, "What if th", True),
        (2, "Call", False),
    ]
    assert "What if the state delays" in deal.tas("today").out


def test_an_overdue_point_is_reported_though_the_deal_has_no_other_action_items(
    tas: Tas, tmp_path: Path
) -> None:
    alone = Deal(tas, tmp_path, HEAD + POINTS)
    [found] = [
        each
        for each in alone.tas("check", "--format", "json").json["diagnostics"]
        if each["code"] == "TAS410"
    ]
    assert found["path"] == ["challenges", 0, "points", 0, "due"]


def test_the_log_names_who_challenged(deal: Deal) -> None:
    [day] = [
        each
        for each in deal.tas("log", "a", "--format", "json").json["days"]
        if each["date"] == "2026-11-20"
    ]
    assert "lena" in str(day)


def test_an_answer_is_written_to_the_point_and_the_rest_stays(deal: Deal) -> None:
    made = deal.tas("actions", "a", "1", "answer=They cannot before May", "owner=nicole")
    listed = deal.tas("actions", "a")
    assert all(each in listed.out for each in ("Answer", "They cannot"))
    assert "Answer: They" in " ".join(deal.tas("actions").out.split())
    [first, *_] = deal.tas("actions", "--format", "json").json["actions"]
    assert first["answer"] == "They cannot before May"
    assert made.status == 0, made.err
    old = '      - {what: "What if the state delays the penalties?", due: 2026-11-21}   # likely'
    new = old.replace("due", "owner: nicole, due").replace("}", ", answer: They cannot before May}")
    assert deal.changes() == [f"- {old}", f"+ {new}"]


def test_a_point_is_closed_like_any_action_item(deal: Deal) -> None:
    assert deal.tas("actions", "done", "a", "1").status == 0
    assert [each["what"] for each in deal.tas("actions", "--format", "json").json["actions"]] == [
        "Call"
    ]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("2", "answer=Yes"), "only a point of a challenge has a recommendation or an answer"),
        (("1", "date=2026-11-22"), "agreed on in the challenge of 2026-11-20"),
    ],
)
def test_only_a_point_has_an_answer_and_its_day_is_that_of_the_challenge(
    deal: Deal, words: tuple[str, ...], says: str
) -> None:
    refused = deal.tas("actions", "a", *words)
    assert refused.status == 2
    assert says in refused.err
