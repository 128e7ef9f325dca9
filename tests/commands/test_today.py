"""`tas today`: a rep's page."""

from __future__ import annotations

from shlex import split
from typing import TYPE_CHECKING

import pytest
from cli import ROOT
from declared import undeclared
from terminal import talk
from workspaces import HEAD, write

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Tas
    from syrupy.assertion import SnapshotAssertion


def test_page(tas: Tas, page: SnapshotAssertion) -> None:
    """The page has what is due and the one thing that matters in each deal, with commands."""
    assert tas("today", "--owner", "samuel").out == page


def test_everything(tas: Tas, page: SnapshotAssertion) -> None:
    """With --all, every deal is there, and everything that matters in it."""
    assert tas("today", "--owner", "samuel", "--all").out == page


def test_markdown(tas: Tas, page: SnapshotAssertion) -> None:
    """The same page can be posted."""
    assert tas("today", "--owner", "samuel", "--format", "markdown").out == page


@pytest.mark.parametrize("owner", ["nicole", "tomas", "aiko", "priya", "jens", "samuel"])
def test_a_page_fits_on_a_small_terminal(tas: Tas, owner: str) -> None:
    """Every rep of the examples has a page of at most 23 lines of 80 columns."""
    lines = tas("today", "--owner", owner).out.splitlines()
    assert len(lines) <= 23
    assert max(map(len, lines)) <= 80


def called(tas: Tas, name: str) -> Tas:
    """Let git know the user by a name."""
    return tas.env(GIT_CONFIG_COUNT="1", GIT_CONFIG_KEY_0="user.name", GIT_CONFIG_VALUE_0=name)


@pytest.mark.parametrize("name", ["samuel", "Samuel Okafor"])
def test_the_page_is_the_users(tas: Tas, name: str) -> None:
    """Without --owner the page is that of git's user, by short name or full name."""
    mine = called(tas, name)("today", "--all").out
    assert mine == tas("today", "--owner", "samuel", "--all").out


def test_of_somebody_without_deals_it_is_everybodys(tas: Tas, page: SnapshotAssertion) -> None:
    """Who owns no open deal sees everybody's, and learns how to name an owner."""
    assert called(tas, "Ann Manager")("today").out == page


def test_who_has_no_deal_yet_learns_to_take_one(tas: Tas, tmp_path: Path) -> None:
    """If a deal has no owner, the page has the command that makes it the user's, and it works."""
    write(tmp_path, {"opportunities/acme.yaml": HEAD})
    out = " ".join(called(tas.at(tmp_path), "Ann O'Hara")("today").out.split())
    command = out.partition("Yours to take: `tas ")[2].partition("`")[0]
    assert tas(*split(command)).status == 0
    assert "Ann O'Hara · 1 open deal" in tas("today").out


def test_an_unknown_owner_is_a_wrong_call(tas: Tas) -> None:
    """A misspelled owner is refused, with the nearest name."""
    result = tas("today", "--owner", "samule")
    assert (result.status, result.out) == (2, "")
    assert "Did you mean samuel?" in result.err


def test_whoever_is_unknown_learns_how_to_be_known(tas: Tas, tmp_path: Path) -> None:
    """Without a name, the page has the option for once and the command that makes it last."""
    write(tmp_path, {"opportunities/acme.yaml": HEAD})
    out = " ".join(called(tas.at(tmp_path), "")("today").out.split())
    assert "tas does not know your name: this is everybody's page." in out
    assert "`tas today --owner NAME`; to make it last: `git config --global user.name NAME`" in out


