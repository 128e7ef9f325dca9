"""What `tas check --fix` fixes in a file's content: only what has a single right answer.

Every fix is a splice, and is verified: the result must read as the same document, except for what
was fixed. If that cannot be shown, the content stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container
from functools import partial
from typing import NamedTuple

from tas_cli.checking import merging, misspelled, suggested
from tas_cli.checking.equivalence import Fix, Fixed, reads_as
from tas_cli.model.base import FileModel
from tas_cli.reading.signs import fix_signs
from tas_cli.source.edit import as_bytes, with_signs_quoted
from tas_cli.source.nodes import path_at, plain_value
from tas_cli.source.parse import parse
from tas_cli.source.splicing.splice import Splice, encode, inserted, spliced
from tas_cli.source.splicing.verify import at

BARE, FOREIGN, MODELINE = "TAS102", "TAS103", "TAS121"
_LINE_END = re.compile(rb"\r\n|\r|\n")


class Way(NamedTuple):
    """How to fix a file.

    `reported` returns the codes that a check would report for some content: nothing else is fixed.
    `schema` is the path from the file to its schema, None if there is no schema to name.
    """

    reported: Callable[[bytes], Container[str]]
    model: type[FileModel]
    schema: str | None = None


FIXABLE = frozenset(
    (BARE, FOREIGN, MODELINE, misspelled.CODE, suggested.SHAPE, suggested.AMOUNT, merging.CODE)
)
"""The codes of what can be fixed, if its meaning is clear."""


def fixed(data: bytes, way: Way) -> Fixed:
    """Return the content with everything fixed that can be.

    One fix may reveal work for another: once a key is known, its parts are checked. The lines are
    those of the file as it was: only the last two steps change their number.
    """
    result = Fixed(data)
    while True:
        before = result.data
        for code, step in _steps(way).items():
            if code in way.reported(result.data):
                result = _after(result, step)
        if result.data == before:
            break
    if merging.CODE in way.reported(result.data):
        result = _after(result, merging.one_a_day)
    fixes = tuple(sorted(result.fixes, key=lambda fix: (fix.line, fix.code)))
    result = Fixed(result.data, fixes)
    if way.schema is None or MODELINE not in way.reported(result.data):
        return result
    return _after(result, partial(_with_modeline, schema=way.schema))


def _steps(way: Way) -> dict[str, Callable[[bytes], Fixed]]:
    return {
        misspelled.CODE: partial(misspelled.renamed, model=way.model),
        BARE: _quoted,
        FOREIGN: _signs_corrected,
        suggested.SHAPE: partial(suggested.named_competitors, model=way.model),
        suggested.AMOUNT: partial(suggested.plain_amounts, model=way.model),
    }


def _after(result: Fixed, step: Callable[[bytes], Fixed]) -> Fixed:
    data, fixes = step(result.data)
    return Fixed(data, result.fixes + fixes)


def _quoted(data: bytes) -> Fixed:
    """Put bare signs in quotes."""
    document = parse(data)
    quoted, faults = with_signs_quoted(document)
    after = as_bytes(quoted)
    if not faults or not reads_as(document, after):
        return Fixed(data)
    lines = zip(_LINE_END.split(data), _LINE_END.split(after), strict=True)
    changed = (number for number, (was, now) in enumerate(lines, 1) if was != now)
    return Fixed(after, tuple(Fix(BARE, line, "put a bare sign in quotes") for line in changed))


def _signs_corrected(data: bytes) -> Fixed:
    """Replace look-alikes of a rating sign with the sign that was meant."""
    document = parse(data)
    if document.root is None:
        return Fixed(data)
    content = document.text.content
    splices, fixes = [], []
    faults = fix_signs(document.root)
    signs = plain_value(document.root)
    for fault in faults:
        sign = str(at(signs, path_at(document.root, fault.span.start)))
        written = _in_its_quotes(content[fault.span.start : fault.span.end], sign)
        if written is None:
            continue
        splices.append(Splice(fault.span, written))
        line = document.text.position(fault.span.start).line
        fixes.append(Fix(FOREIGN, line, f"replaced a look-alike sign with {written}"))
    after = encode(document.text, spliced(content, splices))
    return Fixed(after, tuple(fixes)) if reads_as(document, after) else Fixed(data)


def _in_its_quotes(was: str, sign: str) -> str | None:
    """Return the replacement for a sign, in the same quotes; None if it is written oddly."""
    if len(was) == 1:
        return f'"{sign}"'
    quote = was[0]
    return f"{quote}{sign}{quote}" if quote in "'\"" and was.endswith(quote) else None


def _with_modeline(data: bytes, schema: str) -> Fixed:
    """Start the file with the line that names its schema for editors."""
    document = parse(data)
    ending = _LINE_END.search(data)
    line = f"# yaml-language-server: $schema={schema}" + (ending[0].decode() if ending else "\n")
    after = encode(document.text, spliced(document.text.content, [inserted(0, line)]))
    done = f"added a first line that names {schema}"
    return Fixed(after, (Fix(MODELINE, 1, done),)) if reads_as(document, after) else Fixed(data)
