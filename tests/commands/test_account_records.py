"""What an account knows of its customer is entered, listed, completed, checked and taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli import Tas
from workspaces import write

from tas_cli.nouns import account, stored

ACCOUNT = """\
tas: 1
name: Harbor Ltd
people: {ruiz: {name: Elena Ruiz, title: COO}}
swot: {strengths: [{what: Berths}], threats: [{what: Rail}]}
"""
DEAL = "tas: 1\nname: Cranes\ncustomer: Harbor Ltd\naccount: harbor\n"
FILES = {
    "tas.yaml": "tas: 1\n",
    "opportunities/cranes.yaml": DEAL,
    "opportunities/alone.yaml": "tas: 1\nname: Alone\ncustomer: Other\n",
    "accounts/harbor.yaml": ACCOUNT,
}


@pytest.fixture
def path(tas: Tas, tmp_path: Path) -> Path:
    """An account with a person, one deal in it and one in none; return the account's file."""
    write(tmp_path, FILES)
    tas.at(tmp_path).env(TAS_TODAY="2026-11-30")
    return tmp_path / "accounts/harbor.yaml"


def test_a_deal_stands_for_its_account(tas: Tas, path: Path) -> None:
    """What only accounts have is found by the short name of a deal, too, and taken back."""
    done = tas("priorities", "cranes", "Fewer penalties", "executive=ruiz")
    assert done.status == 0, done.err
    assert "Fewer penalties" in path.read_text(encoding="utf-8")
    assert "harbor: 1 priority" in tas("priorities", "cranes").out
    tas("undo")
    assert path.read_text(encoding="utf-8") == ACCOUNT


@pytest.mark.usefixtures("path")
def test_a_deal_without_an_account_says_how_to_get_one(tas: Tas) -> None:
    """A name that is neither is refused with how to start an account."""
    assert "tas account ACCOUNT --share alone" in tas("needs", "alone").err
    assert "tas account nobody name=" in tas("needs", "nobody").err


LOOKS = {
    "a deal that may come": (
        ("potential-deals", "harbor", "New yard", "when=31 Mar"),
        "2027-03-31",
    ),
    "a condition met": (
        ("conditions", "harbor", "Fixed price", "side=ours", "met=today"),
        "2026-11-30",
    ),
    "a self-check": (("alignment", "harbor", "date=fri", "connected=2"), "2026-11-27"),
}


@pytest.mark.parametrize(("words", "day"), LOOKS.values(), ids=LOOKS)
def test_days_look_where_their_field_does(
    tas: Tas, path: Path, words: tuple[str, ...], day: str
) -> None:
    """A deal that may come is ahead; what has happened is behind."""
    done = tas(*words)
    assert done.status == 0, done.err
    assert day in path.read_text(encoding="utf-8")


FOUND = {
    "nobody is responsible": (
        "priorities: [{what: Fewer penalties, executive: prado, means_for_us: Room}]\n",
        ("TAS601", ["priorities", 0, "executive"], "tas priorities harbor 1 executive="),
    ),
    "a need of nobody": (
        "needs: [{topic: Uptime, people: [ruiz, prado]}]\n",
        ("TAS601", ["needs", 0, "people"], "tas needs harbor 1 people=-prado"),
    ),
    "checked tomorrow": (
        "alignment: [{date: 2026-12-01, connected: 2}]\n",
        ("TAS530", ["alignment", 0, "date"], "tas alignment harbor 1 date=YYYY-MM-DD"),
    ),
    "met tomorrow": (
        "conditions: [{side: ours, what: Price, met: 2026-12-01}]\n",
        ("TAS530", ["conditions", 0, "met"], "tas conditions harbor 1 met=YYYY-MM-DD"),
    ),
    "nobody answers for it": (
        "priorities: [{what: Fewer penalties, means_for_us: Room}]\n",
        ("TAS820", ["priorities", 0], "tas priorities harbor 1 executive="),
    ),
    "it means nothing yet": (
        "priorities: [{what: Fewer penalties, executive: ruiz, their_action: More staff}]\n",
        ("TAS820", ["priorities", 0], "tas priorities harbor 1 means_for_them="),
    ),
    "twice": (
        "conditions: [{side: ours, what: A}, {side: theirs, what: A}, {side: ours, what: A}]\n",
        ("TAS531", ["conditions", 2], "tas conditions harbor 3 --remove"),
    ),
}


