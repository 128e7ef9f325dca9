"""A rating table reads the same in every form, whatever its cells hold."""

from __future__ import annotations

import csv
import io
import json

from hypothesis import given
from hypothesis import strategies as st

from tas_cli.edits.table import COLUMNS, TableRow, rows
from tas_cli.source.characters import cleaned

TEXT = st.text(
    st.characters(
        exclude_categories=["Cs", "Cc"],
        exclude_characters="\ufff9\ufffa\ufffb\ufffe\uffff",
        include_characters="\n\r\t",
    ),
    max_size=20,
)
ROW = st.fixed_dictionaries(
    {"criterion": st.just("5"), "rating": st.sampled_from("+-?")},
    optional={column: TEXT for column in COLUMNS if column not in ("criterion", "rating")},
)


def as_csv(table: list[dict[str, str]], delimiter: str) -> bytes:
    """Return the table as a spreadsheet writes it."""
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, restval="", delimiter=delimiter)
    writer.writeheader()
    writer.writerows(table)
    return text.getvalue().encode("utf-8-sig")


def as_lines(table: list[dict[str, str]]) -> bytes:
    """Return the table as JSON lines."""
    return "\n".join(json.dumps(row, ensure_ascii=False) for row in table).encode()


@given(st.lists(ROW, min_size=1, max_size=5), st.sampled_from(",;\t"))
def test_both_forms_read_the_same(table: list[dict[str, str]], delimiter: str) -> None:
    """CSV with any delimiter and JSON lines give the same rows; in CSV the header counts as one."""
    expected = [
        {column: cleaned(row.get(column, "")).strip() for column in COLUMNS} for row in table
    ]
    assert rows(as_csv(table, delimiter)) == [
        TableRow(number, values) for number, values in enumerate(expected, start=2)
    ]
    assert rows(as_lines(table)) == [
        TableRow(number, values) for number, values in enumerate(expected, start=1)
    ]
