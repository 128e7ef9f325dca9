"""`tas account`: a customer with the deals and the people that it has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from tas_cli.assess.changes import FieldChange
from tas_cli.assess.customer import Across
from tas_cli.board.line import DealLine
from tas_cli.model.account import Account
from tas_cli.model.base import FileModel
from tas_cli.views.before_after import fields_changed
from tas_cli.views.changed import written_to
from tas_cli.views.customer import customer, people_across
from tas_cli.views.deal_cells import Context
from tas_cli.views.deal_columns import BY_NAME
from tas_cli.views.deal_list import DealGroup, arranged, overview
from tas_cli.views.page import DIM, GAP, Block, Hint, Page, Section, Title, paragraph
from tas_cli.views.words import amount
from tas_cli.words import counted, some
from tas_cli.writing import Written


class AccountPage(NamedTuple):
    """An account as of a day with its id, its file, the lines of its deals, and all people."""

    id: str
    file: str
    account: Account
    deals: tuple[DealLine, ...]
    people: tuple[Across, ...]
    day: date


def account(page: AccountPage, on: Context) -> Page:
    """Return the page of an account."""
    found = page.account
    potential = amount(found.potential, on.settings.currency)
    facts = (
        f"potential {potential} a year" if potential else "",
        f"{found.market} market" if found.market else "",
    )
    yield Title(found.name)
    yield paragraph(" · ".join(filter(None, (*facts, found.external_id))))
    yield paragraph((f"{page.id} · {page.file}", DIM))
    yield from _deals(page, on)
    yield from _people(page)
    yield from customer(found, page.day, on.settings.currency)
    yield GAP
    yield Hint(f'Add somebody: `tas people {page.file} "First Last, title"`')


def _deals(page: AccountPage, on: Context) -> Iterator[Block]:
    if not page.deals:
        yield GAP
        yield Hint(f"Put a deal into it: `tas account {page.id} --share DEAL`")
        return
    lines = arranged(page.deals, BY_NAME["close"], on, reverse=False)
    table = overview([DealGroup(None, tuple(lines))], _COLUMNS, on, whole=False)
    yield Section("Deals", tuple(table))


_COLUMNS = [BY_NAME[name] for name in ("id", "amount", "close", "step", "strategy", "forecast")]


def _people(page: AccountPage) -> Iterator[Block]:
    if page.people:
        yield Section("People", (people_across(page.people, page.day),))


def fields_written(fields: tuple[FieldChange, ...], written: Written[FileModel]) -> Page:
    """Report a change to an account's fields."""
    return (fields_changed(fields), written_to(written))


def people_shared(
    deal: str, account: str, people: Sequence[str], written: Iterable[Written[FileModel]]
) -> Page:
    """Report which people of a deal its account has now."""
    who = f"{counted(len(people), 'person', 'people')} shared: {some(people)}." if people else ""
    return (
        paragraph(f"{deal} is in the account {account}. {who}".strip()),
        *(written_to(each) for each in written if each.changed),
    )
