"""How wide text is in a picture, and how it is made to fit.

The reader's fonts are unknown, so widths are those of a wide one (DejaVu Sans): what fits with it
fits with Arial, Helvetica and Segoe UI as well.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from tas_cli.views.safe import safe
from tas_cli.views.svg.palette import INK

MORE = "…"
_BOLD = 1.13
"""How much wider bold letters are."""
_LONGEST = 400
"""The most characters of a text that is shortened; what is beyond them never fits."""
_WIDTHS = {
    **dict.fromkeys("ijlI|'", 0.29),
    **dict.fromkeys(" .,:;!()[]ftr/\\-", 0.39),
    **dict.fromkeys('cksvxyzJ"?*', 0.57),
    **dict.fromkeys("CFLPSTXYZABEKRV", 0.69),
    **dict.fromkeys("DGHNOQUw&+=<>~", 0.84),
    **dict.fromkeys("mMW@%…", 1.0),
}
"""Advance widths in parts of the font's size; any other letter has `_LETTER`."""
_LETTER, _WIDE, _MARK = 0.64, 1.05, 0.1


class Font(NamedTuple):
    """How text is written; with `middle`, around the point where it is, with `end`, up to it."""

    size: float
    color: str = INK
    bold: bool = False
    middle: bool = False
    end: bool = False


def width(text: str, font: Font) -> float:
    """Return about how many pixels a text takes, rather more than less."""
    return sum(map(_advance, text)) * font.size * (_BOLD if font.bold else 1)


@cache
def _advance(character: str) -> float:
    known = _WIDTHS.get(character)
    if known is not None:
        return known
    if unicodedata.east_asian_width(character) in "WF":
        return _WIDE
    return _MARK if unicodedata.category(character) in ("Mn", "Me", "Cf") else _LETTER


def shortened(text: str, room: float, font: Font) -> str:
    """Return a text on one line, harmless, and cut with an ellipsis if it needs more pixels."""
    text = safe(text[:_LONGEST])
    if width(text, font) <= room:
        return text
    left = room - width(MORE, font)
    for at, character in enumerate(text):
        left -= width(character, font)
        if left < 0:
            return text[:at].rstrip() + MORE
    return text


def wrapped(text: str, room: float, most: int, font: Font) -> list[str]:
    """Return a text on at most `most` lines, the last of them shortened if that is too few."""
    lines: list[str] = []
    rest = safe(text[:_LONGEST]).split()
    while rest and len(lines) < most - 1:
        taken = 1
        while taken < len(rest) and width(" ".join(rest[: taken + 1]), font) <= room:
            taken += 1
        lines.append(shortened(" ".join(rest[:taken]), room, font))
        rest = rest[taken:]
    return [*lines, shortened(" ".join(rest), room, font)] if rest else lines


def folded(text: str, room: float, font: Font) -> list[str]:
    """Return a whole text on as many lines as it needs; a word too long for a line is broken.

    A text of more than a few hundred characters is cut all the same, with an ellipsis.
    """
    lines: list[str] = []
    for word in safe(text[:_LONGEST] + (MORE if text[_LONGEST:] else "")).split():
        longer = f"{lines[-1]} {word}" if lines else word
        if width(longer, font) <= room:
            lines[-1:] = [longer]
        else:
            lines += _broken(word, room, font)
    return lines


def _broken(word: str, room: float, font: Font) -> Iterator[str]:
    """Yield a word in parts that each fit on a line, or have one character."""
    start, taken = 0, 0.0
    for at, character in enumerate(word):
        taken += width(character, font)
        if taken > room and at > start:
            yield word[start:at]
            start, taken = at, width(character, font)
    yield word[start:]
