"""A line of keys, each a button for the mouse."""

from __future__ import annotations

from typing import NamedTuple

from rich.style import Style
from rich.text import Text

_KEY = Style.parse("bold reverse")


class Key(NamedTuple):
    """A key, what it does, and the action behind it; the word may begin with the key itself.

    Without a key it is a word for the several keys before it, and no button.
    """

    key: str
    does: str
    action: str = ""


def buttons(keys: tuple[Key, ...], width: int) -> Text:
    """Return the keys with their words, closer together or alone where there is no room."""
    for gap in ("  ", " "):
        text = _line(keys, gap)
        if text.cell_len <= width:
            return text
    return _line(tuple(key._replace(does="") for key in keys if key.key), "  ")


def _line(keys: tuple[Key, ...], gap: str) -> Text:
    text = Text()
    closer = True
    for key, does, action in keys:
        if text:
            text.append(" " if not key else gap[1:] if closer else gap)
        click = Style.from_meta({"@click": action}) if action else Style.null()
        rest = does.removeprefix(key) if does.startswith(key) else f" {does}" if does else ""
        text.append_text(Text(key, _KEY + click))
        text.append_text(Text(rest, click))
        closer = not does
    return text
