"""Default answers taken from the file, and the step that they suggest. Pure."""

from __future__ import annotations

from typing import NamedTuple

from tas_cli.assess.briefing import Briefing
from tas_cli.assess.plan import next_tactic
from tas_cli.assess.process import StepState
from tas_cli.debrief.answers import NOTHING_PREPARED, Answers, claim_of, shown_outcomes
from tas_cli.model.process import Preparation
from tas_cli.model.scalars import StepVerdict
from tas_cli.words import counted, spelled


class Activity(NamedTuple):
    """An activity of the current step and, if the file records it, its progress."""

    key: str
    title: str
    status: str | None


class Suggestion(NamedTuple):
    """What the answers suggest for the step: confirm it, or reset it to an earlier one."""

    step: StepVerdict
    reset_to: str | None
    why: str


def advised(brief: Briefing, advice: Suggestion) -> str:
    """Return a suggestion in words: confirm, or reset to a step."""
    titles = {step.key: step.title for step in brief.process}
    return f"reset to {titles[advice.reset_to]}" if advice.reset_to else "confirm"


def opening(brief: Briefing, by: str | None, present: list[str]) -> Answers:
    """Return the answers to start with: the claim in the file, and who is present."""
    return Answers(claimed=claim_of(brief), by=by, present=present)


def current(brief: Briefing, answers: Answers) -> StepState | None:
    """Return the step that the claim implies is being worked on: the one after it."""
    return brief.after(answers.claimed)


def activities(brief: Briefing, answers: Answers) -> tuple[Activity, ...]:
    """Return the activities of the current step: the method's, then the company's own."""
    state = current(brief, answers)
    if state is None:
        return ()
    titles = dict(state.step.activities)
    titles |= {key: f"{spelled(key)}." for key in state.record.activities if key not in titles}
    records = state.record.activities
    return tuple(
        Activity(key, title, records[key].status if key in records else None)
        for key, title in titles.items()
    )


def activity(brief: Briefing, answers: Answers) -> str | None:
    """Return the activity under way, else the next tactic, else the first activity planned.

    A tactic is proposed in its own words. Without any of these, return None.
    """
    listed, tactic = activities(brief, answers), next_tactic(brief.opportunity)
    begun, planned = (
        next((each.key for each in listed if each.status == how), None)
        for how in ("under_way", "planned")
    )
    return begun or (tactic.tactic.what if tactic else planned)


def preparation(brief: Briefing, answers: Answers) -> Preparation:
    """Return what the file says was prepared for the activity, or what the tactic takes."""
    state = current(brief, answers)
    record = state.record.activities.get(answers.activity or "") if state else None
    found = (record.preparation if record else None) or NOTHING_PREPARED
    tactic = next_tactic(brief.opportunity)
    if found == NOTHING_PREPARED and tactic and tactic.tactic.what == answers.activity:
        return Preparation(what=tactic.tactic.resources)
    return found


def suggestion(brief: Briefing, answers: Answers) -> Suggestion:
    """Return what to do with the step: reset it if a claimed step is not complete.

    The claimed step itself is judged by the answers, the steps before it by their evidence.
    """
    claimed = brief.state(answers.claimed)
    number = claimed.step.number if claimed else 0
    for state in brief.standing.states[:number]:
        shown = shown_outcomes(answers, brief) if state is claimed else state.shown
        if not state.enough(shown):
            lacking = len(state.step.outcomes) - len(shown)
            were = "was" if lacking == 1 else "were"
            why = f"{counted(lacking, 'outcome')} of {state.step.title} {were} not shown"
            return Suggestion("reset", state.step.key, why)
    after = brief.after(answers.claimed)
    if answers.claimed != claim_of(brief) and after is not None:
        return Suggestion("reset", after.step.key, "the file claims another step")
    return Suggestion(
        "confirmed", None, "its outcomes are shown" if claimed else "no step is claimed"
    )
