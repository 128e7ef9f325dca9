"""The session of a meeting: what was typed so far, and the deal that results. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, NamedTuple

from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.people import with_people_of
from tas_cli.assess.plan import Planned
from tas_cli.board.offered import met, offered
from tas_cli.board.offers import Offer
from tas_cli.edits.meeting import Recorded, mapped
from tas_cli.edits.meeting_lines import Learned, Meeting, learned, meant
from tas_cli.edits.meeting_people import Closer, closer, people, with_said
from tas_cli.edits.meeting_tactics import open_with, ticked
from tas_cli.model.account import Account
from tas_cli.model.opportunity import Assessment, Cell, Competitor, Opportunity
from tas_cli.model.settings import Settings
from tas_cli.tui.undoing import Undoing
from tas_cli.typed.interpreter import Interpreter
from tas_cli.views.meeting import Offered


class State(NamedTuple):
    """Everything unsaved: the meeting, what was offered and declined, the line being typed."""

    meeting: Meeting
    declined: tuple[str, ...] = ()
    typed: str = ""


@dataclass
class Session(Undoing):
    """The meeting being written down; every change can be undone."""

    KEPT: ClassVar = ("state",)
    DERIVED: ClassVar = ("meanings", "learned", "now", "offers", "closer", "tactics")

    opportunity: Opportunity
    settings: Settings
    interpreter: Interpreter
    state: State
    account: Account | None = None

    @property
    def meeting(self) -> Meeting:
        """The meeting as typed so far."""
        return self.state.meeting

    @property
    def given(self) -> int:
        """How many lines, outcomes and tactics are not saved yet, with the line being typed."""
        meeting, _, typed = self.state
        confirmed = len(meeting.outcomes) + len(meeting.tactics)
        return len(meeting.lines) + confirmed + bool(typed.strip())

    @cached_property
    def whole(self) -> Opportunity:
        """The deal with the people of its account."""
        return with_people_of(self.account, self.opportunity)

    @cached_property
    def meanings(self) -> tuple[Learned, ...]:
        """What each line means, where earlier ones have said who is on the map."""
        found, deal = list[Learned](), self.whole
        for line in self.meeting.lines:
            found.append(meant(line, self.meeting, deal, self.interpreter))
            deal = with_said(deal, found[-1].people, self.interpreter)
        return tuple(found)

    @cached_property
    def learned(self) -> Learned:
        """What all lines mean together."""
        return learned(self.meeting, self.whole, self.interpreter)

    @cached_property
    def was(self) -> DealOnDay:
        """The deal as it is in the file."""
        return DealOnDay.of(
            self.opportunity, self.settings, self.interpreter.today, account=self.account
        )

    @cached_property
    def now(self) -> DealOnDay:
        """The deal as it would be after saving: its ratings and competitors."""
        then = _with(self.opportunity, self.meeting, self.learned)
        return DealOnDay.of(then, self.settings, self.interpreter.today, account=self.account)

    @cached_property
    def offers(self) -> tuple[Offer, ...]:
        """The outcomes that the evidence may show, declined ones included."""
        return offered(self.learned, self.was)

    @cached_property
    def closer(self) -> tuple[Closer, ...]:
        """The people whom we know better after the meeting, declined ones included."""
        if not self.meeting.lines:
            return ()
        about, meeting = self.learned.people, self.meeting
        known = with_said(self.whole, about, self.interpreter)
        return tuple(closer(known, meeting.people, meeting.day, about))

    @cached_property
    def tactics(self) -> tuple[Planned, ...]:
        """The open tactics with those we met, declined ones included."""
        return open_with(self.meeting, self.whole) if self.meeting.lines else ()

    @property
    def offer(self) -> Offered | None:
        """The first outcome, closer contact or tactic that is neither confirmed nor declined."""
        listed: tuple[Offered, ...] = (*self.offers, *self.closer, *self.tactics)
        return next((each for each in listed if self._is_unanswered(each)), None)

    @property
    def unanswered(self) -> list[Planned]:
        """The tactics that were neither confirmed nor declined."""
        return [each for each in self.tactics if self._is_unanswered(each)]

    def _is_unanswered(self, offer: Offered) -> bool:
        known = {*self.meeting.outcomes, *map(str, self.meeting.tactics), *self.state.declined}
        return _key(offer) not in known

    @property
    def recorded(self) -> Recorded:
        """The meeting as it is saved."""
        taken = (each for each in self.offers if each.outcome.key in self.meeting.outcomes)
        outcomes = tuple(met(each, self.meeting) for each in taken)
        was = (each for each in self.tactics if each.number in self.meeting.tactics)
        tactics = tuple(ticked(each, self.meeting) for each in was)
        made = Recorded(self.meeting, self.learned, outcomes, tactics=tactics)
        return mapped(made, self.whole, self.account, self.interpreter)

    # Changes

    def add(self, line: str) -> None:
        """Add a line.

        Raises:
            WrongCall: it is wrong, or contradicts an earlier one.
        """
        deal = with_said(self.whole, self.learned.people, self.interpreter)
        new = meant(line, self.meeting, deal, self.interpreter)
        self.learned.with_line(new, deal)
        self.typing("")
        self._change(self.meeting._replace(lines=(*self.meeting.lines, line)))

    def typing(self, text: str) -> None:
        """Note the line being typed, for the draft; undoing leaves it alone."""
        self.state = self.state._replace(typed=text)

    def recall(self) -> str:
        """Take the last line out, to type it again; empty if there is none."""
        *before, last = self.meeting.lines or ("",)
        if last:
            self._change(self.meeting._replace(lines=tuple(before)))
        return last

    def with_whom(self, names: str) -> None:
        """Set whom we met: their evidence is attributed to them."""
        found = people(names, self.whole.people)
        if found != self.meeting.people:
            self._change(self.meeting._replace(people=found))

    def on(self, day: str) -> None:
        """Set the day of the meeting.

        Raises:
            WrongCall: it is not a day, or in the future.
        """
        found = self.interpreter.past_day(day, "the day")
        if found != self.meeting.day:
            self._change(self.meeting._replace(day=found))

    def linked(self, link: str) -> None:
        """Set the link to the minutes: the evidence of the meeting has it."""
        if link != (self.meeting.link or ""):
            self._change(self.meeting._replace(link=link or None))

    def decide(self, offer: Offered, *, shown: bool) -> None:
        """Confirm or decline an outcome, a tactic, or closer contact: that adds a line."""
        key, meeting = _key(offer), self.meeting
        self.typing("")
        if shown and isinstance(offer, Closer):
            self.add(key)
        elif shown and isinstance(offer, Planned):
            self._change(meeting._replace(tactics=(*meeting.tactics, offer.number)))
        elif shown:
            self._change(meeting._replace(outcomes=(*meeting.outcomes, key)))
        else:
            self._put(self.state._replace(declined=(*self.state.declined, key)))

    def undo(self) -> bool:
        """Undo the last change but to the line being typed; return False if there is none."""
        typed = self.state.typed
        undone = super().undo()
        self.typing(typed)
        return undone

    def resume(self, state: State) -> None:
        """Restore what an earlier session left."""
        self._put(state)

    def saved(self, now: Opportunity, account: Account | None = None) -> None:
        """Begin another meeting, from what was written to the deal's file and its account's."""
        self.opportunity, self._past = now, []
        self.account = account or self.account
        today = self.interpreter.today
        self.state = State(Meeting((), today, by=self.meeting.by))
        self._refresh("was", "whole")

    def _change(self, meeting: Meeting) -> None:
        self._put(self.state._replace(meeting=meeting))

    def _refresh(self, *more: str) -> None:
        super()._refresh(*more)
        self.interpreter.heard.clear()


def _key(offer: Offered) -> str:
    """Return what the draft keeps of something offered that was declined."""
    if isinstance(offer, Planned):
        return str(offer.number)
    return offer.line if isinstance(offer, Closer) else offer.outcome.key


def _with(opportunity: Opportunity, meeting: Meeting, found: Learned) -> Opportunity:
    """Return the deal with the meeting's ratings, and without competitors that dropped out."""
    ratings: dict[str, dict[str, Cell]] = {}
    for cell in found.cells:
        stated = Cell(rating=cell.rating, evidence=list(cell.evidence))
        ratings.setdefault(cell.criterion, {})[cell.party] = stated
    newest = Assessment.model_construct(date=meeting.day, by=meeting.by, ratings=ratings)
    update: dict[str, object] = {"assessments": [*opportunity.assessments, newest]}
    gone = {
        each.key: each.after.model_copy()
        for each in found.dropped
        if isinstance(each.after, Competitor)
    }
    if gone:
        update["competitors"] = opportunity.competitors | gone
    return opportunity.model_copy(update=update)
