"""The board as a page: will the quarter be made, what to ask about, what changed, and all deals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from tas_cli.board.asking import Asking, question
from tas_cli.board.board import Board
from tas_cli.board.forecast import Forecast
from tas_cli.board.matters import MatteringDeal
from tas_cli.views import mentions
from tas_cli.views.asking import facts, said, shared, signs
from tas_cli.views.board import about_rates, changes, left_out, short_money
from tas_cli.views.bridge import bridge
from tas_cli.views.deal_cells import Context
from tas_cli.views.forecast import in_short, legend, notes, table
from tas_cli.views.page import (
    DIM,
    MINUS,
    NUMBER,
    STRONG,
    Block,
    Figure,
    Item,
    Page,
    Part,
    Section,
    Title,
    item,
    items,
    paragraph,
)
from tas_cli.views.site.deals import deal_table, strategy_signs, strip_of
from tas_cli.views.svg.forecast import forecast_bars, has_bars
from tas_cli.views.words import short_day
from tas_cli.words import counted

_ASKED, _NAMED, _MOVES, _CHANGED = 6, 10, 12, 20
"""How many deals to ask about, others of them, moves, and changed deals of a kind are shown."""
_KEY = "Outlined: as called. Solid: as the buyer's outcomes show. Green: won."


def board_page(shown: Board, forecasts: Sequence[Forecast], *, alone: bool) -> Page:
    """Return the board as a page, with the forecasts of some quarters.

    A page that is `alone` shows on demand what matters in a deal; else a deal has its own page.
    """
    worth = " + ".join(f"{each.currency} {short_money(each.amount)}" for each in shown.money)
    deals = ", ".join(filter(None, (counted(len(shown.open), "open deal"), worth)))
    yield Title("Board", (short_day(shown.scope.day, shown.scope.day), deals))
    yield from (in_short(each.wanted.label, each.total) for each in forecasts)
    yield _forecasts([each for each in forecasts if has_bars(each)])
    yield Section("Ask about these, money at risk first", tuple(_asks(shown)), "ask")
    yield Section(f"Since {_since(shown)}", tuple(_changes(shown, forecasts)), "changes")
    yield Section("Open deals", tuple(_deals(shown, alone=alone)), "deals")


def _since(shown: Board) -> str:
    return short_day(shown.scope.since, shown.scope.day)


def _forecasts(found: Sequence[Forecast]) -> Section:
    """Return the forecasts with anything in them, each as bars, and what they mean."""
    if len(found) == 1:
        title, blocks = f"Forecast, {found[0].wanted.label}", [*_forecast(found[0])]
    else:
        title = "Forecast"
        blocks = [Section(each.wanted.label, tuple(_forecast(each))) for each in found]
    meaning = [paragraph((legend(found[0]), DIM))] if found else []
    return Section(title, (*blocks, *meaning), "forecast")


def _forecast(shown: Forecast) -> Iterator[Block]:
    title = f"Forecast for {shown.wanted.label}"
    quota = " The line across: quota." if _has_quota(shown) else ""
    yield Figure(title, partial(forecast_bars, shown), table(shown), (_KEY, quota))
    yield from notes(shown)


def _has_quota(shown: Forecast) -> bool:
    return any(each.quota is not None for each in (shown.total, *shown.groups))


def _asks(shown: Board) -> Iterator[Block]:
    found: Asking = shown.asking
    yield items(map(_ask, found.asks[:_ASKED]), bullet=NUMBER)
    if more := found.asks[_ASKED:]:
        hidden = len(more) - _NAMED
        rest = f" and {counted(hidden, 'more deal')}" if hidden > 0 else ""
        yield paragraph("Ask as well about ", *_listed(more[:_NAMED]), f"{rest}.")
    yield from shared(found, len(shown.open), shown.scope)
    if shown.open and not found.asks:
        yield paragraph("Nothing is at risk that was not debriefed in the last week.")


def _ask(ask: MatteringDeal) -> Item:
    """Return a deal to ask about: whose it is, its ratings, what matters, and the question."""
    line = ask.line
    known = " · ".join((line.customer, *facts(line)))
    serious = MINUS if not ask.rank else ""
    return item(
        mentions.deal(line.id, line.name, STRONG),
        (f" {known} ", DIM),
        *(strip_of(line) if line.first else ()),
        below=[(said(ask), serious), *signs(line), (question(ask), STRONG)],
    )


def _listed(found: Sequence[MatteringDeal]) -> Iterator[Part]:
    for at, each in enumerate(found):
        yield ", " if at else ""
        yield mentions.deal(each.line.id, each.line.name)


def _changes(shown: Board, forecasts: Sequence[Forecast]) -> Iterator[Block]:
    """Yield what moved the forecast, and what changed in deals."""
    for each in [each for each in forecasts if not each.total.empty]:
        yield from bridge(each, _MOVES, "tas board --quarter --full")
    yield from changes(shown, _CHANGED).blocks


def _deals(shown: Board, *, alone: bool) -> Iterator[Block]:
    on = Context(shown.scope.settings, shown.scope.day)
    found = {each.line.id: each for each in shown.asking.asks}
    if not shown.open:
        yield paragraph("No open deals.")
    else:
        yield deal_table(shown.open, on, shown.scale, found if alone else None)
        yield paragraph((_HOW, DIM))
        yield paragraph((strategy_signs(shown.open), DIM))
    yield paragraph((about_rates(shown.scale), DIM))
    yield paragraph((left_out(shown.broken), MINUS))


_HOW = (
    "Ratings: the twenty criteria in the order of the four questions; a bar up is strong, a bar"
    " down is weak, a square in the middle is unknown. Balance: strong less weak. Age: since the"
    " last assessment."
)
