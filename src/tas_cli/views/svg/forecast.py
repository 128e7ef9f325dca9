"""The forecast as bars: for each group its commit and its best case, on what is won already.

What the rep calls is outlined, what the buyer's outcomes show is solid, and the quota is a line
across. Where there is no room beside a bar, its words are above it. Amounts in several currencies
have a scale each.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple
from xml.etree.ElementTree import Element

from tas_cli.board.forecast import Forecast, Group, Outlook
from tas_cli.views.board import LACKING
from tas_cli.views.bridge import money
from tas_cli.views.svg.document import canvas, resized
from tas_cli.views.svg.elements import add, hover, write
from tas_cli.views.svg.geometry import Point
from tas_cli.views.svg.lettering import Font, shortened, width
from tas_cli.views.svg.palette import BLUE, FAINT, GREEN, INK, PAPER, QUIET

_NAME, _TEXT, _INSIDE = Font(14, bold=True), Font(12, QUIET), Font(11, PAPER)
_WON = "won"
"""What is written in the part of a bar that is won, if there is room."""
_LABEL, _FIGURES = 84.0, 240.0
"""The room left of a bar for its name, and right of it for its figures."""
_ROOMY = 560.0
"""The least width at which words are beside the bars."""
_NO_QUOTA = "no quota in tas.yaml"
_MOST = 13
"""The most groups that are drawn, with the total."""
_BAR, _NEXT, _LINE, _GROUP = 14.0, 8.0, 18.0, 18.0
"""The height of a bar, the gaps below bars and groups, and the height of a line of words."""


class _Row(NamedTuple):
    """A group's bars in one currency, and its quota if that is in this currency."""

    name: str
    money: Outlook
    quota: Decimal | None
    lacks: str = ""
    """What is said where there is no quota."""

    @property
    def only_won(self) -> bool:
        """Whether something is won, and nothing is called or evidenced."""
        open_ = any(called or evidenced for _, called, evidenced in self.bars)
        return bool(self.money.won) and not open_

    @property
    def bars(self) -> tuple[tuple[str, Decimal, Decimal], ...]:
        """The name of each bar, and what is called and evidenced."""
        called, evidenced = self.money.called, self.money.evidenced
        return (
            ("Commit", called.commit, evidenced.commit),
            ("Best case", called.best_case, evidenced.best_case),
        )

    @property
    def top(self) -> Decimal:
        """The largest amount of all."""
        open_ = max(max(called, evidenced) for _, called, evidenced in self.bars)
        return max(self.money.won + open_, self.quota or Decimal())


class _Frame(NamedTuple):
    """How bars are laid out: where they begin and end, and how wide one unit of money is."""

    wide: float
    left: float
    right: float
    top: Decimal

    @property
    def beside(self) -> bool:
        """Whether words are beside the bars."""
        return self.left > 0

    def at(self, amount: Decimal) -> float:
        """Return where an amount is."""
        return self.left + (self.right - self.left) * float(amount / self.top)


def has_bars(shown: Forecast) -> bool:
    """Whether there is anything to draw."""
    return any(_panels(shown))


def forecast_bars(shown: Forecast, wide: float) -> Element:
    """Return the bars of all groups, the total first, as a drawing of that width in pixels."""
    drawing = canvas(wide, 0)
    panels = [*_panels(shown)]
    bottom = 0.0
    for currency, rows in panels:
        if panels[1:]:
            write(drawing, Point(0, bottom + 13), currency, Font(13, QUIET, bold=True))
            bottom += _LINE + 4
        frame = _frame(wide, max(row.top for row in rows))
        for row in _largest(rows):
            bottom = _group(drawing, row, frame, bottom)
        if (hidden := len(rows) - _MOST) > 0:
            write(drawing, Point(0, bottom + 12), f"and {hidden} more with less", _TEXT)
            bottom += _LINE + _GROUP
    return resized(drawing, wide, max(bottom - _GROUP + 2, 1))


def _panels(shown: Forecast) -> Iterator[tuple[str, list[_Row]]]:
    """Yield the rows in each currency that has amounts; a single group needs no total."""
    every = [*_rows("All", shown.total, shown), *_of_groups(shown)]
    for currency in sorted({row.money.currency for row in every}):
        rows = [row for row in every if row.money.currency == currency and row.top > 0]
        if len(rows) == 2 and rows[0].top == rows[1].top:
            yield currency, [rows[1]._replace(lacks=rows[0].lacks or rows[1].lacks)]
        elif rows:
            yield currency, rows


def _largest(rows: Sequence[_Row]) -> Iterator[_Row]:
    """Yield the largest rows in their order."""
    least = sorted((row.top for row in rows), reverse=True)[:_MOST][-1]
    yield from [row for row in rows if row.top >= least][:_MOST]


