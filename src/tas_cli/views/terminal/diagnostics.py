"""Diagnostics as text: in one line, or with the line of the file and a caret under the place."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import groupby, takewhile

from rich.cells import cell_len, set_cell_size

from tas_cli.checking.report import Report
from tas_cli.diagnostics import Diagnostic, Severity
from tas_cli.source.text import Text
from tas_cli.views.findings import WORD, counts, in_words, said
from tas_cli.views.page import DIM, MINUS, PLUS, STRONG, UNKNOWN
from tas_cli.views.safe import message_line, safe
from tas_cli.views.terminal.lines import Lines
from tas_cli.views.terminal.screen import Screen

TextOf = Callable[[str], Text | None]
"""Returns the text of a file by the name that its findings have, None where it has none."""
_STYLE = {Severity.ERROR: MINUS, Severity.WARNING: UNKNOWN, Severity.INFO: DIM}
_LEAST = 8
"""Cells of the place itself that are shown in any case."""
_MARGIN = 20
"""Cells of a long line that are shown before the place."""
_INDENT = 10


def in_brief(found: Diagnostic) -> str:
    """Return a diagnostic on one line: file, place, code, message, what to write instead."""
    place = f"{found.file}:{found.line}:{found.column}"
    return message_line(f"{place}: {found.severity} {found.code}: {said(found)}")


def report(diagnostics: Iterable[Diagnostic], text_of: TextOf, summary: str, screen: Screen) -> str:
    """Return the findings by file, each with its line, and the summary at the end.

    The findings of one check in one file are one entry, which lists its places.
    """
    page = Lines(screen)
    for file, findings in groupby(diagnostics, key=lambda found: found.file):
        page.line(style=STRONG, words=file)
        for entry in _entries(findings):
            _entry(page, entry, text_of(file))
        page.line()
    page.line(summary)
    return page.text()


def report_statistics(result: Report, screen: Screen) -> str:
    """Return a row for each check that found something, the most frequent first."""
    page = Lines(screen)
    rows = counts(result)
    number = max((len(str(row.number)) for row in rows), default=0)
    name = max((len(row.name) for row in rows), default=0)
    for row in rows:
        plain = f"{row.number:>{number}}  {row.code}  {row.name:<{name}}  "
        page.line(plain, _STYLE[row.severity], WORD[row.severity])
    if rows:
        page.line()
    page.line(in_words(result))
    return page.text()


def _entries(findings: Iterable[Diagnostic]) -> list[list[Diagnostic]]:
    """Return the findings of each check together, in the order of the first of them."""
    entries: dict[tuple[str, Severity], list[Diagnostic]] = {}
    for found in findings:
        entries.setdefault((found.code, found.severity), []).append(found)
    return list(entries.values())


def _entry(page: Lines, entry: list[Diagnostic], text: Text | None) -> None:
    first = entry[0]
    head = f"{WORD[first.severity]} {first.code}"
    label = f"  {_place(first)}".ljust(_INDENT - 1) + " "
    page.paragraph(label, f"{head} {first.message}", _STYLE[first.severity], styled=len(head))
    if text is not None and text.content:
        _source(page, first, text)
    if first.help:
        page.paragraph("       =".ljust(_INDENT), first.help, PLUS)
    _also(page, entry)


def _also(page: Lines, entry: list[Diagnostic]) -> None:
    """Add the other places: in one list, or alone where much else is said of them."""
    first, *others = entry
    listed = [(found, _listed(first, found)) for found in others]
    alike = ", ".join(words for _, words in listed if words)
    if alike:
        page.paragraph(" " * _INDENT, f"also at {alike}", "")
    for found, words in listed:
        if not words:
            told = said(found) if found.help != first.help else found.message
            page.paragraph(" " * _INDENT, f"also at {_place(found)}: {told}", "")


def _listed(first: Diagnostic, found: Diagnostic) -> str:
    """Return a place with what differs there, or nothing where that is more than some words."""
    if found.help != first.help:
        return ""
    if found.message == first.message:
        return _place(found)
    different = _different(first.message.split(" "), found.message.split(" "))
    few = different and len(different) <= len(found.message) / 2
    return f"{_place(found)} ({different})" if few else ""


def _different(first: list[str], words: list[str]) -> str:
    """Return the words between a beginning and an end that are as in the first."""
    begin = _alike(first, words)
    end = _alike(first[begin:][::-1], words[begin:][::-1])
    return " ".join(words[begin : len(words) - end]).strip(",.;:")


def _alike(one: list[str], two: list[str]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, two, strict=False)))


def _place(found: Diagnostic) -> str:
    return f"{found.line}:{found.column}"


def _source(page: Lines, found: Diagnostic, text: Text) -> None:
    """Add the line and a caret under every character that is meant."""
    try:
        line = text.line(found.line)
    except IndexError:
        return  # the file has changed since
    start = found.column - 1
    end = found.end_column - 1 if found.end_line == found.line else len(line)
    before, shown, marked = _window(line, start, max(end, start + 1), page.screen.body - 12)
    page.line(f"       | {shown}")
    page.line(f"       | {' ' * before}", _STYLE[found.severity], "^" * marked)


def _window(line: str, start: int, end: int, room: int) -> tuple[int, str, int]:
    """Return the cells before the place, the part of the line that fits, and the place's cells."""
    skip = 0 if len(line) <= room and cell_len(safe(line)) <= room else max(0, start - _MARGIN)
    if cell_len(safe(line[skip:start])) > room - _LEAST:
        skip = start  # it is full of what has to be spelt out
    shown = safe(line[skip : skip + room])
    if cell_len(shown) > room:
        shown = set_cell_size(shown, room)
    before, marked = safe(line[skip:start]), safe(line[start : min(end, start + room)])
    return cell_len(before), shown, max(1, min(cell_len(marked), room - cell_len(before)))
