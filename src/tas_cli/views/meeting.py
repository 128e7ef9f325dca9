"""A meeting in words: what each line means, and what saving it changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from tas_cli.assess.deal import DealOnDay
from tas_cli.edits.fields import Asked
from tas_cli.edits.meeting import Recorded
from tas_cli.edits.meeting_lines import Learned
from tas_cli.edits.rate import RatedCell
from tas_cli.method.catalogue import US, criteria_by_key
from tas_cli.model.opportunity import AgreedAction
from tas_cli.model.paths import value_at
from tas_cli.views.page import DIM, SIGN, SIGN_STYLE, STRONG, Part, bare
from tas_cli.views.verdict import verdict
from tas_cli.views.words import party_name
from tas_cli.words import counted


def meaning(found: Learned, was: DealOnDay) -> list[Part]:
    """Return what a line means, in a few words; `was` is the deal before the meeting."""
    parts: list[Part] = []
    for cell in found.cells:
        parts += _rated(cell, was)
    for action in found.actions:
        parts += _agreed(action)
    coming = [each for each in found.fields if each.field.startswith("next.")]
    if coming:
        parts += _coming(coming)
    else:
        parts += (part for each in found.fields for part in _field(each, was))
    for gone in found.dropped:
        parts += [f"{party_name(was.opportunity, gone.key)} out of the race"]
    return parts or [("note", DIM)]


def _rated(cell: RatedCell, was: DealOnDay) -> Iterator[Part]:
    criterion = criteria_by_key()[cell.criterion]
    before = was.card.cell(*cell.where)
    whose = "" if cell.party == US else f" {cell.party}"
    yield f"#{criterion.number} {criterion.short}{whose} "
    yield (SIGN[before.rating], SIGN_STYLE[before.rating]) if before.rated else ("new", DIM)
    yield " → "
    yield SIGN[cell.rating], SIGN_STYLE[cell.rating]


def _field(each: Asked, was: DealOnDay) -> Iterator[Part]:
    before = value_at(was.opportunity, each.path)
    yield f"{each.field} "
    yield f"{before} → " if before else "", DIM
    yield _value(each.meant), STRONG


def _coming(fields: Iterable[Asked]) -> Iterator[Part]:
    """Yield the next meeting: its day, the people, its purpose."""
    yield "next meeting", DIM
    for each in fields:
        if isinstance(each.meant, date):
            yield f" {each.meant:%a} {each.meant}", STRONG
        elif each.meant:
            yield f", {_value(each.meant)}"


def _value(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return "none" if value is None else str(value)


def _agreed(action: AgreedAction) -> Iterator[Part]:
    yield "action", DIM
    yield f" {action.owner}" if action.owner else ""
    yield f" by {action.due:%a} {action.due}" if action.due else ""


def saved(made: Recorded, was: DealOnDay, now: DealOnDay) -> list[str]:
    """Return what to print once a meeting is saved: its ratings, and the strategy."""
    counts = [counted(len(made.meeting.lines), "line")]
    if made.outcomes:
        counts.append(counted(len(made.outcomes), "outcome"))
    ratings = (bare(_rated(cell, was)) for cell in made.learned.cells)
    before, after = bare(verdict(was.decision)), bare(verdict(now.decision))
    return [
        f"Saved the meeting of {made.meeting.day}: {', '.join(counts)}.",
        *(f"  {each}" for each in ratings),
        f"{after} Unchanged." if before == after else f"Before: {before} Now: {after}",
    ]
