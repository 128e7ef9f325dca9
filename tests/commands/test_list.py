"""`tas list`: one line per deal."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from workspaces import HEAD, write

if TYPE_CHECKING:
    from cli import Tas
    from syrupy.assertion import SnapshotAssertion


def test_page(tas: Tas, page: SnapshotAssertion) -> None:
    """In a pipe the table is complete, whatever the width."""
    assert tas("list").out == page


def ids(tas: Tas, *options: str) -> list[str]:
    """Return the ids that a call lists, in order."""
    result = tas("list", "--format", "json", *options)
    assert result.status == 0
    return [entry["id"] for entry in result.json["opportunities"]]


def test_document(tas: Tas) -> None:
    """The document has a deal's figures, with amounts as text."""
    found = tas("list", "--format", "json").json
    deal = next(
        entry for entry in found["opportunities"] if entry["id"] == "national-manufacturing"
    )
    assert found["version"] == 1
    assert deal == {
        "id": "national-manufacturing",
        "file": "opportunities/national-manufacturing.yaml",
        "name": "Customer service solution",
        "customer": "National Manufacturing",
        "account": None,
        "external_id": "0065g00000NtMfG",
        "owner": "nicole",
        "amount": "3000000",
        "currency": "USD",
        "expected_close": "2027-03-31",
        "status": "open",
        "forecast": None,
        "next": None,
        "on_hold": None,
        "balance": [2, 1, 2, 3],
        "known": 80,
        "assessed": "2026-11-16",
        "recommended": "flanking",
        "variation": "alter_the_rules",
        "reachable": ["flanking"],
        "chosen": "flanking",
        "overdue": False,
        "outcomes": [
            "qualify.change_in_strategy",
            "qualify.burning_issue_identified",
            "qualify.first_contacts_named",
            "develop.key_sponsor_named",
            "develop.first_capabilities_embraced",
            "develop.investment_process_confirmed",
            "develop.buying_process_established",
            "develop.burning_issue_confirmed",
        ],
        "actions": 2,
        "overdue_actions": 0,
        "open_tactics": 7,
        "overdue_tactics": 0,
        "closed": None,
        "competitors": [{"id": "x-sys", "name": "X-Sys"}],
        "step": "solution",
        "claimed": "develop",
        "supported": "develop",
        "chosen_variation": "alter_the_rules",
        "chosen_since": "2026-11-16",
        "chosen_reason": "Make application know-how and worldwide support count for more than "
        "technology before the weights are set in January",
        "chosen_by": None,
    }


@pytest.fixture
def three(tas: Tas, tmp_path: Path) -> Tas:
    """Three deals that differ in every sort key."""
    write(
        tmp_path,
        {
            "opportunities/a.yaml": "tas: 1\nname: n\ncustomer: Zed\nowner: kim\namount: 100\n"
            "expected_close: 2027-01-01\n",
            "opportunities/sub/b.yaml": "tas: 1\nname: n\ncustomer: Ångström\nowner: lee\n"
            "amount: 2000.50\nexpected_close: 2026-01-01\nassessments:\n"
            "  - {date: 2026-01-02, ratings: {solution_fit: {us: '+'}}}\n",
            "opportunities/c.yml": "tas: 1\nname: n\ncustomer: Mid\nowner: kim\namount: 30\n"
            "status: lost\nassessments:\n"
            "  - {date: 2026-01-02, ratings: {solution_fit: {us: '-'},"
            " future_revenue: {us: '-'}}}\n",
        },
    )
    return tas.at(tmp_path)


@pytest.mark.parametrize(
    ("options", "order"),
    [
        ([], "bac"),
        (["--sort", "id"], "abc"),
        (["--sort", "id", "--reverse"], "cba"),
        (["--sort", "customer"], "cab"),
        (["--sort", "owner"], "acb"),
        (["--sort", "amount"], "bac"),
        (["--sort", "balance"], "bac"),
        (["--sort", "known"], "abc"),
        (["--owner", "KIM"], "ac"),
        (["--customer", "ång"], "b"),
        (["--status", "open"], "ba"),
        (["--status", "lost"], "c"),
        (["--strategy", "frontal"], ""),
        (["--close", "2026"], "b"),
        (["--close", "2026..2027Q1"], "ba"),
        (["--close", "none"], "c"),
        (["--step", "none"], "bac"),
        (["--step", "develop"], ""),
        (["--age", "325"], "bac"),
        (["--age", "326"], "a"),
        (["--gap"], ""),
        (["--where", "7=+"], "b"),
        (["--where", "solution fit=m"], "c"),
        (["--where", "7=u"], "a"),
        (["--where", "7=?,-"], "ac"),
        (["--where", "7!=+"], "ac"),
        (["--where", "us:7!=u", "--where", "17=u"], "b"),
        (["--owner", "kim", "--status", "lost"], "c"),
    ],
)
def test_sorting_and_filtering(three: Tas, options: list[str], order: str) -> None:
    """Options sort and filter the list."""
    assert "".join(ids(three, *options)) == order


