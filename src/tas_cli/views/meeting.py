"""A meeting in words: what each line means, and what saving it changed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.plan import Planned
from tas_cli.board.offers import Offer
from tas_cli.diagnostics import typeable
from tas_cli.edits.fields import Asked
from tas_cli.edits.meeting import Recorded, agreed_before, noted_before
from tas_cli.edits.meeting_lines import Learned
from tas_cli.edits.meeting_people import Closer
from tas_cli.edits.promises import seems_promised
from tas_cli.edits.rate import RatedCell
from tas_cli.edits.record_words import Words
from tas_cli.method.catalogue import US, criteria_by_key
from tas_cli.method.people import coverages
from tas_cli.model.opportunity import AgreedAction
from tas_cli.model.paths import value_at
from tas_cli.nouns.noun import texts_of
from tas_cli.reading.names import bare as bare_name
from tas_cli.views.before_after import field_named
from tas_cli.views.overruled import overruled, overruling, stays
from tas_cli.views.page import DIM, SIGN, SIGN_STYLE, STRONG, UNKNOWN, Part, bare
from tas_cli.views.verdict import verdict
from tas_cli.views.words import party_name
from tas_cli.words import counted

_KNOWN: Part = ("already in the file", DIM)
_NUMBERS = re.compile(r"#?\d{1,2}\s+\d+(\s|$)")
"""Two numbers with nothing between them."""
_SIGNS = ("+", "++", "=", "-", "?", "X")
PROMISED = "; promised? We will / they will …"
"""What follows a note that looks like a promise."""


def meaning(found: Learned, was: DealOnDay, day: date) -> list[Part]:
    """Return what a line means, in a few words.

    `was` is the deal of today, before the meeting of `day`.
    """
    parts: list[Part] = []
    for cell in found.cells:
        parts += _rated(cell, was, day)
    for action in found.actions:
        parts += (_KNOWN,) if agreed_before(was.opportunity, action) else _agreed(action)
    coming = [each for each in found.fields if each.field.startswith("next.")]
    if coming:
        parts += _coming(coming)
    else:
        parts += (part for each in found.fields for part in _field(each, was))
    for about in found.people:
        parts += _about(about, was)
    for gone in found.dropped:
        parts += [f"{party_name(was.opportunity, gone.key)} out of the race"]
    for note in found.notes:
        if noted_before(was.opportunity, day, note):
            return [_KNOWN]
        parts += [("note", DIM), (_perhaps(note, was), UNKNOWN)]
    return parts


def _perhaps(note: str, was: DealOnDay) -> str:
    """Return what a note may be instead: a promise, a rating or a person's standing mistyped."""
    first, second = (*note.split(), "", "")[:2]
    if _NUMBERS.match(note):
        return "; a rating? number, sign, words"
    if first.casefold() in was.people and second in _SIGNS:
        return "; a person? short name, sign, 1-5"
    return PROMISED if seems_promised(note, was.day) else ""


def _rated(cell: RatedCell, was: DealOnDay, day: date) -> Iterator[Part]:
    """Yield the change of today's rating; a later day's stays, and so does the same sign."""
    criterion = criteria_by_key()[cell.criterion]
    before = was.card.cell(*cell.where)
    whose = "" if cell.party == US else f" {cell.party}"
    yield f"#{criterion.number} {criterion.short}{whose} "
    sign = SIGN[cell.rating], SIGN_STYLE[cell.rating]
    if later := overruling(was.card, cell.where, cell.rating, day):
        yield stays(later), UNKNOWN
    elif before.rated and before.rating == cell.rating:
        yield from ("still ", sign, ", evidence added" if cell.evidence else "")
    else:
        yield (SIGN[before.rating], SIGN_STYLE[before.rating]) if before.rated else ("new", DIM)
        yield from (" → ", sign)


def _field(each: Asked, was: DealOnDay) -> Iterator[Part]:
    before = value_at(was.opportunity, each.path)
    yield f"{field_named(each.field)} "
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


