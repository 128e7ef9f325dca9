"""Plain fields of an account, as `tas account` takes them, and the text of a new file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

from tas_cli.edits.history import kept
from tas_cli.edits.valid import valid
from tas_cli.kinds import ACCOUNT, SCHEMAS
from tas_cli.model.account import Account
from tas_cli.model.paths import value_at
from tas_cli.model.tracked import TRACKED_OF_ACCOUNTS
from tas_cli.nouns.fields import fields_of
from tas_cli.reading.nearest import did_you_mean
from tas_cli.refusals import WrongCall
from tas_cli.source.edit import Edit, Put
from tas_cli.source.scalars import scalar
from tas_cli.typed.interpreter import Interpreter

FIELDS = {each.name: each for each in fields_of(Account) if each.name != "tas"}
"""The fields that can be set, by name."""


class AskedOf(NamedTuple):
    """A field and its new value as the file spells it; an empty one removes the field."""

    field: str
    value: str

    @property
    def meant(self) -> Any:
        """The value as it is read back, None if the field is removed."""
        return value_at(_checked([self]), (self.field,)) if self.value else None


def asked_of_account(assignments: Iterable[str], interpreter: Interpreter) -> list[AskedOf]:
    """Read assignments, each `field=value`, and check them.

    Raises:
        WrongCall: one of them is invalid; the message says which, and why.
    """
    found = [_asked(each, interpreter) for each in assignments]
    names = [each.field for each in found]
    for name in names:
        if names.count(name) > 1:
            raise WrongCall(f"{name} is given twice.")
    _checked([each for each in found if each.value])
    return found


def _asked(assignment: str, interpreter: Interpreter) -> AskedOf:
    name, equals, text = (part.strip() for part in assignment.partition("="))
    if name not in FIELDS:
        advice = did_you_mean(name, FIELDS, f"Fields: {', '.join(FIELDS)}.")
        raise WrongCall(f"unknown field {name!r}.", advice)
    if not equals:
        raise WrongCall(f"no value given for {assignment!r}.", 'Write FIELD=VALUE: name="…".')
    if not text and name == "name":
        raise WrongCall("name cannot be empty: every account has one.")
    return AskedOf(name, interpreter.spelled(FIELDS[name].kind.error, text, name) if text else "")


def set_account_fields(now: Account, wanted: Iterable[AskedOf], day: date) -> Iterator[Edit]:
    """Yield the edits for the fields that change, and their history entries."""
    for each in wanted:
        before, after = value_at(now, (each.field,)), each.meant
        yield Put((each.field,), each.value, called=each.field)
        if each.field in TRACKED_OF_ACCOUNTS:
            yield from kept(now, each.field, before, after, day, dated=False)


def _checked(wanted: Iterable[AskedOf]) -> Account:
    content = {"tas": "1", "name": "n"} | {each.field: each.value for each in wanted}
    return valid(Account, content)


def new_account(wanted: Iterable[AskedOf]) -> str:
    """Return the text of a new account's file.

    Raises:
        WrongCall: it has no name.
    """
    given = {each.field: each.value for each in wanted if each.value}
    if "name" not in given:
        raise WrongCall("a new account needs a name.", 'Add name="Meridian Health".')
    lines = [f"{name}: {_spelled(name, given[name])}" for name in FIELDS if name in given]
    head = f"# yaml-language-server: $schema=../{SCHEMAS}/{ACCOUNT.schema}"
    return "\n".join((head, "tas: 1", *lines)) + "\n"


def _spelled(name: str, value: str) -> str:
    """Return a value as YAML; amounts and choices need no quotes."""
    return scalar(value) if FIELDS[name].kind.error == "text" else value
