"""What changed in a deal between two states, as a list: what it means first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import islice

from tas_cli.assess.actions import Numbered
from tas_cli.assess.changes import FieldChange, RatingChange
from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.difference import Difference, Outcome
from tas_cli.assess.record_changes import RecordChange
from tas_cli.assess.said import Said
from tas_cli.assess.scorecard import cell_name
from tas_cli.model.note import Note
from tas_cli.model.opportunity import Opportunity
from tas_cli.strategy.decision import Decision
from tas_cli.views.before_after import before_and_after, field_words
from tas_cli.views.evidence import said
from tas_cli.views.page import (
    DIM,
    SIGN,
    SIGN_STYLE,
    STRONG,
    Item,
    Part,
    item,
)
from tas_cli.views.verdict import candidates, titled
from tas_cli.views.words import amount, short_name
from tas_cli.words import counted, some, spelled

_CHALLENGE = "challenge."
_NAMED = 6
"""How many ratings are named as the reason for another strategy."""


def changes(found: Difference) -> Iterator[Item]:
    """Yield what changed: what it means first, then what was learned, then everything else."""
    if found.new:
        yield item("New deal.")
    if found.strategy_changed:
        yield from _strategy(found)
    for field in found.fields:
        if not field.field.startswith(_CHALLENGE):
            yield item(f"{_label(field.field)}: ", *_values(field, found))
    yield from _challenges(found)
    fresh = list(found.added)
    unknown = [each for each in found.ratings if each.first and each.after == "?"]
    gone = [each for each in found.ratings if each.gone]
    for change in found.ratings:
        if change in unknown or change.gone:
            continue
        rated = (*_cell(change), change.after)
        own = [each for each in fresh if each[:3] == rated]
        yield _rating(change, own, found)
        fresh = [each for each in fresh if each not in own]
    cells = (
        ("Rated ? for the first time", map(_cell, unknown)),
        ("Not rated any more", map(_cell, gone)),
        ("Still true", found.confirmed),
        ("Not confirmed any more", found.unconfirmed),
    )
    for words, keys in cells:
        names = [short_name(_knowing(found, key[1]), *key) for key in keys]
        yield from [item(f"{words}: {', '.join(names)}")] if names else []
    for each in fresh:
        yield item("Evidence: ", *_said_of(each, found).words)
    for each in found.removed:
        yield item("Evidence removed: ", *_said_of(each, found).words)
    yield from _rest(found)


def _challenges(found: Difference) -> Iterator[Item]:
    """Yield the scores of the plan that changed: an item for the team, and one for the spoiler."""
    scores = [each for each in found.fields if each.field.startswith(_CHALLENGE)]
    for role in dict.fromkeys(each.field.split(".")[1] for each in scores):
        begins = f"{_CHALLENGE}{role}."
        named = ((each.field.removeprefix(begins), each) for each in scores)
        given = [
            (f"{_label(name).lower()} ", *_values(each, found))
            for name, each in named
            if name != each.field
        ]
        words = (part for each in given for part in (", ", *each))
        yield item(f"Challenge by the {role}: ", *islice(words, 1, None))


def _values(field: FieldChange, found: Difference) -> tuple[Part, ...]:
    """Return a field before and after: money with its currency, and by how long a day moved."""
    was, now = field.before, field.after
    if isinstance(was, Decimal) or isinstance(now, Decimal):
        was, now = (
            amount(value, deal.currency)
            for value, deal in ((was, found.before), (now, found.after))
        )
    words = before_and_after(field_words(was), field_words(now))
    if not (isinstance(was, date) and isinstance(now, date)):
        return words
    days = (now - was).days
    moved = f" ({counted(abs(days), 'day')} {'later' if days > 0 else 'earlier'})"
    return (*words, (moved, DIM))


def _label(field: str) -> str:
    """Return a field's key in words: Expected close, Competitor x-sys."""
    named = field.removeprefix("process.").replace("competitors.", "competitor ")
    return spelled(named.replace(".", " "))


def _cell(of: RatingChange) -> tuple[str, str]:
    return of.criterion, of.party


def _knowing(found: Difference, party: str) -> Opportunity:
    """Return the state that knows a party's name: the one before if it is gone."""
    after, before = found.after.opportunity, found.before.opportunity
    gone = party in before.competitors and party not in after.competitors
    return before if gone else after


