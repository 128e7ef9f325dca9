"""A term of the glossary, or a caveat, explained."""

from __future__ import annotations

from tas_cli.method.catalogue import Caveat
from tas_cli.method.glossary import Part, Term
from tas_cli.views.condition import numbers
from tas_cli.views.method.parts import apart, bullets, labelled, readings
from tas_cli.views.page import GAP, Page, Section, Title, paragraph, section
from tas_cli.words import spelled


def term_page(term: Term) -> Page:
    """Return a term of the method and what to read next."""
    return (
        Title(term.title),
        paragraph(f"A term of the method. Key: {term.key}"),
        GAP,
        paragraph(term.about),
        _parts("In detail", term.parts),
        *(_parts(each.title, each.parts) for each in term.sections),
        section("See also", paragraph(", ".join(term.see), indent=2)),
        *readings(term.reading),
    )


def _parts(title: str, parts: tuple[Part, ...]) -> Section:
    """Return what a term consists of: a table, or a list if the parts have only titles."""
    rows = [(part.title, part.text) for part in parts if part.text]
    listed = bullets(part.title for part in parts if not part.text)
    return section(title, labelled(rows), listed)


def caveat_page(caveat: Caveat) -> Page:
    """Return a caveat, with angle brackets around what the tool fills in."""
    about = f"About {numbers(caveat.criteria)}." if caveat.criteria else ""
    return (
        Title(spelled(caveat.key)),
        paragraph(f"A caveat shown with the recommendation. Code: {caveat.key}"),
        GAP,
        paragraph(caveat.text.replace("{", "<").replace("}", ">")),
        *apart(*filter(None, [about])),
        *readings([caveat.reading] if caveat.reading else []),
    )
