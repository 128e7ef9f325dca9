"""A word of the glossary, or a caveat, explained in plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tas_cli.views.condition import numbers
from tas_cli.views.terminal.plain import paragraph, readings, section, title

if TYPE_CHECKING:
    from tas_cli.method.catalogue import Caveat, Term


def term_page(term: Term, width: int) -> list[str]:
    """Return a word of the method and what to read next."""
    return [
        *title(term.title, width),
        *paragraph(f"A word of the method. Key: {term.key}", width),
        "",
        *paragraph(term.about, width),
        *section("See also", paragraph(", ".join(term.see), width, indent=2)),
        *readings(term.reading, width),
    ]


def caveat_page(caveat: Caveat, width: int) -> list[str]:
    """Return a caveat; what the tool fills in stands between angle brackets."""
    about = f"About {numbers(caveat.criteria)}." if caveat.criteria else ""
    return [
        *title(caveat.key.replace("_", " ").capitalize(), width),
        *paragraph(f"A caveat beside the recommendation. Code: {caveat.key}", width),
        "",
        *paragraph(caveat.text.replace("{", "<").replace("}", ">"), width),
        *(["", about] if about else []),
        *readings(["that the tool says this, and when it does."], width),
    ]
