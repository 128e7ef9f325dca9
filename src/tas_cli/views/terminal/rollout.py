"""`tas board --rollout` as text: what was reached by the days of the calendar."""

from __future__ import annotations

from tas_cli.board.rollout import DEBRIEFS_EACH, Rollout, Stand
from tas_cli.views.board import left_out, percent
from tas_cli.views.rollout import STANDARD, columns, duty, in_view, label, of_rep
from tas_cli.views.terminal.page import Page, right
from tas_cli.views.terminal.screen import DIM, MINUS, STRONG, Screen

_HEAD, _COLUMN = 11, 11


def rollout(shown: Rollout, screen: Screen) -> str:
    """Return the roll-out."""
    page = Page(screen)
    if shown.began is None:
        page.line("No opportunity has an assessment yet: the roll-out has not begun.")
        return page.text()
    page.paragraph(
        (f"Roll-out since {shown.began}", STRONG), f" · as of {shown.day} · {in_view(shown)}"
    )
    page.blank()
    heads = "".join(right(head, _COLUMN) for head in columns())
    page.line((f"{'':{_HEAD}}{'':12}{heads}", STRONG))
    for stand in shown.stands:
        _stand(page, stand, shown)
    page.blank()
    for rep in shown.by_rep:
        few = rep.debriefs < DEBRIEFS_EACH
        page.paragraph(rep.name or "nobody", "  ", (of_rep(rep), MINUS if few else ""))
    if duty(shown):
        page.paragraph(duty(shown))
    page.blank()
    page.paragraph((STANDARD, DIM))
    if shown.broken:
        page.paragraph((left_out(shown.broken), MINUS))
    return page.text()


def _stand(page: Page, stand: Stand, shown: Rollout) -> None:
    come = stand.entered is not None
    aim = percent(stand.aim) if stand.aim is not None else ""
    shares = [percent(shown.share(each)) for each in (stand.entered, stand.graded, stand.reviewed)]
    cells = [*shares, aim, str(stand.debriefs) if come else "–"]
    words = "".join(right(cell, _COLUMN) for cell in cells)
    behind = come and stand.aim is not None and (shown.share(stand.reviewed) or 0) < stand.aim
    style = MINUS if behind else "" if come else DIM
    page.line(f"{label(stand):{_HEAD}}", f"{stand.date!s:12}", (words, style))
