"""`tas challenge`: grades and points from flags, files and prompts, and the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import yaml
from changes import Deal
from terminal import talk
from workspaces import HEAD

from tas_cli.commands import prompts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from cli import Tas
    from syrupy.assertion import SnapshotAssertion

OWNED = HEAD + "owner: nicole\ntactics:\n  - {what: Ask, owner: tomas}\n"
MONEY = ("opportunity.money=542", "event=4 2 3", "priority=2,2,4")


@pytest.fixture
def deal(tas: Tas, tmp_path: Path) -> Deal:
    """A deal with an owner and a tactic, which nobody has challenged."""
    return Deal(tas, tmp_path, OWNED)


def _challenges(deal: Deal) -> Any:
    return yaml.load(deal.text, Loader=yaml.BaseLoader).get("challenges", [])  # noqa: S506 - text


def _page(deal: Deal) -> Any:
    return deal.tas("challenge", "a", "--format", "json").json


def test_grades_and_points_of_a_person_on_a_day_in_a_role_are_one_challenge(deal: Deal) -> None:
    for words in (
        ("--by", "kim", *MONEY[:2]),
        ("--by", "kim", MONEY[2], "money=-3-"),
        ("--by", "lena", "--role", "spoiler", "power=1 2 -"),
        ("--by", "lena", "--point", "What if?", "--owner", "kim", "--due", "fri"),
    ):
        made = deal.tas("challenge", "a", *words)
        assert made.status == 0, made.err
    assert _challenges(deal) == [
        {
            "date": "2026-11-23",
            "by": "kim",
            "role": "team",
            "scores": {"opportunity": {"money": "5 3 2", "event": "4 2 3", "priority": "2 2 4"}},
        },
        {
            "date": "2026-11-23",
            "by": "lena",
            "role": "spoiler",
            "scores": {"win": {"power": {"confidence": "1", "implications": "2"}}},
            "points": [{"what": "What if?", "owner": "kim", "due": "2026-11-27"}],
        },
    ]


def test_a_file_has_the_same_and_the_call_overrides_it(deal: Deal, tmp_path: Path) -> None:
    file = tmp_path / "c.yaml"
    file.write_text(
        'role: spoiler\nby: lena\nscores: {win: {power: "1 1 1", rival: {actions: 2}}}\n'
        "points: [{what: Late}]\n"
    )
    made = deal.tas("challenge", "a", "--from", str(file), "--by", "eva", "win.power=555")
    assert made.status == 0, made.err
    assert _challenges(deal) == [
        {
            "date": "2026-11-23",
            "by": "eva",
            "role": "spoiler",
            "scores": {"win": {"power": "5 5 5", "rival": {"actions": "2"}}},
            "points": [{"what": "Late"}],
        }
    ]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("urgency=4 2",), "'4 2' is not three digits from 1 (low) to 5 (high)"),
        (("urgency=4 2 6",), "is not three digits"),
        (("urgency=426",), "is not three digits"),
        (("urgency=",), "there is no challenge of that person, role and day to clear"),
        (("urgncy=423",), "Did you mean urgency?"),
        (("urgency=423", "customer_issues.urgency=111"), "urgency is given twice"),
        (("urgency=423", "win"), "no grades given for 'win'"),
        (("--role", "spoiler"), "there is nothing to record"),
        (("win",), "there is nothing to record"),
        (("win",), "Questions: support, power, rival."),
        (("can_we_w",), "Questions: support, power, rival."),
        (("--role", "team", "wn"), "unknown category 'wn'"),
        (("urgency=423", "--owner", "kim"), "--owner must go with exactly one --point"),
        (("urgency=423", "--at", "2026-11-01"), "--at applies only to the page"),
        (("urgency=423", "--date", "2026-12-24"), "2026-12-24"),
        (("urgency=423", "--format", "markdown"), "--format markdown applies only to the page"),
        (("--dry-run",), "need grades or a point"),
        (("--point", "x", "--due", "soon"), "soon"),
        (("--from", "nowhere.yaml"), "cannot read nowhere.yaml"),
    ],
)
def test_a_wrong_call_says_what_is_wrong_and_saves_nothing(
    deal: Deal, words: tuple[str, ...], says: str
) -> None:
    refused = deal.tas("challenge", "a", *words)
    assert refused.status == 2
    assert says in refused.err
    assert deal.untouched


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("scores: {win: {power: 9 9 9}}\n", "c.yaml:1:23: "),
        ("scroes: {}\n", "c.yaml:1:1: "),
        ("role: spoiler\n", "has neither scores nor points"),
        ("date: 2027-01-01\npoints: [{what: x}]\n", "is in the future"),
    ],
)
def test_a_wrong_file_is_refused_at_its_place(
    deal: Deal, tmp_path: Path, text: str, says: str
) -> None:
    (tmp_path / "c.yaml").write_text(text)
    refused = deal.tas("challenge", "a", "--from", "c.yaml")
    assert refused.status == 2
    assert says in refused.err
    assert deal.untouched


def test_a_dry_run_shows_the_lines_and_saves_nothing(deal: Deal) -> None:
    shown = deal.tas("challenge", "a", *MONEY, "--by", "kim", "--dry-run")
    assert '+      opportunity: {money: "5 4 2", event: "4 2 3", priority: "2 2 4"}' in shown.out
    assert deal.untouched


def test_grades_are_cleared_and_a_challenge_without_any_goes(deal: Deal) -> None:
    before = deal.text
    first = ("--by", "kim", "--role", "team")
    deal.tas("challenge", "a", *first, *MONEY[:2])
    deal.tas("challenge", "a", *first, "money=")
    assert _challenges(deal)[0]["scores"] == {"opportunity": {"event": "4 2 3"}}
    both = deal.tas("challenge", "a", *first, "event=- - -", "power=1 2 3")
    assert "4 2 3" in both.out
    assert _challenges(deal)[0]["scores"] == {"win": {"power": "1 2 3"}}
    assert deal.tas("challenge", "a", *first, "power=").status == 0
    assert deal.text == before
    deal.tas("challenge", "a", *first, "power=123", "--point", "What if?")
    deal.tas("challenge", "a", *first, "power=")
    assert [each["what"] for each in _challenges(deal)[0]["points"]] == ["What if?"]
    assert "scores" not in _challenges(deal)[0]


def test_the_role_is_said_if_the_call_does_not_name_it(deal: Deal) -> None:
    assert "Scored as the team (--role)." in deal.tas("challenge", "a", "money=542").err
    assert "Scored as" not in deal.tas("challenge", "a", "--role", "spoiler", "money=542").err


def test_scoring_for_the_team_is_no_word_about_the_same_person_as_spoiler(deal: Deal) -> None:
    deal.tas("challenge", "a", "--by", "kim", "--role", "spoiler", "money=542")
    made = deal.tas("challenge", "a", "--by", "kim", "--role", "team", "money=542")
    assert "independent" not in made.err
    shown = deal.tas("challenge", "a").out
    assert "Somebody who owns nothing of this plan scores next:" in shown


@pytest.mark.parametrize(
    ("by", "why", "code"),
    [
        ("nicole", "owns the deal", "deal"),
        ("tomas", "owns a tactic", "tactic"),
        ("kim", "scored for the team", "team"),
    ],
)
def test_a_spoiler_who_is_not_independent_is_named_when_saving_and_on_the_page(
    deal: Deal, by: str, why: str, code: str
) -> None:
    deal.tas("challenge", "a", "--by", "kim", "money=542")
    made = deal.tas("challenge", "a", "--by", by, "--role", "spoiler", "money=111")
    said = f"{by} is not an independent spoiler: {why}"
    assert made.status == 0
    assert said in made.err
    assert said in deal.tas("challenge", "a").out
    assert _page(deal)["challenges"][1]["dependent"] == code


def test_the_page_puts_differences_first_and_says_each_color_in_a_word(
    deal: Deal, snapshot: SnapshotAssertion
) -> None:
    assert "Nobody has challenged this plan yet" in deal.tas("challenge", "a").out
    deal.tas("challenge", "a", "--by", "kim", "--date", "2026-11-20", *MONEY, "power=555")
    point = ("--point", "What if the state delays it?", "--owner", "kim", "--due", "fri")
    more = ("--recommendation", "Ask Ruiz", "money=511", "event=4-3", "why_now=333")
    deal.tas("challenge", "a", "--by", "lena", "--role", "spoiler", *more, *point)
    assert deal.tas("challenge", "a").out == snapshot
    assert deal.tas("challenge", "a", "--format", "markdown").out == snapshot
    assert _page(deal) == snapshot
    before = deal.tas("challenge", "a", "--at", "2026-11-22", "--format", "json").json
    assert [each["by"] for each in before["challenges"]] == ["kim"]
    assert before["open_points"] == []


def test_all_green_at_the_first_pass_is_doubted_in_words(deal: Deal) -> None:
    deal.tas("challenge", "a", "--by", "kim", "money=555", "power=444")
    assert "All green at the first pass" in deal.tas("challenge", "a").out
    assert _page(deal)["all_green_at_first"] is True


def test_the_page_of_the_plan_has_the_last_challenge(deal: Deal) -> None:
    assert "Challenged" not in deal.tas("plan", "a").out
    deal.tas("challenge", "a", "--by", "kim", *MONEY, "power=555", "--point", "What if?")
    shown = " ".join(deal.tas("plan", "a").out.split())
    assert (
        'Challenged • kim (team), 23 Nov. Weakest is "Is there an opportunity?": '
        "confidence 3.7 yellow, implications 2.7 yellow, actions 3.0 yellow • Open: What if?"
    ) in shown


def test_what_was_scored_is_among_what_changed(deal: Deal, tmp_path: Path) -> None:
    deal.tas("challenge", "a", "--by", "kim", "--date", "2026-11-20", *MONEY)
    (tmp_path / "before.yaml").write_text(deal.text)
    deal.tas("challenge", "a", "--by", "kim", "money=--5", "power=123")
    files = ("before.yaml", "opportunities/a.yaml")
    [changed] = deal.tas("diff", *files, "--format", "json").json["deals"]
    fields = changed["difference"]["fields"]
    assert {each["field"]: (each["before"], each["after"]) for each in fields} == {
        "challenge.team.opportunity.money": ("5 4 2", "5 4 5"),
        "challenge.team.win.power": (None, "1 2 3"),
    }


class _Keys:
    """Answers prompts as a person types them, and counts the keys, Enter included."""

    def __init__(self, *answers: str) -> None:
        self._answers: Iterator[str] = iter(answers)
        self.pressed = 0

    def __call__(self) -> str:
        answer = next(self._answers)
        self.pressed += len(answer) + 1
        return answer


def test_a_spoiler_challenges_a_category_with_at_most_thirty_keys(
    deal: Deal, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = _Keys("", "1", "423", "311", "254", "", "", "")
    monkeypatch.setattr(prompts, "is_interactive", lambda: True)
    monkeypatch.setattr("builtins.input", keys)
    made = deal.tas("challenge", "a", "--role", "spoiler", "--by", "lena")
    assert made.status == 0, made.err
    assert "Scored as the spoiler" in made.out
    assert "confidence 3.0 yellow, implications 2.7 yellow, actions 2.7 yellow" in made.out
    assert _challenges(deal)[0]["scores"] == {
        "customer_issues": {"objective": "4 2 3", "urgency": "3 1 1", "why_now": "2 5 4"}
    }
    assert keys.pressed <= 30


def test_at_a_terminal_wrong_grades_are_asked_again_and_an_interruption_loses_nothing(
    deal: Deal, tmp_path: Path
) -> None:
    status, seen = talk(
        tmp_path,
        ["challenge", "a", "win", "--role", "spoiler", "--by", "lena"],
        ("Who scores .lena.:", ""),
        ("Who inside.*\\?", "6"),
        ("Who inside.*\\?", "42-"),
        ("Who decides.*\\?", "\x03"),
    )
    assert status == 130
    assert deal.untouched
    assert "is not three digits" in seen
    said = "tas challenge a --role spoiler --by lena 'win.support=4 2 -'"
    assert said in " ".join(seen.split())
