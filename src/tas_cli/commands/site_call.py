"""Writes a site and says what it did: once, or again after every change."""

from __future__ import annotations

import sys
import time
from functools import partial
from pathlib import Path
from typing import NamedTuple

from tas_cli.assess.disclosure import Disclosure
from tas_cli.commands.options import Format
from tas_cli.commands.page_file import open_page
from tas_cli.commands.polling import changes, state_of
from tas_cli.commands.printing import print_as
from tas_cli.commands.site_building import Built, build
from tas_cli.commands.standard_error import print_refusal, say
from tas_cli.places import find_root, shown_name
from tas_cli.refusals import Refusal
from tas_cli.views.json.site import site_json
from tas_cli.views.page import Page, paragraph
from tas_cli.views.site.addresses import INDEX
from tas_cli.words import counted, some

_PUBLIC = "The pages show names, amounts and evidence. For readers outside, add --redact."
_NAMED = 5
"""How many pages are named that a change wrote."""


class SiteCall(NamedTuple):
    """Where a site goes, what it may show, whether to open it, and whether to use the cache."""

    folder: Path
    people: bool
    redact: bool
    opened: bool
    remember: bool

    def build(self) -> Built:
        """Bring the site up to date."""
        return build(self.folder, Disclosure(self.people, self.redact), remember=self.remember)


def write_site(call: SiteCall, output: Format) -> None:
    """Write a site, and say what readers see in it.

    Raises:
        WrongCall: the folder cannot hold a site, or there is no workspace.
        Refusal: the folder cannot be written.
    """
    built = call.build()
    public = "" if call.redact else _PUBLIC
    print_as(output, partial(_json, built), partial(_in_short, built, public))
    if call.opened:
        open_page(call.folder / INDEX)


def watch_site(call: SiteCall, output: Format) -> None:
    """Write a site, now and after every change; Ctrl-C ends it like every command.

    Raises:
        WrongCall: the folder cannot hold a site, or there is no workspace.
        Refusal: the folder cannot be written at first.
    """
    root = find_root(Path.cwd())
    scans = changes(partial(state_of, [root], root))
    next(scans)
    write_site(call, output)
    sys.stdout.flush()
    say("Press Ctrl-C to stop.")
    for _ in scans:
        try:
            built = call.build()
        except Refusal as refusal:  # the next change may make it possible
            print_refusal(refusal)
        else:
            print_as(output, partial(_json, built), partial(_changed, built))
            sys.stdout.flush()


def _json(built: Built) -> str:
    return site_json(shown_name(built.folder), built.pages, built.written, built.removed)


def _in_short(built: Built, public: str) -> Page:
    removed = f", {len(built.removed)} removed" if built.removed else ""
    written = (
        f"{len(built.written)} written{removed}" if built.written or removed else "all current"
    )
    yield paragraph(f"{shown_name(built.folder)}: {counted(built.pages, 'page')}, {written}.")
    yield paragraph(public)


def _changed(built: Built) -> Page:
    """Yield in one line what a change wrote, nothing if nothing was written."""
    written = f"written: {some(built.written, _NAMED)}" if built.written else ""
    removed = f"removed: {some(built.removed, _NAMED)}" if built.removed else ""
    if what := "; ".join(filter(None, (written, removed))):
        yield paragraph(f"{time.strftime('%H:%M:%S')} {what}")
