"""`tas board`: a line for each group, what changed, and the deals that need a debrief."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from tas_cli.board.board import Board, Urgent
from tas_cli.board.changes import handed_over, moved, pulled_in, repriced, slipped
from tas_cli.board.figures import Figures
from tas_cli.board.line import DealLine
from tas_cli.board.money import Money, Scale
from tas_cli.method.catalogue import numbers, strategies
from tas_cli.views import mentions
from tas_cli.views.asking import asks, shared
from tas_cli.views.page import (
    DIM,
    GAP,
    MINUS,
    NUMBER,
    STRONG,
    UNKNOWN,
    Block,
    Column,
    Item,
    On,
    Page,
    Paragraph,
    Part,
    Section,
    Table,
    Title,
    Words,
    cells,
    item,
    items,
    paragraph,
    section,
)
from tas_cli.views.words import short_amount, short_day
from tas_cli.words import counted, some

_WIDE = 124
_LEAST_NAME = 8
ON_A_TERMINAL, IN_A_PIPE, IN_A_DOCUMENT = 8, 100, 20
"""How many changed deals are named; JSON names all of them."""
_IN_SHORT = {
    "pulled_in": "pulled in",
    "handed_over": "handed over",
    "moved": "in another sales step",
    "better": "rated better",
    "worse": "rated worse",
}
"""The kinds of change that need more words."""
_FIRST, _NAMED = 2, 4
"""How many changed deals of a kind are named in short, and how many contradict themselves."""
LACKING = {
    "owner": "no owner",
    "team": "no team",
    "step": "no step",
    "customer": "no customer",
}
"""The name of the group of deals that lack the field that groups them."""


def group_name(board: Board, key: str | None) -> str:
    """Return a group's name."""
    if key is None:
        return LACKING[board.by]
    titles = {step.key: step.title for step in board.process} if board.by == "step" else {}
    return titles.get(key, key)


def percent(share: int | None) -> str:
    """Return a percentage, or a dash if there is nothing to divide."""
    return "–" if share is None else f"{share}%"


def short_money(value: Decimal) -> str:
    """Return a sum in at most six cells for a column: 950, 45k, –3.0M."""
    shown = short_amount(abs(value))
    return f"–{shown}" if value < 0 else shown


def strategies_counted(counts: Mapping[str | None, int], none: str) -> str:
    """Return how often each strategy occurs: `3 Flanking`, then the deals without one."""
    return ", ".join(
        f"{number} {strategies()[key].title if key else none}" for key, number in counts.items()
    )


_COUNTS: tuple[tuple[str, On, Callable[[Figures], str]], ...] = (
    ("Review", On.NARROW, lambda group: percent(group.share(group.reviewed))),
    ("Reviewed", On.FULL, lambda group: percent(group.share(group.reviewed))),
    (
        "Debrief",
        On.NARROW,
        lambda group: f"{percent(group.share(group.debriefed))}/{group.debriefs}",
    ),
    ("Debriefed", On.FULL, lambda group: percent(group.share(group.debriefed))),
    ("Debriefs", On.FULL, lambda group: str(group.debriefs)),
    ("Age", On.ANYWHERE, lambda group: "–" if group.age is None else f"{group.age}d"),
    ("Unk.", On.NARROW, lambda group: percent(group.unknown_share)),
    ("Unknown", On.FULL, lambda group: percent(group.unknown_share)),
    ("Actions", On.NARROW, lambda group: f"{group.actions}/{group.overdue_actions}"),
    ("Actions", On.FULL, lambda group: str(group.actions)),
    ("Overdue", On.FULL, lambda group: str(group.overdue_actions)),
    ("Late", On.NARROW, lambda group: str(group.late)),
    ("Past close", On.FULL, lambda group: str(group.past_close)),
    ("Slow step", On.FULL, lambda group: str(group.past_days)),
)
_MONEY: tuple[tuple[str, On, Callable[[Money], str]], ...] = (
    ("Amount", On.TERMINAL, lambda money: f"{money.currency} {short_money(money.amount)}"),
    ("Evid.", On.TERMINAL, lambda money: short_money(money.weighted)),
    ("Claimed", On.TERMINAL, lambda money: short_money(money.claimed)),
    ("Gap", On.WIDE, lambda money: short_money(money.optimism)),
    ("Amount", On.DOCUMENT, lambda money: f"{money.currency} {money.amount:,f}"),
    ("Evidenced", On.DOCUMENT, lambda money: f"{money.weighted:,f}"),
    ("Claimed", On.DOCUMENT, lambda money: f"{money.claimed:,f}"),
    ("Gap", On.DOCUMENT, lambda money: f"{money.optimism:,f}"),
)