@pytest.mark.parametrize(
    ("owner", "status", "words"),
    [
        ("whitfield", 0, "Dana Whitfield · 1 open deal"),
        ("LEE", 0, "Sam Lee · 1 open deal"),
        ("sam", 2, "several people have that name.\n  Use one of: Sam Lee, Sam Ortiz."),
        ("sa", 2, "there is no such owner"),
    ],
)
def test_part_of_a_name_is_enough_for_an_owner(
    tas: Tas, tmp_path: Path, owner: str, status: int, words: str
) -> None:
    """A word that only one owner's name has means that owner."""
    names = {"a": "Dana Whitfield", "b": "Sam Lee", "c": "Sam Ortiz"}
    deals = {f"opportunities/{key}.yaml": f"{HEAD}owner: {name}\n" for key, name in names.items()}
    write(tmp_path, deals)
    result = tas.at(tmp_path)("today", "--owner", owner)
    assert result.status == status
    assert words in result.out + result.err


@pytest.mark.parametrize(
    ("more", "status"),
    [
        ("tactics: [{what: Call, owner: Paul, due: 2026-07-21}]\n", 0),
        ("tactics: [{what: Call, owner: Paul, done: 2026-07-19}]\n", 2),
        ("actions: [{date: 2026-07-18, what: Call, owner: Paul, due: 2026-07-21}]\n", 0),
        ("", 2),
    ],
)
def test_who_owns_no_deal_but_has_something_to_do_has_a_page(
    tas: Tas, tmp_path: Path, more: str, status: int
) -> None:
    """An open tactic or action item is enough, by name and as the user."""
    write(tmp_path, {"opportunities/a.yaml": f"{HEAD}owner: Nina\n{more}"})
    tas.at(tmp_path).env(TAS_TODAY="2026-07-20")
    assert tas("today", "--owner", "Paul").status == status
    own = called(tas, "Paul")("today").out
    assert ("everybody's page" in " ".join(own.split())) is bool(status)
    assert "Call" in own or status


def test_a_page_without_deals_says_how_to_start(tas: Tas, tmp_path: Path) -> None:
    """In an empty workspace the page says so."""
    (tmp_path / "opportunities").mkdir()
    out = tas.at(tmp_path)("today").out
    assert "0 open deals" in out
    assert "`tas new` starts one" in out


RATED = "assessments:\n  - {date: 2026-11-20, ratings: {solution_fit: {us: '-'}}}\n"
DEBRIEFED = "debriefs: [{date: 2026-11-20}]\n"
IN_DEVELOP = "process: {step: develop, steps: {develop: {started: 2026-11-22}}}\n"


@pytest.mark.parametrize(
    ("content", "code", "words"),
    [
        (IN_DEVELOP, "claimed", "sales step Qualify is claimed"),
        ("expected_close: 2026-11-20\n", "close_date", "was due to close 3 days ago"),
        (
            "process: {step: qualify}\nexpected_close: 2026-12-23\n",
            "steps",
            "needs 180 days at the usual pace, 30 left",
        ),
        (RATED + "strategy: {chosen: frontal}\n", "strategy", "Frontal is out of reach"),
        (RATED, "undecided", "undecided between Defend, Develop and Disengage; find out #9"),
        (RATED + "strategy: {chosen: flanking}\n", "strategy", "Flanking is out of reach"),
        (RATED.replace("-'", "+'"), "undecided", "5 strategies are possible; find out #9"),
        ("", "review", "never assessed"),
        ("forecast: commit\n" + IN_DEVELOP, "called", "called commit; evidence says pipeline"),
        ("forecast: pipeline\n", "review", "never assessed"),
    ],
)
def test_what_matters_most(tas: Tas, tmp_path: Path, content: str, code: str, words: str) -> None:
    """Of all that could be done, what makes the forecast or the plan wrong comes first."""
    write(tmp_path, {"opportunities/deal.yaml": HEAD + DEBRIEFED + content})
    (deal,) = tas.at(tmp_path)("today", "--format", "json").json["deals"]
    assert deal["matters"][0]["code"] == code
    assert words in deal["matters"][0]["words"]
    assert deal["urgent"]


