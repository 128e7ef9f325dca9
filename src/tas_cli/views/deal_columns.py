"""The columns of `tas list`, each declared once: table, csv, sorting and grouping follow."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from tas_cli.board.called import evidenced_call
from tas_cli.board.line import DealLine
from tas_cli.method.catalogue import questions
from tas_cli.views import deal_cells as cells
from tas_cli.views import mentions
from tas_cli.views.deal_cells import Context, Value
from tas_cli.views.page import DIM, On, Words, restyled


class DealColumn(NamedTuple):
    """A column: its `name` in options, the head of the table, and what it shows, for the help.

    `fields` are its values in csv, by head. `order` is what deals are sorted by; a column that is
    only sorted within something else names that in `within`. `group` returns the sort key and the
    name of a deal's group. `brief` is the cell on a narrow terminal, `squeezed` the width in cells
    to which the column shrinks before any is left out.
    """

    name: str
    head: str
    about: str
    cell: Callable[[DealLine, Context], Words]
    fields: Mapping[str, Callable[[DealLine, Context], Value]]
    order: Callable[[DealLine, Context], Any]
    group: Callable[[DealLine, Context], tuple[Any, str]] | None = None
    within: Callable[[DealLine], str] = lambda _: ""
    brief: Callable[[DealLine, Context], Words] | None = None
    on: On = On.ANYWHERE
    squeezed: int = 0


def _named(name: str, head: str, about: str, of: Callable[[DealLine], str | None]) -> DealColumn:
    """Return a column of plain text, sorted without regard to case."""
    return DealColumn(
        name,
        head,
        about,
        cell=lambda line, _: (of(line) or "",),
        fields={name: lambda line, _: of(line)},
        order=lambda line, _: (of(line) or "").casefold(),
    )


def _same(name: str, of: Callable[[DealLine], str | None]) -> Callable[..., tuple[Any, str]]:
    """Return how to group deals by a text that they share."""
    return lambda line, _: ((of(line) is None, of(line) or ""), of(line) or f"no {name}")


def _step(name: str, head: str, about: str, of: Callable[[DealLine], str | None]) -> DealColumn:
    return DealColumn(
        name,
        head,
        about,
        cell=lambda line, on: (on.step(of(line)),),
        fields={name: lambda line, _: of(line)},
        order=lambda line, on: on.number(of(line)),
        group=lambda line, on: (
            (of(line) is None, on.number(of(line))),
            on.step(of(line)) or f"no {head.lower()}",
        ),
    )


COLUMNS = (
    _named("id", "Short name", "short name", lambda line: line.id)._replace(
        cell=lambda line, _: (mentions.deal(line.id),)
    ),
    _named("name", "Name", "what is sold", lambda line: line.name)._replace(squeezed=12),
    _named("customer", "Customer", "customer", lambda line: line.customer)._replace(
        squeezed=12,
        cell=lambda line, _: (cells.customer(line),),
        group=_same("customer", lambda line: line.customer),
    ),
    _named("owner", "Owner", "owner", lambda line: line.owner)._replace(
        cell=lambda line, _: (cells.owner(line),),
        group=_same("owner", lambda line: line.person),
    ),
    DealColumn(
        "amount",
        "Amount",
        "amount",
        cell=lambda line, _: (cells.amount(line),),
        fields={"amount": lambda line, _: line.amount, "currency": lambda line, _: line.currency},
        order=lambda line, _: -Decimal(line.amount or 0),
        within=lambda line: line.currency,
    ),
    DealColumn(
        "close",
        "Close",
        "expected close date",
        cell=cells.close,
        fields={
            "expected_close": lambda line, _: line.close,
            "closed": lambda line, _: line.ended,
        },
        order=lambda line, _: (not line.open, cells.ending(line)),
        group=cells.quarter,
    ),
    DealColumn(
        "balance",
        " 1  2  3  4",
        "balance of each question",
        cell=cells.balances,
        fields={f"balance_{each.number}": cells.balance(each.number - 1) for each in questions()},
        order=lambda line, _: -sum(line.balances),
    ),
    DealColumn(
        "known",
        "Known",
        "share of our ratings known",
        cell=lambda line, _: (f"{line.known}%",),
        fields={"known": lambda line, _: line.known},
        order=lambda line, _: line.known,
    ),
    DealColumn(
        "strategy",
        "Strategy",
        "strategy",
        cell=lambda line, _: cells.strategy(line, wide=True),
        fields={
            "recommended": lambda line, _: line.recommended,
            "chosen": lambda line, _: line.chosen,
        },
        order=lambda line, _: (line.recommended is None, line.recommended or ""),
        group=cells.played,
        brief=lambda line, _: cells.strategy(line, wide=False),
    ),
    _step("step", "Step", "sales step worked on", lambda line: line.step),
    _step("evidenced", "Evidenced", "last step backed by evidence", lambda line: line.supported),
    DealColumn(
        "forecast",
        "Forecast",
        "forecast category: called, and evidenced if that is less",
        cell=cells.forecast,
        fields={
            "forecast": lambda line, _: line.called,
            "evidenced_forecast": lambda line, on: evidenced_call(line, on.standard),
        },
        order=cells.in_forecast,
        group=cells.in_forecast,
    ),
    DealColumn(
        "next",
        "Next",
        "next meeting with the customer",
        cell=cells.meeting,
        fields={
            "next_date": cells.of_meeting("date"),
            "next_with": lambda line, _: ", ".join(line.meeting.people) if line.meeting else None,
            "next_what": cells.of_meeting("what"),
        },
        order=lambda line, _: (line.meeting and line.meeting.date) or cells.LAST,
    ),
    DealColumn(
        "age",
        "Age",
        "time since the last assessment",
        cell=cells.since_assessed,
        fields={"assessed": lambda line, _: line.assessed},
        order=lambda line, _: line.assessed or "",
    ),
    DealColumn(
        "actions",
        "Actions",
        "open action items",
        cell=cells.actions,
        fields={
            "actions": lambda line, _: line.actions,
            "overdue_actions": lambda line, _: line.overdue_actions,
        },
        order=lambda line, _: (-line.overdue_actions, -line.actions),
    ),
    _named(
        "against",
        "Against",
        "competitors",
        lambda line: ", ".join(name for _, name in line.competitors) or None,
    )._replace(squeezed=12),
    _named("status", "Status", "open, on hold, won, lost or disengaged", cells.state),
    _named("external_id", "CRM id", "id in the CRM", lambda line: line.external_id),
)
"""All columns, in the order of the help and of a csv file."""
BY_NAME = {column.name: column for column in COLUMNS}
_USUAL = ("id", "customer", "owner", "amount", "close", "balance", "known", "strategy")
_SAID = ("customer", "owner")
"""The columns that show nothing more than the name of their group does."""


def usual(group: str | None) -> tuple[DealColumn, ...]:
    """Return the usual columns, without the one that the name of each group repeats.

    A narrow terminal has no room for the customer.
    """
    said = group if group in _SAID else None
    columns = (BY_NAME[name] for name in _USUAL if name != said)
    return tuple(each._replace(on=On.FULL) if each.name == "customer" else each for each in columns)


def cell(column: DealColumn, line: DealLine, on: Context, *, narrow: bool = False) -> Words:
    """Return a deal's cell; those of a deal that is on hold or not open are dimmed."""
    words = (column.brief if narrow and column.brief else column.cell)(line, on)
    if line.open and line.hold is None:
        return words
    return tuple(restyled(part, DIM) for part in words)
