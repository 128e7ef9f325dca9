"""The keys of a screen, declared once: bindings, last line, help and palette come from here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain, groupby
from typing import NamedTuple

from rich.style import Style
from rich.text import Text
from textual.binding import Binding, BindingType

_KEY = Style.parse("bold reverse")


class Key(NamedTuple):
    """A key, and all that is said of it.

        Key("u,ctrl+z", "undo", "u", "undo", "take the last change back")

    `names` are textual's names for it and its other ways, `action` is what it does. `sign` is how
    it is written, `word` what the last line says beside it (it may begin with the sign), `about`
    what the help says; neighbors share a word or an `about` that they have in common, and the
    palette says `alone` of each. A `rare` key is not in the last line, a `spare` one leaves it
    where words have no room. A key `in_list` waits where words are typed.

    Without names it is a line of the help alone, without a sign a binding alone.
    """

    names: str
    action: str
    sign: str = ""
    word: str = ""
    about: str = ""
    alone: str = ""
    rare: bool = False
    spare: bool = False
    in_list: bool = False


Table = Mapping[str, tuple[Key, ...]]
"""The keys of a main screen, under the headings of its help."""


def listed(table: Table) -> tuple[Key, ...]:
    """Return all keys of a table."""
    return tuple(chain.from_iterable(table.values()))


def bindings(keys: Iterable[Key], target: str = "") -> list[BindingType]:
    """Return the bindings; `target` is whose actions they are, "app." for the application's.

    They have priority, so that keys typed ahead are taken one by one.
    """
    return [
        Binding(
            key.names,
            f"on_list({key.action!r})" if key.in_list else f"{target}{key.action}",
            priority=True,
            show=False,
        )
        for key in keys
        if key.names
    ]


def help_lines(keys: Iterable[Key]) -> list[tuple[str, str]]:
    """Return what is written of the keys, and what they do."""
    by_about = groupby((key for key in keys if key.about), lambda key: key.about)
    return [("  ".join(key.sign for key in group), about) for about, group in by_about]


def palette(keys: Iterable[Key]) -> list[tuple[str, str, str]]:
    """Return the name, the action and the description of each key but the palette's own."""
    return [
        (
            f"{key.word.removeprefix('/') or key.about}  {key.sign}",
            key.action,
            key.alone or key.about,
        )
        for key in keys
        if key.names and key.sign and key.action != "palette"
    ]


def last_line(keys: Iterable[Key], width: int, target: str) -> Text:
    """Return the keys as buttons with words, if there is room for the words.

    They move closer together first, then the last key loses its word, then spare keys are left
    out, then all keys lose their words.
    """
    shown = [key for key in keys if key.sign and key.names and not key.rare]
    needed = [key for key in shown if not key.spare]
    for kept in (shown, needed):
        for parts, gap in ((kept, "  "), (kept, " "), (_brief(kept), " ")):
            text = _line(parts, gap, target)
            if text.cell_len <= width:
                return text
    return Text(" ").join(_button(key._replace(word=""), target) for key in shown)


def _brief(keys: list[Key]) -> list[Key]:
    """Return the keys, the last one without its word."""
    return [*keys[:-1], keys[-1]._replace(word="")]


def _line(keys: list[Key], gap: str, target: str) -> Text:
    """Return the keys, those with the same word close together before it."""
    parts = []
    for word, group in groupby(keys, lambda key: key.word):
        together = list(group)
        if len(together) == 1:
            parts.append(_button(together[0], target))
        else:
            signs = [_button(key._replace(word=""), target) for key in together]
            parts.append(Text(gap[1:]).join(signs).append(f" {word}"))
    return Text(gap).join(parts)


def _button(key: Key, target: str) -> Text:
    """Return a key with its word; the mouse can press both."""
    click = Style.from_meta({"@click": f"{target}{key.action}"})
    rest = key.word.removeprefix(key.sign)
    rest = rest if rest != key.word else f" {rest}" if rest else ""
    return Text(key.sign, _KEY + click).append(rest, click)
