"""What changed in a deal between two states, as `tas show --since` prints it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from tas_cli.assess.actions import Numbered
from tas_cli.assess.changes import RatingChange
from tas_cli.assess.difference import Difference, Outcome
from tas_cli.assess.record_changes import RecordChange
from tas_cli.assess.said import Said
from tas_cli.assess.scorecard import cell_name
from tas_cli.model.note import Note
from tas_cli.model.opportunity import Opportunity
from tas_cli.views.before_after import field_words, fields_changed, ratings_changed, verdicts
from tas_cli.views.evidence import said
from tas_cli.views.head import head
from tas_cli.views.page import (
    DIM,
    GAP,
    SIGN,
    SIGN_STYLE,
    STRONG,
    Item,
    Page,
    Paragraph,
    Section,
    item,
    items,
    line,
    paragraph,
    section,
)
from tas_cli.views.verdict import choice
from tas_cli.views.words import ago, short_name
from tas_cli.words import some

_NAMED = 6
"""How many ratings are named as the reason for another strategy."""


def difference(name: str, found: Difference, since: date) -> Page:
    """Return what changed in a deal from `since` on, that day included: strategy first."""
    deal = found.after
    days = (deal.day - since).days
    return (
        *head(name, deal),
        GAP,
        paragraph((f"Changes since {since} ({ago(days)})", STRONG)),
        *([line("Nothing changed.")] if found.empty else []),
        *([line("New: this deal did not exist before that day.")] if found.new else []),
        _strategy(found),
        section("Fields", fields_changed(found.fields)),
        section("Ratings", ratings_changed(found.ratings, deal.opportunity)),
        unsupported(found),
        _listed("Outcomes met", (outcome(each, found) for each in found.met)),
        _listed("Outcomes not met any more", (outcome(each, found) for each in found.unmet)),
        _listed("Outcomes with evidence now", (outcome(each, found) for each in found.evidenced)),
        _listed("Outcomes without evidence now", (outcome(e, found) for e in found.unevidenced)),
        _listed("New evidence", (said_of(each, found) for each in _by_day(found.added))),
        _listed("Evidence removed", (said_of(each, found) for each in _by_day(found.removed))),
        _listed("Action items agreed", map(action, found.agreed)),
        _listed("Action items done", map(action, found.done)),
        _listed("Action items not done any more", map(action, found.reopened)),
        _listed("Action items removed", map(action, found.dropped)),
        _listed("Debriefs", (item(str(each)) for each in found.debriefs)),
        _listed("Debriefs removed", (item(str(each)) for each in found.debriefs_removed)),
        _listed("Notes", map(note, found.notes)),
        _listed("Notes removed", map(note, found.notes_removed)),
        _listed("Other records", map(record, found.other_records)),
    )


def _strategy(found: Difference) -> Section:
    if not found.strategy_changed:
        return section("Strategy", verdicts(found.before, found.after))
    opportunity, decision = found.after.opportunity, found.after.decision
    names = [turn(each, opportunity) for each in found.turning]
    return section(
        "Strategy",
        verdicts(found.before, found.after),
        paragraph(f"Because of {some(names, _NAMED)}." if names else ""),
        paragraph(choice(opportunity, decision)),
    )


def turn(change: RatingChange, opportunity: Opportunity) -> str:
    """Return a rating that made a difference: #5 Compelling event (+ → –)."""
    name = cell_name(opportunity, change.criterion, change.party)
    return f"{name} ({SIGN[change.before]} → {SIGN[change.after]})"


def unsupported(found: Difference) -> Paragraph:
    """Return which of our ratings turned around, although nothing was heard that says so."""
    names = [
        short_name(found.after.opportunity, each.criterion, each.party)
        for each in found.unsupported
    ]
    return paragraph(f"Reversed without new evidence: {', '.join(names)}." if names else "")


def _listed(title: str, found: Iterable[Item]) -> Section:
    return section(title, items(found, 2, "•"))


def _by_day(found: Iterable[Said]) -> list[Said]:
    return sorted(found, key=lambda each: each.day)


def said_of(each: Said, found: Difference) -> Item:
    """Return a piece of evidence with its cell."""
    name = cell_name(found.after.opportunity, each.criterion, each.party)
    return item((SIGN[each.rating], SIGN_STYLE[each.rating]), f" {name}: {said(each.entry)}")


def outcome(each: Outcome, found: Difference) -> Item:
    """Return an outcome of a sales step."""
    states = {state.step.key: state.step for state in found.after.standing.states}
    step = states.get(each.step)
    titles = dict(step.outcomes) if step else {}
    return item(titles.get(each.outcome, each.outcome), (f" ({step.title})" if step else "", DIM))


def action(each: Numbered) -> Item:
    """Return an action item: its number, whose it is, until when."""
    action = each.action
    facts = (action.owner or "", f"due {action.due}" if action.due and not action.done else "")
    words = ", ".join(filter(None, facts))
    return item(f"{each.number} {action.what}", (f" ({words})" if words else "", DIM))


def record(each: RecordChange) -> Item:
    """Return a record that was added, removed or changed, with what changed in it."""
    name = f"{each.noun.one}: {each.words}"
    if not each.changed:
        return item(f"{'New' if each.after else 'Removed'} {name}")
    fields = (
        f"{field.field}: {field_words(field.before)} → {field_words(field.after)}"
        for field in each.fields
    )
    return item(f"Changed {name}", (f" ({', '.join(fields)})", DIM))


def note(each: Note) -> Item:
    """Return a note: its day, who wrote it, its text."""
    return item(f"{each.date}{f', {each.by}' if each.by else ''}: {each.text}")
