"""Copies of a deal's file, as shared folders make them: each deal counts once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple, TypeVar

from tas_cli.board.actions import DealActions
from tas_cli.board.line import DealLine
from tas_cli.board.points import DealPoints
from tas_cli.model.scalars import ID_PATTERN
from tas_cli.source.characters import folded

Deal = TypeVar("Deal", DealLine, DealActions, DealPoints)
_ID = re.compile(ID_PATTERN)


class Copy(NamedTuple):
    """A file that is left out, and the file that counts for the same deal."""

    file: str
    of: str


def once(deals: Sequence[Deal]) -> tuple[list[Deal], list[Copy]]:
    """Return each deal once, in the given order, and the files that are copies of others.

    If several files have one id, the first by name counts, as in the checks. A file whose name is
    not a valid id, such as `d1 (1).yaml`, is a copy if another one has its customer and name.
    """
    known = sorted(deals, key=lambda each: (not _ID.match(each.id), each.file))
    firsts: dict[object, str] = {}
    copies = {}
    for each in known:
        deal = folded(each.customer), folded(each.name)
        same: list[object] = [each.id] if _ID.match(each.id) else [each.id, deal]
        first = next((firsts[key] for key in same if key in firsts), None)
        if first is not None:
            copies[each.file] = first
        else:
            for key in (each.id, deal):
                firsts.setdefault(key, each.file)
    kept = [each for each in deals if each.file not in copies]
    return kept, [Copy(*each) for each in sorted(copies.items())]
