"""`tas actions ID`: a deal's action items, those of debriefs and its own, listed and changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from changes import Deal
from workspaces import HEAD, write

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Tas

OWN = """\
owner: nicole
debriefs:
  - date: 2026-11-09
    by: lena
    actions:
      - {what: Ask Luis, owner: nicole, due: 2026-11-16}   # he knows
actions:
  - date: 2026-11-16
    what: Call   # twice
  - {date: 2026-11-02, what: Send the list, owner: kim, due: 2026-11-20}
"""


@pytest.fixture
def deal(tas: Tas, tmp_path: Path) -> Deal:
    """A deal with action items of a debrief and of its own, in no order."""
    return Deal(tas, tmp_path, HEAD + OWN)


def _numbers(deal: Deal) -> list[str]:
    listed = deal.tas("actions", "a", "--format", "json").json["actions"]
    return [f"{each['key']} {each['date']} {each['what']}" for each in listed]


def test_numbers_run_over_debriefs_and_own_items_by_date(deal: Deal) -> None:
    """An action item has the same number in a deal's list, in everybody's, and on the sheet."""
    assert _numbers(deal) == [
        "1 2026-11-02 Send the list",
        "2 2026-11-09 Ask Luis",
        "3 2026-11-16 Call",
    ]
    everybody = deal.tas("actions", "--format", "json").json["actions"]
    assert {each["number"]: each["what"] for each in everybody} == {
        1: "Send the list", 2: "Ask Luis", 3: "Call",
    }  # fmt: skip
    sheet = deal.tas("debrief", "a", "--prepare", "--format", "json").json
    assert [each["number"] for each in sheet["open_actions"]] == [1, 2, 3]
    assert sheet["open_actions"][0] == {
        "number": 1, "agreed": "2026-11-02", "what": "Send the list", "owner": "kim",
        "due": "2026-11-20", "done": None, "tactic": None, "overdue": True,
    }  # fmt: skip
    prepared = deal.tas("prep", "a", "--format", "json").json["actions"]
    assert {each["number"] for each in prepared} == {1, 2, 3}


CHANGES = {
    "added": (["what=Send the data sheet", "due=fri"], [
        "+   - {date: 2026-11-23, what: Send the data sheet, due: 2026-11-27}",
    ]),
    "added-in-words": (["Send the data sheet"], [
        "+   - {date: 2026-11-23, what: Send the data sheet}",
    ]),
    "added-as-promised": (["Kim to book flights by fri"], [
        "+   - {date: 2026-11-23, what: book flights, owner: Kim, due: 2026-11-27}",
    ]),
    "added-for-us": (["we will send it by fri"], [
        "+   - {date: 2026-11-23, what: send it, owner: nicole, due: 2026-11-27}",
    ]),
    "added-with-a-date": (["Send the data sheet by fri", "owner=lee"], [
        "+   - {date: 2026-11-23, what: Send the data sheet, owner: lee, due: 2026-11-27}",
    ]),
    "own-item": (["1", "due=", "owner=lee"], [
        "-   - {date: 2026-11-02, what: Send the list, owner: kim, due: 2026-11-20}",
        "+   - {date: 2026-11-02, what: Send the list, owner: lee}",
    ]),
    "item-of-a-debrief": (["2", "done=2026-11-20"], [
        "-       - {what: Ask Luis, owner: nicole, due: 2026-11-16}   # he knows",
        "+       - {what: Ask Luis, owner: nicole, due: 2026-11-16, done: 2026-11-20}   # he knows",
    ]),
    "removed": (["1", "--remove"], [
        "-   - {date: 2026-11-02, what: Send the list, owner: kim, due: 2026-11-20}",
    ]),
}  # fmt: skip


@pytest.mark.parametrize(("words", "changes"), CHANGES.values(), ids=CHANGES)
def test_an_item_is_added_changed_or_removed_where_it_is(
    deal: Deal, words: list[str], changes: list[str]
) -> None:
    """A new item is the deal's own and from today; others change in their place."""
    result = deal.tas("actions", "a", *words)
    assert result.status == 0, result.err
    assert deal.changes() == changes


@pytest.mark.parametrize("name", ["added", "added-as-promised", "added-with-a-date"])
def test_add_says_it_in_words(deal: Deal, name: str) -> None:
    """`add ID` does what the same words after the deal do."""
    words, changes = CHANGES[name]
    typed = [part for word in words for part in (word.split() if "=" not in word else [word])]
    assert deal.tas("actions", "add", "a", *typed).status == 0
    assert deal.changes() == changes


def test_an_added_item_has_the_number_of_its_date(deal: Deal) -> None:
    """What is reported as added is the item with the number it got."""
    added = deal.tas("actions", "a", "Call Ruiz", "date=2026-11-05", "--format", "json").json
    assert (added["key"], added["after"]["what"]) == ("2", "Call Ruiz")
    assert _numbers(deal)[1] == "2 2026-11-05 Call Ruiz"


def test_own_items_are_closed_and_checked_like_those_of_debriefs(deal: Deal) -> None:
    """`done`, the check for overdue ones and the one for their owners see both kinds."""
    write(deal.path.parent.parent, {"tas.yaml": "tas: 1\nteam: {nicole: {}, lena: {}}\n"})
    found = deal.tas("check", "--format", "json").json["diagnostics"]
    assert [(each["code"], each["path"][-3:]) for each in found if each["code"] > "TAS409"][:3] == [
        ("TAS410", ["actions", 0, "due"]),
        ("TAS422", ["actions", 1, "owner"]),
        ("TAS410", ["actions", 1, "due"]),
    ]
    assert deal.tas("actions", "done", "a", "1").status == 0
    assert "done: 2026-11-23" in deal.changes()[-1]
    assert "Send the list" not in deal.tas("actions").out


def test_a_debrief_closes_an_own_item_too(deal: Deal, tmp_path: Path) -> None:
    """The next debrief asks about the deal's own items, and marks those done that are done."""
    answers = '{"by": "lena", "step": "confirmed", "done": [1, 3]}'
    write(tmp_path, {"answers.json": answers})
    held = deal.tas("debrief", "a", "--answers", "answers.json", "--format", "json")
    assert held.status == 0, held.err
    assert held.json["done"] == [1, 3]
    done = [line for line in deal.changes() if "done: 2026-11-23" in line]
    assert [("Send the list" in line, "what" in line) for line in done] == [
        (False, False),
        (True, True),
    ]
