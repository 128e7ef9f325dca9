"""Value as a waterfall: benefits up, costs down, and what is left of it (method, section 2).

What the customer confirmed is solid, what we only claim is an outline. Where there is room for the
whole names, steps are columns from left to right, otherwise rows from top to bottom.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from tas_cli.assess.value import Valuation
from tas_cli.assess.value_steps import steps
from tas_cli.views.svg import waterfall_columns, waterfall_rows
from tas_cli.views.svg.document import canvas, resized
from tas_cli.views.svg.elements import write
from tas_cli.views.svg.geometry import Point
from tas_cli.views.svg.waterfall_parts import NAME, NOTE, Waterfall, written
from tas_cli.views.value_words import WHY, in_months

_EMPTY = "No benefit or cost is in figures yet."


def waterfall(found: Valuation, currency: str, wide: float) -> Element:
    """Draw the value of a case over the months that are counted, in a width in pixels."""
    root, drawn = canvas(wide, 0), Waterfall(steps(found), currency, wide)
    if drawn.steps:
        write(root, Point(0, 14), f"{currency}, over {in_months(found.months)}", NOTE)
        part = waterfall_columns if waterfall_columns.fits(drawn) else waterfall_rows
        bottom = part.draw(root, drawn)
    else:
        bottom = written(root, Point(0, 16), _EMPTY, wide, NAME)
    for number, line in enumerate(left_out(found)):
        bottom = written(root, Point(0, bottom if number else bottom + 12), line, wide, NOTE)
    return resized(root, wide, bottom - 8)


def left_out(found: Valuation) -> Iterator[str]:
    """Yield what is not drawn since it has no figure, and why."""
    gains = [(each.benefit.what, each.uncounted) for each in found.gains if each.flow is None]
    costs = [(each.cost.what, each.uncounted) for each in found.expenses if each.flow is None]
    for what, why in (*gains, *costs):
        yield f"Not counted: {what} ({WHY[why]})"
