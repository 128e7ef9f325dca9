"""What an edit changed: cells or fields before and after, and its effect on the strategy."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from tas_cli.assess.changes import FieldChange
from tas_cli.assess.scorecard import CellState
from tas_cli.edits.effect import CellChange, Effect
from tas_cli.method.catalogue import numbered
from tas_cli.model.base import FileModel
from tas_cli.views.before_after import fields_changed, turned, verdicts
from tas_cli.views.cells import fit
from tas_cli.views.overruled import overruled
from tas_cli.views.page import (
    DIM,
    MINUS,
    PLUS,
    SIGN,
    SIGN_STYLE,
    UNKNOWN,
    Block,
    Column,
    Line,
    Page,
    Part,
    Table,
    Words,
    line,
    paragraph,
)
from tas_cli.views.verdict import choice, first_to_find_out
from tas_cli.views.words import age, party_name
from tas_cli.writing import Written

_FIRST = 4
"""How many of the cells to find out are named."""
TO_UNDO = "`tas undo` brings back what was there"
"""What to say after a change that leaves something out."""
_COLUMNS = (Column("", least=29), Column(""), Column(""))
_PARTY, _STATE = 16, 8


def changed(effect: Effect) -> Page:
    """Report an edit."""
    return (
        Table(_COLUMNS, tuple(_cell(cell, effect) for cell in effect.cells)),
        fields_changed(effect.fields),
        *map(paragraph, _without_effect(effect)),
        *_strategy(effect),
        written_to(effect.written),
    )


def _without_effect(effect: Effect) -> list[str]:
    """Return a sentence about each rating that does not count today."""
    now = effect.now
    return [
        sentence
        for cell in effect.cells
        if cell.after.rated
        for sentence in overruled(
            now.card,
            [((cell.criterion, cell.party), cell.after.rating)],
            cell.day,
            now.opportunity,
            effect.id,
        )
    ]


def written_to(written: Written[FileModel]) -> Line:
    """Return the line that names the file written, and how to get back what is gone."""
    if not written.changed:
        return line((f"Nothing to change in {written.file}.", DIM))
    back = f"; {TO_UNDO}" if written.discards else ""
    return line((f"Saved {written.file}{back}", DIM))


def difference(*written: Written[FileModel]) -> Page:
    """Return the diff of what an edit would change in one file or several."""
    found = [each for each in written if each.changed]
    if not found:
        return (line(f"Nothing would change in {written[0].file}."),)
    return differences(part for each in found for part in each.diff)


def differences(diff: Iterable[str]) -> Page:
    """Return the lines of unified diffs for one file or several."""
    styles = {"+": PLUS, "-": MINUS, "@": DIM}
    return [line((each, styles.get(each[:1], ""))) for each in diff]


def _cell(cell: CellChange, effect: Effect) -> tuple[Words, ...]:
    who = fit(party_name(effect.now.opportunity, cell.party), _PARTY)
    today = effect.now.day
    before = _state(cell.before, cell, today, "new" if cell.after.rated else "never rated")
    after = _state(cell.after, cell, today, "never rated")
    return (
        (numbered(cell.criterion),),
        (who,),
        (*before, "→ ", *after, (_remark(cell, effect), DIM)),
    )


def _state(state: CellState, cell: CellChange, today: date, unrated: str) -> tuple[Part, ...]:
    """Return a sign and its age on the day of the assessment, aligned in a column."""
    if not state.rated:
        return ((f"{unrated}  ".ljust(_STATE), DIM),)
    days = state.age(cell.day)
    now = "today" if cell.day == today else ""
    old = f" {age(days) if days else now}"
    return (SIGN[state.rating], SIGN_STYLE[state.rating]), (old.ljust(_STATE - 1), DIM)


def _remark(cell: CellChange, effect: Effect) -> str:
    before, after = cell.before, cell.after
    newly = len(after.evidence) > len(before.evidence)
    evidenced = newly or (after.evidence and before.rating != after.rating)
    whose = "that day's evidence" if after.rated else "evidence"
    dropped = f"{whose} for {SIGN[before.rating]} was removed" if cell.dropped else ""
    remarks = (
        f"on {cell.day}" if cell.day != effect.now.day else "",
        f"{SIGN[cell.now]} today" if cell.now != after.rating else "",
        dropped or ("with evidence" if evidenced else ""),
    )
    return ", ".join(filter(None, remarks))


def _of_strategy(change: FieldChange) -> bool:
    """Whether a field is part of the strategy, or opens the deal again."""
    return change.field.partition(".")[0] in ("strategy", "status")


def _strategy(effect: Effect) -> tuple[Block, ...]:
    """Show the strategy before and after and what to find out; a closed deal only says so.

    Fields that do not bear on the strategy say nothing of it.
    """
    was, now = effect.was, effect.now
    status = now.opportunity.status
    if not now.open:
        over = f"This deal is {status}. To reopen it: `tas close {effect.id} open`"
        return (line((over, UNKNOWN)),) if was.opportunity.status == status else ()
    if not (effect.cells or any(map(_of_strategy, effect.fields)) or turned(was, now)):
        return ()
    chosen = choice(now.opportunity, now.decision, why=False) if now.chosen else ""
    return (
        verdicts(was, now),
        paragraph(chosen),
        first_to_find_out(now.opportunity, now.decision, _FIRST),
    )
