"""The grid: twenty criteria in four blocks, with a column for us and for each competitor.

Marks are on the left for -, in the middle for ? and on the right for +, so that the shape alone
shows what is weak. Brackets mark the cursor, a star what is not saved yet.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from rich.text import Text
from textual import events

from tas_cli.assess.scorecard import CellState
from tas_cli.assess.tally import question_tally
from tas_cli.method.catalogue import US, Criterion, Question, criteria, criteria_by_key, questions
from tas_cli.method.cells import CellKey
from tas_cli.scorecard.layout import BLOCKS, LARGE, MIDDLE, NUMBER, ROWS, SHORT, SMALL, Measures
from tas_cli.scorecard.session import Session
from tas_cli.tui.widgets import PickedView, ink, page, scrolled
from tas_cli.views.cells import fit, greyed, slots
from tas_cli.views.page import DIM, HEADING, PENDING, SIGN_STYLE, STRONG, Part, styled
from tas_cli.views.words import age, party_name, signed, tallied

GridLine = Question | Criterion
"""A line of the grid below its heading: a criterion, or the heading of a block."""


class Grid(PickedView[Session]):
    """Shows the session's cells."""

    can_focus = True

    def __init__(self, session: Session, pick: Callable[[CellKey], None]) -> None:
        """Take the session, and the function to call with a clicked cell."""
        super().__init__(session, pick)
        self.measures = Measures(SHORT, SMALL, 1, blocks=False)
        self.found: Collection[str] = ()
        """The criteria found by a search; all others are dimmed."""
        self._left = 0

    def draw(self, width: int, height: int) -> Text:
        """Return the heading and as many lines as fit, including the cursor's."""
        del width
        shown = self._window(height - 1)
        return page([self._head(), *(self._line(line) for line in shown)])

    def on_click(self, event: events.Click) -> None:
        """Pick the cell under the mouse; a click on a criterion's name keeps the cursor's party."""
        lines, row = self._window(self.size.height - 1), event.y - 1
        criterion = lines[row] if 0 <= row < len(lines) else None
        column = (event.x - NUMBER - self.measures.title) // self.measures.cell
        parties = self._parties()
        if isinstance(criterion, Criterion) and column < len(parties):
            party = parties[column] if column >= 0 else self.session.cursor[1]
            self._pick((criterion.key, party))

    def _window(self, height: int) -> list[GridLine]:
        """Return the visible lines, scrolled just enough to show the cursor."""
        lines, height = _lines(blocks=self.measures.blocks), max(1, height)
        at = lines.index(criteria_by_key()[self.session.cursor[0]])
        self._top = scrolled(self._top, at, height, len(lines))
        return lines[self._top : self._top + height]

    def _parties(self) -> tuple[str, ...]:
        """Return the parties whose columns are shown, including the cursor's."""
        parties, room = self.session.parties, max(1, self.measures.columns)
        at = parties.index(self.session.cursor[1])
        self._left = scrolled(self._left, at, room, len(parties))
        return parties[self._left : self._left + room]

    def _head(self) -> Text:
        parties, cell = self._parties(), self.measures.cell
        more = "◂" if self._left else " "
        parts: list[Part] = [" " * (NUMBER + self.measures.title - 1), (more, STRONG)]
        for party in parties:
            name = fit(party_name(self.session.opportunity, party), cell - 1)
            here = party == self.session.cursor[1]
            plain = DIM if party in self.session.base.out else STRONG
            parts += [" ", (name, "bold underline" if here else plain)]
        hidden = self._left + len(parties) < len(self.session.parties)
        return ink(*parts, ("▸" if hidden else " ", STRONG))

    def _line(self, line: GridLine) -> Text:
        return self._row(line) if isinstance(line, Criterion) else self._block(line)

    def _block(self, question: Question) -> Text:
        cell = self.measures.cell
        name = fit(f"{question.number} {question.title}", NUMBER + self.measures.title - 1)
        parts: list[Part] = [(name, HEADING), " "]
        for party in self._parties():
            tally = question_tally(self.session.deal.card, party, question.number)
            words = tallied(tally) if cell > MIDDLE else signed(tally.balance)
            parts.append((" " + fit(words, cell - 1), HEADING))
        return ink(*parts)

    def _row(self, criterion: Criterion) -> Text:
        ours = self.session.state((criterion.key, US))
        style = SIGN_STYLE[ours.rating] if ours.rating != "+" and ours.rated else ""
        if self.found and criterion.key not in self.found:
            style = DIM
        here = criterion.key == self.session.cursor[0]
        name = criterion.title if self.measures.title > SHORT else criterion.short
        block = criterion.question if not self.measures.blocks and _first(criterion) else " "
        parts: list[Part] = [
            (f"{block} ", HEADING),
            (f"{criterion.number:>2} ", f"bold {style}" if here else style),
            (fit(name, self.measures.title), f"bold {style}" if here else style),
        ]
        for party in self._parties():
            place = criterion.key, party
            out = party in self.session.base.out and place != self.session.cursor
            parts += greyed(self._cell(place)) if out else self._cell(place)
        row = ink(*parts)
        if not self.measures.blocks and _last(criterion):
            row.stylize("underline")
        return row

    def _cell(self, place: CellKey) -> list[Part]:
        """Return a cell: the mark, a star if it is unsaved, and its evidence."""
        state, width = self.session.state(place), self.measures.cell
        here = place == self.session.cursor
        left, right = ("[", "]") if here else (" ", " ")
        edge = "bold reverse" if here else ""
        parts: list[Part] = [(left, edge)]
        parts += [_under(mark) if here else mark for mark in slots(state.rating, rated=state.rated)]
        pending = place in self.session.unsaved.changes
        asked = not pending and place[1] not in self.session.base.out
        stale = asked and self.session.deal.staleness.is_stale(state.stated)
        evidence = _evidence(state, ours=place[1] == US)
        if width >= LARGE and state.evidence:
            evidence = ("•" + age(state.evidence_age(self.session.day)), DIM)
        change = ("*" if pending else "~" if stale else "", PENDING)
        if width == SMALL:
            return [*parts, (right, edge), _one(change if change[0] else evidence)]
        return [
            *parts,
            (right, edge),
            (fit(change[0], 1), PENDING),
            (fit(evidence[0], width - SMALL), evidence[1]),
        ]


def _one(mark: tuple[str, str]) -> Part:
    return fit(mark[0], 1), mark[1]


def _under(mark: Part) -> Part:
    """Return a mark as shown under the cursor."""
    words, style = styled(mark)
    return words, f"{style} reverse"


def _evidence(state: CellState, *, ours: bool) -> tuple[str, str]:
    """Return the mark for evidence, or for a + of ours without any."""
    if state.evidence:
        return "•", DIM
    return ("!", SIGN_STYLE["?"]) if ours and state.rating == "+" else ("", "")


def _lines(*, blocks: bool) -> list[GridLine]:
    """Return the criteria; with `blocks`, each group follows its question."""
    lines: list[GridLine] = []
    for question in questions():
        lines += [question] if blocks else []
        lines += [each for each in criteria() if each.question == question.number]
    return lines


def _first(criterion: Criterion) -> bool:
    return criterion.number % (ROWS // BLOCKS) == 1


def _last(criterion: Criterion) -> bool:
    return criterion.number % (ROWS // BLOCKS) == 0 and criterion.number < ROWS
