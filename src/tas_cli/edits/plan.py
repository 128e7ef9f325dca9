"""The frame of a plan and the customer's dates, as `tas plan` takes them: `goal="…"`, `items=…`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from tas_cli.diagnostics import Path
from tas_cli.edits.fields import Asked
from tas_cli.edits.named_fields import NamedFields
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.paths import value_at
from tas_cli.source.values import Value
from tas_cli.typed.interpreter import Interpreter

_OBJECTIVE, _CUSTOMER = ("strategy", "objective"), ("strategy", "customer")
_AGREED, _DATES = ("close_plan", "agreed"), ("close_plan", "dates")
_ITEMS, _WHO, _WHEN = "items", "agreed", "agreed.when"
DATE = "dates."
"""What the name of one of the customer's dates begins with."""
FIELDS: dict[str, Path] = {
    "goal": ("strategy", "goal"),
    "objective": (*_OBJECTIVE, "what"),
    _ITEMS: (*_OBJECTIVE, "items"),
    "due": (*_OBJECTIVE, "due"),
    "customer.goal": (*_CUSTOMER, "goal"),
    "customer.objective": (*_CUSTOMER, "objective"),
    "customer.strategy": (*_CUSTOMER, "strategy"),
    _WHO: (*_AGREED, "who"),
    _WHEN: (*_AGREED, "when"),
}
"""The fields that can be set, and their places in the file, apart from `dates.NAME`."""
_NEXT_ITEM = re.compile(r";|,(?!\d)")
"""What separates two items; a comma right before a digit is part of an amount."""


def asked_of_plan(
    assignments: Iterable[str],
    now: Opportunity,
    outcomes: Collection[str],
    interpreter: Interpreter,
) -> list[Asked]:
    """Read assignments, each `field=value`, and check them; an outcome's name is a date of it.

    Raises:
        WrongCall: one of them is invalid; the message says which, and why.
    """
    named = (_date_of(each, outcomes) for each in assignments)
    found = _NAMED.asked(named, interpreter, outcomes)
    if _WHO in found and _WHEN not in found:
        found |= {each.field: each for each in _agreed_today(found[_WHO], now, interpreter)}
    return list(found.values())


def _date_of(assignment: str, outcomes: Collection[str]) -> str:
    name = assignment.partition("=")[0].strip()
    return f"{DATE}{assignment.lstrip()}" if name in outcomes else assignment


def _items(text: str, interpreter: Interpreter) -> Value:
    """Return the parts of an objective, each with its amount, if any."""
    return [_item(each, interpreter) for each in _NEXT_ITEM.split(text) if each.strip()]


def _item(text: str, interpreter: Interpreter) -> dict[str, Any]:
    what, equals, amount = (part.strip() for part in text.rpartition("="))
    if not equals:
        return {"what": text.strip()}
    return {"what": what, "amount": interpreter.spelled("amount", amount, what or _ITEMS)}


def _agreed_today(who: Asked, now: Opportunity, interpreter: Interpreter) -> Iterator[Asked]:
    """Yield that the customer agreed today, unless the file has this person's agreement already."""
    if who.meant is not None and value_at(now, FIELDS[_WHO]) != who.meant:
        yield from _NAMED.read(_WHEN, str(interpreter.today), interpreter)


_NAMED = NamedFields(
    paths=FIELDS,
    cleared={"customer": _CUSTOMER, "dates": _DATES, _WHO: _AGREED},
    parts={"customer": 'customer.goal="…"', "dates": "dates.board_vote=DATE"},
    example='goal="…"',
    otherwise="A customer's date: dates.{}=DATE.",
    beginnings={DATE: _DATES},
    readers={_ITEMS: _items},
)
