"""`tas list`: one line for each deal, in groups if wanted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from rich.cells import cell_len

from tas_cli.board.line import DealLine
from tas_cli.board.money import Money, scale, sums
from tas_cli.views.csv import csv
from tas_cli.views.deal_cells import Context, Value
from tas_cli.views.deal_columns import DealColumn, cell
from tas_cli.views.page import Column, On, Page, Section, Table, Title, Words, bare, paragraph
from tas_cli.views.words import short_amount
from tas_cli.words import counted

_WIDE = 104
_DROPPED = ("Customer", "Known", "Owner", "Amount", " 1  2  3  4", "Close")
"""Heads of columns in the order in which they are left out; the short name always stays."""

_LEAST = 6
"""The cells to which a column shrinks if none may be left out."""
NO_DEALS: Page = (paragraph("There are no deals yet. `tas new` starts one."),)
"""The list of a workspace without deals."""


class DealGroup(NamedTuple):
    """Deals listed together; `name` is None if the list is not grouped."""

    name: str | None
    deals: tuple[DealLine, ...]

    def money(self, on: Context) -> tuple[Money, ...]:
        """Return what the group's open deals are worth."""
        return sums((deal for deal in self.deals if deal.open), scale(self.deals, on.settings))


def arranged(
    deals: Iterable[DealLine], by: DealColumn, on: Context, *, reverse: bool
) -> list[DealLine]:
    """Sort deals by a column, then by short name; amounts are compared within a currency."""
    ordered = sorted(deals, key=lambda line: line.id)
    ordered.sort(key=lambda line: by.order(line, on), reverse=reverse)
    return sorted(ordered, key=by.within)


def grouped(deals: Iterable[DealLine], by: DealColumn | None, on: Context) -> list[DealGroup]:
    """Group deals by a column, each group in the given order; without one, all form a group."""
    group = by.group if by else None
    if group is None:
        return [DealGroup(None, tuple(deals))]
    named = sorted(((group(deal, on), deal) for deal in deals), key=lambda each: each[0][0])
    return [
        DealGroup(name, tuple(deal for _, deal in found))
        for name, found in groupby(named, key=lambda each: each[0][1])
    ]


def overview(
    groups: Sequence[DealGroup], columns: Sequence[DealColumn], on: Context, *, whole: bool
) -> Page:
    """Return the table of some deals; with `whole`, no column is left out to fit a terminal."""
    deals = [deal for group in groups for deal in group.deals]
    if not deals:
        return (paragraph("No deal matches."),)
    tables = [*_tables(groups, columns, on, () if whole else _DROPPED)]
    if groups[0].name is None:
        return tables
    sections = (
        Section(_heading(group, on), (table,)) for group, table in zip(groups, tables, strict=True)
    )
    return (Title(counted(len(deals), "deal")), *sections)


def _heading(group: DealGroup, on: Context) -> str:
    worth = ", ".join(
        f"{each.currency} {short_amount(each.amount)}" for each in group.money(on) if each.amount
    )
    facts = (counted(len(group.deals), "deal"), f"{worth} open" if worth else "")
    return " · ".join(filter(None, (group.name, *facts)))


def _tables(
    groups: Sequence[DealGroup],
    columns: Sequence[DealColumn],
    on: Context,
    dropped: tuple[str, ...],
) -> Iterator[Table]:
    """Yield the table of each group, all with the same widths; only the first shows its heads."""
    shown = [*_shown(columns)]
    found = [[tuple(_row(deal, shown, on)) for deal in group.deals] for group in groups]
    widths = _widths([row for rows in found for row in rows]) if found[1:] else [0] * len(shown)
    heads = tuple(
        Column(each.head, where, least=width)
        for (each, where), width in zip(shown, widths, strict=True)
    )
    squeezed = tuple(
        (each.head, each.squeezed if dropped else _LEAST) for each in columns if each.squeezed
    )
    for number, rows in enumerate(found):
        table = Table(heads, tuple(rows), _WIDE, squeezed, dropped, roomy=True)
        yield table._replace(continued=number > 0)


def _shown(columns: Iterable[DealColumn]) -> Iterator[tuple[DealColumn, On]]:
    """Yield the columns and where they are shown: one with a brief form is there twice."""
    for each in columns:
        if each.brief:
            yield each, On.NARROW
        yield each, On.FULL if each.brief else each.on


def _row(deal: DealLine, columns: Iterable[tuple[DealColumn, On]], on: Context) -> Iterator[Words]:
    return (cell(each, deal, on, narrow=where is On.NARROW) for each, where in columns)


def _widths(rows: Iterable[tuple[Words, ...]]) -> list[int]:
    return [max(cell_len(bare(words)) for words in column) for column in zip(*rows, strict=True)]


def spreadsheet(groups: Iterable[DealGroup], columns: Sequence[DealColumn], on: Context) -> str:
    """Return deals as csv: every value of every column, amounts as digits, dates as ISO text.

    Groups have a column of their own, in front.
    """
    fields = {head: value for each in columns for head, value in each.fields.items()}
    names: list[str] = []
    rows: list[list[Value]] = []
    for group in groups:
        named = [] if group.name is None else [group.name]
        names = ["group"] if named else []
        rows += [[*named, *(of(deal, on) for of in fields.values())] for deal in group.deals]
    return csv([*names, *fields], rows)
