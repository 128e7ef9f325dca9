"""`tas board` as text: a line for each group, what changed, and the deals that need a debrief."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from tas_cli.board.board import Board, Urgent
from tas_cli.board.figures import Figures
from tas_cli.board.money import Money
from tas_cli.views.board import (
    about,
    changed,
    group_name,
    left_out,
    percent,
    short_money,
    summary,
)
from tas_cli.views.page import DIM, MINUS, STRONG, UNKNOWN
from tas_cli.views.safe import safe
from tas_cli.views.terminal.page import Page, fit, right
from tas_cli.views.terminal.screen import Screen
from tas_cli.words import counted

_WIDE = 124
_NAMED, _NAMED_IN_A_PIPE = 8, 100
"""Deals that are named where something changed: on a terminal, and elsewhere. JSON names all."""
_LEAST_NAME = 8


def board(shown: Board, screen: Screen) -> str:
    """Return the board."""
    page = Page(screen)
    _head(page, shown)
    if shown.groups:
        _table(page, shown)
        page.blank()
        for sentence in summary(shown):
            page.paragraph(sentence)
    _changes(page, shown)
    _urgent(page, shown)
    _forecast(page, shown)
    if shown.broken:
        page.blank()
        page.paragraph((left_out(shown.broken), MINUS))
    return page.text()


def _head(page: Page, shown: Board) -> None:
    deals = counted(shown.total.open, "open deal")
    page.paragraph((f"Board of {shown.scope.day}", STRONG), f" · {deals}")
    for money in shown.total.money:
        page.paragraph(
            (f"{money.currency} {short_money(money.amount)}", STRONG),
            f": {short_money(money.weighted)} weighted by evidence,"
            f" {short_money(money.claimed)} as claimed, optimism {short_money(money.optimism)}",
        )
    page.blank()


def _table(page: Page, shown: Board) -> None:
    wide = page.screen.width >= _WIDE
    named = [(group_name(shown, group.key), group.figures) for group in shown.groups]
    named.append(("All", shown.total))
    rows = [_cells(figures, wide=wide) for _, figures in named]
    heads = list(rows[0][0])
    widths = [max(len(head), *(len(row[head]) for some in rows for row in some)) for head in heads]
    first = name_width(page.screen, shown.by.capitalize(), [name for name, _ in named], widths)
    spread = [right(head, width) for head, width in zip(heads, widths, strict=True)]
    page.line((" ".join([fit(shown.by.capitalize(), first), *spread]), STRONG))
    for (name, figures), some in zip(named, rows, strict=True):
        style = STRONG if figures is shown.total else ""
        for number, row in enumerate(some):
            cells = [right(row[head], width) for head, width in zip(heads, widths, strict=True)]
            label = fit("" if number else name, first)
            page.line((label, style), " ", (" ".join(cells), style or _mood(figures)))


def name_width(screen: Screen, head: str, names: Sequence[str], widths: Sequence[int]) -> int:
    """Return the width of the column of names: on a terminal, what the figures leave of it."""
    needed = max(cell_len(safe(name)) for name in (head, *names))
    if not screen.cut:
        return needed
    return min(needed, max(_LEAST_NAME, screen.width - sum(widths) - len(widths)))


def _mood(figures: Figures) -> str:
    return UNKNOWN if figures.overdue_actions or figures.late else ""


def _cells(figures: Figures, *, wide: bool) -> list[dict[str, str]]:
    """Return a group's cells, with a line of its own for each further currency."""
    nothing = _money_cells(None, wide=wide)
    first, *others = [_money_cells(money, wide=wide) for money in figures.money] or [nothing]
    counts = _wide_cells(figures) if wide else _narrow_cells(figures)
    empty = dict.fromkeys(counts, "")
    return [
        {"Open": str(figures.open), **first, **counts},
        *({"Open": "", **each, **empty} for each in others),
    ]


def _money_cells(money: Money | None, *, wide: bool) -> dict[str, str]:
    cells = {
        "Amount": f"{money.currency} {short_money(money.amount)}" if money else "",
        "Shown": short_money(money.weighted) if money else "",
        "Claimed": short_money(money.claimed) if money else "",
    }
    optimism = {"Optimism": short_money(money.optimism) if money else ""}
    return cells | (optimism if wide else {})


def _narrow_cells(figures: Figures) -> dict[str, str]:
    return {
        "Review": percent(figures.share(figures.reviewed)),
        "Debrief": f"{percent(figures.share(figures.debriefed))}/{figures.debriefs}",
        "Age": _age(figures),
        "Unkn": percent(figures.unknown_share),
        "Actions": f"{figures.actions}/{figures.overdue_actions}",
        "Late": str(figures.late),
    }


def _wide_cells(figures: Figures) -> dict[str, str]:
    return {
        "Reviewed": percent(figures.share(figures.reviewed)),
        "Debriefed": percent(figures.share(figures.debriefed)),
        "Debriefs": str(figures.debriefs),
        "Age": _age(figures),
        "Unknown": percent(figures.unknown_share),
        "Actions": str(figures.actions),
        "Overdue": str(figures.overdue_actions),
        "Past close": str(figures.past_close),
        "Past days": str(figures.past_days),
    }


def _age(figures: Figures) -> str:
    return "–" if figures.age is None else f"{figures.age}d"


def _changes(page: Page, shown: Board) -> None:
    page.heading(f"Since {shown.scope.since:%A} {shown.scope.since}")
    found = changed(shown)
    if not found:
        page.line("Nothing changed.")
    most = _NAMED if page.screen.cut else _NAMED_IN_A_PIPE
    for kind, deals in found:
        named = [f"{name} {what}".strip() for name, what in deals[:most]]
        more = f"; and {len(deals) - len(named)} more" if len(deals) > len(named) else ""
        label = f"{len(deals):>3} {kind.lower()}"
        page.paragraph("; ".join(named) + more, label=label, indent=13)


def _urgent(page: Page, shown: Board) -> None:
    if not shown.urgent:
        return
    some = f": {len(shown.urgent)} of {shown.needing}" if shown.needing > len(shown.urgent) else ""
    page.heading(f"Most in need of a debrief{some}")
    for number, each in enumerate(shown.urgent, 1):
        _deal(page, f"{number:>2}", each, shown)


def _deal(page: Page, label: str, each: Urgent, shown: Board) -> None:
    why = "; ".join(reason.words for reason in each.reasons)
    page.paragraph(
        (each.deal.id, STRONG),
        " ",
        (about(each.deal, shown), DIM),
        f": {why}",
        label=label,
        indent=4,
    )


def _forecast(page: Page, shown: Board) -> None:
    if not shown.forecast:
        return
    page.heading("Forecast that should not be")
    for row in shown.forecast:
        why = "; ".join(message for _, _, message in row.forecast)
        page.paragraph((row.id, STRONG), f": {why}", label=("  !", MINUS), indent=4)
