"""`tas actions` as text: one line for each corrective action, overdue ones first."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from tas_cli.board.actions import Listed
from tas_cli.edits.effect import Effect
from tas_cli.views.actions import lateness, title
from tas_cli.views.board import left_out
from tas_cli.views.page import DIM, MINUS, STRONG
from tas_cli.views.safe import safe
from tas_cli.views.terminal.page import Page, fit
from tas_cli.views.terminal.screen import Screen

_MOST_ID, _MOST_OWNER, _DUE, _LATE = 22, 10, 10, 11


def actions(found: Sequence[Listed], broken: tuple[str, ...], screen: Screen) -> str:
    """Return the list of corrective actions."""
    page = Page(screen)
    page.paragraph((title(found), STRONG))
    if found:
        _table(page, found)
        page.blank()
        page.paragraph(("tas actions done ID N closes one.", DIM))
    if broken:
        page.paragraph((left_out(broken), MINUS))
    return page.text()


def _table(page: Page, found: Sequence[Listed]) -> None:
    page.blank()
    widths = _widths(found, cut=page.screen.cut)
    heads = zip(("Deal", "N", "Owner", "Due"), widths, strict=True)
    page.line((" ".join(fit(head, width) for head, width in heads), STRONG))
    for each in found:
        words = (each.deal.id, str(each.action.number), each.owner or "", _due(each))
        cells = [fit(word, width) for word, width in zip(words, widths, strict=True)]
        style = MINUS if each.overdue else DIM if each.action.done else ""
        page.paragraph(
            each.action.what, label=(" ".join(cells), style), indent=sum(widths) + len(widths)
        )


def _due(each: Listed) -> str:
    return f"{each.action.due or 'no day':{_DUE}} {lateness(each)}"


def _widths(found: Sequence[Listed], *, cut: bool) -> list[int]:
    def widest(head: str, words: list[str], most: int) -> int:
        needed = max(cell_len(safe(word)) for word in (head, *words))
        return min(needed, most) if cut else needed

    return [
        widest("Deal", [each.deal.id for each in found], _MOST_ID),
        widest("N", [str(each.action.number) for each in found], 3),
        widest("Owner", [each.owner or "" for each in found], _MOST_OWNER),
        widest("Due", [_due(each) for each in found], _DUE + 1 + _LATE),
    ]


def closed(effect: Effect, number: int, what: str, screen: Screen) -> str:
    """Return the account of an action that was closed."""
    page = Page(screen)
    done = effect.fields[0].after
    page.paragraph((f"Action {number} of {effect.id}, done on {done}: ", STRONG), what)
    written = effect.written
    said = (
        f"Written: {written.file}" if written.changed else f"Nothing to change in {written.file}."
    )
    page.line((said, DIM))
    return page.text()
