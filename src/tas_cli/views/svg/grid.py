"""The grid as a drawing: twenty criteria in four blocks, a column for us and for each competitor.

In a column, a mark is on the left for weak, in the middle for unknown and on the right for strong,
so a party's profile is seen at a glance. Each question says who leads in it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple
from xml.etree.ElementTree import Element

from tas_cli.assess.sheet import CriterionRow, Sheet
from tas_cli.assess.tally import Tally
from tas_cli.method.catalogue import US
from tas_cli.views.svg.elements import add, hover, path, write, write_lines
from tas_cli.views.svg.geometry import Point
from tas_cli.views.svg.lettering import Font, folded, width
from tas_cli.views.svg.marks import Look, look, mark, placed, scale
from tas_cli.views.svg.palette import FAINT, GROUND, INK, QUIET
from tas_cli.views.words import party_name, pole, short_date, signed

_NUMBER, _NAME, _POLE, _GAP = 26.0, 232.0, 62.0, 10.0
_LEAST, _MOST, _SHARED = 78.0, 170.0, 540.0
"""The widths of a column, and what all of them share where that is between."""
_NAMED = 130.0
"""How wide a column becomes for a long word in a name, rather than break it."""
_REACH, _BESIDE = 50.0, 16.0
"""How far the poles are at most from the middle of a column, and from its edges at least."""
_HEADING = 1.3
"""The height of a question's heading, in rows."""
_BELOW = 0.15
"""What is free below the criteria of a question, in rows."""
_ROWS = 20 + 5 * _HEADING + 4 * _BELOW
"""Criteria, questions and the sum, in rows."""
_TITLE, _CRITERION, _SMALL = Font(13, bold=True), Font(13), Font(11, QUIET)
_PARTY, _SUM = Font(13, bold=True, middle=True), Font(12.5, QUIET, middle=True)
_BEST, _NOTE = Font(12.5, INK, bold=True, middle=True), _SMALL._replace(middle=True)
_LEADING = 1.25
_PALE = "0.45"
_SAID = {
    Look.FIRM: "",
    Look.CLAIMED: ", no evidence",
    Look.STALE: ", not re-checked for a long time",
}


class Head(NamedTuple):
    """The lines above a column: a name and, in smaller letters, since when it is out."""

    name: list[str]
    note: list[str]

    @property
    def height(self) -> float:
        """Its height."""
        return (len(self.name) * _PARTY.size + len(self.note) * _NOTE.size) * _LEADING


class Grid(NamedTuple):
    """A sheet, and where its grid is drawn: its upper left corner and the height of a row.

    `columns` are the middles by party, `wide` the width of each, `heads` what is above each,
    and `top` the height of the heads.
    """

    sheet: Sheet
    at: Point
    row: float
    columns: dict[str, float]
    wide: float
    heads: dict[str, Head]
    top: float

    @property
    def right(self) -> float:
        """The right edge."""
        return max(self.columns.values()) + self.wide / 2 + _POLE + _GAP

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.at.y + self.top + self.row * _ROWS

    def rising(self, height: float, least: float, most: float) -> Grid:
        """Return the grid with rows so high that it takes a height, if they can be."""
        row = (height - self.top) / _ROWS
        return self._replace(row=max(least, min(row, most)))


def laid_out(sheet: Sheet, at: Point, row: float) -> Grid:
    """Return where everything in a grid is; names have as many lines as they need."""
    names = {party: party_name(sheet.opportunity, party) for party in sheet.parties}
    words = (word for name in names.values() for word in name.split())
    longest = max((width(word, _PARTY) for word in words), default=0) + 12
    wide = max(_LEAST, min(_NAMED, longest), min(_MOST, _SHARED / len(names)))
    first = at.x + _NUMBER + _NAME + _POLE + _GAP + wide / 2
    columns = {party: first + wide * place for place, party in enumerate(names)}
    heads = {party: _head(sheet, party, name, wide - 8) for party, name in names.items()}
    top = max(each.height for each in heads.values()) + 12
    return Grid(sheet, at, row, columns, wide, heads, top)


def _head(sheet: Sheet, party: str, name: str, room: float) -> Head:
    out = sheet.opportunity.competitors[party].out if party in sheet.card.out else None
    note = f"out since {short_date(out.date, sheet.day)}" if out else ""
    return Head(folded(name, room, _PARTY), folded(note, room, _NOTE))


