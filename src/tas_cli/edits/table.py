"""Reads a table of ratings: CSV with a header, or JSON lines (docs/rating-table.md)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from tas_cli.edits.cells_of_csv import BadRow, cell_text, check_length, records, table_text
from tas_cli.reading.nearest import did_you_mean
from tas_cli.refusals import WrongCall

COLUMNS = ("criterion", "rating", "party", "evidence", "who", "when", "link", "note", "date")
_NEEDED = ("criterion", "rating")
_ALIASES = {"what": "evidence"}
_FILLED_IN = ("rating", "evidence", "who", "when", "link", "note")


class TableRow(NamedTuple):
    """A row and its number as in a spreadsheet, where the header is 1; JSON lines have no header.

    `values` are by column, trimmed; a missing value is an empty string.
    """

    number: int
    values: dict[str, str]


def rows(data: bytes) -> list[TableRow]:
    """Return the rows that have something filled in.

    Raises:
        WrongCall: the table, or one of its rows, is invalid.
    """
    text = table_text(data)
    read = _json_lines if text.lstrip()[:1] in ("{", "[") else _csv
    found = [row for row in read(text) if any(row.values[column] for column in _FILLED_IN)]
    if not found:
        raise WrongCall("the table has no ratings.", f"Columns: {', '.join(COLUMNS)}.")
    for row in found:
        _check(row)
    return found


def _check(row: TableRow) -> None:
    for column in _NEEDED:
        if not row.values[column]:
            raise BadRow(row.number, f"{column} is missing.")


def _csv(text: str) -> Iterator[TableRow]:
    columns: list[str] = []
    for number, record in records(text):
        if not any(record):
            continue
        if not columns:
            columns = _columns(number, record)
            continue
        check_length(number, record, len(columns))
        yield _row(number, zip(columns, record, strict=False))


def _columns(number: int, names: Iterable[str]) -> list[str]:
    """Return the canonical names of the header's columns."""
    columns: list[str] = []
    for name in names:
        column = _column(number, name)
        if column and column in columns:
            raise BadRow(number, f"the column {column} appears twice.")
        columns.append(column)
    while columns and not columns[-1]:
        columns.pop()
    missing = [column for column in _NEEDED if column not in columns]
    if missing:
        listed = f"The first row names the columns: {', '.join(COLUMNS)}."
        raise BadRow(number, f"there is no column {' and no column '.join(missing)}.", listed)
    return columns


def _column(number: int, name: str) -> str:
    wanted = name.casefold()
    column = _ALIASES.get(wanted, wanted)
    if column and column not in COLUMNS:
        advice = did_you_mean(column, COLUMNS, f"Columns: {', '.join(COLUMNS)}.")
        raise BadRow(number, f"unknown column {name!r}.", advice)
    return column


def _json_lines(text: str) -> Iterator[TableRow]:
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield _row(number, _entries(number, line))


def _entries(number: int, line: str) -> Iterator[tuple[str, str]]:
    seen: set[str] = set()
    for name, value in _object(number, line):
        column = _column(number, cell_text(number, name))
        if column in seen:
            raise BadRow(number, f"{column} appears twice.")
        seen.add(column)
        if isinstance(value, bool) or not isinstance(value, (str, int, type(None))):
            raise BadRow(number, f"{column} must be text or a whole number.")
        yield column, "" if value is None else cell_text(number, str(value))


def _object(number: int, line: str) -> list[tuple[str, Any]]:
    try:
        found = json.loads(line, object_pairs_hook=_Pairs)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, _Pairs):
        raise BadRow(number, "this is not a JSON object.", "Write one object per line.")
    return found


class _Pairs(list[tuple[str, Any]]):
    """An object's entries in their order, duplicates included."""


def _row(number: int, values: Iterable[tuple[str, str]]) -> TableRow:
    given = {column: value for column, value in values if column}
    return TableRow(number, dict.fromkeys(COLUMNS, "") | given)
