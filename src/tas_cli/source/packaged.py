"""Files that ship with tas: trusted, checked by the tests, and read without guards."""

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

    They are written in YAML, and `tools/generate.py` compiles them to JSON, which loads many times
    faster and saves most commands from loading the YAML library.
    """
    content: dict[str, Any] = json.loads((_METHOD / f"{name}.json").read_bytes())
    return content


def tuples(entry: dict[str, Any]) -> dict[str, Any]:
    """Return an entry of a data file with a tuple for each of its lists."""
    return {key: tuple(value) if isinstance(value, list) else value for key, value in entry.items()}


def template(name: str) -> bytes:
    """Return a file that `tas init` copies into a new workspace."""
    return (_PROGRAM / "templates" / name).read_bytes()


def examples() -> dict[str, str]:
    """Return the files of the example workspace by path: settings and deals, all fictional."""
    content: dict[str, str] = json.loads((_PROGRAM / "templates" / "examples.json").read_bytes())
    return content


def json_schemas() -> dict[str, Path]:
    """Return, by command, the schema of what it prints with `--format json`."""
    return {path.stem: path for path in sorted(_JSON.glob("*.json"))}
