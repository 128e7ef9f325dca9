"""Edits of whole assessments: `tas assessments` re-dates, merges and deletes them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from tas_cli.edits import records
from tas_cli.edits.merging import merged
from tas_cli.edits.records import Change
from tas_cli.model.opportunity import Opportunity
from tas_cli.nouns.assessments import AssessmentRecord
from tas_cli.nouns.noun import Record
from tas_cli.refusals import WrongCall
from tas_cli.source.edit import Edit


def place(now: Opportunity, key: str) -> Record:
    """Refuse a new assessment: it begins with a rating."""
    days = ", ".join(each.date.isoformat() for each in now.assessments)
    raise WrongCall(
        f"there is no assessment {key!r}." if key else "which assessment?",
        f"Use one of {days}." if days else "There are none yet: `tas rate` starts one.",
    )


def edits(now: Opportunity, made: Change, _day: date) -> Iterable[Edit]:
    """Return the edits of a change to an assessment: with the date of another it joins that one.

    Raises:
        Refused: both rate a cell, and differently.
    """
    other = _other(now, made)
    return records.edits(made) if other is None else _joined(now, made, other)


def _other(now: Opportunity, made: Change) -> int | None:
    """Return the index of the assessment that a re-dated one joins; None if there is none."""
    before, after = made.before, made.after
    if not isinstance(before, AssessmentRecord) or not isinstance(after, AssessmentRecord):
        return None
    moved = after.date != before.date
    there = (at for at, each in enumerate(now.assessments) if each.date == after.date)
    return next(there, None) if moved else None


def _joined(now: Opportunity, made: Change, other: int) -> Iterator[Edit]:
    """Yield the edits that move an assessment's ratings into another one."""
    at = made.path[-1]
    assert isinstance(at, int)  # noqa: S101 - assessments are a list
    yield from merged(now, at, other)