class Parts(NamedTuple):
    """What of a board is shown: how many deals to ask about, how many changed deals are named.

    `day` names the board's day, `quarters` say whether its quarter will be made. `table` and
    `changes` are shown if asked for; with `everything`, all is shown. `whole` is the command for
    all.
    """

    day: str
    quarters: tuple[Paragraph, ...]
    asks: int
    named: int
    table: bool
    changes: bool
    everything: bool
    whole: str


def page(shown: Board, parts: Parts) -> Page:
    """Return the board: what to ask about first, then the parts asked for."""
    number, worth = len(shown.open), " + ".join(map(_open, shown.money))
    deals = ", ".join(filter(None, (counted(number, "open deal"), worth)))
    table, changed = (parts.everything or each for each in (parts.table, parts.changes))
    return (
        Title(f"Board, {parts.day}", (deals,)),
        *parts.quarters,
        *([] if changed else [paragraph(_changed_in_short(shown))]),
        asks(shown.asking, parts.asks, parts.whole),
        *([GAP, *shared(shown.asking, number, shown.scope)] if shown.asking.shared else ()),
        *([] if parts.everything else [_contradicted(shown.forecast)]),
        *_figures(shown, table=table, everything=parts.everything),
        paragraph((about_rates(shown.scale), DIM)),
        *([changes(shown, parts.named)] if changed else []),
        *([_urgent(shown), _forecast(shown.forecast)] if parts.everything else []),
        *((GAP, paragraph((left_out(shown.broken), MINUS))) if shown.broken else ()),
    )


def _open(money: Money) -> str:
    return f"{money.currency} {short_money(money.amount)}"


def _changed_in_short(shown: Board) -> str:
    """Return how many deals changed, by kind, and the first of them."""
    since = short_day(shown.scope.since, shown.scope.day)
    counts = [
        f"{len(found)} {_IN_SHORT.get(kind, kind)} ({some([line.id for line in found], _FIRST)})"
        for kind, found in shown.changes.items()
        if found
    ]
    return f"Since {since}: {', '.join(counts) or 'nothing changed'}."


def _figures(shown: Board, *, table: bool, everything: bool) -> Iterator[Block]:
    """Yield the table of the groups, and the sums and sentences that go with it."""
    if everything:
        yield GAP
        yield from map(money_line, shown.money)
    if table and shown.groups:
        yield GAP
        yield _table(shown)
    if everything and shown.groups:
        yield GAP
        yield from map(paragraph, _summary(shown))


def money_line(money: Money) -> Block:
    """Return what open deals are worth, and weighted by the evidenced and the claimed step."""
    weighted, claimed = short_money(money.weighted), short_money(money.claimed)
    gap = short_money(money.optimism)
    return paragraph(
        (f"{money.currency} {short_money(money.amount)}", STRONG),
        f" open; weighted: {weighted} evidenced, {claimed} claimed; gap {gap}",
    )


def _table(shown: Board) -> Table:
    by = shown.by.capitalize()
    figures = [(head, on) for table in (_MONEY, _COUNTS) for head, on, _ in table]
    columns = (
        Column(by),
        Column("Recommended", On.DOCUMENT),
        Column("Chosen", On.DOCUMENT),
        *(Column(head, on, right=True) for head, on in [("Open", On.ANYWHERE), *figures]),
    )
    rows = [
        *(row for each in shown.groups for row in _rows(group_name(shown, each.key), each.figures)),
        *_rows("All", shown.total, STRONG),
    ]
    return Table(columns, tuple(rows), wide=_WIDE, squeezed=((by, _LEAST_NAME),))


def _rows(name: str, group: Figures, style: str = "") -> Iterator[tuple[Words, ...]]:
    """Yield a group's row, and a row for each additional currency."""
    strategic = (
        strategies_counted(group.recommended, "undecided"),
        strategies_counted(group.chosen, "without a choice"),
    )
    counts = [(words(group), style or _look(head, on, group)) for head, on, words in _COUNTS]
    for at, money in enumerate(group.money or [None]):
        sums = [(words(money) if money else "", style) for _, _, words in _MONEY]
        if at:
            yield cells(*[""] * 4, *sums, *[""] * len(counts))
        else:
            yield cells((name, style), *strategic, (str(group.open), style), *sums, *counts)


def _look(head: str, on: On, group: Figures) -> str:
    """Return the style of a count: marked if it is what somebody has to see to."""
    late = {
        "Actions": group.overdue_actions if On.NARROW in on else 0,
        "Overdue": group.overdue_actions,
        "Late": group.late,
        "Past close": group.past_close,
        "Slow step": group.past_days,
    }
    return UNKNOWN if late.get(head) else ""


def _summary(board: Board) -> tuple[str, ...]:
    """Return the sentences below the table; some may be empty."""
    total = board.total
    past = f"{total.past_close} past the close date, {total.past_days} past the step's usual length"
    without = counted(total.without_amount, "deal")
    return (
        f"Recommended: {strategies_counted(total.recommended, 'undecided') or 'none'}.",
        f"Chosen: {strategies_counted(total.chosen, 'without a choice') or 'none'}.",
        f"Late: {past}.",
        f"Debriefs (deal reviews) per rep in the last 30 days: {total.debriefs_per_rep or '–'}.",
        to_do(total),
        f"No amount: {without}." if total.without_amount else "",
    )


