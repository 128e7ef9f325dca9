"""What a page of HTML says: its words line by line, and the cells of its tables."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_UNSEEN = {"style", "script", "title", "head"}
_LINES = {"p", "li", "tr", "h1", "h2", "h3", "summary", "figcaption", "br", "text"}


class _Reader(HTMLParser):
    """Collects words and tables; what a drawing says to the ear is in brackets."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tables: list[list[list[str]]] = []
        self.unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.unseen += tag in _UNSEEN
        label = dict(attrs).get("aria-label")
        if tag in _LINES or "below" in (dict(attrs).get("class") or ""):
            self.words.append("\n")
        if tag == "table":
            self.tables.append([])
        if tag == "tr":
            self.tables[-1].append([])
        if tag == "span":
            self.words.append(" ")
        if tag in ("td", "th"):
            self.words.append(" | ")
            self.tables[-1][-1].append("")
        if tag == "svg" and label:
            self._said(f"[{label}]")

    def handle_endtag(self, tag: str) -> None:
        self.unseen -= tag in _UNSEEN

    def handle_data(self, data: str) -> None:
        if not self.unseen:
            self._said(re.sub(r"\s+", " ", data))

    def _said(self, words: str) -> None:
        self.words.append(words)
        if self.tables and self.tables[-1] and self.tables[-1][-1]:
            self.tables[-1][-1][-1] += words


def _read(page: str) -> _Reader:
    reader = _Reader()
    reader.feed(page)
    return reader


def page_text(page: str) -> str:
    """Return the words of a page, without empty lines."""
    lines = (re.sub(r"\s+", " ", line).strip() for line in "".join(_read(page).words).split("\n"))
    return "\n".join(filter(None, lines)) + "\n"


def tables(page: str) -> list[list[list[str]]]:
    """Return the tables of a page: rows of the texts of their cells, the heads first."""
    return [[[cell.strip() for cell in row] for row in table] for table in _read(page).tables]
