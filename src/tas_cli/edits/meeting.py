"""Edits that record a meeting: ratings, outcomes, action items, notes and fields at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from tas_cli.edits.batch import Batch, rate_all
from tas_cli.edits.fields import set_fields
from tas_cli.edits.meeting_lines import Learned, Meeting
from tas_cli.edits.meeting_people import changes
from tas_cli.edits.people_files import plans
from tas_cli.edits.process import Met, meet
from tas_cli.edits.record_ways import edits_of
from tas_cli.edits.records import Change
from tas_cli.model.account import Account
from tas_cli.model.note import Note
from tas_cli.model.opportunity import AgreedAction, Opportunity
from tas_cli.refusals import Refused
from tas_cli.source.edit import Edit, Insert
from tas_cli.typed.interpreter import Interpreter
from tas_cli.writing import Plan


class Recorded(NamedTuple):
    """A meeting with what its lines mean, and the outcomes and tactics that were confirmed.

    `people` are the changes to the map; some belong to the file of the deal's `account`.
    """

    meeting: Meeting
    learned: Learned
    outcomes: tuple[Met, ...] = ()
    people: tuple[Change, ...] = ()
    tactics: tuple[Change, ...] = ()
    account: Account | None = None

    @property
    def batches(self) -> Sequence[Batch]:
        """The ratings, for the functions that rate."""
        return (Batch(self.meeting.day, self.learned.cells),) if self.learned.cells else ()


def mapped(
    made: Recorded, deal: Opportunity, account: Account | None, interpreter: Interpreter
) -> Recorded:
    """Return a meeting with what it changes on the deal's map, which has the account's people.

    Raises:
        WrongCall: a value is invalid.
    """
    meeting, about = made.meeting, made.learned.people
    found = changes(deal, meeting.people, meeting.day, about, interpreter)
    return made._replace(people=found, account=account)


def plan_of_account(made: Recorded, deal: Opportunity, today: date) -> Plan[Account]:
    """Return the plan for the account's file: what the meeting changes there."""
    return plans(made.people, deal, made.account, today)[1]


def record(
    first: Opportunity, now: Opportunity, made: Recorded, today: date, *, replace: bool
) -> Iterator[Edit]:
    """Yield the edits; changes to fields are recorded under today's date.

    Raises:
        Clash: somebody else has rated a cell since the user looked at it, in `first`.
        Discard: evidence for another rating of that day would be lost; `replace` allows it.
    """
    meeting, learned = made.meeting, made.learned
    yield from rate_all(first, now, made.batches, meeting.by, replace=replace)
    for met in made.outcomes:
        yield from meet(now, met)
    yield from set_fields(now, learned.fields, today)
    _refuse_changed(first, now, made.people)
    yield from plans(made.people, first, made.account, today)[0](now)
    for each in (*learned.dropped, *made.tactics):
        yield from edits_of(now, each, today)
    for action in learned.actions:
        if not agreed_before(now, action):
            yield Insert(("actions",), action)
    for text in learned.notes:
        if not noted_before(now, meeting.day, text):
            note = Note.model_construct(date=meeting.day, by=meeting.by, text=text)
            yield Insert(("notes",), note)


def _refuse_changed(first: Opportunity, now: Opportunity, made: Iterable[Change]) -> None:
    """Refuse to overwrite what somebody else has said about the same people meanwhile."""
    for each in made:
        if first.people.get(each.key) != now.people.get(each.key):
            raise Refused(
                f"somebody else has changed {each.called} meanwhile; nothing was saved.",
                "Run `tas meeting` again; what you typed on its screen is kept as a draft.",
            )


def agreed_before(now: Opportunity, action: AgreedAction) -> bool:
    """Whether the deal has the same action item of that day, done or not."""
    same = action.date, action.what, action.owner, action.due
    return any(same == (each.date, each.what, each.owner, each.due) for each in now.actions)


def noted_before(now: Opportunity, day: date, text: str) -> bool:
    """Whether the deal has the same note of that day."""
    return any((each.date, each.text) == (day, text) for each in now.notes)
