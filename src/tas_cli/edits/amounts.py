"""Amounts as people type them at the command line."""

from __future__ import annotations

from tas_cli.model.amounts import readings
from tas_cli.reading.signs import MEANT
from tas_cli.refusals import WrongCall


def amount_typed(text: str, name: str) -> str:
    """Return an amount as files spell it; other text is returned unchanged for the model to reject.

    Raises:
        WrongCall: the value of `name` is ambiguous, such as `1.000`.
    """
    text = MEANT.get(text[:1], text[:1]) + text[1:]
    both = readings(text)
    if both:
        raise WrongCall(
            f"{name}: {text} can mean {both.thousands} or {both.decimals}.",
            f"Write {both.thousands} or {both.decimals}.",
        )
    return text
