"""Where a deal's past differs from what was committed: pure, two deals in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tas_cli.diagnostics import Finding
from tas_cli.method.catalogue import US, numbered
from tas_cli.model.opportunity import Assessment, Opportunity

CODE = "TAS515"
_RATING = "restore it; for what is true now, `tas rate` adds a new assessment"
_LINE = "restore it; a later change gets an entry of its own"


def rewritten(was: Opportunity, now: Opportunity, day: date) -> Iterator[Finding]:
    """Find what the file said about days before `day` and no longer says.

    What was added is not reported. The day's own assessment can still change.
    """
    by_day = {each.date: index for index, each in enumerate(now.assessments)}
    for assessment in was.assessments:
        if assessment.date < day:
            yield from _ratings(assessment, now, by_day.get(assessment.date))
    yield from _history(was, now)


def _ratings(was: Assessment, deal: Opportunity, index: int | None) -> Iterator[Finding]:
    if index is None:
        yield _gone(f"the assessment dated {was.date} was committed but is now missing", _RATING)
        return
    ratings = deal.assessments[index].ratings
    for criterion, column in was.ratings.items():
        for party, cell in column.items():
            now = ratings.get(criterion, {}).get(party)
            if now is None or now.rating != cell.rating:
                place = ("assessments", index, "ratings", criterion, party)
                who = "" if party == US else f" ({deal.party_name(party)})"
                yield Finding(
                    f"{numbered(criterion)}{who} on {was.date} was committed as {cell.rating} "
                    + (f"but is now {now.rating}" if now else "but is now missing"),
                    place if now else place[:2],
                    _RATING,
                )


def _history(was: Opportunity, now: Opportunity) -> Iterator[Finding]:
    """Find entries that are missing; one that says more than it did is the same entry."""
    lines = [each.model_dump(exclude_none=True) for each in now.history]
    for change in was.history:
        said = change.model_dump(exclude_none=True)
        if not any(said.items() <= line.items() for line in lines):
            what = f"the history entry dated {change.date} for {change.field}"
            yield _gone(f"{what} was committed but is now missing or changed", _LINE)


def _gone(message: str, advice: str) -> Finding:
    return Finding(message, ("name",), advice, on_key=True)
