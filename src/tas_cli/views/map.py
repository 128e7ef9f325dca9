"""`tas map`: who decides: a tree of authority, with influence and conflicts in lanes beside it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.influence import confirmed, insights, sides
from tas_cli.board.voices import voices
from tas_cli.views.described import described
from tas_cli.views.lanes import CONFLICT
from tas_cli.views.map_legend import legend
from tas_cli.views.map_plan import AUTHORITY, Map, planned
from tas_cli.views.map_table import fitted, table
from tas_cli.views.map_words import said, strongest
from tas_cli.views.page import (
    DIM,
    GAP,
    Block,
    Hint,
    Item,
    Page,
    Title,
    item,
    items,
    leading,
    paragraph,
    section,
)
from tas_cli.views.words import short_date
from tas_cli.words import counted, enumerated

DRAWN, DOCUMENT, LINES = "drawn", "document", "lines"
"""The forms of a map: for a terminal, for markdown, and plain lines for a screen reader."""
_COLUMNS = 34
"""How many columns of lanes there are if the width is not limited: a letter for each influence."""
_MOST = 10
"""How many sentences of what the map says are shown in full."""


def page(
    name: str,
    deal: DealOnDay,
    by: str = AUTHORITY,
    width: int | None = None,
    form: str = DRAWN,
) -> Page:
    """Return the map of the deal `name`, sorted by authority or by influence.

    It has as many lanes as fit into a `width` in cells, and says in words what the others show. A
    document has columns with names instead of lanes, and plain lines have everything in words.
    """
    if not deal.people:
        return _nobody(name, deal)
    return (_head(name, deal), GAP, *_everybody(deal, by, width, form), *_says(name, deal))


def _everybody(deal: DealOnDay, by: str, width: int | None, form: str) -> Iterator[Block]:
    shown = planned(deal, by, limited=width is not None)
    if form == LINES:
        yield items((item(described(row.key, deal)) for row, _ in shown.people), 0)
    elif form == DOCUMENT:
        yield table(shown, document=True)
        yield from _legend(shown._replace(lanes=(), conflicts=()))
    else:
        shown = fitted(shown, width) if width else shown.with_room(_COLUMNS)
        yield table(shown)
        yield from _legend(shown)
        yield section("No room to draw", items(_undrawn(shown), 2, "•"))


def _nobody(name: str, deal: DealOnDay) -> Page:
    spoken = [Hint(f"Add those who said something: `tas people {name} --from-evidence`")]
    return (
        paragraph(f"{name} has nobody on the map yet."),
        Hint(f'Add the first: `tas people {name} "Name, title"`'),
        *(spoken if voices(deal) else ()),
        Hint(f"Add several on a full screen: `tas map {name} --edit`"),
    )


def nobody_then(day: date, first: date, today: date) -> str:
    """Return that nobody was on the map on an earlier day, and when the first came."""
    days = (short_date(each, today) for each in (day, first))
    return "Nobody was on the map on {}; the first came on {}.".format(*days)


def _head(name: str, deal: DealOnDay) -> Block:
    people, entries = counts(deal)
    return Title(
        name,
        (deal.opportunity.customer, people, short_date(deal.day, deal.day), entries),
    )


def counts(deal: DealOnDay) -> tuple[str, str]:
    """Return how many people a map has, and how many of them are confirmed and assumed."""
    total, proven = len(deal.people), len(confirmed(deal.people))
    entries = f"{proven} confirmed, {total - proven} assumed" if proven else "all assumed"
    return counted(total, "person", "people"), entries


def _says(name: str, deal: DealOnDay) -> Iterator[Block]:
    found = said(name, deal, insights(deal))
    yield leading("What the map says", found, _MOST)
    known = strongest(deal, sides(deal.present))
    yield from (GAP, paragraph(known)) if known else ()


def _legend(shown: Map) -> tuple[Block, ...]:
    words = legend(shown)
    return (GAP, paragraph((words, DIM))) if words else ()


def _undrawn(shown: Map) -> Iterator[Item]:
    for lane in shown.undrawn:
        names = [shown.deal.people[key].named(key) for key in lane.who]
        if CONFLICT in lane.marks.values():
            yield item(f"{enumerated(names)} are in conflict")
        else:
            yield item(f"{names[0]} influences {enumerated(names[1:])}")
