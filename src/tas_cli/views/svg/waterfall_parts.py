"""What the columns and the rows of a waterfall share: levels, names, figures, bars."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple
from xml.etree.ElementTree import Element

from tas_cli.assess.value import amount, in_figures, money
from tas_cli.assess.value_steps import Step
from tas_cli.views.svg.elements import add, hover, path, write_lines
from tas_cli.views.svg.geometry import Point
from tas_cli.views.svg.lettering import Font, folded
from tas_cli.views.svg.palette import FAINT, GREEN, INK, PAPER, QUIET, RED, SLATE
from tas_cli.views.value_words import paid_back
from tas_cli.views.words import short_amount

NAME, NOTE = Font(12), Font(12, QUIET)
HEAD = Font(12, QUIET, bold=True)
_GROUPS = {"confirmed": "Confirmed", "claimed": "Our claims", "cost": "Costs", "sum": ""}
_COLORS = {"confirmed": GREEN, "claimed": GREEN, "cost": SLATE, "sum": INK}
_THOUSAND, _HUGE = 1000, Decimal(10) ** 15
_THIN, _PEN = 1.5, 2.0
"""How thin the smallest bar is, and the pen of an outline."""


class Waterfall(NamedTuple):
    """What is drawn: the steps, their currency, and the width in pixels."""

    steps: tuple[Step, ...]
    currency: str
    wide: float

    def groups(self) -> Iterator[tuple[int, int, str]]:
        """Yield the first and the last step of each group that has a name, and the name."""
        first = 0
        for at, step in enumerate(self.steps):
            if at + 1 == len(self.steps) or self.steps[at + 1].kind != step.kind:
                if words := _GROUPS[step.kind]:
                    yield first, at, words
                first = at + 1

    def figure(self, step: Step) -> str:
        """Return what a step comes to in a few letters."""
        return short_money(step.change, self.currency)


class Scale(NamedTuple):
    """Levels of money as pixels: the lowest is at `start`, the highest at `end`; 0 is between."""

    lowest: Fraction
    highest: Fraction
    start: float
    end: float

    @classmethod
    def of(cls, drawn: Waterfall, start: float, end: float) -> Scale:
        """Return the scale of all levels."""
        levels = [level for each in drawn.steps for level in (each.before, each.after)]
        zero = Fraction(0)
        return cls(min(zero, *levels), max(zero, *levels), start, end)

    def at(self, level: Fraction) -> float:
        """Return where a level is. The share is worked out exactly, so nothing is too large."""
        room = self.highest - self.lowest
        share = float((level - self.lowest) / room) if room else 0.0
        return self.start + (self.end - self.start) * share


def short_money(value: Fraction, currency: str) -> str:
    """Return an amount in a few letters, with its minus: 2.1M, –300k."""
    exact = abs(amount(value, currency))
    words = short_amount(exact) if exact < _HUGE else f"{exact:.1E}"
    if exact < _THOUSAND:
        words = in_figures(abs(value), currency)
    return f"–{words}" if value < 0 else words


def name(step: Step) -> str:
    """Return what a step is."""
    if step.balance is None:
        return step.what
    if not step.balance.costs.moves:
        return "All benefits"
    if not step.balance.benefits.moves:
        return "Net value"
    return "Net value, confirmed" if step.confirmed else "Net value with our claims"


def more(step: Step) -> str:
    """Return when a sum is paid back; empty for anything else."""
    balance = step.balance
    known = balance is not None and balance.costs.moves and balance.benefits.moves
    return paid_back(balance).rstrip(",") if balance is not None and known else ""


def loses(step: Step) -> bool:
    """Whether it is a net value below 0."""
    return step.kind == "sum" and step.change < 0


def named(root: Element, at: Point, step: Step, room: float, font: Font) -> float:
    """Write what a step is, and when it is paid back; return where the next line would be."""
    below = written(root, at, name(step), room, font._replace(bold=step.kind == "sum"))
    return written(root, Point(at.x, below), more(step), room, font)


def written(root: Element, at: Point, text: str, room: float, font: Font) -> float:
    """Write a whole text on as many lines as it needs, and return where the next one would be."""
    return write_lines(root, at, folded(text, room, font), font).y


def bar(root: Element, step: Step, start: Point, end: Point, currency: str) -> None:
    """Draw the bar of a step between two corners; what is only our claim is an outline."""
    hollow = step.kind == "claimed" or (step.kind == "sum" and not step.confirmed)
    color = RED if loses(step) else _COLORS[step.kind]
    pen = {"fill": PAPER, "stroke": color, "stroke_width": _PEN} if hollow else {"fill": color}
    inset = _PEN / 2 if hollow else 0.0
    left, top = min(start.x, end.x), min(start.y, end.y)
    sides = (abs(end.x - start.x), abs(end.y - start.y))
    wide, high = (max(each - 2 * inset, _THIN) for each in sides)
    box = add(root, "rect", x=left + inset, y=top + inset, width=wide, height=high, **pen)
    hover(box, f"{name(step)}: {money(step.change, currency)}")


def line(root: Element, start: Point, end: Point) -> None:
    """Draw a hairline."""
    add(root, "path", d=path("M", start, "L", end), stroke=FAINT, stroke_width=1)
