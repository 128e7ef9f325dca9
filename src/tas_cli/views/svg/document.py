"""A drawing as a file of its own, for mails and slides."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element, tostring

from tas_cli.views.safe import safe
from tas_cli.views.svg.elements import FONTS, add, number, write_lines
from tas_cli.views.svg.geometry import Point
from tas_cli.views.svg.lettering import Font, folded
from tas_cli.views.svg.palette import PAPER

_EDGE = 36.0
"""The ground around a drawing."""
_TITLE, _SAID = Font(20, bold=True), Font(14)


def canvas(width: float, height: float) -> Element:
    """Return an empty drawing of that size in pixels."""
    name = {"xmlns": "http://www.w3.org/2000/svg", "font-family": FONTS}
    return resized(Element("svg", name), width, height)


def resized(drawing: Element, width: float, height: float) -> Element:
    """Give a drawing its size in pixels, once that is known, and return it."""
    size = {"width": number(width), "height": number(height)}
    drawing.attrib |= {"viewBox": " ".join(("0 0", *size.values())), **size}
    return drawing


def headed(drawing: Element, title: str, *said: str) -> Element:
    """Return a drawing below a title, and sentences that say what to see in it."""
    wide, high = (float(drawing.attrib[key]) for key in ("width", "height"))
    root = canvas(wide, 0)
    below = write_lines(root, Point(0, _TITLE.size), folded(title, wide, _TITLE), _TITLE)
    for each in said:
        below = write_lines(root, below, folded(each, wide, _SAID), _SAID)
    drawing.attrib["y"] = number(below.y)
    root.append(drawing)
    return resized(root, wide, below.y + high)


def picture(drawing: Element, title: str, description: Iterable[str]) -> str:
    """Return a drawing on light ground as an SVG document, described to screen readers.

    It is ASCII with character references, so it survives any encoding on its way to a file.
    """
    wide, high = float(drawing.attrib["width"]), float(drawing.attrib["height"])
    root = canvas(wide + 2 * _EDGE, high + 2 * _EDGE)
    root.attrib |= {"role": "img", "aria-labelledby": "title description"}
    add(root, "title", id="title").text = safe(title)
    add(root, "desc", id="description").text = "\n".join(map(safe, description))
    add(root, "rect", width="100%", height="100%", fill=PAPER)
    drawing.attrib |= {"x": number(_EDGE), "y": number(_EDGE)}
    root.append(drawing)
    return f"{tostring(root, encoding='us-ascii').decode('ascii')}\n"
