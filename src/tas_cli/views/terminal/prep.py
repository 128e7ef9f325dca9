"""`tas prep` as text: one screen before a call or a meeting."""

from __future__ import annotations

from tas_cli.board.prep import Prep
from tas_cli.views.page import DIM, MINUS, STRONG
from tas_cli.views.prep import Item, Section, nothing, process, sections
from tas_cli.views.terminal.head import Head, head
from tas_cli.views.terminal.page import Page
from tas_cli.views.terminal.screen import Screen
from tas_cli.views.verdict import choice, verdict


def prep(about: Head, shown: Prep, screen: Screen) -> str:
    """Return what to prepare for a deal."""
    page = Page(screen)
    head(page, about)
    decision = shown.deal.decision
    page.paragraph(*verdict(decision), " ", choice(shown.deal.opportunity, decision))
    stands = process(shown)
    if stands:
        page.paragraph(stands)
    if shown.empty:
        page.blank()
        page.paragraph(nothing(shown))
    for section in sections(shown):
        _section(page, section)
    return page.text()


def _section(page: Page, section: Section) -> None:
    page.heading(section.title)
    if section.short:
        page.paragraph("; ".join(item.head for item in section.items) + _more(section), indent=2)
        return
    for item in section.items:
        _item(page, item)
    if section.more:
        page.line((f"  and {section.more} more", DIM))


def _more(section: Section) -> str:
    return f"; and {section.more} more" if section.more else ""


def _item(page: Page, item: Item) -> None:
    words = f": {item.words}" if item.words else ""
    mark = ("!", MINUS) if item.urgent else "•"
    page.paragraph((item.head.rstrip("."), STRONG), words, label=mark, indent=2)
    for question in item.below:
        page.paragraph(question, label="", indent=4)
