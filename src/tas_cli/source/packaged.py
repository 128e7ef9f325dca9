"""Files that ship with the program: ours, checked by the tests, and read plainly."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

_PROGRAM = Path(__file__).parent.parent
_METHOD = _PROGRAM / "method" / "compiled"
_JSON = _PROGRAM / "views" / "json" / "schemas"


@cache
def packaged(name: str) -> dict[str, Any]:
    """Return the content of one of the method's data files.

    They are written in YAML, and `tools/generate.py` puts the same beside them as JSON: that loads
    many times faster, in every command, and spares most of them the YAML library.
    """
    content: dict[str, Any] = json.loads((_METHOD / f"{name}.json").read_bytes())
    return content


def template(name: str) -> bytes:
    """Return a file that `tas init` puts into a new workspace."""
    return (_PROGRAM / "templates" / name).read_bytes()


def json_schemas() -> dict[str, Path]:
    """Return, by command, the files that declare what it prints with `--format json`."""
    return {path.stem: path for path in sorted(_JSON.glob("*.json"))}