def _about(about: Words, was: DealOnDay) -> Iterator[Part]:
    """Yield what is said about somebody: who is new, or each field before and after."""
    person = was.people.get(about.key)
    fields = dict(about.assignments)
    name = fields.pop("name", "")
    if person is None and name:
        yield from ("new: ", (f"{name}, {fields['title']}" if "title" in fields else name, STRONG))
        return
    if name:
        yield from (f"{about.key} is ", (name, STRONG))
        return
    called = bare_name((person and person.name) or about.key)
    yield called if fields else ("on the map already", DIM)
    for field, after in fields.items():
        before, now = ", ".join(texts_of(person, field)), after.replace(",", ", ") or "none"
        yield f" {field.replace('_', ' ')} "
        yield f"{before} → " if before not in ("", now) else "", DIM
        yield now, STRONG


def closer_question(each: Closer) -> str:
    """Return the question whether we know somebody better now."""
    before, after = (coverages()[key].title.lower() for key in (each.before or "none", each.after))
    return f"{each.name}: {before} > {after}?"


Offered = Offer | Closer | Planned
"""What a meeting can turn out to be or to show, if the user says so."""


def offered_question(offer: Offered) -> str:
    """Return the question whether something offered is so."""
    if isinstance(offer, Planned):
        return tactic_question(offer)
    return closer_question(offer) if isinstance(offer, Closer) else question(offer.outcome.title)


def _value(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return "none" if value is None else str(value)


def _agreed(action: AgreedAction) -> Iterator[Part]:
    yield "action", DIM
    yield f" by {action.due:%a} {action.due}" if action.due else ""
    yield f": {action.owner}" if action.owner else ""


def warnings(found: Learned, was: DealOnDay, day: date, name: str) -> list[str]:
    """Return what to know before saving: the next meeting replaced, ratings without effect.

    `name` is the deal's short name.
    """
    rated = ((cell.where, cell.rating) for cell in found.cells)
    return [*_replaced(found, was, day), *overruled(was.card, rated, day, was.opportunity, name)]


def _replaced(found: Learned, was: DealOnDay, day: date) -> Iterator[str]:
    """Yield which next meeting, of a day after this one, another takes the place of."""
    coming = was.opportunity.next
    dates = [each.meant for each in found.fields if each.field == "next.date"]
    if not dates or coming is None or coming.date is None or coming.date <= day:
        return
    if coming.date not in dates:
        people = f" with {was.speakers.listed(coming.people)}" if coming.people else ""
        yield f"This replaces the meeting of {coming.date:%a} {coming.date}{people}."


def tactic_question(each: Planned) -> str:
    """Return the question whether a meeting was a tactic."""
    return f"Tactic {each.number}, {each.tactic.what.rstrip('.')}: done?"


def tick_later(unanswered: Iterable[Planned], day: date, name: str) -> Iterator[str]:
    """Yield the questions about tactics that nobody has answered, with the command that does."""
    for each in unanswered:
        command = f"tas tactics {typeable(name)} {each.number} done={day}"
        yield f"{tactic_question(each)} If so: `{command}`"


def question(outcome: str) -> str:
    """Return the question whether the meeting proves an outcome, given its title."""
    first, _, rest = outcome.partition(" ")
    if first in ("The", "A", "An"):
        return f"Does this prove that {first.lower()} {rest.rstrip('.')}?"
    return f"Does this prove it? {outcome}"


def saved(made: Recorded, was: DealOnDay, now: DealOnDay, name: str) -> list[str]:
    """Return what to print once a meeting is saved: its ratings, and the strategy.

    `name` is the deal's short name.
    """
    day = made.meeting.day
    counts = [counted(len(made.meeting.lines), "line")]
    if made.outcomes:
        counts.append(counted(len(made.outcomes), "outcome"))
    ratings = (
        bare(_rated(cell, was, day))
        for cell in made.learned.cells
        if not overruling(was.card, cell.where, cell.rating, day)
    )
    before, after = bare(verdict(was.decision)), bare(verdict(now.decision))
    return [
        f"Saved the meeting of {day}: {', '.join(counts)}.",
        *(f"  {each}" for each in ratings),
        *warnings(made.learned, was, day, name),
        f"{after} Unchanged." if before == after else f"Before: {before} Now: {after}",
    ]
