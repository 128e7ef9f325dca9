"""The sales process: what is shown of a step, and what is claimed beside what is supported."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tas_cli.assess.process import Standing, StepState
from tas_cli.edits.process import Told
from tas_cli.method.catalogue import Entry, SalesStep
from tas_cli.views.changed import before_and_after, written_to
from tas_cli.views.page import (
    DIM,
    MINUS,
    PLUS,
    STRONG,
    UNKNOWN,
    Block,
    Item,
    Page,
    item,
    items,
    line,
    paragraph,
)
from tas_cli.words import counted

_INDENT = 11
_STYLE = {"shown": PLUS, "unproven": UNKNOWN, "missing": MINUS}


def outcome_told(told: Told) -> Page:
    """Return what a change of an outcome made of its step, and of where the deal stands."""
    state = told.now.state(told.step)
    return (
        *(_step(state) if state else ()),
        *_beside(told),
        written_to(told.written),
    )


def step_told(told: Told) -> Page:
    """Return what a move to another step means: what lacks behind it, and what completes it."""
    moved = before_and_after(_name(told.was.working), _name(told.now.working))
    reset = item(("no longer begun or completed: ", DIM), ", ".join(told.taken_back), mark="Reset:")
    lines = [item(*moved, _days(told.now), mark="Step:"), *([reset] if told.taken_back else [])]
    return (
        items(lines, _INDENT),
        *_beside(told),
        *_lacking(told),
        written_to(told.written),
    )


def step_shown(told: Told) -> Page:
    """Return where a deal stands, without a move: its step, what lacks, and the steps there are."""
    steps = ", ".join(f"{state.step.number} {state.step.key}" for state in told.now.states)
    step = item((_name(told.now.working), STRONG), _days(told.now), mark="Step:")
    return (
        items([step], _INDENT),
        *_beside(told),
        *_lacking(told),
        items([item((steps, DIM), mark=("Steps:", DIM))], _INDENT),
    )


def _days(standing: Standing) -> str:
    return f", for {counted(standing.days, 'day')}" if standing.days else ""


def _lacking(told: Told) -> Iterator[Block]:
    """Say what is not shown of the steps that count as completed, and of the present one."""
    for state in told.now.gap:
        yield line((f"{state.step.title} counts as completed, and this is not shown:", UNKNOWN))
        yield _outcomes(state, state.lacking)
    current = told.now.state(told.step)
    if current and current.lacking:
        yield line((f"What completes {current.step.title}:", STRONG))
        yield _outcomes(current, current.lacking)


def _step(state: StepState) -> tuple[Block, ...]:
    """Return a step with all its outcomes: shown, unproven or missing."""
    step = state.step
    return (
        paragraph((f"{step.number} {step.title}", STRONG), f": {step.milestone}"),
        _outcomes(state, [outcome.key for outcome in step.outcomes]),
    )


def _outcomes(state: StepState, keys: Iterable[str]) -> Block:
    """Return some outcomes of a step, with the day of those that are met."""
    found = (_outcome(state, each) for each in state.step.outcomes if each.key in keys)
    return items(found, _INDENT)


def _outcome(state: StepState, outcome: Entry) -> Item:
    shows = state.of(outcome.key)
    met = state.record.outcomes.get(outcome.key) if shows != "missing" else None
    on = f" {met.date}" if met and met.date else ""
    doubt = state.doubted.get(outcome.key)
    doubted = f", not accepted in the debrief of {doubt}" if doubt else ""
    needed = ", needed in any case" if outcome.key in state.step.mandatory else ""
    facts = f" {outcome.key}{on}{doubted}{needed}"
    return item(outcome.title, (facts, DIM), mark=(f"  {shows}", _STYLE[shows]))


def _beside(told: Told) -> tuple[Block, ...]:
    """Say what is claimed, and beside it what the evidence supports."""
    was, now = told.was, told.now
    claimed = before_and_after(_reached(was.claimed), _reached(now.claimed), same="")
    supported = before_and_after(_reached(was.supported), _reached(now.supported), same="")
    return (
        items([item(*claimed, mark="Claimed:"), item(*supported, mark="Supported:")], _INDENT),
        paragraph((_verdict(now), UNKNOWN if now.overclaimed else "")),
    )


def _verdict(standing: Standing) -> str:
    working = standing.working
    if standing.overclaimed:
        return "More is claimed than the evidence shows."
    if working is None or not standing.complete(working):
        return ""
    if standing.reset:
        return (
            f"The debrief of {standing.reset} reset the deal to {working.title}; the evidence in"
            " the file is older. Settle it in the next one: `tas debrief`."
        )
    return f"{working.title} is complete by evidence: go on with `tas step`."


def _name(step: SalesStep | None) -> str:
    return f"{step.number} {step.title}" if step else "none"


def _reached(step: SalesStep | None) -> str:
    return f"{step.title} ({step.milestone}, {step.probability} %)" if step else "no step yet"
