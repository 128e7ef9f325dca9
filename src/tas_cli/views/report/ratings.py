"""Ratings over time on a page: what moved, in words, as small charts, and as a table."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tas_cli.assess.over_time import Course, Spell, courses, spells, until
from tas_cli.assess.scorecard import Scorecard
from tas_cli.assess.sheet import Sheet
from tas_cli.assess.tally import tally
from tas_cli.method.catalogue import US, criteria, criterion_keys, strategies
from tas_cli.views.condition import numbers
from tas_cli.views.page import DIM, STRONG, Block, Column, Figure, Table, Words, cells, paragraph
from tas_cli.views.svg.multiples import multiples, rival_of, said
from tas_cli.views.svg.spells import spells_svg
from tas_cli.views.words import party_name, signed
from tas_cli.words import counted, enumerated

_TURNED = {"+": "strong", "?": "unknown", "-": "weak"}


def ratings(_: str, sheet: Sheet) -> Iterator[Block]:
    """Yield how the strategy and the ratings moved; nothing to see with fewer than two."""
    cards = sheet.cards
    if len(cards) == 1:
        once = f"Assessed once, on {cards[0].day}."
        yield paragraph(once, (" A second assessment will show what moved.", DIM))
    if len(cards) < 2:
        return
    yield from _strategy(sheet, spells(sheet))
    yield paragraph(*_moved(sheet, cards[0], sheet.card))
    caption = (_others(sheet),)
    yield Figure("Ratings over time", partial(multiples, sheet), _data(sheet), caption)


def _others(sheet: Sheet) -> str:
    """Return which competitors are not drawn; empty if all are."""
    drawn = rival_of(sheet)
    others = [each for each in sheet.parties[1:] if each != drawn]
    if not drawn or not others:
        return ""
    name, *names = (party_name(sheet.opportunity, each) for each in (drawn, *others))
    return f"{name} is drawn, who has the best balance; not {enumerated(names)}."


def _strategy(sheet: Sheet, found: tuple[Spell, ...]) -> Iterator[Block]:
    """Yield since when the strategy is what it is and, if that changed, a drawing."""
    now = found[-1]
    first = "" if len(found) > 1 else ", the first assessment"
    yield paragraph((_reached(now), STRONG), f" since {now.since}{first}.")
    if len(found) > 1:
        rows = tuple(cells(str(each.since), _reached(each)) for each in found)
        draw = partial(spells_svg, found, until(sheet))
        yield Figure("Strategy over time", draw, Table((Column("From"), Column("Strategy")), rows))


def _reached(spell: Spell) -> str:
    names = [strategies()[key].title for key in spell.reachable]
    if len(names) == 1:
        return f"{names[0]} recommended"
    return f"Undecided between {enumerated(names)}"


def _moved(sheet: Sheet, was: Scorecard, now: Scorecard) -> Iterator[str]:
    """Yield which of our ratings differ from those of the first assessment, and the balances."""
    differing = [key for key in criterion_keys() if was.rating(key, US) != now.rating(key, US)]
    yield f"Since {was.day}, over {counted(len(sheet.cards), 'assessment')}: "
    for rating, words in _TURNED.items():
        turned = [key for key in differing if now.rating(key, US) == rating]
        yield f"{numbers(turned)} turned {words}. " if turned else ""
    yield "" if differing else "no rating of ours is another one. "
    rival = rival_of(sheet)
    balances = (
        f"{party_name(sheet.opportunity, party)} {_balance(was, party)} → {_balance(now, party)}"
        for party in (US, *([rival] if rival else []))
    )
    yield f"Balance (strong less weak): {', '.join(balances)}."


def _balance(card: Scorecard, party: str) -> str:
    return signed(tally(card, party).balance)


def _data(sheet: Sheet) -> Table:
    """Return each criterion's ratings with the days on which they changed."""
    rival = rival_of(sheet)
    ours, theirs = courses(sheet, US), courses(sheet, rival) if rival else {}
    other = (Column(party_name(sheet.opportunity, rival)),) if rival else ()
    rows = (
        (
            *cells(str(each.number), each.title),
            _said(ours.get(each.key)),
            *([_said(theirs.get(each.key))] if rival else []),
            _shown(ours.get(each.key)),
        )
        for each in criteria()
    )
    columns = (Column("#", right=True), Column("Criterion"), Column("We"))
    return Table((*columns, *other, Column("We, with evidence")), tuple(rows))


def _said(course: Course | None) -> Words:
    return (said(course),) if course else (("not rated", DIM),)


def _shown(course: Course | None) -> Words:
    return (", ".join(str(each.day) for each in course.shown) if course else "",)
