"""A word of the glossary, or a caveat, explained in plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tas_cli.views.condition import numbers
from tas_cli.views.terminal.plain import bullets, labelled, paragraph, readings, section, title

if TYPE_CHECKING:
    from tas_cli.method.catalogue import Caveat, Part, Term


def term_page(term: Term, width: int) -> list[str]:
    """Return a word of the method and what to read next."""
    return [
        *title(term.title, width),
        *paragraph(f"A word of the method. Key: {term.key}", width),
        "",
        *paragraph(term.about, width),
        *_parts(term.parts, width),
        *section("See also", paragraph(", ".join(term.see), width, indent=2)),
        *readings(term.reading, width),
    ]


def _parts(parts: tuple[Part, ...], width: int) -> list[str]:
    """Return what a word stands for: as a table, or as a list where there is no more to say."""
    rows = [(part.title, part.text) for part in parts if part.text]
    listed = bullets((part.title for part in parts if not part.text), width)
    return section("In detail", [*labelled(rows, width), *listed])


def caveat_page(caveat: Caveat, width: int) -> list[str]:
    """Return a caveat; what the tool fills in stands between angle brackets."""
    about = f"About {numbers(caveat.criteria)}." if caveat.criteria else ""
    return [
        *title(caveat.key.replace("_", " ").capitalize(), width),
        *paragraph(f"A caveat beside the recommendation. Code: {caveat.key}", width),
        "",
        *paragraph(caveat.text.replace("{", "<").replace("}", ">"), width),
        *(["", about] if about else []),
        *readings([caveat.reading] if caveat.reading else [], width),
    ]
