"""The form of every JSON document: one object, versioned, ASCII."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from tas_cli.views.safe import json_without_commands

VERSION = 1


def document(content: dict[str, Any]) -> str:
    """Return a document with its version; dates become ISO text, and amounts text.

    It is ASCII, so no text from a file can act on a terminal or depend on an encoding.
    """
    text = json.dumps({"version": VERSION} | content, indent=2, default=str)
    return json_without_commands(text) + "\n"


def long_document(name: str, items: Iterable[dict[str, Any]], rest: dict[str, Any]) -> str:
    """Return a document with a list of possibly very many items, each on its own line.

    Writing the items without indentation is several times faster.
    """
    lines = ",\n    ".join(json.dumps(item, default=str) for item in items)
    head, _, tail = document({name: [], **rest}).partition("[]")
    listed = f"[\n    {json_without_commands(lines)}\n  ]" if lines else "[]"
    return head + listed + tail
