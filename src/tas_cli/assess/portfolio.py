"""Two states of all deals, and the deals that changed between them; pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Context, Decimal
from functools import cached_property
from typing import NamedTuple

from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.difference import Difference

_EXACT = Context(prec=100)


class Kept(NamedTuple):
    """A deal as a state has it: the name of its file, and what that says on the day."""

    file: str
    deal: DealOnDay


@dataclass
class DealChange:
    """A deal before and after: one of them is None for a deal that is new, or gone."""

    before: Kept | None
    after: Kept | None

    @property
    def sides(self) -> tuple[Kept | None, Kept | None]:
        """The deal before and after."""
        return self.before, self.after

    @property
    def shown(self) -> Kept:
        """The newer one of the two that there is."""
        found = self.after or self.before
        assert found  # noqa: S101 - one of them always is
        return found

    @property
    def kind(self) -> str:
        """What happened to the deal: new, gone, renamed or changed."""
        if self.before is None:
            return "new"
        if self.after is None:
            return "gone"
        return "changed" if self.before.file == self.after.file else "renamed"

    @cached_property
    def difference(self) -> Difference | None:
        """What changed in it; None for a deal that is new, or gone."""
        if self.before is None or self.after is None:
            return None
        return Difference(self.before.deal, self.after.deal)

    @property
    def empty(self) -> bool:
        """Whether nothing changed that the deal consists of, such as only comments."""
        if self.difference is None or self.kind == "renamed":
            return False
        same = self.difference.before.opportunity == self.difference.after.opportunity
        return same and self.difference.empty


def deal_changes(
    before: Mapping[str, DealOnDay], after: Mapping[str, DealOnDay]
) -> list[DealChange]:
    """Return the deals that differ, by file name; the states need not have the equal ones.

    A deal whose file is gone is the same as a new one that has its external id, or else its name
    and customer, if there is only one of these.
    """
    was = {name: Kept(name, deal) for name, deal in before.items()}
    now = {name: Kept(name, deal) for name, deal in after.items()}
    moved = dict(_moved([*_only(was, now)], [*_only(now, was)]))
    pairs = [(was.get(moved.get(name, name)), now[name]) for name in now]
    gone = [(was[name], None) for name in was if name not in now and name not in moved.values()]
    found = (DealChange(*pair) for pair in (*pairs, *gone))
    return sorted((each for each in found if not each.empty), key=lambda each: each.shown.file)


def _only(these: Mapping[str, Kept], those: Mapping[str, Kept]) -> Iterator[Kept]:
    return (each for name, each in these.items() if name not in those)


def _moved(gone: list[Kept], new: list[Kept]) -> Iterator[tuple[str, str]]:
    """Yield the new and the old file name of each deal that was renamed."""
    for each in new:
        for mark in _marks(each):
            same = [old for old in gone if mark in _marks(old)]
            if len(same) == 1 and sum(mark in _marks(other) for other in new) == 1:
                gone.remove(same[0])
                yield each.file, same[0].file
                break


def _marks(kept: Kept) -> Iterable[tuple[str, ...]]:
    """Return what tells a deal from others: its external id, then its name and customer."""
    said = kept.deal.opportunity
    external = [(said.external_id,)] if said.external_id else []
    return [*external, (said.name, said.customer)]


class Worth(NamedTuple):
    """The sum of some open deals' amounts in one currency, before and after."""

    before: Decimal
    after: Decimal


def pipeline(changes: Iterable[DealChange]) -> dict[str, Worth]:
    """Return what the open deals among these were and are worth, by currency, where it changed."""
    found: dict[str, list[Decimal]] = {}
    for each in changes:
        for side, kept in enumerate(each.sides):
            said = kept.deal.opportunity if kept and kept.deal.open else None
            if kept and said and said.amount is not None:
                sums = found.setdefault(kept.deal.currency, [Decimal(), Decimal()])
                sums[side] = _EXACT.add(sums[side], said.amount)
    worth = ((currency, Worth(*sums)) for currency, sums in sorted(found.items()))
    return {currency: each for currency, each in worth if each.before != each.after}
