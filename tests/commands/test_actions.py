"""`tas actions`: list and close the action items of debriefs."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import pytest
from board_files import FILES
from rich.cells import cell_len
from workspaces import HEAD, write

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Tas
    from syrupy.assertion import SnapshotAssertion

MORE = """\
debriefs:
  # the newer one comes first
  - date: 2026-11-02
    by: ann
    actions:
      - {what: Third, due: 2026-11-22}
      - {what: Fourth, due: 2026-11-10, done: 2026-11-09}   # well done
  - date: 2026-10-02
    actions:
      - what: First   # kept
        owner: lee
      - what: Second
        due: 2026-11-23
"""


@pytest.fixture
def small(tas: Tas, tmp_path: Path) -> Tas:
    """The board's deals, plus one with actions of its own and a lost one."""
    lost = HEAD + "status: lost\ndebriefs: [{date: 2026-11-02, actions: [{what: Too late}]}]\n"
    more = {"opportunities/more.yaml": HEAD + "owner: kim\n" + MORE}
    return tas.at(write(tmp_path, FILES | more | {"opportunities/lost.yaml": lost}))


def listed(tas: Tas, *options: str) -> list[tuple[str, int]]:
    """Return the listed deals and action numbers, in order."""
    result = tas("actions", "--format", "json", *options)
    assert result.status == 0, result.err
    return [(each["id"], each["number"]) for each in result.json["actions"]]


def test_page(small: Tas, page: SnapshotAssertion) -> None:
    """Each action takes one line within 80 columns, overdue ones first."""
    out = small("actions").out
    assert max(map(cell_len, out.splitlines())) <= 80
    assert out == page


def test_markdown(small: Tas, page: SnapshotAssertion) -> None:
    """The list can be posted to a channel."""
    assert small("actions", "--format", "markdown").out == page


def test_document(small: Tas) -> None:
    """The document gives each action's owner, due date and days overdue."""
    first, *_ = small("actions", "--format", "json").json["actions"]
    assert first == {
        "id": "harbour",
        "file": "opportunities/harbour.yaml",
        "number": 1,
        "name": "Cranes",
        "customer": "Harbour Authority",
        "status": "open",
        "what": "Meet the director",
        "owner": "kim",
        "due": "2026-10-20",
        "done": None,
        "agreed": "2026-10-12",
        "tactic": None,
        "answer": None,
        "overdue": True,
        "days": 34,
    }


def test_order_and_numbers(small: Tas) -> None:
    """Overdue actions come first, then by due date; numbering follows the debriefs' dates."""
    open_ones = [("harbour", 1), ("more", 3), ("more", 2), ("harbour", 2), ("mill", 1), ("more", 1)]
    assert listed(small) == open_ones
    everything = [*open_ones[:4], ("lost", 1), *open_ones[4:], ("more", 4)]
    assert listed(small, "--all") == everything


def test_due_today_is_not_overdue(small: Tas) -> None:
    """An action is overdue from the day after its due date."""
    found = small("actions", "--format", "json").json["actions"]
    assert {each["number"]: each["overdue"] for each in found if each["id"] == "more"} == {
        1: False,
        2: False,
        3: True,
    }


def test_an_owner(small: Tas) -> None:
    """An action without an owner belongs to the deal's owner."""
    assert listed(small, "--owner", "LEE") == [("mill", 1), ("more", 1)]
    assert listed(small, "--owner", "kim") == [
        ("harbour", 1),
        ("more", 3),
        ("more", 2),
        ("harbour", 2),
    ]


def test_no_open_actions(tas: Tas, tmp_path: Path) -> None:
    """An empty list says that nothing is open."""
    tas.at(write(tmp_path, {"opportunities/a.yaml": HEAD}))
    assert tas("actions").out == "No open action items.\n"
    assert "No open action items" in tas("actions", "--format", "markdown").out


def test_a_bad_file_is_named(small: Tas, tmp_path: Path) -> None:
    """A file with errors does not hide the others."""
    write(tmp_path, {"opportunities/bad.yaml": "tas: 1\n"})
    assert "1 file left out (see `tas check`): opportunities/bad.yaml" in small("actions").out
    assert "1 file left out" in small("actions", "--format", "markdown").out


def test_done(small: Tas, tmp_path: Path) -> None:
    """Closing an action writes the date and changes nothing else."""
    path = tmp_path / "opportunities/more.yaml"
    before = path.read_text()
    result = small("actions", "done", "more", "1", "--date", "2026-11-20")
    assert result.status == 0, result.err
    assert "more: action item 1 done on 2026-11-20: First" in result.out
    added = "        owner: lee\n        done: 2026-11-20\n"
    assert path.read_text() == before.replace("        owner: lee\n", added)
    assert ("more", 1) not in listed(small)


def test_done_in_braces(small: Tas, tmp_path: Path) -> None:
    """A one-line action stays on one line; the date defaults to today."""
    path = tmp_path / "opportunities/more.yaml"
    before = path.read_text()
    small("actions", "done", "more", "3")
    assert path.read_text() == before.replace(
        "{what: Third, due: 2026-11-22}", "{what: Third, due: 2026-11-22, done: 2026-11-23}"
    )


