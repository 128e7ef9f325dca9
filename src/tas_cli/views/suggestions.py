"""`tas plan --suggest`: the tactics that a deal suggests, each with the reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, Self

from tas_cli.assess.deal import DealOnDay
from tas_cli.board.suggestion import Suggestion
from tas_cli.board.suggestions import Suggestions
from tas_cli.diagnostics import typeable
from tas_cli.model.opportunity import Opportunity
from tas_cli.views.changed import written_to
from tas_cli.views.head import head
from tas_cli.views.page import (
    DIM,
    GAP,
    STRONG,
    Block,
    Hint,
    Item,
    Page,
    item,
    items,
    line,
    paragraph,
    section,
)
from tas_cli.words import counted
from tas_cli.writing import Written


class Taken(NamedTuple):
    """The suggestions that became tactics, by their numbers in the file."""

    id: str
    written: Written[Opportunity]
    picked: tuple[tuple[int, Suggestion], ...]
    dry_run: bool

    @classmethod
    def of(
        cls,
        name: str,
        written: Written[Opportunity],
        picked: Sequence[Suggestion],
        dry_run: bool,  # noqa: FBT001 - as all effects have it
    ) -> Self:
        """Return the suggestions with the numbers of the last tactics of the file."""
        first = len(written.now.tactics) - len(picked) + 1
        return cls(name, written, tuple(enumerate(picked, first)), dry_run)


def suggested(name: str, deal: DealOnDay, found: Suggestions, *, asking: bool) -> Page:
    """Return what to do next; without anybody to ask, how to take it."""
    yield from head(name, deal)
    command = f"tas plan {typeable(name)} --suggest"
    if not found.open:
        yield GAP
        yield paragraph(_nothing(deal))
    shown = [_item(number, each, deal) for number, each in enumerate(found.shown, 1)]
    yield section("Suggested tactics", items(shown, 5))
    if found.left_out:
        more = f"{len(found.left_out)} more of the same kinds: {_keys(found.left_out)}."
        yield paragraph((more, DIM))
        yield Hint(f"`{command} --all` shows them.")
    if found.covered:
        yield paragraph((f"Covered by open tactics: {_keys(found.covered)}.", DIM))
    if found.shown and not asking:
        first = f"tas plan {typeable(name)} --take {found.shown[0].key} --due fri"
        yield Hint(f"To add the first to the plan: `{first}`")


def _nothing(deal: DealOnDay) -> str:
    if not deal.open:
        return "The deal has ended: there is nothing to suggest."
    return "Nothing to suggest: open tactics cover what ratings, people and the sales step ask for."


def _keys(found: Iterable[Suggestion]) -> str:
    return ", ".join(each.key for each in found)


def _item(number: int, suggestion: Suggestion, deal: DealOnDay) -> Item:
    return item(
        (suggestion.what, STRONG),
        (f"  {suggestion.key}", DIM),
        mark=f"{number:>2} {suggestion.key[0]}",
        below=[" ".join(filter(None, (*suggestion.reasons, with_whom(suggestion, deal))))],
    )


def with_whom(suggestion: Suggestion, deal: DealOnDay) -> str:
    """Return with which people to do a tactic that is not itself about them; empty if none."""
    names = ", ".join(deal.people[key].named(key) for key in suggestion.people)
    return f"With {names}." if names and suggestion.criteria and not suggestion.outcome else ""


def taken(done: Taken) -> Iterator[Block]:
    """Yield the tactics that were added, and how to reword one."""
    tactics = done.written.now.tactics
    number, _ = done.picked[0]
    first = tactics[number - 1]
    by = f" for {first.owner}" if first.owner else ""
    due = f", due {first.due}" if first.due else ""
    yield line((f"{done.id}: {counted(len(done.picked), 'tactic')} added{by}{due}", STRONG))
    yield items((_item_added(each) for each in done.picked), 5)
    yield Hint(f'To reword one: `tas tactics {typeable(done.id)} {number} what="…"`')
    yield written_to(done.written)


def _item_added(numbered: tuple[int, Suggestion]) -> Item:
    number, suggestion = numbered
    return item(suggestion.what, mark=f"{number:>2} {suggestion.key[0]}")
