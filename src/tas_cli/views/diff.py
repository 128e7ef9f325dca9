"""`tas diff`: what changed in each deal between two states, and the comment on a request."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape

from tas_cli.assess.changes import RatingChange
from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.portfolio import DealChange, Worth, pipeline
from tas_cli.assess.tally import WEIGHT
from tas_cli.method.catalogue import US, strategies
from tas_cli.places import opportunity_id
from tas_cli.views.before_after import NONE, before_and_after
from tas_cli.views.changes import changes
from tas_cli.views.markdown.page import markdown
from tas_cli.views.page import (
    DIM,
    STRONG,
    Block,
    Column,
    Item,
    Page,
    Table,
    Title,
    Words,
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
_MOST = 500
"""More deals than ever fit in a comment."""
_COLUMNS = tuple(map(Column, ("Deal", "Amount", "Close", "Strategy", "Ratings")))
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
    if not found:
        return f"{MARKER}\n{markdown(_head(found, left_out, ''))}" if left_out else ""
    head = f"{MARKER}\n{markdown(_head(found, left_out, ''))}"
    rows, folded = zip(*((_row(each), _folded(each)) for each in found[:_MOST]), strict=True)

    def with_deals(number: int) -> str:
        listed = markdown([Table(_COLUMNS, rows[:number])]) if number else ""
        hidden = counted(len(found) - number, "more deal") if number < len(found) else ""
        rest = f"Not shown, as a comment cannot be longer: {hidden}.\n" if hidden else ""
        return "\n".join(filter(None, (head, listed, *folded[:number], rest)))

    fitting = bisect(range(len(rows) + 1), _LARGEST, key=lambda number: len(with_deals(number)))
    return with_deals(max(fitting - 1, 0))


def _head(found: Sequence[DealChange], left_out: Sequence[str], between: str) -> Iterator[Block]:
    deals = counted(len(found), "deal") if found else "No deals"
    yield Title(f"{deals} changed", (between,) if between else ())
    moved = pipeline(found)
    yield paragraph(f"Pipeline of these deals: {_moved(moved)}." if moved else "")
    broken = f"Left out because of errors (see `tas check`): {some(left_out)}." if left_out else ""
    yield paragraph((broken, DIM))


def _moved(moved: Mapping[str, Worth]) -> str:
    return ", ".join(f"{key} {was:,f} → {now:,f}" for key, (was, now) in moved.items())


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
    for label, words in (("Amount", _worth(deal)), ("Expected close", _close(deal))):
        yield from [item(f"{label}: {words}")] if words != NONE else []
    yield item(*verdict(deal.decision))


def _row(change: DealChange) -> tuple[Words, ...]:
    """Return a deal in a line: what it is worth, when it closes, the strategy, the ratings."""
    kind = f" ({_KINDS[change.kind]})" if _KINDS[change.kind] else ""
    sides = [each.deal for each in (change.before, change.after) if each]
    facts = (_worth, _close, _strategy)
    return (
        (opportunity_id(change.shown.file), kind),
        *(_turn(fact(sides[0]), fact(sides[-1])) for fact in facts),
        (_turned(change.difference.ratings if change.difference else ()),),
    )


def _turn(was: str, now: str) -> Words:
    return before_and_after(was, now, same="") if {was, now} != {NONE} else ()


def _worth(deal: DealOnDay) -> str:
    return amount(deal.opportunity.amount, deal.currency) or NONE


def _close(deal: DealOnDay) -> str:
    return str(deal.opportunity.expected_close or NONE)


def _strategy(deal: DealOnDay) -> str:
    recommended = deal.decision.recommended
    return strategies()[recommended].title if recommended else "undecided"


def _turned(ratings: Iterable[RatingChange]) -> str:
    """Return how many of our ratings are better and worse; a competitor's are in the details."""
    ours = [each for each in ratings if each.party == US]
    turns = [WEIGHT[each.after] - WEIGHT[each.before] for each in ours]
    worse, better = sum(turn < 0 for turn in turns), sum(turn > 0 for turn in turns)
    named = (
        f"{number} {words}" for number, words in ((better, "better"), (worse, "worse")) if number
    )
    return ", ".join(named)


def _folded(change: DealChange) -> str:
    """Return a deal that opens when clicked; in its heading nothing is markup or a mention."""
    listed = markdown([items(_changes(change))])
    return f"<details><summary>{_heading(change)}</summary>\n\n{listed}\n</details>\n"


def _heading(change: DealChange) -> str:
    return " ".join(f"<code>{escape(safe(each))}</code>" for each in _named(change))
