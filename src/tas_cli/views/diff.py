"""`tas diff`: what changed in each deal between two states, and the comment on a request."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from html import escape

from tas_cli.assess.portfolio import DealChange, pipeline
from tas_cli.places import opportunity_id
from tas_cli.views.changes import changes
from tas_cli.views.markdown.page import markdown
from tas_cli.views.page import (
    DIM,
    STRONG,
    Block,
    Item,
    Page,
    Title,
    item,
    items,
    paragraph,
    section,
)
from tas_cli.views.safe import safe
from tas_cli.views.verdict import verdict
from tas_cli.views.words import amount
from tas_cli.words import counted, some

MARKER = "<!-- tas-diff -->"
"""Begins the comment on a request, so that the next one replaces it."""
_LARGEST = 60_000
"""The most characters of a comment; the platforms accept 65,536."""
_KINDS = {"new": "new", "gone": "deleted", "renamed": "renamed", "changed": ""}


def page(found: Sequence[DealChange], left_out: Sequence[str], between: str) -> Page:
    """Return what changed, deal by deal; `between` says which states are compared."""
    return (
        *_head(found, left_out, between),
        *(section(" · ".join(_named(each)), items(_changes(each), 2, "•")) for each in found),
    )


def comment(found: Sequence[DealChange], left_out: Sequence[str]) -> str:
    """Return the same as a comment in markdown, each deal folded; empty if nothing changed.

    Deals that make it too long are left out and counted.
    """
    if not found and not left_out:
        return ""
    parts = [f"{MARKER}\n{markdown(_head(found, left_out, ''))}", *map(_folded, found)]
    rest = ""
    while sum(map(len, parts)) + len(rest) > _LARGEST and len(parts) > 1:
        parts.pop()
        hidden = counted(len(found) - len(parts) + 1, "more deal")
        rest = f"\nNot shown, as a comment cannot be longer: {hidden}.\n"
    return "\n".join(parts) + rest


def _head(found: Sequence[DealChange], left_out: Sequence[str], between: str) -> Iterator[Block]:
    yield Title(f"{counted(len(found), 'deal')} changed", (between,) if between else ())
    moved = pipeline(found)
    yield paragraph(f"Open pipeline: {_moved(moved)}." if moved else "")
    broken = f"Left out because of errors (see `tas check`): {some(left_out)}." if left_out else ""
    yield paragraph((broken, DIM))


def _moved(moved: Mapping[str, Decimal]) -> str:
    return ", ".join(f"{currency} {value:+,f}" for currency, value in moved.items())


def _named(change: DealChange) -> Iterator[str]:
    """Yield the deal's short name, its customer, whose it is, and what happened to it."""
    said = change.shown.deal.opportunity
    yield opportunity_id(change.shown.file)
    yield said.customer
    yield said.owner or "no owner"
    if _KINDS[change.kind]:
        yield _KINDS[change.kind]


def _changes(change: DealChange) -> Iterator[Item]:
    if change.difference is not None:
        found = list(changes(change.difference))
        if change.before and change.kind == "renamed":
            found.insert(0, item("Was ", (opportunity_id(change.before.file), STRONG)))
        yield from found or [item("Only details changed that have no line here.")]
        return
    deal = change.shown.deal
    said = deal.opportunity
    worth = amount(said.amount, said.currency or deal.settings.currency)
    yield item(worth or "No amount")
    if change.kind == "new":
        yield item(*verdict(deal.decision))


def _folded(change: DealChange) -> str:
    """Return a deal that opens when clicked; in its heading nothing is markup or a mention."""
    listed = markdown([items(_changes(change))])
    return f"<details><summary>{_heading(change)}</summary>\n\n{listed}\n</details>\n"


def _heading(change: DealChange) -> str:
    return " ".join(f"<code>{escape(safe(each))}</code>" for each in _named(change))
