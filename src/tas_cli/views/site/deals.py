"""The open deals as a table that a reader sorts, searches and filters."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import partial

from tas_cli.board.asking import question
from tas_cli.board.line import UNRATED, DealLine
from tas_cli.board.matters import MatteringDeal
from tas_cli.board.money import Scale
from tas_cli.method.catalogue import criterion_keys
from tas_cli.views.deal_cells import Context, mentioned, strategy
from tas_cli.views.deal_columns import BY_NAME, DealColumn, cell
from tas_cli.views.page import (
    DIM,
    MINUS,
    STRONG,
    Block,
    Column,
    On,
    Part,
    Sketch,
    Table,
    Words,
    bare,
    paragraph,
)
from tas_cli.views.sifting import sifting
from tas_cli.views.svg.strip import strip
from tas_cli.views.words import short_date, signed

_FILTERS = ("owner", "evidenced", "strategy")
"""The columns by whose groups deals can be filtered."""


def deal_table(
    lines: Sequence[DealLine],
    on: Context,
    scale: Scale,
    found: Mapping[str, MatteringDeal] | None = None,
    *,
    whose: str = "",
) -> Table:
    """Return open deals, the largest first; amounts are compared as if they were on the scale.

    `found` has what matters in deals by short name, to be shown on demand; it is left out if deals
    have pages of their own. If all deals are of one owner, `whose`, no column says so.
    """
    columns = [each for each in _columns(scale) if not (whose and each.name == "owner")]
    filters = [each for each in columns if each.name in _FILTERS]
    placed = sorted(lines, key=lambda line: (-_worth(scale, line, on), line.id))
    details = [tuple(_details(each, on, found)) for each in placed] if found is not None else []
    return Table(
        tuple(_shown(each) for each in columns),
        tuple(tuple(cell(each, line, on) for each in columns) for line in placed),
        details=tuple(details),
        sifting=sifting(
            [[each.order(line, on) for each in columns] for line in placed],
            [each.head for each in filters],
            [[each.group(line, on) for each in filters if each.group] for line in placed],
        ),
    )


def strategy_signs(lines: Iterable[DealLine]) -> str:
    """Return what the signs in the column of strategies mean, of those that are there."""
    shown = {
        part for line in lines if line.open for part in bare(strategy(line, wide=True)).split()
    }
    said = {
        "?": "Strategy with ?: recommended, and none is chosen yet.",
        "≠": "Strategy with ≠: the first is recommended, the second is chosen.",
        "possible": "Possible: strategies that the ratings still allow.",
    }
    return " ".join(words for sign, words in said.items() if sign in shown)


_RIGHT = ("amount", "balance", "unknown", "age")
_ROOMY = ("balance", "unknown", "age")
"""The columns of numbers, and those that a phone has no room for."""


def _shown(column: DealColumn) -> Column:
    on = On.FULL if column.name in _ROOMY else On.ANYWHERE
    return Column(column.head, on, right=column.name in _RIGHT)


def _columns(scale: Scale) -> tuple[DealColumn, ...]:
    """Return the columns: those of `tas list`, worded for a page, and what only a page shows."""
    return (
        BY_NAME["name"]._replace(head="Deal", cell=mentioned),
        BY_NAME["customer"],
        BY_NAME["owner"],
        BY_NAME["amount"]._replace(order=partial(_worth, scale)),
        BY_NAME["close"]._replace(cell=_close),
        BY_NAME["evidenced"]._replace(head="Step, by evidence", cell=_steps, group=_evidenced),
        BY_NAME["strategy"],
        _only_here("signs", "Ratings", strip_of, lambda line, _: line.signs[0].count("+")),
        _only_here("balance", "Balance", _balance, lambda line, _: sum(line.balances)),
        _only_here("unknown", "Unknown", _unknown, lambda line, _: line.unknown),
        BY_NAME["age"]._replace(order=_assessed),
    )


def _only_here(
    name: str,
    head: str,
    words: Callable[[DealLine, Context], Words],
    order: Callable[[DealLine, Context], int],
) -> DealColumn:
    return DealColumn(name, head, "", words, {}, order)


def _worth(scale: Scale, line: DealLine, _: Context) -> Decimal:
    """Return an amount at the rates, else as if all were in one currency."""
    return Decimal(line.amount or 0) * (scale.rates or {}).get(line.currency, Decimal(1))


def _close(line: DealLine, on: Context) -> Words:
    if line.close is None:
        return ()
    day = short_date(date.fromisoformat(line.close), on.day).replace(" ", "\N{NO-BREAK SPACE}")
    return ((f"{day}, past", MINUS),) if line.past_close(on.day) else (day,)


def _steps(line: DealLine, on: Context) -> Words:
    """Return the last step complete by evidence, and the claimed one if that is further."""
    if not (line.step or line.claimed or line.supported):
        return ()
    evidenced: Part = on.step(line.supported) or ("none", DIM)
    if on.number(line.claimed) <= on.number(line.supported):
        return (evidenced,)
    return evidenced, (f" ({on.step(line.claimed)} claimed)", MINUS)


def _evidenced(line: DealLine, on: Context) -> tuple[int, str]:
    return on.number(line.supported), on.step(line.supported) or "none"


def strip_of(line: DealLine, _: Context | None = None) -> Words:
    """Return our ratings as a small drawing, and in words for who cannot see it."""
    signs = line.signs[0]
    if not signs.strip(UNRATED):
        return (("never assessed", DIM),)
    unknown = signs.count("?") + signs.count(UNRATED)
    words = f"{signs.count('+')} strong, {signs.count('-')} weak, {unknown} unknown"
    return (Sketch(words, "", partial(strip, signs)),)


def _balance(line: DealLine, _: Context) -> Words:
    return (signed(sum(line.balances)),)


def _unknown(line: DealLine, _: Context) -> Words:
    return (f"{line.unknown} of {len(criterion_keys())}",)


def _assessed(line: DealLine, on: Context) -> int:
    """Return the days since the last assessment, endless without one."""
    return (on.day - date.fromisoformat(line.assessed)).days if line.assessed else 10**9


def _details(line: DealLine, on: Context, found: Mapping[str, MatteringDeal]) -> Iterator[Block]:
    """Yield what matters in a deal, what to ask, and the next meeting."""
    ask = found.get(line.id)
    if ask and ask.found:
        yield paragraph("; ".join(ask.found.values()), ". ", (question(ask), STRONG))
    meeting = line.meeting
    if meeting and meeting.date:
        day = short_date(date.fromisoformat(meeting.date), on.day)
        about = ": ".join(filter(None, (meeting.named, meeting.what)))
        yield paragraph(f"Next meeting: {day}{f', {about}' if about else ''}.")
    yield paragraph((f"Short name: {line.id}", DIM))
