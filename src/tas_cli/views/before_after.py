"""What was and what is, worded the same everywhere: fields, ratings, the recommended strategy."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from pydantic import BaseModel

from tas_cli.assess.changes import FieldChange, RatingChange
from tas_cli.assess.deal import DealOnDay
from tas_cli.method.catalogue import numbered
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.tracked import PERSON
from tas_cli.views.cells import fit
from tas_cli.views.page import (
    DIM,
    SIGN,
    SIGN_STYLE,
    STRONG,
    Block,
    Column,
    Items,
    Part,
    Table,
    Words,
    item,
    items,
    paragraph,
)
from tas_cli.views.verdict import verdict
from tas_cli.views.words import party_name

NONE = "none"
"""What stands for a value that is not there."""
_FIELDS = {
    "expected_close": "close date",
    "external_id": "CRM id",
    "next": "next meeting",
    "next.date": "next meeting",
    "next.with": "next meeting with",
    "next.what": "next meeting about",
    "on_hold": "on hold",
    "on_hold.since": "on hold since",
    "on_hold.trigger": "on hold until",
    "compelling_event.what": "compelling event",
    "compelling_event.date": "customer must act by",
    "out.date": "out since",
    "out.reason": "out because",
}
"""What people call fields whose keys are not plain words."""
_PARTY = 12
_COLUMNS = (Column("", least=25), Column(""), Column(""))


def fields_changed(fields: Sequence[FieldChange]) -> Items:
    """Return each field before and after."""
    names = [field_named(each.field) for each in fields]
    width = max(map(len, names), default=0) + 2
    return items(
        (
            item(
                *before_and_after(field_words(each.before), field_words(each.after)),
                mark=name,
            )
            for name, each in zip(names, fields, strict=True)
        ),
        width,
    )


def field_named(field: str) -> str:
    """Return what people call a field: its key, unless that takes a programmer to read."""
    if field.startswith(PERSON):
        key, _, name = field.removeprefix(PERSON).partition(".")
        return f"{key} {name.replace('_', ' ')}".rstrip()
    return _FIELDS.get(field, field)


def before_and_after(before: str, after: str, same: str = " (unchanged)") -> tuple[Part, ...]:
    """Return a value before and after, or once if unchanged or if there was none."""
    if before == after:
        return after, (same, DIM)
    if before == NONE:
        return (after, STRONG), (" (new)", DIM)
    return (before, DIM), " → ", (after, STRONG)


def field_words(value: Any, joint: str = ", ") -> str:
    """Return a value for people: None in words, and a mapping's values in a row.

    In a list, the values of one record have only a blank between them.
    """
    if isinstance(value, BaseModel):
        value = value.model_dump(exclude_defaults=True)
    parts = value.values() if isinstance(value, dict) else value
    if isinstance(value, dict | list):
        inner = " " if isinstance(value, list) else ", "
        return joint.join(field_words(part, inner) for part in parts) or NONE
    return NONE if value in (None, "") else str(value)


def ratings_changed(found: Iterable[RatingChange], opportunity: Opportunity) -> Table:
    """Return the cells that changed, one in a row."""
    return Table(_COLUMNS, tuple(_change(each, opportunity) for each in found))


def _change(change: RatingChange, opportunity: Opportunity) -> tuple[Words, ...]:
    before: Part = ("new", DIM) if change.first else SIGN[change.before]
    after = (SIGN[change.after], SIGN_STYLE[change.after])
    who = fit(party_name(opportunity, change.party), _PARTY)
    return (numbered(change.criterion),), (who,), (before, " → ", after)


def verdicts(was: DealOnDay, now: DealOnDay) -> Block:
    """Return what was recommended before and is now, or that it is the same."""
    if not turned(was, now):
        return paragraph(*verdict(now.decision), (" Unchanged.", DIM))
    before = item(*verdict(was.decision), mark=("Before:", DIM))
    return items([before, item(*verdict(now.decision), mark="Now:")], 8)


def turned(was: DealOnDay, now: DealOnDay) -> bool:
    """Whether the recommendation, or what is still possible, is another one."""
    return _reached(was) != _reached(now)


def _reached(deal: DealOnDay) -> tuple[object, ...]:
    decision = deal.decision
    return decision.recommended, decision.variation, decision.reachable
