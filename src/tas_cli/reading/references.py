"""References inside an opportunity that must lead somewhere: parties, dates, variations."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tas_cli.diagnostics import Path
from tas_cli.method.catalogue import NOBODY, US, strategies
from tas_cli.method.cells import CellKey, cell_code
from tas_cli.model.base import FileModel
from tas_cli.model.opportunity import Assessment, Opportunity
from tas_cli.model.scalars import NO_COMPETITOR
from tas_cli.reading.nearest import nearest
from tas_cli.reading.violations import Violation


def references(file: FileModel) -> Iterator[Violation]:
    """Yield every reference that leads nowhere, and every name that means two things.

    A model cannot find these by itself, and only opportunities have any.
    """
    if isinstance(file, Opportunity):
        yield from _reserved(file)
        yield from _rated_parties(file)
        yield from _incumbent(file)
        yield from _winner(file)
        yield from _assessment_dates(file)
        yield from _variation(file)


def _reserved(opportunity: Opportunity) -> Iterator[Violation]:
    for party in opportunity.competitors:
        if party in (US, NOBODY):
            yield Violation(
                "TAS119",
                f"`{party}` cannot be a competitor's short name: it is reserved",
                ("competitors", party),
                f"use another one, such as `{party}-company`",
                on_key=True,
                instead=(f"{party}-company",),
            )


def _unknown_party(party: str, path: Path, opportunity: Opportunity, *, on_key: bool) -> Violation:
    meant = nearest(party, [US, *opportunity.competitors])
    declare = f'add the competitor: `tas competitors ID {party} name="…"`'
    return Violation(
        "TAS117",
        f"`{party}` is not a declared competitor",
        path,
        f"did you mean `{meant}`? Otherwise {declare}" if meant else declare,
        on_key=on_key,
        instead=(meant,) if meant else (),
    )


def _rated_parties(opportunity: Opportunity) -> Iterator[Violation]:
    known = {US, *opportunity.competitors}
    for index, assessment in enumerate(opportunity.assessments):
        for criterion, cells in assessment.ratings.items():
            for party in () if known.issuperset(cells) else cells:
                if party not in known:
                    path = ("assessments", index, "ratings", criterion, party)
                    yield _unknown_party(party, path, opportunity, on_key=True)


def _incumbent(opportunity: Opportunity) -> Iterator[Violation]:
    named = opportunity.incumbent or []
    for index, party in enumerate(named):
        path = ("incumbent", index)
        if party == NOBODY and len(named) > 1:
            yield Violation(
                "TAS108", "`nobody` cannot be listed with others", path, "remove one of them"
            )
        elif party not in (US, NOBODY, *opportunity.competitors):
            yield _unknown_party(party, path, opportunity, on_key=False)


def _winner(opportunity: Opportunity) -> Iterator[Violation]:
    to = opportunity.closed and opportunity.closed.to
    if to and to not in (*NO_COMPETITOR, *opportunity.competitors):
        yield _unknown_party(to, ("closed", "to"), opportunity, on_key=False)


def _assessment_dates(opportunity: Opportunity) -> Iterator[Violation]:
    first: dict[date, Assessment] = {}
    for index, assessment in enumerate(opportunity.assessments):
        other = first.setdefault(assessment.date, assessment)
        if other is not assessment:
            yield Violation(
                "TAS118",
                f"there are two assessments dated {assessment.date}",
                ("assessments", index, "date"),
                _apart(opportunity, index, assessment.differing(other)),
            )


def _apart(opportunity: Opportunity, index: int, differ: list[CellKey]) -> str:
    """Return the command that merges an assessment into one of its day, or that re-dates it."""
    if not differ:
        return "`tas check ID --fix` merges them"
    day = opportunity.assessments[index].date
    number = [each.date for each in opportunity.assessments[: index + 1]].count(day)
    named = ", ".join(cell_code(*cell) for cell in differ)
    redated = f"`tas assessments ID {day}/{number} date=YYYY-MM-DD`"
    return f"they differ on {named}: give one the day it was made, {redated}"


def _variation(opportunity: Opportunity) -> Iterator[Violation]:
    choice = opportunity.strategy
    if choice is None or choice.variation is None or choice.chosen is None:
        return
    strategy = strategies()[choice.chosen]
    known = [variation.key for variation in strategy.variations]
    if choice.variation not in known:
        advice = f"choose one of: {', '.join(known)}" if known else "delete the line: it has none"
        yield Violation(
            "TAS120",
            f"`{choice.variation}` is not a variation of {strategy.title}",
            ("strategy", "variation"),
            advice,
        )
