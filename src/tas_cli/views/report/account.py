"""The page of a customer: the answer first, then its deals, its people and what it wants."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import NamedTuple

from tas_cli.assess.as_of import account_as_of, as_of
from tas_cli.assess.customer import Across, across
from tas_cli.assess.deal import DealOnDay
from tas_cli.assess.disclosure import Disclosure
from tas_cli.assess.influence import unmet
from tas_cli.assess.people import present
from tas_cli.board.line import DealLine
from tas_cli.board.matrix import matrix, of_account, of_deals
from tas_cli.board.money import scale, sums
from tas_cli.board.redacted import redacted
from tas_cli.board.scope import Scope
from tas_cli.method.catalogue import criteria, numbered
from tas_cli.method.people import coverages
from tas_cli.model.account import Account
from tas_cli.model.opportunity import Opportunity
from tas_cli.model.person import Person
from tas_cli.views.account import AccountPage
from tas_cli.views.customer import POTENTIAL, customer, roles_of, standings_of
from tas_cli.views.deal_cells import Context, mentioned
from tas_cli.views.deal_columns import BY_NAME, DealColumn, cell
from tas_cli.views.html.document import Document
from tas_cli.views.left_out import foot
from tas_cli.views.matrix import blocks as matrix_blocks
from tas_cli.views.page import (
    DIM,
    SIGN,
    SIGN_STYLE,
    STRONG,
    Block,
    Column,
    Figure,
    On,
    Page,
    Section,
    Table,
    Title,
    Words,
    cells,
    paragraph,
    used_columns,
)
from tas_cli.views.report.people import mapped
from tas_cli.views.svg.deal_rows import deal_rows
from tas_cli.views.words import amount, days_until, short_amount
from tas_cli.words import counted, enumerated

_COLUMNS = ("name", "owner", "amount", "close", "step", "strategy", "status")
_ROOMY = ("owner", "step")
"""The columns that a phone has no room for."""
_OF_PEOPLE = (
    Column("Name"),
    Column("Title", On.FULL),
    Column("Contact"),
    Column("Influence", On.FULL, right=True),
    Column("With us"),
    Column("Roles"),
)


class AccountFiles(NamedTuple):
    """What the page of an account is made of: its file, and its deals, as files and as lines."""

    id: str
    file: str
    account: Account
    deals: Mapping[str, Opportunity]
    lines: Sequence[DealLine]


def account_document(files: AccountFiles, scope: Scope, shown: Disclosure) -> Document:
    """Return the page of an account as of a day, with what it may show."""
    seen = shown.of(files.deals, files.account, scope.day)
    lines, on = _without_owners(files.lines, scope) if shown.redact else (files.lines, scope)
    account = account_as_of(seen.account or files.account, on.day)
    people = across(account, {name: as_of(deal, on.day) for name, deal in seen.deals.items()})
    page = AccountPage(files.id, files.file, account, tuple(lines), tuple(people), on.day)
    blocks = account_report(page, Context(on.settings, on.day))
    said = foot(shown, files.file, on.day, files.account, *files.deals.values())
    return Document(account.name, blocks, "account", said)


def _without_owners(lines: Sequence[DealLine], scope: Scope) -> tuple[list[DealLine], Scope]:
    """Return redacted lines; by number, owners would be others than where all deals are listed."""
    found, on = redacted(lines, scope)
    return [each._replace(owner=None, person=None) for each in found], on


def account_report(page: AccountPage, on: Context) -> Page:
    """Return the page of an account for somebody who has only this page."""
    found = page.account
    potential = amount(found.potential, on.settings.currency)
    facts = (
        f"{found.market} market" if found.market else "",
        f"potential {potential} a year" if potential else "",
    )
    yield Title(found.name, tuple(filter(None, facts)))
    yield paragraph(*_answer(page, on))
    yield paragraph((f"{page.id} · as of {page.day}", DIM))
    yield Section("Deals", tuple(_deals(page, on)), "deals")
    yield Section("People", tuple(_people(page, on)), "people")
    parts = customer(found, page.day, on.settings.currency)
    yield from (each for each in parts if each.key != POTENTIAL)
    yield Section("Deals by time and potential", tuple(_matrix(page, on)), POTENTIAL)


def _answer(page: AccountPage, on: Context) -> Iterator[str | tuple[str, str]]:
    """Yield how many deals are open and what they are worth, what comes next, and whom to meet."""
    deals = [each for each in page.deals if each.open]
    worth = enumerated([*_worth(deals, on)])
    yield (counted(len(deals), "open deal") if deals else "No open deal", STRONG)
    yield f", worth {worth}." if worth else "."
    ended = [(status, sum(each.status == status for each in page.deals)) for status in _ENDED]
    if any(number for _, number in ended):
        past = enumerated([f"{number} {status}" for status, number in ended if number])
        yield f" {past} before."
    closing = sorted((each.close, each.name) for each in deals if each.close)
    if closing:
        close, name = closing[0]
        when = days_until(date.fromisoformat(close), page.day)
        yield f" Next to close: {name}, {close} ({when})."
    strangers = _strangers(page, on)
    if strangers:
        yield f" Of weight, and never met: {enumerated(strangers)}."


_ENDED = ("won", "lost", "disengaged")


def _worth(deals: Sequence[DealLine], on: Context) -> Iterator[str]:
    for each in sums(deals, scale(deals, on.settings)):
        if each.amount:
            yield f"{each.currency} {short_amount(each.amount)}"


def _strangers(page: AccountPage, on: Context) -> list[str]:
    """Return the names of people of weight whom nobody of us has met."""
    people = present({each.key: each.person for each in page.people}, page.day)
    known = {key: each for key, each in people.items() if each.identified}
    return [known[key].named(key) for key in unmet(known, on.settings)]


def _deals(page: AccountPage, on: Context) -> Iterator[Block]:
    if not page.deals:
        return
    names = _COLUMNS if any(not each.open or each.held for each in page.deals) else _COLUMNS[:-1]
    columns = [BY_NAME[name] for name in names]
    columns[0] = columns[0]._replace(head="Deal", cell=mentioned)
    rows = (tuple(cell(each, line, on) for each in columns) for line in page.deals)
    yield used_columns(Table(tuple(map(_column, columns)), tuple(rows)))
    rated = [each for each in page.deals if each.open and each.first]
    if rated:
        yield _figure(rated)


def _column(column: DealColumn) -> Column:
    on = On.FULL if column.name in _ROOMY else On.ANYWHERE
    return Column(column.head, on, right=column.name == "amount")


def _figure(rated: Sequence[DealLine]) -> Figure:
    """Return our ratings in the open deals, side by side."""
    heads = (Column("#", right=True), Column("Criterion"), *(Column(each.name) for each in rated))
    rows = tuple(_row(number, rated) for number in range(len(criteria())))
    weak = [
        numbered(each.key)
        for number, each in enumerate(criteria())
        if sum(line.signs[0][number] == "-" for line in rated) > 1
    ]
    caption = (f"Weak in more than one deal: {enumerated(weak)}.",) if weak else ()
    title = "How we stand in each deal" if rated[1:] else "How we stand"
    return Figure(title, partial(deal_rows, rated), Table(heads, rows), caption)


def _row(number: int, rated: Sequence[DealLine]) -> tuple[Words, ...]:
    signs = (line.signs[0][number] for line in rated)
    shown: Iterator[Words] = (
        ((SIGN[sign], SIGN_STYLE[sign]),) if sign in SIGN else (("not rated", DIM),)
        for sign in signs
    )
    criterion = criteria()[number]
    return (str(criterion.number),), (criterion.title,), *shown


def _matrix(page: AccountPage, on: Context) -> Iterator[Block]:
    """Yield the opportunity matrix of the account; its median is that of these deals alone."""
    coming = [*of_account(page.id, page.file, page.account, on.settings)]
    if coming:
        every = [*of_deals(page.deals), *coming]
        shown = matrix(every, every, Scope(on.settings, page.day, page.day))
        yield from matrix_blocks(shown, "figure", 0)


def _people(page: AccountPage, on: Context) -> Iterator[Block]:
    """Yield who decides in which deals, and all of them on one map."""
    if page.people:
        rows = (cells(*_person(each, page.day)) for each in page.people)
        yield used_columns(Table(_OF_PEOPLE, tuple(rows)))
        yield from mapped(_one_map(page, on))


def _one_map(page: AccountPage, on: Context) -> DealOnDay:
    """Return a deal of which nothing is known but the people of all deals."""
    named = {"tas": "1", "name": page.account.name, "customer": page.account.name}
    people = {each.key: _in_all_deals(each) for each in page.people}
    deal = Opportunity.model_validate(named).model_copy(update={"people": people})
    return DealOnDay(deal, on.settings, page.day)


def _in_all_deals(each: Across) -> Person:
    """Return somebody with the roles of all deals, and the standing if it is one in all of them."""
    there = each.deals.values()
    roles = dict.fromkeys(role for person in there for role in person.roles)
    standings = {person.status for person in there if person.status}
    status = standings.pop() if len(standings) == 1 else each.person.status
    return each.person.model_copy(update={"roles": [*roles], "status": status})


def _person(each: Across, day: date) -> tuple[str, ...]:
    person = each.person
    contact = coverages()[person.coverage].title.lower() if person.coverage else ""
    return (
        person.named(each.key),
        ", ".join(filter(None, (person.title, person.company))),
        contact,
        str(person.influence or ""),
        standings_of(each, day),
        roles_of(each),
    )
