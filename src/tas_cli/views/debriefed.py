"""The record of a debrief in words, for every kind of page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tas_cli.assess.actions import Numbered
from tas_cli.method.catalogue import SalesStep, debrief_communication
from tas_cli.model.debrief import Debrief
from tas_cli.views.briefing import Item, Section, follow_up, prepared

_MARKS = {"shown": "+", "not_shown": "-", "doubtful": "?"}
FOUND = {"shown": "shown", "not_shown": "not shown", "doubtful": "doubtful"}


def record(
    debrief: Debrief, actions: list[Numbered], steps: tuple[SalesStep, ...], day: date
) -> list[Section]:
    """Return the record of a debrief; `actions` are its corrective actions as of a day."""
    titles = {step.key: step.title for step in steps}
    named = {outcome.key: outcome.title for step in steps for outcome in step.outcomes}
    working = {key: title for step in steps for key, title in step.activities}
    outcomes = tuple(
        Item(f"{named.get(key, key)} ({FOUND[proof]})", _MARKS[proof])
        for key, proof in debrief.outcomes.items()
    )
    activity = working.get(debrief.activity or "", debrief.activity) or "not asked"
    ready = prepared(debrief.preparation) if debrief.preparation else ""
    return [
        Section("Last step completed", tuple(_claim(debrief, titles))),
        Section("Its outcomes", outcomes or (Item("None was asked for."),)),
        Section("Activity", (Item(activity),)),
        Section("Preparation", (Item(ready or "Nothing to show."),)),
        *_communication(debrief),
        Section("The step", (Item(decided(debrief, titles)),)),
        Section("Corrective actions", tuple(_agreed(actions, day))),
        Section("Verdict", (Item(debrief.verdict or "None in words."),)),
    ]


def _communication(debrief: Debrief) -> Iterator[Section]:
    """Yield what was said about it; debriefs from before it was asked for have nothing."""
    if debrief.communication:
        yield Section(debrief_communication().title, (Item(debrief.communication),))


def who(debrief: Debrief) -> str:
    """Return who held the debrief, and who was there."""
    by = f"by {debrief.by}" if debrief.by else "by nobody named"
    return f"{by}, with {', '.join(debrief.present)}" if debrief.present else by


def _claim(debrief: Debrief, titles: dict[str, str]) -> Iterator[Item]:
    claimed, supported = debrief.claimed or "", debrief.supported or ""
    over = claimed != supported
    yield Item(f"Claimed: {titles.get(claimed, claimed) or 'none'}")
    shown = titles.get(supported, supported) or "none"
    yield Item(f"Supported by evidence: {shown}", "!" if over else "")


def decided(debrief: Debrief, titles: dict[str, str]) -> str:
    """Return what became of the step."""
    if debrief.step is None:
        return "Neither confirmed nor reset."
    if debrief.step == "confirmed":
        return "Confirmed."
    to = titles.get(debrief.reset_to or "", debrief.reset_to or "")
    return f"Reset to {to}{f', because: {debrief.reason}' if debrief.reason else ''}"


def _agreed(actions: list[Numbered], day: date) -> Iterator[Item]:
    if not actions:
        yield Item("None.")
    for each in actions:
        yield follow_up(each, day)


def titled(debrief: Debrief | None) -> str:
    """Return the title of a record: when, and who was there."""
    return f"Debrief of {debrief.date}, {who(debrief)}" if debrief else "There is no debrief yet."
