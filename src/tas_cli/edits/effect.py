"""The effect of an edit on a deal: cells, fields and strategy, before and after."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from tas_cli.assess.changes import FieldChange
from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.scorecard import CellState
from tas_cli.diagnostics import Path
from tas_cli.edits.batch import Batch
from tas_cli.edits.unrate import entries
from tas_cli.method.cells import CellKey, cell_keys
from tas_cli.model.base import FileModel
from tas_cli.model.evidence import Evidence
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.paths import value_at
from tas_cli.model.scalars import Rating
from tas_cli.writing import Written


class CellChange(NamedTuple):
    """A cell that was rated, confirmed or taken back on `day`; `now` is its rating today.

    `after` and `now` differ if a newer assessment rates the cell differently. `dropped` is the
    evidence that was removed: for the previous sign from that day's assessment, for a rating taken
    back from all that it was taken out of.
    """

    criterion: str
    party: str
    day: date
    before: CellState
    after: CellState
    now: Rating
    dropped: tuple[Evidence, ...] = ()


class Effect(NamedTuple):
    """Everything to report about an edit; with `dry_run` nothing was written.

    `step` is the key of the sales step concerned.
    """

    id: str
    written: Written[Opportunity]
    dry_run: bool
    was: DealOnDay
    now: DealOnDay
    cells: tuple[CellChange, ...] = ()
    fields: tuple[FieldChange, ...] = ()
    step: str = ""


def cells_of(effect: Effect, batches: Iterable[Batch]) -> tuple[CellChange, ...]:
    """Return the changes of the cells that were rated, confirmed or taken back."""
    found = []
    written = effect.written
    for batch in batches:
        before, after = (each.card_on(batch.day) for each in (effect.was, effect.now))
        rated = {cell.where for cell in batch.cells}.union(batch.unrated)
        for where in filter(rated.__contains__, cell_keys(after.parties)):
            states = before.cell(*where), after.cell(*where)
            within = batch.within if where in batch.unrated else batch.day
            had, left = (_evidence(each, within, where) for each in (written.was, written.now))
            dropped = tuple(entry for entry in had if entry not in left)
            now = effect.now.card.rating(*where)
            found.append(CellChange(*where, batch.day, *states, now, dropped))
    return tuple(found)


def _evidence(opportunity: Opportunity, day: date | None, where: CellKey) -> list[Evidence]:
    """Return the evidence for a cell in that day's own assessment, or in all without a day."""
    return [entry for _, cell in entries(opportunity, where, day) for entry in cell.evidence]


def fields_of(
    written: Written[FileModel], fields: Iterable[tuple[str, Path]]
) -> tuple[FieldChange, ...]:
    """Return the changes of some fields."""
    return tuple(
        FieldChange(name, value_at(written.was, path), value_at(written.now, path))
        for name, path in fields
    )
