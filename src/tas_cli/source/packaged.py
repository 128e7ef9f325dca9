"""Files that ship with the program: ours, checked by the tests, and read plainly."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

_METHOD = Path(__file__).parent.parent / "method" / "compiled"


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
    return (Path(__file__).parent.parent / "templates" / name).read_bytes()
