"""Words for the screen: made safe, styled, wrapped, and in ASCII where the terminal has no more."""

from __future__ import annotations

from io import StringIO

from rich.console import Console
from rich.text import Text
from textual.dom import DOMNode
from textual.widget import Widget

from tas_cli.views.safe import safe
from tas_cli.views.terminal.page import Part

_ASCII = str.maketrans("–·•…▸◂", "-.*~><")
_WRAPPING = Console(file=StringIO(), width=200, markup=False, emoji=False, highlight=False)


def ink(*parts: Part, style: str = "") -> Text:
    """Return words with their styles; nothing in them is taken for markup or for control."""
    text = Text(style=style)
    for part in parts:
        words, how = part if isinstance(part, tuple) else (part, "")
        text.append(safe(words), how or None)
    return text


def wrapped(text: Text, width: int, *, first: str = "", indent: str = "") -> list[Text]:
    """Return the lines of a text in `width` cells, the first one after `first`."""
    room = max(8, width - len(indent))
    lines = []
    for number, line in enumerate(text.wrap(_WRAPPING, room)):
        line.rstrip()
        lines.append(ink(indent if number else first) + line)
    return lines or [Text(first)]


def clipped(text: Text, width: int) -> Text:
    """Return a text cut to `width` cells, with an ellipsis where something is missing."""
    short = text.copy()
    short.truncate(max(1, width), overflow="ellipsis")
    return short


def page(lines: list[Text]) -> Text:
    """Return lines as one text."""
    return Text("\n").join(lines)


def drawable(node: DOMNode, text: Text) -> Text:
    """Return a text as the terminal can draw it."""
    if getattr(node.app, "ascii_only", False):
        text.plain = text.plain.translate(_ASCII)
    return text


class Drawn(Widget):
    """A widget that draws itself as text, anew at every change and size."""

    def draw(self, width: int, height: int) -> Text:
        """Return what to show in that many cells."""
        raise NotImplementedError

    def render(self) -> Text:
        """Return the drawing, in ASCII for a terminal that has nothing else."""
        text = self.draw(self.size.width, self.size.height)
        text.no_wrap = True
        text.overflow = "crop"
        return drawable(self, text)
