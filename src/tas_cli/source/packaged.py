"""Files that ship with the program: ours, checked by the tests, and read plainly."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

_METHOD = Path(__file__).parent.parent / "method" / "data"


@cache
def packaged(name: str) -> dict[str, Any]:
    """Return the content of one of the method's data files."""
    text = (_METHOD / f"{name}.yaml").read_text(encoding="utf-8")
    content: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    return content


def template(name: str) -> bytes:
    """Return a file that `tas init` puts into a new workspace."""
    return (Path(__file__).parent.parent / "templates" / name).read_bytes()
