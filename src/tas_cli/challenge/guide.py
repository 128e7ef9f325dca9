"""Below the sheet: the questions behind the grade under the cursor, and doubts."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from tas_cli.challenge.session import COLUMNS, Session
from tas_cli.method.plan import challenge_categories, score_columns
from tas_cli.model.plan import Point
from tas_cli.tui.widgets import SessionView, exactly, ink, page, wrapped
from tas_cli.views.page import DIM, STRONG, UNKNOWN, Part
from tas_cli.views.words import short_date

_ADD = "What could be wrong with this plan? Press a, and recommend what to do about it."


class Guide(SessionView[Session]):
    """The questions behind a grade, or a point in full; doubts about the challenge come first."""

    def draw(self, width: int, height: int) -> Text:
        """Return as much as fits."""
        rule = [ink(("─" * width, DIM))]
        doubts: list[list[Part]] = [[("! ", UNKNOWN), each] for each in self.session.doubts]
        lines = [
            line
            for each in (*doubts, *_about(self.session))
            for line in wrapped(ink(*each), width - 1, first=" ", indent=" ")
        ]
        return page([*rule, *exactly(lines, height - 1)] if height > 1 else rule[:height])


def _about(session: Session) -> Iterator[list[Part]]:
    row = session.row
    if row.category:
        column = score_columns()[COLUMNS[session.column]]
        yield [(column.title, STRONG), f": {column.about}"]
        for each in column.asks:
            yield [("• ", DIM), each]
        category = challenge_categories()[row.category]
        yield [(f"{category.title}: {category.about}", DIM)]
    elif row.point is None:
        yield [(_ADD, DIM)]
    else:
        yield from _point(session.challenge.points[row.point], session)


def _point(point: Point, session: Session) -> Iterator[list[Part]]:
    """Yield a point in full."""
    yield [(point.what, STRONG)]
    due = point.due and short_date(point.due, session.deal.day)
    facts = {
        "Recommended": point.recommendation,
        "Owner": point.owner,
        "Due": due,
        "Answer": point.answer,
    }
    for name, text in facts.items():
        if text:
            yield [(f"{name}: ", DIM), text]
    if not session.is_unsaved(session.row):
        yield [("Saved: answer and change it with tas actions.", DIM)]