class _Sums(NamedTuple):
    """A heading: each party's tally, and who leads."""

    title: str
    tallies: Mapping[str, Tally]
    leaders: tuple[str, ...]


def draw(parent: Element, grid: Grid) -> None:
    """Draw a grid."""
    _ground(parent, grid)
    _heads(parent, grid)
    sheet, y = grid.sheet, grid.at.y + grid.top
    for question, rows, tallies, leaders in sheet.blocks:
        title = f"{question.number} {question.title}"
        _sums(parent, y, _Sums(title, tallies, leaders), grid)
        y += grid.row * _HEADING
        for row in rows:
            _row(parent, y + grid.row / 2, row, grid)
            y += grid.row
        y += grid.row * _BELOW
    _sums(parent, y, _Sums("All twenty criteria", sheet.totals, sheet.leaders), grid)


def _ground(parent: Element, grid: Grid) -> None:
    """Draw a band behind our column."""
    left, height = grid.columns[US] - grid.wide / 2, grid.bottom - grid.at.y
    size = {"width": grid.wide, "height": height, "rx": 4}
    add(parent, "rect", x=left, y=grid.at.y, fill=GROUND, **size)


def _heads(parent: Element, grid: Grid) -> None:
    """Write the parties' names, the last lines beside one another."""
    for party, head in grid.heads.items():
        color = QUIET if party in grid.sheet.card.out else INK
        top = grid.at.y + grid.top - head.height
        at = Point(grid.columns[party], top + _PARTY.size * 0.5)
        below = write_lines(parent, at, head.name, _PARTY._replace(color=color), _LEADING)
        write_lines(parent, below, head.note, _NOTE, _LEADING)


def _sums(parent: Element, y: float, sums: _Sums, grid: Grid) -> None:
    """Write a heading with the balance of each party, and who leads."""
    line = path("M", Point(grid.at.x, y), "L", Point(grid.right, y))
    add(parent, "path", d=line, stroke=FAINT, stroke_width=0.8)
    base = y + grid.row * _HEADING * 0.65
    write(parent, Point(grid.at.x, base), sums.title, _TITLE)
    lead = "leads" if len(sums.leaders) == 1 else "level"
    for party, tally in sums.tallies.items():
        best = party in sums.leaders and len(sums.tallies) > 1
        words = f"{signed(tally.balance)} {lead}" if best else signed(tally.balance)
        write(parent, Point(grid.columns[party], base), words, _BEST if best else _SUM)


def _row(parent: Element, y: float, row: CriterionRow, grid: Grid) -> None:
    """Draw a criterion: its name, the marks of all parties, and the poles beside them."""
    base, at, criterion = y + 4.5, grid.at.x, row.criterion
    write(parent, Point(at + _NUMBER - 10, base), str(criterion.number), _SMALL._replace(end=True))
    write(parent, Point(at + _NUMBER, base), criterion.title, _CRITERION)
    left = grid.columns[US] - grid.wide / 2 - _GAP
    weak = criterion.minus_pole_beside({cell.rating for cell in row.cells.values()})
    write(parent, Point(left, base), weak, _SMALL._replace(end=True))
    write(parent, Point(grid.right - _POLE, base), criterion.plus_pole, _SMALL)
    for party, middle in grid.columns.items():
        pale = {"opacity": _PALE} if party in grid.sheet.card.out else {}
        _cell(add(parent, "g", **pale), Point(middle, y), row, party, grid)


def _cell(group: Element, middle: Point, row: CriterionRow, party: str, grid: Grid) -> None:
    state, reach = row.cells[party], min(_REACH, grid.wide / 2 - _BESIDE)
    hover(group, f"{row.criterion.title}: {cell_words(row, party, grid.sheet)}")
    scale(group, middle, reach)
    if state.rated:
        shown = look(grid.sheet, state, party)
        mark(group, placed(middle, state.rating, reach), state.rating, shown)


def cell_words(row: CriterionRow, party: str, sheet: Sheet) -> str:
    """Return what a cell shows: X-Sys strong."""
    state, who = row.cells[party], party_name(sheet.opportunity, party)
    said = pole(row.criterion, state.rating) if state.rated else "not rated"
    return f"{who} {said}{_SAID[look(sheet, state, party)]}"
