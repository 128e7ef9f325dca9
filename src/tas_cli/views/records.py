"""Records of any noun as a table, for a terminal and for markdown; and what became of one."""

from __future__ import annotations

from typing import NamedTuple

from rich.cells import cell_len

from tas_cli.edits.records import Written
from tas_cli.nouns.noun import Noun, Record, texts_of
from tas_cli.views.markdown.words import plain, table
from tas_cli.views.page import DIM, STRONG
from tas_cli.views.safe import safe
from tas_cli.views.terminal.page import Page, fit
from tas_cli.views.terminal.screen import Screen

_MOST = 24
"""The cells that a column takes on a terminal, but for the last one, which wraps."""


class Listed(NamedTuple):
    """Records of a deal that are shown."""

    noun: Noun
    id: str
    file: str
    records: list[Record]

    @property
    def title(self) -> str:
        """How many there are."""
        number = len(self.records)
        return f"{number or 'No'} {self.noun.one if number == 1 else self.noun.key}"

    @property
    def rows(self) -> list[list[str]]:
        """The heads; then for each record its id or number, and what the table shows."""
        columns = self.noun.table
        heads = [name.replace("_", " ").replace(".", " ").capitalize() for name in columns]
        cells = ([_words(each, name) for name in columns] for each in self.records)
        keys = ["", *(each.key for each in self.records)]
        return [[key, *row] for key, row in zip(keys, [heads, *cells], strict=True)]


def _words(record: Record, name: str) -> str:
    return ", ".join(texts_of(record.value, name))


def text(listed: Listed, screen: Screen) -> str:
    """Return the table of records for a terminal."""
    page = Page(screen)
    page.line((listed.title, STRONG))
    if listed.records:
        page.blank()
    columns = list(zip(*listed.rows, strict=True))[:-1]
    needed = [max(cell_len(safe(words)) for words in column) for column in columns]
    widths = [min(each, _MOST) if screen.cut else each for each in needed]
    for number, (*cells, last) in enumerate(listed.rows if listed.records else ()):
        style = "" if number else STRONG
        words = " ".join(fit(cell, width) for cell, width in zip(cells, widths, strict=True))
        page.paragraph((last, style), label=(words, style), indent=sum(widths) + len(widths))
    page.blank()
    page.paragraph((_how(listed), DIM))
    return page.text()


def _how(listed: Listed) -> str:
    """Say how one is added, changed and taken away."""
    noun, field = listed.noun, listed.noun.main or listed.noun.table[-1]
    added = f'tas {noun.key} {listed.id} {field}="…" adds one'
    if not listed.records:
        return f"{added}."
    key = listed.records[-1].key
    return f"{added}; with {key} before {field}= it changes that one, {key} --remove takes it away."


def markdown(listed: Listed) -> str:
    """Return the table of records in markdown."""
    heads, *rows = ([plain(cell) for cell in row] for row in listed.rows)
    lines = [f"## {listed.noun.key.replace('_', ' ').capitalize()} of {plain(listed.id)}", ""]
    lines += table(heads, rows, 0) if rows else [f"{listed.title}."]
    return "\n".join([*lines, ""])


def written(told: Written, screen: Screen) -> str:
    """Return what became of a record, field by field."""
    page = Page(screen)
    noun, before, after = told.made.noun, told.made.before, told.made.after
    what = "changed" if before and after else "added" if after else "removed"
    page.line((f"{noun.one.capitalize()} {told.made.key} of {told.id} {what}.", STRONG))
    for field in noun.fields:
        was, now = (", ".join(texts_of(each, field.name)) for each in (before, after))
        if was != now:
            arrow = f"{was} → " if was else ""
            words = (arrow, DIM), (now or "none", STRONG)
            page.paragraph(*words, label=f"  {field.name}", indent=16)
    file = told.written.file
    done = f"Written: {file}" if told.written.changed else f"Nothing to change in {file}."
    page.line((done, DIM))
    return page.text()