def test_a_deal_on_hold_only_says_so(tas: Tas, tmp_path: Path) -> None:
    """On hold, a deal waits: what is wrong with it is for later."""
    held = HEAD + "expected_close: 2026-11-01\non_hold: {trigger: Their rival launches first}\n"
    write(tmp_path, {"opportunities/deal.yaml": held})
    (deal,) = tas.at(tmp_path)("today", "--format", "json").json["deals"]
    assert [each["words"] for each in deal["matters"]] == [
        "on hold, until: Their rival launches first"
    ]
    assert not deal["urgent"]
    assert tas("today").out.endswith("\nOn hold: deal. `tas today --all`\n")
    (listed,) = tas("list", "--status", "hold", "--format", "json").json["opportunities"]
    assert listed["id"] == "deal"
    assert tas("list", "--status", "won", "--format", "json").json["opportunities"] == []


MEETING = "next: {date: 2026-11-25, with: [M. Kessler, CFO office], what: Value review}\n"
PAST = "next: {date: 2026-11-20}\n"


def test_meetings(tas: Tas, tmp_path: Path, page: SnapshotAssertion) -> None:
    """Meetings say what to bring back; deals without one are named once."""
    files = {"met": HEAD + PAST, "soon": HEAD + MEETING + RATED, "a": HEAD, "b": HEAD}
    files["held"] = HEAD + "on_hold: {since: 2026-11-01}\n"
    write(tmp_path, {f"opportunities/{name}.yaml": each for name, each in files.items()})
    assert called(tas.at(tmp_path), "")("today").out == page
    assert tas("today", "--format", "json").json["without_meeting"] == ["a", "b"]


def test_meetings_are_not_mentioned_where_nobody_uses_them(tas: Tas) -> None:
    """Without any next meeting in the files, the page does not ask for one."""
    assert "meeting" not in tas("today", "--all").out


def test_serious_deals_come_first_then_large_ones(tas: Tas, tmp_path: Path) -> None:
    """A small deal past its close date is above a large one that was never assessed."""
    late = HEAD + "expected_close: 2026-11-01\namount: "
    files = {"small": f"{late}10\n", "medium": f"{late}20\n", "large": HEAD + "amount: 1000\n"}
    write(tmp_path, {f"opportunities/{name}.yaml": each for name, each in files.items()})
    found = tas.at(tmp_path)("today", "--format", "json").json
    assert [each["id"] for each in found["deals"]] == ["medium", "small", "large"]
    assert found["money"] == [{"currency": "USD", "amount": "1030.00"}]


def test_a_name_that_a_shell_could_misread_is_not_part_of_a_command(
    tas: Tas, tmp_path: Path
) -> None:
    """A file's name is data: a command on the page never has one that is not a short name."""
    write(tmp_path, {"opportunities/a; rm x.yaml": HEAD + DEBRIEFED})
    (deal,) = tas.at(tmp_path)("today", "--format", "json").json["deals"]
    assert deal["matters"][0]["command"] == "tas score ID"


AGREED = (
    HEAD
    + """owner: kim
debriefs:
  - date: 2026-11-20
    actions:
      - {what: Late, due: 2026-11-20}
      - {what: Soon, due: 2026-11-30}
      - {what: Later, due: 2026-12-01}
      - {what: Open}
      - {what: Theirs, owner: lee, due: 2026-11-24}
      - {what: Done, done: 2026-11-21}
"""
)


@pytest.fixture
def agreed(tas: Tas, tmp_path: Path) -> Tas:
    """A deal of kim's with action items of kim and of lee, and a deal of lee's."""
    files = {"tas.yaml": "tas: 1\nteam: {kim: {}, lee: {}}\n", "opportunities/a.yaml": AGREED}
    return tas.at(write(tmp_path, files | {"opportunities/b.yaml": HEAD + "owner: lee\n"}))


def test_action_items_are_due_later_or_up_to_others(agreed: Tas) -> None:
    """What is overdue or due within a week is due; others' items in my deals are waited for."""
    found = agreed("today", "--owner", "kim", "--format", "json").json
    names = {key: [each["what"] for each in found[key]] for key in ("due", "later", "waiting")}
    assert names == {"due": ["Late", "Soon"], "later": ["Later", "Open"], "waiting": ["Theirs"]}


