"""What the screen shows of a meeting: its lines with their meaning, and what they change."""

from __future__ import annotations

from rich.text import Text

from tas_cli.assess.plan import Planned
from tas_cli.meeting.session import Session
from tas_cli.method.catalogue import US, Criterion, criteria
from tas_cli.tui.widgets import SessionView, clipped, exactly, ink, page, wrapped
from tas_cli.views.meeting import meaning, offered_question, warnings
from tas_cli.views.page import DIM, HEADING, PENDING, SIGN, SIGN_STYLE, STRONG, UNKNOWN
from tas_cli.views.verdict import verdict

_MEANING = 34
"""The least width of a line's meaning, in cells."""
_HOW = " Now what you learned: number, sign, words. F2 lists the numbers, F1 lists more."
_NUMBER = 36
"""The width of a criterion with its number and sign, in cells."""
NUMBERS_WIDTH = _NUMBER + 2
"""The width of one column of criteria, with a margin."""


class Lines(SessionView[Session]):
    """The lines so far, the latest at the bottom, each with what it means."""

    def draw(self, width: int, height: int) -> Text:
        """Return the last lines that fit."""
        session = self.session
        lines, day = session.meeting.lines[-height:], session.meeting.day
        if not lines:
            return page([ink((_HOW, DIM))])
        meant = [ink(*meaning(each, session.was, day)) for each in session.meanings[-height:]]
        longest = max(each.cell_len for each in meant)
        room = max(8, width - 3 - min(max(_MEANING, longest), width * 3 // 5))
        return page([_beside(*both, room, width) for both in zip(lines, meant, strict=True)])


def _beside(line: str, meant: Text, room: int, width: int) -> Text:
    """Return a line in its room, and what it means beside it."""
    left = clipped(ink(f" {line}"), room)
    left.pad_right(max(0, room - left.cell_len) + 1)
    return left + clipped(meant, width - left.cell_len - 1)


class Numbers(SessionView[Session]):
    """The criteria by number, each with our sign as it would be after saving."""

    def draw(self, width: int, height: int) -> Text:
        """Return the criteria in as many columns as they need and fit."""
        marks = [self._mark(each, min(width, _NUMBER)) for each in criteria()]
        columns = max(1, min(width // _NUMBER, -(-len(marks) // max(1, height))))
        rows = -(-len(marks) // columns)
        texts = [Text().join(marks[at::rows]) for at in range(rows)]
        return page([clipped(text, width) for text in exactly(texts, min(height, rows))])

    def _mark(self, criterion: Criterion, width: int) -> Text:
        was, now = (
            each.card.cell(criterion.key, US) for each in (self.session.was, self.session.now)
        )
        star = "*" if (was.rating, was.rated) != (now.rating, now.rated) else ""
        sign = SIGN[now.rating] if now.rated else ""
        text = ink(f" {criterion.number:>2} {criterion.short} ")
        text = clipped(text, width - 4)
        text.pad_right(width - 4 - text.cell_len)
        mark = ink((sign, SIGN_STYLE[now.rating]), (star, PENDING))
        mark.pad_right(4 - mark.cell_len)
        return text + mark


class Changes(SessionView[Session]):
    """What saving changes: the strategy before and after, and the outcome to confirm."""

    def __init__(self, session: Session, deal: str) -> None:
        super().__init__(session)
        self._deal = deal

    def draw(self, width: int, height: int) -> Text:
        """Return as much as fits, the question first."""
        session = self.session
        lines = [ink(("─" * width, DIM))] if height > 1 else []
        if session.offer:
            asked = ink((offered_question(session.offer), UNKNOWN))
            lines += wrapped(asked, width - 1, first=" ", indent=" ")
            yes = "y Enter" if isinstance(session.offer, Planned) else "Enter"
            lines.append(ink((f"   {yes}: yes   n Enter: no", DIM)))
        was, now = session.was.decision, session.now.decision
        if was.reachable == now.reachable:
            lines.append(ink(" ", *verdict(now), (" Unchanged.", DIM)))
        else:
            lines.append(ink((" Before ", DIM), *verdict(was)))
            lines.append(ink((" Now    ", HEADING), *verdict(now)))
        day = session.meeting.day
        for sentence in warnings(session.learned, session.was, day, self._deal):
            for part in sentence.replace(" `", "\n`").split("\n"):  # a command is never broken
                lines += wrapped(ink((part, UNKNOWN)), width - 1, first=" ", indent="   ")
        for each in session.recorded.outcomes:
            lines.append(ink((f" Outcome to record: {each.outcome.outcome.title}", STRONG)))
        for tick in session.recorded.tactics:
            lines.append(ink((f" Tactic {tick.key} is done", STRONG)))
        return page([clipped(line, width) for line in exactly(lines, height)])
