"""Finds the files, folders and ids named in a call of `tas check`."""

from __future__ import annotations

import os
from pathlib import Path

from tas_cli.commands.opening import deal_file, nothing_below
from tas_cli.kinds import OPPORTUNITY
from tas_cli.places import files_at, find_root, is_workspace, shown_name
from tas_cli.refusals import Refusal, WrongCall
from tas_cli.source.files import Found
from tas_cli.source.paths import real
from tas_cli.workspace import Workspace


def named_files(names: list[str], workspace: Workspace) -> list[Found]:
    """Return the named files.

    Raises:
        WrongCall: a name matches nothing.
    """
    paths = [_at(name, workspace) for name in names]
    _refuse_other_workspaces(paths, workspace)
    for path in paths:
        if not _may_be_empty(path, workspace) and not files_at([path], workspace.root):
            raise nothing_below(path, f"there are no deals in {shown_name(path)} or below it.")
    return files_at(paths, workspace.root)


def _refuse_other_workspaces(paths: list[Path], workspace: Workspace) -> None:
    """Refuse a path in another workspace, since that has settings of its own."""
    folders = {path if path.is_dir() else path.parent for path in paths}
    own = real(workspace.root)
    for folder in sorted(folders):
        root = find_root(folder)
        if real(root) != own and is_workspace(root):
            raise WrongCall(
                f"{shown_name(folder)} and {shown_name(paths[0])} are in different workspaces.",
                "Each has its own settings: check them separately.",
            )


def _may_be_empty(path: Path, workspace: Workspace) -> bool:
    """Whether a path is the workspace or a folder for opportunities, which may have none yet."""
    if not is_workspace(workspace.root):
        return False
    deals = real(workspace.root) / OPPORTUNITY.folder
    return real(path) == deals.parent or real(path).is_relative_to(deals)


def _at(name: str, workspace: Workspace) -> Path:
    if os.path.lexists(name):
        return Path(name)
    try:
        return deal_file(workspace, name)
    except Refusal:
        raise WrongCall(
            f"there is no file or deal {name}.", "`tas list` shows all deals."
        ) from None
