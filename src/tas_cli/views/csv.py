"""Tables for spreadsheets: csv that every program opens, and in which nothing is a formula."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from tas_cli.views.safe import forges_a_command, safe

_MARK = "\ufeff"
"""Without a byte order mark, Excel takes UTF-8 for the system's own encoding."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What begins a formula, also in the full width of East Asian keyboards."""
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_SPECIAL = re.compile(r'[",;\r\n]')


def csv(heads: Sequence[str], rows: Iterable[Sequence[str | int | None]]) -> str:
    """Return a table with lines that end in CR LF, as spreadsheets write them.

    A text that a spreadsheet would calculate, or a CI service obey, gets an apostrophe in front.
    """
    lines = (",".join(map(_cell, row)) for row in (heads, *rows))
    return _MARK + "".join(f"{line}\r\n" for line in lines)


def _cell(value: str | int | None) -> str:
    shown = safe(str("" if value is None else value))
    formula = shown.lstrip().startswith(_FORMULA) and not _NUMBER.fullmatch(shown)
    if formula or forges_a_command(shown):
        shown = f"'{shown}"
    doubled = shown.replace('"', '""')
    return f'"{doubled}"' if _SPECIAL.search(shown) else shown