def test_a_deal_past_its_close_date_is_overdue(three: Tas) -> None:
    """An open deal past its close date is marked."""
    found = three("list", "--format", "json").json["opportunities"]
    assert {entry["id"]: entry["overdue"] for entry in found} == {
        "a": False,
        "b": True,
        "c": False,
    }


def test_a_bad_file_hides_no_other(tas: Tas, tmp_path: Path) -> None:
    """A file with errors is left out and named; the rest is listed."""
    write(tmp_path, {"opportunities/good.yaml": HEAD, "opportunities/bad.yaml": "tas: 1\n"})
    result = tas.at(tmp_path)("list")
    assert result.status == 0
    assert "good" in result.out
    assert "opportunities/bad.yaml" in result.err


def test_an_empty_workspace_says_so(tas: Tas, tmp_path: Path) -> None:
    """A list of a workspace without deals says so, and how to start one."""
    (tmp_path / "opportunities").mkdir()
    assert tas.at(tmp_path)("list").out == "There are no deals yet. `tas new` starts one.\n"


def test_the_document_names_files_left_out(tas: Tas, tmp_path: Path) -> None:
    """A script learns which files cannot be used."""
    write(tmp_path, {"opportunities/good.yaml": HEAD, "opportunities/bad.yaml": "tas: 1\n"})
    assert tas.at(tmp_path)("list", "--format", "json").json["left_out"] == [
        "opportunities/bad.yaml"
    ]


FULL = (
    HEAD
    + """competitors: {x: {name: X}}
forecast: commit
next: {date: 2026-12-01, with: [A. Customer], what: Value review}
on_hold: {since: 2026-11-01, trigger: Funds}
assessments: [{date: 2026-11-02, ratings: {solution_fit: {us: "+", x: "-"}}}]
debriefs: [{date: 2026-11-02, actions: [{what: Call, due: 2026-11-10}]}]
process: {step: develop, steps: {qualify: {outcomes: {change_in_strategy: {date: 2026-11-01}}}}}
"""
)


def test_files_the_list_has_read_are_cached(tas: Tas, tmp_path: Path) -> None:
    """List and board share a deal's cached figures; today, which needs more, has its own."""

    def kept() -> dict[str, int]:
        found = Path(os.environ["TAS_CACHE_DIR"]).rglob("*.json")
        return {path.parent.name: path.stat().st_mtime_ns for path in found}

    write(tmp_path, {"opportunities/deal.yaml": FULL})
    assert ids(tas.at(tmp_path)) == ["deal"]
    before = kept()
    tas("board")
    assert (kept(), [*before]) == (before, ["board"])
    tas("today")
    before |= {"ahead": kept()["ahead"]}
    for command in ("board", "list", "today"):
        tas(command)
    assert kept() == before


COPY = HEAD + "owner: kim\namount: 100\n"


@pytest.mark.parametrize(
    ("files", "counted"),
    [
        (["d1.yaml", "d1 (1).yaml"], ["d1.yaml"]),
        (["d1.yaml", "d1.yml"], ["d1.yaml"]),
        (["d1.yml", "north/d1.yaml"], ["d1.yml"]),
        (["Copy of d1.yaml", "d1 (Kim's conflicted copy).yaml", "d1.yaml"], ["d1.yaml"]),
        (["d1 (1).yaml", "d1 (2).yaml"], ["d1 (1).yaml"]),
        (["d1.yaml", "d2.yaml"], ["d1.yaml", "d2.yaml"]),
    ],
)
def test_a_copy_does_not_count(
    tas: Tas, tmp_path: Path, files: list[str], counted: list[str]
) -> None:
    """Of copies made by a shared folder, list and board count one and name the others."""
    write(tmp_path, {f"opportunities/{name}": COPY for name in files})
    copies = sorted(f"opportunities/{name}" for name in {*files} - {*counted})
    listed = tas.at(tmp_path)("list", "--format", "json")
    board = tas("board", "--format", "json")
    assert [each["file"] for each in listed.json["opportunities"]] == [
        f"opportunities/{name}" for name in counted
    ]
    assert board.json["total"]["open"] == len(counted)
    for result in (listed, board):
        assert result.json["left_out"] == copies
        assert all(f"Skipped {name}: it is a copy of" in result.err for name in copies)


