"""Reads a meeting from a file: lines, YAML with them, or a table of ratings (docs/meeting.md)."""

from __future__ import annotations

import re
from typing import NamedTuple

from tas_cli.diagnostics import Finding, Severity
from tas_cli.edits.cells_of_csv import BadRow
from tas_cli.edits.table import COLUMNS, TableRow, rows
from tas_cli.edits.texts import decoded, plain_text
from tas_cli.model.meeting import MeetingFile
from tas_cli.reading.read import read_as
from tas_cli.refusals import WrongCall

_TABLE = re.compile(
    rb"\{|\[|\"?sep=|(?:.*[,;\t])?[\" ]*criterion[\" ]*(?:[,;\t\r\n]|$)", re.IGNORECASE
)
_AROUND = b"\xef\xbb\xbf\xff\xfe\0 \t\r\n"
"""What may be in front of a table's first line."""
_START = 4096
"""The bytes in which a table shows that it is one."""
_YAML = re.compile(rb"^(?:\xef\xbb\xbf)?(?:learned[ \t]*:|\w+:[ \t]*[|>][ \t]*\r?$)", re.MULTILINE)
_LIST = re.compile(
    rb"^(learned[ \t]*:)[ \t]*(\r?\n)((?:[ \t]*-[ \t][^\n]*(?:\n|\Z)|[ \t]*\r?\n)+)(?=[^\s-]|\Z)",
    re.MULTILINE,
)
"""A list of lines, none of which goes on in the next one."""
_HEAD = re.compile(r"(?P<key>with|when|link|by|outcomes)\s*:\s*(?P<value>.*)", re.IGNORECASE)
_BULLET = re.compile(r"(?:[-*•]\s+|#(?:\s.*)?$)")
"""What does not belong to a line: a bullet before it, or all of a comment."""
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
        WrongCall: it is YAML of another form, a table with a wrong row, or not text.
    """
    if _TABLE.match(data[:_START].replace(b"\0", b"").lstrip(_AROUND)):
        return InFile(MeetingFile(), rows=tuple(map(_same_day, rows(data))))
    return _in_yaml(data, name) if _YAML.search(data) else _in_lines(data, name)


def _in_lines(data: bytes, name: str) -> InFile:
    """Return what plain lines say; `with:`, `when:` and the like may be above them."""
    head: dict[str, str] = {}
    lines: list[FileLine] = []
    for number, text in enumerate(decoded(data, f"{name} is").splitlines(), 1):
        line = _BULLET.sub("", plain_text(text, f"{name}, line {number}"), count=1)
        key = None if lines else _HEAD.fullmatch(line)
        if key:
            head[key["key"].casefold()] = key["value"].strip("\"' ")
        elif line:
            lines.append(FileLine(number, line))
    given = {each: text for each, text in head.items() if text}
    return InFile(MeetingFile.model_validate(given), tuple(lines))


def _in_yaml(data: bytes, name: str) -> InFile:
    """Return what a YAML file says; a list of lines is read as the block with the same lines."""
    data = _LIST.sub(_as_block, data)
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


def _as_block(found: re.Match[bytes]) -> bytes:
    """Return the items of a list as the lines of a block: a colon or number sign ends none."""
    items = re.sub(rb"^([ \t]*)-[ \t]", rb"\1  ", found[3], flags=re.MULTILINE)
    items = re.sub(rb"^([ \t]+)([\"'])(.*)\2[ \t]*(\r?)$", rb"\1\3\4", items, flags=re.MULTILINE)
    return found[1] + b" |" + found[2] + items


def _same_day(row: TableRow) -> TableRow:
    """Return a row of a meeting's table, whose ratings are all of one day."""
    if row.values["date"]:
        listed = ", ".join(column for column in COLUMNS if column != "date")
        raise BadRow(row.number, "a meeting has one day.", f"Use --when. Columns: {listed}.")
    return row
