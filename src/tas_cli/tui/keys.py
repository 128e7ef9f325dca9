"""The keys of a screen, declared once for its bindings, key line, help and palette."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain, groupby
from typing import NamedTuple

from rich.style import Style
from rich.text import Text
from textual.binding import Binding, BindingType

_KEY = Style.parse("bold reverse")


class Key(NamedTuple):
    """A key, and everything displayed about it.

        Key("u,ctrl+z", "undo", "u", "undo", "take the last change back")

    `names` are textual's names for the key and its alternatives, `action` is what it does. `sign`
    is how the key is displayed, `word` its label in the key line (which may start with the sign),
    `about` its description in the help. Adjacent keys with the same `word` or `about` share it;
    the palette shows `alone` for each. A `rare` key never appears in the key line; a `spare` one
    is left out if labels do not fit. A key `in_list` is inactive while text is being typed.

    A key without names only adds a line to the help, one without a sign only a binding.
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
"""The keys of a main screen, by heading of its help."""


ROWS = (
    Key("up,k", "move(-1)"),
    Key("down,j", "move(1)"),
    Key("pageup", "move(-10)"),
    Key("pagedown", "move(10)"),
    Key("home", "move(-1000000)"),
    Key("end", "move(1000000)"),
)
"""The keys that move the cursor of a list by a number of rows."""
SCROLLING = (Key("J,ctrl+down", "scroll(3)"), Key("K,ctrl+up", "scroll(-3)"))
"""The keys that scroll what is shown beside or below a list."""


def helping(copied: str) -> tuple[Key, ...]:
    """Return the keys for copying what a screen is about, for commands by name and for help."""
    copy = f"copy {copied} for a message"
    more = f"{copy}; find a command by name"
    return (
        Key("y", "copy", "y", "copy", more, copy, rare=True),
        Key("ctrl+p", "palette", "Ctrl+P", "commands", more, rare=True),
        Key("f1,question_mark,H", "help", "F1", "help", "this help (also ?)", "what the keys do"),
    )


def listed(table: Table) -> tuple[Key, ...]:
    """Return all keys of a table."""
    return tuple(chain.from_iterable(table.values()))


def bindings(keys: Iterable[Key], target: str = "") -> list[BindingType]:
    """Return the bindings; `target` is the owner of the actions, "app." for the application.

    They have priority, so that keys typed ahead are processed one by one.
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
    """Return the signs of the keys, grouped by description, and each description."""
    by_about = groupby((key for key in keys if key.about), lambda key: key.about)
    return [("  ".join(key.sign for key in group), about) for about, group in by_about]


def palette(keys: Iterable[Key]) -> list[tuple[str, str, str]]:
    """Return the name, the action and the description of each key except the palette's own."""
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
    """Return the keys as buttons, with as many labels as fit.

    To save space, first the gaps shrink, then the last key loses its label, then spare keys are
    left out, and then all keys lose their labels.
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
    """Return the keys, the last one without its label."""
    return [*keys[:-1], keys[-1]._replace(word="")]


def _line(keys: list[Key], gap: str, target: str) -> Text:
    """Return the keys as text; keys with the same label are joined in front of it."""
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
    """Return a key with its label, both clickable."""
    click = Style.from_meta({"@click": f"{target}{key.action}"})
    rest = key.word.removeprefix(key.sign)
    rest = rest if rest != key.word else f" {rest}" if rest else ""
    return Text(key.sign, _KEY + click).append(rest, click)
