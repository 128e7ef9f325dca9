"""The grid: twenty criteria in four blocks, a column for us and for each competitor.

Between a criterion's two poles, the mark is on the left for -, in the middle for ? and on the right
for +. So weak and unknown cells are recognized by shape alone; color is only a help.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from rich.cells import cell_len

from tas_cli.assess.scorecard import CellState
from tas_cli.assess.sheet import Block as Question
from tas_cli.assess.sheet import CriterionRow, Sheet
from tas_cli.method.catalogue import US
from tas_cli.views.cells import fit, greyed, right, slots
from tas_cli.views.page import (
    DIM,
    GAP,
    HEADING,
    SIGN,
    SIGN_STYLE,
    STRONG,
    UNKNOWN,
    Block,
    Part,
    line,
    paragraph,
)
from tas_cli.views.words import age, party_name, signed, tallied

_CELL, _NARROW, _POLE, _NAME = 8, 5, 9, 20
_SHORT, _LONG, _WIDE = 21, 34, 100
_REMARK, _ROOMY = 24, 56
"""The least room for evidence beside the grid, and for the questions as well."""
_LEGEND = "–·· weak  ·?· unknown  ··+ strong  · · unrated  evidence: •3w 3 weeks  ! none"
_READING = "How tas works out the balance (+ minus –) and the lead: `tas explain balance`"


def profiles(sheet: Sheet) -> Iterator[Block]:
    """Yield a line for each party: its signs as a bar, its balance, and where it leads."""
    names = {party: party_name(sheet.opportunity, party) for party in sheet.parties}
    width = min(_NAME, max(map(cell_len, names.values())))
    for party, name in names.items():
        tally = sheet.totals[party]
        out = party in sheet.card.out
        parts: list[Part] = [
            (fit(name, width), STRONG),
            "  ",
            ("+" * tally.plus, SIGN_STYLE["+"]),
            (SIGN["-"] * tally.minus, SIGN_STYLE["-"]),
            ("?" * tally.unknown, SIGN_STYLE["?"]),
            f"  {right(signed(tally.balance), 3)}  {tally.known:>3}% known  ",
            (_lead(sheet, party), STRONG),
        ]
        yield line(*(greyed(parts) if out else parts))
    for name in names.values():
        if cell_len(name) > _NAME:
            yield paragraph((f"{fit(name, _NAME)} is {name}", DIM))


def _lead(sheet: Sheet, party: str) -> str:
    """Return where a party leads, or since when it is out of the race."""
    if party in sheet.card.out and (out := sheet.opportunity.competitors[party].out):
        return f"out since {out.date}"
    if len(sheet.parties) < 2:
        return ""
    questions = [str(block.question.number) for block in sheet.blocks if block.leaders == (party,)]
    overall = "LEADS" if sheet.leaders == (party,) else ""
    where = f"ahead in {' '.join(questions)}" if questions else ""
    return ", ".join(part for part in (overall, where) if part)


class _Layout(NamedTuple):
    """The dimensions of a grid on a screen, in cells: `pole` is 0 where the poles are left out."""

    title: int
    parties: tuple[str, ...]
    ours: int
    cell: int
    pole: int
    spare: int = 0

    @property
    def columns(self) -> list[tuple[str, int]]:
        """Each party and the width of its column."""
        return [(party, self.ours if party == US else self.cell) for party in self.parties]


def remarks_fit(sheet: Sheet, width: int) -> bool:
    """Whether beside the grid there is room for what is known and what to ask."""
    return next(_layouts(sheet, width)).spare >= _ROOMY


def grid(sheet: Sheet, width: int) -> Iterator[Block]:
    """Yield the grid; with many competitors, their columns are narrow and the poles left out.

    Columns that do not fit even so follow in another grid.
    """
    for layout in _layouts(sheet, width):
        yield from _table(sheet, layout)


def _layouts(sheet: Sheet, width: int) -> Iterator[_Layout]:
    competitors = sheet.parties[1:]
    title = _LONG if width >= _WIDE else _SHORT
    left = width - (5 + title + _POLE + 1 + _POLE)
    room = max(1, left // (_CELL + 1) - 1)
    if len(competitors) <= room:
        yield _layout(sheet, title, sheet.parties, left)
        return
    left = width - (5 + title) - (1 + _CELL)
    room = max(1, left // (1 + _NARROW))
    for start in range(0, len(competitors), room):
        chunk = competitors[start : start + room]
        cell = min(_CELL, left // len(chunk) - 1)
        yield _Layout(title, (US, *chunk), _CELL, cell, 0)


def _layout(sheet: Sheet, title: int, parties: tuple[str, ...], left: int) -> _Layout:
    """Give the columns the width of their names, if there is room besides the remarks."""
    longest = max(cell_len(party_name(sheet.opportunity, party)) for party in parties)
    remarks = _ROOMY if left - len(parties) * (_CELL + 1) >= _ROOMY else 0
    cell = max(_CELL, min(longest, _NAME, (left - remarks) // len(parties) - 1))
    return _Layout(title, parties, cell, cell, _POLE, left - len(parties) * (cell + 1))


def _table(sheet: Sheet, layout: _Layout) -> Iterator[Block]:
    names: list[Part] = []
    for party, width in layout.columns:
        style = DIM if party in sheet.card.out else STRONG
        names += [(f" {fit(party_name(sheet.opportunity, party), width)}", style)]
    before, after = (right(SIGN["-"], _POLE), " +") if layout.pole else ("", "")
    yield GAP
    yield line((f"{'':{5 + layout.title}}{before}", STRONG), *names, (after, STRONG))
    for question in sheet.blocks:
        yield _question(question, layout)
        yield from (_row(row, layout, sheet) for row in question.rows)


def _question(question: Question, layout: _Layout) -> Block:
    """Return the heading of a question, with each party's signs or, if narrow, its balance."""
    tallies = ((question.tallies[party], width) for party, width in layout.columns)
    counts = (
        fit(tallied(counted) if width >= _CELL else f" {signed(counted.balance)}", width)
        for counted, width in tallies
    )
    title = f"{question.question.number} {question.question.title}"
    name = fit(title, 5 + layout.title + layout.pole)
    return line((f"{name} {' '.join(counts)}", HEADING))


