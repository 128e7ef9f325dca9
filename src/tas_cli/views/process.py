"""The sales process: the evidence for a step, and the claimed step next to the evidenced one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.process import Standing, StepState
from tas_cli.diagnostics import typeable
from tas_cli.edits.effect import Effect
from tas_cli.method.catalogue import Entry, SalesStep
from tas_cli.views.before_after import NONE, before_and_after
from tas_cli.views.changed import written_to
from tas_cli.views.page import (
    DIM,
    GAP,
    MINUS,
    PLUS,
    STRONG,
    UNKNOWN,
    Block,
    Hint,
    Item,
    Page,
    item,
    items,
    line,
    paragraph,
)
from tas_cli.views.words import SHOWS
from tas_cli.words import counted

_INDENT = 12
_STYLE = {"shown": PLUS, "unproven": UNKNOWN, "missing": MINUS}


def outcome_report(effect: Effect) -> Page:
    """Report a change to an outcome: its effect on the step and on the deal's standing."""
    state = effect.now.standing.state(effect.step)
    return (
        *(_step(effect.now, state) if state else ()),
        *_claimed_and_evidenced(effect),
        written_to(effect.written),
    )


def recorded(effect: Effect) -> Page:
    """Report what is recorded of the outcomes, step by step, and what is open."""
    now = effect.now.standing
    reached = now.states.index(now.current) + 1 if now.current else 0
    shown = [state for at, state in enumerate(now.states) if at < reached or state.met]
    rest = [state.step.title for state in now.states if state not in shown]
    name = typeable(effect.id)
    return (
        *(block for state in shown for block in (*_step(effect.now, state, evidence=True), GAP)),
        *_claimed_and_evidenced(effect),
        paragraph((f"Nothing recorded yet in {', '.join(rest)}." if rest else "", DIM)),
        GAP,
        Hint(f"Record: `tas outcome {name} OUTCOME --evidence TEXT`"),
        Hint(f"Take back: `tas outcome {name} OUTCOME --remove`"),
    )


def step_report(effect: Effect) -> Page:
    """Report a move to another step: what earlier steps lack, and what completes this one."""
    was, now = effect.was.standing, effect.now.standing
    moved = before_and_after(_name(was.working), _name(now.working))
    gone = _no_longer_claimed(was, now)
    note = (" (no longer marked as started or completed)", DIM)
    reset = item(", ".join(gone), note, mark="Reset:")
    lines = [item(*moved, _days(now), mark="Step:"), *([reset] if gone else [])]
    return (
        items(lines, _INDENT),
        *_claimed_and_evidenced(effect),
        *_lacking(effect),
        written_to(effect.written),
    )


def standing_report(effect: Effect) -> Page:
    """Report where a deal is, without a move: its step, what is missing, and all steps."""
    now = effect.now.standing
    steps = ", ".join(f"{state.step.number} {state.step.key}" for state in now.states)
    step = item((_name(now.working), STRONG), _days(now), _by_evidence(effect.now), mark="Step:")
    return (
        items([step], _INDENT),
        *_claimed_and_evidenced(effect),
        *_lacking(effect),
        items([item((steps, DIM), mark=("Steps:", DIM))], _INDENT),
    )


def _no_longer_claimed(was: Standing, now: Standing) -> list[str]:
    """Return the titles of the steps that are no longer claimed as begun or completed."""
    return [
        new.step.title
        for old, new in zip(was.states, now.states, strict=True)
        if (old.record.started and not new.record.started)
        or (old.record.completed and not new.record.completed)
    ]


def _days(standing: Standing) -> str:
    return f", for {counted(standing.days, 'day')}" if standing.days else ""


def _lacking(effect: Effect) -> Iterator[Block]:
    """Show what is not evidenced in the steps claimed as completed and in the current one."""
    now = effect.now.standing
    for state in now.gap:
        yield line(
            (
                f"Sales step {state.step.title} is claimed, but these outcomes lack evidence:",
                UNKNOWN,
            )
        )
        yield _outcomes(effect.now, state, state.lacking)
    current = now.state(effect.step)
    if current and current.lacking:
        yield line((f"To complete sales step {current.step.title}:", STRONG))
        yield _outcomes(effect.now, current, current.lacking)


