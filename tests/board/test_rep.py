"""`tas board --rep`: what to talk about with a rep, recomputed from plain data."""

from __future__ import annotations

import json
import random
import re
from typing import TYPE_CHECKING, Any

import pytest
from oracle import CRITERIA
from workspaces import HEAD, write

if TYPE_CHECKING:
    from pathlib import Path

    from cli import Tas

REPS = ("kim", "lee", "max", "zoe")
TEAM = {"kim": "north", "lee": "north", "max": "south"}
TODAY, RECENT = "2026-11-23", "2026-10-24"
DAYS = ("2026-06-01", "2026-09-10", "2026-10-23", "2026-10-24", "2026-11-20", "2026-12-24")

Deals = dict[str, dict[str, Any]]


def deal(chance: random.Random, number: int) -> dict[str, Any]:
    """Return a deal with ratings, some with evidence, and with debriefs and actions."""

    def cell() -> Any:
        sign = chance.choice("+++-?")
        given = chance.choice(({"who": "Ann"}, {"what": "Said so"}, {"when": "2026-05-01"}))
        return sign if chance.random() < 0.6 else {"rating": sign, "evidence": [given]}

    def days() -> list[str]:
        return chance.sample(DAYS, chance.randint(0, 4))

    return {
        "tas": 1,
        "name": f"Deal {number}",
        "customer": "Harbour",
        **({"owner": chance.choice(REPS)} if chance.random() < 0.9 else {}),
        "status": chance.choice(("open", "open", "open", "lost")),
        "assessments": [
            {
                "date": day,
                "ratings": {key: {"us": cell()} for key in CRITERIA if chance.random() < 0.7},
            }
            for day in days()
        ],
        "debriefs": [
            {"date": day, "actions": [{"what": "Call", "due": chance.choice(DAYS)}]}
            for day in days()
        ],
        "tactics": [{"what": "Ask", "due": DAYS[number % 6]}] * (number % 3),
    }


@pytest.fixture(scope="module")
def deals() -> Deals:
    """Forty deals, the same on every run."""
    chance = random.Random(7)  # noqa: S311 - nothing secret
    return {f"d{number:02}": deal(chance, number) for number in range(40)}


@pytest.fixture(scope="module")
def root(deals: Deals, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workspace with these deals; one rep is in no team."""
    settings = {"tas": 1, "team": {name: {"team": team} for name, team in TEAM.items()}}
    files = {f"opportunities/{name}.yaml": json.dumps(each) for name, each in deals.items()}
    return write(tmp_path_factory.mktemp("rep"), {"tas.yaml": json.dumps(settings), **files})


def ours(content: dict[str, Any]) -> dict[str, tuple[str, bool]]:
    """Return our newest sign by criterion, and whether a + has evidence since it is one."""
    found: dict[str, tuple[str, bool]] = {}
    for each in sorted(content["assessments"], key=lambda one: str(one["date"])):
        for key, cells in each["ratings"].items() if each["date"] <= TODAY else ():
            us = cells["us"]
            sign = us if isinstance(us, str) else us["rating"]
            given = not isinstance(us, str) and bool({"who", "what"} & us["evidence"][0].keys())
            before = found.get(key, ("", False))
            found[key] = sign, given or (before[0] == sign and before[1])
    return found


def proven(some: Deals) -> dict[str, Any]:
    """Return how many + there are, and how many have evidence."""
    states = [state for each in some.values() for state in ours(each).values() if state[0] == "+"]
    with_evidence = sum(given for _, given in states)
    whole = len(states)
    share = with_evidence * 100 // whole if whole else None
    return {"deals": len(some), "plus": whole, "proven": with_evidence, "share": share}


@pytest.mark.parametrize("rep", REPS)
def test_every_figure(tas: Tas, root: Path, deals: Deals, rep: str) -> None:
    """Criteria, evidence, action items and debriefs are those of the files."""
    found = tas.at(root)("board", "--rep", rep, "--format", "json").json
    began = {
        name: each
        for name, each in deals.items()
        if min([one["date"] for one in (*each["assessments"], *each["debriefs"])] or [""]) <= TODAY
    }
    still = {name: each for name, each in began.items() if each["status"] == "open"}
    mine = {name: each for name, each in still.items() if each.get("owner") == rep}
    assert found["deals"] == [*mine]
    assert found["evidence"] == proven(mine)
    team = TEAM.get(rep)
    others = {
        name: each
        for name, each in still.items()
        if name not in mine and (team is None or TEAM.get(each.get("owner", "")) == team)
    }
    assert found["others"] == proven(others)
    signs = {name: ours(each) for name, each in mine.items() if ours(each)}
    open_in = {
        key: {
            sign: [name for name in signs if signs[name].get(key, ("?",))[0] == sign]
            for sign in "-?"
        }
        for key in CRITERIA
    }
    for each in found["criteria"]:
        assert open_in[each["criterion"]] == {"-": each["weak"], "?": each["unknown"]}
    most = sorted((len(each["-"]) + len(each["?"]) for each in open_in.values()), reverse=True)
    shown = [len(each["weak"]) + len(each["unknown"]) for each in found["criteria"]]
    assert shown == [number for number in most[:5] if number >= 2]
    tactics = {name: content["tactics"] for name, content in mine.items()}
    assert {each["id"]: (each["open"], each["overdue"]) for each in found["tactics"]} == {
        name: (len(each), sum(one["due"] < TODAY for one in each))
        for name, each in tactics.items()
        if each
    }
    items = {
        name: [
            one for each in content["debriefs"] if each["date"] <= TODAY for one in each["actions"]
        ]
        for name, content in mine.items()
    }
    assert {each["id"]: (each["open"], each["overdue"]) for each in found["actions"]} == {
        name: (len(each), sum(one["due"] < TODAY for one in each))
        for name, each in items.items()
        if each
    }
    held = {
        name: [each["date"] for each in content["debriefs"] if RECENT <= each["date"] <= TODAY]
        for name, content in began.items()
        if content.get("owner") == rep
    }
    assert found["debriefs"] == sum(map(len, held.values()))
    assert found["undebriefed"] == [name for name in mine if not held[name]]


def test_the_page_names_the_question_and_no_score(tas: Tas, root: Path) -> None:
    """Each fact has a question and a command, and a person gets no score."""
    shown = tas.at(root)("board", "--rep", "kim").out
    assert (
        len(re.findall(r"(?m)\?(?: > tas .*)?$", shown)) == len(re.findall(r"(?m)^  #", shown)) + 4
    )
    assert len(re.findall(r"(?m)(?:^ +|\? )> tas ", shown)) == 4
    assert "no score of a person" in shown
    assert "team north: " in shown
    assert max(map(len, shown.splitlines())) <= 80


def test_a_rep_without_open_deals(tas: Tas, tmp_path: Path) -> None:
    """There is nothing to talk about, and the page says so."""
    write(tmp_path, {"opportunities/a.yaml": f"{HEAD}owner: kim\nstatus: lost\n"})
    assert "No open deal." in tas.at(tmp_path)("board", "--rep", "kim").out


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--rep", "nobody"], "--rep nobody: there is no such rep"),
        (["--rep", "kim", "--owner", "kim"], "Leave out --owner"),
        (["--rep", "kim", "--team", "north"], "Leave out --owner and --team"),
        (["--rep", "kim", "--closed", "2026"], "separate pages"),
    ],
)
def test_a_wrong_call(tas: Tas, root: Path, options: list[str], words: str) -> None:
    """An unknown rep, or two pages at once, is refused."""
    refused = tas.at(root)("board", *options)
    assert refused.status == 2
    assert words in refused.err
