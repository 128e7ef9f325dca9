"""A preview of the opportunity after saving. Pure."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from tas_cli.assess.scorecard import Scorecard
from tas_cli.edits.choice import Choice
from tas_cli.method.cells import CellKey
from tas_cli.model.opportunity import NO_CHOICE, Assessment, Cell, ChosenStrategy, Opportunity
from tas_cli.scorecard.unsaved import Unsaved, followed


def preview(opportunity: Opportunity, unsaved: Unsaved, day: date) -> Opportunity:
    """Return the opportunity with the unsaved changes applied."""
    if unsaved.unrated:
        gone = unsaved.unrated
        opportunity = _with_only(opportunity, lambda _, where: where not in gone)
    if unsaved.cells:
        opportunity = _with_cells(opportunity, unsaved, day)
    if unsaved.choice or unsaved.answers:
        strategy = _with_strategy(opportunity, unsaved, day)
        opportunity = opportunity.model_copy(update={"strategy": strategy})
    return opportunity


def newest_only(opportunity: Opportunity, card: Scorecard) -> Opportunity:
    """Return the opportunity without the ratings that later ones have replaced.

    The states are the same, and years of assessments need not be processed at every keystroke.
    """

    def newest(assessment: Assessment, where: CellKey) -> bool:
        return assessment.date >= (card.cell(*where).since or assessment.date)

    return _with_only(opportunity, newest)


def _with_only(
    opportunity: Opportunity, kept: Callable[[Assessment, CellKey], bool]
) -> Opportunity:
    """Return the opportunity with only the cells of its assessments that are kept."""
    assessments = []
    for each in opportunity.assessments:
        ratings = {
            key: {party: cell for party, cell in column.items() if kept(each, (key, party))}
            for key, column in each.ratings.items()
        }
        assessments.append(each.model_copy(update={"ratings": ratings}))
    return opportunity.model_copy(update={"assessments": assessments})


def _with_cells(opportunity: Opportunity, unsaved: Unsaved, day: date) -> Opportunity:
    others = [each for each in opportunity.assessments if each.date != day]
    today = [each for each in opportunity.assessments if each.date == day]
    ratings = {key: dict(column) for key, column in today[0].ratings.items()} if today else {}
    for (criterion, party), cell in unsaved.cells.items():
        column = ratings.setdefault(criterion, {})
        column[party] = _merged(column.get(party), cell)
    merged = Assessment.model_construct(date=day, by=None, ratings=ratings)
    return opportunity.model_copy(update={"assessments": [*others, merged]})


def _merged(before: Cell | None, cell: Cell) -> Cell:
    """Return a cell of today's assessment as `edits.rate` will write it."""
    kept = before if before and before.rating == cell.rating else None
    return Cell.model_construct(
        rating=cell.rating,
        evidence=[*(kept.evidence if kept else ()), *cell.evidence],
        note=cell.note or (before.note if before else None),
    )


def _with_strategy(opportunity: Opportunity, unsaved: Unsaved, day: date) -> ChosenStrategy:
    """Return the chosen strategy and the answers as `edits.choice` will write them."""
    present = opportunity.strategy or NO_CHOICE
    answers = {key: kept for key, kept in present.answers.items() if key not in unsaved.answers}
    for step, new in unsaved.answers.items():
        if new is not None:
            answers[step] = new.model_copy(update={"date": day})
    choice = unsaved.choice and dated(unsaved.choice, opportunity, day)._asdict()
    return present.model_copy(update={"answers": answers, **(choice or {})})


def dated(choice: Choice, opportunity: Opportunity, day: date) -> Choice:
    """Return a choice as it is written; an unchanged strategy keeps its start date."""
    before = followed(opportunity)
    since = before.since if before and before.chosen == choice.chosen else None
    return choice._replace(since=since or day)
