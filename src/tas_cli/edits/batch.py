"""Rates cells on several days at once, and detects concurrent changes to the same cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from tas_cli.assess.scorecard import cell_name, scorecard
from tas_cli.edits.rate import RatedCell, discarded, rate
from tas_cli.model.opportunity import Opportunity
from tas_cli.refusals import Refusal, Refused
from tas_cli.source.edit import Edit


class Batch(NamedTuple):
    """The cells to rate or confirm on one day."""

    day: date
    cells: tuple[RatedCell, ...]


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

    def __init__(self, lines: Sequence[str]) -> None:
        super().__init__(
            "changing a rating made on the same day removes its evidence:",
            "Nothing was saved. Add --replace to remove it, or use another --date to keep both.",
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
    losses = [words for batch in batches for words in _losses(now, batch)]
    if losses and not replace:
        raise Discard(losses)
    for batch in batches:
        _refuse_if_repeated(now, batch.day)
        yield from rate(now, batch.day, batch.cells, by)


def _refuse_if_repeated(now: Opportunity, day: date) -> None:
    if [assessment.date for assessment in now.assessments].count(day) > 1:
        raise Refused(
            f"the file has two assessments of {day}; nothing was saved.",
            "Merge them into one first with `tas edit`.",
        )


def _clashes(first: Opportunity, now: Opportunity, batch: Batch) -> Iterable[str]:
    """Describe the cells that were rated differently; the same sign is not a clash."""
    if now is first:
        return
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
        name = cell_name(now, *cell.where)
        texts = [entry.what or entry.link or entry.who or "" for entry in before.evidence]
        listed = "; ".join(" ".join(text.split()) for text in texts)
        yield f"{name} is {before.rating} in the assessment of {batch.day}: {listed}"
