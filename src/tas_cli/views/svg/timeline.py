"""The plan in time: what we do, what the customer does, and the steps that are left until then.

Time runs to the right where there is room for labels, otherwise down.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from tas_cli.assess.timeline import Timeline
from tas_cli.views.svg import timeline_across, timeline_down
from tas_cli.views.svg.document import canvas, resized
from tas_cli.views.svg.elements import write_lines
from tas_cli.views.svg.geometry import Point
from tas_cli.views.svg.lettering import folded
from tas_cli.views.svg.timeline_parts import NOTE
from tas_cli.views.timeline_words import note, what

_ACROSS = 640.0
"""From which width on time runs to the right: a label fits on one side of any mark."""


def timeline_drawing(plan: Timeline, wide: float) -> Element:
    """Draw a plan in time, in a width in pixels."""
    root = canvas(wide, 0)
    part = timeline_across if wide >= _ACROSS else timeline_down
    below = Point(0, part.draw(root, plan, wide) + NOTE.size)
    for each in plan.undated:
        more = note(each)
        text = f"No date yet: {what(each)}{f' ({more})' if more else ''}"
        below = write_lines(root, below, folded(text, wide, NOTE), NOTE)
    return resized(root, wide, below.y - NOTE.size + 4)
