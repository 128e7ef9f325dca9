"""`tas board --rollout` as text: what was reached by the days of the calendar."""

from __future__ import annotations

from tas_cli.board.figures import share
from tas_cli.board.rollout import Rollout, Stand
from tas_cli.views.board import left_out, percent
from tas_cli.views.page import DIM, MINUS, STRONG
from tas_cli.views.rollout import (
    REP_COLUMNS,
    columns,
    duties_of,
    in_view,
    label,
    rep_cells,
    rep_name,
    standard,
)
from tas_cli.views.terminal.board import name_width
from tas_cli.views.terminal.page import Page, fit, right
from tas_cli.views.terminal.screen import Screen

_HEAD, _COLUMN, _REP_COLUMN = 11, 11, 10


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
    _reps(page, shown)
    if shown.duties:
        page.heading(duties_of(shown))
        for each in shown.duties:
            page.paragraph(each, label="  - ", indent=4)
    page.blank()
    page.paragraph((standard(), DIM))
    if shown.broken:
        page.paragraph((left_out(shown.broken), MINUS))
    return page.text()


def _reps(page: Page, shown: Rollout) -> None:
    widths = [_REP_COLUMN] * len(REP_COLUMNS)
    first = name_width(page.screen, "Rep", [rep_name(rep) for rep in shown.by_rep], widths)
    heads = "".join(right(head, _REP_COLUMN) for head in REP_COLUMNS)
    page.line((f"{'Rep':{first}}{heads}", STRONG))
    for rep in shown.by_rep:
        cells = "".join(right(cell, _REP_COLUMN) for cell in rep_cells(rep))
        page.line(fit(rep_name(rep), first), (cells, MINUS if rep.owed else ""))


def _stand(page: Page, stand: Stand, shown: Rollout) -> None:
    come = stand.entered is not None
    aim = percent(stand.aim) if stand.aim is not None else ""
    shares = [
        percent(share(each, shown.deals)) for each in (stand.entered, stand.graded, stand.reviewed)
    ]
    cells = [*shares, aim, str(stand.debriefs) if come else "–"]
    words = "".join(right(cell, _COLUMN) for cell in cells)
    behind = (
        come and stand.aim is not None and (share(stand.reviewed, shown.deals) or 0) < stand.aim
    )
    style = MINUS if behind else "" if come else DIM
    page.line(f"{label(stand):{_HEAD}}", f"{stand.date!s:12}", (words, style))
