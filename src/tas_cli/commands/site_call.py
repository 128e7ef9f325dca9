"""Writes a site and says what it did: once, or again after every change."""

from __future__ import annotations

import sys
import time
from functools import partial
from pathlib import Path
from typing import NamedTuple

from tas_cli.assess.disclosure import Disclosure
from tas_cli.commands.page_file import open_page
from tas_cli.commands.polling import changes, state_of
from tas_cli.commands.printing import print_page
from tas_cli.commands.site_building import Built, build
from tas_cli.commands.standard_error import print_refusal, say
from tas_cli.places import find_root, shown_name
from tas_cli.refusals import Refusal
from tas_cli.views.page import paragraph
from tas_cli.views.site.addresses import INDEX
from tas_cli.words import counted, some

_PUBLIC = "The pages show names, amounts and evidence. For readers outside, add --redact."
_NAMED = 5
"""How many pages are named that a change wrote."""


class SiteCall(NamedTuple):
    """Where a site goes, what it may show, whether to open it, and whether to use the cache."""

    output: Path
    shown: Disclosure
    opened: bool
    remember: bool


def write_site(call: SiteCall) -> None:
    """Write a site, and say what readers see in it.

    Raises:
        WrongCall: the folder cannot hold a site, or there is no workspace.
        Refusal: the folder cannot be written.
    """
    built = build(call.output, call.shown, remember=call.remember)
    print_page((paragraph(_in_short(built)), paragraph("" if call.shown.redact else _PUBLIC)))
    if call.opened:
        open_page(call.output / INDEX)


def watch_site(call: SiteCall) -> None:
    """Write a site, now and after every change; Ctrl-C ends it like every command.

    Raises:
        WrongCall: the folder cannot hold a site, or there is no workspace.
        Refusal: the folder cannot be written at first.
    """
    root = find_root(Path.cwd())
    scans = changes(partial(state_of, [root], root))
    next(scans)
    write_site(call)
    sys.stdout.flush()
    say("Press Ctrl-C to stop.")
    for _ in scans:
        try:
            built = build(call.output, call.shown, remember=call.remember)
        except Refusal as refusal:  # the next change may make it possible
            print_refusal(refusal)
        else:
            print_page((paragraph(_changed(built)),))
            sys.stdout.flush()


def _in_short(built: Built) -> str:
    removed = f", {len(built.removed)} removed" if built.removed else ""
    written = (
        f"{len(built.written)} written{removed}" if built.written or removed else "all current"
    )
    return f"{shown_name(built.folder)}: {counted(built.pages, 'page')}, {written}."


def _changed(built: Built) -> str:
    """Return in one line what a change wrote, empty if nothing."""
    written = f"written: {some(built.written, _NAMED)}" if built.written else ""
    removed = f"removed: {some(built.removed, _NAMED)}" if built.removed else ""
    what = "; ".join(filter(None, (written, removed)))
    return f"{time.strftime('%H:%M:%S')} {what}" if what else ""
