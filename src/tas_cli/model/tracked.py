"""The plain fields whose changes `history:` keeps, and their values read from its text."""

from __future__ import annotations

from functools import cache
from typing import Any

from pydantic import TypeAdapter

from tas_cli.model.scalars import (
    Amount,
    Currency,
    Day,
    Forecast,
    Name,
    SignedAmount,
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
_OUT = ".out"

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
_DEFAULTS = {"status": "open"}

TRACKED = tuple(_KINDS)
"""The plain fields whose changes are kept, besides each competitor's name and exit."""


def is_tracked(field: str) -> bool:
    """Whether changes of a field are kept: a plain field, a competitor's name or its exit."""
    return field in TRACKED or field.startswith(COMPETITOR)


def tracked_value(field: str, text: str | None) -> Any:
    """Return a tracked field's value; without text, the value that leaving it out means.

    Raises:
        ValueError: the text is not a value of that field.
    """
    if not text:
        return _DEFAULTS.get(field)
    return _adapter(_kind(field)).validate_python(text)


def out_field(party: str) -> str:
    """Return the name under which `history:` keeps the day from which a competitor is out."""
    return f"{COMPETITOR}{party}{_OUT}"


def _kind(field: str) -> str:
    return field if field in _KINDS else _OUT if field.endswith(_OUT) else COMPETITOR


@cache
def _adapter(field: str) -> TypeAdapter[Any]:
    return TypeAdapter(Day if field == _OUT else _KINDS.get(field, Text))
