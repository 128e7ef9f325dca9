"""Signs of lost control: those that a deal's file shows by itself, beside those entered."""

from __future__ import annotations

from typing import Any

from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.signs import Seen, seen_signs
from tas_cli.method.plan import lost_control
from tas_cli.nouns.noun import Record
from tas_cli.views.page import (
    DIM,
    GAP,
    STRONG,
    Column,
    Page,
    Table,
    cells,
    paragraph,
    section,
)
from tas_cli.views.records import More

_COLUMNS = (Column("Since"), Column("Sign", most=32, folds=True), Column("Why"))


def signs_more(_name: str, deal: DealOnDay, _listed: list[Record]) -> More:
    """Return the derived signs of a deal, for the list of its signs."""
    found = seen_signs(deal)
    json = {"derived": signs_json(found)}
    if not found:
        return More(json=json)
    return More(f"{len(found)} derived", tuple(_page(found)), json)


def signs_json(found: tuple[Seen, ...]) -> list[dict[str, Any]]:
    """Return derived signs with their titles, for JSON."""
    return [{**each._asdict(), "title": _title(each)} for each in found]


def _page(found: tuple[Seen, ...]) -> Page:
    rows = tuple(cells(str(each.date or ""), (_title(each), STRONG), each.why) for each in found)
    yield section("Derived from ratings, history and people", Table(_COLUMNS, rows, wrapped=True))
    yield GAP
    yield paragraph(("Derived signs go away when the deal's ratings, dates or people change.", DIM))


def _title(seen: Seen) -> str:
    return lost_control()[seen.sign].title
