"""Edits of single pieces of evidence for ratings: `tas evidence`."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from tas_cli.assess.scorecard import cell_name
from tas_cli.edits import records
from tas_cli.edits.cells import cell_named
from tas_cli.edits.records import Change
from tas_cli.edits.unrate import entries
from tas_cli.method.cells import cell_code
from tas_cli.model.evidence import Evidence
from tas_cli.model.opportunity import Opportunity
from tas_cli.nouns.evidence import PIECES, EvidenceRecord
from tas_cli.nouns.noun import Record, with_key
from tas_cli.nouns.noun import records as all_records
from tas_cli.refusals import Refused, WrongCall
from tas_cli.source.edit import Edit, Insert, Put

_RATING = "rating"


def key(now: Opportunity, typed: str) -> str:
    """Return the key as records have it: `solution_fit 2` as `7 2`."""
    cell, space, number = typed.partition(" ")
    return f"{cell_code(*cell_named(cell, now))}{space}{number}" if cell else ""


def place(now: Opportunity, typed: str) -> Record:
    """Return the place of a new piece: the cell's newest assessment.

    Raises:
        WrongCall: the cell is not given or not rated, or a number is given that it does not have.
    """
    cell, _, number = typed.partition(" ")
    if not cell:
        raise WrongCall("which rating is it for?", 'Name the cell first: 5 what="…".')
    present = with_key(all_records(PIECES, now), cell)
    if number:
        there = ", ".join(each.key for each in present) or "none"
        raise WrongCall(f"there is no piece of evidence {typed!r}.", f"There: {there}.")
    criterion, party = cell_named(cell, now)
    rated = [
        (each.date, at, len(stated.evidence))
        for at, each in enumerate(now.assessments)
        if (stated := each.cell(criterion, party))
    ]
    if not rated:
        name = cell_name(now, criterion, party)
        raise WrongCall(f"{name} is not rated.", f'Rate it: {cell}=+ with --evidence "…".')
    _, at, index = max(rated)
    path = ("assessments", at, "ratings", criterion, party, "evidence", index)
    return Record(f"{cell} {len(present) + 1}", path)


def corrected(now: Opportunity, made: Change, day: date) -> Iterable[Edit]:
    """Return the edits of a change to evidence, for a file that was read again since.

    Raises:
        Refused: the piece is no longer as the user saw it.
    """
    there = with_key(all_records(PIECES, now), made.key)
    if [each.value for each in there] != [made.before]:
        raise Refused(
            f"someone else has changed {made.called}; nothing was saved.",
            "Open it again, and change it if that is still right.",
        )
    return edits(now, made._replace(path=there[0].path), day)


def edits(now: Opportunity, made: Change, _day: date) -> Iterable[Edit]:
    """Return the edits of a change to a piece of evidence.

    Raises:
        WrongCall: a new piece is later than the rating that it is for, or says nothing.
    """
    if not isinstance(made.after, EvidenceRecord):
        return [Put(made.path, "", _RATING, called=made.called)]
    if made.before is not None:
        return records.edits(made)
    entry = Evidence.model_construct(**dict(made.after))
    if not (entry.what or entry.link):
        raise WrongCall("this says nothing yet.", "Add what was said or done.")
    _, _, _, criterion, party, _, _ = made.path
    dated = max(day for day, _ in entries(now, (str(criterion), str(party)), None))
    if entry.when and entry.when > dated:
        cell = made.key.partition(" ")[0]
        raise WrongCall(
            f"this is from {entry.when}, and the rating is older: from {dated}.",
            f'Confirm the rating with it: `tas rate`, then {cell}=+ and --evidence "…".',
        )
    return [Insert(made.path[:-1], entry, _RATING)]
