"""The marks of ratings on a page: each is drawn once, and used wherever a cell has it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from xml.etree.ElementTree import Element, SubElement, tostring

from markupsafe import Markup

from tas_cli.model.scalars import Rating
from tas_cli.views.page import SIGN_STYLE, UNRATED, Mark
from tas_cli.views.svg import marks
from tas_cli.views.svg.geometry import Point

_WIDE, _HIGH, _REACH = 60, 22, 20.0
"""The size of a mark between its poles, and how far they are from the middle."""
_RATINGS: tuple[Rating, ...] = ("-", "?", "+")
_SAID = {"plus": "strong", "minus": "weak", "unknown": "unknown"}
_LOOKS = {"firm": "", "claimed": ", without evidence", "stale": ", not re-checked for long"}


@cache
def symbols() -> Markup:
    """Return the definitions of all marks, which a page has once."""
    root = Element("svg", {"class": "symbols", "aria-hidden": "true", "width": "0", "height": "0"})
    for name, rating, shown in _all():
        size = {"viewBox": f"0 0 {_WIDE} {_HIGH}"}
        symbol = SubElement(root, "symbol", {"id": name, **size})
        middle = Point(_WIDE / 2, _HIGH / 2)
        marks.scale(symbol, middle, _REACH)
        if rating:
            marks.mark(symbol, marks.placed(middle, rating, _REACH), rating, shown)
    return Markup(tostring(root, encoding="unicode"))  # noqa: S704 - nothing in it is from a file


def _all() -> Iterator[tuple[str, Rating | None, marks.Look]]:
    yield _name("", UNRATED), None, marks.Look.FIRM
    for rating in _RATINGS:
        for shown in marks.Look:
            yield _name(SIGN_STYLE[rating], shown.value), rating, shown


def _name(style: str, shown: str) -> str:
    return f"mark-{shown}" if shown == UNRATED else f"mark-{style}-{shown}"


def drawn(mark: Mark) -> Markup:
    """Return a mark: drawn for the eye, in words for the ear, and its changes for the script."""
    over = Markup(' data-over="{0}"').format(" ".join(map(":".join, mark.over)))
    shown = _drawn(mark._replace(over=()))
    return Markup('<span class="mark"{0}{1}').format(over if mark.over else "", shown)


@cache
def _drawn(mark: Mark) -> Markup:
    """Return all but the beginning of a mark."""
    said = "not rated" if mark.look == UNRATED else f"{_SAID[mark.style]}{_LOOKS[mark.look]}"
    return Markup(
        ' role="img" aria-label="{0}" data-sign="{1}">'
        '<svg width="{2}" height="{3}" aria-hidden="true"><use href="#{4}"/></svg></span>'
    ).format(said, mark.words, _WIDE, _HIGH, _name(mark.style, mark.look))
