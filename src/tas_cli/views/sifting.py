"""How the rows of a table are sorted and filtered on a page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tas_cli.views.page import Sifting
from tas_cli.views.safe import safe


def sifting(
    keys: Sequence[Sequence[Any]],
    filters: Sequence[str] = (),
    groups: Sequence[Sequence[tuple[Any, str]]] = (),
) -> Sifting:
    """Return it for rows with a key for each column; the keys of a column are comparable.

    `groups` has for each row the sort key and the name of its group by each filter.
    """
    columns = [_places(column) for column in zip(*keys, strict=True)]
    order = tuple(zip(*columns, strict=True)) if keys else ()
    named = [[(key, safe(name)) for key, name in each] for each in groups]
    found = [
        dict.fromkeys(name for _, name in sorted({*each})) for each in zip(*named, strict=True)
    ]
    return Sifting(
        order,
        tuple((head, tuple(each)) for head, each in zip(filters, found, strict=bool(groups))),
        tuple(tuple(name for _, name in each) for each in named) or ((),) * len(keys),
    )


def _places(keys: Sequence[Any]) -> list[int]:
    """Return for each key how many smaller ones there are."""
    places = {key: at for at, key in enumerate(sorted(set(keys)))}
    return [places[key] for key in keys]
