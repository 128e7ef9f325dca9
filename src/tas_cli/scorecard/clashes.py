"""What somebody else changed meanwhile and a save would write over. Pure."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from tas_cli.assess.scorecard import scorecard
from tas_cli.edits.choice import Choice
from tas_cli.method.cells import CellKey
from tas_cli.model.opportunity import Opportunity, StatedAnswer
from tas_cli.scorecard.unsaved import (
    Rechosen,
    Restated,
    Seen,
    Touched,
    Unsaved,
    followed,
    seen,
    stated,
)


class CellClash(NamedTuple):
    """A cell that somebody else changed meanwhile; `theirs` is None where the party is gone."""

    place: CellKey
    mine: Touched
    theirs: Seen | None


class ChoiceClash(NamedTuple):
    """Another strategy that somebody else chose meanwhile, None where the choice was taken away."""

    mine: Rechosen
    theirs: Choice | None


class AnswerClash(NamedTuple):
    """Another answer to a step, stated by somebody else meanwhile; None where it is gone."""

    step: str
    mine: Restated
    theirs: StatedAnswer | None


Clash = CellClash | ChoiceClash | AnswerClash


def clashes(unsaved: Unsaved, now: Opportunity, day: date) -> list[Clash]:
    """Return what somebody changed, and a save would write over."""
    return [*_cells(unsaved, now, day), *_choice(unsaved, now), *_answers(unsaved, now)]


def settled(unsaved: Unsaved, clash: Clash, *, mine: bool) -> Unsaved:
    """Decide a clash: mine is written over theirs at the next save, or left out of it."""
    match clash:
        case CellClash(place, kept, theirs):
            rebased = kept._replace(base=theirs) if mine and theirs is not None else None
            return unsaved.with_cell(place, rebased)
        case AnswerClash(step, restated, statement):
            return unsaved.with_answer(step, restated._replace(base=statement) if mine else None)
        case ChoiceClash(rechosen, choice):
            return unsaved.with_choice(rechosen._replace(base=choice) if mine else None)


def _cells(unsaved: Unsaved, now: Opportunity, day: date) -> list[Clash]:
    card = scorecard(now, day)
    found: list[Clash] = []
    for place, mine in unsaved.cells.items():
        theirs = seen(card, place) if place[1] in card.parties else None
        if theirs is None or _loses(mine, theirs):
            found.append(CellClash(place, mine, theirs))
    return found


def _loses(mine: Touched, theirs: Seen) -> bool:
    """Whether writing mine would lose what somebody else has written since."""
    if theirs == mine.base:
        return False
    other_note = bool(mine.note and theirs.note) and theirs.note not in (mine.note, mine.base.note)
    return mine.rating != theirs.rating or other_note


def _choice(unsaved: Unsaved, now: Opportunity) -> list[Clash]:
    mine, theirs = unsaved.choice, followed(now)
    if mine is None or theirs == mine.base or mine.says(theirs):
        return []
    return [ChoiceClash(mine, theirs)]


def _answers(unsaved: Unsaved, now: Opportunity) -> list[Clash]:
    found: list[Clash] = []
    for step, mine in unsaved.answers.items():
        theirs = stated(now, step)
        if theirs != mine.base and not mine.says(theirs):
            found.append(AnswerClash(step, mine, theirs))
    return found
