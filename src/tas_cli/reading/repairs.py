"""The line that was probably meant where YAML cannot read one, in the file's own words.

Each repair turns a line into what its author may have meant. It is tried in its place: only a line
with which the file is read further is ever suggested.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from tas_cli.model.opportunity import Opportunity
from tas_cli.reading.known_keys import known_keys
from tas_cli.source.characters import LOOK_ALIKE, MARKS, SPACES, named
from tas_cli.source.faults import Fault
from tas_cli.source.parse import Document, parse

_MAX_LINE, _MAX_TEXT = 200, 64 * 1024
"""What is longer was hardly typed, and trying repairs would take long."""
_VALUE = re.compile(r"(\s*(?:- +)*[\w-]+\s*:\s+|\s*- +)(\S.*?)\s*")


class Repair(NamedTuple):
    """What may be wrong with a line, and how to write it; None where it does not apply."""

    message: Callable[[str], str]
    write: Callable[[str], str | None]


def repaired(document: Document) -> list[Fault]:
    """Return a document's faults, a syntax error with the line as it should be if that is clear."""
    faults, content = document.faults, document.text.content
    if [each.code for each in faults] != ["TAS101"] or len(content) > _MAX_TEXT:
        return faults
    number = document.text.position(faults[0].span.start).line
    line = document.text.line(number)
    if len(line) > _MAX_LINE:
        return faults
    for message, meant in _candidates(line):
        if _reads_further(document, number, meant):
            return [faults[0]._replace(message=message, help=f"write `{meant}`")]
    return faults


def _candidates(line: str) -> Iterator[tuple[str, str]]:
    for repair in _REPAIRS:
        meant = repair.write(line)
        if meant is not None and meant != line:
            yield repair.message(line), meant


def _reads_further(document: Document, number: int, meant: str) -> bool:
    lines = document.text.content.splitlines()
    after = parse("\n".join([*lines[: number - 1], meant, *lines[number:]]).encode())
    places = [after.text.position(fault.span.start).line for fault in after.faults]
    return all(fault.mended for fault in after.faults) or min(places) > number


def _ordinary(line: str) -> str:
    return MARKS.sub("", SPACES.sub(" ", line))


def _which(line: str) -> str:
    found = LOOK_ALIKE.search(line)
    return f"{named(found[0])} stands in this line" if found else ""


def _quoted(line: str) -> str | None:
    """Put the value in the quotes that it does not hold itself."""
    found = _VALUE.fullmatch(line)
    if found is None:
        return None
    text = found[2]
    if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"“":
        text = text[1:-1]
    if text.startswith("“") and text.endswith("”"):
        text = text[1:-1]
    quote = "'" if '"' in text or "\\" in text else '"'
    return None if quote in text else f"{found[1]}{quote}{text}{quote}"


def _closed(line: str) -> str | None:
    found = _VALUE.fullmatch(line)
    if found is None or found[2][0] not in "'\"" or found[2].count(found[2][0]) != 1:
        return None
    return line.rstrip() + found[2][0]


def _with_colon(line: str) -> str | None:
    found = re.fullmatch(r"(\s*(?:- )?)([A-Za-z_]+)(\s*[=:\uff1a;]|\s)\s*(\S.*)", line)
    if found is None or (found[3].isspace() and found[2] not in known_keys(Opportunity, ())):
        return None  # more likely a further line of a text
    return f"{found[1]}{found[2]}: {found[4]}"


_REPAIRS = (
    Repair(_which, _ordinary),
    Repair(lambda _: "a tab where spaces are needed", lambda line: line.replace("\t", "  ")),
    Repair(
        lambda _: "a list item begins with `- `: a dash and a space",
        lambda line: re.sub(r"^(\s*)[-*•–](?=[^-]) *", r"\1- ", line),
    ),
    Repair(lambda _: "a quoted text that is not closed", _closed),
    Repair(
        lambda _: "this text needs quotes, or other ones, because of a character in it", _quoted
    ),
    Repair(lambda _: "a colon and a space belong between a key and its value", _with_colon),
)
"""What people write, the most special first."""
