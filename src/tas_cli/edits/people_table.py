"""Reads people from a table: name, title and whom they report to, as programs export them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from tas_cli.edits.cells_of_csv import BadRow, check_length, records, table_text
from tas_cli.edits.people_entries import Entry, LeftOut
from tas_cli.method.people import roles
from tas_cli.reading.names import is_role
from tas_cli.refusals import WrongCall
from tas_cli.typed.ids import id_from

_COLUMNS = {
    "name": "name full-name person person-name contact contact-name employee employee-name",
    "first": "first-name first given-name forename",
    "last": "last-name last surname family-name",
    "title": "title job-title position job",
    "boss": "reports-to reports-to-name manager manager-name boss supervisor line-manager",
    "roles": "role roles contact-role buying-role",
}
"""The headers of each column, as short names."""
_MEANT = {header: column for column, headers in _COLUMNS.items() for header in headers.split()}
_PREFIX = re.compile(r"(?:person|people|contact|lead)\s*(?:-|:)\s+", re.IGNORECASE)
"""What some programs put in front of a header, as in `Person - Name`."""
_MOST = 200
"""More people than anybody keeps on a map; a file takes seconds for as many."""
_HEADERS = "name (or first name and last name), title, reports to, role"


class PeopleTable(NamedTuple):
    """The people in a table; the headers of columns that say nothing here; and rows left out."""

    entries: tuple[Entry, ...]
    unused: tuple[str, ...]
    left_out: tuple[LeftOut, ...]


def people_table(data: bytes) -> PeopleTable:
    """Return the people in a table; case, accents and punctuation of its headers do not count.

    Raises:
        WrongCall: it has no column with names, nobody in it, or a broken row.
    """
    rows = records(table_text(data))
    number, headers = next(((at, row) for at, row in rows if any(row)), (0, []))
    columns = [_MEANT.get(id_from(_PREFIX.sub("", each))) for each in headers]
    _check(number, columns, headers)
    entries: list[Entry] = []
    left_out: list[LeftOut] = []
    for at, cells, ended in _with_end(rows):
        check_length(at, cells, len(columns))
        said = _said(columns, cells)
        if ended and sum(map(bool, cells)) == 1:
            left_out.append(LeftOut(at, "a note below the table"))
        elif name := _name(said):
            entries.append(_entry(at, name, said))
        else:
            left_out.append(LeftOut(at, "no name"))
    if not entries:
        raise WrongCall("the table has nobody in it.", f"Its columns can be: {_HEADERS}.")
    if len(entries) > _MOST:
        message = f"the table has {len(entries):,} people; at most {_MOST} can be added at once."
        raise WrongCall(message, "Keep those who can sway the decision.")
    unused = (each for each, column in zip(headers, columns, strict=True) if each and not column)
    return PeopleTable(tuple(entries), tuple(unused), tuple(left_out))


def _entry(number: int, name: str, said: dict[str, str]) -> Entry:
    """Return somebody; a role that is none in a decision is a job title."""
    found = _roles(said["roles"])
    title = said["title"] or ("" if found else said["roles"])
    return Entry(number, name, title, _in_order(said["boss"]), found)


def _check(number: int, columns: list[str | None], headers: list[str]) -> None:
    """Refuse a table without names, or with two columns of one kind."""
    twice = next((each for each in columns if each and columns.count(each) > 1), None)
    if twice:
        both = [head for head, each in zip(headers, columns, strict=True) if each == twice]
        raise BadRow(number, f"two columns mean the same: {' and '.join(both)}.", "Rename one.")
    if "name" not in columns and "last" not in columns:
        listed = ", ".join(filter(None, headers)) or "none"
        message = f"no column has names; the first row has: {listed}."
        raise BadRow(number or 1, message, f"Name the columns in the first row: {_HEADERS}.")


def _with_end(rows: Iterator[tuple[int, list[str]]]) -> Iterator[tuple[int, list[str], bool]]:
    """Yield the rows with cells, and whether an empty row came before: exports end with notes."""
    ended = False
    for number, cells in rows:
        if any(cells):
            yield number, cells, ended
        else:
            ended = True


def _said(columns: list[str | None], cells: list[str]) -> dict[str, str]:
    said = dict.fromkeys(_COLUMNS, "")
    return said | {each: cell for each, cell in zip(columns, cells, strict=False) if each}


def _name(said: dict[str, str]) -> str:
    parts = (said["first"], said["last"])
    name = _in_order(said["name"]) or " ".join(filter(None, parts))
    return name if any(map(str.isalpha, name)) else ""


def _in_order(name: str) -> str:
    """Return a name with the first name first: `Kessler, Martin` is Martin Kessler."""
    last, comma, first = (each.strip() for each in name.partition(","))
    return f"{first} {last}" if comma and not is_role(first, last) else last


def _roles(text: str) -> tuple[str, ...]:
    """Return the roles that a text names, as in `Decision Maker` or `Executive Sponsor`."""
    words = f"-{id_from(text)}-"
    return tuple(key for key in roles() if f"-{id_from(key)}-" in words)
