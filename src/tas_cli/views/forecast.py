"""`tas board --quarter`: the forecast, what moved it, and the deals to ask about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from tas_cli.assess.process import sales_process
from tas_cli.board.called import standard
from tas_cli.board.forecast import Forecast, Group, Outlook
from tas_cli.board.line import DealLine
from tas_cli.method.catalogue import strategies
from tas_cli.views import mentions
from tas_cli.views.asking import asks
from tas_cli.views.board import LACKING, about_rates, left_out
from tas_cli.views.bridge import bridge, money
from tas_cli.views.page import (
    DIM,
    GAP,
    MINUS,
    STRONG,
    Block,
    Column,
    Page,
    Paragraph,
    Part,
    Table,
    Title,
    Words,
    cells,
    paragraph,
    restyled,
)
from tas_cli.views.words import short_day
from tas_cli.words import some, spelled

_LEAST_NAME, _WIDE = 8, 100
_NAMED = 6
"""How many deals a sentence names."""


def page(shown: Forecast, most: tuple[int, int] | None, whole: str) -> Page:
    """Return the forecast, with at most `most` moves and deals to ask about.

    None shows all of them, and the weighted sums; `whole` is the command for that.
    """
    moves, deals = most or (len(shown.total.moves), len(shown.asking.asks))
    return (
        Title(shown.wanted.label, tuple(_facts(shown))),
        *(paragraph(*words) for words in _headline(shown.total)),
        GAP,
        table(shown),
        *bridge(shown, moves, whole),
        *([asks(shown.asking, deals, whole)] if shown.asking.asks else ()),
        *([] if most else _weighted(shown)),
        *notes(shown),
        GAP,
        paragraph((f"{legend(shown)} All deals: tas list --close {shown.wanted.label}", DIM)),
        *((GAP, paragraph((left_out(shown.broken), MINUS))) if shown.broken else ()),
    )


def in_short(name: str, total: Group) -> Paragraph:
    """Return the answer for a period in one paragraph, empty if nothing is in it."""
    if total.empty:
        return paragraph()
    label = (f"{name}: ", STRONG)
    if total.only:
        first, second = _headline(total)
        return paragraph(label, *first, " ", *second)
    sums = (
        f"{each.currency} commit {money(each.called.commit)} called,"
        f" {money(each.evidenced.commit)} evidenced, won {money(each.won)}"
        for each in total.money
        if each.called.commit or each.evidenced.commit or each.won
    )
    return paragraph(label, f"{'; '.join(sums) or 'nothing committed yet'}.")


def _facts(shown: Forecast) -> Iterator[str]:
    day, period = shown.scope.day, shown.wanted.period
    yield short_day(day, day)
    if "Q" in shown.wanted.label and shown.scope.settings.first_month > 1:
        yield f"{period.first} to {period.last}"
    if shown.total.only:
        rated = " at the rates in tas.yaml" if shown.scale.rates else ""
        yield f"{shown.total.only.currency}{rated}"
    if shown.total.quota is not None:
        yield f"quota {shown.scope.settings.currency} {money(shown.total.quota)}"


def _headline(total: Group) -> Iterator[Words]:
    """Yield the answer: commit, best case and open, against the quota if there is one."""
    for each in total.money:
        currency = f"{each.currency}: " if total.only is None else ""
        called, shown = each.called, each.evidenced
        yield (
            (f"{currency}Commit {money(called.commit)}", STRONG),
            f" called, {money(shown.commit)} evidenced.",
            *_short(total, each),
        )
        best = f"Best case {money(called.best_case)} called, {money(shown.best_case)} evidenced."
        rest = f"Open {money(called.open)}{_coverage(total)}. Won {money(each.won)}."
        yield (f"{currency}{best} {rest}",)


def _short(total: Group, each: Outlook) -> Words:
    if total.left is None:
        return ()
    short = total.left - each.called.commit
    if short <= 0:
        return (f" {money(-short)} over quota as called.",)
    return (" ", (f"{money(short)} short of quota as called.", MINUS))


def _coverage(total: Group) -> str:
    return f": {total.coverage} times quota left" if total.coverage is not None else ""


_COLUMNS = ("Quota", "Won", "Commit", "Evid.", "Best", "Evid.", "Open")


def table(shown: Forecast) -> Table:
    """Return the sums of each group, and of all together."""
    by, since = shown.wanted.by.capitalize(), short_day(shown.scope.since, shown.scope.day)
    heads = _COLUMNS if any(each.quota is not None for each in shown.groups) else _COLUMNS[1:]
    columns = (
        Column(by),
        *(Column(head, right=True) for head in heads),
        Column(f"Since {since}", right=True),
    )
    rows = [
        row
        for each in shown.groups
        for row in _rows(_named(each.key, shown.wanted.by), each, len(heads))
    ]
    return Table(
        columns,
        (*rows, *_rows("Total", shown.total, len(heads), STRONG)),
        wide=_WIDE,
        squeezed=((by, _LEAST_NAME),),
    )


def _named(key: str | None, by: str) -> Part:
    """Return a group's name."""
    if key is None:
        return LACKING[by]
    return mentions.rep(key) if by == "owner" else key