def _step(deal: DealOnDay, state: StepState, *, evidence: bool = False) -> tuple[Block, ...]:
    """Return a step with all its outcomes: evidenced, unproven or missing."""
    step = state.step
    return (
        paragraph((f"{step.number} {step.title}", STRONG), f": {step.milestone}"),
        _outcomes(deal, state, [outcome.key for outcome in step.outcomes], evidence=evidence),
    )


def _outcomes(
    deal: DealOnDay, state: StepState, keys: Iterable[str], *, evidence: bool = False
) -> Block:
    """Return some outcomes of a step; those that are met with their day, perhaps evidence."""
    shown = [each for each in state.step.outcomes if each.key in keys]
    return items((_outcome(deal, state, each, evidence=evidence) for each in shown), _INDENT)


def _evidence(deal: DealOnDay, state: StepState, key: str) -> Iterator[str]:
    """Yield the evidence of an outcome, each piece in a line."""
    met = state.record.outcomes.get(key) if key in state.met else None
    for entry in met.evidence if met else ():
        source = ", ".join(filter(None, (str(entry.when or ""), deal.speakers.shown(entry.who))))
        yield ": ".join(filter(None, (source, entry.what or entry.link)))


def _outcome(deal: DealOnDay, state: StepState, outcome: Entry, *, evidence: bool) -> Item:
    shows = state.of(outcome.key)
    met = state.record.outcomes.get(outcome.key) if shows != "missing" else None
    on = f" {met.date}" if met and met.date else ""
    doubt = state.doubted.get(outcome.key)
    doubted = f", rejected in the debrief on {doubt}" if doubt else ""
    needed = ", mandatory" if outcome.key in state.step.mandatory else ""
    facts = f" {outcome.key}{on}{doubted}{needed}"
    below = tuple(_evidence(deal, state, outcome.key) if evidence else ())
    return item(outcome.title, (facts, DIM), mark=(f"  {SHOWS[shows]}", _STYLE[shows]), below=below)


def _claimed_and_evidenced(effect: Effect) -> tuple[Block, ...]:
    """Show the claimed step next to the evidenced one."""
    was, now = effect.was.standing, effect.now.standing
    claimed = before_and_after(_reached(was.claimed), _reached(now.claimed), same="")
    supported = before_and_after(_reached(was.supported), _reached(now.supported), same="")
    return (
        items([item(*claimed, mark="Claimed:"), item(*supported, mark="Evidenced:")], _INDENT),
        paragraph((_verdict(now, effect.id), UNKNOWN if now.overclaimed else "")),
    )


def _verdict(standing: Standing, name: str) -> str:
    working = standing.working
    if standing.overclaimed:
        return "You claim more than the evidence shows."
    if working is None or not standing.complete(working):
        return ""
    if standing.reset:
        return (
            f"The debrief on {standing.reset} reset the deal to sales step {working.title}, and the"
            f" evidence is older than that. Clear it up in the next debrief: `tas debrief {name}`"
        )
    following = standing.after(working)
    onward = f" Next: `tas step {name} {following.step.key}`" if following else ""
    return f"Sales step {working.title} is fully evidenced.{onward}"


def _by_evidence(deal: DealOnDay) -> str:
    """Return the step that the evidence points to, if the file has outcomes and names no step."""
    current = deal.standing.current
    if deal.opportunity.process is None or deal.standing.working or current is None:
        return ""
    return f"; by evidence in {_name(current.step)}"


def _name(step: SalesStep | None) -> str:
    return f"{step.number} {step.title}" if step else NONE


def _reached(step: SalesStep | None) -> str:
    return f"{step.title} ({step.milestone}, {step.probability}%)" if step else "no step yet"
