"""The twenty ratings of a deal as a strip in a line of text: up is strong, down is weak."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from tas_cli.method.catalogue import criteria
from tas_cli.views.svg.document import canvas
from tas_cli.views.svg.elements import add, number
from tas_cli.views.svg.palette import AMBER, FAINT, GREEN, RED

_STEP, _GAP, _WIDE = 5.5, 4.0, 3.5
"""From mark to mark, the gap between two questions, and how wide a mark is."""
_HIGH, _MIDDLE, _REACH = 20.0, 10.0, 8.5
"""The height of the strip, where its middle is, and how far a mark reaches from there."""


def strip(signs: str) -> Element:
    """Return the signs of all criteria, in order, as a drawing.

    A strong rating is a bar up, a weak one a bar down, an unknown one a square in the middle, and
    one that no assessment states is a dot on the line.
    """
    places = _places()
    drawn = canvas(places[-1] + _WIDE, _HIGH)
    parts = {
        "+": (GREEN, f"v-{number(_REACH)}h{number(_WIDE)}v{number(_REACH)}z"),
        "-": (RED, f"v{number(_REACH)}h{number(_WIDE)}v-{number(_REACH)}z"),
        "?": (AMBER, f"m0-{number(_WIDE / 2)}h{number(_WIDE)}v{number(_WIDE)}h-{number(_WIDE)}z"),
        ".": (FAINT, f"m{number(_WIDE / 4)}-0.5h1.5v1h-1.5z"),
    }
    for sign, (color, shape) in parts.items():
        at = [place for place, each in zip(places, signs, strict=True) if each == sign]
        if at:
            path = "".join(f"M{number(place)} {number(_MIDDLE)}{shape}" for place in at)
            add(drawn, "path", d=path, fill=color)
    return drawn


def _places() -> list[float]:
    """Return where each criterion's mark begins: the questions are apart from each other."""
    return [at * _STEP + (each.question - 1) * _GAP for at, each in enumerate(criteria())]