EARLIER = (
    HEAD
    + """owner: lee
amount: 300
status: won
closed: {date: 2026-11-10, reason: Price}
assessments:
  - {date: 2026-09-01, ratings: {solution_fit: {us: "-"}}}
  - {date: 2026-11-01, ratings: {solution_fit: {us: "+"}}}
debriefs:
  - {date: 2026-09-02, actions: [{what: Call, due: 2026-10-15, done: 2026-11-02}]}
  - {date: 2026-11-03, actions: [{what: Write}]}
history:
  - {date: 2026-11-04, field: owner, from: kim, to: lee}
  - {date: 2026-11-05, field: amount, from: 200, to: 300}
"""
)
LATER = HEAD + "assessments: [{date: 2026-11-01}]\n"


@pytest.fixture
def earlier(tas: Tas, tmp_path: Path) -> Tas:
    """Two of today's deals on an earlier date: one open with another owner, one not there yet."""
    write(tmp_path, {"opportunities/old.yaml": EARLIER, "opportunities/late.yaml": LATER})
    return tas.at(tmp_path).env(TAS_TODAY="2026-10-20")


def test_a_list_of_an_earlier_day(earlier: Tas) -> None:
    """The list shows what was known that day, and names the deals nobody knew of."""
    result = earlier("list", "--format", "json")
    (deal,) = result.json["opportunities"]
    assert (deal["id"], deal["status"], deal["owner"], deal["amount"]) == (
        "old",
        "open",
        "kim",
        "200",
    )
    assert deal["assessed"] == "2026-09-01"
    assert result.json["not_yet"] == ["opportunities/late.yaml"]
    assert "start after 2026-10-20: late." in result.err


def test_a_board_of_an_earlier_day(earlier: Tas) -> None:
    """The board does the same: one open deal with its amount, debrief and action of that day."""
    result = earlier("board", "--format", "json")
    (group,) = result.json["groups"]
    assert (group["key"], group["open"]) == ("kim", 1)
    assert group["money"][0]["amount"] == "200.00"
    assert group["actions"] == {"open": 1, "overdue": 1}
    assert result.json["not_yet"] == ["opportunities/late.yaml"]
    assert "start after 2026-10-20: late." in result.err


def test_actions_of_an_earlier_day(earlier: Tas) -> None:
    """An action closed since then was still open, and one agreed on since was not there."""
    for options in ([], ["--all"]):
        (action,) = earlier("actions", "--format", "json", *options).json["actions"]
        assert (action["what"], action["done"], action["owner"]) == ("Call", None, "kim")


OWNERS = {
    "tas.yaml": "tas: 1\nteam:\n  samuel: {name: Samuel Okafor, team: north}\n"
    "  kim: {name: Kim Arendt, team: South}\n  kim-b: {name: Kim Arendt}\n"
    "  new: {}\n  newer: {name: samuel}\n",
    "opportunities/a.yaml": HEAD + "owner: samuel\namount: 1\n"
    "debriefs: [{date: 2026-11-02, actions: [{what: Call}, {what: Write, owner: Zoë}]}]\n",
    "opportunities/b.yaml": HEAD + "owner: Samuel Okafor\namount: 2\n",
    "opportunities/c.yaml": HEAD + "owner: Ute\nstatus: lost\n",
}


@pytest.fixture
def owned(tas: Tas, tmp_path: Path) -> Tas:
    """Deals of one person by id and by name, one of an outsider, and an action of a third."""
    return tas.at(write(tmp_path, OWNERS))


@pytest.mark.parametrize("typed", ["samuel", "SAMUEL", "Samuel Okafor", "  samuel  okafor "])
def test_an_owner_answers_to_id_and_name(owned: Tas, typed: str) -> None:
    """Id and name both find a person's deals and actions, whichever the file has."""
    assert ids(owned, "--owner", typed) == ["a", "b"]
    board = owned("board", "--owner", typed, "--format", "json").json
    assert [(each["key"], each["open"]) for each in board["groups"]] == [("samuel", 2)]
    assert board["total"]["money"][0]["amount"] == "3.00"
    (action,) = owned("actions", "--owner", typed, "--format", "json").json["actions"]
    assert action["what"] == "Call"


