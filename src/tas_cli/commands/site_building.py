"""Builds a site: makes the pages that are missing or changed, and removes those that are gone."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from tas_cli.assess.disclosure import Disclosure
from tas_cli.board.scope import Scope, last_monday
from tas_cli.commands.all_deals import all_deals, report_unlisted
from tas_cli.commands.opening import workspace_here
from tas_cli.commands.progress import progress
from tas_cli.commands.site_folder import Folder, Kept, opened
from tas_cli.commands.site_pages import Wanted, site, wanted
from tas_cli.gather.spread import processors, spread
from tas_cli.today import todays_date
from tas_cli.views.html.document import html
from tas_cli.views.site.links import Links

_MANY = 64
"""With this many pages, other processes save more time than it takes to start them.

If a site has as many, but few are made, those about all deals take the most time.
"""


class Built(NamedTuple):
    """What a run did: how many pages there are, and the addresses of those it wrote and removed."""

    folder: Path
    pages: int
    written: tuple[str, ...]
    removed: tuple[str, ...]


def build(path: Path, shown: Disclosure, *, remember: bool) -> Built:
    """Bring the site in a folder up to date.

    Raises:
        WrongCall: there is no workspace, or the folder cannot hold a site.
        Refusal: the folder cannot be written.
    """
    workspace, day = workspace_here(), todays_date()
    with opened(path) as folder:
        scope = Scope(workspace.settings, day, last_monday(day), ahead=True)
        found = all_deals(workspace, scope, remember=remember)
        report_unlisted(found, workspace, scope)
        pages = [*wanted(site(workspace, found, scope, shown))]
        return _brought_up_to_date(folder, pages)


def _brought_up_to_date(folder: Folder, pages: Sequence[Wanted]) -> Built:
    addresses = frozenset(each.address for each in pages)
    stale = [each for each in pages if not folder.has(each.address, each.made_from)]
    gone = [each for each in folder.kept if each not in addresses]
    folder.claim(each.address for each in stale)
    for each in gone:
        folder.remove(each)
    made = _made(folder, stale, Links(addresses))
    known = {address: kept for address, (kept, _) in made.items()}
    folder.keep({each: folder.kept[each] for each in addresses - known.keys()} | known)
    written = sorted(address for address, (_, differs) in made.items() if differs)
    return Built(folder.path, len(pages), tuple(written), tuple(sorted(gone)))


def _made(folder: Folder, stale: Sequence[Wanted], links: Links) -> dict[str, tuple[Kept, bool]]:
    """Make pages, in several processes if there are many, and return what is known of them."""
    work = partial(_written, folder=folder, links=links)
    many = len(stale) >= _MANY
    jobs = processors() if len(links.pages) >= _MANY else 1
    with progress("writing", len(stale)) as advance:
        ordered = stale if many else sorted(stale, key=lambda each: "/" in each.address)
        known = spread(ordered, work, jobs, advance, *([] if many else [1]))
    return {page.address: each for page, each in zip(ordered, known, strict=True)}


def _written(pages: Sequence[Wanted], folder: Folder, links: Links) -> list[tuple[Kept, bool]]:
    return [folder.write(each.address, each.made_from, _text(each, links)) for each in pages]


def _text(wanted: Wanted, links: Links) -> str:
    """Return a page as it is written, with the links of the site."""
    document, at = wanted.make(), wanted.address
    return html(document._replace(page=links.resolved(document.page, at), site=links.top(at)))
