"""What `tas list` shows of a deal, cell by cell: words, values, and the groups it belongs to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

from tas_cli.assess.process import sales_process
from tas_cli.board.called import Standard, call, evidenced_call, overcalled, standard
from tas_cli.board.line import CALLS, DealLine
from tas_cli.board.scope import days_since
from tas_cli.method.catalogue import SalesStep, strategies
from tas_cli.model.settings import Settings
from tas_cli.typed.periods import quarter_of
from tas_cli.views import mentions
from tas_cli.views.page import MINUS, PLUS, STRONG, Part, Words
from tas_cli.views.words import age, short_amount, signed
from tas_cli.words import spelled

LAST = "9999-12-31"
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
    def standard(self) -> Standard:
        """What the company asks of a forecast category."""
        return standard(self.settings, self.process)

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


def mentioned(line: DealLine, _: Context) -> Words:
    """Return the deal's name; on a site it leads to the page about it."""
    return (mentions.deal(line.id, line.name, STRONG),)


def customer(line: DealLine) -> Part:
    """Return the customer, whose account is mentioned if the deal names one."""
    return mentions.account(line.account, line.customer) if line.account else line.customer


def owner(line: DealLine) -> Part:
    """Return the owner, empty if there is none."""
    return mentions.rep(line.person, line.owner or "") if line.person else ""


def amount(line: DealLine) -> str:
    """Return a deal's currency and short amount, empty if it has none."""
    return f"{line.currency} {short_amount(Decimal(line.amount))}" if line.amount else ""


def close(line: DealLine, on: Context) -> Words:
    """Return the expected close date; one that an open deal has missed is marked."""
    return ((f"{line.close} !", MINUS),) if line.past_close(on.day) else (line.close or "",)


def ending(line: DealLine) -> str:
    """Return the day on which a deal ended, or else is expected to close."""
    return line.ended or line.close or LAST


def quarter(line: DealLine, on: Context) -> tuple[str, str]:
    """Return the group of a deal: the fiscal quarter in which it closes or ended."""
    end = ending(line)
    return end, "no close date" if end == LAST else quarter_of(
        date.fromisoformat(end), on.settings.first_month
    )


def balances(line: DealLine, _: Context) -> Words:
    """Return the four balances, each in a color of its own."""
    parts: list[Part] = []
    for number in line.balances:
        mood = PLUS if number > 0 else MINUS if number < 0 else ""
        parts += [" ", (f"{signed(number):>2}", mood)]
    return tuple(parts[1:])


def balance(question: int) -> Callable[[DealLine, Context], Value]:
    """Return what gives the balance of a question, counted from 0."""
    return lambda line, _: line.balances[question]


def strategy(line: DealLine, *, wide: bool) -> Words:
    """Return the strategy, or the state of a deal not in play; `wide` names a differing choice."""
    if not line.open or line.hold is not None:
        return (state(line),)
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


def played(line: DealLine, _: Context) -> tuple[Any, str]:
    """Return the group of a deal: its state if not in play, else the strategy to follow."""
    key = line.chosen or line.recommended
    if not line.open or line.hold is not None:
        return (2, state(line)), state(line)
    if key is None:
        return (1, ""), "undecided"
    return (0, [*strategies()].index(key)), strategies()[key].title


def forecast(line: DealLine, on: Context) -> Words:
    """Return the category: as called, and as evidenced if that is less; empty without a call."""
    called = spelled(line.called) if line.called else ""
    if not overcalled(line, on.standard):
        return (called,)
    return ((f"{called} ≠ {spelled(evidenced_call(line, on.standard))}", MINUS),)


def in_forecast(line: DealLine, on: Context) -> tuple[Any, str]:
    """Return the group of a deal: its category, or how it ended."""
    if not line.open:
        return (1, line.status), line.status
    category = call(line, on.standard)
    return (-CALLS.index(category), ""), spelled(category)


def meeting(line: DealLine, on: Context) -> Words:
    """Return the day of the next meeting; one that is past is marked."""
    then = line.meeting.date if line.meeting else None
    if then and line.open and then < on.day.isoformat():
        return ((f"{then} !", MINUS),)
    return (then or "",)


def of_meeting(field: str) -> Callable[[DealLine, Context], Value]:
    """Return what gives a field of the next meeting, None without one."""
    return lambda line, _: getattr(line.meeting, field, None)


def state(line: DealLine) -> str:
    """Return a deal's status, or that it is on hold."""
    return "on hold" if line.open and line.hold is not None else line.status


def since_assessed(line: DealLine, on: Context) -> Words:
    """Return the time since the last assessment."""
    return (age(days_since(line.assessed, on.day)) if line.assessed else "never",)


def actions(line: DealLine, _: Context) -> Words:
    """Return how many action items are open, and how many of them late."""
    late: Part = (f"{line.overdue_actions} late", MINUS) if line.overdue_actions else ""
    return (f"{line.actions}{', ' if late else ''}" if line.actions else "", late)