def test_done_on_the_day_itself(small: Tas) -> None:
    """An action can be done on the day it was agreed on, but not earlier."""
    assert small("actions", "done", "more", "1", "--date", "2026-10-02").status == 0
    assert small("actions", "done", "more", "2", "--date", "2026-10-01").status == 2


def test_done_twice(small: Tas) -> None:
    """Closing twice with one date changes nothing; another date is refused, so no entry is lost."""
    small("actions", "done", "more", "1")
    again = small("actions", "done", "more", "1")
    assert (again.status, "Nothing to change" in again.out) == (0, True)
    other = small("actions", "done", "more", "1", "--date", "2026-11-20")
    assert (other.status, "was already done on 2026-11-23" in other.err) == (1, True)


def test_numbers_stay(small: Tas, tmp_path: Path) -> None:
    """A later debrief does not renumber earlier actions, wherever it is in the file."""
    path = tmp_path / "opportunities/more.yaml"
    newest = "debriefs:\n  - {date: 2026-11-20, actions: [{what: Fifth}]}\n"
    path.write_text(path.read_text().replace("debriefs:\n", newest))
    found = small("actions", "--all", "--format", "json").json["actions"]
    named = {each["number"]: each["what"] for each in found if each["id"] == "more"}
    assert named == {1: "First", 2: "Second", 3: "Third", 4: "Fourth", 5: "Fifth"}


def test_dry_run(small: Tas, tmp_path: Path) -> None:
    """--dry-run shows the change without making it."""
    path = tmp_path / "opportunities/more.yaml"
    before = path.read_bytes()
    result = small("actions", "done", "more", "2", "--dry-run")
    assert "+        done: 2026-11-23" in result.out
    assert path.read_bytes() == before


def test_done_as_json(small: Tas) -> None:
    """The document of a closed action has its state before and after."""
    found: Any = small("actions", "done", "more", "2", "--format", "json").json
    assert found["fields"] == [{"field": "action 2", "before": None, "after": "2026-11-23"}]
    assert (found["id"], found["changed"]) == ("more", True)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["done"], "ID N"),
        (["add"], "what was agreed?"),
        (["add", "more"], "what was agreed?"),
        (["add", "nobody", "Call"], "no deal named nobody"),
        (["done", "more"], "ID N"),
        (["finish", "more", "1"], "no deal named finish"),
        (["done", "more", "1", "--remove"], "need an action"),
        (["more", "1", "what=Call", "--date", "2026-11-01"], "an action item to close"),
        (["more", "1", "date=2026-11-03"], "the debrief of 2026-10-02"),
        (["more", "9", "what=Call"], "To add one"),
        (["more", "1", "done=2026-09-01"], "agreed on 2026-10-02"),
        (["done", "more", "x"], "is not the number"),
        (["done", "more", "1" * 5000], "is not the number"),
        (["done", "more", "9"], "4 action items"),
        (["done", "orchard", "1"], "This deal has none."),
        (["done", "nobody", "1"], "no deal named nobody"),
        (["done", "more", "1", "--date", "2026-09-01"], "agreed on 2026-10-02"),
        (["done", "more", "1", "--date", "2026-12-01"], "2026-12-01"),
        (["done", "more", "1", "--owner", "kim"], "the list"),
        (["done", "more", "1", "--format", "markdown"], "the list"),
        (["--date", "2026-11-01"], "needs an action"),
        (["--dry-run"], "need an action"),
    ],
)
def test_wrong_calls(small: Tas, arguments: list[str], message: str) -> None:
    """An invalid call is refused with the right way to write it."""
    result = small("actions", *arguments)
    assert (result.status, result.out) == (2, "")
    assert message in result.err


def test_hostile_words(tas: Tas, tmp_path: Path) -> None:
    """An action's text cannot inject escape sequences or markup, or break a table."""
    text = (
        r'debriefs: [{date: 2026-11-02, actions: [{what: "\e[1m*x* | <b> @a", owner: "##[x]|"}]}]'
    )
    tas.at(write(tmp_path, {"opportunities/a.yaml": HEAD + text + "\n"}))
    markdown = tas("actions", "--format", "markdown").out
    for out in (markdown, tas("actions").out, tas("actions", "--format", "json").out):
        assert "\x1b" not in out
        assert "##[x]" not in out
    assert r"\*x\* \| \<b\> @" in markdown
    assert "@a" not in markdown


def test_wide_names_are_cut_on_a_terminal_alone(
    tas: Tas, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a terminal, long names leave room for the action itself."""
    name = "a-deal-with-a-very-long-name-indeed"
    text = "debriefs: [{date: 2026-11-02, actions: [{what: Call, owner: Wilhelmina Ypsilanti}]}]\n"
    tas.at(write(tmp_path, {f"opportunities/{name}.yaml": HEAD + text}))
    assert f"{name} 1 Wilhelmina Ypsilanti no date" in tas("actions").out
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    out = tas.env(NO_COLOR="1")("actions").out
    assert "a-deal-with-a-very-lo… 1 Wilhelmin… no date" in out
