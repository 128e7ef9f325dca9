"""`tas actions`: a line for each action item, overdue ones first."""

from __future__ import annotations

from collections.abc import Sequence

from tas_cli.board.actions import Listed
from tas_cli.edits.effect import Effect
from tas_cli.views.board import left_out
from tas_cli.views.changed import written_to
from tas_cli.views.page import (
    DIM,
    GAP,
    MINUS,
    STRONG,
    Column,
    Hint,
    Page,
    Table,
    Title,
    Words,
    cells,
    paragraph,
)
from tas_cli.words import counted

_COLUMNS = (
    Column("Deal", most=22),
    Column("N", most=16),
    Column("Owner", most=10),
    Column("Due", least=10),
    Column("", most=13),
    Column("What"),
)


def actions(found: Sequence[Listed], broken: Sequence[str]) -> Page:
    """Return the list of action items."""
    table = (
        GAP,
        Table(_COLUMNS, tuple(map(_row, found)), wrapped=True),
        GAP,
        Hint(_how(found)),
    )
    return (
        Title(_title(found)),
        *(table if found else ()),
        paragraph((left_out(broken), MINUS)),
    )


def _title(found: Sequence[Listed]) -> str:
    """Return how many actions there are, and how many are overdue."""
    if not found:
        return "No open action items."
    done = sum(each.action.done is not None for each in found)
    still = sum(each.action.open for each in found)
    overdue = sum(each.overdue for each in found)
    open_ones = f"{counted(still, 'open action item')}, {overdue} overdue"
    return f"{open_ones}; {done} done" if done else open_ones


def _how(found: Sequence[Listed]) -> str:
    """Return the command that marks the first open one as done; empty if all are done."""
    each = next((each for each in found if each.action.open), None)
    return f"Mark as done: `{each.done_command}`" if each else ""


def _row(each: Listed) -> tuple[Words, ...]:
    action = each.action
    style = MINUS if each.overdue else "" if action.open else DIM
    facts = (
        each.deal.id,
        each.key or str(action.number),
        each.owner or "",
        action.due or "no date",
        _late(each),
    )
    answer = f" Answer: {action.answer}" if action.answer else ""
    return (*cells(*((fact, style) for fact in facts)), (action.what, (answer, DIM)))


def _late(each: Listed) -> str:
    """Return how overdue an action is, or that it is done or became a tactic."""
    if not each.action.open:
        return "done" if each.action.done else "now a tactic"
    return f"{counted(each.days or 0, 'day')} late" if each.overdue else ""


def closed(effect: Effect, number: int, what: str) -> Page:
    """Report that an action was closed."""
    done = effect.fields[0].after
    return (
        paragraph((f"{effect.id}: action item {number} done on {done}: ", STRONG), what),
        written_to(effect.written),
    )
