"""Amounts as people type them at the command line."""

from __future__ import annotations

from tas_cli.model.amounts import readings
from tas_cli.reading.signs import MEANT
from tas_cli.refusals import WrongCall


def amount_typed(text: str, name: str) -> str:
    """Return an amount the way files have it; what is none stays as it is, for the model to refuse.

    Raises:
        WrongCall: the value of `name` can be read in two ways.
    """
    text = MEANT.get(text[:1], text[:1]) + text[1:]
    both = readings(text)
    if both:
        raise WrongCall(
            f"{name}: {text} can mean {both.thousands} or {both.decimals}.",
            f"Write {both.thousands}, or {both.decimals}.",
        )
    return text
