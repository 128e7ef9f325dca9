"""`tas show --brief`: a deal on one screen of 24 lines and 80 cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len

from tas_cli.assess.sheet import Block as Question
from tas_cli.assess.sheet import Sheet
from tas_cli.board.prep import prep
from tas_cli.diagnostics import typeable
from tas_cli.method.catalogue import numbered
from tas_cli.model.scalars import Rating
from tas_cli.views.cells import fit, right
from tas_cli.views.first import first
from tas_cli.views.head import head
from tas_cli.views.page import (
    DIM,
    GAP,
    HEADING,
    NUMBER,
    SIGN,
    SIGN_STYLE,
    STRONG,
    Block,
    Hint,
    Item,
    Page,
    Paragraph,
    Part,
    Title,
    Words,
    bare,
    item,
    items,
    line,
    listed,
    paragraph,
)
from tas_cli.views.verdict import choice, verdict
from tas_cli.views.words import party_name, signed

_NAME, _PARTIES = 11, 4
"""The width of a party's name, and the most rows for parties."""
_QUESTION, _BALANCE = 16, 4
"""The widths of a question's five signs, and of the balance."""
_LABEL, _SLACK = 3, 20
"""The width of a number in a list, and the cells that wrapping may leave empty."""


def brief(name: str, sheet: Sheet, width: int) -> Page:
    """Return the conclusion, what to do first, and all ratings, a row for each party.

    Longer words are cut: the full page has them.
    """
    decision = sheet.decision
    chosen = choice(sheet.opportunity, decision, why=False)
    return (
        *(_cut(block, width) for block in head(name, sheet)),
        GAP,
        paragraph(*_within((*verdict(decision), " ", chosen), width)),
        items(_first(name, sheet, width - _LABEL), _LABEL, NUMBER),
        GAP,
        *_ratings(sheet, width),
        *(_named(sheet, *each, width) for each in (("-", "Weak"), ("?", "Unknown"))),
        Hint(f"`tas show {typeable(name)}` shows everything."),
    )


def _cut(block: Block, width: int) -> Block:
    """Return a title or a paragraph in one line."""
    words: Words = ()
    match block:
        case Title(title, facts):
            words = ((title, STRONG), *(f" · {fact}" for fact in facts))
        case Paragraph(words):
            pass
    text = bare(words)
    if not text:
        return paragraph()
    return line(*words if cell_len(text) <= width else (fit(text, width),))


def _within(words: Words, width: int) -> Words:
    """Return words that take two lines at most."""
    room = 2 * width - _SLACK
    return words if cell_len(bare(words)) <= room else (fit(bare(words), room),)


def _first(name: str, sheet: Sheet, width: int) -> Iterator[Item]:
    for each in listed(first(name, prep(sheet))):
        yield item(*_within(each.words, width))


def _named(sheet: Sheet, rating: Rating, title: str, width: int) -> Block:
    """Return the names of our criteria with this rating, in one line."""
    names = ", ".join(numbered(row.criterion.key) for row in sheet.own(rating))
    found = ((f"{title}: ", SIGN_STYLE[rating]), names) if names else ()
    return _cut(Paragraph(found), width)


def _ratings(sheet: Sheet, width: int) -> Iterator[Block]:
    """Yield the criteria's numbers, and below each the parties' signs; a blank if unrated.

    Questions that do not fit side by side follow below.
    """
    room = max(1, (width - _NAME - _BALANCE) // _QUESTION)
    for start in range(0, len(sheet.blocks), room):
        yield from _rows(sheet, sheet.blocks[start : start + room])
    rest = sheet.parties[len(_parties(sheet)) :]
    if rest:
        names = ", ".join(party_name(sheet.opportunity, each) for each in rest)
        yield _cut(paragraph((f"and {len(rest)} more: {names}", DIM)), width)


def _parties(sheet: Sheet) -> tuple[str, ...]:
    """Return the parties with a row of their own; with more, the last row names the rest."""
    parties = sheet.parties
    return parties if len(parties) <= _PARTIES else parties[: _PARTIES - 1]


def _rows(sheet: Sheet, blocks: Sequence[Question]) -> Iterator[Block]:
    """Yield a row for each party; the balance over all criteria is beside the last question."""
    last = blocks[-1] is sheet.blocks[-1]
    heads = ("".join(f"{row.criterion.number:>3}" for row in block.rows) + " " for block in blocks)
    yield line((f"{'':{_NAME}}{''.join(heads)}{' +/–' if last else ''}", HEADING))
    for party in _parties(sheet):
        name = fit(party_name(sheet.opportunity, party), _NAME)
        balance = right(signed(sheet.totals[party].balance), _BALANCE) if last else ""
        yield line((name, STRONG), *_signs(blocks, party), balance)


def _signs(blocks: Sequence[Question], party: str) -> Iterator[Part]:
    for block in blocks:
        for row in block.rows:
            state = row.cells[party]
            yield "  "
            yield (SIGN[state.rating], SIGN_STYLE[state.rating]) if state.rated else " "
        yield " "
