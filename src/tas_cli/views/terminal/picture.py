"""A page as a picture of a terminal: SVG that loads nothing from the network."""

from __future__ import annotations

from io import StringIO

from rich.console import Console
from rich.text import Text

from tas_cli.views.page import Page
from tas_cli.views.safe import safe
from tas_cli.views.terminal.page import text
from tas_cli.views.terminal.screen import Screen

# A template for rich's picture that loads no font from the network.
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


def picture(page: Page, title: str, screen: Screen) -> str:
    """Return the page as a picture, which does not depend on what the terminal can show.

    It is ASCII with character references, so it survives any encoding on its way to a file.
    """
    console = Console(
        file=StringIO(), width=screen.body, record=True, color_system="truecolor", highlight=False
    )
    shown = text(page, screen._replace(color=True, unicode=True)).removesuffix("\n")
    console.print(Text.from_ansi(shown), soft_wrap=True)
    drawn = console.export_svg(title=safe(title), code_format=_SVG, unique_id="tas")
    return drawn.encode("ascii", "xmlcharrefreplace").decode("ascii")
