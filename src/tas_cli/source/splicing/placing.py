"""Where a new top-level key goes: after the comment that reserves its place, or at the end."""

from __future__ import annotations

import re

from tas_cli.source.nodes import Mapping
from tas_cli.source.splicing.layout import Layout

_COMMENTS = re.compile(r"(?:(?:\r\n|\n|\r)[ \t]*(?:#[^\r\n]*)?(?=[\r\n]|\Z))*")


def place_in_file(layout: Layout, root: Mapping, key: str) -> int:
    """Return the character after whose line a new top-level key goes.

    Its place is reserved by `# key:` and the deeper comments below it, as `tas new` writes them;
    otherwise it is the end of the file, after its last comments.
    """
    kept = re.compile(
        rf"^#( ?){re.escape(key)}:[ \t]*(?:#[^\r\n]*)?(?=[\r\n]|\Z)"
        r"(?:(?:\r\n|\n|\r)#\1(?:[ \t]|- )[^\r\n]*)*",
        re.MULTILINE,
    )
    last = 0
    for key_there, value in root.entries:
        last = max(last, key_there.span.end, layout.end(value))
        line_end = layout.line_end(last)
        comments = _COMMENTS.match(layout.content, line_end)
        behind = comments.end() if comments else line_end
        found = kept.search(layout.content, line_end, behind)
        if found:
            return found.end()
        last = line_end + len(layout.content[line_end:behind].rstrip())
    return last