def test_an_item_in_somebody_elses_deal_is_due(agreed: Tas) -> None:
    """An action item is on the page of who does it, whoever owns the deal."""
    found = agreed("today", "--owner", "lee", "--format", "json").json
    assert [(each["id"], each["number"]) for each in found["due"]] == [("a", 5)]
    assert [each["id"] for each in found["deals"]] == ["b"]


def test_the_page_names_items_so_that_they_can_be_marked_done(agreed: Tas) -> None:
    """The command on the page marks the first item done, and it is gone."""
    out = agreed("today", "--owner", "kim").out
    assert "3 days late   a 1 · Late" in out
    assert "Waiting for others: lee, Theirs, by Tue 24 Nov (a 5)" in out
    command = out.partition("Done? `tas ")[2].partition("`")[0]
    assert agreed(*command.split()).status == 0
    assert "Late" not in agreed("today", "--owner", "kim").out


def test_plain_tas_at_a_terminal_shows_the_day(tmp_path: Path) -> None:
    """On a terminal, `tas` alone is `tas today` inside a workspace, and the help outside."""
    status, seen = talk(ROOT, [])
    assert status == 0
    assert "One thing that matters per deal" in seen
    assert "All commands: tas --help" in seen
    assert "Usage: tas" in talk(tmp_path, [])[1]


def test_plain_tas_without_a_terminal_is_the_help(tas: Tas) -> None:
    """Without a terminal, `tas` alone stays what scripts know: the help, and status 2."""
    result = tas()
    assert result.status == 2
    assert "Usage: tas" in result.out + result.err


def test_a_day_of_next_year_does_not_touch_the_deal(tas: Tas, tmp_path: Path) -> None:
    """A meeting in another year, whose day is longer, is still apart from the deal's name."""
    write(tmp_path, {"opportunities/acme.yaml": HEAD + "next: {date: 2027-01-06}\n"})
    assert "Wed 6 Jan 2027  acme" in tas.at(tmp_path)("today").out


LISTS = ("due", "later", "waiting", "tactics", "tactics_later")
PLANNED = """\
tactics:
  - {what: Value review, kind: prove, owner: nicole, due: 2026-11-20}
  - {what: Ask Ruiz, due: 2026-11-27}
  - {what: Trial, owner: nicole, due: 2026-12-20}
  - {what: Lunch, owner: nicole, due: 2026-11-02, done: 2026-11-03}
  - {what: Call, owner: lena, due: 2026-11-24}
"""


@pytest.fixture
def planned(tas: Tas, tmp_path: Path) -> Tas:
    """A deal of nicole's with tactics, and an action item between them."""
    action = "actions: [{date: 2026-11-02, what: Send, due: 2026-11-24}]\n"
    text = f"{HEAD}owner: nicole\n{PLANNED}{action}"
    write(tmp_path, {"tas.yaml": "tas: 1\n", "opportunities/a.yaml": text})
    return tas.at(tmp_path)


def test_tactics_are_due_beside_action_items(planned: Tas) -> None:
    """Those of the owner, with nobody's, in order of their days; each has its command."""
    out = planned("today", "--owner", "nicole").out.splitlines()
    start = out.index("Due") + 1
    assert [line.strip() for line in out[start : start + 3]] == [
        "3 days late   a tactic 1 · Value review",
        "Tue 24 Nov    a 1 · Send",
        "Fri 27 Nov    a tactic 2 · Ask Ruiz",
    ]
    assert out[start + 3] == "Done? `tas tactics a 1 done=today`"
    assert any("Not shown: 1 tactic." in line for line in out)


def test_tactics_have_a_list_of_their_own_in_json(planned: Tas) -> None:
    """A script that counts action items is not misled by tactics."""
    found = planned("today", "--owner", "nicole", "--format", "json").json
    numbers = {key: [each["number"] for each in found[key]] for key in LISTS}
    assert numbers == {
        "due": [1],
        "later": [],
        "waiting": [],
        "tactics": [1, 2],
        "tactics_later": [3],
    }
    assert undeclared(planned, "today --owner nicole") == []
