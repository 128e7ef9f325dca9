"""Changes made by others in the meantime that a save would overwrite. Pure."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from tas_cli.assess.scorecard import scorecard
from tas_cli.model.opportunity import Cell, Opportunity
from tas_cli.scorecard.unsaved import STRATEGY, Change, Thing, Unsaved, Where, present, says


class Clash(NamedTuple):
    """Something that was also changed by someone else; `theirs` is None if they removed it."""

    where: Where
    mine: Change
    theirs: Thing

    @property
    def orphaned(self) -> bool:
        """Whether this is a cell of a party that was removed, so that mine has nowhere to go."""
        return isinstance(self.where, tuple) and self.theirs is None


def clashes(unsaved: Unsaved, now: Opportunity, day: date) -> list[Clash]:
    """Return the changes by others that a save would overwrite: cells, the strategy, answers."""
    card = scorecard(now, day)
    found = (
        Clash(where, mine, present(now, card, where)) for where, mine in unsaved.changes.items()
    )
    return sorted(filter(_loses, found), key=_rank)


def _rank(clash: Clash) -> int:
    return 0 if isinstance(clash.where, tuple) else 1 if clash.where == STRATEGY else 2


def resolved(unsaved: Unsaved, clash: Clash, *, mine: bool) -> Unsaved:
    """Resolve a clash: the next save overwrites theirs with mine, or leaves mine out."""
    kept = mine and not clash.orphaned
    return unsaved.put(clash.where, Change(clash.mine.now, clash.theirs) if kept else None)


def _loses(clash: Clash) -> bool:
    """Whether writing mine would lose what someone else has written since."""
    _, (mine, base), theirs = clash
    if theirs == base:
        return clash.orphaned
    if not (isinstance(mine, Cell) and isinstance(base, Cell) and isinstance(theirs, Cell)):
        return clash.orphaned or says(mine) != says(theirs)
    other_note = bool(mine.note and theirs.note) and theirs.note not in (mine.note, base.note)
    return mine.rating != theirs.rating or other_note
