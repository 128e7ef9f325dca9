"""`tas board --closed`: deals won and lost, by competitor and by the chosen strategy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from tas_cli.board.ended import ENDS, Against, Count, Ended
from tas_cli.method.catalogue import strategies
from tas_cli.views.board import about_rates, left_out, short_money
from tas_cli.views.head import NOBODY
from tas_cli.views.page import (
    DIM,
    GAP,
    MINUS,
    STRONG,
    Column,
    On,
    Page,
    Part,
    Table,
    Title,
    Words,
    cells,
    paragraph,
    section,
)
from tas_cli.words import some

_NOT_KNOWN = "Not known to whom"
_NO_CHOICE = "None chosen"
_READING = (
    "Won: deals won in which the competitor took part; one with several competitors counts for"
    " each. Lost: deals lost to it, as recorded with `tas close ID lost --to NAME`."
)


def page(shown: Ended, named: str) -> Page:
    """Return the page; `named` is the period as typed."""
    undated = some([line.id for line in shown.undated])
    competitors, by_strategy = _competitors(shown.by_competitor), _strategies(shown)
    return (
        Title(f"Won and lost, {named}", (_period(shown), f"as of {shown.scope.day}")),
        paragraph(" ".join(_total(end, shown.total[end]) for end in ENDS)),
        section("By competitor", *_tables(("Won against", "Lost to"), competitors)),
        section("By the strategy chosen", *_tables(map(str.title, ENDS), by_strategy)),
        GAP,
        paragraph((_READING, DIM)),
        paragraph((about_rates(shown.scale), DIM)),
        paragraph(f"Not counted, since the closing date is missing: {undated}." if undated else ""),
        paragraph((left_out(shown.broken), MINUS)),
    )


def _period(shown: Ended) -> str:
    first, last = shown.period
    begin = "" if first == date.min else f"from {first} "
    return f"{begin}until {shown.scope.day if last == date.max else last}"


def _total(end: str, count: Count) -> str:
    """Return how many deals ended in one way, and their amounts: Won: 3, USD 1.2M."""
    worth = " + ".join(f"{each.currency} {short_money(each.amount)}" for each in count.money)
    without = f"{count.without_amount} without an amount" if count.without_amount else ""
    return f"{end.title()}: {', '.join(filter(None, (str(count.deals), worth, without)))}."


def _competitors(found: Iterable[Against]) -> Iterator[tuple[Part, list[Count]]]:
    for each in found:
        name = NOBODY.get(each.id or "")
        shown = f"{name[:1].upper()}{name[1:]}" if name else each.name or _NOT_KNOWN
        yield shown, [each.won, each.lost]


def _strategies(shown: Ended) -> Iterator[tuple[Part, list[Count]]]:
    for key, by_end in shown.by_strategy.items():
        yield strategies()[key].title if key else _NO_CHOICE, [by_end[end] for end in ENDS]
    yield ("All", STRONG), [shown.total[end] for end in ENDS]


def _tables(heads: Iterable[str], found: Iterable[tuple[Part, list[Count]]]) -> tuple[Table, ...]:
    """Return a table with the number and the amount of the deals under each head."""
    columns = (
        column
        for head in heads
        for column in (
            Column(head, right=True, least=5),
            Column("Amount", On.TERMINAL, right=True, least=11),
            Column("Amount", On.DOCUMENT, right=True),
        )
    )
    rows = tuple(row for name, counts in found for row in _rows(name, counts))
    return (Table((Column("", least=20), *columns), rows),) if rows else ()


def _rows(name: Part, counts: list[Count]) -> Iterator[tuple[Words, ...]]:
    """Yield a row, and another for each additional currency."""
    for at in range(max(1, *(len(each.money) for each in counts))):
        row: list[Part] = ["" if at else name]
        for count in counts:
            money = count.money[at] if at < len(count.money) else None
            row += [
                "" if at else str(count.deals),
                f"{money.currency} {short_money(money.amount)}" if money else "",
                f"{money.currency} {money.amount:,f}" if money else "",
            ]
        yield cells(*row)
