"""The places in a plain value, for tests that look up every one of them."""

from __future__ import annotations

from itertools import chain
from typing import Any


def paths_in(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Return the path of every place in a plain value."""
    if isinstance(value, dict):
        children: Any = value.items()
    elif isinstance(value, list):
        children = enumerate(value)
    else:
        children = ()
    below = (paths_in(child, (*path, step)) for step, child in children)
    return [path, *chain.from_iterable(below)]
