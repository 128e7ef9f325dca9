"""The addresses of a site's pages: they depend on names alone, and so stay the same."""

from __future__ import annotations

import re
from hashlib import blake2b

from tas_cli.source.characters import folded
from tas_cli.typed.unaccented import unaccented
from tas_cli.views.mentions import ACCOUNT, DEAL, REP

FOLDERS = {DEAL: "deals", REP: "reps", ACCOUNT: "accounts"}
"""Where the pages about each kind of thing are."""
INDEX, DEALS, MATRIX = "index.html", "deals.html", "matrix.html"
REPS, ACCOUNTS = "reps.html", "accounts.html"
_OURS = re.compile(rf"(?:(?:{'|'.join(FOLDERS.values())})/)?[a-z0-9][a-z0-9_-]*\.html")
_PLAIN = re.compile(r"[a-z0-9][a-z0-9-]*(?: [a-z0-9][a-z0-9-]*)*")
_DEVICE = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]")
"""Names that Windows keeps for devices, whatever the suffix."""
_MOST, _KEPT = 80, 60
"""The longest plain name of a file, and what is kept of others."""


def address(kind: str, name: str) -> str:
    """Return the address of the page about a deal, a rep or an account."""
    return f"{FOLDERS[kind]}/{slug(folded(name) if kind == REP else name)}.html"


def slug(name: str) -> str:
    """Return a file name for a name: no two names have the same, in whatever case.

    A name of small ASCII letters, digits, hyphens and single blanks stays readable. Any other has
    a digest at its end, after two underscores, which no readable one contains.
    """
    if len(name) <= _MOST and _PLAIN.fullmatch(name) and not _DEVICE.fullmatch(name):
        return name.replace(" ", "_")
    readable = re.sub(r"[^a-z0-9]+", "-", unaccented(name)).strip("-")[:_KEPT] or "page"
    digest = blake2b(name.encode(errors="surrogatepass"), digest_size=6).hexdigest()
    return f"{readable}__{digest}"


def is_address(text: str) -> bool:
    """Whether a text can be the address of a page of a site."""
    return _OURS.fullmatch(text) is not None


def way(target: str, at: str) -> str:
    """Return the relative link to a page from the one at `at`."""
    return "../" * at.count("/") + target
