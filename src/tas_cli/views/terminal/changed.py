"""What an edit did, as text: the cells or fields before and after, and what the strategy became."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pydantic import BaseModel

from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.scorecard import CellState
from tas_cli.edits.effect import CellChange, Effect, FieldChange
from tas_cli.model.opportunity import Opportunity
from tas_cli.views.page import DIM, MINUS, PLUS, SIGN, SIGN_STYLE, STRONG, UNKNOWN, Part
from tas_cli.views.terminal.page import Page, fit
from tas_cli.views.terminal.screen import Screen
from tas_cli.views.verdict import choice, place, verdict
from tas_cli.views.words import age, numbered, party_name
from tas_cli.writing import Written

_FIRST = 4
"""Cells to find out that are named."""
_MOST_NAME, _MOST_PARTY, _STATE = 30, 16, 7


def changed(effect: Effect, screen: Screen) -> str:
    """Return the account of an edit that was made."""
    page = Page(screen)
    for cell in effect.cells:
        _cell(page, cell, effect)
    width = max((len(each.field) for each in effect.fields), default=0) + 2
    for each in effect.fields:
        page.paragraph(*_field(each), label=each.field, indent=width)
    _strategy(page, effect)
    file = effect.written.file
    done = f"Written: {file}" if effect.written.changed else f"Nothing to change in {file}."
    page.line((done, DIM))
    return page.text()


def difference(written: Written, screen: Screen) -> str:
    """Return what an edit would change in the file."""
    page = Page(screen)
    if not written.changed:
        page.line(f"Nothing would change in {written.file}.")
    _diff(page, written.diff)
    return page.text()


def differences(diff: Iterable[str], screen: Screen) -> str:
    """Return the lines of unified diffs, of one file or several."""
    page = Page(screen)
    _diff(page, diff)
    return page.text()


def _diff(page: Page, diff: Iterable[str]) -> None:
    for line in diff:
        page.line((line, {"+": PLUS, "-": MINUS, "@": DIM}.get(line[:1], "")))


def _cell(page: Page, cell: CellChange, effect: Effect) -> None:
    who = party_name(effect.now.opportunity, cell.party)
    page.line(
        fit(numbered(cell.criterion), _MOST_NAME),
        fit(who, _MOST_PARTY),
        " ",
        *_state(cell.before, cell),
        "→ ",
        *_state(cell.after, cell),
        (_remark(cell, effect), DIM),
    )


def _state(state: CellState, cell: CellChange) -> list[Part]:
    """Return a sign and its age on the day of the assessment, in a column."""
    if not state.rated:
        return [("new".ljust(_STATE), DIM)]
    old = f" {age(state.age(cell.day))}"
    return [(SIGN[state.rating], SIGN_STYLE[state.rating]), (old.ljust(_STATE - 1), DIM)]


def _remark(cell: CellChange, effect: Effect) -> str:
    words = []
    if cell.day != effect.now.day:
        words.append(f"on {cell.day}")
    if cell.now != cell.after.rating:
        words.append(f"{SIGN[cell.now]} today")
    if cell.dropped:
        words.append(f"the day's evidence for {SIGN[cell.before.rating]} is gone")
    elif len(cell.after.evidence) > len(cell.before.evidence) or (
        cell.after.evidence and cell.before.rating != cell.after.rating
    ):
        words.append("with evidence")
    return ", ".join(words)


def _field(each: FieldChange) -> list[Part]:
    before, after = _words(each.before), _words(each.after)
    if before == after:
        return [after, (" as before", DIM)]
    return [(before, DIM), " → ", (after, STRONG)]


def _words(value: Any) -> str:
    """Return a value for people: none is said so, and a mapping's values stand in a row."""
    if isinstance(value, BaseModel):
        value = [part for part in value.model_dump().values() if part is not None]
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "none"
    return "none" if value in (None, "") else str(value)


def _strategy(page: Page, effect: Effect) -> None:
    """Say what the strategy was and is, and what to find out; of a deal that is over, only that."""
    was, now = effect.was, effect.now
    status = now.opportunity.status
    if status != "open":
        if was.opportunity.status == status:
            page.line((f"The deal is {status}; `tas close {effect.id} open` reopens it.", UNKNOWN))
        return
    if _outcome(was) == _outcome(now):
        page.paragraph(*verdict(now.decision), (" As before.", DIM))
    else:
        page.paragraph(*verdict(was.decision), label=("Before:", DIM), indent=8)
        page.paragraph(*verdict(now.decision), label="Now:", indent=8)
    if now.chosen is not None:
        page.paragraph(choice(_without_reason(now.opportunity), now.decision))
    deciding = now.decision.deciding
    if deciding:
        first = [place(now.opportunity, each.criterion, each.party) for each in deciding[:_FIRST]]
        more = len(deciding) - len(first)
        page.paragraph(
            "Find out first: ", ", ".join(first), f" and {more} more" if more else "", "."
        )


def _outcome(advice: DealOnDay) -> tuple[object, ...]:
    decision = advice.decision
    return decision.recommended, decision.variation, decision.reachable


def _without_reason(opportunity: Opportunity) -> Opportunity:
    """Return the opportunity for a short account: why a strategy was chosen is told elsewhere."""
    chosen = opportunity.strategy and opportunity.strategy.model_copy(update={"reason": None})
    return opportunity.model_copy(update={"strategy": chosen})
