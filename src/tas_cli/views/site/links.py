"""The links of a site: from every page to the others, and from mentions to what they name."""

from __future__ import annotations

from typing import Any, NamedTuple

from tas_cli.views.page import Link, Page
from tas_cli.views.site.addresses import (
    ACCOUNTS,
    DEALS,
    FOLDERS,
    INDEX,
    MATRIX,
    REPS,
    address,
    way,
)

_TOP = {
    "Board": INDEX,
    "Deals": DEALS,
    "Matrix": MATRIX,
    "Reps": REPS,
    "Accounts": ACCOUNTS,
}


class Links(NamedTuple):
    """The addresses of all pages of a site: what has no page there is not linked."""

    pages: frozenset[str]

    def top(self, at: str) -> tuple[tuple[str, str], ...]:
        """Return the links that each page begins with; that to the page itself leads nowhere."""
        there = ((said, to) for said, to in _TOP.items() if to in self.pages)
        return tuple((said, "" if to == at else way(to, at)) for said, to in there)

    def resolved(self, page: Page, at: str) -> Page:
        """Return the page at an address with its mentions leading to their pages."""
        return tuple(self._in(block, at) for block in page)

    def _in(self, value: Any, at: str) -> Any:
        """Return a value with the links anywhere in it resolved; pages are nested tuples."""
        if isinstance(value, Link):
            return value._replace(target=self._target(value.target, at))
        if not isinstance(value, tuple):
            return value
        inside = [each if type(each) is str else self._in(each, at) for each in value]
        return type(value)._make(inside) if hasattr(value, "_make") else tuple(inside)

    def _target(self, target: str, at: str) -> str:
        kind, _, name = target.partition(":")
        if kind not in FOLDERS:
            return target
        to = address(kind, name)
        return way(to, at) if to in self.pages else ""
