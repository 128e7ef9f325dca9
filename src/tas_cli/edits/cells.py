"""Cells and signs as people write them on a command line: `5`, `9:x-sys`, `m`, `5+`."""

from __future__ import annotations

import re
from functools import cache

from tas_cli.method.catalogue import US, criteria, numbered
from tas_cli.method.cells import CellKey
from tas_cli.method.lookup import tidy
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.scalars import Rating
from tas_cli.reading.nearest import did_you_mean, either
from tas_cli.reading.parties import parties_meant
from tas_cli.reading.signs import MEANT
from tas_cli.refusals import WrongCall

_SIGNS: dict[str, Rating] = {
    "+": "+", "p": "+", "plus": "+",
    "-": "-", "m": "-", "minus": "-",
    "?": "?", "u": "?", "unknown": "?",
}  # fmt: skip
_SPOKEN = re.compile(
    r"(.*[0-9](?= *[+–−?pmu-])|[0-9]+:.*[a-z](?= *[+–−?-])) *([+–−?pmu-])",
    re.IGNORECASE | re.ASCII,
)
"""A rating as it is spoken, without an equals sign: `5+`, `9:x-sys+`."""
_SHORTEST_PART, _OFFERED = 3, 4
"""The shortest part of a criterion's name that is looked for, and the most names to offer."""


def criterion(name: str) -> str:
    """Return the key of a criterion, given its number, key or title, or words of it alone.

    Raises:
        WrongCall: there is none, or several have those words.
    """
    wanted, names = tidy(name), _criteria_named()
    if wanted in names:
        return names[wanted]
    long = len(wanted) >= _SHORTEST_PART and not wanted.isdecimal()
    found = list(
        dict.fromkeys(key for known, key in names.items() if long and f"_{wanted}" in f"_{known}")
    )
    if len(found) == 1:
        return found[0]
    if found:
        either_of = either([numbered(key) for key in found[:_OFFERED]])
        raise WrongCall(f"{name!r} can mean {either_of}.", "Use the number.")
    known = {} if wanted.isdecimal() else names
    advice = did_you_mean(wanted, known, "Use its number, 1 to 20; `tas explain` lists them.")
    raise WrongCall(f"unknown criterion {name!r}.", advice)


@cache
def _criteria_named() -> dict[str, str]:
    """Map every name of a criterion to its key; cached, since a table looks one up in every row."""
    return {
        tidy(known): each.key
        for each in criteria()
        for known in (str(each.number), each.key, each.short, each.title, *each.also)
    }


def party(name: str, opportunity: Opportunity) -> str:
    """Return the party with this id or competitor's name, or its beginning; us if it is empty."""
    found = parties_meant(name or US, opportunity)
    if len(found) == 1:
        return found[0]
    if found:
        raise WrongCall(
            f"{name!r} can mean several competitors.", f"Use a short name: {', '.join(found)}."
        )
    *others, last = (US, *opportunity.competitors)
    listed = f"{', '.join(others)} or {last}" if others else last
    raise WrongCall(f"unknown competitor {name!r}.", f"Use {listed}.")


def sign(text: str) -> Rating:
    """Return the rating for a sign or its letter, including signs pasted from a slide."""
    wanted = text.strip().casefold()
    found = _SIGNS.get(MEANT.get(wanted, wanted))
    if found is None:
        raise WrongCall(
            f"{text!r} is not a rating.",
            "Use + or p, - or m, u for unknown.",
        )
    return found


def rated_parts(text: str) -> tuple[str, str] | None:
    """Return the cell and the rating, as typed, of `5=+` or `5+`; None if there is no rating."""
    cell, equals, rating = text.partition("=")
    if equals:
        return cell, rating
    spoken = _SPOKEN.fullmatch(text)
    return (spoken[1], spoken[2]) if spoken else None


def named_parts(text: str) -> tuple[str, str]:
    """Return the criterion, and the party as typed, of `5`, `9:x-sys` or `x-sys:9`."""
    name, _, other = text.partition(":")
    if tidy(name) not in _criteria_named() and tidy(other) in _criteria_named():
        name, other = other, name
    return criterion(name), other.strip()


def cell_named(text: str, opportunity: Opportunity) -> CellKey:
    """Return the cell that `5` or `9:x-sys` refers to: criterion and party."""
    named, who = named_parts(text)
    return named, party(who, opportunity)
