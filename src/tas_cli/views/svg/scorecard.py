"""The scorecard as a picture for slides: on the left what it comes to, on the right the grid."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import itemgetter
from typing import NamedTuple
from xml.etree.ElementTree import Element

from tas_cli.assess.sheet import CriterionRow, Sheet
from tas_cli.method.catalogue import US, strategies
from tas_cli.model.scalars import Rating
from tas_cli.views.head import closing, must_act, why_closed
from tas_cli.views.page import bare
from tas_cli.views.show import assessed
from tas_cli.views.svg import grid
from tas_cli.views.svg.document import canvas, picture, resized
from tas_cli.views.svg.elements import write, write_lines
from tas_cli.views.svg.geometry import Point
from tas_cli.views.svg.lettering import Font, folded
from tas_cli.views.svg.marks import Look, look, mark, placed, scale
from tas_cli.views.svg.palette import QUIET
from tas_cli.views.verdict import candidates, choice, first_to_find_out, titled, verdict
from tas_cli.views.words import amount, party_name
from tas_cli.words import counted, enumerated

_SIDE, _GAP, _EDGE = 268.0, 46.0, 36.0
"""How wide the words are at least, what is between them and the grid, and what `picture` adds."""
_SIDE_SHARE = 0.6
"""How much of what a narrow grid leaves of a slide the words take; the rest parts them from it."""
_SHAPE = 9 / 16
"""The height of a slide, in parts of its width."""
_LOW, _HIGH = 21.0, 30.0
"""The height of a row, from what is readable to what is still one picture."""
_SIGN, _REACH = 24.0, 13.0
"""The height of a line of the legend, and how far its scale reaches."""
_NEXT = 3
"""The most ratings to find out next that are named."""
_NAME, _CUSTOMER, _ANSWER = Font(23, bold=True), Font(15), Font(18, bold=True)
_WORDS, _FACT, _KEY = Font(12.5), Font(12.5, QUIET), Font(11.5, QUIET)
_SUM = Font(11.5, bold=True, middle=True)


class _Said(NamedTuple):
    """Some words, their font, and how many pixels are free above them."""

    words: str
    font: Font
    above: float = 0


class _Sign(NamedTuple):
    """A line of the legend: a mark, the scale alone or a sum, and what it means."""

    words: str
    rating: Rating | None = None
    look: Look = Look.FIRM
    sum: str = ""


def scorecard_svg(sheet: Sheet) -> str:
    """Return the scorecard of a deal as an SVG document."""
    title = f"{sheet.opportunity.name} · {sheet.opportunity.customer}"
    return picture(scorecard(sheet), title, _described(sheet))


def scorecard(sheet: Sheet) -> Element:
    """Return the scorecard of a deal as a drawing in the shape of a slide, if it fits on one."""
    low = grid.laid_out(sheet, Point(_SIDE + _GAP, 0), _LOW)
    missing = max(0, (low.bottom + 2 * _EDGE) / _SHAPE - 2 * _EDGE - low.right)
    side = _SIDE + missing * _SIDE_SHARE
    wide = grid.laid_out(sheet, Point(_SIDE + _GAP + missing, 0), _LOW)
    slide = (wide.right + 2 * _EDGE) * _SHAPE - 2 * _EDGE
    drawn = wide.rising(slide, _LOW, _HIGH)
    root = canvas(drawn.right, slide)
    grid.draw(root, drawn)
    below = _side(root, sheet, side)
    signs = [*_signs(sheet)]
    top = max(below + _SIGN, drawn.bottom - _SIGN * len(signs))
    _legend(root, top, signs)
    return resized(root, drawn.right, max(drawn.bottom, top + _SIGN * len(signs)))


def _side(root: Element, sheet: Sheet, wide: float) -> float:
    """Write what the deal is and what its scorecard comes to; return the lower edge."""
    y = 0.0
    for words, font, above in filter(itemgetter(0), _says(sheet)):
        at = Point(0, y + above + font.size * 0.85)
        lines = folded(words[0].upper() + words[1:], wide, font)
        y = write_lines(root, at, lines, font, 1.3).y - font.size * 0.85
    return y


def _says(sheet: Sheet) -> Iterator[_Said]:
    deal, decision, day = sheet.opportunity, sheet.decision, sheet.day
    yield _Said(deal.name, _NAME)
    yield _Said(deal.customer, _CUSTOMER, 4)
    yield _Said(amount(deal.amount, sheet.currency), _FACT, 12)
    yield _Said(closing(deal, day), _FACT)
    yield _Said(f"as of {day.day} {day:%B %Y}", _FACT)
    yield _Said(must_act(deal) if sheet.open else why_closed(deal), _FACT, 6)
    yield from _answer(sheet)
    if sheet.open:
        yield _Said(bare(first_to_find_out(deal, decision, _NEXT).words), _WORDS, 10)
    yield _Said(_lead(sheet), _WORDS, 10)
    yield _Said(bare((assessed(sheet),)), _FACT, 10)


def _answer(sheet: Sheet) -> Iterator[_Said]:
    """Yield what is recommended and what it means, or what is still possible; and the choice."""
    decision = sheet.decision
    if recommended := decision.recommended:
        yield _Said("Recommended", _FACT, 24)
        yield _Said(titled(recommended, decision.variation), _ANSWER, 2)
        yield _Said(strategies()[recommended].summary, _FACT, 3)
    else:
        yield _Said("Undecided between", _FACT, 24)
        yield _Said(candidates(decision), _ANSWER, 2)
    yield _Said(choice(sheet.opportunity, decision, why=False), _WORDS, 10)


def _lead(sheet: Sheet) -> str:
    """Return who leads over all criteria, and in which questions; empty without competitors."""
    if len(sheet.parties) < 2:
        return ""
    deal = sheet.opportunity
    names = ["We" if each == US else party_name(deal, each) for each in sheet.leaders]
    if not names:
        return "Nobody leads: no strength is known yet."
    if len(names) > 1:
        every = len(names) == len(sheet.parties)
        return "All are level overall." if every else f"{enumerated(names)} lead together overall."
    lead = "lead" if sheet.leaders == (US,) else "leads"
    return f"{names[0]} {lead} overall{_in_questions(sheet)}."


def _in_questions(sheet: Sheet) -> str:
    """Return in which questions whoever leads over all criteria leads alone, too."""
    ahead = [str(each.question.number) for each in sheet.blocks if each.leaders == sheet.leaders]
    if len(ahead) == len(sheet.blocks):
        return ", and in all four questions"
    numbers = f"question{'s' if len(ahead) > 1 else ''} {enumerated(ahead)}"
    return f", and in {numbers}" if ahead else ""


def _signs(sheet: Sheet) -> Iterator[_Sign]:
    """Yield what the legend explains: every rating, and what else is on the grid."""
    cells = [(state, party) for row in sheet.rows for party, state in row.cells.items()]
    yield _Sign("weak: on the left", "-")
    yield _Sign("unknown: in the middle", "?")
    yield _Sign("strong: on the right", "+")
    looks = {look(sheet, state, party) for state, party in cells}
    if Look.CLAIMED in looks:
        yield _Sign("strong, but without evidence", "+", Look.CLAIMED)
    if Look.STALE in looks:
        words = f"not re-checked for {counted(sheet.staleness.after, 'day')}"
        yield _Sign(words, "+", Look.STALE)
    if not all(state.rated for state, _ in cells):
        yield _Sign("not rated: counts as unknown")
    yield _Sign("strong minus weak criteria", sum="+2")


def _legend(root: Element, top: float, signs: Iterable[_Sign]) -> None:
    at = Point(_REACH + 8, top + _SIGN / 2)
    for sign in signs:
        if sign.sum:
            write(root, at.moved(Point(0, 4)), sign.sum, _SUM)
        else:
            scale(root, at, _REACH)
        if sign.rating:
            mark(root, placed(at, sign.rating, _REACH), sign.rating, sign.look, 7)
        write(root, at.moved(Point(_REACH + 18, 4)), sign.words, _KEY)
        at = at.moved(Point(0, _SIGN))


def _described(sheet: Sheet) -> Iterator[str]:
    """Yield for screen readers what the picture shows, criterion by criterion."""
    yield bare(verdict(sheet.decision))
    yield _lead(sheet)
    yield from (_criterion(row, sheet) for row in sheet.rows)


def _criterion(row: CriterionRow, sheet: Sheet) -> str:
    cells = (grid.cell_words(row, party, sheet) for party in row.cells)
    return f"{row.criterion.number} {row.criterion.title}: {'; '.join(cells)}."
