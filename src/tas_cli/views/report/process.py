"""The sales process on a page: how far by evidence, as a track, and each outcome with evidence."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tas_cli.assess.process import StepState
from tas_cli.assess.sheet import Sheet
from tas_cli.method.catalogue import Entry, SalesStep
from tas_cli.views.evidence import said
from tas_cli.views.page import (
    DIM,
    MINUS,
    STRONG,
    UNKNOWN,
    Block,
    Column,
    Figure,
    Link,
    Part,
    Section,
    Table,
    Words,
    cells,
    paragraph,
)
from tas_cli.views.svg.steps import steps
from tas_cli.views.words import SHOWS
from tas_cli.words import counted, enumerated


def process(_: str, sheet: Sheet) -> Iterator[Block]:
    """Yield where a deal is, the steps as a track, and the outcomes of those it has reached."""
    if sheet.opportunity.process is None:
        return
    yield paragraph(*_verdict(sheet))
    yield Figure("The sales process", partial(steps, sheet), _figures(sheet))
    shown = _reached_or_met(sheet)
    rows = (_outcome(each, state, sheet) for state in shown for each in state.step.outcomes)
    columns = (Column("Step", right=True), Column("Outcome"), Column("Evidence"))
    yield Section("Outcomes", (Table(columns, tuple(rows)),))
    rest = [state.step.title for state in sheet.standing.states if state not in shown]
    yield paragraph((f"Nothing recorded yet in {enumerated(rest)}." if rest else "", DIM))


def _reached_or_met(sheet: Sheet) -> list[StepState]:
    """Return the steps up to the one to work on, and later ones with an outcome that is met."""
    now = sheet.standing
    reached = now.states.index(now.current) + 1 if now.current else len(now.states)
    return [state for at, state in enumerate(now.states) if at < reached or state.met]


def _verdict(sheet: Sheet) -> Iterator[Part]:
    """Yield how far the deal is by evidence, how far as claimed, and where it is today."""
    now = sheet.standing
    if now.supported:
        yield f"{_reached(now.supported)}, by evidence.", STRONG
    else:
        yield "No sales step is backed by evidence yet.", STRONG
    if now.overclaimed and now.claimed:
        lacking = sum(len(state.lacking) for state in now.gap)
        without = counted(lacking, "outcome lacks", "outcomes lack")
        yield f" Claimed through {now.claimed.title}, where {without} evidence.", UNKNOWN
    if sheet.open and now.working and now.days_ahead is not None:
        yield f" The steps ahead usually take {counted(now.days_ahead, 'more day', 'more days')}."


def _reached(step: SalesStep) -> str:
    return f"{step.title} complete ({step.milestone}, {step.probability}%)"


def _figures(sheet: Sheet) -> Table:
    """Return what the drawing shows: a row for each step."""
    heads = ("Step", "Milestone", "Probability", *map(str.capitalize, SHOWS.values()))
    columns = tuple(Column(head, right=at > 1) for at, head in enumerate(heads))
    ends = Column("Usual days", right=True), Column("Days so far", right=True), Column("State")
    return Table((*columns, *ends), tuple(_figure(each, sheet) for each in sheet.standing.states))


def _figure(state: StepState, sheet: Sheet) -> tuple[Words, ...]:
    step, now = state.step, sheet.standing
    here = sheet.open and now.current is state
    days = str(now.days) if here and now.days is not None else ""
    kinds = [str(len(found)) for found in (state.shown, state.unproven, state.missing)]
    facts = (f"{step.number} {step.title}", step.milestone, f"{step.probability}%", *kinds)
    return cells(*facts, str(step.days), days, _where(state, sheet, here=here))


def _where(state: StepState, sheet: Sheet, *, here: bool) -> str:
    """Return whether a step is complete, claimed, or the one being worked on."""
    claimed = sheet.standing.claimed
    if sheet.standing.complete(state.step):
        return "complete"
    if claimed and claimed.number >= state.step.number:
        return "claimed"
    return "here" if here else ""


def _outcome(outcome: Entry, state: StepState, sheet: Sheet) -> tuple[Words, ...]:
    """Return an outcome with who said so on which day, or that there is no evidence."""
    doubt = state.doubted.get(outcome.key)
    needed: tuple[Part, ...] = ((" mandatory", DIM),) if outcome.key in state.step.mandatory else ()
    rejected = (f" Rejected in the debrief on {doubt}.", UNKNOWN) if doubt else ""
    words = (*_evidence(state, outcome.key, sheet), rejected)
    return ((str(state.step.number), DIM),), (outcome.title, *needed), words


def _evidence(state: StepState, outcome: str, sheet: Sheet) -> Iterator[Part]:
    met = state.record.outcomes.get(outcome) if outcome in state.met else None
    if met is None:
        yield "missing", MINUS
    elif not met.evidence:
        yield f"claimed{f' on {met.date}' if met.date else ''}, without evidence", UNKNOWN
    for at, entry in enumerate(met.evidence if met else ()):
        yield "; " if at else ""
        yield said(entry, sheet)
        yield from (" ", Link(entry.link, "", entry.link)) if entry.link else ()
