"""Benefits and costs as records: ours by number, a competitor's by its short name and number."""

from __future__ import annotations

from shlex import quote

from tas_cli.diagnostics import DEAL
from tas_cli.edits.competitor_records import key as rival_named
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.paths import value_at
from tas_cli.nouns.noun import Record
from tas_cli.reading.nearest import did_you_mean
from tas_cli.refusals import WrongCall


def key(now: Opportunity, typed: str) -> str:
    """Return the key as records have it: `X-Sys 2` as `x-sys 2`."""
    first, space, number = typed.partition(" ")
    return f"{rival_named(now, first)}{space}{number}"


def place(many: str, now: Opportunity, typed: str) -> Record:
    """Return the place of a new one: the end of our list, or of the competitor's that is named.

    Raises:
        WrongCall: there is no such competitor, or a number is given that the list does not have.
    """
    rival, _, number = key(now, typed).partition(" ")
    known = _rivals(now)
    if rival and rival not in known and not number:
        rival, number = "", rival
    case = ("value", "rivals", rival) if rival else ("value",)
    there = len(value_at(now, (*case, many)) or ())
    if number.isdecimal():
        last = f"The last one is number {there}." if there else "There are none yet."
        raise WrongCall(f"there is no number {number} in {many}.", last)
    if number or rival not in ("", *known):
        first = f"{rival} " if rival in known else ""
        to_add = f"To add one: `tas {many} {DEAL} {first}{quote(f'what={number or rival}')}`."
        raise WrongCall(
            f"{many} have a number or a competitor's short name, not {number or rival!r}.",
            did_you_mean(number or rival, known, to_add),
        )
    return Record(f"{rival} {there + 1}".strip(), (*case, many, there))


def _rivals(now: Opportunity) -> list[str]:
    """Return the short names of the competitors, and of those whose value the file has."""
    return [*dict.fromkeys((*now.competitors, *(now.value.rivals if now.value else ())))]