@pytest.mark.parametrize(("text", "expected"), FOUND.values(), ids=FOUND)
def test_records_of_accounts_are_checked_as_those_of_deals(
    tas: Tas, path: Path, text: str, expected: tuple[str, list[str | int], str]
) -> None:
    """The same checks, with the command for the account."""
    path.write_text(ACCOUNT + text, encoding="utf-8")
    found = tas("check", "accounts", "--format", "json").json["diagnostics"]
    (only,) = [each for each in found if each["code"] in ("TAS601", "TAS530", "TAS531", "TAS820")]
    assert (only["code"], only["path"]) == expected[:2]
    assert expected[2] in only["help"]


def test_the_same_words_in_two_parts_of_a_swot_are_two_entries(tas: Tas, path: Path) -> None:
    """Only in one part are they a repetition; the hint names the part."""
    text = ACCOUNT.replace("{what: Berths}", "{what: Rail}, {what: Rail}")
    path.write_text(text, encoding="utf-8")
    found = tas("check", "accounts", "--format", "json").json["diagnostics"]
    (only,) = [each for each in found if each["code"] == "TAS531"]
    assert "tas swot harbor strengths 2 --remove" in only["help"]


@pytest.mark.usefixtures("path")
@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("tas swot har", {"harbor"}),
        ("tas swot harbor o", {"opportunities"}),
        ("tas priorities harbor exec", {"executive="}),
        ("tas priorities cranes executive=", {"executive=ruiz"}),
        ("tas conditions harbor side=", {"side=ours", "side=theirs"}),
        ("tas people harbor ru", {"ruiz"}),
        ("tas actions ", {"harbor", "cranes", "done"}),
        ("tas actions harbor ow", {"owner="}),
    ],
)
def test_records_of_accounts_are_completed(tas: Tas, line: str, expected: set[str]) -> None:
    """Accounts, fields and people of the account, by its own name or a deal's."""
    assert expected <= tas.offered(line)


def test_actions_are_entered_and_closed_as_those_of_deals(tas: Tas, path: Path) -> None:
    """Each is named by what it is for; a sentence has its owner and its date."""
    tas("priorities", "harbor", "Fewer penalties")
    added = tas("actions", "add", "harbor", "priority", "1", "Elena Ruiz to send figures by fri")
    assert added.status == 0, added.err
    tas("actions", "harbor", "threat", "1", "Ask the railway", "owner=kim")
    assert tas("actions", "done", "harbor", "priorities", "1", "1").status == 0
    listed = tas("actions", "harbor", "--format", "json").json["actions"]
    assert [(each["key"], each["owner"], each["due"], each["done"]) for each in listed] == [
        ("priorities 1 1", "Elena Ruiz", "2026-12-04", "2026-11-30"),
        ("threats 1 1", "kim", None, None),
    ]
    assert tas("actions", "harbor", "threats", "1", "1", "--remove").status == 0
    assert "Ask the railway" not in path.read_text(encoding="utf-8")


@pytest.mark.usefixtures("path")
@pytest.mark.parametrize("key", [["priorities", "1"], ["threats", "1", "4"], []])
def test_an_action_is_for_something_that_is_there(tas: Tas, key: list[str]) -> None:
    """The refusal lists what it can be for."""
    done = tas("actions", "harbor", *key, "what=Ask")
    assert done.status == 2
    assert "Name what it is for: strengths 1, threats 1." in done.err


def test_people_are_named_by_name_title_or_short_name(tas: Tas, path: Path) -> None:
    """A field that refers to people understands them as `tas people` does."""
    for name in ("Elena Ruiz", "COO", "ruiz"):
        added = tas("priorities", "harbor", f"what=Fewer calls to the {name}", f"executive={name}")
        assert added.status == 0, added.err
    assert path.read_text(encoding="utf-8").count("executive: ruiz") == 3
    refused = tas("priorities", "harbor", "what=Other", "executive=Kim Hall")
    assert refused.status == 2


