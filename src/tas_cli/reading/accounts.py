"""Which account a deal's file names, and the account in the bytes of such a file."""

from __future__ import annotations

import re
from functools import lru_cache

from tas_cli.model.account import Account
from tas_cli.reading.read import read_as, read_opportunity
from tas_cli.source.faults import Fault

_LINE = re.compile(
    rb"""^account:[ \t]+(["']?)([a-z0-9][a-z0-9-]*)\1[ \t]*(?:#.*)?\r?$""", re.MULTILINE
)
"""The key as nearly all files write it."""
_MAY_NAME = re.compile(rb"""(?:^|[{,?])\s*["']?account["']?\s*:""", re.MULTILINE)


def account_named(data: bytes) -> str:
    """Return the id of the account that a deal's bytes name; an empty text if none."""
    if b"account" not in data:
        return ""
    found = _LINE.findall(data)
    if len(found) == 1:
        name: bytes = found[0][1]
        return name.decode()
    if not _MAY_NAME.search(data):
        return ""
    deal = read_opportunity(data, "").value
    return (deal.account if deal else None) or ""


@lru_cache(maxsize=1024)
def account_in(data: bytes | Fault | None) -> Account | None:
    """Return the account that a file's bytes contain; None without a file that can be trusted.

    It is remembered, since several deals have the same account.
    """
    return read_as(Account, data, "").value if isinstance(data, bytes) else None
