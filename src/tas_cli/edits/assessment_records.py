"""Edits of whole assessments: `tas assessments` re-dates, merges and deletes them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from tas_cli.edits import records
from tas_cli.edits.merging import merged
from tas_cli.edits.records import Change
from tas_cli.edits.redating import in_assessment, moved, others
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
        WrongCall: one that joins another should also get an author.
    """
    before, after = made.before, made.after
    if not isinstance(before, AssessmentRecord) or not isinstance(after, AssessmentRecord):
        return records.edits(made)
    if after.date == before.date:
        return records.edits(made)
    at, days = int(made.path[-1]), [each.date for each in now.assessments]
    found = moved(now, at, after.date)
    if after.date not in days:
        return [*in_assessment(found, after.date), *records.edits(made), *others(found, after.date)]
    if after.by != before.by:
        raise WrongCall(f"the assessment of {after.date} keeps its author.", "Leave out by=.")
    return [*merged(now, at, days.index(after.date)), *others(found, after.date)]


def also(was: Opportunity, made: Change) -> str:
    """Return what moves with an assessment to another day, in words."""
    before, after = made.before, made.after
    if not isinstance(before, AssessmentRecord) or not isinstance(after, AssessmentRecord):
        return ""
    if after.date == before.date:
        return ""
    words = moved(was, int(made.path[-1]), after.date).words
    return f"Moved with it: {words}." if words else ""
