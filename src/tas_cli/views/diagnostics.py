"""Diagnostics, each with the line of its file and a caret under the place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import takewhile

from rich.cells import cell_len, set_cell_size

from tas_cli.checking.report import Report
from tas_cli.diagnostics import Diagnostic, Severity
from tas_cli.source.text import Text
from tas_cli.views.findings import WORD, counts, in_full, in_words, worst_first
from tas_cli.views.page import (
    DIM,
    GAP,
    MINUS,
    PLUS,
    STRONG,
    UNKNOWN,
    Block,
    Column,
    Page,
    Table,
    cells,
    item,
    items,
    line,
    paragraph,
)
from tas_cli.views.safe import safe

TextOf = Callable[[str], Text | None]
"""Returns the text of a file by the name that its findings have, None if there is none."""
_STYLE = {Severity.ERROR: MINUS, Severity.WARNING: UNKNOWN, Severity.INFO: DIM}
_LEAST = 8
"""Cells of the place itself that are always shown."""
_MARGIN = 20
"""Cells of a long line that are shown before the place."""
_FEW = 2
"""How many words of a hint's command may differ if only the first hint is shown."""
_INDENT, _RESERVED = 10, 12
"""Cells before text, and cells that a line of the file leaves free."""


def report(diagnostics: Iterable[Diagnostic], text_of: TextOf, summary: str, width: int) -> Page:
    """Yield the findings by file, each with its line, and the summary at the end.

    Files with errors come first, and errors first in each. The findings of one check in one file
    form one entry, which lists its places.
    """
    for file, findings in _by_file(diagnostics).items():
        yield line((file, STRONG))
        for entry in _entries(findings):
            yield from _entry(entry, text_of(file), width)
        yield GAP
    yield line(summary)


def report_statistics(result: Report) -> Page:
    """Return a row for each check that found something, most frequent first."""
    rows = tuple(
        cells(str(number), code, name, (WORD[severity], _STYLE[severity]))
        for number, code, name, severity in counts(result)
    )
    table = Table((Column("", right=True), *[Column("")] * 3), rows, wide=0, roomy=True)
    return (*((table, GAP) if rows else ()), line(in_words(result)))


def _by_file(diagnostics: Iterable[Diagnostic]) -> dict[str, list[Diagnostic]]:
    """Return the findings of each file, worst first, and so the files."""
    files: dict[str, list[Diagnostic]] = {}
    for found in worst_first(diagnostics):
        files.setdefault(found.file, []).append(found)
    return files


def _entries(findings: Iterable[Diagnostic]) -> Iterable[list[Diagnostic]]:
    """Return the findings grouped by check, in the order of each check's first finding."""
    entries: dict[tuple[str, Severity], list[Diagnostic]] = {}
    for found in findings:
        entries.setdefault((found.code, found.severity), []).append(found)
    return entries.values()


def _entry(entry: list[Diagnostic], text: Text | None, width: int) -> Iterator[Block]:
    first, *others = entry
    head = (f"{WORD[first.severity]} {first.code}", _STYLE[first.severity])
    yield items([item(head, f" {first.message}", mark=f"  {_place(first)} ")], _INDENT)
    if text is not None and text.content:
        yield from _source(first, text, width - _RESERVED)
    if first.help:
        yield items([item((first.help, PLUS), mark="       =")], _INDENT)
    yield from (paragraph(f"also at {each}", indent=_INDENT) for each in _also(first, others))


def _also(first: Diagnostic, others: list[Diagnostic]) -> Iterator[str]:
    """Yield the other places: in one list, or separately if their texts differ much."""
    listed = [(found, _listed(first, found)) for found in others]
    alike = ", ".join(words for _, words in listed if words)
    if alike:
        yield alike
    for found, words in listed:
        if not words:
            message = found.message if _same_fix(first.help, found.help) else in_full(found)
            yield f"{_place(found)}: {message}"


def _listed(first: Diagnostic, found: Diagnostic) -> str:
    """Return a place with what differs there, or nothing if that is more than a few words."""
    if not _same_fix(first.help, found.help):
        return ""
    if found.message == first.message:
        return _place(found)
    different = _different(first.message.split(" "), found.message.split(" "))
    few = different and len(different) <= len(found.message) / 2
    return f"{_place(found)} ({different})" if few else ""


def _same_fix(first: str | None, other: str | None) -> bool:
    """Whether two hints are the same, or the same command on another cell or outcome."""
    if first is None or other is None or "`tas " not in first:
        return first == other
    words, others = first.split(" "), other.split(" ")
    differing = sum(one != two for one, two in zip(words, others, strict=False))
    return len(words) == len(others) and differing <= _FEW


def _different(first: list[str], words: list[str]) -> str:
    """Return the words that differ from the first, without the same beginning and end."""
    begin = _alike(first, words)
    end = _alike(first[begin:][::-1], words[begin:][::-1])
    return " ".join(words[begin : len(words) - end]).strip(",.;:")


def _alike(one: list[str], two: list[str]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, two, strict=False)))


def _place(found: Diagnostic) -> str:
    return f"{found.line}:{found.column}"


def _source(found: Diagnostic, text: Text, room: int) -> Iterator[Block]:
    """Yield the line, and a caret under every character of the place."""
    try:
        content = text.line(found.line)
    except IndexError:
        return  # the file has changed since
    start = found.column - 1
    end = found.end_column - 1 if found.end_line == found.line else len(content)
    before, shown, marked = _window(content, start, max(end, start + 1), room)
    yield line(f"       | {shown}")
    yield line(f"       | {' ' * before}", ("^" * marked, _STYLE[found.severity]))


def _window(line: str, start: int, end: int, room: int) -> tuple[int, str, int]:
    """Return the cells before the place, the part of the line that fits, and the place's cells."""
    skip = 0 if len(line) <= room and cell_len(safe(line)) <= room else max(0, start - _MARGIN)
    if cell_len(safe(line[skip:start])) > room - _LEAST:
        skip = start  # it consists of characters that are spelled out
    shown = safe(line[skip : skip + room])
    if cell_len(shown) > room:
        shown = set_cell_size(shown, room)
    before, marked = safe(line[skip:start]), safe(line[start : min(end, start + room)])
    return cell_len(before), shown, max(1, min(cell_len(marked), room - cell_len(before)))
