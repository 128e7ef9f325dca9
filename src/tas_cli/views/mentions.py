"""Names of deals, reps and accounts on a page: on a site, each leads to the page about it."""

from __future__ import annotations

from collections.abc import Sequence

from tas_cli.views.page import Link, Part
from tas_cli.words import NAMED

DEAL, REP, ACCOUNT = "deal", "rep", "account"
"""What a mention can name. Elsewhere than on a site, its words are all that is shown."""


def deal(name: str, words: str = "", style: str = "") -> Link:
    """Return a mention of the deal with this short name."""
    return Link(words or name, style, f"{DEAL}:{name}")


def rep(person: str, words: str = "", style: str = "") -> Link:
    """Return a mention of an owner of deals: a person's id on the team, else the name."""
    return Link(words or person, style, f"{REP}:{person}")


def account(name: str, words: str = "", style: str = "") -> Link:
    """Return a mention of the account with this short name."""
    return Link(words or name, style, f"{ACCOUNT}:{name}")


def deals(names: Sequence[str], more: Sequence[str] = (), most: int = NAMED) -> list[Part]:
    """Return the first of many deals as mentions, and the number of the rest, as `some` does.

    `more` has what is said after each name.
    """
    said = more or [""] * len(names)
    parts: list[Part] = []
    for name, rest in zip(names[:most], said, strict=False):
        parts += [", " if parts else "", deal(name), rest]
    return [*parts, f" and {len(names) - most} more"] if len(names) > most else parts
