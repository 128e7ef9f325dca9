"""`tas debrief --prepare` and `--last` as markdown, for a channel or an agenda."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tas_cli.views.briefing import Item, Section
from tas_cli.views.markdown.words import plain

_LIST = re.compile(r"^(\s*)(?=[-+=])|^(\s*\d+)(?=[.)])")
"""Where words begin that would be a list, a rule or a heading."""
_MARKS = {"+": "**+**", "-": "**–**", "?": "**?**", "!": "**!**"}


def sheet(name: str, about: Iterable[str], sections: Iterable[Section]) -> str:
    """Return a page: a title, lines about the deal, and sections below them."""
    lines = [f"# {words(name)}", "", "  \n".join(words(line) for line in about), ""]
    for section in sections:
        lines += [f"## {words(section.title)}", "", *map(_item, section.items), ""]
    return "\n".join(lines)


def words(text: str) -> str:
    """Return words at the beginning of a line: no markup there, no list and no heading either."""
    return _LIST.sub(r"\1\2\\", plain(text))


def _item(item: Item) -> str:
    mark = f"{_MARKS.get(item.mark, f'{item.mark}:')} " if item.mark else ""
    below = "".join(f"  \n  {words(line)}" for line in item.below)
    return f"- {mark}{words(item.words)}{below}"
