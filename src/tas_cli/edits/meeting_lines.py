"""The lines in which a meeting is written down: `4 + Reserve approved ~ CFO`, `next 10 Dec ruiz`.

One grammar serves the prompts, the full screen, files and options. A line that is none of these
forms is a note.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from tas_cli.assess.scorecard import cell_name
from tas_cli.edits import record_words
from tas_cli.edits.cells import cell_named, sign
from tas_cli.edits.fields import Asked, asked
from tas_cli.edits.meeting_people import on_map, people, said, with_said
from tas_cli.edits.promises import Promise, promise
from tas_cli.edits.rate import RatedCell
from tas_cli.edits.record_words import Words
from tas_cli.edits.records import Change
from tas_cli.edits.texts import comma_separated
from tas_cli.method.cells import CellKey
from tas_cli.model.evidence import Evidence
from tas_cli.model.opportunity import AgreedAction, Opportunity
from tas_cli.nouns.competitors import COMPETITORS
from tas_cli.reading.names import joined
from tas_cli.reading.parties import parties_meant
from tas_cli.reading.speakers import Speakers
from tas_cli.reading.team import known_people
from tas_cli.refusals import WrongCall
from tas_cli.typed.interpreter import Interpreter

_RATED = re.compile(
    r"#?(?P<cell>(?:[\w-]+:)?\d{1,2}(?::[\w-]+)?|[a-z_]{3,}(?:\s[a-z_]+){0,2}(?=\s+[+–−?-](?:\s|$)))"
    r"\s*(?P<sign>[+–−?-]|[pmu](?=\s|$))\s*(?P<words>.*)",
    re.IGNORECASE | re.DOTALL,
)
_NEXT = re.compile(r"next(?: meeting)?\b:?\s+(?P<rest>.+)", re.IGNORECASE | re.DOTALL)
_NEXT_ON = re.compile(
    r"(?P<people>.+?)\s+on\s+(?P<day>[^:]{1,30}?)\s*(?::\s*(?P<what>.*))?$",
    re.IGNORECASE | re.DOTALL,
)
_FIELD = re.compile(
    r"(?P<name>[a-z_.]+\s*=|(?:amount|close|expected_close|forecast):(?!\s*(?:\S+\s+){3}))"
    r"\s*(?P<value>.*)",
    re.IGNORECASE | re.DOTALL,
)
"""A field; with a colon only the usual ones, and only before a few words: others are a note."""
_OUT = re.compile(r"out[:\s]\s*(?P<who>[^:]+?)(?:\s*:\s*(?P<why>.*))?$", re.IGNORECASE | re.DOTALL)
_LONGEST_DATE = 4
"""The most words of a date."""


class Meeting(NamedTuple):
    """A meeting as it was typed: with whom, on which day, and a line for each thing learned.

    `outcomes` are those that the user has confirmed, `tactics` the numbers of those that the
    meeting was; `by` is the author.
    """

    people: tuple[str, ...]
    day: date
    link: str | None = None
    by: str | None = None
    lines: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()
    tactics: tuple[int, ...] = ()

    @property
    def who(self) -> str | None:
        """Whom we met, as evidence names its source."""
        return joined(self.people)


class Learned(NamedTuple):
    """What the lines of a meeting mean."""

    cells: tuple[RatedCell, ...] = ()
    actions: tuple[AgreedAction, ...] = ()
    fields: tuple[Asked, ...] = ()
    dropped: tuple[Change, ...] = ()
    notes: tuple[str, ...] = ()
    people: tuple[Words, ...] = ()

    def with_line(self, other: Learned, opportunity: Opportunity) -> Learned:
        """Return both together; evidence for the same rating is added to it.

        Raises:
            WrongCall: a cell has two ratings, or a field two values.
        """
        cells = {cell.where: cell for cell in self.cells}
        for cell in other.cells:
            cells[cell.where] = _joined(cells.get(cell.where), cell, opportunity)
        fields = {each.field for each in self.fields}
        for each in other.fields:
            if each.field in fields:
                coming = each.field.startswith("next.")
                raise WrongCall(f"{'the next meeting' if coming else each.field} is given twice.")
        return Learned(
            tuple(cells.values()),
            self.actions + tuple(each for each in other.actions if each not in self.actions),
            self.fields + other.fields,
            self.dropped + other.dropped,
            self.notes + tuple(each for each in other.notes if each not in self.notes),
            self.people + other.people,
        )


def learned(
    meeting: Meeting,
    opportunity: Opportunity,
    interpreter: Interpreter,
    places: Sequence[str] = (),
) -> Learned:
    """Return what all lines of a meeting mean; `places` name the lines, by default by number.

    Raises:
        WrongCall: a line is wrong; the message has its place.
    """
    found, known = Learned(), opportunity
    for number, line in enumerate(meeting.lines, 1):
        try:
            new = meant(line, meeting, known, interpreter)
            found = found.with_line(new, opportunity)
            known = with_said(known, new.people, interpreter)
        except WrongCall as error:
            place = places[number - 1] if places else f"line {number}"
            raise WrongCall(f"{place}: {error.message}", error.advice) from None
    return found


def meant(
    line: str, meeting: Meeting, opportunity: Opportunity, interpreter: Interpreter
) -> Learned:
    """Return what one line means.

    Raises:
        WrongCall: it has one of the forms, but a part of it is wrong.
    """
    text = line.strip()
    rated = _RATED.fullmatch(text)
    if rated and (place := _place(rated["cell"], opportunity)):
        return Learned(cells=(_cell(place, rated, meeting, opportunity),))
    following = _NEXT.fullmatch(text)
    if following and (fields := _next(following["rest"], opportunity, interpreter)):
        return Learned(fields=fields)
    if about := said(text, opportunity.people):
        with_said(opportunity, [about], interpreter)
        return Learned(people=(about,))
    if field := _FIELD.fullmatch(text):
        name = field["name"].casefold().rstrip("=: ")
        return Learned(fields=tuple(asked([f"{name}={field['value']}"], opportunity, interpreter)))
    out = _OUT.fullmatch(text)
    if out and (gone := _dropped(out["who"], out["why"], meeting, opportunity, interpreter)):
        return Learned(dropped=(gone,))
    return _agreed(text, meeting, opportunity, interpreter) or Learned(notes=(text,))


def _agreed(
    text: str, meeting: Meeting, opportunity: Opportunity, interpreter: Interpreter
) -> Learned | None:
    """Return what somebody promised; people on the map have their names."""
    speakers = Speakers(opportunity.people)
    named = (*meeting.people, *opportunity.people, *known_people(opportunity))
    known = (*filter(None, [meeting.by]), *(_named(each, speakers) for each in named))
    found = promise(text, known, interpreter)
    return Learned(actions=(_action(found, meeting, speakers),)) if found else None


def _place(cell: str, opportunity: Opportunity) -> CellKey | None:
    """Return the cell that a line begins with; words that name no criterion begin a note."""
    try:
        return cell_named(" ".join(cell.split()), opportunity)
    except WrongCall:
        if any(map(str.isdecimal, cell)):
            raise
        return None


def _cell(
    place: CellKey, rated: re.Match[str], meeting: Meeting, opportunity: Opportunity
) -> RatedCell:
    words, _, who = rated["words"].rpartition(" ~")
    if not words:
        words, who = rated["words"], ""
    words = words.strip()
    entry = Evidence.model_construct(
        when=meeting.day,
        who=joined(people(who, opportunity.people)) or meeting.who,
        what=words,
        link=meeting.link,
    )
    return RatedCell(*place, sign(rated["sign"]), (entry,) if words else ())


def _joined(before: RatedCell | None, cell: RatedCell, opportunity: Opportunity) -> RatedCell:
    if before is None:
        return cell
    if before.rating != cell.rating:
        name = cell_name(opportunity, *cell.where)
        raise WrongCall(f"{name} is already rated {before.rating} above.")
    return cell._replace(evidence=before.evidence + cell.evidence)


def _action(found: Promise, meeting: Meeting, speakers: Speakers) -> AgreedAction:
    """Return what was agreed on; without an owner it is the author's, or whom we met."""
    theirs = joined(_named(each, speakers) for each in meeting.people)
    usual = meeting.by if found.side == "ours" else theirs
    return AgreedAction.model_construct(
        date=meeting.day,
        what=found.what,
        owner=_named(found.owner, speakers) if found.owner else usual,
        due=found.due,
        done=None,
    )