def test_a_person_is_one_group(owned: Tas) -> None:
    """Deals of one person are one group, by whichever name the file has."""
    found = owned("list", "--group", "owner", "--format", "json").json["groups"]
    assert {each["name"]: each["deals"] for each in found} == {"samuel": ["a", "b"], "Ute": ["c"]}


def test_a_team_includes_owners_given_by_name(owned: Tas) -> None:
    """A deal whose owner is given by name counts in the team's figures, too."""
    assert owned("board", "--team", "NORTH", "--format", "json").json["total"]["open"] == 2


def test_a_known_owner_without_deals_is_accepted(owned: Tas) -> None:
    """Someone known from tas.yaml or from a closed deal is accepted, even without open deals."""
    for command in ("list", "board", "actions"):
        for typed in ("new", "ute"):
            assert owned(command, "--owner", typed).status == 0


@pytest.mark.parametrize("command", ["list", "board", "actions"])
@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("samule", "Did you mean samuel? Known owners: "),
        ("Samuel Okafer", "Did you mean samuel? Known owners: kim, kim-b, new, newer, samuel, Ute"),
        ("NOBODY", "there is no such owner"),
        ("", "there is no such owner"),
        ("Kim Arendt", "Use one of: kim, kim-b."),
    ],
)
def test_an_unknown_owner_is_a_wrong_call(
    owned: Tas, command: str, typed: str, message: str
) -> None:
    """An unknown owner is an error: the closest name and all owners are listed."""
    result = owned(command, "--owner", typed)
    assert (result.status, result.out) == (2, "")
    assert message in " ".join(result.err.split())


def test_an_unknown_team_is_a_wrong_call(owned: Tas) -> None:
    """The same goes for a team."""
    result = owned("board", "--team", "nort")
    assert result.status == 2
    assert "Did you mean north? Known teams: South, north." in result.err


KNOWN = (
    HEAD
    + """status: lost
closed: {date: 2026-11-10, reason: Their board said no}
competitors: {x: {name: Xylo}, z: {}}
strategy: {chosen: flanking, variation: alter_the_rules, since: 2026-11-01, reason: We know them}
process:
  step: develop
  steps: {qualify: {started: 2026-09-01, completed: 2026-10-01}}
"""
)
CHOICE = {
    "chosen_variation": "alter_the_rules",
    "chosen_since": "2026-11-01",
    "chosen_reason": "We know them",
    "chosen_by": None,
}
AROUND = {
    "closed": {"date": "2026-11-10", "reason": "Their board said no", "to": None},
    "competitors": [{"id": "x", "name": "Xylo"}, {"id": "z", "name": "z"}],
    "claimed": "qualify",
    "supported": None,
}


@pytest.mark.parametrize("command", ["list", "show", "strategy", "prep"])
def test_every_document_has_the_known_facts_of_a_deal(
    tas: Tas, tmp_path: Path, command: str
) -> None:
    """Every document has how a deal ended, against whom, how it was played and where it was."""
    write(tmp_path, {"opportunities/deal.yaml": KNOWN})
    deal = [] if command == "list" else ["deal"]
    found = tas.at(tmp_path)(command, *deal, "--format", "json").json
    found = found["opportunities"][0] if command == "list" else found
    assert found.items() >= AROUND.items()
    assert found["step"] == (None if command == "prep" else "develop")
    assert (found["strategy"] if command == "show" else found).items() >= CHOICE.items()
    assert found["status"] == "lost"


def test_a_check_of_an_earlier_day(earlier: Tas) -> None:
    """As of an earlier date, check sees an open deal, its owner then, and an overdue action."""
    team = {"tas.yaml": "tas: 1\nteam: {lee: {}}\n"}
    write(Path.cwd(), team)
    found = earlier("check", "opportunities/old.yaml", "--format", "json").json["diagnostics"]
    codes = {each["code"]: each["message"] for each in found}
    assert codes["TAS410"].startswith("this action item is 5 days overdue")
    assert codes["TAS508"] == "kim is not on the team"
    now = earlier.env(TAS_TODAY="2026-11-23")
    found = now("check", "opportunities/old.yaml", "--format", "json").json["diagnostics"]
    assert not {"TAS410", "TAS508"} & {each["code"] for each in found}
