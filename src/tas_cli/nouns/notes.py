"""Notes: what was heard or thought about a deal and is not a rating yet."""

from __future__ import annotations

from tas_cli.model.note import Note
from tas_cli.nouns.noun import Noun

NOTES = Noun(
    key="notes",
    one="note",
    model=Note,
    about="List, add or change notes on a deal.",
    table=("date", "by", "text"),
    same=("date", "text"),
    main="text",
)
