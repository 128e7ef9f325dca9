"""The drawing of a map holds for any organization: everybody once, no lane over another."""

from __future__ import annotations

from datetime import date
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tas_cli.assess.deal import DealOnDay
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.settings import Settings
from tas_cli.views.lanes import CONFLICT, SOURCE, TARGET, drawn
from tas_cli.views.map import page
from tas_cli.views.map_plan import Map, planned
from tas_cli.views.map_table import fitted
from tas_cli.views.terminal.page import text
from tas_cli.views.terminal.screen import Screen

DAY = date(2026, 11, 23)
KEYS = [f"p{number}" for number in range(40)]
WIDTH = 80


FIELDS: dict[str, tuple[str, ...]] = {
    "name": ("Ann Lee", "Bartholomew Featherstonehaugh", "李明"),
    "title": ("CEO", "Director of everything that moves"),
    "company": ("Lowell Partners",),
    "influence": tuple("12345"),
    "rank": tuple("12345"),
    "coverage": ("none", "brief", "in_depth"),
    "status": ("enemy", "neutral", "mentor"),
    "left": ("2026-11-20",),
    "unidentified": ("yes",),
}


def organization(seed: int) -> dict[str, dict[str, Any]]:
    """Return up to 40 people with any lines between them, rings and dead ends included."""
    dice = Random(seed)  # noqa: S311 - nothing secret
    keys = KEYS[: dice.randint(1, len(KEYS))]
    found: dict[str, dict[str, Any]] = {}
    for key in keys:
        each: dict[str, Any] = {
            name: dice.choice(values)
            for name, values in FIELDS.items()
            if dice.random() < dice.random()
        }
        for name in ("influences", "conflicts"):
            if dice.random() < 0.3:
                each[name] = dice.choices(keys, k=dice.randint(0, 4))
        if dice.random() < 0.8:
            each["reports_to"] = dice.choice([*keys, "nobody-here"])
        found[key] = each
    return found


ORGANIZATIONS = st.integers(0, 2**32).map(organization)


def deal(people: dict[str, dict[str, Any]]) -> DealOnDay:
    """Return a deal with these people."""
    head = {"tas": "1", "name": "A", "customer": "B", "people": people}
    return DealOnDay.of(Opportunity.model_validate(head), Settings(), DAY)


def shown_at(found: DealOnDay, by: str = "authority") -> str:
    """Return the map on a terminal of 80 columns."""
    return text(page("a", found, by, WIDTH), Screen(WIDTH, cut=True))


def marks(shown: Map) -> set[tuple[str, str, str]]:
    """Return whom the drawn lanes relate, read off the columns of the drawing."""
    keys = [row.key for row in shown.rows]
    found = set()
    for lanes in [*((each,) for each in shown.lanes), *shown.conflicts]:
        column = [drawn(lanes, at) for at in range(len(keys))]
        source = [key for key, mark in zip(keys, column, strict=True) if mark == SOURCE]
        targets = [key for key, mark in zip(keys, column, strict=True) if mark == TARGET]
        found |= {("influences", key, target) for key in source for target in targets}
        pair = [key for key, mark in zip(keys, column, strict=True) if mark == CONFLICT]
        found |= {("conflicts", *two) for two in zip(pair[::2], pair[1::2], strict=True)}
    return found


@settings(max_examples=200)
@given(ORGANIZATIONS)
def test_any_organization(people: dict[str, dict[str, Any]]) -> None:
    """Everybody has one row, and what is drawn beside the rows is what the people say."""
    found = deal(people)
    here = {key: each for key, each in found.people.items() if not each.gone(DAY)}
    influences = {
        ("influences", key, other)
        for key, each in here.items()
        for other in each.influences
        if other in here and other != key
    }
    pairs = {
        frozenset((key, other))
        for key, each in here.items()
        for other in each.conflicts
        if other in here and other != key
    }
    for by in ("authority", "influence"):
        shown = planned(found, by)
        assert sorted(row.key for row in shown.rows if row.key) == sorted(people)
        read = marks(shown)
        assert {each for each in read if each[0] == "influences"} == influences
        conflicts = [frozenset(each[1:]) for each in read if each[0] == "conflicts"]
        assert set(conflicts) == pairs
        assert len(conflicts) == len(pairs)


