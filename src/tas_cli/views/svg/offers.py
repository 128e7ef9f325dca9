"""Our offer beside those of competitors: what each costs the customer, and what is left for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import NamedTuple
from xml.etree.ElementTree import Element

from tas_cli.assess.value import Balance, money
from tas_cli.views.svg.document import canvas, resized
from tas_cli.views.svg.elements import add, hover, write, write_lines
from tas_cli.views.svg.geometry import Point
from tas_cli.views.svg.lettering import Font, folded, width
from tas_cli.views.svg.palette import INK, PLUM, QUIET, RED
from tas_cli.views.svg.waterfall_parts import Scale, line, short_money

_MOST, _NAMES = 480.0, 0.32
"""How wide it is at most, and the part of it that names take at most."""
_NAME, _HEAD, _FIGURE = Font(12), Font(12, QUIET, bold=True), Font(12, bold=True, end=True)
_BAR, _THIN, _TEXT = 14.0, 1.5, 12.0
"""How high a bar is, how thin at least, and how far the text beside it is from its top."""
_TOP, _GAP = 22.0, 10.0


class _Layout(NamedTuple):
    """The width of the names, the right edge, where which amount is, and the currency."""

    names: float
    right: float
    scale: Scale
    currency: str


def offers(balances: Mapping[str, Balance], currency: str, wide: float) -> Element:
    """Draw costs and net value by party, ours first, all on one scale."""
    root, groups = canvas(wide, 0), [*_groups(balances)]
    layout = _layout(groups, currency, min(wide, _MOST))
    y = 0.0
    for head, rows in groups:
        write(root, Point(0, y + _TEXT), f"{head}, {currency}", _HEAD)
        y += _TOP
        for name, value in rows.items():
            y = _row(root, layout, (name, value), INK if name == next(iter(balances)) else PLUM, y)
        y += _GAP
    return resized(root, layout.right, max(y - _GAP, 1.0))


def _groups(balances: Mapping[str, Balance]) -> Iterator[tuple[str, dict[str, Fraction]]]:
    """Yield what is compared, and what it comes to for each party that has figures of it."""
    paid = {name: each.paid for name, each in balances.items() if each.costs.moves}
    net = {name: each.net for name, each in balances.items() if each.benefits.moves}
    yield from (group for group in (("Costs and risks", paid), ("Net value", net)) if group[1])


def _layout(groups: list[tuple[str, dict[str, Fraction]]], currency: str, right: float) -> _Layout:
    rows = [row for _, found in groups for row in found.items()]
    names = min(max((width(name, _NAME) for name, _ in rows), default=0), right * _NAMES)
    figures = [width(short_money(value, currency), _FIGURE) for _, value in rows]
    levels = [Fraction(0), *(value for _, value in rows)]
    end = right - max(figures, default=0) - _GAP - _THIN
    return _Layout(names, right, Scale(min(levels), max(levels), names + _GAP, end), currency)


def _row(root: Element, layout: _Layout, row: tuple[str, Fraction], color: str, y: float) -> float:
    """Draw what something comes to for a party, and return where the next row begins."""
    name, value = row
    left, right = sorted(map(layout.scale.at, (Fraction(0), value)))
    size = {"width": max(right - left, _THIN), "height": _BAR}
    bar = add(root, "rect", x=left, y=y, fill=color, **size)
    hover(bar, f"{name}: {money(value, layout.currency)}")
    zero = layout.scale.at(Fraction(0))
    line(root, Point(zero, y - 3), Point(zero, y + _BAR + 3))
    font = _FIGURE._replace(color=RED if value < 0 else INK)
    text = short_money(value, layout.currency)
    write(root, Point(layout.right, y + _TEXT), text, font)
    lines = folded(name, layout.names, _NAME)
    below = write_lines(root, Point(0, y + _TEXT), lines, _NAME)
    return max(y + _BAR, below.y - _TEXT) + _GAP
