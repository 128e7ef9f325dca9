"""The plain fields whose changes `history:` keeps, and their values read from its text."""

from __future__ import annotations

from functools import cache
from typing import Any

from pydantic import TypeAdapter

from tas_cli.model.person import Person
from tas_cli.model.scalars import (
    Amount,
    CoverageKey,
    Currency,
    Day,
    Forecast,
    Grade,
    Id,
    MarketKind,
    Name,
    RoleKey,
    SignedAmount,
    StandingKey,
    Status,
    StrategyKey,
    Text,
)

CHOSEN = "strategy.chosen"
"""The name under which `history:` keeps the chosen strategy."""
STEP = "process.step"
"""The name under which `history:` keeps the current step."""
COMPETITOR = "competitors."
"""The prefix of a competitor's id under which `history:` keeps its name."""
OUT = ".out"
"""Behind a competitor's id: the name under which `history:` keeps since when it is out."""
PERSON = "people."
"""The prefix of a person's id under which `history:` keeps what changed about somebody."""
_OF_PERSON: dict[str, Any] = {
    "status": StandingKey,
    "coverage": CoverageKey,
    "rank": Grade,
    "influence": Grade,
    "roles": list[RoleKey],
    "reports_to": Id,
}
TRACKED_OF_PEOPLE = tuple(_OF_PERSON)
"""The fields of a person whose changes are kept."""

_KINDS: dict[str, Any] = {
    "amount": Amount,
    "currency": Currency,
    "profit": SignedAmount,
    "expected_close": Day,
    "owner": Text,
    "forecast": Forecast,
    "status": Status,
    "compelling_event.what": Text,
    "compelling_event.date": Day,
    CHOSEN: StrategyKey,
    STEP: Name,
}
_OF_ACCOUNTS: dict[str, Any] = {"potential": Amount, "market": MarketKind}
TRACKED_OF_ACCOUNTS = tuple(_OF_ACCOUNTS)
"""The plain fields of an account whose changes are kept."""
_DEFAULTS = {"status": "open"}
LISTED = ", "
"""Between the values of a list, in the text that `history:` keeps."""

PLAIN = frozenset(name for name in _KINDS if "." not in name)
"""The fields at the top of a deal's file whose changes are kept."""
TRACKED = tuple(_KINDS)
"""The plain fields whose changes are kept, besides those of competitors and people."""


def is_tracked(field: str) -> bool:
    """Whether changes of a field are kept: a plain one, or one of a competitor or a person."""
    if field.startswith(PERSON):
        key, name = of_person(field)
        return bool(key) and name in ("", *_OF_PERSON)
    return field in (*TRACKED, *TRACKED_OF_ACCOUNTS) or field.startswith(COMPETITOR)


def tracked_value(field: str, text: str | None) -> Any:
    """Return a tracked field's value; without text, the value that leaving it out means.

    Raises:
        ValueError: the text is not a value of that field.
    """
    if not text:
        return _DEFAULTS.get(field)
    kind = _kind(field)
    value = text.split(LISTED) if kind == f"{PERSON}roles" else text
    return _adapter(kind).validate_python(value)


def person_field(key: str, name: str = "") -> str:
    """Return the name under which `history:` keeps a field of a person, or that person's name.

    The latter is kept when somebody is added.
    """
    return f"{PERSON}{key}.{name}" if name else f"{PERSON}{key}"


def is_person(field: str) -> bool:
    """Whether `history:` keeps under this name who was added, rather than a field."""
    key, name = of_person(field)
    return bool(key) and not name


def of_person(field: str) -> tuple[str, str]:
    """Return whom a name in `history:` is about, and which field; nobody if it is about no person.

    Without a field, it is about who was added.
    """
    if not field.startswith(PERSON):
        return "", ""
    key, _, name = field.removeprefix(PERSON).partition(".")
    return key, name


def person_value(person: Person | None, name: str) -> Any:
    """Return a tracked field of a person as `history:` writes it; None if it is empty."""
    value = getattr(person, name, None)
    return LISTED.join(value) or None if isinstance(value, list) else value


def out_field(party: str) -> str:
    """Return the name under which `history:` keeps the day from which a competitor is out."""
    return f"{COMPETITOR}{party}{OUT}"


def _kind(field: str) -> str:
    if field.startswith(PERSON):
        name = of_person(field)[1]
        return f"{PERSON}{name}" if name else COMPETITOR
    plain = field in _KINDS or field in _OF_ACCOUNTS
    return field if plain else OUT if field.endswith(OUT) else COMPETITOR


@cache
def _adapter(field: str) -> TypeAdapter[Any]:
    if field.startswith(PERSON):
        return TypeAdapter(_OF_PERSON[field.removeprefix(PERSON)])
    return TypeAdapter(Day if field == OUT else (_KINDS | _OF_ACCOUNTS).get(field, Text))
