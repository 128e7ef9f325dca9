"""Text for the screen: made safe, styled, wrapped, and in ASCII if the terminal requires it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from io import StringIO
from typing import Any, Generic, TypeVar

from rich.console import Console
from rich.text import Text
from textual.dom import DOMNode
from textual.geometry import Region
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Static

from tas_cli.views.page import DIM, Part, styled
from tas_cli.views.safe import safe
from tas_cli.views.terminal.screen import ASCII_FORMS, STYLE

Session = TypeVar("Session")
_ASCII = ASCII_FORMS | str.maketrans("▸◂─", "><-")
_WRAPPING = Console(file=StringIO(), width=200, markup=False, emoji=False, highlight=False)


def ink(*parts: Part, style: str = "") -> Text:
    """Return words with their styles; markup and control characters in them have no effect."""
    text = Text(style=_look(style))
    for part in parts:
        words, how = styled(part)
        text.append(safe(words), _look(how) or None)
    return text


@cache
def _look(style: str) -> str:
    """Return a style as rich understands it: meanings are looked up, other words are kept."""
    return " ".join(STYLE.get(word, word) for word in style.split())


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


def exactly(lines: list[Text], number: int) -> list[Text]:
    """Return this number of lines: padded, or cut with an ellipsis."""
    if len(lines) > number:
        return [*lines[: number - 1], lines[number - 1] + ink(("…", DIM))]
    return lines + [Text()] * (number - len(lines))


def in_full(lines: list[Text], width: int, height: int) -> list[Text]:
    """Return the lines, each wrapped while free rows last, else cut."""
    free, shown = height - len(lines), []
    for line in lines:
        whole = wrapped(line, width, indent="   ")
        needed = len(whole) - 1
        shown += whole if needed <= free else [clipped(line, width)]
        free -= needed if needed <= free else 0
    return shown


def drawable(node: DOMNode, text: Text) -> Text:
    """Return a text as the terminal can draw it."""
    if getattr(node.app, "ascii_only", False):
        text.plain = text.plain.translate(_ASCII)
    return text


def words(screen: Screen[Any], text: Text) -> Static:
    """Return a line of a dialog."""
    return Static(drawable(screen, text), markup=False)


def scrolled(top: int, at: int, room: int, number: int) -> int:
    """Return the first visible line of `room` among `number`, so that `at` is visible."""
    return max(min(top, at, number - room), at - room + 1, 0)


class Drawn(Widget):
    """A widget that draws itself as text and repaints only the lines that have changed."""

    def __init__(self, name: str) -> None:
        super().__init__(id=name)
        self._drawn: list[Text] = []

    def draw(self, width: int, height: int) -> Text:
        """Return the text to show in this many cells."""
        raise NotImplementedError

    def redraw(self) -> None:
        """Draw again, and repaint the lines that have changed."""
        before, self._drawn = self._drawn, self._lines()
        if len(before) != len(self._drawn):
            self.refresh()
            return
        left, top = self.gutter.left, self.gutter.top
        for y, (old, new) in enumerate(zip(before, self._drawn, strict=True)):
            if old != new:
                self.refresh(Region(left, top + y, self.size.width, 1))

    def on_resize(self) -> None:
        """Draw again for the new size."""
        self.redraw()

    def render_line(self, y: int) -> Strip:
        """Return a line for the terminal."""
        width = self.size.width
        line = self._drawn[y] if y < len(self._drawn) else Text()
        strip = Strip([part for part in line.render(_WRAPPING) if part.text != "\n"])
        return strip.adjust_cell_length(width).apply_style(self.rich_style)

    def _lines(self) -> list[Text]:
        text = drawable(self, self.draw(self.size.width, self.size.height))
        return list(text.split("\n", allow_blank=True))


class SessionView(Drawn, Generic[Session]):
    """A part of the main screen that shows a session; its id is the name of its class."""

    def __init__(self, session: Session) -> None:
        super().__init__(type(self).__name__.lower())
        self.session = session


class PickedView(SessionView[Session]):
    """A list of the session's rows that scrolls; `_pick` is called with what is clicked."""

    def __init__(self, session: Session, pick: Callable[..., None]) -> None:
        super().__init__(session)
        self._pick, self._top = pick, 0
