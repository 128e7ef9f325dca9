"""The columns of `tas list`, each declared once: table, csv, sorting and grouping follow."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any, NamedTuple

from tas_cli.assess.process import sales_process
from tas_cli.board.called import call, evidenced_call, overcalled
from tas_cli.board.line import CALLS, DealLine
from tas_cli.board.scope import days_since
from tas_cli.method.catalogue import SalesStep, questions, strategies
from tas_cli.model.settings import Settings
from tas_cli.typed.periods import quarter_of
from tas_cli.views.page import DIM, MINUS, PLUS, On, Part, Words
from tas_cli.views.words import age, short_amount, signed
from tas_cli.words import spelled

_LAST = "9999-12-31"
"""Where deals without a date are sorted."""


@dataclass(frozen=True)
class Context:
    """What a deal's cells depend on besides its line."""

    settings: Settings
    day: date

    @cached_property
    def process(self) -> tuple[SalesStep, ...]:
        """The company's sales process."""
        return sales_process(self.settings)

    @cached_property
    def steps(self) -> dict[str, SalesStep]:
        """Its steps by key."""
        return {step.key: step for step in self.process}

    def step(self, key: str | None) -> str:
        """Return a step's title, empty for None; a step that is not known keeps its key."""
        return self.steps[key].title if key in self.steps else key or ""

    def number(self, key: str | None) -> int:
        """Return a step's place in the process, 0 if it has none."""
        return self.steps[key].number if key in self.steps else 0


Value = str | int | None
"""A value for a spreadsheet."""


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
        group=lambda line, _: ((of(line) is None, of(line) or ""), of(line) or f"no {name}"),
    )


def _amount(line: DealLine) -> str:
    return f"{line.currency} {short_amount(Decimal(line.amount))}" if line.amount else ""


def _close(line: DealLine, on: Context) -> Words:
    return ((f"{line.close} !", MINUS),) if line.past_close(on.day) else (line.close or "",)


def _ending(line: DealLine) -> str:
    """Return the day on which a deal ended, or else is expected to close."""
    return line.ended or line.close or _LAST


def _quarter(line: DealLine, _: Context) -> tuple[str, str]:
    end = _ending(line)
    return end, "no close date" if end == _LAST else quarter_of(date.fromisoformat(end))


def _balances(line: DealLine, _: Context) -> Words:
    """Return the four balances, each in a color of its own."""
    parts: list[Part] = []
    for number in line.balances:
        mood = PLUS if number > 0 else MINUS if number < 0 else ""
        parts += [" ", (f"{signed(number):>2}", mood)]
    return tuple(parts[1:])


def _balance(question: int) -> Callable[[DealLine, Context], Value]:
    return lambda line, _: line.balances[question]


def _strategy(line: DealLine, *, wide: bool) -> Words:
    if not line.open or line.hold is not None:
        return (_state(line),)
    chosen = strategies()[line.chosen].title if line.chosen else ""
    if line.recommended is None:
        left = f"{len(line.reachable)} possible"
        return (f"{left}, chosen {chosen}" if chosen and wide else left,)
    title = strategies()[line.recommended].title
    if not chosen:
        return (f"{title} ?",)
    if line.chosen == line.recommended:
        return (title,)
    return (f"{title} ≠ {chosen}" if wide else f"{title} ≠",)


def _played(line: DealLine, _: Context) -> tuple[Any, str]:
    """Return the group of a deal: its state if not in play, else the strategy to follow."""
    key = line.chosen or line.recommended
    if not line.open or line.hold is not None:
        return (2, _state(line)), _state(line)
    if key is None:
        return (1, ""), "undecided"
    return (0, [*strategies()].index(key)), strategies()[key].title


def _forecast(line: DealLine, on: Context) -> Words:
    """Return the category: as called, and as evidenced if that is less; empty without a call."""
    called = spelled(line.called) if line.called else ""
    if not overcalled(line, on.process):
        return (called,)
    return ((f"{called} ≠ {spelled(evidenced_call(line, on.process))}", MINUS),)