def _rows(name: Part, group: Group, heads: int, style: str = "") -> Iterator[tuple[Words, ...]]:
    """Yield a group's row, and a row for each additional currency."""
    for at, each in enumerate(group.money):
        called, shown = each.called, each.evidenced
        pairs = ((called.commit, shown.commit), (called.best_case, shown.best_case))
        quota = "" if group.quota is None or at else money(group.quota)
        sums = [
            (quota, style),
            (money(each.won), style),
            *(part for pair in pairs for part in _pair(*pair, style)),
            (f"{_currency(group, each)}{money(each.called.open)}", style),
        ]
        moved = sum(each.moved.values(), Decimal())
        yield cells("" if at else restyled(name, style), *sums[-heads:], (_signed(moved), style))


def _currency(group: Group, each: Outlook) -> str:
    return "" if group.only else f"{each.currency} "


def _pair(called: Decimal, shown: Decimal, style: str) -> tuple[tuple[str, str], tuple[str, str]]:
    return (money(called), style), (money(shown), MINUS if shown < called else style)


def _signed(value: Decimal) -> str:
    return "" if not value else f"+{money(value)}" if value > 0 else money(value)


def _weighted(shown: Forecast) -> Iterator[Block]:
    """Yield the open amount weighted by the probabilities of the sales steps."""
    yield GAP
    for each in shown.weighted:
        sums = f"{money(each.weighted)} evidenced, {money(each.claimed)} claimed"
        yield paragraph(f"Weighted by the sales steps' probabilities: {each.currency} {sums}.")


def notes(shown: Forecast) -> Iterator[Block]:
    """Yield what does not count, and what a debrief took out, each in a sentence."""
    taken = [
        f"{each.line.id} ({spelled(each.without).lower()} → {spelled(each.now).lower()})"
        for each in shown.taken
    ]
    sentences = (
        _listed("Not evidenced since a debrief did not accept the evidence", taken),
        _listed("Omitted", [_omitted(line) for line in shown.omitted]),
        _listed("Not counted, no amount", [line.id for line in shown.without_amount]),
        _listed("Not counted, no date", [line.id for line in shown.without_date]),
        about_rates(shown.scale) if shown.scale.missing else "",
    )
    if any(sentences):
        yield GAP
    yield from (paragraph(each) for each in sentences if each)


def _listed(what: str, names: Sequence[str]) -> str:
    return f"{what}: {some(names, _NAMED)}." if names else ""


def _omitted(line: DealLine) -> str:
    """Return an omitted deal, and why it is: on hold, called so, or as its strategy is."""
    if line.held:
        return f"{line.id} (on hold)"
    if line.called == "omitted":
        return f"{line.id} (as called)"
    return f"{line.id} ({' or '.join(strategies()[each].title for each in line.reachable)})"


def legend(shown: Forecast) -> str:
    """Return what called and evidenced mean."""
    asked, process = standard(shown.scope.settings), sales_process(shown.scope.settings)
    titles = {step.key: step.title for step in process}
    commit, best = (titles.get(each, each) for each in (asked.commit, asked.best_case))
    return (
        "Called: the rep's forecast category, or without one, as evidenced. Evid.: what the buyer's"
        f" outcomes show: commit once {commit} is complete, best case once {best} is. Best case"
        " includes commit."
    )
