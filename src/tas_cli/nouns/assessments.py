"""Assessments as records: by day, so that one can be re-dated, merged or deleted."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from tas_cli.model.base import FileModel
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.scalars import AnyText, Day, Text
from tas_cli.nouns.noun import Noun, Record


class AssessmentRecord(FileModel):
    """An assessment: its day, its author and how many ratings it has."""

    date: Day = Field(description="The day; another assessment of that day takes its ratings.")
    by: Text | None = Field(default=None, description="Who made the assessment.")
    ratings: AnyText = Field(default="0", description="How many cells it rates.")


def _found(deal: Opportunity) -> Iterator[Record]:
    """Yield the assessments in the order of the file; a second one of a day is DAY/2."""
    days: list[str] = []
    for at, each in enumerate(deal.assessments):
        days.append(each.date.isoformat())
        number = days.count(days[-1])
        key = days[-1] if number == 1 else f"{days[-1]}/{number}"
        rated = sum(map(len, each.ratings.values()))
        value = AssessmentRecord.model_construct(date=each.date, by=each.by, ratings=str(rated))
        yield Record(key, ("assessments", at), value)


ASSESSMENTS = Noun(
    key="assessments",
    one="assessment",
    model=AssessmentRecord,
    about="List assessments; re-date, merge or delete one.",
    table=("by", "ratings"),
    same=("date",),
    new=None,
    sample="date",
    usage=(
        "`tas assessments ID` lists the deal's assessments. DATE date=NEW moves one to another"
        " day, with the evidence, action items and notes of its day; if there is one of that day"
        " already, they are merged. `tas rate` adds to them."
    ),
    find=_found,
    derived=("ratings",),
    key_field="date",
)
