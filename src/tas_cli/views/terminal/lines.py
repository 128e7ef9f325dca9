"""Lines of text for output of any size: what `Page` shows, without rich's cost for every line."""

from __future__ import annotations

from rich.cells import cell_len

from tas_cli.views.safe import forges_a_command, safe
from tas_cli.views.terminal.screen import ASCII_FORMS, STYLE, Screen


class Lines:
    """Collects lines of words that are safe and styled."""

    def __init__(self, screen: Screen) -> None:
        self.screen = screen
        self._lines: list[str] = []

    def line(self, plain: str = "", style: str = "", words: str = "") -> None:
        """Add a line as it is: words without a style, then words in one."""
        before, styled = self._shown(plain), self._shown(words)
        guard = _guard(before or styled)
        self._lines.append(f"{guard}{before}{self._inked(styled, style)}".rstrip())

    def paragraph(self, label: str, words: str, style: str, *, styled: int | None = None) -> None:
        """Add words wrapped beside a label; the first `styled` characters, or all, have the style.

        The label is the view's own, with no word of a file in it.
        """
        for line in wrapped(self._shown(words), max(20, self.screen.body - len(label))):
            cut = len(line) if styled is None else styled
            inked = f"{self._inked(line[:cut], style)}{line[cut:]}"
            self._lines.append(f"{label}{_guard(label + line)}{inked}".rstrip())
            label, styled = " " * len(label), None if styled is None else 0

    def text(self) -> str:
        """Return all lines."""
        return "".join(f"{line}\n" for line in self._lines)

    def _shown(self, words: str) -> str:
        shown = safe(words)
        return shown if self.screen.unicode else shown.translate(ASCII_FORMS)

    def _inked(self, words: str, style: str) -> str:
        if not (self.screen.colour and words and style):
            return words
        from rich.color import ColorSystem  # noqa: PLC0415 - for colour alone
        from rich.style import Style  # noqa: PLC0415

        return Style.parse(STYLE[style]).render(words, color_system=ColorSystem.STANDARD)


def _guard(line: str) -> str:
    """Return what keeps a CI service from taking a line for a command."""
    return "'" if forges_a_command(line) else ""


def wrapped(words: str, width: int) -> list[str]:
    """Return the words in lines of that many cells; a longer word stays whole."""
    cells = len if words.isascii() else cell_len
    if cells(words) <= width:
        return [words]
    lines = [""]
    for word in words.split(" "):
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if lines[-1] and cells(longer) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines
