"""The frame of a plan and the customer's dates, as `tas plan` takes them: `goal="…"`, `items=…`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from tas_cli.diagnostics import Path
from tas_cli.edits.fields import Asked, checked
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.paths import annotation_at, kind_of, value_at
from tas_cli.reading.nearest import did_you_mean
from tas_cli.refusals import WrongCall
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
_CLEARED: dict[str, Path] = {"customer": _CUSTOMER, "dates": _DATES, _WHO: _AGREED}
"""What an empty value clears as a whole."""
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
    found: dict[str, Asked] = {}
    for each in assignments:
        for asked in _asked(*_pair(each, outcomes), interpreter):
            if asked.field in found:
                raise WrongCall(f"{asked.field} is given twice.")
            found[asked.field] = asked
    if _WHO in found and _WHEN not in found:
        found |= {each.field: each for each in _agreed_today(found[_WHO], now, interpreter)}
    return list(found.values())


def _pair(assignment: str, outcomes: Collection[str]) -> tuple[str, str]:
    name, equals, text = (part.strip() for part in assignment.partition("="))
    name = f"{DATE}{name}" if name in outcomes else name
    if not (name in FIELDS or name in _CLEARED or name.startswith(DATE)):
        listed = f"Fields: {', '.join(FIELDS)}, {DATE}NAME."
        advice = did_you_mean(name, [*FIELDS, *outcomes], listed)
        raise WrongCall(f"unknown field {name!r}.", advice)
    if not equals:
        raise WrongCall(f"no value given for {assignment!r}.", 'Write FIELD=VALUE: goal="…".')
    return name, text


def _asked(name: str, text: str, interpreter: Interpreter) -> Iterator[Asked]:
    if name in _CLEARED and not text:
        yield Asked(name, _CLEARED[name], "", None)
        return
    path = FIELDS.get(name) or (*_DATES, name.removeprefix(DATE))
    if name in _CLEARED and name not in FIELDS:
        example = "dates.board_vote=DATE" if name == "dates" else 'customer.goal="…"'
        raise WrongCall(f"{name} is not one field.", f"Write {example}; {name}= clears all of it.")
    if not text:
        yield Asked(name, path, "", None)
    else:
        value = (
            _items(text, interpreter) if name == _ITEMS else _typed(name, path, text, interpreter)
        )
        yield Asked(name, path, value, checked(name, path, value))


def _typed(name: str, path: Path, text: str, interpreter: Interpreter) -> str:
    kind = kind_of(annotation_at(Opportunity, path))
    return interpreter.spelled(kind.error, text, name) if kind else text


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
        yield from _asked(_WHEN, str(interpreter.today), interpreter)