@pytest.mark.usefixtures("path")
def test_an_action_without_an_owner_is_on_the_page_of_everybody(tas: Tas) -> None:
    """It is on nobody's own page, and on everybody's while it is open."""
    tas("actions", "harbor", "threats", "1", "what=Ask the railway", "due=2026-12-02")
    assert "Ask the railway" in tas("today").out
    listed = tas("actions").out
    assert "1 open action item, 0 overdue" in listed
    assert "threats 1 1" in listed
    assert "`tas actions done harbor threats 1 1`" in listed
    (task,) = tas("actions", "--format", "json").json["accounts"]
    assert (task["id"], task["key"], task["owner"]) == ("harbor", "threats 1 1", None)
    tas("set", "cranes", "owner=kim")
    assert "Ask the railway" not in tas("today", "--owner", "kim").out


@pytest.mark.usefixtures("path")
def test_of_two_self_checks_on_a_day_the_later_one_counts(tas: Tas) -> None:
    """A second one that day corrects the first, and is no repetition of it."""
    tas("alignment", "harbor", "connected=2", "by=kim")
    tas("alignment", "harbor", "connected=3", "by=kim")
    assert "very well (moderately on" in " ".join(tas("account", "harbor").out.split())
    assert "TAS531" not in tas("check", "--hints").out
    tas("alignment", "harbor", "connected=3", "by=kim")
    assert "TAS531" in tas("check", "--hints").out


MUSTS = {
    "not met": ("+", "-", "ruiz: {roles: [user]}", "[ruiz]", True),
    "of nobody named": ("+", "-", "ruiz: {}", "[]", True),
    "not known": ("+", "?", "ruiz: {roles: [user]}", "[ruiz]", False),
    "met": ("+", "+", "ruiz: {roles: [user]}", "[ruiz]", False),
    "the fit is rated so": ("-", "-", "ruiz: {roles: [user]}", "[ruiz]", False),
    "of somebody of another deal": ("+", "-", "ruiz: {rank: 3}", "[ruiz]", False),
}


@pytest.mark.parametrize("case", MUSTS.values(), ids=MUSTS)
def test_a_fit_with_a_must_not_met_is_reported(
    tas: Tas, path: Path, case: tuple[str, str, str, str, bool]
) -> None:
    """Only what is known not to be met counts, and only for those who have a role in the deal."""
    fit, met, people, whose, found = case
    need = f"needs: [{{topic: Arrivals, people: {whose}, must: [Known], met: {{must: '{met}'}}}}]\n"
    path.write_text(ACCOUNT + need, encoding="utf-8")
    rated = f"assessments: [{{date: 2026-11-30, ratings: {{solution_fit: {{us: '{fit}'}}}}}}]\n"
    deal = f"{DEAL}people: {{{people}}}\n{rated}"
    write(path.parent.parent, {"opportunities/cranes.yaml": deal})
    codes = [
        each["code"] for each in tas("check", "cranes", "--format", "json").json["diagnostics"]
    ]
    assert ("TAS821" in codes) is found


@pytest.mark.usefixtures("path")
def test_closing_names_one_action(tas: Tas) -> None:
    """What an action is for is enough if it is the only one there; otherwise they are listed."""
    for what in ("Ask the railway", "Read the study"):
        tas("actions", "harbor", "threats", "1", what)
    tas("actions", "harbor", "strengths", "1", "Count the berths")
    which = tas("actions", "done", "harbor", "threats", "1")
    assert which.status == 2
    assert "Add its number: threats 1 1, threats 1 2." in which.err
    assert tas("actions", "done", "harbor").status == 2
    assert tas("actions", "done", "harbor", "strengths", "1").status == 0
    assert "what was agreed?" in tas("actions", "add", "harbor", "threats", "1").err


@pytest.mark.usefixtures("path")
def test_an_entry_of_a_mapping_is_named(tas: Tas) -> None:
    """A level of a need, such as a must, is met; the refusal says how to write it."""
    tas("needs", "harbor", "On time", "must=Known", "people=ruiz")
    done = tas("needs", "harbor", "1", "met=+")
    assert done.status == 2
    assert "Write met.NAME=+." in done.err


def test_the_keys_of_what_only_accounts_have_are_all_known() -> None:
    """A noun whose key is missing there would not be checked in most accounts."""
    assert {noun.key for noun in account.OF_ACCOUNTS} == {*stored.CUSTOMER}
