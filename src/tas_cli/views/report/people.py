"""The people on a page: who decides, the map, and what it says.

Whether the page may say how they stand is decided before: without it, nothing here mentions it.
"""

from __future__ import annotations

from collections.abc import Iterator

from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.influence import confirmed, insights, sides
from tas_cli.assess.organization import organization
from tas_cli.assess.sheet import Sheet
from tas_cli.method.people import coverages, roles, standings
from tas_cli.model.person import Person
from tas_cli.views.described import backed_names
from tas_cli.views.map import counts
from tas_cli.views.map_words import sentence, strongest
from tas_cli.views.page import (
    STRONG,
    Block,
    Column,
    Figure,
    Table,
    cells,
    item,
    items,
    paragraph,
    section,
)
from tas_cli.views.svg.map import map_drawing
from tas_cli.views.words import short_date
from tas_cli.words import enumerated

_DECIDING = ("decision_maker", "approver")
"""The roles without which nothing is bought."""
_NAMED = 3
"""How many people with such a role are named."""


def people(_: str, sheet: Sheet) -> Iterator[Block]:
    """Yield who decides, the map, and what it says; nothing without people."""
    if sheet.people:
        yield paragraph((" ".join(_deciding(sheet)), STRONG))
        yield paragraph(strongest(sheet, sides(sheet.present)))
        yield from mapped(sheet)


def mapped(deal: DealOnDay) -> Iterator[Block]:
    """Yield the map of a deal's people, with everybody in words, and what it says."""
    yield Figure("Who decides", lambda _: map_drawing(deal), _table(deal), (_counted(deal),))
    found = (item(sentence(deal, each)) for each in insights(deal))
    yield section("What the map says", items(found))


def _deciding(deal: DealOnDay) -> Iterator[str]:
    """Yield who has the roles that decide, of those who are still there."""
    for role in _DECIDING:
        who = [
            each.titled(key) if each.identified else each.named(key)
            for key, each in deal.present.items()
            if role in each.roles
        ]
        if who:
            more = f" and {len(who) - _NAMED} more" if who[_NAMED:] else ""
            yield f"{roles()[role].title}: {'; '.join(who[:_NAMED])}{more}."


def _counted(deal: DealOnDay) -> str:
    number, entries = counts(deal)
    return f"{number}: {entries}."


def _table(deal: DealOnDay) -> Table:
    """Return everybody in the order of the organization, in words, with the columns in use."""
    rows = [_facts(key, deal) for key in organization(deal.people)]
    used = [head for head in rows[0] if any(row[head] for row in rows)]
    shown = (cells(*(row[head] for head in used)) for row in rows)
    return Table(tuple(map(Column, used)), tuple(shown))


def _facts(key: str, deal: DealOnDay) -> dict[str, str]:
    """Return what is said of a person, by the column it is in."""
    person, proven = deal.people[key], confirmed(deal.people)
    return {
        "Name": person.named(key),
        "Title": ", ".join(filter(None, (person.title, person.company))),
        "Reports to": _names([person.reports_to or ""], deal),
        "Role": ", ".join(roles()[role].title.lower() for role in person.roles),
        "With us": standings()[person.status].title.lower() if person.status else "",
        "Influence": f"{person.influence} of 5" if person.influence else "",
        "Contact": coverages()[person.coverage].title.lower() if person.coverage else "",
        "Influences": _names(person.influences, deal),
        "In conflict with": _names(person.conflicts, deal),
        "Backs": enumerated(backed_names(person, deal)),
        "Left": _left(deal, person),
        "Entry": ("confirmed" if person.evidence else "assumed") if proven else "",
    }


def _names(keys: list[str], deal: DealOnDay) -> str:
    return enumerated([deal.people[key].named(key) for key in keys if key in deal.people])


def _left(deal: DealOnDay, person: Person) -> str:
    if not person.left:
        return ""
    day = short_date(person.left, deal.day)
    return day if person.gone(deal.day) else f"leaves {day}"