def _of_groups(shown: Forecast) -> Iterator[_Row]:
    for group in shown.groups:
        yield from _rows(group.key or LACKING[shown.wanted.by], group, shown)


def _rows(name: str, group: Group, shown: Forecast) -> Iterator[_Row]:
    ours = shown.scope.settings.currency
    for each in group.money:
        if each.currency == ours:
            yield _Row(name, each, group.quota, _lacks(group, shown))
        else:
            yield _Row(name, each, None)


def _lacks(group: Group, shown: Forecast) -> str:
    """Return what to say of a group without a quota; if there is none at all, once."""
    if group is shown.total and group.quota is None:
        return _NO_QUOTA
    some = any(each.quota is not None for each in shown.groups)
    return "no quota" if some and group.key and group.quota is None else ""


def _frame(wide: float, top: Decimal) -> _Frame:
    if wide < _ROOMY:
        return _Frame(wide, 0, wide - 1, top)
    return _Frame(wide, _LABEL, wide - _FIGURES, top)


def _group(parent: Element, row: _Row, frame: _Frame, top: float) -> float:
    """Draw a group, and return where the next one begins."""
    group = add(parent, "g")
    hover(group, f"{row.name}: won {money(row.money.won)}, {_said(row)}")
    _head(group, row, frame, top + 13)
    bottom = top + _LINE + 4
    for label, called, evidenced in row.bars:
        words = f"{money(called)} called, {money(evidenced)} evidenced"
        if row.only_won:
            words = f"won {money(row.money.won)}; {words}"
        if frame.beside:
            write(group, Point(0, bottom + _BAR - 3), label, _TEXT)
            write(group, Point(frame.right + 12, bottom + _BAR - 3), words, _TEXT)
        else:
            write(group, Point(0, bottom + 12), f"{label}: {words}", _TEXT)
            bottom += _LINE
        _bar(group, (row.money.won, called, evidenced), frame, bottom)
        if row.quota:
            at = frame.at(row.quota)
            place = {"x1": at, "x2": at, "y1": bottom - 2, "y2": bottom + _BAR + 2}
            add(group, "line", stroke=INK, stroke_width=2, **place)
        bottom += _BAR + _NEXT
    return bottom + _GROUP


def _said(row: _Row) -> str:
    return "; ".join(
        f"{label.lower()} {money(called)} called, {money(evidenced)} evidenced"
        for label, called, evidenced in row.bars
    )


def _head(parent: Element, row: _Row, frame: _Frame, baseline: float) -> None:
    """Write a group's name and what it has won; its quota is as near to its line as possible."""
    quota = f"quota {money(row.quota)}" if row.quota else row.lacks
    won = f"won {money(row.money.won)}" if row.money.won and not row.only_won else ""
    words = [width(each, _TEXT) + 14 for each in (won, quota) if each]
    name = shortened(row.name, frame.wide - sum(words), _NAME)
    write(parent, Point(0, baseline), name, _NAME)
    end = width(name, _NAME) + 14
    if won:
        write(parent, Point(end, baseline), won, _TEXT)
        end += width(won, _TEXT) + 14
    if quota:
        room = width(quota, _TEXT)
        wanted = frame.at(row.quota) - room / 2 if row.quota else end
        write(parent, Point(max(end, min(wanted, frame.wide - room)), baseline), quota, _TEXT)


def _bar(parent: Element, amounts: Sequence[Decimal], frame: _Frame, top: float) -> None:
    """Draw what is won, from there what is evidenced, and around that what is called."""
    won, called, evidenced = amounts
    line = {"x1": frame.left, "x2": frame.right, "y1": top + _BAR, "y2": top + _BAR}
    add(parent, "line", stroke=FAINT, stroke_width=0.5, **line)
    start = frame.at(won)
    _rect(parent, (frame.left, start), top, fill=GREEN)
    if start - frame.left > width(_WON, _INSIDE) + 8:
        write(parent, Point(frame.left + 4, top + _BAR - 3), _WON, _INSIDE)
    _rect(parent, (start, frame.at(won + evidenced)), top, fill=BLUE)
    edge: dict[str, float | str] = {"stroke": BLUE, "stroke_width": 1.5}
    fill = "none" if evidenced else PAPER
    _rect(parent, (start, frame.at(won + called)), top, fill=fill, **edge)


def _rect(parent: Element, between: Sequence[float], top: float, **look: float | str) -> None:
    left, right = between
    if right > left:
        add(parent, "rect", x=left, y=top, width=max(right - left, 1), height=_BAR, **look)
