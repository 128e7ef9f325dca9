"""Plain fields as `tas set` takes them: `amount=3000000`, `competitor:acme=Acme Ltd`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from tas_cli.diagnostics import Path
from tas_cli.edits.history import kept, name_kept
from tas_cli.edits.texts import comma_separated
from tas_cli.edits.valid import valid
from tas_cli.method.catalogue import NOBODY, US
from tas_cli.model.currencies import CURRENCIES
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.paths import annotation_at, kind_of, value_at
from tas_cli.model.tracked import TRACKED
from tas_cli.reading.meant import as_key
from tas_cli.reading.nearest import did_you_mean
from tas_cli.refusals import WrongCall
from tas_cli.source.edit import Edit, Put
from tas_cli.source.values import Value
from tas_cli.typed.ids import id_from
from tas_cli.typed.interpreter import Interpreter

_REQUIRED = ("name", "customer")
_WORDS = (*_REQUIRED, "external_id", "owner", "compelling_event.what")
_CURRENCY = "currency"
_INCUMBENT = "incumbent"
_NEXT_WITH = "next.with"
FIELDS = (
    *_WORDS,
    "account",
    "amount",
    _CURRENCY,
    "profit",
    "expected_close",
    "future_revenue.one_year",
    "future_revenue.three_years",
    _INCUMBENT,
    "compelling_event.date",
    "forecast",
    "next.date",
    _NEXT_WITH,
    "next.what",
    "on_hold.since",
    "on_hold.trigger",
)
"""The fields that can be set, apart from `competitor:ID`."""
_HOLD, _UNTIL = "on_hold", "until "
_GROUPS = {"next": "next.date", _HOLD: "on_hold.since"}
"""What an empty value clears as a whole, and any other value dates."""
_ELSEWHERE = {
    "status": "Use `tas close ID STATUS`.",
    "step": "Use `tas step ID STEP`.",
    "stage": "Use `tas step ID STEP`.",
    "strategy": "Use `tas choose ID STRATEGY`.",
    "competitor": 'Write competitor:acme="Acme Ltd".',
    "competitors": "Use `tas competitors ID`.",
    "company": "Did you mean customer?",
    "value": "Did you mean amount?",
    "date": "Did you mean expected_close?",
    "close_date": "Did you mean expected_close?",
}
"""What to use instead of names that people take for fields."""
_SHORT = {"close": "expected_close", "hold": "on_hold"}
"""The names that people use for a field."""
COMPETITOR = "competitor:"
_NEXT_COMPETITOR = re.compile(r";|,(?=[^,;=]*=)")
"""What separates two competitors: a semicolon, or a comma before `id=`."""


class Asked(NamedTuple):
    """A field and its new value: `value` as it is written, `meant` as it is read back.

    An empty value removes the field.
    """

    field: str
    path: Path
    value: Value
    meant: Any

    @property
    def competitor(self) -> str | None:
        """The competitor's id; None for a plain field."""
        return str(self.path[1]) if self.field.startswith(COMPETITOR) else None


def asked(
    assignments: Iterable[str], opportunity: Opportunity, interpreter: Interpreter
) -> list[Asked]:
    """Read assignments, each `field=value`, and check them; a new currency counts for amounts.

    Raises:
        WrongCall: one of them is invalid; the message says which, and why.
    """
    found: dict[str, Asked] = {}
    pairs = [
        pair for each in assignments for pair in _meant(*_pair(each), opportunity, interpreter)
    ]
    codes = [typed(name, text, interpreter) for name, text in pairs if name == _CURRENCY]
    if codes and codes[0] in CURRENCIES:
        interpreter = replace(interpreter, currency=codes[0])
    for name, text in pairs:
        each = _asked(name, text, interpreter)
        if each.field in found:
            raise WrongCall(f"{each.field} is given twice.")
        found[each.field] = each
    _check_incumbent(found, opportunity)
    return list(found.values())


def _pair(assignment: str) -> tuple[str, str]:
    name, equals, text = assignment.partition("=")
    if not equals:
        raise WrongCall(f"no value given for {assignment!r}.", "Write FIELD=VALUE: amount=250000.")
    return _SHORT.get(name.strip(), name.strip()), text.strip()


def _meant(
    name: str, text: str, opportunity: Opportunity, interpreter: Interpreter
) -> Iterator[tuple[str, str]]:
    """Yield the fields that an assignment is about; a hold begins today, or waits for something."""
    if name != _HOLD or not text or interpreter.is_day(text):
        yield name, text
        return
    if text.casefold() == "no":
        yield name, ""
        return
    since = opportunity.on_hold.since if opportunity.on_hold else None
    yield "on_hold.since", str(since or interpreter.today)
    if text.casefold() != "yes":
        yield "on_hold.trigger", text.removeprefix(_UNTIL)


