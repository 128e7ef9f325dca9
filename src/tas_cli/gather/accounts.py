"""The accounts of a workspace, as the other files that answers about deals depend on."""

from __future__ import annotations

from pathlib import Path

from tas_cli.gather.content import OtherFile
from tas_cli.kinds import ACCOUNT
from tas_cli.places import found_in, opportunity_id
from tas_cli.reading.accounts import account_named


def accounts(root: Path) -> OtherFile:
    """Return how the deals of a workspace name their account's file.

    Of several files with one id, the first by name counts.
    """
    files: dict[str, str] = {}
    for each in found_in(root, ACCOUNT):
        if each.fault is None:
            files.setdefault(opportunity_id(each.name), each.name)
    return OtherFile(account_named, files)