def to_do(total: Figures) -> str:
    """Return how many action items and tactics are open and overdue; tactics only if any are."""
    actions = f"Action items: {total.actions} open, {total.overdue_actions} overdue."
    if not total.tactics:
        return actions
    return f"{actions} Tactics: {total.tactics} open, {total.overdue_tactics} overdue."


def about_rates(scale: Scale) -> str:
    """Return how sums in several currencies are combined, or why they are not."""
    if scale.rates:
        return f"All amounts are in {scale.currency}, at the rates in tas.yaml."
    missing = ", ".join(scale.missing)
    return f"One total per currency: add rates to tas.yaml for {missing}." if missing else ""


def changes(board: Board, named: int) -> Section:
    """Return the changes by kind: each deal's id and what happened to it."""
    found, titles = board.changes, {step.key: step.title for step in board.process}
    kinds = {
        "new": [(row.id, f"({row.customer})") for row in found["new"]],
        "closed": [(row.id, row.status) for row in found["closed"]],
        "grown": [(row.id, _repriced(row)) for row in found["grown"]],
        "shrunk": [(row.id, _repriced(row)) for row in found["shrunk"]],
        "slipped": [(row.id, _moved(slipped(row), {})) for row in found["slipped"]],
        "pulled in": [(row.id, _moved(pulled_in(row), {})) for row in found["pulled_in"]],
        "handed over": [(row.id, _moved(handed_over(row), {})) for row in found["handed_over"]],
        "moved": [(row.id, _moved(moved(row), titles)) for row in found["moved"]],
        "better": [(row.id, numbers(row.better)) for row in found["better"]],
        "worse": [(row.id, numbers(row.worse)) for row in found["worse"]],
    }
    listed = [_changed(kind, deals, named) for kind, deals in kinds.items() if deals]
    return section(
        f"Since {board.scope.since:%A} {board.scope.since}",
        items(listed, indent=17) if listed else paragraph("Nothing changed."),
    )


def _repriced(row: DealLine) -> str:
    before, after = repriced(row) or ("0", "0")
    return f"{row.currency} {short_money(Decimal(before))} → {short_money(Decimal(after))}"


def _changed(kind: str, deals: list[tuple[str, str]], named: int) -> Item:
    parts: list[Part] = []
    for name, what in deals[:named]:
        parts += [
            "; " if parts else "",
            mentions.deal(name, style=STRONG),
            f" {what}" if what else "",
        ]
    more = f"; and {len(deals) - named} more" if len(deals) > named else ""
    return item(*parts, more, mark=f"{len(deals):>3} {kind}")


def _moved(pair: tuple[str | None, str | None] | None, titles: Mapping[str, str]) -> str:
    before, after = (each or "none" for each in pair or ("", ""))
    return f"{titles.get(before, before)} → {titles.get(after, after)}"


def _urgent(board: Board) -> Section:
    shown, needing = len(board.urgent), board.needing
    some = f": {shown} of {needing} deals" if needing > shown else ""
    return section(
        f"Debrief first{some}",
        items((_deal(each, board) for each in board.urgent), 4, NUMBER),
    )


def _deal(urgent: Urgent, board: Board) -> Item:
    """Return a deal: its owner, amount and sales step, and why it needs a debrief."""
    line = urgent.deal
    titles = {step.key: step.title for step in board.process}
    money = f"{line.currency} {short_money(Decimal(line.amount))}" if line.amount else ""
    facts = (line.owner or "no owner", money, titles.get(line.step or "", line.step or ""))
    why = "; ".join(reason.words for reason in urgent.reasons)
    return item((line.id, STRONG), " ", (" · ".join(filter(None, facts)), DIM), f": {why}")


def _forecast(rows: Sequence[DealLine]) -> Section:
    found = [
        item((row.id, STRONG), f": {'; '.join(message for _, _, message in row.forecast)}")
        for row in rows
    ]
    return section("Take out of the forecast", items(found, 4, ("  !", MINUS)))


def _contradicted(rows: Sequence[DealLine]) -> Block:
    """Return which deals to take out of the forecast, in a line."""
    names = some([row.id for row in rows], _NAMED)
    return paragraph(f"Take out of the forecast: {names}." if names else "")


def left_out(broken: Sequence[str], most: int | None = 10) -> str:
    """Return the sentence about files that cannot be used; it names at most `most` of them."""
    if not broken:
        return ""
    shown = broken[:most]
    more = f" and {len(broken) - len(shown)} more" if len(broken) > len(shown) else ""
    number = f"{counted(len(broken), 'file')} left out (see `tas check`)"
    return f"{number}: {', '.join(shown)}{more}"
