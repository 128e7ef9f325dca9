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
from tas_cli.views.cells import fit, right, slots
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

_CELL, _POLE, _NAME = 8, 9, 20
_SHORT, _LONG, _WIDE, _REMARK = 21, 34, 100, 24
_LEGEND = "–·· weak  ·?· unknown  ··+ strong  · · unrated  evidence: •3w 3 weeks  ! none"
_READING = "How tas works out the balance (+ minus –) and the lead: `tas explain balance`"


def profiles(sheet: Sheet) -> Iterator[Block]:
    """Yield a line for each party: its signs as a bar, its balance, and where it leads."""
    names = {party: party_name(sheet.opportunity, party) for party in sheet.parties}
    width = min(_NAME, max(map(cell_len, names.values())))
    for party, name in names.items():
        tally = sheet.totals[party]
        yield line(
            (fit(name, width), STRONG),
            "  ",
            ("+" * tally.plus, SIGN_STYLE["+"]),
            (SIGN["-"] * tally.minus, SIGN_STYLE["-"]),
            ("?" * tally.unknown, SIGN_STYLE["?"]),
            f"  {right(signed(tally.balance), 3)}  {tally.known:>3}% known  ",
            (_lead(sheet, party), STRONG),
        )
    for name in names.values():
        if cell_len(name) > _NAME:
            yield paragraph((f"{fit(name, _NAME)} is {name}", DIM))


def _lead(sheet: Sheet, party: str) -> str:
    if len(sheet.parties) < 2:
        return ""
    questions = [str(block.question.number) for block in sheet.blocks if block.leaders == (party,)]
    overall = "LEADS" if sheet.leaders == (party,) else ""
    where = f"ahead in {' '.join(questions)}" if questions else ""
    return ", ".join(part for part in (overall, where) if part)


class _Layout(NamedTuple):
    """The dimensions of a grid on a screen, in cells."""

    title: int
    parties: tuple[str, ...]
    cell: int
    spare: int


def grid(sheet: Sheet, width: int) -> Iterator[Block]:
    """Yield the grid; columns that do not fit follow in another grid."""
    competitors = sheet.parties[1:]
    title = _LONG if width >= _WIDE else _SHORT
    left = width - (5 + title + _POLE + 1 + _POLE)
    room = max(1, left // (_CELL + 1) - 1)
    chunks = [competitors[start : start + room] for start in range(0, len(competitors), room)]
    for chunk in chunks or [()]:
        yield from _table(sheet, _layout(sheet, title, (US, *chunk), left))


def _layout(sheet: Sheet, title: int, parties: tuple[str, ...], left: int) -> _Layout:
    """Give the columns the width of their names, if there is room."""
    longest = max(cell_len(party_name(sheet.opportunity, party)) for party in parties)
    cell = max(_CELL, min(longest, _NAME, left // len(parties) - 1))
    return _Layout(title, parties, cell, left - len(parties) * (cell + 1))


def _table(sheet: Sheet, layout: _Layout) -> Iterator[Block]:
    heads = (fit(party_name(sheet.opportunity, party), layout.cell) for party in layout.parties)
    pole = right(SIGN["-"], _POLE)
    yield GAP
    yield line((f"{'':{5 + layout.title}}{pole} {' '.join(heads)} +", STRONG))
    for question in sheet.blocks:
        yield _question(question, layout)
        yield from (_row(row, layout, sheet.day) for row in question.rows)


def _question(question: Question, layout: _Layout) -> Block:
    counts = (fit(tallied(question.tallies[party]), layout.cell) for party in layout.parties)
    name = fit(f"{question.question.number} {question.question.title}", 5 + layout.title + _POLE)
    return line((f"{name} {' '.join(counts)}", HEADING))


def _row(row: CriterionRow, layout: _Layout, day: date) -> Block:
    criterion, ours = row.criterion, row.cells[US].rating
    minus = criterion.minus_pole_beside({cell.rating for cell in row.cells.values()})
    name = criterion.title if layout.title > _SHORT else criterion.short
    emphasis = SIGN_STYLE[ours] if ours != "+" else ""
    parts: list[Part] = [
        (f"{SIGN[ours] if ours != '+' else ' '} {criterion.number:>2} ", emphasis),
        (fit(name, layout.title), emphasis),
        (right(minus, _POLE), SIGN_STYLE["-"] if ours == "-" else DIM),
    ]
    for party in layout.parties:
        cell = _cell(row.cells[party], day, ours=party == US)
        parts += [" ", *cell, " " * (layout.cell - _CELL)]
    parts += [" ", (fit(criterion.plus_pole, _POLE), SIGN_STYLE["+"] if ours == "+" else DIM)]
    if layout.spare >= _REMARK:
        parts.append((fit(_remark(row.cells[US]), layout.spare), DIM))
    return line(*parts)


def _remark(state: CellState) -> str:
    """Return the evidence for our cell, for screens with room for it."""
    facts = [entry.what for entry in state.evidence if entry.what]
    return facts[-1] if facts else state.note or ""


def _cell(state: CellState, day: date, *, ours: bool) -> list[Part]:
    """Return a cell, eight wide: the mark in its slot, and the evidence with its age."""
    claimed = ours and state.rating == "+" and not state.evidence
    mark = "!" if claimed else f"•{age(state.evidence_age(day))}" if state.evidence else ""
    evidence = (fit(mark, _CELL - 4), UNKNOWN if claimed else DIM)
    return [*slots(state.rating, rated=state.rated), " ", evidence]


def legend() -> tuple[Block, ...]:
    """Return the lines that explain the cells, and where the sums come from."""
    return paragraph((_LEGEND, DIM)), paragraph((_READING, DIM))
