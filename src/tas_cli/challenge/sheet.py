"""The sheet: the questions of each category, three grades each, and their means."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from rich.text import Text
from textual import events

from tas_cli.challenge.session import COLUMNS, Row, Session
from tas_cli.method.plan import challenge_categories, score_columns
from tas_cli.model.plan import Point
from tas_cli.tui.widgets import PickedView, clipped, ink, page, scrolled, wrapped
from tas_cli.views.cells import fit
from tas_cli.views.challenge import question, scored
from tas_cli.views.page import DIM, HEADING, PENDING, STRONG, Part
from tas_cli.views.words import short_date

_MARK = 2
"""The cells before a question: the cursor and a space."""
_SHARES = ((72, 13), (56, 11), (0, 4))
"""The width of a grade's column, by the least width of the sheet."""
_NARROW = 4
"""The width at which the means have no room below the grades."""
_HEAD, _MEAN = -1, -2
"""In place of the index of a row."""


class Shown(NamedTuple):
    """A line, and the index of its row, or what else it is."""

    text: Text
    at: int


class Sheet(PickedView[Session]):
    """Shows the session's rows; with more than fit, it follows the cursor."""

    def draw(self, width: int, height: int) -> Text:
        """Return the heads of the columns, and the lines that fit."""
        lines = [_heads(width), *(each.text for each in self._window(width, height - 1))]
        return page([clipped(line, width) for line in lines[: max(1, height)]])

    def on_click(self, event: events.Click) -> None:
        """Go to the clicked grade or point."""
        lines = self._window(self.size.width, self.size.height - 1)
        at = lines[event.y - 1].at if 0 < event.y <= len(lines) else _HEAD
        if at >= 0:
            cell = grade_width(self.size.width)
            left = self.size.width - cell * len(COLUMNS)
            self._pick(at, max(0, event.x - left) // cell)

    def _window(self, width: int, height: int) -> list[Shown]:
        """Return the visible lines: all of the category under the cursor, if it fits."""
        lines = [*_lines(self.session, width)]
        rows = [at for at, each in enumerate(lines) if each.at == self.session.at]
        first, last = _block(lines, rows[0])
        room = max(1, height)
        if last - first >= room:
            first, last = rows[0], rows[-1]
        self._top = scrolled(self._top, last, room, len(lines))
        self._top = scrolled(self._top, first, room, len(lines))
        return lines[self._top : self._top + room]


def grade_width(width: int) -> int:
    """Return the width of the column of a grade on a sheet of this width."""
    return next(cell for least, cell in _SHARES if width >= least)


def _block(lines: list[Shown], at: int) -> tuple[int, int]:
    """Return the first and the last line of the category or the points around a line."""
    heads = [place for place, each in enumerate(lines) if each.at == _HEAD]
    after = next((place for place in heads if place > at), len(lines))
    return max(place for place in heads if place <= at), after - 1


def _heads(width: int) -> Text:
    cell = grade_width(width)
    heads = "".join(fit(_short(each.title, cell), cell) for each in score_columns().values())
    return ink((" " * max(0, width - cell * len(COLUMNS)) + heads, STRONG))


def _short(title: str, width: int) -> str:
    """Return the head of a column, shortened to leave a gap."""
    if len(title) < width:
        return title
    return title[:3] if width <= _NARROW else f"{title[:4]}."


def _lines(session: Session, width: int) -> Iterator[Shown]:
    """Yield all lines: the categories with their questions and means, then the points."""
    at = 0
    for number, (key, category) in enumerate(challenge_categories().items(), 1):
        yield Shown(ink((f"{number} {category.title}", HEADING)), _HEAD)
        for _ in session.questions(key):
            yield from _asked(session, at, width)
            at += 1
        yield from _mean(session, key, width)
    yield Shown(ink(("Points raised", HEADING)), _HEAD)
    for point in range(at, len(session.rows)):
        yield Shown(_point(session, point), point)


def _asked(session: Session, at: int, width: int) -> Iterator[Shown]:
    """Yield the lines of a question, with its grades in the first one."""
    row, cell = session.rows[at], grade_width(width)
    room = width - cell * len(COLUMNS)
    here = at == session.at
    words = ink((question(row.category, row.question), STRONG * here))
    first, *more = wrapped(words, max(8, room - _MARK - 1), first="", indent="")
    grades = ink()
    for number, column in enumerate(COLUMNS):
        grades += ink(*_cell(session, row, column, cell, here=here and number == session.column))
    mark = ink(("▸ " if here else "  ", STRONG))
    line = mark + clipped(first, room - _MARK)
    line.pad_right(max(0, room - line.cell_len))
    yield Shown(line + grades, at)
    for each in more:
        yield Shown(ink("  ") + each, at)


def _cell(session: Session, row: Row, column: str, width: int, *, here: bool) -> list[Part]:
    """Return a grade: in brackets under the cursor, with a star if it is not saved."""
    grade = session.grade_at(row, column)
    edge, style = ("[", "]") if here else (" ", " "), "bold reverse" if here else ""
    mark: Part = (str(grade), style or STRONG) if grade else ("·", style or DIM)
    star = "*" if session.is_unsaved(row, column) else ""
    return [(edge[0], style), mark, (edge[1], style), (fit(star, width - 3), PENDING)]


def _mean(session: Session, category: str, width: int) -> Iterator[Shown]:
    """Yield the mean of each column, with its color in a word; in words if there is no room."""
    found, cell = session.means(category), grade_width(width)
    if cell > _NARROW:
        line = ink(("  Mean", DIM))
        line.pad_right(max(0, width - cell * len(COLUMNS) - line.cell_len) + 1)
        for column in COLUMNS:
            shown = ink(scored(found.get(column), session.deal))
            shown.pad_right(max(0, cell - shown.cell_len))
            line += shown
        line.rstrip()
        yield Shown(line, _MEAN)
        return
    parts: list[Part] = [("Mean " if found else "Mean -", DIM)]
    for column, score in found.items():
        parts += [f" {score_columns()[column].title.lower()} ", scored(score, session.deal)]
    for line in wrapped(ink(*parts), width - _MARK, first="  ", indent="  "):
        yield Shown(line, _MEAN)


def _point(session: Session, at: int) -> Text:
    """Return a point that was raised, or the place for another."""
    row, here = session.rows[at], at == session.at
    mark: list[Part] = [("▸" if here else " ", STRONG)]
    if row.point is None:
        return ink(*mark, "  ", ("(a: add a point: What if …?)", STRONG * here or DIM))
    point = session.challenge.points[row.point]
    star: Part = ("*", PENDING) if session.is_unsaved(row) else " "
    return ink(*mark, star, " ", (point.what, STRONG * here), (_whose(point, session), DIM))


def _whose(point: Point, session: Session) -> str:
    due = f"due {short_date(point.due, session.deal.day)}" if point.due else ""
    whose = ", ".join(filter(None, (point.owner, due)))
    return f" ({whose})" if whose else ""