def _row(row: CriterionRow, layout: _Layout, sheet: Sheet) -> Block:
    criterion, ours = row.criterion, row.cells[US].rating
    name = criterion.title if layout.title > _SHORT else criterion.short
    emphasis = SIGN_STYLE[ours] if ours != "+" else ""
    parts: list[Part] = [
        (f"{SIGN[ours] if ours != '+' else ' '} {criterion.number:>2} ", emphasis),
        (fit(name, layout.title), emphasis),
    ]
    for party, width in layout.columns:
        drawn = cell(row.cells[party], sheet.day, width, ours=party == US)
        parts += [" ", *(greyed(drawn) if party in sheet.card.out else drawn)]
    if layout.pole:
        minus = criterion.minus_pole_beside({cell.rating for cell in row.cells.values()})
        parts.insert(2, (right(minus, _POLE), SIGN_STYLE["-"] if ours == "-" else DIM))
        plus = (fit(criterion.plus_pole, _POLE), SIGN_STYLE["+"] if ours == "+" else DIM)
        parts += [" ", plus]
    if layout.spare >= _REMARK:
        parts.append(_beside(row, layout, sheet))
    return line(*parts)


def _beside(row: CriterionRow, layout: _Layout, sheet: Sheet) -> Part:
    """Return what is known; on wide screens of an open deal, what to ask or what a - means."""
    criterion, state = row.criterion, row.cells[US]
    known = known_from(state)
    if layout.spare >= _ROOMY and sheet.open:
        if state.rating == "?":
            return (fit(sheet.asks(criterion.key)[0], layout.spare), UNKNOWN)
        known = known or (criterion.minus if state.rating == "-" else "")
    return (fit(known, layout.spare), DIM)


def known_from(state: CellState) -> str:
    """Return what a rating rests on: its note, else the last evidence in words."""
    facts = [entry.what for entry in state.evidence if entry.what]
    return state.note or (facts[-1] if facts else "")


def cell(state: CellState, day: date, width: int, *, ours: bool) -> list[Part]:
    """Return a cell: the mark in its slot and, if there is room, the evidence with its age."""
    claimed = ours and state.rating == "+" and not state.evidence
    mark = "!" if claimed else f"•{age(state.evidence_age(day))}" if state.evidence else ""
    shown = mark if width >= _CELL or cell_len(mark) <= width - 4 else ""
    evidence = (fit(f" {shown}", width - 3), UNKNOWN if claimed else DIM)
    return [*slots(state.rating, rated=state.rated), evidence]


def legend() -> tuple[Block, ...]:
    """Return the lines that explain the cells, and where the sums come from."""
    return paragraph((_LEGEND, DIM)), paragraph((_READING, DIM))
