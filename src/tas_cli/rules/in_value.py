"""What the checks of value have in common: the figures, and examples."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tas_cli.rules.in_process import HEAD
from tas_cli.rules.subject import Subject

if TYPE_CHECKING:
    from tas_cli.assess.value import Gain


def gains_of(subject: Subject) -> tuple[Gain, ...]:
    """Return the benefits of a deal in figures; none if its file has no value."""
    from tas_cli.assess.value import value_of  # noqa: PLC0415 - few files have any of it

    found = value_of(subject.opportunity)
    return found.gains if found else ()


def valued(*benefits: str, rest: str = "") -> str:
    """Return an example: a deal with benefits, each on a line of its own, and more lines."""
    lines = "".join(f"    - {{{each}}}\n" for each in benefits)
    return f"{HEAD}value:\n  benefits:\n{lines}{rest}"
