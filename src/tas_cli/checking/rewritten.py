"""What a commit holds of a deal's past, and the file now says otherwise: pure, two deals in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tas_cli.diagnostics import Finding
from tas_cli.method.catalogue import US, numbered
from tas_cli.model.opportunity import Assessment, Opportunity

CODE = "TAS515"
_RATING = "put it back; what is true now goes into a new assessment, as `tas rate` writes it"
_LINE = "put it back as it was; a later change has a line of its own"


def rewritten(was: Opportunity, now: Opportunity, day: date) -> Iterator[Finding]:
    """Find what was said of days before `day` and is not there any more.

    What is added supersedes, and is no finding. The day's own assessment is still being made.
    """
    by_day = {each.date: index for index, each in enumerate(now.assessments)}
    for assessment in was.assessments:
        if assessment.date < day:
            yield from _ratings(assessment, now, by_day.get(assessment.date))
    yield from _history(was, now)


def _ratings(was: Assessment, deal: Opportunity, index: int | None) -> Iterator[Finding]:
    if index is None:
        yield _gone(f"the assessment of {was.date} was committed, and is gone", _RATING)
        return
    ratings = deal.assessments[index].ratings
    for criterion, column in was.ratings.items():
        for party, cell in column.items():
            now = ratings.get(criterion, {}).get(party)
            if now is None or now.rating != cell.rating:
                place = ("assessments", index, "ratings", criterion, party)
                who = "" if party == US else f" of {deal.party_name(party)}"
                yield Finding(
                    f"{numbered(criterion)}{who} was committed as {cell.rating} on {was.date}, "
                    + (f"and is {now.rating} there" if now else "and is gone"),
                    place if now else place[:2],
                    _RATING,
                )


def _history(was: Opportunity, now: Opportunity) -> Iterator[Finding]:
    """Find lines that are gone; one that says more than it did is the same line."""
    lines = [each.model_dump(exclude_none=True) for each in now.history]
    for change in was.history:
        said = change.model_dump(exclude_none=True)
        if not any(said.items() <= line.items() for line in lines):
            what = f"the history's line of {change.date} on {change.field}"
            yield _gone(f"{what} was committed, and is gone or changed", _LINE)


def _gone(message: str, advice: str) -> Finding:
    return Finding(message, ("name",), advice, on_key=True)
