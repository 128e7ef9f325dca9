"""Where a new key goes: in the order of the format, or where a template reserves its place."""

from __future__ import annotations

import re
from functools import cache

from tas_cli.source.new_file import NewDeal, compose
from tas_cli.source.nodes import Mapping, Span
from tas_cli.source.splicing.layout import Layout

_COMMENTS = re.compile(r"(?:(?:\r\n|\n|\r)[ \t]*(?:#[^\r\n]*)?(?=[\r\n]|\Z))*")


def place_among(layout: Layout, node: Mapping, key: str, order: tuple[str, ...]) -> int:
    """Return the index of a new key among a mapping's entries: after those it follows in `order`.

    A key that the order does not name goes to the end, and so does one that a comment above the
    first entry would then seem to be about.
    """
    ranks = {name: rank for rank, name in enumerate(order)}
    entries = [ranks.get(there.text, len(order)) for there, _ in node.entries]
    rank = ranks.get(key, len(order))
    at = max((at for at, each in enumerate(entries, 1) if each <= rank), default=0)
    start = layout.line_start(node.entries[0][0].span.start)
    above = layout.content[layout.line_start(max(start - 2, 0)) : start].strip()
    return at if at or not above.startswith("#") else len(entries)


def place_in_file(layout: Layout, root: Mapping, key: str, at: int) -> Span:
    """Return the place of a new top-level key, its `at`th: text to replace, or a line to go below.

    A place is reserved by `# key:` and the deeper comments below it. If these are as `tas new`
    writes them, they are replaced; otherwise the key goes below them. What is not reserved goes
    after the entry before it, and after the last comments of the file at its end.
    """
    kept = _reserved(key)
    last = 0
    for key_there, value in root.entries:
        last = max(last, layout.entry_end(key_there, value))
        line_end = layout.line_end(last)
        comments = _COMMENTS.match(layout.content, line_end)
        behind = comments.end() if comments else line_end
        found = kept.search(layout.content, line_end, behind)
        if found:
            start = found.start() if _is_template(found[0], key) else found.end()
            return Span(start, found.end())
        last = line_end + len(layout.content[line_end:behind].rstrip())
    if at < len(root.entries):
        last = layout.entry_end(*root.entries[at - 1])
    return Span(last, last)


def _reserved(key: str) -> re.Pattern[str]:
    return re.compile(
        rf"^#( ?){re.escape(key)}:[ \t]*(?:#[^\r\n]*)?(?=[\r\n]|\Z)"
        r"(?:(?:\r\n|\n|\r)#\1(?:[ \t]|- )[^\r\n]*)*",
        re.MULTILINE,
    )


def _is_template(text: str, key: str) -> bool:
    found = _reserved(key).search(_template())
    return found is not None and text.splitlines() == found[0].splitlines()


@cache
def _template() -> str:
    """Return a new file in which every key that can wait is a comment."""
    return compose(NewDeal("", ""), schema="")