@settings(max_examples=60)
@given(ORGANIZATIONS, st.sampled_from(["authority", "influence"]))
def test_any_organization_in_80_columns(people: dict[str, dict[str, Any]], by: str) -> None:
    """No line is too long, and each lane is drawn or said in words."""
    found = deal(people)
    shown = shown_at(found, by)
    whole = planned(found, by, limited=True)
    fitting = fitted(whole, WIDTH)
    assert all(_cells(line) <= WIDTH for line in shown.splitlines())
    every = sum(map(len, whole.conflicts)) + len(whole.lanes)
    beside = sum(map(len, fitting.conflicts)) + len(fitting.lanes)
    assert beside + len(fitting.undrawn) == every
    assert shown.count("\n• ") == len(fitting.undrawn)


def _cells(line: str) -> int:
    return sum(2 if each in "李明" else 1 for each in line)


@settings(max_examples=60)
@given(ORGANIZATIONS, st.data())
def test_an_unrelated_change_leaves_the_other_rows(
    people: dict[str, dict[str, Any]], data: st.DataObject
) -> None:
    """Another title changes the row of that person alone, in the pipe as drawn beside it."""
    key = data.draw(st.sampled_from(sorted(people)))
    before, after = (
        planned(deal({**people, key: {**people[key], "title": title}})) for title in ("A", "B")
    )
    assert (before.rows, before.lanes, before.conflicts) == (
        after.rows,
        after.lanes,
        after.conflicts,
    )


def test_a_chain_of_forty() -> None:
    """A deep chain keeps its names in 80 columns: deep levels are numbered instead of indented."""
    chain = {
        key: {
            "name": f"Person {at}",
            "title": "Manager",
            **({"reports_to": KEYS[at - 1]} if at else {}),
        }
        for at, key in enumerate(KEYS)
    }
    shown = shown_at(deal(chain)).splitlines()
    assert [line.split() for line in shown[3:9]] == [
        ["Person", "0", "Manager"],
        *(["└", "Person", str(at), "Manager"] for at in range(1, 6)),
    ]
    assert shown[42].split() == ["└", "40:", "Person", "39", "Manager"]


def test_forty_below_one() -> None:
    """A wide organization is a list: everybody below the one boss, the last with the corner."""
    wide = {key: {"reports_to": KEYS[0]} if at else {} for at, key in enumerate(KEYS)}
    shown = shown_at(deal(wide)).splitlines()
    assert [line.split()[0] for line in shown[4:43]] == ["├"] * 38 + ["└"]


def test_conflicts_that_touch_have_columns_of_their_own() -> None:
    """Pairs that touch would read as one conflict; with a row between them, they share."""

    def columns(*pairs: tuple[int, int]) -> int:
        people: dict[str, dict[str, Any]] = {key: {} for key in KEYS[:8]}
        for first, second in pairs:
            people[KEYS[first]]["conflicts"] = [KEYS[second]]
        return len(planned(deal(people)).conflicts)

    assert columns((0, 1), (2, 3)) == 2
    assert columns((0, 1), (3, 4)) == 1
    assert columns((0, 4), (1, 2)) == 2


def test_the_most_influential_are_drawn_first() -> None:
    """Where not all lanes fit, the most influential are drawn, in the order of the rows."""
    grades = dict(zip(KEYS[:5], "24351", strict=True))
    people = {key: {"influences": [KEYS[9]], "influence": grade} for key, grade in grades.items()}
    shown = planned(deal({**people, KEYS[9]: {}})).with_room(3)
    assert [lane.who[0] for lane in shown.lanes] == [KEYS[1], KEYS[2], KEYS[3]]
    assert [lane.who[0] for lane in shown.undrawn] == [KEYS[0], KEYS[4]]


def test_more_who_influence_than_letters() -> None:
    """Without a limited width there is a lane for each letter; further influence is in words."""
    people = {key: {"influences": [KEYS[0], KEYS[1]]} for key in KEYS}
    shown = text(page("a", deal(people)), Screen())
    assert " y z\n" in shown
    assert shown.count(" influences ") == len(KEYS) - 26 + 1
