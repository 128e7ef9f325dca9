"""The shapes of cached data, derived from its types."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, NamedTuple

import pytest

from tas_cli.gather.shape import shape


class Color(StrEnum):
    """An enumeration."""

    red = "red"


class Pair(NamedTuple):
    """A named tuple."""

    name: str
    number: int | None
    color: Color
    rest: tuple[str | int, ...]


FIT = [
    (str, "x"),
    (bool, True),
    (Color, "red"),
    (list[str], ["a"]),
    (list[str], []),
    (Pair, ["a", None, "red", []]),
    (Pair, ["a", 1, "red", ["b", 2]]),
    (Pair | tuple[()], []),
    (list[list[Any]], [[{}]]),
]
FIT_NOT = [
    (str, 1),
    (int, True),
    (int, 1.5),
    (Color, "blue"),
    (Color, []),
    (list[str], "abc"),
    (list[str], ["a", None]),
    (Pair, ["a", 1, "red"]),
    (Pair, ["a", "1", "red", []]),
    (Pair, {"name": "a"}),
    (Pair | tuple[()], None),
]


@pytest.mark.parametrize(("hint", "value"), FIT, ids=repr)
def test_fits(hint: Any, value: Any) -> None:
    """A value of the type fits its shape after JSON."""
    assert shape(hint)(value)


@pytest.mark.parametrize(("hint", "value"), FIT_NOT, ids=repr)
def test_does_not_fit(hint: Any, value: Any) -> None:
    """Anything else does not fit, however close."""
    assert not shape(hint)(value)
