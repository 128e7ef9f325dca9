"""`tas debrief --prepare` and `--last` as text, and the account of a debrief that was saved."""

from __future__ import annotations

from collections.abc import Iterable

from tas_cli.edits.debrief import Held
from tas_cli.views.briefing import Section
from tas_cli.views.page import DIM, HEADING, SIGN, SIGN_STYLE, STRONG, UNKNOWN
from tas_cli.views.terminal.head import Head, head
from tas_cli.views.terminal.page import Page
from tas_cli.views.terminal.screen import Screen
from tas_cli.words import counted
from tas_cli.writing import Written

_INDENT = 4


def sheet(about: Head, title: str, parts: Iterable[Section], screen: Screen) -> str:
    """Return a page about a deal: a head, and sections below it."""
    page = Page(screen)
    head(page, about)
    page.blank()
    page.paragraph((title, STRONG))
    for section in parts:
        _section(page, section)
    return page.text()


def sections(parts: Iterable[Section], screen: Screen) -> str:
    """Return sections alone."""
    page = Page(screen)
    for section in parts:
        _section(page, section)
    return page.text()


def _section(page: Page, section: Section) -> None:
    page.blank()
    page.paragraph((section.title, HEADING))
    for item in section.items:
        style = SIGN_STYLE.get(item.mark, UNKNOWN if item.mark == "!" else "")
        label = f"  {SIGN.get(item.mark, item.mark)}"
        page.paragraph(item.words, label=(label, style), indent=_INDENT)
        for line in item.below:
            page.paragraph((line, DIM), indent=_INDENT + 2)


def saved(held: Held, written: Written, screen: Screen) -> str:
    """Return the account of a debrief that was saved."""
    page = Page(screen)
    page.paragraph(f"Debrief of {held.entry.date}: {in_brief(held)}.")
    page.line((f"Written: {written.file}", DIM))
    return page.text()


def in_brief(held: Held) -> str:
    """Return in one line what came of a debrief."""
    entry = held.entry
    step = "the step is confirmed" if entry.step == "confirmed" else f"reset to {entry.reset_to}"
    words = [step]
    if entry.actions:
        words.append(counted(len(entry.actions), "corrective action"))
    if held.done:
        words.append(f"{counted(len(held.done), 'earlier action')} done")
    return ", ".join(words)
