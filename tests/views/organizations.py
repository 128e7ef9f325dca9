"""Organizations of any shape, drawn at random, and the deals that have them."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import strategies as st

from tas_cli.assess.deal import DealOnDay
from tas_cli.method.people import coverages, roles, standings
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.person import Person
from tas_cli.model.settings import Settings

DAY = date(2026, 11, 30)
LINES = st.lists(st.tuples(st.integers(0, 99), st.booleans()), max_size=40)
"""For each person whom they report to, by any number, and whether they are from outside."""
_SOMEBODY = st.integers(0, 12).map(lambda at: f"p{at}")
_FIELDS = st.fixed_dictionaries(
    {},
    optional={
        "status": st.sampled_from([*standings()]),
        "coverage": st.sampled_from([*coverages()]),
        "influence": st.integers(1, 5).map(str),
        "left": st.sampled_from(["2026-11-01", "2027-02-01"]),
        "unidentified": st.just("yes"),
        "roles": st.lists(st.sampled_from([*roles()]), max_size=5, unique=True),
        "influences": st.lists(_SOMEBODY, max_size=2, unique=True),
        "conflicts": st.lists(_SOMEBODY, max_size=2, unique=True),
        "rivals": st.sampled_from([{"x": "mentor"}, {"x": "enemy"}]),
    },
)


def staff(lines: list[tuple[int, bool]]) -> dict[str, Person]:
    """Return people with lines of authority, dead ends and rings among them.

    Most report to somebody before them.
    """
    return {
        f"p{at}": Person(
            reports_to=f"p{boss % (at + 3)}" if boss % 9 else None,
            company="Hart & Co" if outside and boss % 3 == 0 else None,
        )
        for at, (boss, outside) in enumerate(lines)
    }


@st.composite
def organizations(draw: st.DrawFn, text: st.SearchStrategy[str | None]) -> dict[str, Person]:
    """Draw people with any texts and any other fields."""
    people = staff(draw(LINES.filter(lambda lines: len(lines) < 13)))
    return {key: _filled(each, draw(_FIELDS), draw(text)) for key, each in people.items()}


def _filled(person: Person, fields: dict[str, Any], text: str | None) -> Person:
    known = Person.model_validate(fields)
    texts = {"reports_to": person.reports_to, "name": text, "title": text, "company": text}
    return known.model_copy(update={**texts, "company": text if person.company else None})


def deal_of(people: dict[str, Person]) -> DealOnDay:
    """Return a deal with people, on the day."""
    head = {
        "tas": "1",
        "name": "Cranes",
        "customer": "Harbour",
        "competitors": {"x": {"name": "X <&> Y"}},
    }
    deal = Opportunity.model_validate(head).model_copy(update={"people": people})
    return DealOnDay(deal, Settings(), DAY)
