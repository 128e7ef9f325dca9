"""Signs of lost control that a deal's file shows by itself."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from random import Random
from typing import Any

import pytest
from workspaces import HEAD, opportunity

from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.signs import Seen, seen_signs
from tas_cli.model.settings import Settings

TODAY = date(2026, 11, 30)
RIVAL = "competitors: {x-sys: {name: X-Sys}}\n"
DEVELOP = "process: {step: develop}\n"


def seen(keys: str, on: date = TODAY) -> tuple[Seen, ...]:
    """Return the signs of a deal with these keys."""
    return seen_signs(DealOnDay.of(opportunity(HEAD + keys), Settings(), on))


def rated(criterion: str, signs: str, rival: str = "") -> str:
    """Return an assessment a day from 1 November on; a point states nothing."""
    lines = []
    for at, sign in enumerate(signs):
        theirs = rival[at : at + 1].strip(".")
        both = [f'us: "{sign}"'] if sign != "." else []
        both += [f'x-sys: "{theirs}"'] if theirs else []
        cell = f"{criterion}: {{{', '.join(both)}}}" if both else ""
        lines.append(f"  - {{date: 2026-11-{at + 1:02}, ratings: {{{cell}}}}}\n")
    return (RIVAL if rival else "") + "assessments:\n" + "".join(lines)


def slipped(*closes: str) -> str:
    """Return a history in which the expected close moves every month from September on."""
    lines = (
        f"  - {{date: 2026-{9 + at:02}-15, field: expected_close, from: {was}, to: {now}}}\n"
        for at, (was, now) in enumerate(pairwise(closes))
    )
    return f"expected_close: {closes[-1]}\nhistory:\n{''.join(lines)}"


CASES: dict[str, tuple[str, list[tuple[str, str | None, str]]]] = {
    "back and forth": (
        rated("compelling_event", "+-?+"),
        [("changing_criteria", "2026-11-04", "Went back and forth: #5 (+ - +)")],
    ),
    "there, and not back": (rated("compelling_event", "++-?-"), []),
    "turned while a rival has +": (
        rated("solution_fit", "+.-", ".+"),
        [("slanted_criteria", "2026-11-03", "Turned against us: #7 Solution fit (X-Sys has +)")],
    ),
    "the rival's + came later": (
        rated("solution_fit", "?-.", "..+"),
        [("slanted_criteria", "2026-11-03", "Turned against us: #7 Solution fit (X-Sys has +)")],
    ),
    "always was -": (rated("solution_fit", "--", "++"), []),
    "is + again": (rated("solution_fit", "-+", "++"), []),
    "a criterion on which nobody is compared": (
        rated("profitability", "+-", "+"),
        [("unclear_standing", "2026-11-02", "Nothing is known about X-Sys on #6-#15")],
    ),
    "slipped twice": (
        slipped("2026-10-30", "2026-11-30", "2026-12-30"),
        [("delays", "2026-10-15", "The close date slipped 2 times, by 61 days in all")],
    ),
    "slipped once and pulled in": (slipped("2026-11-30", "2026-12-30", "2026-12-01"), []),
    "money gone": (
        rated("access_to_funds", "+?-"),
        [("budget_gone", "2026-11-02", "#4 Access to funds was +, and is -")],
    ),
    "money found again": (
        rated("access_to_funds", "+-+"),
        [
            ("changing_criteria", "2026-11-03", "Went back and forth: #4 (+ - +)"),
        ],
    ),
    "amount taken out": (
        "history: [{date: 2026-11-05, field: amount, from: 500000}]\n",
        [("budget_gone", "2026-11-05", "The deal had an amount, and has none now")],
    ),
    "amount put back": (
        "amount: 3\nhistory: [{date: 2026-11-05, field: amount, from: 500000}]\n",
        [],
    ),
    "support lost in Develop": (
        DEVELOP + rated("inside_support", "+-"),
        [
            (
                "no_inside_support",
                "2026-11-02",
                "#11 Inside support is - in sales step Develop or later",
            )
        ],
    ),
    "support never rated in Develop": (
        DEVELOP,
        [
            (
                "no_inside_support",
                None,
                "#11 Inside support was never rated in sales step Develop or later",
            )
        ],
    ),
    "too early for support": ("process: {step: qualify}\n" + rated("inside_support", "-"), []),
    "supported": (DEVELOP + rated("inside_support", "+"), []),
    "somebody left": (
        "people: {okafor: {name: Dan Okafor, left: 2026-11-20}, ruiz: {left: 2026-12-20}}\n",
        [("changing_players", "2026-11-20", "Dan Okafor has left")],
    ),
    "a blank column": (
        RIVAL + rated("compelling_event", "+"),
        [("unclear_standing", "2026-11-01", "Nothing is known about X-Sys on #6-#15")],
    ),
    "nothing assessed yet": (RIVAL, []),
    "a rival out of the race": (
        "competitors: {x-sys: {out: {date: 2026-11-01}}}\n" + rated("compelling_event", "+"),
        [],
    ),
    "a deal that has ended": (
        "status: lost\nclosed: {date: 2026-11-20}\n" + rated("compelling_event", "+-+"),
        [],
    ),
}


@pytest.mark.parametrize(("keys", "expected"), CASES.values(), ids=CASES)
def test_each_sign(keys: str, expected: list[tuple[str, str | None, str]]) -> None:
    """A sign has the day from which the file shows it, and what shows it."""
    found = [(each.sign, each.date and str(each.date), each.why) for each in seen(keys)]
    assert found == expected


def test_signs_are_as_of_the_day() -> None:
    """A day before the second slip and the last turn, there is no sign yet."""
    keys = slipped("2026-10-30", "2026-11-30", "2026-12-30") + rated("compelling_event", "+-+")
    assert [each.sign for each in seen(keys)] == ["changing_criteria", "delays"]
    assert seen(keys, date(2026, 10, 14)) == ()


def recounted(signs: list[tuple[date, str]], closes: list[tuple[date, date, date]]) -> set[Any]:
    """Count turns and slips in the plainest way: the sign of each, and the last day."""
    found, turned, last = set(), [], ""
    for day, sign in sorted(signs):
        if sign != "?" and last and sign != last:
            turned.append(day)
        last = sign if sign != "?" else last
    if len(turned) > 1:
        found.add(("changing_criteria", turned[-1]))
    later = [day for day, was, now in closes if now > was]
    if len(later) > 1:
        found.add(("delays", max(later)))
    return found


@pytest.mark.parametrize("seed", range(60))
def test_flips_and_slips_agree_with_a_recount(seed: int) -> None:
    """Over random histories, in any order in the file, they are those counted by hand."""
    chance = Random(seed)  # noqa: S311 - for test data
    days = [TODAY - timedelta(each) for each in chance.sample(range(1, 200), 8)]
    signs = [(day, chance.choice("+-?")) for day in days]
    moved = [TODAY - timedelta(each) for each in chance.sample(range(200), chance.randrange(5))]
    near = [TODAY + timedelta(each) for each in range(90)]
    closes = [(day, chance.choice(near), chance.choice(near)) for day in moved]
    said = "".join(
        f'  - {{date: {day}, ratings: {{compelling_event: {{us: "{sign}"}}}}}}\n'
        for day, sign in signs
    )
    history = "".join(
        f"  - {{date: {day}, field: expected_close, from: {was}, to: {now}}}\n"
        for day, was, now in closes
    )
    found = seen(f"assessments:\n{said}" + (f"history:\n{history}" if history else ""))
    assert {(each.sign, each.date) for each in found} == recounted(signs, closes)
