"""Words as HTML: disarmed, escaped, and marked up by what they mean."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from tas_cli.views.html.drawing import sketched
from tas_cli.views.html.marks import drawn
from tas_cli.views.page import SIGN_STYLE, Link, Mark, Part, Sketch, Words, styled
from tas_cli.views.safe import safe

_WHOLE = 16
"""The most characters of a word that is not broken over lines."""
_SIGNS = {"+", "–", "-", "?"}
_SCHEMES = {"http", "https", "mailto"}


@lru_cache(maxsize=1024)
def plain(text: str) -> Markup:
    """Return a text for a page, harmless and without styles; many are there again and again."""
    return escape(safe(text))


def words(parts: Iterable[Part]) -> Markup:
    """Return words with their styles."""
    return Markup("".join(map(_part, parts)))  # noqa: S704 - each part is escaped


def whole(cell: Words) -> bool:
    """Whether a cell has one short word, such as a day or a name, that is better not broken."""
    text = "".join(styled(part)[0] for part in cell if not isinstance(part, Mark))
    return len(text) <= _WHOLE and text.split() == [text]


def is_sign(part: Part) -> bool:
    """Whether a part is a rating's sign and nothing else."""
    shown, style = styled(part)
    return shown in _SIGNS and style in SIGN_STYLE.values()


def href(target: str) -> str:
    """Return where a link may lead: into the site, or to http, https or mailto; else nowhere."""
    try:
        scheme = urlsplit(target).scheme
    except ValueError:
        return ""
    return target if not scheme or scheme in _SCHEMES else ""


def _part(part: Part) -> Markup:
    if isinstance(part, str):
        return plain(part)
    if isinstance(part, Mark):
        return drawn(part)
    if isinstance(part, Sketch):
        return sketched(part)
    shown, style = styled(part)
    text = plain(shown)
    if isinstance(part, Link) and (target := href(part.target)):
        named = f' class="{escape(style)}"' if style else ""
        return Markup(f'<a{named} href="{escape(target)}">{text}</a>')  # noqa: S704 - all escaped
    if not (style and text):
        return text
    name = "sign " if is_sign(part) else ""
    return Markup(f'<span class="{name}{escape(style)}">{text}</span>')  # noqa: S704 - likewise
