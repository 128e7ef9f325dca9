"""What moves to another day together with an assessment: what was said and agreed that day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from tas_cli.diagnostics import Path
from tas_cli.model.evidence import Evidence
from tas_cli.model.opportunity import Cell, Opportunity
from tas_cli.source.edit import Edit, Put
from tas_cli.words import counted

_OUTCOME = 5
"""The length of the path to an outcome."""


class Moved(NamedTuple):
    """The dates that move: of evidence in the assessment, and of everything else in the deal."""

    evidence: tuple[Path, ...]
    actions: tuple[Path, ...]
    notes: tuple[Path, ...]
    outcomes: tuple[Path, ...]

    @property
    def words(self) -> str:
        """How many of each, in words; empty if there are none."""
        pieces, outcomes = len(self.evidence), {path[:_OUTCOME] for path in self.outcomes}
        named = (self.actions, "action item"), (self.notes, "note"), (outcomes, "outcome")
        found = [counted(len(each), one) for each, one in named if each]
        if pieces:
            found.insert(0, f"{pieces} {'piece' if pieces == 1 else 'pieces'} of evidence")
        return ", ".join(found)


def moved(now: Opportunity, at: int, day: date) -> Moved:
    """Return what moves to a day with the assessment of this index.

    Action items and notes of its day stay if another assessment is of that day as well. Outcomes
    move if the assessment has their evidence.
    """
    assessment = now.assessments[at]
    old = assessment.date
    alone = sum(each.date == old for each in now.assessments) == 1
    said = [entry for where in assessment.cells for entry in _evidence(assessment.cell(*where))]
    return Moved(
        tuple(_dated_evidence(now, at)),
        tuple(
            ("actions", number, "date")
            for number, each in enumerate(now.actions)
            if alone and each.date == old and not (each.done and each.done < day)
        ),
        tuple(
            ("notes", number, "date")
            for number, each in enumerate(now.notes)
            if alone and each.date == old
        ),
        tuple(_outcomes(now, old, said)),
    )


def others(found: Moved, day: date) -> Iterator[Edit]:
    """Yield the edits of all that moves and is not in the assessment."""
    for path in (*found.actions, *found.notes, *found.outcomes):
        yield Put(path, day)


def in_assessment(found: Moved, day: date) -> Iterator[Edit]:
    """Yield the edits of the evidence that moves."""
    for path in found.evidence:
        yield Put(path, day)


def on_day(cell: Cell, old: date, day: date) -> Cell:
    """Return a cell whose evidence of the old day is of another one."""
    pieces = [
        each.model_copy(update={"when": day}) if each.when == old else each
        for each in cell.evidence
    ]
    return cell.model_copy(update={"evidence": pieces})


def _evidence(cell: Cell | None) -> list[Evidence]:
    return cell.evidence if cell else []


def _dated_evidence(now: Opportunity, at: int) -> Iterator[Path]:
    assessment = now.assessments[at]
    for where in assessment.cells:
        for number, entry in enumerate(_evidence(assessment.cell(*where))):
            if entry.when == assessment.date:
                yield "assessments", at, "ratings", *where, "evidence", number, "when"


def _outcomes(now: Opportunity, old: date, said: list[Evidence]) -> Iterator[Path]:
    for step, record in now.process.steps.items() if now.process else ():
        for key, met in record.outcomes.items():
            path = ("process", "steps", step, "outcomes", key)
            same = [number for number, entry in enumerate(met.evidence) if entry in said]
            if same and met.date == old:
                yield *path, "date"
            for number in same:
                if met.evidence[number].when == old:
                    yield *path, "evidence", number, "when"
