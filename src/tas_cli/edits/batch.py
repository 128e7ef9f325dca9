"""Rates cells on several days at once, and detects concurrent changes to the same cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from tas_cli.assess.scorecard import cell_name, scorecard
from tas_cli.edits.rate import RatedCell, discarded, rate
from tas_cli.edits.unrate import entries, taken_back, unrate
from tas_cli.method.cells import CellKey
from tas_cli.model.opportunity import Cell, Opportunity
from tas_cli.refusals import Refusal, Refused
from tas_cli.source.edit import Edit


class Batch(NamedTuple):
    """The cells to rate or confirm on one day, and those to take back: see `unrate`.

    They are taken out of all assessments, or with `only_then` out of that day's.
    """

    day: date
    cells: tuple[RatedCell, ...]
    unrated: tuple[CellKey, ...] = ()
    only_then: bool = False

    @property
    def within(self) -> date | None:
        """The day of the assessment that cells are taken out of; None if it is all of them."""
        return self.day if self.only_then else None


class Clash(Refusal):
    """Somebody else has rated the same cells differently; `now` is what the file contains."""

    def __init__(self, lines: Sequence[str], now: Opportunity) -> None:
        super().__init__(
            "someone else has changed these ratings:",
            "Nothing was saved. Run the command again if your ratings are still right.",
            lines=lines,
        )
        self.now = now


class Discard(Refusal):
    """Evidence would be lost because a cell's sign changes within one day's assessment."""

    status = 2

    def __init__(self, lines: Sequence[str], *, changed: bool) -> None:
        what = (
            "changing a rating made on the same day removes its evidence"
            if changed
            else "taking a rating back removes its evidence and notes"
        )
        otherwise = ", or give another date to keep both" if changed else ""
        super().__init__(
            f"{what}:",
            f"Nothing was saved. Add --replace to remove it{otherwise}.",
            lines=lines,
        )


def rate_all(
    first: Opportunity,
    now: Opportunity,
    batches: Sequence[Batch],
    by: str | None,
    *,
    replace: bool,
) -> Iterator[Edit]:
    """Yield the edits for all batches; `replace` allows a changed sign to drop its evidence.

    Raises:
        Clash: a cell has changed since the user looked at it, in `first`.
        Discard: evidence would be lost.
        Refused: the file has two assessments for one of the days.
    """
    clashes = [words for batch in batches for words in _clashes(first, now, batch)]
    if clashes:
        raise Clash(clashes, now)
    changed = [words for batch in batches for words in _losses(now, batch)]
    losses = changed + [words for batch in batches for words in _taken_back(now, batch)]
    if losses and not replace:
        raise Discard(losses, changed=bool(changed))
    for batch in batches:
        if batch.cells:
            _refuse_if_repeated(now, batch.day)
        yield from rate(now, batch.day, batch.cells, by)
        extended = batch.day if batch.cells else None
        yield from unrate(now, batch.unrated, batch.within, extended=extended)


def _refuse_if_repeated(now: Opportunity, day: date) -> None:
    if [assessment.date for assessment in now.assessments].count(day) > 1:
        raise Refused(
            f"the file has two assessments of {day}; nothing was saved.",
            "Merge them first: `tas check --fix`.",
        )


def _clashes(first: Opportunity, now: Opportunity, batch: Batch) -> Iterable[str]:
    """Describe the cells that were rated differently; the same sign is not a clash."""
    if now is first:
        return
    for where in batch.unrated:
        if entries(first, where, batch.within) != entries(now, where, batch.within):
            yield f"{cell_name(first, *where)}: it is different now; you took it back"
    looked_at, found = scorecard(first, batch.day), scorecard(now, batch.day)
    for cell in batch.cells:
        where = cell.where
        if cell.party not in found.parties:
            yield f"{cell_name(first, *where)}: the competitor is no longer in the file"
            continue
        before, after = looked_at.cell(*where), found.cell(*where)
        if (before.rating, before.stated) == (after.rating, after.stated):
            continue
        if after.rating != cell.rating:
            was = before.rating if before.rated else "not rated"
            yield (
                f"{cell_name(now, *where)}: was {was}, is now {after.rating}"
                f" (as of {after.stated}); you rated it {cell.rating}"
            )


def _losses(now: Opportunity, batch: Batch) -> Iterable[str]:
    """Describe the evidence that would be lost with its sign."""
    for cell, before in discarded(now, batch.day, batch.cells):
        yield _lost(now, cell.where, batch.day, before)


def _taken_back(now: Opportunity, batch: Batch) -> Iterable[str]:
    """Describe the evidence and notes of the ratings to take back."""
    for lost in taken_back(now, batch.unrated, batch.within):
        yield _lost(now, *lost)


def _lost(now: Opportunity, where: CellKey, day: date, before: Cell) -> str:
    """Describe what a cell says in the assessment of a day."""
    texts = [entry.what or entry.link or entry.who or "" for entry in before.evidence]
    listed = "; ".join(" ".join(text.split()) for text in (*texts, before.note or "") if text)
    return f"{cell_name(now, *where)} is {before.rating} in the assessment of {day}: {listed}"
