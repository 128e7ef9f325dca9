"""A page as one HTML file: its styles and its script are in it, and nothing else may be loaded.

Templates escape everything (`autoescape`), words are disarmed first (`safe`), and the content
security policy lets only the file's own styles and script work, which it names by their digests.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from itertools import compress
from typing import NamedTuple

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from tas_cli.views.html.drawing import drawings
from tas_cli.views.html.marks import symbols
from tas_cli.views.html.paper import GRID, MOST_COLUMNS, MOST_ITEMS, MOST_LINES, MOST_ROWS, left_out
from tas_cli.views.html.words import href, plain, whole, words
from tas_cli.views.page import (
    Block,
    Column,
    Hint,
    Items,
    Line,
    On,
    Page,
    Paragraph,
    Section,
    Table,
    Words,
    bare,
)
from tas_cli.views.svg.palette import NAMES, NIGHT

_PACKAGE = "tas_cli.views.html"
REPORT = "report"
"""The kind of a deal's page, which is printed on two pages."""


class Document(NamedTuple):
    """A page, and what its file needs besides.

    `kind` names the sort of page for the style sheet, `site` are the links of the site that it is
    part of (words and address, empty for the page itself), and `foot` says what the reader should
    know about the file.
    """

    title: str
    page: Page
    kind: str
    foot: tuple[str, ...] = ()
    site: tuple[tuple[str, str], ...] = ()


def html(document: Document) -> str:
    """Return the page as an HTML file."""
    page = tuple(document.page)
    style, script = _style(), _script()
    parts = [each for each in page if isinstance(each, Section) and linked(each)]
    unprinted = left_out(parts if document.kind == REPORT else [])
    return (
        _environment()
        .get_template("page.html.jinja")
        .render(
            document=document,
            page=page,
            parts=parts,
            unprinted=unprinted,
            sheets=_sheets(page),
            style=style,
            script=script,
            policy=_policy(style, script),
            symbols=symbols(),
        )
    )


def _sheets(page: Sequence[Block]) -> list[Sequence[Block]]:
    """Return the blocks up to the scorecard, which are the first page in print, and the others."""
    keys = [each.key if isinstance(each, Section) else "" for each in page]
    first = keys.index(GRID) + 1 if GRID in keys else 0
    return [each for each in (page[:first], page[first:]) if each]


def linked(section: Section) -> bool:
    """Whether a section can be linked and has anything in it; else it is not on the page."""
    return bool(section.key) and any(map(_says, section.blocks))


def _says(block: Block) -> bool:
    match block:
        case Section(_, blocks):
            return any(map(_says, blocks))
        case Items(found):
            return bool(found)
        case Paragraph(said) | Line(said):
            return bool(bare(said).strip())
    return not isinstance(block, Hint)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader(_PACKAGE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= {
        "most_items": MOST_ITEMS,
        "most_lines": MOST_LINES,
        "most_rows": MOST_ROWS,
        "most_columns": MOST_COLUMNS,
    }
    environment.filters |= {
        "column": _column,
        "columns": _columns,
        "drawings": drawings,
        "header": _header,
        "href": href,
        "kind": lambda block: type(block).__name__,
        "plain": plain,
        "words": words,
    }
    return environment


def _columns(table: Table) -> list[int]:
    """Return the places of the columns that a document shows."""
    return [at for at, each in enumerate(table.columns) if On.DOCUMENT in each.on]


def _column(column: Column, cell: Words = ()) -> Markup:
    """Return the attributes of a column's head or of one of its cells.

    Numbers are on the right, some columns are not on phones, and a short word is not broken.
    """
    return _classes(column.right, On.NARROW not in column.on, whole(cell))


@cache
def _classes(*used: bool) -> Markup:
    names = " ".join(compress(("number", "roomy", "whole"), used))
    return Markup(f' class="{names}"' if names else "")  # noqa: S704 - our own names


def _header(table: Table) -> int:
    """Return the place of the column that names a row: the first one of words with a head."""
    named = (at for at in _columns(table) if table.columns[at].head and not table.columns[at].right)
    return next(named, -1)


@cache
def _style() -> Markup:
    """Return the style sheet, with the palette's colors in it."""
    colors = {name: (day, NIGHT[day]) for name, day in NAMES.items()}
    return Markup(_environment().get_template("style.css.jinja").render(colors=colors))  # noqa: S704


@cache
def _script() -> Markup:
    return Markup(_environment().get_template("script.js").render())  # noqa: S704 - our own


def _policy(style: str, script: str) -> str:
    """Return the content security policy: nothing but this style sheet and this script."""
    digests = [b64encode(sha256(each.encode()).digest()).decode() for each in (style, script)]
    return (
        "default-src 'none'; style-src 'sha256-{}'; script-src 'sha256-{}'; img-src data:;"
        " base-uri 'none'; form-action 'none'".format(*digests)
    )
