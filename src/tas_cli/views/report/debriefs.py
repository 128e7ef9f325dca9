"""Debriefs on a page: what the last one found and decided, earlier ones, and the action items."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from tas_cli.assess.actions import Numbered, answer_to, numbered_actions
from tas_cli.assess.sheet import Sheet
from tas_cli.model.debrief import Debrief
from tas_cli.views.debriefed import decided, who
from tas_cli.views.page import (
    DIM,
    MINUS,
    PLUS,
    STRONG,
    Block,
    Column,
    Part,
    Section,
    Table,
    Words,
    item,
    items,
    paragraph,
)
from tas_cli.words import counted

_EARLIER, _DONE = 3, 6
"""How many earlier debriefs, and how many action items done, are shown."""


def debriefs(_: str, sheet: Sheet) -> Iterator[Block]:
    """Yield the debriefs, the last one first, and what was agreed in them and elsewhere."""
    held = sorted(sheet.opportunity.debriefs, key=lambda each: each.date, reverse=True)
    titles = {step.key: step.title for step in sheet.process}
    for each in held[:1]:
        yield from _last(each, titles)
    earlier = held[1 : 1 + _EARLIER]
    yield Section(
        "Earlier debriefs (deal reviews)",
        (
            items(item((str(each.date), STRONG), f": {_found(each, titles)}") for each in earlier),
            paragraph((_more(held[1 + _EARLIER :]), DIM)),
        ),
    )
    agreed = [each for each in numbered_actions(sheet.opportunity) if each.asked <= sheet.day]
    yield from _actions(agreed, sheet.day)


def _last(debrief: Debrief, titles: dict[str, str]) -> Iterator[Block]:
    title = f"Debrief (deal review) of {debrief.date}"
    yield paragraph((title, STRONG), f", {who(debrief)}. {_found(debrief, titles)}")
    if debrief.communication:
        yield paragraph(f"Customer: {debrief.communication}")


def _found(debrief: Debrief, titles: dict[str, str]) -> str:
    """Return what a debrief decided on the step, and its verdict in words."""
    steps = {None: "", "confirmed": "Sales step confirmed."}
    step = steps.get(debrief.step, decided(debrief, titles))
    return " ".join(filter(None, (step, debrief.verdict)))


def _more(rest: Sequence[Debrief]) -> str:
    if not rest:
        return ""
    return f"Left out: {counted(len(rest), 'debrief')} before {rest[0].date}, and that one."


def _actions(agreed: Sequence[Numbered], day: date) -> Iterator[Section]:
    """Yield the action items: open ones by their due dates, then the last ones done."""
    opened = sorted(
        (each for each in agreed if each.open(day)),
        key=lambda each: (each.action.due or date.max, each.number),
    )
    closed = sorted(
        (each for each in agreed if not each.open(day)), key=lambda each: each.asked, reverse=True
    )
    heads = ("#", "Action item", "Owner", "Due")
    columns = tuple(Column(head, right=head == "#") for head in heads)
    rows = tuple(_row(each, day) for each in (*opened, *closed[:_DONE]))
    left = len(closed) - _DONE
    note = f"Left out: {counted(left, 'earlier action item')} done." if left > 0 else ""
    table = (Table(columns, rows),) if rows else ()
    yield Section("Action items", (*table, paragraph((note, DIM))))


def _row(each: Numbered, day: date) -> tuple[Words, ...]:
    action = each.action
    answer = answer_to(action)
    what: Words = (action.what, *((f" Answer: {answer}",) if answer else ()))
    return ((str(each.number), DIM),), what, (action.owner or "",), tuple(_due(each, day))


def _due(each: Numbered, day: date) -> Iterator[Part]:
    """Yield when an action item is due and how late it is, or what became of it."""
    action = each.action
    if each.done(day):
        yield f"done {action.done}", PLUS
    elif action.tactic:
        yield f"a tactic since {action.tactic}", DIM
    else:
        yield str(action.due or "no due date")
    if each.overdue(day) and action.due:
        yield f", {counted((day - action.due).days, 'day')} late", MINUS
