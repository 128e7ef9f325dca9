"""A page of text for a terminal: the one place where words become safe, styled and wrapped."""

from __future__ import annotations

from io import StringIO

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.text import Text

from tas_cli.views.page import HEADING, Part
from tas_cli.views.safe import forges_a_command, safe
from tas_cli.views.terminal.screen import ASCII_FORMS, STYLE, Screen

# A frame for rich's picture that asks nobody on the network for a font.
_SVG = """\
<svg class="tas" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{ font-family: ui-monospace, SFMono-Regular, Menlo, Consolas,
  "DejaVu Sans Mono", monospace; font-size: {char_height}px; line-height: {line_height}px; }}
.{unique_id}-title {{ font-size: 18px; font-weight: bold; font-family: sans-serif; }}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}" />
</clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix" xml:space="preserve">
{matrix}
</g>
</g>
</svg>
"""


class Page:
    """Collects lines; every word that is added is made safe on the way in."""

    def __init__(self, screen: Screen) -> None:
        self.screen = screen
        self._lines: list[Text] = []
        self._console = _console(screen)

    def line(self, *parts: Part) -> None:
        """Add a line as it is: the view has seen to its width."""
        self._lines.append(self._assemble(parts))

    def blank(self) -> None:
        """Add an empty line."""
        self._lines.append(Text())

    def heading(self, words: str) -> None:
        """Add a heading with a blank line before it."""
        self.blank()
        self.line((words, HEADING))

    def paragraph(self, *parts: Part, label: Part = "", indent: int = 0) -> None:
        """Add words wrapped to the width, indented; `label` stands in the first line's indent."""
        width = max(20, self.screen.body - indent)
        head = self._assemble((label,))
        head.pad_right(max(0, indent - head.cell_len))
        for line in self._assemble(parts).wrap(self._console, width):
            line.rstrip()
            self._lines.append(head + line)
            head = Text(" " * indent)

    def text(self) -> str:
        """Return the page, with escape sequences only where colour was asked for."""
        lines = [self._guarded(line) for line in self._lines]
        if not self.screen.colour:  # nothing is left for a console to do
            return "".join(f"{line.plain}\n" for line in lines)
        console = self._console
        console.print(Text("\n").join(lines), soft_wrap=True)
        return str(console.file.getvalue())  # type: ignore[attr-defined]

    @staticmethod
    def _guarded(line: Text) -> Text:
        """Return a line without blanks at its end, which no CI job takes for a command."""
        line.rstrip()
        return Text("'") + line if forges_a_command(line.plain) else line

    def svg(self, title: str) -> str:
        """Return the page as a picture of a terminal, the same for the same page."""
        console = Console(
            file=StringIO(), width=self.screen.body, record=True, color_system="truecolor"
        )
        for line in self._lines:
            line.rstrip()
            console.print(line, soft_wrap=True)
        return console.export_svg(title=safe(title), code_format=_SVG, unique_id="tas")

    def _assemble(self, parts: tuple[Part, ...]) -> Text:
        text = Text()
        for part in parts:
            words, style = part if isinstance(part, tuple) else (part, "")
            text.append(self._words(words), STYLE.get(style))
        return text

    def _words(self, words: str) -> str:
        shown = safe(words)
        return shown if self.screen.unicode else shown.translate(ASCII_FORMS)


def _console(screen: Screen) -> Console:
    return Console(
        file=StringIO(),
        width=screen.body,
        force_terminal=screen.colour,
        color_system="standard" if screen.colour else None,
        no_color=not screen.colour,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )


def fit(words: str, width: int) -> str:
    """Return the words in exactly `width` cells: padded, or cut with an ellipsis."""
    shown = safe(words)
    if cell_len(shown) <= width:
        return set_cell_size(shown, width)
    return set_cell_size(shown, width - 1) + "…" if width else ""


def right(words: str, width: int) -> str:
    """Return the words at the right end of `width` cells."""
    shown = safe(words)
    return " " * max(0, width - cell_len(shown)) + shown
