"""`tas list` as text: one line for each opportunity."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from tas_cli.method.catalogue import strategies
from tas_cli.overview import Line
from tas_cli.views.safe import safe
from tas_cli.views.terminal.page import DIM, MINUS, PLUS, STRONG, UNKNOWN, Page, Part, Screen, fit
from tas_cli.views.terminal.words import short_amount, signed

_WIDE = 104
_GAP = "  "


def overview(lines: Sequence[Line], currency: str, screen: Screen) -> str:
    """Return the table; `currency` is the default one."""
    page = Page(screen)
    if not lines:
        page.line("No opportunity fits.")
        return page.text()
    wide = screen.width >= _WIDE or not screen.cut
    heads = ["Customer", "Owner", "Amount", "Close", " 1  2  3  4", "Known", "Strategy"]
    rows = [_row(line, currency, wide=wide) for line in lines]
    if wide:
        heads = ["Id", *heads]
        rows = [[line.deal.id, *row] for line, row in zip(lines, rows, strict=True)]
    widths = [
        max(cell_len(safe(row[column])) for row in [heads, *rows]) for column in range(len(heads))
    ]
    _squeeze(widths, screen)
    page.line((_GAP.join(map(fit, heads, widths)), STRONG))
    for line, row in zip(lines, rows, strict=True):
        cells = list(map(fit, row, widths))
        page.line(*_styled(line, cells))
    return page.text()


def _squeeze(widths: list[int], screen: Screen) -> None:
    """Take what is too much for a terminal from the columns of words, the longest first."""
    if not screen.cut:
        return
    words = range(len(widths) - 5)
    over = sum(widths) + len(_GAP) * (len(widths) - 1) - screen.width
    while over > 0:
        longest = max(words, key=lambda column: widths[column])
        if widths[longest] <= 6:
            return
        widths[longest] -= 1
        over -= 1


def _row(line: Line, currency: str, *, wide: bool) -> list[str]:
    opportunity = line.deal.opportunity
    money = short_amount(opportunity.amount)
    return [
        opportunity.customer,
        opportunity.owner or "",
        f"{opportunity.currency or currency} {money}" if money else "",
        str(opportunity.expected_close or ""),
        " ".join(f"{signed(number):>2}" for number in line.balance.questions),
        f"{line.balance.known}%",
        _strategy(line, wide=wide),
    ]


def _strategy(line: Line, *, wide: bool) -> str:
    if line.deal.opportunity.status != "open":
        return line.deal.opportunity.status
    if line.recommended is None:
        return f"{len(line.reachable)} open"
    title = strategies()[line.recommended].title
    if line.chosen is None:
        return f"{title} ?"
    if line.chosen == line.recommended:
        return title
    return f"{title} ≠ {strategies()[line.chosen].title}" if wide else f"{title} ≠"


def _styled(line: Line, cells: list[str]) -> list[Part]:
    total = line.balance.total
    mood = PLUS if total > 0 else MINUS if total < 0 else UNKNOWN
    closed = line.deal.opportunity.status != "open"
    if closed:
        return [(_GAP.join(cells), DIM)]
    late = line.overdue
    return [
        _GAP.join(cells[:-4]) + _GAP,
        (cells[-4] + _GAP, MINUS if late else ""),
        (cells[-3] + _GAP, mood),
        _GAP.join(cells[-2:]),
    ]
