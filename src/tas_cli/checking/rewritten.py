"""Where a deal's past differs from what was committed: compares two deals, touches no files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from tas_cli.diagnostics import Finding
from tas_cli.method.catalogue import US, numbered
from tas_cli.method.cells import cell_code as named
from tas_cli.model.opportunity import Assessment, Opportunity
from tas_cli.model.tracked import COMPETITOR
from tas_cli.rules.command_lines import command

CODE = "TAS515"
_RATINGS = "restore it; `tas rate` records today's ratings in a new assessment"
_LINE = "restore it; every later change gets its own entry"


def rewritten(was: Opportunity, now: Opportunity, day: date) -> Iterator[Finding]:
    """Find what the file used to say about days before `day` and no longer says.

    What was added is not reported. The day's own assessment can still change, and a competitor may
    have another short name by now.
    """
    names = _renamed(was, now)
    by_day = {each.date: index for index, each in enumerate(now.assessments)}
    for assessment in was.assessments:
        if assessment.date < day:
            yield from _ratings(assessment, now, by_day.get(assessment.date), names)
    yield from _history(was, now, names)


def _renamed(was: Opportunity, now: Opportunity) -> dict[str, str]:
    """Return new short names by old ones: of competitors whose ratings are all there still."""
    gone = {key: _signs(was, key) for key in was.competitors if key not in now.competitors}
    new = {key: _signs(now, key) for key in now.competitors if key not in was.competitors}
    return {
        old: key
        for old, signs in gone.items()
        for key, signs_now in new.items()
        if signs and signs.items() <= signs_now.items()
    }


def _signs(deal: Opportunity, party: str) -> dict[tuple[date, str], str]:
    """Return a party's ratings by day and criterion."""
    return {
        (each.date, criterion): column[party].rating
        for each in deal.assessments
        for criterion, column in each.ratings.items()
        if party in column
    }


def _ratings(
    was: Assessment, deal: Opportunity, index: int | None, names: Mapping[str, str]
) -> Iterator[Finding]:
    if index is None:
        yield _gone(f"the assessment dated {was.date} was committed but is now missing", _RATINGS)
        return
    ratings = deal.assessments[index].ratings
    for criterion, column in was.ratings.items():
        for known, cell in column.items():
            party = names.get(known, known)
            now = ratings.get(criterion, {}).get(party)
            if now is None or now.rating != cell.rating:
                place = ("assessments", index, "ratings", criterion, party)
                who = "" if party == US else f" ({deal.party_name(party)})"
                yield Finding(
                    f"{numbered(criterion)}{who} on {was.date} was committed as {cell.rating} "
                    + (f"but is now {now.rating}" if now else "but is now missing"),
                    place if now else place[:2],
                    _advice(criterion, party, now.rating) if now else _RATINGS,
                )


def _advice(criterion: str, party: str, rating: str) -> str:
    sign = "u" if rating == "?" else rating
    rate = command("rate", f"{named(criterion, party)}={sign}")
    return f"restore it, and record the new rating in a new assessment: {rate}"


def _history(was: Opportunity, now: Opportunity, names: Mapping[str, str]) -> Iterator[Finding]:
    """Find entries that are missing; an entry that has gained a key is still the same."""
    lines = [each.model_dump(exclude_none=True) for each in now.history]
    for change in was.history:
        field = _named_now(change.field, names)
        recorded = change.model_copy(update={"field": field}).model_dump(exclude_none=True)
        if not any(recorded.items() <= line.items() for line in lines):
            what = f"the history entry dated {change.date} for {change.field}"
            yield _gone(f"{what} was committed but is now missing or changed", _LINE)


def _named_now(field: str, names: Mapping[str, str]) -> str:
    """Return the field of a history entry, by a competitor's present short name."""
    competitor, _, rest = field.removeprefix(COMPETITOR).partition(".")
    if not field.startswith(COMPETITOR) or competitor not in names:
        return field
    return f"{COMPETITOR}{names[competitor]}{'.' if rest else ''}{rest}"


def _gone(message: str, advice: str) -> Finding:
    return Finding(message, ("name",), advice, on_key=True)