def _strategy(found: Difference) -> Iterator[Item]:
    """Yield another strategy recommended, with the ratings that did it, and another one chosen."""
    was, now = _recommended(found.before.decision), _recommended(found.after.decision)
    if was != now:
        names = [_turn(each, found.after.opportunity) for each in found.turning]
        because = f", because of {some(names, _NAMED)}" if names and not found.new else ""
        before: tuple[Part, ...] = () if found.new else ((was, DIM), " → ")
        yield item("Strategy: ", *before, (now, STRONG), because)
    chosen, choice = _chosen(found.before), _chosen(found.after)
    if chosen != choice:
        yield item("Chosen: ", *before_and_after(chosen, choice))


def _recommended(decision: Decision) -> str:
    if decision.recommended is None:
        return f"undecided between {candidates(decision)}"
    return titled(decision.recommended, decision.variation)


def _chosen(deal: DealOnDay) -> str:
    choice = deal.opportunity.strategy
    if choice is None or choice.chosen is None:
        return "none"
    reason = f": {choice.reason}" if choice.reason else ""
    return f"{titled(choice.chosen, choice.variation)}{reason}"


def _rating(change: RatingChange, evidence: Sequence[Said], found: Difference) -> Item:
    """Return a rating that changed, with the evidence that came with it."""
    before: Part = ("new", DIM) if change.first else SIGN[change.before]
    name = cell_name(found.after.opportunity, change.criterion, change.party)
    after = (SIGN[change.after], SIGN_STYLE[change.after])
    doubt: Part = (" without new evidence", DIM) if found.reversed(change) else ""
    below = [said(each.entry, found.after) for each in evidence]
    return item(name, " ", before, " → ", after, doubt, below=below)


def _rest(found: Difference) -> Iterator[Item]:
    """Yield what the buyer did, and what was agreed, done, reviewed and noted."""
    listed: tuple[tuple[str, Iterable[Item]], ...] = (
        ("Outcome", (_outcome(each, found) for each in found.met)),
        ("Outcome not met any more", (_outcome(each, found) for each in found.unmet)),
        ("Outcome with evidence now", (_outcome(each, found) for each in found.evidenced)),
        ("Outcome without evidence now", (_outcome(each, found) for each in found.unevidenced)),
        ("Action item", map(_action, found.agreed)),
        ("Done", map(_action, found.done)),
        ("Not done any more", map(_action, found.reopened)),
        ("Action item removed", map(_action, found.dropped)),
        ("Debrief", (item(str(day)) for day in found.debriefs)),
        ("Debrief removed", (item(str(day)) for day in found.debriefs_removed)),
        ("Note", map(_note, found.notes)),
        ("Note removed", map(_note, found.notes_removed)),
    )
    for title, each in listed:
        yield from (item(f"{title}: ", *one.words) for one in each)
    yield from map(_record, found.other_records)


def _turn(change: RatingChange, opportunity: Opportunity) -> str:
    """Return a rating that made a difference: #5 Compelling event (+ → –)."""
    name = cell_name(opportunity, change.criterion, change.party)
    return f"{name} ({SIGN[change.before]} → {SIGN[change.after]})"


def _said_of(each: Said, found: Difference) -> Item:
    """Return a piece of evidence with its cell."""
    name = cell_name(_knowing(found, each.party), each.criterion, each.party)
    return item(
        (SIGN[each.rating], SIGN_STYLE[each.rating]), f" {name}: {said(each.entry, found.after)}"
    )


def _outcome(each: Outcome, found: Difference) -> Item:
    """Return an outcome of a sales step."""
    states = {state.step.key: state.step for state in found.after.standing.states}
    step = states.get(each.step)
    titles = dict(step.outcomes) if step else {}
    return item(titles.get(each.outcome, each.outcome), (f" ({step.title})" if step else "", DIM))


def _action(each: Numbered) -> Item:
    """Return an action item: its number, whose it is, until when."""
    action = each.action
    facts = (action.owner or "", f"due {action.due}" if action.due and not action.done else "")
    words = ", ".join(filter(None, facts))
    return item(f"{each.number} {action.what}", (f" ({words})" if words else "", DIM))


def _note(each: Note) -> Item:
    """Return a note: its day, who wrote it, its text."""
    return item(f"{each.date}{f', {each.by}' if each.by else ''}: {each.text}")


def _record(each: RecordChange) -> Item:
    """Return a record that was added, removed or changed, with what changed in it."""
    name = f"{each.noun.one}: {each.words}"
    if not each.changed:
        return item(f"{'New' if each.after else 'Removed'} {name}")
    fields = (
        f"{field.field}: {field_words(field.before)} → {field_words(field.after)}"
        for field in each.fields
    )
    return item(f"Changed {name}", (f" ({', '.join(fields)})", DIM))
