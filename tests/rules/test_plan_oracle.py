"""The checks of the plan agree with an oracle on random deals."""

from __future__ import annotations

import json
from random import Random
from typing import Any

import pytest
from oracle import CRITERIA
from plan_oracle import ABOUT, STEPS, Data, Found, found_in_plan
from workspaces import day

from tas_cli.checking.examine import Task, examine_all
from tas_cli.gather.content import Content
from tas_cli.model.settings import Settings

TODAY = day("2026-11-23")
DEALS = 60
"""How many deals are drawn for each seed."""
DAYS = ["2026-10-20", "2026-11-10", "2026-11-22", "2026-11-23", "2026-11-24", "2027-01-15"]
WHO = ["nicole", "Nicole", "lena", "Kim"]
QUESTIONS = {
    "customer_issues": ["objective", "urgency", "why_now"],
    "opportunity": ["money", "event", "priority"],
    "compete": ["criteria", "fit", "value"],
    "win": ["support", "power", "rival"],
    "worth": ["return", "risk", "alternative"],
}
SETTINGS: list[Data] = [
    {"challenge": {"red_below": below, "green_from": green}, "steps": steps}
    for below, green, steps in (
        ("2.5", "4.0", {each: {"days": 20} for each in STEPS}),
        ("3.4", "3.5", {each: {"days": 5 + at} for at, each in enumerate(STEPS)}),
    )
]


def some(draw: Random, content: Data, chance: float = 0.6) -> Data:
    """Return some of the fields, each as likely as the chance."""
    return {key: value for key, value in content.items() if draw.random() < chance}


def _tactic(draw: Random) -> Data:
    drawn: Data = {
        "kind": draw.choice(["retrieve", "retrieve", "prove", "insulate"]),
        "criteria": draw.sample(range(1, 21), draw.choice([1, 2, 12])),
        "people": draw.sample(["alder", "birch"], draw.randint(0, 2)),
        "owner": draw.choice(WHO),
        "due": draw.choice(DAYS),
    }
    done = {"done": draw.choice(DAYS[:5])} if draw.random() < 0.4 else {}
    return {"what": "Ask", "criteria": [], **some(draw, drawn, 0.85), **done}


def _challenge(draw: Random) -> Data:
    low, high = draw.choice([(1, 3), (1, 5), (4, 5)])
    scores = {
        category: {
            question: " ".join(str(draw.randint(low, high)) for _ in range(3))
            for question in draw.sample(QUESTIONS[category], draw.randint(1, 3))
        }
        for category in draw.sample([*ABOUT], draw.randint(0, 2))
    }
    whose = some(draw, {"by": draw.choice(WHO), "role": draw.choice(["team", "spoiler"])}, 0.8)
    return {"date": draw.choice(DAYS[:4]), **whose, **({"scores": scores} if scores else {})}


def _cell(draw: Random) -> Data:
    evidence = {"evidence": [{"what": "So"}]} if draw.random() < 0.8 else {}
    return {"rating": draw.choice("+++++----?"), **evidence}


def _ratings(draw: Random, chance: float) -> Data:
    """Draw ratings: ours, and most often known ones of the competitor in the race."""
    return {
        key: {"us": _cell(draw), "x": {"rating": draw.choice("+-")}}
        for key in CRITERIA
        if draw.random() < chance
    }


def _strategy(draw: Random) -> Data:
    items = [
        some(draw, {"what": "Part", "amount": draw.choice(["500", "500.004", "500.01"])}, 1)
        for _ in range(draw.randint(1, 2))
    ]
    if draw.random() < 0.2:
        del items[0]["amount"]
    return some(
        draw,
        {
            "goal": "Grow",
            "objective": {"what": "Sign", **some(draw, {"items": items}, 0.8)},
            "customer": draw.choice([{"goal": "Grow"}, {"strategy": "Buy"}, {"goal": ""}]),
        },
    )


def deal(draw: Random) -> Data:
    """Draw a deal with some of the plan's keys."""
    step = draw.choice(STEPS)
    process = some(draw, {"step": step, "steps": {step: {"started": draw.choice(DAYS[:4])}}}, 0.8)
    also = draw.sample(["x", "y", "z"], draw.randint(0, 2))
    content: Data = {
        "currency": draw.choice(["USD", "JPY"]),
        "amount": draw.choice(["1000", "1000.01", "500"]),
        "owner": draw.choice(WHO[:2]),
        "expected_close": draw.choice([*DAYS, "2027-02-20", "2026-12-30"]),
        "compelling_event": {"what": "So", "date": draw.choice([*DAYS, "2027-02-20"])},
        "people": {"alder": {"name": "Ann Alder"}},
        "strategy": _strategy(draw),
        "tactics": [_tactic(draw) for _ in range(draw.randint(1, 3))],
        "close_plan": {"dates": {"board_vote": "2027-01-15"}},
        "challenges": [_challenge(draw) for _ in range(draw.randint(1, 3))],
        "partners": {"p": {"name": "P", "also_with": also}},
        "process": process,
    }
    return {
        "tas": 1,
        "name": "Cranes",
        "customer": "Harbour",
        "status": draw.choice(["open"] * 9 + ["lost"]),
        "competitors": {"x": {"name": "X"}, "y": {"name": "Y", "out": {"date": "2026-11-09"}}},
        **some(draw, content),
        "assessments": [
            {"date": "2026-11-10", "ratings": _ratings(draw, 1)},
            {"date": "2026-11-22", "ratings": _ratings(draw, 0.3)},
        ],
    }


def found(cases: list[Data], own: Data) -> list[Found]:
    """Return what the program finds about plans in some deals: codes and places."""
    task = Task(Settings.model_validate(json.loads(json.dumps(own), parse_int=str)), TODAY)
    contents = [Content(json.dumps(each).encode(), None) for each in cases]
    return [_codes(each.diagnostics) for each in examine_all(contents, task)]


def _codes(diagnostics: Any) -> Found:
    codes = sorted((each.code, each.path) for each in diagnostics)
    assert not [each for each in codes if each[0] < "TAS120"], codes
    return [each for each in codes if each[0] == "TAS601" or "TAS700" < each[0] < "TAS730"]


@pytest.mark.parametrize("seed", range(4))
def test_checks_of_the_plan(seed: int) -> None:
    """Exactly what the oracle finds is found, at the same places."""
    draw, own = Random(seed), SETTINGS[seed % 2]  # noqa: S311 - nothing secret
    cases = [deal(draw) for _ in range(DEALS)]
    for each, codes in zip(cases, found(cases, own), strict=True):
        assert codes == found_in_plan(each, TODAY, own), json.dumps(each)
