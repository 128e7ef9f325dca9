"""The sales process as text: what shows of a step, and what is claimed beside what is supported."""

from __future__ import annotations

from tas_cli.assess.process import Standing, StepState
from tas_cli.edits.process import Told
from tas_cli.method.catalogue import SalesStep
from tas_cli.views.page import DIM, MINUS, PLUS, STRONG, UNKNOWN, Part
from tas_cli.views.terminal.page import Page
from tas_cli.views.terminal.screen import Screen
from tas_cli.words import counted

_INDENT = 11
_STYLE = {"shown": PLUS, "unproven": UNKNOWN, "missing": MINUS}


def outcome_told(told: Told, screen: Screen) -> str:
    """Return what a change of an outcome made of its step, and of where the deal stands."""
    page = Page(screen)
    state = told.now.state(told.step)
    if state:
        step_state(page, state)
    _beside(page, told)
    _written(page, told)
    return page.text()


def step_told(told: Told, screen: Screen) -> str:
    """Return what a move to another step means: what lacks behind it, and what completes it."""
    page = Page(screen)
    before, now = (_name(each.working) for each in (told.was, told.now))
    moved = [(f"{before} → ", DIM), (now, STRONG)] if before != now else [now, (" as before", DIM)]
    days = f", for {counted(told.now.days, 'day')}" if told.now.days else ""
    page.paragraph(*moved, days, label="Step:", indent=_INDENT)
    if told.taken_back:
        titles = ", ".join(told.taken_back)
        page.paragraph(
            ("no longer begun or completed: ", DIM), titles, label="Reset:", indent=_INDENT
        )
    _beside(page, told)
    _lacking(page, told)
    _written(page, told)
    return page.text()


def step_shown(told: Told, screen: Screen) -> str:
    """Return where a deal stands, without a move: its step, what lacks, and the steps there are."""
    page = Page(screen)
    days = f", for {counted(told.now.days, 'day')}" if told.now.days else ""
    page.paragraph((_name(told.now.working), STRONG), days, label="Step:", indent=_INDENT)
    _beside(page, told)
    _lacking(page, told)
    steps = (f"{state.step.number} {state.step.key}" for state in told.now.states)
    page.paragraph((", ".join(steps), DIM), label=("Steps:", DIM), indent=_INDENT)
    return page.text()


def _lacking(page: Page, told: Told) -> None:
    """Say what is not shown of the steps that count as completed, and of the present one."""
    for state in told.now.gap:
        page.line((f"{state.step.title} counts as completed, and this is not shown:", UNKNOWN))
        outcomes(page, state, state.lacking)
    current = told.now.state(told.step)
    if current and current.lacking:
        page.line((f"What completes {current.step.title}:", STRONG))
        outcomes(page, current, current.lacking)


def step_state(page: Page, state: StepState) -> None:
    """Add a step with all its outcomes: shown, unproven or missing."""
    step = state.step
    page.paragraph((f"{step.number} {step.title}", STRONG), f": {step.milestone}")
    outcomes(page, state, tuple(outcome.key for outcome in step.outcomes))


def outcomes(page: Page, state: StepState, keys: tuple[str, ...]) -> None:
    """Add some outcomes of a step, with the day of those that are met."""
    for outcome in state.step.outcomes:
        if outcome.key not in keys:
            continue
        shows = state.of(outcome.key)
        met = state.record.outcomes.get(outcome.key) if shows != "missing" else None
        on = f" {met.date}" if met and met.date else ""
        doubt = state.doubted.get(outcome.key)
        on += f", not accepted in the debrief of {doubt}" if doubt else ""
        needed = ", needed in any case" if outcome.key in state.step.mandatory else ""
        page.paragraph(
            outcome.title,
            (f" {outcome.key}{on}{needed}", DIM),
            label=(f"  {shows}", _STYLE[shows]),
            indent=_INDENT,
        )


def _beside(page: Page, told: Told) -> None:
    """Say what is claimed, and beside it what the evidence supports."""
    was, now = told.was, told.now
    claimed, supported = _reached(now.claimed), _reached(now.supported)
    page.paragraph(*_changed(_reached(was.claimed), claimed), label="Claimed:", indent=_INDENT)
    page.paragraph(
        *_changed(_reached(was.supported), supported), label="Supported:", indent=_INDENT
    )
    verdict = _verdict(now)
    if verdict:
        page.paragraph((verdict, UNKNOWN if now.overclaimed else ""))


def _changed(before: str, now: str) -> list[Part]:
    return [now] if before == now else [(f"{before} → ", DIM), (now, STRONG)]


def _verdict(standing: Standing) -> str:
    if standing.overclaimed:
        return "More is claimed than the evidence shows."
    if standing.working and standing.complete(standing.working):
        if standing.reset:
            return (
                f"The debrief of {standing.reset} reset the deal to {standing.working.title}; the"
                " evidence in the file is older. Settle it in the next one: `tas debrief`."
            )
        return f"{standing.working.title} is complete by evidence: go on with `tas step`."
    return ""


def _name(step: SalesStep | None) -> str:
    return f"{step.number} {step.title}" if step else "none"


def _reached(step: SalesStep | None) -> str:
    return f"{step.title} ({step.milestone}, {step.probability} %)" if step else "no step yet"


def _written(page: Page, told: Told) -> None:
    file = told.written.file
    page.line(
        (f"Written: {file}" if told.written.changed else f"Nothing to change in {file}.", DIM)
    )