def _in_forecast(line: DealLine, on: Context) -> tuple[int, str]:
    """Return the group of a deal: its category, or how it ended."""
    if not line.open:
        return len(CALLS), line.status
    category = call(line, on.process)
    return -CALLS.index(category), spelled(category)


def _meeting(line: DealLine, on: Context) -> Words:
    """Return the day of the next meeting; one that is past is marked."""
    then = line.meeting.date if line.meeting else None
    if then and line.open and then < on.day.isoformat():
        return ((f"{then} !", MINUS),)
    return (then or "",)


def _of_meeting(field: str) -> Callable[[DealLine, Context], Value]:
    return lambda line, _: getattr(line.meeting, field, None)


def _state(line: DealLine) -> str:
    return "on hold" if line.open and line.hold is not None else line.status


def _age(line: DealLine, on: Context) -> Words:
    return (age(days_since(line.assessed, on.day)) if line.assessed else "never",)


def _actions(line: DealLine, _: Context) -> Words:
    late: Part = (f"{line.overdue_actions} late", MINUS) if line.overdue_actions else ""
    return (f"{line.actions}{', ' if late else ''}" if line.actions else "", late)


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
    _named("id", "Short name", "short name", lambda line: line.id),
    _named("name", "Name", "what is sold", lambda line: line.name)._replace(squeezed=12),
    _named("customer", "Customer", "customer", lambda line: line.customer)._replace(squeezed=12),
    _named("owner", "Owner", "owner", lambda line: line.owner),
    DealColumn(
        "amount",
        "Amount",
        "amount",
        cell=lambda line, _: (_amount(line),),
        fields={"amount": lambda line, _: line.amount, "currency": lambda line, _: line.currency},
        order=lambda line, _: -Decimal(line.amount or 0),
        within=lambda line: line.currency,
    ),
    DealColumn(
        "close",
        "Close",
        "expected close date",
        cell=_close,
        fields={
            "expected_close": lambda line, _: line.close,
            "closed": lambda line, _: line.ended,
        },
        order=lambda line, _: (not line.open, _ending(line)),
        group=_quarter,
    ),
    DealColumn(
        "balance",
        " 1  2  3  4",
        "balance of each question",
        cell=_balances,
        fields={f"balance_{each.number}": _balance(each.number - 1) for each in questions()},
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
        cell=lambda line, _: _strategy(line, wide=True),
        fields={
            "recommended": lambda line, _: line.recommended,
            "chosen": lambda line, _: line.chosen,
        },
        order=lambda line, _: (line.recommended is None, line.recommended or ""),
        group=_played,
        brief=lambda line, _: _strategy(line, wide=False),
    ),
    _step("step", "Step", "sales step worked on", lambda line: line.step),
    _step("evidenced", "Evidenced", "last step backed by evidence", lambda line: line.supported),
    DealColumn(
        "forecast",
        "Forecast",
        "forecast category: called, and evidenced if that is less",
        cell=_forecast,
        fields={
            "forecast": lambda line, _: line.called,
            "evidenced_forecast": lambda line, on: evidenced_call(line, on.process),
        },
        order=_in_forecast,
        group=_in_forecast,
    ),
    DealColumn(
        "next",
        "Next",
        "next meeting with the customer",
        cell=_meeting,
        fields={
            "next_date": _of_meeting("date"),
            "next_with": lambda line, _: ", ".join(line.meeting.people) if line.meeting else None,
            "next_what": _of_meeting("what"),
        },
        order=lambda line, _: (line.meeting and line.meeting.date) or _LAST,
    ),
    DealColumn(
        "age",
        "Age",
        "time since the last assessment",
        cell=_age,
        fields={"assessed": lambda line, _: line.assessed},
        order=lambda line, _: line.assessed or "",
    ),
    DealColumn(
        "actions",
        "Actions",
        "open action items",
        cell=_actions,
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
    )._replace(squeezed=12, group=None),
    _named("status", "Status", "open, on hold, won, lost or disengaged", _state),
    _named("external_id", "CRM id", "id in the CRM", lambda line: line.external_id)._replace(
        group=None
    ),
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
    return tuple((part if isinstance(part, str) else part[0], DIM) for part in words)
