"""`tas list` as text: one line for each opportunity."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from rich.cells import cell_len

from tas_cli.board.line import DealLine
from tas_cli.method.catalogue import strategies
from tas_cli.views.page import DIM, MINUS, PLUS, STRONG, Part
from tas_cli.views.safe import safe
from tas_cli.views.terminal.page import Page, fit
from tas_cli.views.terminal.screen import Screen
from tas_cli.views.words import short_amount, signed

_WIDE = 104
_GAP = "  "
_LEAST = {"Customer": 12, "Id": 20}
"""Cells that a column of words keeps before whole columns go."""
_BALANCE = " 1  2  3  4"


def overview(deals: Sequence[DealLine], day: date, screen: Screen) -> str:
    """Return the table of some deals as of a day."""
    page = Page(screen)
    if not deals:
        page.line("No opportunity fits.")
        return page.text()
    wide = screen.width >= _WIDE or not screen.cut
    rows = [_row(deal, day, wide=wide) for deal in deals]
    widths = {
        head: max(cell_len(safe(text)) for text in (head, *(row[head] for row in rows)))
        for head in rows[0]
    }
    gap = _GAP if wide else " "
    if screen.cut:
        _squeeze(widths, screen.width, len(gap))
    page.line((gap.join(fit(head, width) for head, width in widths.items()), STRONG))
    for deal, row in zip(deals, rows, strict=True):
        parts: list[Part] = []
        for head, width in widths.items():
            parts += [*_cell(deal, head, fit(row[head], width), day), gap]
        page.line(*parts)
    return page.text()


def _squeeze(widths: dict[str, int], width: int, gap: int) -> None:
    """Take what is too much for a terminal from the words, then leave columns out.

    The id stays longest: it is what every other command asks for.
    """

    def over() -> int:
        return sum(widths.values()) + gap * (len(widths) - 1) - width

    for head, least in _LEAST.items():
        if head in widths:
            widths[head] -= max(0, min(over(), widths[head] - least))
    for head in ("Customer", "Owner", "Known", "Amount", _BALANCE, "Close"):
        if over() > 0:
            widths.pop(head, None)


def _row(line: DealLine, day: date, *, wide: bool) -> dict[str, str]:
    close = line.close or ""
    return {
        "Id": line.id,
        **({"Customer": line.customer} if wide else {}),
        "Owner": line.owner or "",
        "Amount": f"{line.currency} {short_amount(Decimal(line.amount))}" if line.amount else "",
        "Close": f"{close} !" if line.past_close(day) else close,
        _BALANCE: " ".join(f"{signed(number):>2}" for number in line.balances),
        "Known": f"{line.known}%",
        "Strategy": _strategy(line, wide=wide),
    }


def _strategy(line: DealLine, *, wide: bool) -> str:
    if not line.open:
        return line.status
    if line.recommended is None:
        left = f"{len(line.reachable)} open"
        chosen = strategies()[line.chosen].title if line.chosen and wide else ""
        return f"{left}, chosen {chosen}" if chosen else left
    title = strategies()[line.recommended].title
    if line.chosen is None:
        return f"{title} ?"
    if line.chosen == line.recommended:
        return title
    return f"{title} ≠ {strategies()[line.chosen].title}" if wide else f"{title} ≠"


def _cell(line: DealLine, head: str, words: str, day: date) -> list[Part]:
    """Return a cell in its colours: each of the four balances has its own."""
    if not line.open:
        return [(words, DIM)]
    if head != _BALANCE:
        return [(words, MINUS if head == "Close" and line.past_close(day) else "")]
    parts: list[Part] = []
    for number in line.balances:
        style = PLUS if number > 0 else MINUS if number < 0 else ""
        parts += [(f"{signed(number):>2}", style), " "]
    return parts[:-1]
