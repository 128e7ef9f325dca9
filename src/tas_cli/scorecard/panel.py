"""The panel with the criterion under the cursor and the totals."""

from __future__ import annotations

from collections.abc import Iterable

from rich.text import Text

from tas_cli.assess.scorecard import CellState
from tas_cli.assess.tally import Tally, question_tally, tally
from tas_cli.method.catalogue import US, Criterion, criteria_by_key, questions
from tas_cli.method.cells import CellKey
from tas_cli.model.evidence import Evidence
from tas_cli.reading.speakers import Speakers
from tas_cli.scorecard.session import Session
from tas_cli.tui.scrolling import ScrolledView
from tas_cli.tui.widgets import clipped, ink, page, wrapped
from tas_cli.views.cells import column_width, fit
from tas_cli.views.page import DIM, HEADING, PENDING, PLUS, SIGN, SIGN_STYLE, STRONG, UNKNOWN, Part
from tas_cli.views.person import whom
from tas_cli.views.words import age, ago, party_name, short_name, signed

_FULL_SUMS, _SUM, _NUMBER = 18, 8, 8


class Panel(ScrolledView[Session]):
    """The criterion under the cursor (poles, all parties, evidence, questions) and the totals."""

    KEY = "Shift+J"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._shown = session.cursor

    def draw(self, width: int, height: int) -> Text:
        """Return what fits, what matters most first; the totals are always at the end."""
        if self._shown != self.session.cursor:
            self._shown = self.session.cursor
            self.to_top()
        criterion = criteria_by_key()[self.session.cursor[0]]
        sums = self._sums(width, full=height >= _FULL_SUMS) if height > 8 else []
        room = height - len(sums)
        lines = [*self._just_rated(), *_title(criterion, width)]
        lines += [*self._cell(), *self._others(width)]
        lines += self._said(width)
        deal = self.session.deal
        lines += _asks(deal.asks(criterion.key), whom(deal, criterion.key), width)
        lines += _claims(criterion, width)
        shown = self.window(lines, room)
        shown += [Text()] * (room - len(shown))
        return page([clipped(line, width) for line in [*shown, *sums]])

    def _cell(self) -> list[Text]:
        """Return the cell: its sign, age and changes, and what it lacks."""
        place, session = self.session.cursor, self.session
        state = session.state(place)
        name = party_name(session.opportunity, place[1])
        days = session.base.cell(*place).age(session.day)
        old = f" {ago(days)}" if days is not None and state.rated else ""
        lines = [ink((f"{name} ", STRONG), *_state(state), (old, DIM))]
        if place in session.unsaved.changes:
            base = session.base.cell(*place)
            was = f"was {SIGN[base.rating]}" if base.rated else "first rating"
            kept = base.rated and state.rated and base.rating == state.rating
            lines.append(ink((f"  * {'still true' if kept else was}, not saved yet", PENDING)))
        elif session.deal.staleness.is_stale(session.base.cell(*place).stated):
            lines.append(ink(("  ~ stale: Enter if still true", UNKNOWN)))
        return lines + self._unproven(place)

    def _said(self, width: int) -> list[Text]:
        """Return the cell's evidence, newest first, and its note."""
        state = self.session.state(self.session.cursor)
        lines, speakers = [], self.session.deal.speakers
        for entry in reversed(state.evidence):
            lines += wrapped(ink(*_entry(entry, speakers)), width, first="• ", indent="  ")
        if state.note:
            lines += wrapped(ink(state.note, style="italic"), width)
        return lines

    def _just_rated(self) -> list[Text]:
        """Return the cell rated by the last key, which evidence and notes go to, with its lack."""
        target = self.session.target
        if target == self.session.cursor:
            return []
        name = short_name(self.session.opportunity, *target)
        adds: Part = (": e adds evidence", DIM)
        if self._bare_plus(target):
            adds = (" has no evidence: e adds it", UNKNOWN)
        return [ink((f"{name} ", STRONG), *_state(self.session.state(target)), adds)]

    def _unproven(self, place: CellKey) -> list[Text]:
        """Return a warning if this cell is + without evidence."""
        if not self._bare_plus(place):
            return []
        key = ": press e" if self.session.target == place else ""
        return [ink((f"  ! no evidence yet{key}", UNKNOWN))]

    def _bare_plus(self, place: CellKey) -> bool:
        state = self.session.state(place)
        return place[1] == US and state.rating == "+" and not state.evidence

    def _others(self, width: int) -> list[Text]:
        criterion, here = self.session.cursor
        lines = []
        for party in self.session.parties:
            if party != here:
                state = self.session.state((criterion, party))
                name = party_name(self.session.opportunity, party)
                said = state.evidence[-1].what if state.evidence else state.note
                more = f" {age(state.age(self.session.day))}  {said or ''}"
                lines.append(clipped(ink((f"{name} ", DIM), *_state(state), (more, DIM)), width))
        return lines

    def _sums(self, width: int, *, full: bool) -> list[Text]:
        """Return the balance per question and in total, for each party that fits."""
        card = self.session.deal.card
        label = _label(width - _SUM * len(card.parties))
        room = max(1, (width - label) // _SUM)
        parties = _around(card.parties, self.session.cursor[1], room)
        names = [party_name(self.session.opportunity, party) for party in parties]
        column = column_width(names, _SUM, width - label)
        heads = " ".join(fit(name, column - 1) for name in names)
        lines = [ink((f"{fit('Balance', label)} {heads}", HEADING))]
        for question in questions() if full else ():
            title = f"{question.number} {question.title}"
            label_shown = fit(title if label > _NUMBER else title[:1], label)
            counts = [question_tally(card, party, question.number) for party in parties]
            lines.append(_sum(label_shown, counts, column))
        every = [tally(card, party) for party in parties]
        return [*lines, _sum((fit("Total", label), STRONG), every, column)]


def _title(criterion: Criterion, width: int) -> list[Text]:
    minus: list[Part] = [(f"{SIGN['-']} {criterion.minus_poles}", SIGN_STYLE["-"])]
    plus: list[Part] = [(f"+ {criterion.plus_pole}", PLUS)]
    name = criterion.title if width > len(criterion.title) + 4 else criterion.short
    both = ink(*minus, "   ", *plus)
    poles = [both] if both.cell_len <= width else [ink(*minus), ink(*plus)]
    return [ink((f"#{criterion.number} {name}", STRONG)), *poles]


def _state(state: CellState) -> list[Part]:
    if not state.rated:
        return [("· never rated", DIM)]
    return [(SIGN[state.rating], SIGN_STYLE[state.rating])]


def _entry(entry: Evidence, speakers: Speakers) -> list[Part]:
    """Return a line of evidence: when, who, what, and where to look it up."""
    when = f"{entry.when} " if entry.when else ""
    who = f"{speakers.shown(entry.who)}: " if entry.who else ""
    return [(when, DIM), who, entry.what or "", (f" {entry.link}" if entry.link else "", DIM)]


def _asks(asks: Iterable[str], names: str, width: int) -> list[Text]:
    lines = wrapped(ink((f"Ask {names}".rstrip(), HEADING)), width)
    for ask in asks:
        lines += wrapped(ink(ask), width, first="· ", indent="  ")
    return lines


def _claims(criterion: Criterion, width: int) -> list[Text]:
    """Return what each rating claims."""
    return [
        ink(("What a rating claims", HEADING)),
        *wrapped(ink(criterion.plus), width, first="+ ", indent="  "),
        *wrapped(ink(criterion.minus), width, first=f"{SIGN['-']} ", indent="  "),
    ]


def _label(room: int) -> int:
    """Return the width for a question's name, or for its number if the name does not fit."""
    longest = max(len(question.title) for question in questions()) + 3
    return min(longest, room) if room >= 2 * _NUMBER else _NUMBER


def _around(parties: tuple[str, ...], here: str, room: int) -> tuple[str, ...]:
    """Return the parties that fit: us, and others including the cursor's."""
    first = min(max(1, parties.index(here) - room + 2), max(1, len(parties) - room + 1))
    return (parties[0], *parties[first : first + room - 1])


def _sum(label: Part, counts: list[Tally], column: int) -> Text:
    """Return a line of balances, each with its number of unknowns."""
    parts = [label]
    for each in counts:
        style = SIGN_STYLE["+" if each.balance > 0 else "-"] if each.balance else ""
        unknown = f" ?{each.unknown}" if each.unknown else ""
        parts += [(f" {signed(each.balance):>3}", style), (fit(unknown, column - 4), DIM)]
    return ink(*parts)
