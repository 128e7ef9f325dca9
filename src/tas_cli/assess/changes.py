"""What changed between two days."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from tas_cli.assess.scorecard import Scorecard
from tas_cli.method.cells import cell_keys
from tas_cli.model.scalars import Rating


class RatingChange(NamedTuple):
    """A cell whose sign changed; `first` if it was not rated before, `gone` if it no longer is."""

    criterion: str
    party: str
    before: Rating
    after: Rating
    first: bool
    gone: bool = False


class FieldChange(NamedTuple):
    """A field with its values before and after; None if it has no value."""

    field: str
    before: Any
    after: Any


def changes(
    before: Scorecard, after: Scorecard, parties: Iterable[str] | None = None
) -> list[RatingChange]:
    """Return the cells whose sign changed, or that are rated in one state only.

    They are in order of criterion and party; the parties are those of `after` unless given.
    """
    found = []
    for key in cell_keys(after.parties if parties is None else parties):
        old, new = before.cell(*key), after.cell(*key)
        if old.rating != new.rating or new.rated != old.rated:
            change = RatingChange(*key, old.rating, new.rating, not old.rated, not new.rated)
            found.append(change)
    return found
