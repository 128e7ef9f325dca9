"""The board in words that all outputs share: shares, sums, lists of strategies, names of groups."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from tas_cli.board.board import Board
from tas_cli.board.line import DealLine
from tas_cli.method.catalogue import numbers, strategies
from tas_cli.views.words import short_amount
from tas_cli.words import counted

LACKING = {"owner": "no owner", "step": "no step", "customer": "no customer"}
"""What a group is called whose deals lack what the others have in common."""


def group_name(board: Board, key: str | None) -> str:
    """Return what a group is called."""
    if key is None:
        return LACKING[board.by]
    titles = {step.key: step.title for step in board.process} if board.by == "step" else {}
    return titles.get(key, key)


def percent(share: int | None) -> str:
    """Return a share, a dash where it is one of nothing."""
    return "–" if share is None else f"{share}%"


def short_money(value: Decimal) -> str:
    """Return a sum in at most six cells, for a column: 950, 45k, –3.0M."""
    shown = short_amount(abs(value))
    return f"–{shown}" if value < 0 else shown


def strategies_counted(counts: Mapping[str | None, int], none: str) -> str:
    """Return how often each strategy stands there: 3 Flanking, 2 not settled."""
    return ", ".join(
        f"{number} {strategies()[key].title if key else none}" for key, number in counts.items()
    )


def summary(board: Board) -> list[str]:
    """Return the sentences below the table."""
    total = board.total
    late = f"{total.past_close} past their close date, {total.past_days} past their step's days"
    actions = f"{counted(total.actions, 'corrective action')} open, {total.overdue_actions} overdue"
    sentences = [
        f"Recommended: {strategies_counted(total.recommended, 'not settled') or 'nothing'}.",
        f"Chosen: {strategies_counted(total.chosen, 'none') or 'nothing'}.",
        f"Late: {late}.",
        f"Debriefs per rep in 30 days: {total.debriefs_per_rep or '–'}.",
        f"Follow-up: {actions}.",
    ]
    if total.without_amount:
        sentences.append(f"Without an amount: {counted(total.without_amount, 'deal')}.")
    if board.scale.rates is not None:
        sentences.append(f"All sums are in {board.scale.currency}, by the rates of tas.yaml.")
    if board.scale.missing:
        named = ", ".join(board.scale.missing)
        sentences.append(f"Sums stay apart by currency: give {named} a rate in tas.yaml.")
    return sentences


def changed(board: Board) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return what changed: by kind, each deal's id with what happened to it."""
    found, titles = board.changes, {step.key: step.title for step in board.process}
    kinds = {
        "New": [(row.id, f"({row.customer})") for row in found.new],
        "Closed": [(row.id, row.status) for row in found.closed],
        "Slipped": [(row.id, _moved(row.slipped, {})) for row in found.slipped],
        "Step": [(row.id, _moved(row.moved, titles)) for row in found.moved],
        "Better": [(row.id, numbers(row.better)) for row in found.better],
        "Worse": [(row.id, numbers(row.worse)) for row in found.worse],
    }
    return [(kind, each) for kind, each in kinds.items() if each]


def _moved(pair: list[str] | list[str | None] | None, titles: Mapping[str, str]) -> str:
    before, after = (each or "none" for each in pair or ("", ""))
    return f"{titles.get(before, before)} → {titles.get(after, after)}"


def about(line: DealLine, board: Board) -> str:
    """Return who owns a deal, what it is worth and where it stands."""
    titles = {step.key: step.title for step in board.process}
    money = f"{line.currency} {short_money(Decimal(line.amount))}" if line.amount else ""
    parts = [line.owner or "no owner", money, titles.get(line.step or "", line.step or "")]
    return " · ".join(part for part in parts if part)


def left_out(broken: tuple[str, ...], most: int | None = 10) -> str:
    """Return the sentence on files that cannot be used; at most so many are named."""
    if not broken:
        return ""
    shown = broken[:most]
    more = f" and {len(broken) - len(shown)} more" if len(broken) > len(shown) else ""
    number = f"{counted(len(broken), 'file')} left out, see `tas check`"
    return f"{number}: {', '.join(shown)}{more}"