def _named(person: str, speakers: Speakers) -> str:
    """Return the name of somebody on the map; anybody else as typed."""
    key = speakers.key(person)
    return (speakers.everybody[key].name if key else None) or person


def _next(rest: str, opportunity: Opportunity, interpreter: Interpreter) -> tuple[Asked, ...]:
    """Return the fields of the next meeting; nothing if the line has no date where one belongs."""
    found = _first_day(rest, interpreter) or _last_day(rest, interpreter)
    if found is None:
        return ()
    day, named, what = found
    named = re.sub(r"^(?:with|:)\s+", "", named.strip(), flags=re.IGNORECASE)
    named = re.sub(r" (?:and|&) ", ", ", named)
    each = (on_map(name, opportunity.people) or name for name in comma_separated(named))
    date = interpreter.day(day, "next", "ahead").isoformat()
    given = {"next.date": date, "next.with": ", ".join(each), "next.what": what.strip()}
    pairs = [f"{name}={value}" for name, value in given.items()]
    return tuple(asked(pairs, opportunity, interpreter))


def _first_day(rest: str, interpreter: Interpreter) -> tuple[str, str, str] | None:
    """Return day, people and purpose from `10 Dec Ruiz, Hart: demo`."""
    words = rest.split()
    for size in range(min(_LONGEST_DATE, len(words)), 0, -1):
        day = " ".join(words[:size]).rstrip(",:")
        if interpreter.is_day(day):
            people, _, what = " ".join(words[size:]).partition(":")
            return day, people, what
    return None


def _last_day(rest: str, interpreter: Interpreter) -> tuple[str, str, str] | None:
    """Return day, people and purpose from `Ruiz, Hart on 10 Dec: demo`."""
    found = _NEXT_ON.fullmatch(rest.strip())
    if found and interpreter.is_day(found["day"]):
        return found["day"], found["people"], found["what"] or ""
    return None


def _dropped(
    who: str,
    why: str | None,
    meeting: Meeting,
    opportunity: Opportunity,
    interpreter: Interpreter,
) -> Change | None:
    """Return the exit of a competitor; None if the words name none."""
    found = [key for key in parties_meant(who, opportunity) if key in opportunity.competitors]
    if len(found) != 1:
        return None
    words = [found[0], f"out.date={meeting.day}", f"out.reason={why or ''}"]
    asked_for = record_words.words_of(COMPETITORS, words)
    return record_words.change(COMPETITORS, opportunity, asked_for, {}, interpreter)
