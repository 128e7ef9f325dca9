"""Entries of a customer's SWOT as records: by part, and by number within it."""

from __future__ import annotations

from collections.abc import Iterable

from tas_cli.method.value import swot_parts
from tas_cli.model.account import Account
from tas_cli.nouns.account import SWOT
from tas_cli.nouns.noun import Record, records, with_key
from tas_cli.reading.nearest import did_you_mean
from tas_cli.refusals import WrongCall


def key(_owner: Account, typed: str) -> str:
    """Return the key as records have it: `s 2` as `strengths 2`."""
    return whole_word(typed, swot_parts())


def whole_word(typed: str, known: Iterable[str]) -> str:
    """Return a key whose first word is the whole of the known word that it begins.

    The word for one, such as priority, is enough as well.
    """
    word, space, rest = typed.partition(" ")
    begins = word.removesuffix("y") if len(word) > 1 else word
    whole = next((each for each in known if word and each.startswith(begins)), word)
    return f"{whole}{space}{rest}"


def place(now: Account, typed: str) -> Record:
    """Return the place of a new entry: the end of its part.

    Raises:
        WrongCall: the part is not given, or a number is given that it does not have.
    """
    part, _, number = key(now, typed).partition(" ")
    parts = [*swot_parts()]
    if part not in parts:
        listed = f"Use one of {', '.join(parts)}."
        raise WrongCall(
            f"there is no part {part!r} of a SWOT." if part else "which part of the SWOT?",
            did_you_mean(part, parts, listed) if part else listed,
        )
    there = len(with_key(records(SWOT, now), part))
    if number:
        raise WrongCall(f"there is no SWOT entry {typed!r}.", f"{part} has {there}.")
    return Record(f"{part} {there + 1}", ("swot", part, there))
