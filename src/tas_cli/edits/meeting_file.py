"""Reads a meeting from a file: YAML with its lines, or a table of ratings (docs/meeting.md)."""

from __future__ import annotations

import re
from typing import NamedTuple

from tas_cli.diagnostics import Finding, Severity
from tas_cli.edits.table import COLUMNS, BadRow, TableRow, rows
from tas_cli.edits.texts import plain_text
from tas_cli.model.meeting import MeetingFile
from tas_cli.reading.read import read_as
from tas_cli.refusals import WrongCall

_TABLE = re.compile(rb"\s*(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*(?:\{|\[|\"?sep=|.*\bcriterion\b)")
_FORM = "Write keys such as `with:`, `when:` and `learned: |`; docs/meeting.md has an example."
_BLOCK = "Write `learned: |` and below it, indented, a line for each thing, without dashes."
_FOLDED = re.compile(rb"^learned:[ \t]*>", re.MULTILINE)


class FileLine(NamedTuple):
    """A line of a meeting and its number in the file."""

    number: int
    text: str


class InFile(NamedTuple):
    """What a file says about a meeting; `rows` are those of a table, which has nothing else."""

    said: MeetingFile
    lines: tuple[FileLine, ...] = ()
    rows: tuple[TableRow, ...] = ()


def in_file(data: bytes, name: str) -> InFile:
    """Return what a file says.

    Raises:
        WrongCall: it is neither YAML of this form nor a table of ratings.
    """
    if _TABLE.match(data.replace(b"\0", b"")):
        return InFile(MeetingFile(), rows=tuple(map(_same_day, rows(data))))
    reading = read_as(MeetingFile, data, name)
    if reading.value is None or reading.diagnostics:
        found = reading.diagnostics[0]
        place = f"{name}:{found.line}:{found.column}"
        advice = _BLOCK if found.path[:1] == ("learned",) else found.help or _FORM
        raise WrongCall(f"{place}: {found.message}.", advice)
    said = reading.value
    at = reading.diagnostic(Finding("", ("learned",)), "", Severity.ERROR).line
    if _FOLDED.search(data):
        raise WrongCall(f"{name}:{at}: `>` joins the lines below it.", _BLOCK)
    block = said.learned or ""
    first = at + 1 if block.rstrip("\n").count("\n") or block.endswith("\n") else at
    lines = tuple(
        FileLine(number, plain_text(text, f"{name}, line {number}"))
        for number, text in enumerate(block.splitlines(), first)
        if text.strip()
    )
    return InFile(said, lines)


def _same_day(row: TableRow) -> TableRow:
    """Return a row of a meeting's table, whose ratings are all of one day."""
    if row.values["date"]:
        listed = ", ".join(column for column in COLUMNS if column != "date")
        raise BadRow(row.number, "a meeting has one day.", f"Use --when. Columns: {listed}.")
    return row
