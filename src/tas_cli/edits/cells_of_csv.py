"""Reads the cells of a table that a spreadsheet or another program saved as CSV."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from tas_cli.edits.texts import decoded, plain_text
from tas_cli.refusals import WrongCall

_DELIMITERS = (",", ";", "\t")
_DECLARED = re.compile(r'\s*"?sep=([^"\w\s]|\t)\1*"?[ \t]*(?:\r\n?|\n|\Z)', re.IGNORECASE)
"""The line that declares a table's delimiter to a spreadsheet."""
_NOTHING = "Nothing was saved."
_SAVE_AGAIN = "Save it as UTF-8 (in a spreadsheet: `CSV UTF-8`)."


class BadRow(WrongCall):
    """An invalid row; nothing in its table is written."""

    def __init__(self, number: int, message: str, advice: str = "") -> None:
        super().__init__(f"row {number}: {message}", f"{advice} {_NOTHING}".lstrip())


def table_text(data: bytes) -> str:
    """Return the text of a table.

    Raises:
        WrongCall: it is neither UTF-8 nor UTF-16.
    """
    return decoded(data, "the table is", _SAVE_AGAIN)


def records(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows with their numbers, without a first line `sep=;`, which spreadsheets hide.

    Raises:
        BadRow: a row is broken, or a cell is not valid text.
    """
    declared = _DECLARED.match(text)
    header = text.lstrip("\r\n").splitlines()[:1]
    delimiter = declared[1] if declared else max(_DELIMITERS, key="".join(header).count)
    rows = io.StringIO(text[declared.end() :] if declared else text, newline="")
    reader = csv.reader(rows, delimiter=delimiter, strict=True)
    number = 0
    while True:
        number += 1
        try:
            record = next(reader, None)
        except csv.Error as error:
            raise BadRow(number, f"{error}.") from None
        if record is None:
            return
        yield number, [cell_text(number, cell) for cell in record]


def check_length(number: int, record: list[str], columns: int) -> None:
    """Make sure that a row has no more cells than there are columns, except empty ones.

    Raises:
        BadRow: it has.
    """
    if any(record[columns:]):
        raise BadRow(
            number,
            f"{len(record)} cells, but {columns} columns.",
            "Put double quotes around text that contains a comma.",
        )


def cell_text(number: int, text: str) -> str:
    """Return a cell of a row, trimmed.

    Raises:
        BadRow: it is not valid text.
    """
    try:
        return plain_text(text, "a cell")
    except WrongCall as error:
        raise BadRow(number, error.message, error.advice) from None
