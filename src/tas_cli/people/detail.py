"""The person under the cursor: what drives them, how to deal with them, what they told us."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from tas_cli.assess.approach import planned, proposed
from tas_cli.assess.statements import given_since
from tas_cli.method.catalogue import US, criterion_keys
from tas_cli.method.people import adaptabilities
from tas_cli.model.evidence import Evidence
from tas_cli.model.person import Person
from tas_cli.people.session import Session
from tas_cli.people.words import plain
from tas_cli.tui.scrolling import ScrolledView
from tas_cli.tui.widgets import clipped, ink, page, wrapped
from tas_cli.views.page import DIM, PENDING, SIGN, SIGN_STYLE, STRONG, UNKNOWN, Part
from tas_cli.views.words import ago, short_day, short_name
from tas_cli.words import spelled


class Detail(ScrolledView[Session]):
    """What the map knows of one person, what matters for the next call first."""

    KEY = "Shift+J"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._shown = session.cursor

    def draw(self, width: int, height: int) -> Text:
        """Return the lines that fit."""
        if self._shown != self.session.cursor:
            self._shown = self.session.cursor
            self.to_top()
        person = self.session.selected
        if person is None or not height:
            return Text()
        lines = [clipped(ink(*_head(self.session.cursor, person)), width)]
        for words in (*self._unsaved(), *_lines(self.session, person)):
            lines += wrapped(ink(*words), width - 1, first=" ", indent="   ")
        return page([clipped(line, width) for line in self.window(lines, height)])

    def _unsaved(self) -> Iterator[list[Part]]:
        """Yield what the file says where a quick key has changed it."""
        edited = self.session.unsaved.get(self.session.cursor)
        if edited is None or edited.now is None:
            return
        if edited.base is None:
            yield [("* new, not saved yet", PENDING)]
            return
        changed = [
            f"{name} was {plain(getattr(edited.base, name))}"
            for name in Person.model_fields
            if getattr(edited.base, name) != getattr(edited.now, name)
        ]
        yield [(f"* not saved yet: {', '.join(changed)}", PENDING)]


def _head(key: str, person: Person) -> list[Part]:
    facts = (person.title, person.company and f"of {person.company}", f"short name {key}")
    return [(person.name or key, STRONG), (f"  {', '.join(filter(None, facts))}", DIM)]


def _lines(session: Session, person: Person) -> Iterator[list[Part]]:
    """Yield a line for each thing that is known."""
    yield _approach(person)
    yield from _drives(person)
    yield from _relations(session, person)
    today = session.interpreter.today
    days = (("Last met", person.last_met), ("Looked at", person.as_of), ("Left", person.left))
    known = [f"{what} {short_day(day, today)}" for what, day in days if day]
    if known:
        yield [(" · ".join(known), DIM)]
    yield from _word(session)
    for entry in person.evidence:
        yield ["• ", *_entry(entry, session)]
    if not person.evidence:
        yield [("Assumed: no evidence for this entry.", DIM)]
    yield from _how(person)


def _drives(person: Person) -> Iterator[list[Part]]:
    """Yield what drives a person, and what to sell them."""
    agenda = person.agenda
    if agenda and agenda.business:
        yield [("Measured on ", DIM), agenda.business]
    if agenda and agenda.personal:
        yield [("Personally ", DIM), agenda.personal]
    if person.adaptability:
        kind = adaptabilities()[person.adaptability]
        yield [(f"{kind.title}: ", DIM), f"sell {kind.sell}"]


def _relations(session: Session, person: Person) -> Iterator[list[Part]]:
    """Yield the people and the competitors that somebody has to do with."""
    for label, keys in (
        ("Reports to ", [person.reports_to]),
        ("Influences ", person.influences),
        ("In conflict with ", person.conflicts),
        ("Way in: through ", [person.via]),
    ):
        names = [session.deal.speakers.titled(key) for key in keys if key in session.people]
        if names:
            yield [(label, DIM), "; ".join(names)]
    for rival, standing in person.rivals.items():
        name = session.now.party_name(rival) if rival in session.now.competitors else rival
        yield [(f"{name}: ", DIM), spelled(standing).lower()]


def _how(person: Person) -> Iterator[list[Part]]:
    """Yield the moves of the approach that is planned, or of the first that fits."""
    approach = planned(person) or next(iter(proposed(person)), None)
    if approach:
        moves = ", ".join(each.title.lower() for each in approach.process)
        yield [(f"How to {approach.title.lower()}: ", DIM), f"{moves}. tas explain {approach.key}"]


def _approach(person: Person) -> list[Part]:
    """Return the approach in the file, or the one that follows from how the person stands."""
    own, found = planned(person), proposed(person)
    if own and person.approach:
        parts = (person.approach.what, person.approach.owner, person.approach.message)
        more = "".join(f" · {each}" for each in parts if each)
        return [("Approach ", DIM), (own.title, STRONG), more]
    if found:
        titles = " or ".join(each.title.lower() for each in found)
        return [("Approach ", DIM), f"none set; {titles} fits (Enter)"]
    return [("With us: unknown. Press x – = or +", UNKNOWN)]


def _word(session: Session) -> Iterator[list[Part]]:
    """Yield our ratings whose evidence this person gave, in one line."""
    deal = session.deal
    found: list[Part] = []
    for criterion in criterion_keys():
        said = deal.statements[US].get(criterion)
        heard = given_since(said) if said else []
        if said and any(session.cursor in deal.speakers.ids(each.who) for _, each in heard):
            sign = said[-1][1].rating
            name = short_name(session.now, criterion, US)
            found += [f" {name} ", (SIGN[sign], SIGN_STYLE[sign])]
    if found:
        yield [("Their word carries", DIM), *found]


def _entry(entry: Evidence, session: Session) -> list[Part]:
    day = session.interpreter.today
    when = f"{ago((day - entry.when).days)} " if entry.when else ""
    who = f"{session.deal.speakers.shown(entry.who)}: " if entry.who else ""
    return [(when, DIM), who, entry.what or entry.link or ""]