def _asked(name: str, text: str, interpreter: Interpreter) -> Asked:
    if name.startswith(COMPETITOR):
        return asked_competitor(name, text)
    if name in _GROUPS and text:
        name = _GROUPS[name]
    elif name in _GROUPS:
        return Asked(name, (name,), "", None)
    if name not in FIELDS:
        listed = f"Fields: {', '.join(FIELDS)}, {COMPETITOR}ID."
        advice = _ELSEWHERE.get(name) or did_you_mean(name, FIELDS, listed)
        raise WrongCall(f"unknown field {name!r}.", advice)
    path = tuple(name.split("."))
    if not text:
        if name in _REQUIRED:
            raise WrongCall(f"{name} cannot be empty: every deal has one.")
        return Asked(name, path, "", None)
    if name == _INCUMBENT:
        ids = comma_separated(text)
        return Asked(name, path, ids[0] if len(ids) == 1 else [*ids], checked(name, path, ids))
    if name == _NEXT_WITH:
        people = comma_separated(text)
        return Asked(name, path, [*people], checked(name, path, people))
    text = typed(name, text, interpreter)
    return Asked(name, path, text, checked(name, path, text))


def typed(name: str, text: str, interpreter: Interpreter) -> str:
    """Return what a person typed for a field as files spell it: "best case" as best_case.

    Raises:
        WrongCall: it can mean two things, or is not a date.
    """
    kind = kind_of(annotation_at(Opportunity, tuple(name.split("."))))
    word = as_key(text)
    if kind and word in kind.names:
        return word
    return interpreter.spelled(kind.error, text, name) if kind else text


def competitors_named(text: str, known: Collection[str] = ()) -> dict[str, str]:
    """Return the competitors in a text by id: `x-sys=X-Sys, y=Y Ltd`, or just a name.

    A comma inside a name is kept. An id that is not given is made from the name.

    Raises:
        WrongCall: one of them has no id, is among those known, or is invalid.
    """
    found: dict[str, str] = {}
    for each in filter(None, map(str.strip, _NEXT_COMPETITOR.split(text))):
        first, equals, rest = (part.strip() for part in each.partition("="))
        key, name = (first, rest or first) if equals else (id_from(each), each)
        if not key:
            raise WrongCall("Add a short name: short-name=Their Name.")
        if key in known or key in found:
            raise WrongCall(f"{key} is already on the list of competitors.")
        asked_competitor(f"{COMPETITOR}{key}", name)
        found[key] = name
    return found


def asked_competitor(name: str, text: str) -> Asked:
    """Return a competitor to add or rename; `name` is `competitor:ID`."""
    key = name.removeprefix(COMPETITOR).strip()
    if not text:
        raise WrongCall(
            f"{name} needs a name.",
            f'Write {name}="Acme Ltd". To remove it: `tas competitors ID {key} --remove`.',
        )
    if key in (US, NOBODY):
        raise WrongCall(f"{key!r} cannot be a competitor's short name: it is reserved.")
    path = ("competitors", key, "name")
    return Asked(f"{COMPETITOR}{key}", path, text, checked(name, path, text))


def checked(name: str, path: Path, value: Any) -> Any:
    """Return a value as the model reads it.

    Raises:
        WrongCall: the model rejects it; the message is the model's.
    """
    content = value
    for step in reversed(path):
        content = {step: content}
    whole = {"tas": "1", "name": "n", "customer": "c"} | content
    return value_at(valid(Opportunity, whole, name), path)


def choices(field: str) -> tuple[str, ...]:
    """Return the values of a field that takes one of a few."""
    kind = kind_of(annotation_at(Opportunity, tuple(field.split("."))))
    return kind.names if kind and field in FIELDS else ()


def _check_incumbent(found: dict[str, Asked], opportunity: Opportunity) -> None:
    """Refuse an incumbent that is not a party; competitors added in the same call count."""
    if _INCUMBENT not in found:
        return
    added = [each.competitor for each in found.values() if each.competitor]
    known = [US, NOBODY, *opportunity.competitors, *added]
    for who in found[_INCUMBENT].meant or ():
        if who not in known:
            raise WrongCall(
                f"incumbent: unknown competitor {who!r}.",
                f"Use {', '.join(known[:-1])} or {known[-1]}.",
            )


def set_fields(
    now: Opportunity, wanted: Iterable[Asked], day: date, *, spread: bool = False
) -> Iterator[Edit]:
    """Yield the edits for the fields that change, and their history entries.

    With `spread`, new mappings are written over several lines.
    """
    for each in wanted:
        if value_at(now, each.path) != each.meant:
            yield Put(each.path, each.value, spread=spread, called=each.field)
            yield from _kept(now, each, day)


def _kept(now: Opportunity, each: Asked, day: date) -> list[Edit]:
    """Return a field's history entry, if any."""
    if each.competitor:
        return name_kept(now, each.competitor, each.meant, day)
    if each.field not in TRACKED:
        return []
    return kept(now, each.field, value_at(now, each.path), each.meant, day, dated=False)
