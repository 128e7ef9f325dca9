"""What people write when they do not know YAML, and each line as it was probably meant.

A repair may be wrong: the caller tries it, and keeps only what can be read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from tas_cli.model.opportunity import Opportunity
from tas_cli.model.paths import known_keys
from tas_cli.source.characters import LOOK_ALIKE, MARKS, SPACES, named

_MAX_LINE = 200
"""A longer line was probably not typed."""
_PAIRS = {"[": "]", "{": "}"}
_VALUE = re.compile(r"(\s*(?:- +)*[\w-]+\s*:\s+|\s*- +)(\S.*?)(\s+#\s.*|\s*)")
NOT_CLOSED = "a closing bracket or brace is missing"


class Repair(NamedTuple):
    """What may be wrong with a line, and how to write it; None if the repair does not apply."""

    message: Callable[[str], str]
    write: Callable[[str], str | None]


def candidates(line: str, repairs: tuple[Repair, ...]) -> Iterator[tuple[str, str]]:
    """Yield what may be wrong with a line, and the line without it."""
    for repair in repairs if len(line) <= _MAX_LINE else ():
        meant = repair.write(line)
        if meant is not None and meant != line:
            yield repair.message(line), meant


def _ordinary(line: str) -> str:
    return MARKS.sub("", SPACES.sub(" ", line))


def _which(line: str) -> str:
    found = LOOK_ALIKE.search(line)
    return f"this line contains {named(found[0])}" if found else ""


def _quoted(line: str) -> str | None:
    """Put the value in quotes, of the kind that it does not contain."""
    found = _VALUE.fullmatch(line)
    if found is None:
        return None
    text = found[2]
    if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"“":
        text = text[1:-1]
    if text.startswith("“") and text.endswith("”"):
        text = text[1:-1]
    if text[:1] + text[-1:] in ("[]", "{}"):
        return None
    quote = "'" if '"' in text or "\\" in text else '"'
    return None if quote in text else f"{found[1]}{quote}{text}{quote}{found[3].rstrip()}"


def _closed(line: str) -> str | None:
    found = _VALUE.fullmatch(line)
    if found is None or found[2][0] not in "'\"" or found[2].count(found[2][0]) != 1:
        return None
    return line.rstrip() + found[2][0]


def _with_colon(line: str) -> str | None:
    found = re.fullmatch(r"(\s*(?:- )?)([A-Za-z_]+)(\s*[=:\uff1a;]|\s)\s*(\S.*)", line)
    if found is None or (found[3].isspace() and found[2] not in known_keys(Opportunity, ())):
        return None  # more likely another line of a text
    return f"{found[1]}{found[2]}: {found[4]}"


def _colon_at_end(line: str) -> str | None:
    return f"{line.rstrip()}:" if line.strip() in known_keys(Opportunity, ()) else None


def _in_braces(line: str) -> str | None:
    """Put braces around what starts with a key of the mapping that belongs there."""
    found = re.fullmatch(r"(\w+): +((\w+): .*?)\s*", line)
    known = known_keys(Opportunity, (found[1],)) if found else ()
    return f"{found[1]}: {{{found[2]}}}" if found and found[3] in known else None


def brackets_closed(line: str) -> str | None:
    """Close the brackets and braces, outside quotes, that a line leaves open."""
    open_ones: list[str] = []
    for found in re.finditer(r"\"[^\"]*\"|'[^']*'|[\[\]{}]", line):
        if found[0] in _PAIRS:
            open_ones.append(_PAIRS[found[0]])
        elif open_ones and found[0] == open_ones[-1]:
            open_ones.pop()
    return line.rstrip() + "".join(reversed(open_ones)) if open_ones else None


def _without_comma(line: str) -> str | None:
    return re.sub(r",\s*$", "", line)


def _with_comma(line: str) -> str | None:
    return f"{line.rstrip()}," if line.strip() and line.rstrip()[-1] not in ",[{:" else None


_MARK = Repair(
    lambda _: "this line was copied along by mistake and is not part of the deal",
    lambda line: re.sub(r"^\s*(```|~~~|\.\.\.$).*$", "", line),
)
_QUOTE = Repair(lambda _: "a closing quote is missing", _closed)
_BRACKET = Repair(lambda _: NOT_CLOSED, brackets_closed)
_COMMA = Repair(lambda _: "a comma is missing after this entry", _with_comma)
QUOTED = Repair(
    lambda _: "a character in this text is special in YAML: use quotes, or different ones", _quoted
)

REPAIRS = (
    _MARK,
    Repair(_which, _ordinary),
    Repair(lambda _: "YAML needs spaces here, not a tab", lambda line: line.replace("\t", "  ")),
    Repair(
        lambda _: "a list item starts with a dash and a space: `- `",
        lambda line: re.sub(r"^(\s*)[-*•–](?=[^-]) *", r"\1- ", line),
    ),
    _QUOTE,
    _BRACKET,
    Repair(lambda _: "commas are only for entries in brackets", _without_comma),
    Repair(lambda _: "two keys on one line need braces around the second", _in_braces),
    QUOTED,
    Repair(lambda _: "a key and its value need a colon and a space between them", _with_colon),
    Repair(lambda _: "a colon is missing after the key", _colon_at_end),
)
"""What people write, the most specific first."""

EARLIER = (_MARK, _QUOTE, _BRACKET, _COMMA)
"""What may confuse YAML only in a later line."""

LAST = (
    Repair(
        lambda _: "only list items start with a dash",
        lambda line: re.sub(r"^( *)[-*•–] *(?=\w+:)", r"\1", line),
    ),
)
"""What may be meant if the line would be wrong anywhere else as well."""
