"""`tas debrief --last`: the record of a debrief, and the report of one that was saved."""

from __future__ import annotations

from tas_cli.assess.actions import Numbered
from tas_cli.assess.deal import DealOnDay
from tas_cli.edits.debrief import Held
from tas_cli.method.catalogue import SalesStep, debrief_communication
from tas_cli.model.base import FileModel
from tas_cli.model.debrief import Debrief
from tas_cli.views.briefing import follow_up, part, point, prepared
from tas_cli.views.head import head
from tas_cli.views.page import DIM, GAP, STRONG, Item, Page, Section, line, paragraph
from tas_cli.words import counted
from tas_cli.writing import Written

_MARKS = {"shown": "+", "not_shown": "-", "doubtful": "?"}
FOUND = {"shown": "shown", "not_shown": "not shown", "doubtful": "doubtful"}


def record(name: str, deal: DealOnDay, debrief: Debrief | None, actions: list[Numbered]) -> Page:
    """Return the page about a deal's latest debrief; `actions` are its action items."""
    if debrief is None:
        how = f" Hold one: `tas debrief {name}`"
        return (*head(name, deal), GAP, paragraph(("No debrief (deal review) yet.", STRONG), how))
    title = f"Debrief (deal review) of {debrief.date}, {who(debrief)}"
    parts = _parts(debrief, actions, deal)
    return (*head(name, deal), GAP, paragraph((title, STRONG)), *parts)


def _parts(debrief: Debrief, actions: list[Numbered], deal: DealOnDay) -> list[Section]:
    titles = {step.key: step.title for step in deal.process}
    working = {key: title for step in deal.process for key, title in step.activities}
    ready = prepared(debrief.preparation) if debrief.preparation else ""
    activity = working.get(debrief.activity or "", debrief.activity)
    agreed = (follow_up(each, deal.day) for each in actions)
    spoken = [point(debrief.communication)] if debrief.communication else []
    return [
        part("Last step completed", _claim(debrief, titles)),
        part("Outcomes", _outcomes(debrief, deal.process), "None reviewed."),
        part("Activity", [point(activity or "Not discussed.")]),
        part("Preparation", [point(ready or "None shown.")]),
        part(debrief_communication().title, spoken),  # older debriefs have none
        part("Decision on the sales step", [point(decided(debrief, titles))]),
        part("Action items", agreed, "None."),
        part("Verdict", [point(debrief.verdict or "None written.")]),
    ]


def _outcomes(debrief: Debrief, steps: tuple[SalesStep, ...]) -> list[Item]:
    named = {outcome.key: outcome.title for step in steps for outcome in step.outcomes}
    return [
        point(f"{named.get(key, key)} ({FOUND[proof]})", _MARKS[proof])
        for key, proof in debrief.outcomes.items()
    ]


def who(debrief: Debrief) -> str:
    """Return who led the debrief and who attended."""
    by = f"by {debrief.by}" if debrief.by else "leader not recorded"
    return f"{by}, with {', '.join(debrief.present)}" if debrief.present else by


def _claim(debrief: Debrief, titles: dict[str, str]) -> list[Item]:
    claimed, supported = debrief.claimed or "", debrief.supported or ""
    shown = titles.get(supported, supported) or "none"
    return [
        point(f"Claimed: {titles.get(claimed, claimed) or 'none'}"),
        point(f"Evidenced: {shown}", "" if claimed == supported else "!"),
    ]


def decided(debrief: Debrief, titles: dict[str, str]) -> str:
    """Return what was decided about the step."""
    if debrief.step is None:
        return "Neither confirmed nor reset."
    if debrief.step == "confirmed":
        return "Confirmed."
    to = titles.get(debrief.reset_to or "", debrief.reset_to or "")
    return f"Reset to sales step {to}.{f' Reason: {debrief.reason}' if debrief.reason else ''}"


def saved(held: Held, written: Written[FileModel]) -> Page:
    """Report a debrief that was saved."""
    return (
        paragraph(f"Debrief on {held.entry.date}: {in_brief(held)}."),
        line((f"Saved {written.file}", DIM)),
    )


def in_brief(held: Held) -> str:
    """Return the result of a debrief in one line."""
    entry = held.entry
    titles = {step.key: step.title for step in held.process}
    back = titles.get(entry.reset_to or "", entry.reset_to)
    facts = (
        "step confirmed" if entry.step == "confirmed" else f"reset to sales step {back}",
        counted(len(entry.actions), "new action item") if entry.actions else "",
        f"{counted(len(held.done), 'earlier action item')} done" if held.done else "",
    )
    return ", ".join(filter(None, facts))
