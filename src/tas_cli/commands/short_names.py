"""The short name of a deal: whether it is valid, and whether it is taken."""

from __future__ import annotations

import os
import re

from tas_cli.model.reserved import reserved
from tas_cli.model.scalars import ID_PATTERN
from tas_cli.places import opportunity_id
from tas_cli.refusals import WrongCall
from tas_cli.typed.ids import id_from
from tas_cli.workspace import Workspace, opportunity_files

_AN_ID = "Use lowercase letters, digits and hyphens: acme-crm."


def check_id(name: str, call: str = "") -> None:
    """Raise `WrongCall` if a name is not a valid id; `call` is the command before it."""
    if re.fullmatch(ID_PATTERN, name) is None:
        meant = id_from(name) if call else ""
        advice = f"Did you mean `{call} {meant}`?" if meant else _AN_ID
        raise WrongCall(f"{name!r} cannot be a short name.", advice)
    if meaning := reserved(name):
        raise WrongCall(f"{name} is reserved: {meaning}.", _AN_ID)


def taken(workspace: Workspace, name: str) -> str:
    """Return the file that has this id, or an empty text."""
    paths = (path for path in opportunity_files(workspace) if opportunity_id(path) == name)
    return next(map(os.path.relpath, paths), "")
