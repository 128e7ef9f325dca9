"""How the rows of a table are sorted and filtered on a page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tas_cli.views.page import Sifting


def sifting(
    keys: Sequence[Sequence[Any]],
    filters: tuple[str, ...] = (),
    groups: tuple[tuple[str, ...], ...] = (),
) -> Sifting:
    """Return it for rows with a key for each column; the keys of a column are comparable."""
    columns = [_places(column) for column in zip(*keys, strict=True)]
    order = tuple(zip(*columns, strict=True)) if keys else ()
    return Sifting(order, filters, groups or ((),) * len(keys))


def _places(keys: Sequence[Any]) -> list[int]:
    """Return for each key how many smaller ones there are."""
    places = {key: at for at, key in enumerate(sorted(set(keys)))}
    return [places[key] for key in keys]
